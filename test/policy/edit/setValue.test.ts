import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInValues, type PolicyValues } from "../../../src/policy";
import { fieldsOf, setValue, type Field, type FieldInput } from "../../../src/policy/edit";
import { check, valuesSchema } from "../../../src/policy/part";
import {
  sayEditProblem,
  sayFieldName,
  sayFieldOption,
  sayFieldValue,
  saySubject,
} from "../../../src/wording";
import { done, edit, problemOf, refusals } from "./setup";

const SALARY = "$.levels[1].baseSalaryFen";
const RATE = "$.commission.bands[0].rateBasisPoints";
const LINE = "$.review.failBelowPoints";
const STREAK = "$.review.streak";
const RULE = "$.promotion.rules[1]";

function at(values: PolicyValues, path: string): Field["value"] {
  const field = fieldsOf(values).find((one) => one.path === path);
  if (field === undefined) throw new Error(`No field ${path}`);
  return field.value;
}

describe("what HR types is read strictly", () => {
  it.each<[string, FieldInput, Field["value"]]>([
    [SALARY, "2300", 230_000],
    [SALARY, "2,300.50", 230_050],
    [SALARY, "２３００", 230_000],
    [SALARY, "¥2300", 230_000],
    [SALARY, " 2300元 ", 230_000],
    [SALARY, "12,345,678", 1_234_567_800],
    [SALARY, "2300.500", 230_050],
    [SALARY, "0", 0],
    [RATE, "1.3%", 130],
    [RATE, "1.3", 130],
    [RATE, "０.０５％", 5],
    [LINE, "59.5分", 59.5],
    [LINE, "60", 60],
    [STREAK, "4个月", 4],
    [STREAK, "4 months", 4],
    ["$.fines.leaveMinutes", "15分钟", 15],
    ["$.promotion.rules[0].worstTier", "第1等级", 1],
    ["$.localMinimumWageFen", "", null],
    ["$.localMinimumWageFen", "2690", 269_000],
    ["$.levels[0].aliases", [" 实习 ", "", "试岗"], ["实习", "试岗"]],
    ["$.levels[0].variablePay", true, true],
    ["$.review.scope", "middle", "middle"],
    ["$.review.scope", null, null],
    ["$.document.effectiveFrom", "2026-02-28", "2026-02-28"],
    ["$.document.issuer", "", null],
    ["$.commission.mode", "fixed", "fixed"],
    [
      `${RULE}.inner`,
      { months: "3", tier: "1", bound: "exactly" },
      { months: 3, tier: 1, bound: "exactly" },
    ],
    [`${RULE}.inner`, null, null],
    [`${RULE}.window`, { months: "6个月", worstTier: "2" }, { months: 6, worstTier: 2 }],
    ["$.score.bands[0].to", { points: "55", inclusive: true }, { points: 55, inclusive: true }],
    [`${RULE}.clauses`, ["§4.2.F", "§4.2.F"], ["§4.2.F"]],
  ])("%s ← %j", (path, input, expected) => {
    const values = done(setValue(builtInValues, path, input));
    expect(at(values, path)).toEqual(expected);
  });

  it.each<[string, FieldInput, string]>([
    [SALARY, "", "required"],
    [SALARY, "   ", "required"],
    [SALARY, "两千", "notANumber"],
    [SALARY, "abc", "notANumber"],
    [SALARY, "2,30", "notANumber"],
    [SALARY, "2.300,50", "notANumber"],
    [SALARY, "1e3", "notANumber"],
    [SALARY, "0x10", "notANumber"],
    [SALARY, "=2300", "notANumber"],
    [SALARY, "--5", "notANumber"],
    [SALARY, "Infinity", "notANumber"],
    [SALARY, "NaN", "notANumber"],
    [SALARY, "3万", "largeUnit"],
    [SALARY, "2.5k", "largeUnit"],
    [SALARY, "2300分", "otherUnit"],
    [SALARY, "$2300", "otherUnit"],
    [SALARY, "2300.005", "tooPrecise"],
    [SALARY, "-1", "tooSmall"],
    [SALARY, "9".repeat(39), "tooLarge"],
    [SALARY, true, "otherKind"],
    [SALARY, ["2300"], "otherKind"],
    [RATE, "1.305%", "tooPrecise"],
    [RATE, "2000%", "tooLarge"],
    [RATE, "1.3元", "otherUnit"],
    [STREAK, "2.5", "notWhole"],
    [STREAK, "0", "tooSmall"],
    [STREAK, "121", "tooLarge"],
    ["$.promotion.rules[0].worstTier", "5", "tooLarge"],
    ["$.levels[0].name.zh", " ", "required"],
    ["$.levels[0].aliases", ["实习", "实 习", "实习"], "twice"],
    ["$.levels[0].aliases", ["Ａ", "A"], "twice"],
    ["$.levels[0].aliases", ["长".repeat(101)], "tooLong"],
    ["$.notAssessed.other", ["病假", "0"], "numberAsWord"],
    ["$.notAssessed.other", ["85分"], "numberAsWord"],
    ["$.notAssessed.other", ["产假"], "wordTaken"],
    ["$.headings.sales.synonyms", ["工号"], "headingTaken"],
    ["$.headings.name.name", "ＩＤ", "headingTaken"],
    ["$.commission.mode", "double", "unknownOption"],
    ["$.review.scope", "boss", "unknownLevel"],
    ["$.promotion.skipLimit", null, "required"],
    ["$.levels[0].clause", "§9.9", "unknownClause"],
    [`${RULE}.clauses`, ["§4.2.F", "§0"], "unknownClause"],
    [`${RULE}.inner`, { months: "x", tier: "1", bound: "atLeast" }, "notANumber"],
    [`${RULE}.inner`, { months: "2", tier: "1", bound: "most" }, "unknownOption"],
    [`${RULE}.window`, { months: "6", worstTier: "9" }, "tooLarge"],
    ["$.score.bands[0].to", { points: "六十", inclusive: true }, "notANumber"],
    ["$.score.bands[0].to", null, "required"],
    ["$.document.effectiveFrom", "2026-02-30", "notADay"],
    ["$.document.effectiveFrom", "soon", "notADay"],
    ["$.levels[9].name.zh", "谁", "unknownField"],
    ["$.__proto__.polluted", "1", "unknownField"],
    ["$.levels[0].id", "x", "unknownField"],
  ])("%s ← %j is refused: %s", (path, input, code) => {
    const result = setValue(builtInValues, path, input);
    expect(problemOf(result)?.code).toBe(code);
    for (const issue of result.kind === "refused" ? result.issues : [])
      for (const language of ["zh", "en"] as const)
        expect(sayEditProblem(issue.problem, language)).not.toMatch(/undefined|\[object/u);
  });

  it("names the part of a composite input that is wrong", () => {
    const input = { months: "x", tier: "y", bound: "z" };
    expect(refusals(setValue(builtInValues, `${RULE}.inner`, input))).toEqual([
      `${RULE}.inner.months notANumber`,
      `${RULE}.inner.tier notANumber`,
      `${RULE}.inner.bound unknownOption`,
    ]);
  });

  it.each([
    ["a number without end", SALARY, "9".repeat(50_000), "notANumber"],
    ["a name without end", "$.levels[0].name.zh", "客".repeat(2_001), "tooLong"],
  ])("refuses %s", (_, path, input, code) => {
    expect(problemOf(setValue(builtInValues, path, input))?.code).toBe(code);
  });

  it("suggests the number that 万 may mean", () => {
    expect(problemOf(setValue(builtInValues, SALARY, "0.35万"))).toEqual({
      code: "largeUnit",
      text: "0.35万",
      meant: "3500",
    });
  });

  it("never throws and never lets through what the file's schema refuses", () => {
    const inputs: fc.Arbitrary<FieldInput> = fc.oneof(
      fc.string(),
      fc.constantFrom("12", "3%", "2026-01-01", "atLeast", "=1+1", "\u0000", "__proto__"),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 4 }),
      fc.record({ points: fc.string(), inclusive: fc.boolean() }),
      fc.record({ months: fc.string(), tier: fc.string(), bound: fc.string() }),
      fc.record({ months: fc.string(), worstTier: fc.string() }),
    );
    const paths = fieldsOf(builtInValues).map(({ path }) => path);
    fc.assert(
      fc.property(fc.constantFrom(...paths), inputs, (path, input) => {
        const result = setValue(builtInValues, path, input);
        if (result.kind === "edited")
          expect(check(valuesSchema, result.value)).toMatchObject({ kind: "checked", reports: [] });
        else expect(result.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});

describe("an edit of a disputed value", () => {
  it("settles it: the reading has no say any more", () => {
    const values = done(setValue(builtInValues, "$.levels[4].baseSalaryFen", "3200"));
    expect(values.levels[4]?.baseSalaryFen).toBe(320_000);
    expect(builtInValues.levels[4]?.baseSalaryFen).toMatchObject({ reading: "SALARY_RESERVE" });
  });

  it("keeps everything else, unknown fields of a later product among it", () => {
    const later = { ...builtInValues, holidays: { spring: 7 } };
    const values = done(setValue(later, SALARY, "2300"));
    expect(values).toEqual({
      ...later,
      levels: later.levels.map((level, rank) =>
        rank === 1 ? { ...level, baseSalaryFen: 230_000 } : level,
      ),
    });
  });

  it("done and undone gives the same policy", () => {
    const there = done(setValue(builtInValues, SALARY, "9999.99"));
    expect(done(setValue(there, SALARY, "2200"))).toEqual(builtInValues);
  });
});

describe("the list of fields", () => {
  const fields = fieldsOf(builtInValues);

  it("has every path and every key once", () => {
    expect(new Set(fields.map(({ path }) => path)).size).toBe(fields.length);
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
  });

  it("covers every value of a policy but the ids and what hangs on them", () => {
    const covered = fields.map(({ path }) => path);
    const leaves: string[] = [];
    const walk = (value: unknown, path: string): void => {
      const isCovered = covered.some((one) => path === one || path.startsWith(`${one}.`));
      if (isCovered) return;
      if (typeof value !== "object" || value === null) leaves.push(path);
      else
        for (const [key, inner] of Object.entries(value))
          walk(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`);
    };
    walk(builtInValues, "$");
    const kinds = new Set(leaves.map((path) => path.replace(/\[\d+\]/gu, "[]")));
    expect([...kinds]).toEqual([
      "$.levels[].id",
      "$.score.bands[].tier",
      "$.promotion.rules[].level",
      "$.promotion.paths[].from",
      "$.promotion.paths[].to",
    ]);
  });

  it("has a label, a subject and a value in words for each, in both languages", () => {
    for (const { name, subject, kind, value } of fields)
      for (const language of ["zh", "en"] as const) {
        const said = [
          sayFieldName(name, language),
          saySubject(subject, language) ?? "",
          sayFieldValue(name, kind, value, language, () => undefined),
        ].join(" ");
        expect(said).not.toMatch(/undefined|NaN|\[object/u);
        if (kind.kind === "choice")
          for (const option of kind.options)
            expect(sayFieldOption(name, option, language), `${name} ${option}`).not.toBe(option);
      }
  });

  it("goes with the edits: a policy that was edited has its fields too", () => {
    const values = edit(builtInValues, (one) => setValue(one, SALARY, "2300"));
    expect(fieldsOf(values)).toHaveLength(fields.length);
  });
});
