import { describe, expect, it } from "vitest";
import { builtInBook, type Preset } from "../../../src/policy";
import { lintPolicy, type LintInput, type LintResult } from "../../../src/policy/lint";
import { sayLint } from "../../../src/wording/policy/lint";
import { bookUnder, inputFor } from "./input";

/** What each check says, by its code: severity, clause and the facts that matter, in rising order of codes. */
function lint(input: LintInput): Record<string, readonly string[]> {
  const said: Record<string, string[]> = {};
  for (const result of lintPolicy(input))
    (said[result.check] ??= []).push(
      `${result.severity} ${result.clause ?? "–"} ${gist(result)}`.trim(),
    );
  return said;
}

const yuan = (amount: number): string => String(amount / 100);

function gist(result: LintResult): string {
  switch (result.check) {
    case "PC03":
    case "PC04": {
      const { from, fromInclusive, to, toInclusive } = result.facts;
      return `${fromInclusive ? "[" : "("}${from},${to}${toInclusive ? "]" : ")"}`;
    }
    case "PC07":
      return `${result.facts.rateBasisPoints / 100} ≠ ${result.facts.formulaBasisPoints / 100}`;
    case "PC12":
      return `${yuan(result.facts.computedFen)} ≠ ${yuan(result.facts.printedFen)}`;
    case "PC13":
      return `+${yuan(result.facts.jumpFen)}`;
    case "PC21":
      return `${result.facts.below.id} = ${result.facts.level.id}`;
    case "PC22":
      return (result.facts.baseFen / result.facts.belowFen).toFixed(2);
    case "PC23":
      return result.facts.problem;
    case "PC31":
      return `${result.facts.from.id} → ${result.facts.to.id} ${result.facts.problem}`;
    case "PC32":
      return result.facts.witness.join("");
    case "PC34":
      return `${result.facts.to.id} ${result.facts.periodMonths} ≠ ${result.facts.ruleMonths}`;
    case "PC35":
      return `${result.facts.to.id} ${result.facts.step.en}`;
    case "PC41":
      return result.facts.reading;
    case "PC42":
      return `${result.facts.level?.id} ${result.facts.missing.join("")}`;
    case "PC44":
      return result.facts.missing;
    case "PC50":
      return result.facts.note;
    default:
      return "";
  }
}

/** What the checks find on the built-in policy however its disputes are decided. */
const always = {
  PC07: ["warning §6.P1 15 ≠ 20"],
  PC12: ["warning §6.C1 780 ≠ 650"],
  PC13: ["info §6.C4 +140", "info §6.C3 +60", "info §6.C2 +40", "info §6.C1 +180"],
  PC21: ["info §6.S2 probation = junior"],
  PC23: ["warning – notSet"],
  PC31: ["warning §5.2a middle → senior inferred"],
  PC34: ["warning §5.2a middle 3 ≠ 5"],
  PC35: [
    "warning §5.1 junior Department's confirmation assessment",
    "warning §5.2b middle Anonymous vote in the department",
    "warning §5.2b senior Anonymous vote in the department",
    "warning §5.3c reserve Promotion defence: speech, panel scores, questions",
  ],
  PC42: ["info §4.2.A middle D", "info §4.3.A senior D", "info §4.4.A reserve G"],
  PC44: ["warning – issuer", "warning – effectiveFrom"],
  PC50: [
    "warning §R5b L1",
    "warning §4.1.H L2",
    "warning §6.S1 L3",
    "warning §4.1.G L4",
    "warning §R5b L5",
    "warning – L6",
    "warning §R1a L7",
    "warning §6.C1 L8",
  ],
};

describe("the checks on the built-in policy", () => {
  it("find on the default what is known of it, and only the blocking reading as an error", () => {
    expect(lint(inputFor(builtInBook()))).toEqual({
      ...always,
      PC41: ["error §6.S5 SALARY_RESERVE"],
    });
    expect(lint(inputFor(bookUnder("recommended")))).toEqual(always);
  });

  it("find on the literal text its gaps, its overlap, the steep salary and the broken nesting", () => {
    const input = inputFor(bookUnder("literal"));
    const literal = {
      ...always,
      PC03: ["error §6.P3 [60,61)", "error §6.P1 (90,91)"],
      PC04: ["error §6.P3 [80,80]"],
      PC22: ["error §6.S5 10.71"],
      PC32: ["error §4.2.F 111111111111"],
    };
    expect(lint(input)).toEqual(literal);
    // That nothing is paid below the first threshold is ours to say; the text itself is silent.
    const { commission } = input.values;
    const silent = { ...commission, belowFirstBasisPoints: null };
    expect(lint({ ...input, values: { ...input.values, commission: silent } })).toEqual({
      ...literal,
      PC14: ["error §6.C4"],
    });
  });

  it("find the nesting broken when two months in tier 1 must be exactly two", () => {
    const book = bookUnder("recommended");
    const exactly = book.decisions.map((decision) =>
      decision.reading === "MIDDLE_T1_COUNT" ? { ...decision, option: "exactly" } : decision,
    );
    expect(lint(inputFor({ ...book, decisions: exactly })).PC32).toEqual([
      "error §4.3.E 111111111111",
    ]);
  });

  it("are said in both languages, each in a sentence of its own without ids", () => {
    const presets: readonly Preset[] = ["recommended", "literal", "favourable"];
    const results = presets.flatMap((preset) => lintPolicy(inputFor(bookUnder(preset))));
    expect(results.length).toBeGreaterThan(60);
    for (const result of results) {
      expect(sayLint(result, "zh")).toMatch(/\p{Script=Han}.*。$/u);
      expect(sayLint(result, "en")).toMatch(/^[A-Z\d].*[.?]$/u);
      expect(sayLint(result, "zh") + sayLint(result, "en")).not.toMatch(
        /undefined|NaN|\[object|[A-Z]_[A-Z]/u,
      );
    }
    const sentences = new Set(
      lintPolicy(inputFor(bookUnder("literal"))).map((one) => sayLint(one, "en")),
    );
    expect(sentences).toHaveLength(lintPolicy(inputFor(bookUnder("literal"))).length);
  });
});
