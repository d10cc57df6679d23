import { describe, expect, it } from "vitest";
import {
  headingsInForce,
  builtInBook,
  builtInValues,
  findLevel,
  policyFor,
  type PolicyBook,
  type PolicyValues,
} from "../../src/policy";
import { emptyStored, readPart, toBook, writePart } from "../../src/policy/part";
import { compactText, monthOf, SHEET_FIELDS, type SheetField } from "../../src/units";

const early = monthOf(2025, 1);
const late = monthOf(2026, 6);

function withVersion(change: (values: PolicyValues) => PolicyValues): PolicyBook {
  const [first] = builtInBook().versions;
  if (first === undefined) throw new Error("No version");
  return {
    ...builtInBook(),
    versions: [
      first,
      { ...first, id: "2026", from: monthOf(2026, 1), values: change(builtInValues) },
    ],
  };
}

describe("words by which sheets are read", () => {
  it("each name one field", () => {
    const headings = headingsInForce(policyFor(builtInBook(), late));
    const owners = new Map<string, SheetField>();
    for (const field of SHEET_FIELDS)
      for (const word of [headings[field].name, ...headings[field].synonyms]) {
        expect(owners.get(compactText(word)), word).toBeUndefined();
        owners.set(compactText(word), field);
      }
  });

  it.each<[string, string | undefined]>([
    ["Junior", "junior"],
    ["junior agent", "junior"],
    ["Junior CS", "junior"],
    ["Probation", "probation"],
    ["TRAINEE", "probation"],
    ["Intermediate", "middle"],
    ["Middle", "middle"],
    ["Intermediate agent", "middle"],
    ["Senior", "senior"],
    ["Reserve supervisor", "reserve"],
    ["Team lead designate", "reserve"],
    ["Team lead", undefined],
    ["中级客服", "middle"],
  ])("%s names %s", (text, id) => {
    expect(findLevel(policyFor(builtInBook(), late), text)?.id).toBe(id);
  });

  it("hold for all months: those of the latest version", () => {
    const book = withVersion((values) => ({
      ...values,
      headings: {
        ...values.headings,
        score: { name: "月评", synonyms: ["KPI值"] },
        sales: { ...values.headings.sales, synonyms: ["流水"] },
      },
      levels: values.levels.map((level) =>
        level.id === "junior" ? { ...level, aliases: ["一星"] } : level,
      ),
      notAssessed: { ...values.notAssessed, other: ["借调"] },
    }));
    for (const month of [early, late]) {
      const policy = policyFor(book, month);
      const headings = headingsInForce(policy);
      expect(headings.score.name).toBe("月评");
      expect(headings.score.synonyms).toContain("KPI值");
      // Sheets of before the change keep the name of then.
      expect(headings.score.synonyms).toContain("绩效分数");
      expect(headings.sales.synonyms).not.toContain("业绩");
      expect(findLevel(policy, "一星")?.id).toBe("junior");
      expect(policy.words.otherReasons).toContain("借调");
      expect(policy.words.otherReasons).not.toContain("病假");
    }
  });

  it("a word that a version gives to one field is not taken for another", () => {
    const book = withVersion((values) => ({
      ...values,
      headings: { ...values.headings, extra: { name: "Sales", synonyms: ["GMV"] } },
    }));
    const headings = headingsInForce(policyFor(book, early));
    expect(headings.sales.synonyms).not.toContain("Sales");
    expect(headings.sales.synonyms).not.toContain("GMV");
    expect(headings.sales.synonyms).toContain("Revenue");
  });

  it("a list of HR's own replaces the built-in one, in all months, and travels with the workbook", () => {
    const written = writePart({
      ...emptyStored,
      words: { headings: { sales: ["流水"] }, levels: { junior: ["一星"] }, otherReasons: [] },
    });
    const read = readPart(written);
    if (read.kind !== "read") throw new Error(read.kind);
    expect(read.reports).toEqual([]);
    for (const month of [early, late]) {
      const policy = policyFor(toBook(read.book), month);
      const { words } = policy;
      const headings = headingsInForce(policy);
      expect(headings.sales.synonyms).toContain("流水");
      expect(headings.sales.synonyms).not.toContain("GMV");
      expect(headings.score.synonyms).toContain("考核分");
      expect(words.aliases[1]).toContain("一星");
      expect(words.aliases[1]).not.toContain("Junior CS");
      expect(words.otherReasons).not.toContain("sick leave");
    }
  });
});
