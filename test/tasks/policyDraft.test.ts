import { describe, expect, test } from "vitest";
import { policyFor, type Field, type FieldInput, type StoredPolicy } from "../../src/policy";
import { lockVersion, restorePolicy, undoReading } from "../../src/policy/edit";
import { emptyStored, toBook } from "../../src/policy/part";
import { clauseIds, loadPolicyDrafts, type DraftReview, type PolicyDraft } from "../../src/tasks";
import { OPEN, done, month, ownVersion, refusals } from "../policy/edit/setup";

const drafts = await loadPolicyDrafts();

function fieldAt(draft: PolicyDraft, path: string): Field {
  const field = drafts.fields(draft).find((one) => one.path === path);
  if (field === undefined) throw new Error(`No field ${path}`);
  return field;
}

function type(draft: PolicyDraft, path: string, input: FieldInput): PolicyDraft {
  return drafts.type(draft, fieldAt(draft, path), input);
}

const start = (stored: StoredPolicy = emptyStored): PolicyDraft => drafts.startNew(stored, OPEN);

function blockers({ blocking }: DraftReview): string[] {
  return blocking.map(({ path, problem }) =>
    problem.code === "lint" ? `${path} ${problem.result.check}` : `${path} ${problem.code}`,
  );
}

function at(draft: PolicyDraft, from: string): PolicyDraft {
  return { ...draft, target: { kind: "new", from, name: "" } };
}

const SALARY = "$.levels[2].baseSalaryFen";
const THRESHOLD = "$.commission.bands[1].fromFen";

describe("a draft begins with what is in force and lies in the pane only", () => {
  test("in the open month where no version is later", () => {
    const draft = start();
    expect(draft.target).toEqual({ kind: "new", from: "2026-03", name: "" });
    expect(drafts.review(emptyStored, draft, OPEN)).toMatchObject({ changes: [], savable: false });
  });

  test("after the newest version where that starts later", () => {
    const { stored } = ownVersion();
    expect(drafts.startNew(stored, month("2025-06")).target).toMatchObject({ from: "2026-02" });
  });

  test("also where the calendar of files has no month left", () => {
    const stored: StoredPolicy = {
      ...emptyStored,
      versions: [{ id: "last", from: "9999-12", values: {} }],
    };
    const review = drafts.review(stored, start(stored), OPEN);
    expect(blockers(review)).toEqual(["from notAMonth"]);
  });

  test("clauses to rest on are those of the policy", () => {
    expect(clauseIds).toContain("§6.S3");
    expect(clauseIds).not.toContain("§9.9");
  });
});

