import { describe, expect, it } from "vitest";
import { policyForCopy, PolicyRefusal } from "../../scripts/sharePolicy";
import { writePart, type StoredPolicy } from "../../src/policy/part";
import { readPolicyOf } from "../../src/sharing";
import { policyOfFile } from "../../src/tasks";
import { witnessOfPart } from "../../src/tasks/policy/witness";
import { policyBook, type Kept } from "../sharing/policyBooks";

/** What the command makes of settings that are there, lost, detached or damaged (rule W6). */
const STORED: StoredPolicy = {
  schema: 1,
  decisions: [{ reading: "SCORE_80", option: "T3", by: "王经理", on: "2026-11-23" }],
};
const PART = writePart(STORED);
const OTHER = writePart({ schema: 1, decisions: [] });

async function file(kept: Kept, part = PART, damaged = false): Promise<Uint8Array> {
  const cells = (await witnessOfPart(PART, "2026-11-30")) ?? [];
  return policyBook(kept, {
    part,
    cells: cells.map((cell) => (damaged ? cell.replace("王经理", "王") : cell)),
  });
}

const decided = (policy: Awaited<ReturnType<typeof policyForCopy>>): readonly string[] =>
  policy.book.decisions.map(({ reading, option }) => `${reading} ${option}`);

interface Case {
  readonly what: string;
  readonly bytes: () => Promise<Uint8Array>;
  /** The policy that each way of copying uses; null: refused. */
  readonly values: readonly string[] | null;
  readonly formulas: readonly string[] | null;
  readonly restored: readonly string[] | null;
  readonly says: RegExp | null;
}

const T3 = ["SCORE_80 T3"];
const CASES: readonly Case[] = [
  {
    what: "part and copy",
    bytes: () => file({ hangs: "workbook", witness: "shared" }),
    ...{ values: T3, formulas: T3, restored: T3, says: null },
  },
  {
    what: "neither",
    bytes: () => file({ hangs: null, witness: null }),
    ...{ values: [], formulas: [], restored: [], says: null },
  },
  {
    what: "a part that says something else than the copy",
    bytes: () => file({ hangs: "workbook", witness: "shared" }, OTHER),
    ...{ values: [], formulas: [], restored: [], says: /隐藏副本内容不同/u },
  },
  {
    what: "the copy alone",
    bytes: () => file({ hangs: null, witness: "inline" }),
    ...{ values: T3, formulas: null, restored: T3, says: /1 条口径决定.*王经理.*2026-11-30/u },
  },
  {
    what: "a detached part and the copy",
    bytes: () => file({ hangs: "package", witness: "shared" }),
    ...{ values: T3, formulas: null, restored: T3, says: /1 条口径决定.*王经理.*2026-11-30/u },
  },
  {
    what: "a detached part of an older file",
    bytes: () => file({ hangs: "package", witness: null }),
    ...{ values: T3, formulas: null, restored: T3, says: /1 条口径决定.*王经理/u },
  },
  {
    what: "a detached part and a copy that is damaged",
    bytes: () => file({ hangs: "nowhere", witness: "shared" }, PART, true),
    ...{ values: T3, formulas: null, restored: T3, says: /1 条口径决定.*王经理/u },
  },
  {
    what: "a damaged copy alone",
    bytes: () => file({ hangs: null, witness: "shared" }, PART, true),
    ...{ values: [], formulas: null, restored: null, says: /隐藏副本也已损坏/u },
  },
  {
    what: "a broken part beside the copy",
    bytes: () => file({ hangs: "workbook", witness: "shared" }, PART.replace("{", "")),
    ...{ values: null, formulas: null, restored: null, says: /无法读取/u },
  },
];

const WAYS = [
  { way: "values", as: "values", restore: false },
  { way: "formulas", as: "formulas", restore: false },
  { way: "restored", as: "formulas", restore: true },
] as const;

describe.each(CASES)("$what", (given) => {
  it.each(WAYS)("$way", async ({ way, ...wanted }) => {
    const bytes = await given.bytes();
    const making = policyForCopy(bytes, { ...wanted, department: null });
    const expected = given[way];
    if (expected === null) {
      const refusal: unknown = await making.catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(PolicyRefusal);
      expect(String(refusal)).toMatch(given.says ?? /never/u);
      expect(String(refusal)).toMatch(/[a-z]{4}/u);
      return;
    }
    const policy = await making;
    expect(decided(policy)).toEqual(expected);
    const told = policy.told.join("\n");
    if (given.says === null) expect(told).toBe("");
    else expect(told).toMatch(given.says);
    const after = readPolicyOf(policy.bytes);
    const inForce = await policyOfFile(after);
    if (way !== "restored" || expected.length === 0) expect(policy.bytes).toBe(bytes);
    else expect([inForce.kind, after.parts, after.detached]).toEqual(["read", [PART], []]);
  });
});

describe("the department's policy", () => {
  const wanted = { as: "formulas", restore: false } as const;
  const OTHERS = JSON.stringify({
    schema: 1,
    decisions: [{ reading: "SCORE_60", option: "T4" }],
  });

  it("is that of a workbook without its own, and of no other", async () => {
    const none = await file({ hangs: null, witness: null });
    const own = await file({ hangs: "workbook", witness: "shared" });
    const department = OTHERS;
    expect(decided(await policyForCopy(none, { ...wanted, department }))).toEqual(["SCORE_60 T4"]);
    expect(decided(await policyForCopy(own, { ...wanted, department }))).toEqual(T3);
  });

  it("brings nothing back that was lost", async () => {
    const lost = await file({ hangs: null, witness: "shared" });
    const making = policyForCopy(lost, { ...wanted, department: OTHERS });
    await expect(making).rejects.toThrow("1 条口径决定");
  });

  it.each(["", "{", '{"schema":1}', '{"schema":9,"decisions":[]}'])(
    "is refused where it is none: %s",
    async (department) => {
      const none = await file({ hangs: null, witness: null });
      const making = policyForCopy(none, { ...wanted, department });
      await expect(making).rejects.toThrow("--policy");
    },
  );
});
