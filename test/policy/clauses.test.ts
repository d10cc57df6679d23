import { describe, expect, it } from "vitest";
import { clausesOfReading, readings } from "../../src/policy";
import { clauseEntries, findClause } from "../../src/policy/book/clauses";
import { clauseEnglish, clauses } from "../../src/policy/book/clauses.en";

/** The inventory, written down apart from the product: ids by class. */
const inventory = {
  information: "0.T 0.A 0.B 1 2.1 2.2 2.4 6.P0 R1a R4",
  process: "2.3 3.1b 5.1 5.2a 5.2b 5.2c 5.3a 5.3b 5.3c 6.Z R1b",
  computable:
    "3.0 3.1a 4.1.G 4.1.H 4.2.F 4.3.E 4.4.H 6.S1 6.S2 6.S3 6.S4 6.S5 6.C0 6.C4 6.C3 6.C2 6.C1 6.P4 6.P3 6.P2 6.P1",
  attested:
    "4.1.A 4.1.B 4.1.C 4.1.D 4.1.E 4.1.F 4.2.A 4.2.B 4.2.C 4.2.E 4.3.A 4.3.A+ 4.3.B 4.3.C 4.4.A 4.4.B 4.4.C 4.4.D 4.4.E 4.4.F",
  penalty: "R2 R5b W4a W4b W4c",
  duty: "R1c R1d R3 R5a R6 W1 W2 W3",
} as const;

describe("the clauses", () => {
  it("are all there, once, with their class", () => {
    const byClass = (name: string): string[] =>
      clauses.filter((clause) => clause.class === name).map((clause) => clause.id.slice(1));
    for (const [name, ids] of Object.entries(inventory))
      expect(byClass(name), name).toEqual(ids.split(" "));
    expect(clauses).toHaveLength(Object.values(inventory).join(" ").split(" ").length);
    expect(clauses.every((clause) => clause.id.startsWith("§"))).toBe(true);
  });

  it("are restated in both languages, in sentences", () => {
    for (const { id, restatement } of clauses) {
      expect(restatement.zh, id).toMatch(/\p{Script=Han}.*。$/u);
      expect(restatement.en, id).toMatch(/^[A-Z].*\.$/u);
      expect(restatement.en, id).not.toMatch(/\p{Script=Han}/u);
    }
    expect(Object.keys(clauseEnglish)).toEqual(clauseEntries.map((entry) => entry.id));
    expect(new Set(clauses.map((clause) => clause.restatement.zh)).size).toBe(clauses.length);
  });

  it("say the same numbers in both languages", () => {
    const numbersIn = (text: string): string[] =>
      [...new Set(text.match(/\d+(?:\.\d+)?/gu))].sort();
    const shared = clauses.filter((clause) => /^§(4\.\d\.[FGH]|6\.[SCP]|R1a|W4)/u.test(clause.id));
    expect(shared.length).toBeGreaterThan(20);
    for (const { id, restatement } of shared)
      for (const number of numbersIn(restatement.en))
        if (number.length > 1) expect(restatement.zh, id).toContain(number);
  });

  it("say in a few words what is disputed, exactly where a reading disputes something", () => {
    const disputed = new Set(readings.flatMap(({ id }) => clausesOfReading(id)));
    for (const { id, restatement } of clauses) {
      expect(restatement.zh.includes("有争议："), id).toBe(disputed.has(id));
      expect(restatement.en.includes("Disputed: "), id).toBe(disputed.has(id));
    }
  });

  it("name the printed salary of the reserve supervisor and the recommended one to confirm", () => {
    const restatement = findClause("§6.S5")?.zh ?? "";
    expect(restatement).toContain("30000");
    expect(restatement).toMatch(/推荐口径是 3000 元.*确认/u);
  });

  it("never say that somebody is dismissed", () => {
    for (const { id, restatement } of clauses) expect(restatement.zh, id).not.toContain("辞退");
  });
});

describe("looking a clause up", () => {
  it.each([
    ["§4.1.H", "§4.1.H"],
    ["4.1.h", "§4.1.H"],
    [" § 4 . 1 . H ", "§4.1.H"],
    ["４．１．Ｈ", "§4.1.H"],
    ["§　r5B", "§R5b"],
    ["6.s5", "§6.S5"],
    ["4.3.a+", "§4.3.A+"],
    ["4.3.Ａ＋", "§4.3.A+"],
    ["1", "§1"],
    ["0.t", "§0.T"],
  ])("%s is %s", (typed, id) => {
    expect(findClause(typed)?.id).toBe(id);
  });

  it.each([
    "",
    " ",
    "§",
    "H",
    "4.1",
    "4.1.I",
    "§X.1",
    "§§4.1.H",
    "4.3.A++",
    "toString",
    "__proto__",
  ])("%j is none", (typed) => {
    expect(findClause(typed)).toBeUndefined();
  });

  it("finds every clause by its own id", () => {
    for (const entry of clauseEntries) expect(findClause(entry.id)).toBe(entry);
  });
});