describe("what is typed", () => {
  test("a value read becomes part of the draft, and past months keep theirs once it is saved", () => {
    const draft = type(start(), SALARY, "2,500");
    const review = drafts.review(emptyStored, draft, OPEN);
    expect(review.changes.map(({ path, before, after }) => [path, before, after])).toEqual([
      [SALARY, 240_000, 250_000],
    ]);
    expect(review.savable).toBe(true);
    const book = toBook(done(drafts.save(emptyStored, at(draft, "2026-04"), OPEN)));
    expect(policyFor(book, month("2026-03")).levels[2]?.baseSalary).toBe(240_000);
    expect(policyFor(book, month("2026-04")).levels[2]?.baseSalary).toBe(250_000);
  });

  test.each<[string, FieldInput, string]>([
    [SALARY, "两千四", "notANumber"],
    [SALARY, "", "required"],
    [SALARY, "3万", "largeUnit"],
    ["$.commission.bands[0].rateBasisPoints", "0.7元", "otherUnit"],
    ["$.review.streak", "1.5", "notWhole"],
    ["$.notAssessed.other", ["病假", "病假"], "twice"],
    ["$.document.effectiveFrom", "2026-02-30", "notADay"],
  ])("%s ← %j stays in its field, and nothing is saved", (path, input, code) => {
    const draft = type(type(start(), "$.fines.leaveFen", "20"), path, input);
    expect(draft.typed.get(fieldAt(draft, path).key)?.input).toEqual(input);
    const review = drafts.review(emptyStored, draft, OPEN);
    expect(blockers(review)).toEqual([`${path} ${code}`]);
    expect(review.savable).toBe(false);
    expect(refusals(drafts.save(emptyStored, draft, OPEN))).toEqual([`${path} ${code}`]);
  });

  test("leaving a field shows a value as it is kept, and a slip as it was typed", () => {
    const good = type(start(), SALARY, "2500元");
    expect(drafts.leave(good, fieldAt(good, SALARY).key).typed.size).toBe(0);
    const bad = type(good, SALARY, "2500块");
    expect(drafts.leave(bad, fieldAt(bad, SALARY).key).typed.size).toBe(1);
  });

  test("one step back takes all of a field's typing, and the target stays", () => {
    const typed = ["2", "25", "250", "2500"].reduce(
      (draft, text) => type(draft, SALARY, text),
      type(start(), "$.fines.leaveFen", "20"),
    );
    const back = drafts.undo(at(typed, "2026-05"));
    expect(back.target).toMatchObject({ from: "2026-05" });
    expect(back.values.levels[2]?.baseSalaryFen).toBe(240_000);
    expect(back.values.fines.leaveFen).toBe(2_000);
    expect(drafts.undo(drafts.undo(back))).toMatchObject({ before: null });
  });

  test("a slip is dropped with its level, and follows it to another place", () => {
    const slip = type(start(), SALARY, "x");
    const below = done(drafts.reshape(slip, (v, { removeLevel }) => removeLevel(v, "junior")));
    expect(blockers(drafts.review(emptyStored, below, OPEN))).toContain(`${SALARY} notANumber`);
    expect(below.typed.get(fieldAt(below, "$.levels[1].baseSalaryFen").key)).toBeDefined();
    const gone = done(drafts.reshape(slip, (v, { removeLevel }) => removeLevel(v, "middle")));
    expect(gone.typed.size).toBe(0);
  });
});

describe("what a policy cannot hold is said at both fields that are at odds", () => {
  test.each<[string, FieldInput, readonly string[]]>([
    [THRESHOLD, "45000", ["$.commission.bands[2].fromFen PC10", `${THRESHOLD} PC10`]],
    [
      "$.commission.bands[1].rateBasisPoints",
      "0.5",
      ["$.commission.bands[1].rateBasisPoints PC11", "$.commission.bands[0].rateBasisPoints PC11"],
    ],
    [
      "$.score.bands[2].to",
      { points: "88", inclusive: true },
      ["$.score.bands[3].from PC03", "$.score.bands[2].to PC03"],
    ],
    [SALARY, "2100", [`${SALARY} PC20`, "$.levels[1].baseSalaryFen PC20"]],
  ])("%s ← %j", (path, input, expected) => {
    const review = drafts.review(emptyStored, type(start(), path, input), OPEN);
    const errors = review.fields.flatMap(({ path: where, problem }) =>
      problem.code === "lint" && problem.result.severity === "error"
        ? [`${where} ${problem.result.check}`]
        : [],
    );
    for (const one of expected) expect(errors).toContain(one);
    expect(review.savable).toBe(false);
    const result = drafts.save(emptyStored, type(start(), path, input), OPEN);
    expect(result.kind).toBe("refused");
  });

  test("the months inside a run keep the bound that a reading decides", () => {
    const path = "$.promotion.rules[1].inner";
    const draft = type(start(), path, { months: "3", tier: "1", bound: "" });
    expect(draft.values.promotion.rules[1]?.inner).toMatchObject({
      months: 3,
      bound: { reading: "MIDDLE_T1_COUNT" },
    });
    const settled = type(draft, path, { months: "3", tier: "1", bound: "exactly" });
    expect(settled.values.promotion.rules[1]?.inner).toMatchObject({ bound: "exactly" });
    const unsettled = type(settled, path, { months: "3", tier: "1", bound: "" });
    expect(blockers(drafts.review(emptyStored, unsettled, OPEN))).toContain(
      `${path}.bound unknownOption`,
    );
  });
});

describe("the month and the place of a version", () => {
  const { stored, id } = ownVersion();
  const changed = type(drafts.startNew(stored, OPEN), SALARY, "2500");

  test.each([
    ["", "required"],
    ["三月", "notAMonth"],
    ["2026-13", "notAMonth"],
    ["2026-01", "notAfter"],
    ["2025-12", "notAfter"],
  ])("from %j is refused, and the rest is still checked", (from, code) => {
    const review = drafts.review(stored, at(changed, from), OPEN);
    expect(blockers(review)).toEqual([`from ${code}`]);
    expect(review.changes).toHaveLength(1);
    expect(refusals(drafts.save(stored, at(changed, from), OPEN))).toEqual([`from ${code}`]);
  });

  test("an unlocked version takes other values in their place", () => {
    const draft = type(done(drafts.startIn(stored, id)), SALARY, "2500");
    const saved = done(drafts.save(stored, draft, OPEN));
    expect(saved.versions).toHaveLength(2);
    expect(policyFor(toBook(saved), OPEN).levels[2]?.baseSalary).toBe(250_000);
  });

  test("a locked or lost one takes nothing", () => {
    const locked = done(lockVersion(stored, id, true));
    expect(refusals(drafts.startIn(locked, id))).toEqual(["version locked"]);
    expect(refusals(drafts.startIn(stored, "2019"))).toEqual(["version unknownVersion"]);
    const draft = type(done(drafts.startIn(stored, id)), SALARY, "2500");
    expect(refusals(drafts.save(locked, draft, OPEN))).toEqual(["version locked"]);
    expect(blockers(drafts.review(locked, draft, OPEN))).toContain("version locked");
    expect(blockers(drafts.review(emptyStored, draft, OPEN))).toContain("version unknownVersion");
  });

  test("what somebody else has saved meanwhile is not overwritten unseen", () => {
    const mine = type(done(drafts.startIn(stored, id)), SALARY, "2500");
    const theirs = type(done(drafts.startIn(stored, id)), "$.fines.leaveFen", "20");
    const after = done(drafts.save(stored, theirs, OPEN));
    expect(refusals(drafts.save(after, mine, OPEN))).toEqual(["version changedMeanwhile"]);
    const seen = drafts.rebase(after, mine, OPEN);
    expect(drafts.review(after, seen, OPEN).changes.map(({ name }) => name)).toEqual([
      "baseSalary",
      "leaveFine",
    ]);
    expect(drafts.save(after, seen, OPEN).kind).toBe("edited");
  });

  test("decisions taken while the draft lies open are kept", () => {
    const later = done(undoReading(stored, "SCORE_80"));
    const saved = done(drafts.save(later, changed, OPEN));
    expect(saved.decisions).toEqual(later.decisions);
  });
});

describe("the last save taken back", () => {
  const { stored } = ownVersion();
  const saved = done(
    drafts.save(stored, type(drafts.startNew(stored, OPEN), SALARY, "2500"), OPEN),
  );

  test("brings the versions back, and keeps decisions that came later", () => {
    expect(restorePolicy(saved, stored, saved)).toEqual({ kind: "edited", value: stored });
    const since = done(undoReading(saved, "SCORE_80"));
    const restored = done(restorePolicy(since, stored, saved));
    expect(restored.versions).toEqual(stored.versions);
    expect(restored.decisions).toEqual(since.decisions);
    const { decisions, ...rest } = saved;
    expect(done(restorePolicy({ ...rest, decisions }, stored, saved))).toEqual(stored);
    expect(done(restorePolicy(since, emptyStored, saved)).versions).toBeUndefined();
  });

  test("is refused where somebody has changed versions since", () => {
    const since = done(lockVersion(saved, saved.versions?.at(-1)?.id ?? "", true));
    expect(refusals(restorePolicy(since, stored, saved))).toEqual(["version changedMeanwhile"]);
  });
});
