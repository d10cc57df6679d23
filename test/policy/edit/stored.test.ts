import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  builtInValues,
  optionUnder,
  policyFor,
  readings,
  type FieldKind,
  type PolicyValues,
  type Preset,
} from "../../../src/policy";
import {
  acknowledge,
  addCommissionBand,
  addLevel,
  addScoreTier,
  annotateDecision,
  changeVersion,
  decidePreset,
  decideReading,
  decideRecommended,
  diffVersions,
  fieldsOf,
  lintBook,
  lockVersion,
  newVersion,
  presetOptions,
  removeCommissionBand,
  removeLevel,
  removeScoreTier,
  removeVersion,
  saveValues,
  setTierLimit,
  setValue,
  undoReading,
  validateDraft,
  withValues,
  type Edited,
  type FieldInput,
} from "../../../src/policy/edit";
import { emptyStored, readPolicyJson, toBook, writePolicyJson } from "../../../src/policy/part";
import type { StoredPolicy } from "../../../src/policy/part";
import { sayEditProblem, sayValueChange } from "../../../src/wording";
import { HR, OPEN, done, month, ownVersion, problemOf, refusals, valuesIn } from "./setup";

const decision = (reading: string, option: string, more = {}) => ({
  reading,
  option,
  ...HR,
  note: "",
  from: "",
  ...more,
});
const undecidedIn = (stored: StoredPolicy) => [...policyFor(toBook(stored), OPEN).undecided];

describe("deciding a reading", () => {
  it("puts it on record and in force", () => {
    const stored = done(
      decideReading(emptyStored, decision("SCORE_80", "T3", { note: "总经理", from: "2026年2月" })),
    );
    expect(stored.decisions).toEqual([
      { reading: "SCORE_80", option: "T3", ...HR, note: "总经理", from: "2026-02" },
    ]);
    const book = toBook(stored);
    expect(policyFor(book, OPEN).options.SCORE_80).toBe("T3");
    expect(policyFor(book, month("2026-01")).undecided.has("SCORE_80")).toBe(true);
  });

  it.each([
    [decision("SCORE_81", "T3"), "reading unknownReading"],
    [decision("__proto__", "T3"), "reading unknownReading"],
    [decision("SCORE_80", "T9"), "option unknownOption"],
    [decision("SCORE_80", "T3", { on: "2026-02-30" }), "on notADay"],
    [decision("SCORE_80", "T3", { on: "" }), "on required"],
    [decision("SCORE_80", "T3", { from: "2026-13" }), "from notAMonth"],
    [decision("SCORE_80", "T3", { from: "三月" }), "from notAMonth"],
    [decision("SCORE_80", "T3", { by: "名".repeat(2_001) }), "by tooLong"],
  ])("%j is refused", (input, expected) => {
    expect(refusals(decideReading(emptyStored, input))).toEqual([expected]);
  });

  const choices = readings.flatMap(({ id, options }) =>
    options.map((option) => [id, option.id] as const),
  );
  const decisions = fc
    .array(fc.tuple(fc.constantFrom(...choices), fc.constantFrom("", "2025-05", "2026-01")), {
      maxLength: 12,
    })
    .map((all) =>
      all.reduce<StoredPolicy>(
        (stored, [[reading, option], from]) =>
          done(decideReading(stored, decision(reading, option, { from }))),
        emptyStored,
      ),
    );

  it("and undoing it gives the policy without it; twice is once", () => {
    fc.assert(
      fc.property(
        decisions,
        fc.constantFrom(...choices),
        fc.constantFrom("", "2026-01"),
        (stored, [reading, option], from) => {
          const input = decision(reading, option, { from });
          const key = from === "" ? undefined : from;
          const decided = done(decideReading(stored, input));
          expect(done(decideReading(decided, input))).toEqual(decided);
          const undone = done(undoReading(decided, reading, key));
          const before = undoReading(stored, reading, key);
          expect(undone).toEqual(before.kind === "edited" ? before.value : stored);
          expect(problemOf(undoReading(undone, reading, key))?.code).toBe("notDecided");
          expect(readPolicyJson(writePolicyJson(decided))).toMatchObject({ reports: [] });
        },
      ),
      { numRuns: 100, seed: 7 },
    );
  });

  it("can be signed and dated afterwards, keeping what a later product wrote", () => {
    const stored: StoredPolicy = {
      ...emptyStored,
      decisions: [Object.assign({ reading: "SALARY_RESERVE", option: "3000", ...HR }, { seal: 1 })],
    };
    const later = { by: "总经理", note: "会议纪要", from: "2026-01" };
    const signed = done(annotateDecision(stored, { reading: "SALARY_RESERVE" }, later));
    expect(signed.decisions).toEqual([
      { reading: "SALARY_RESERVE", option: "3000", on: HR.on, ...later, seal: 1 },
    ]);
    expect(
      done(
        annotateDecision(
          signed,
          { reading: "SALARY_RESERVE", from: "2026-01" },
          { ...later, from: "" },
        ),
      ).decisions[0],
    ).not.toHaveProperty("from");
    const twice = done(decideReading(signed, decision("SALARY_RESERVE", "30000")));
    expect(problemOf(annotateDecision(twice, { reading: "SALARY_RESERVE" }, later))).toEqual({
      code: "decisionTaken",
      from: "2026-01",
    });
    expect(problemOf(annotateDecision(stored, { reading: "SCORE_80" }, later))?.code).toBe(
      "notDecided",
    );
  });
});

describe("deciding many at once", () => {
  it("by the recommendation leaves the blocking reading, and what is decided already", () => {
    const own = done(decideReading(emptyStored, decision("SCORE_80", "T3", { note: "已定" })));
    const all = done(decideRecommended(own, OPEN, HR));
    expect(undecidedIn(all)).toEqual(["SALARY_RESERVE"]);
    expect(all.decisions).toHaveLength(29);
    expect(all.decisions[0]).toMatchObject({ reading: "SCORE_80", option: "T3", note: "已定" });
    expect(done(decideRecommended(all, OPEN, HR))).toEqual(all);
  });

  it.each<[Preset, readonly string[]]>([
    ["recommended", []],
    [
      "literal",
      [
        "SCORE_60 undefined",
        "SCORE_80 undefined",
        "SCORE_90_91 undefined",
        "JUNIOR_H exactly",
        "WINDOW_HISTORY recorded",
        "DISMISSAL_BASIS assessments",
        "DISMISSAL_SCOPE juniorOnly",
      ],
    ],
    [
      "favourable",
      [
        "COMMISSION_T1_FROM 50000",
        "PROBATION_VARIABLE full",
        "PERF_T1_RATE 20",
        "SCORE_90_91 T1",
        "CRITERIA_ROLE exit",
        "MIDDLE_MONTHS 3",
        "WINDOW_HISTORY recorded",
        "STREAK_ANCHOR any",
        "MISSING_MONTH bridge",
        "DISMISSAL_SCOPE juniorOnly",
        "COMPLAINT_2ND total100",
        "COMPLAINT_3_INCLUSIVE no",
      ],
    ],
  ])("preset %s chooses these beside the defaults, never the reserve's salary", (preset, other) => {
    const options = presetOptions(preset);
    expect(options.map(({ reading }) => reading)).toEqual(
      readings.map(({ id }) => id).filter((id) => id !== "SALARY_RESERVE"),
    );
    const changed = options.filter(
      ({ reading, option }) => option !== optionUnder("recommended", reading),
    );
    expect(changed.map(({ reading, option }) => `${reading} ${option}`).sort()).toEqual(
      [...other].sort(),
    );
    const stored = done(decidePreset(emptyStored, preset, OPEN, HR));
    expect(undecidedIn(stored)).toEqual(["SALARY_RESERVE"]);
    const { options: inForce } = policyFor(toBook(stored), OPEN);
    for (const { reading, option } of options) expect(inForce[reading]).toBe(option);
  });

  it("a preset takes the place of the decision in force and leaves those that say the same", () => {
    const own = [
      decision("SCORE_90_91", "T2", { from: "2026-01", note: "甲" }),
      decision("PERF_T1_RATE", "20", { note: "乙" }),
    ].reduce<StoredPolicy>((stored, one) => done(decideReading(stored, one)), emptyStored);
    const { decisions } = done(decidePreset(own, "favourable", OPEN, { ...HR, by: "丙" }));
    const of = (reading: string) => decisions.filter((one) => one.reading === reading);
    expect(of("SCORE_90_91")).toEqual([
      { reading: "SCORE_90_91", option: "T1", by: "丙", on: HR.on, note: "", from: "2026-01" },
    ]);
    expect(of("PERF_T1_RATE")).toMatchObject([{ option: "20", note: "乙", by: "HR" }]);
  });

  it("wants a day", () => {
    expect(refusals(decideRecommended(emptyStored, OPEN, { by: "HR", on: "today" }))).toEqual([
      "on notADay",
    ]);
    expect(refusals(decidePreset(emptyStored, "literal", OPEN, { by: "HR", on: "" }))).toEqual([
      "on required",
    ]);
  });

  it("legal notes are acknowledged once and can be taken back", () => {
    const two = acknowledge(acknowledge(emptyStored, "L3", true), "L1", true);
    expect(two.acknowledged).toEqual(["L1", "L3"]);
    expect(acknowledge(two, "L3", true)).toEqual(two);
    expect(acknowledge(acknowledge(two, "L3", false), "L1", false)).toEqual(emptyStored);
  });
});

describe("versions", () => {
  const { stored, id } = ownVersion();

  it("start as a copy of what is in force; the months before keep theirs", () => {
    expect(valuesIn(stored)).toEqual(builtInValues);
    expect(policyFor(toBook(stored), month("2025-12")).version.id).toBe("built-in");
    const changed = done(setValue(builtInValues, "$.levels[1].baseSalaryFen", "2300"));
    const saved = done(saveValues(stored, id, changed, OPEN));
    expect(valuesIn(saved, month("2025-12"))).toEqual(builtInValues);
    const next = done(newVersion(saved, { from: "2026/6", name: "" }));
    expect(valuesIn(next.stored, month("2026-06"))).toEqual(changed);
    expect(next.stored.versions?.map((version) => version.from)).toEqual([
      undefined,
      "2026-01",
      "2026-06",
    ]);
  });

  it.each([
    ["", "from required"],
    ["2026-01", "from notAfter"],
    ["2025年12月", "from notAfter"],
    ["2026-13", "from notAMonth"],
    ["明年", "from notAMonth"],
    ["2026", "from notAMonth"],
  ])("from %j are refused: %s", (from, expected) => {
    expect(refusals(newVersion(stored, { from, name: "" }))).toEqual([expected]);
  });

  it("are removed again without a trace, the earliest only with the others", () => {
    const { versions, ...without } = stored;
    expect(versions).toHaveLength(2);
    expect(done(removeVersion(stored, id))).toEqual(without);
    expect(problemOf(removeVersion(stored, "built-in"))?.code).toBe("locked");
    expect(problemOf(removeVersion(stored, "other"))?.code).toBe("unknownVersion");
    const imported: StoredPolicy = {
      ...emptyStored,
      versions: [
        { id: "a", values: builtInValues },
        { id: "b", from: "2026-01", values: builtInValues },
      ],
    };
    expect(problemOf(removeVersion(imported, "a"))?.code).toBe("earliest");
    expect(done(removeVersion(imported, "b")).versions).toHaveLength(1);
  });

  it("move between their neighbours only", () => {
    const next = done(newVersion(stored, { from: "2026-06", name: "" }));
    const move = (one: string, from: string) =>
      changeVersion(next.stored, one, { from, name: "新名" });
    expect(done(move(id, "2026-05")).versions?.[1]).toMatchObject({
      from: "2026-05",
      name: "新名",
    });
    expect(refusals(move(id, "2026-06"))).toEqual(["from notBefore"]);
    expect(refusals(move(next.id, "2026-01"))).toEqual(["from notAfter"]);
    expect(refusals(move(next.id, "x"))).toEqual(["from notAMonth"]);
    expect(refusals(move("other", "2026-05"))).toEqual(["version unknownVersion"]);
  });

  it("that are locked refuse every edit until they are unlocked", () => {
    const locked = done(lockVersion(stored, id, true));
    const values = done(setValue(builtInValues, "$.levels[1].baseSalaryFen", "2300"));
    for (const result of [
      saveValues(locked, id, values, OPEN),
      changeVersion(locked, id, { from: "2026-02", name: "" }),
      removeVersion(locked, id),
    ])
      expect(refusals(result)).toEqual(["version locked"]);
    expect(done(lockVersion(locked, id, false))).toEqual(stored);
    expect(problemOf(lockVersion(stored, "built-in", false))?.code).toBe("locked");
    expect(problemOf(saveValues(stored, "built-in", values, OPEN))?.code).toBe("locked");
  });

  it("keep fields of a later product", () => {
    const later: StoredPolicy = Object.assign({ ...stored }, { theme: "red" });
    const values = done(setValue(builtInValues, "$.levels[1].baseSalaryFen", "2300"));
    expect(done(saveValues(later, id, values, OPEN))).toMatchObject({ theme: "red" });
    expect(done(newVersion(later, { from: "2027-01", name: "" })).stored).toMatchObject({
      theme: "red",
    });
  });
});

// ---------------------------------------------------------------- drafts

const { stored, id } = ownVersion();
const reportOf = (values: PolicyValues) =>
  validateDraft(withValues(stored, id, values), stored, id, OPEN);

describe("a draft with an error is not saved and says where", () => {
  it.each<[string, FieldInput, string]>([
    ["$.commission.bands[1].fromFen", "20000", "$.commission.bands[1].fromFen"],
    ["$.commission.bands[0].fromFen", "0", "$.commission.bands[0].fromFen"],
    ["$.commission.bands[1].rateBasisPoints", "0.5%", "$.commission.bands[1].rateBasisPoints"],
    ["$.commission.belowFirstBasisPoints", "", "$.commission.belowFirstBasisPoints"],
    ["$.score.bands[1].from", { points: "61", inclusive: true }, "$.score.bands[1].from"],
    ["$.score.bands[0].to", { points: "65", inclusive: true }, "$.score.bands[1].from"],
    ["$.score.bands[3].to", { points: "99", inclusive: true }, "$.score.bands[3].to"],
    ["$.score.bands[0].from", { points: "1", inclusive: true }, "$.score.bands[0].from"],
    ["$.score.bands[2].rateBasisPoints", "1%", "$.score.bands[2].rateBasisPoints"],
    ["$.levels[2].baseSalaryFen", "1000", "$.levels[2].baseSalaryFen"],
    ["$.levels[3].baseSalaryFen", "28000", "$.levels[3].baseSalaryFen"],
    ["$.levels[2].aliases", ["初级"], "$.levels[2].aliases"],
    ["$.promotion.rules[2].window", { months: "2", worstTier: "2" }, "$.promotion.rules[2].window"],
    [
      "$.promotion.rules[1].inner",
      { months: "9", tier: "1", bound: "atLeast" },
      "$.promotion.rules[1].inner",
    ],
    ["$.promotion.rules[2].worstTier", "3", "$.promotion.rules[2].streakMonths"],
    ["$.review.failBelowPoints", "101", "$.review.failBelowPoints"],
  ])("%s ← %j", (path, input, field) => {
    const values = done(setValue(builtInValues, path, input));
    const { blocking, fields } = reportOf(values);
    expect(blocking.map((issue) => issue.path)).toContain(field);
    expect(fields.map((issue) => issue.path)).toContain(field);
    expect(saveValues(stored, id, values, OPEN)).toEqual({ kind: "refused", issues: blocking });
    for (const { problem } of blocking)
      for (const language of ["zh", "en"] as const)
        expect(sayEditProblem(problem, language)).not.toBe("");
  });

  it("is told everything at once", () => {
    const values = done(
      setValue(
        done(setValue(builtInValues, "$.commission.bands[1].fromFen", "100")),
        "$.levels[2].baseSalaryFen",
        "1",
      ),
    );
    expect(reportOf(values).blocking.length).toBeGreaterThan(1);
  });

  it("knows values that no form made", () => {
    const broken = { ...builtInValues, localMinimumWageFen: -5 };
    const { blocking, lint } = reportOf(broken);
    expect(blocking).toMatchObject([{ path: "$.localMinimumWageFen", problem: { code: "form" } }]);
    expect(lint).toEqual([]);
  });

  it("is not held up by what was wrong before, a blocking reading among it", () => {
    const fine = done(setValue(builtInValues, "$.levels[1].baseSalaryFen", "2300"));
    expect(reportOf(fine).lint.map(({ check }) => check)).toContain("PC41");
    expect(reportOf(fine).blocking).toEqual([]);
    const literal = done(decidePreset(stored, "literal", OPEN, HR));
    expect(
      lintBook(toBook(literal), OPEN).filter(({ check }) => check === "PC03" || check === "PC04"),
    ).not.toEqual([]);
    expect(saveValues(literal, id, fine, OPEN).kind).toBe("edited");
  });

  it("counts tiers that a rule names and the scale has not", () => {
    const rules = builtInValues.promotion.rules.map((rule) => ({ ...rule, worstTier: 9 }));
    const values = { ...builtInValues, promotion: { ...builtInValues.promotion, rules } };
    expect(reportOf(values).blocking).toContainEqual({
      path: "$.promotion.rules[0].worstTier",
      problem: { code: "unknownTier", tier: 9, worst: 4 },
    });
  });
});

describe("any sequence of edits", () => {
  type Change = (values: PolicyValues) => Edited<PolicyValues>;
  const paths = fieldsOf(builtInValues).map(({ path }) => path);
  const anyInput: fc.Arbitrary<FieldInput> = fc.constantFrom<FieldInput>(
    "0",
    "1",
    "2",
    "3",
    "60",
    "75",
    "20000",
    "50000",
    "1%",
    "abc",
    "",
    true,
    false,
    null,
    ["甲"],
    { points: "70", inclusive: true },
    { months: "4", worstTier: "3" },
    { months: "3", tier: "1", bound: "exactly" },
  );
  const anyChange: fc.Arbitrary<Change> = fc.oneof(
    fc.tuple(fc.constantFrom(...paths), anyInput).map(
      ([path, input]): Change =>
        (values) =>
          setValue(values, path, input),
    ),
    fc.constantFrom(null, "junior", "senior", "reserve").map(
      (above): Change =>
        (values) =>
          addLevel(values, {
            above,
            name: `级${values.levels.length}`,
            nameEnglish: "Level",
            baseSalary: "2500",
            variablePay: true,
          }),
    ),
    fc.constantFrom("probation", "middle", "reserve").map(
      (level): Change =>
        (values) =>
          removeLevel(values, level),
    ),
    fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom("30", "70", "95")).map(
      ([tier, at]): Change =>
        (values) =>
          addScoreTier(values, tier, { points: at }),
    ),
    fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom("better" as const, "worse" as const))
      .map(
        ([tier, into]): Change =>
          (values) =>
            removeScoreTier(values, tier, into),
      ),
    fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom("40", "85")).map(
      ([tier, at]): Change =>
        (values) =>
          setTierLimit(values, tier, { points: at, inBetter: true }),
    ),
    fc.constantFrom("10000", "45000", "70000").map(
      (from): Change =>
        (values) =>
          addCommissionBand(values, { from, rate: "1%" }),
    ),
    fc.integer({ min: 0, max: 4 }).map(
      (index): Change =>
        (values) =>
          removeCommissionBand(values, index),
    ),
  );

  it("leaves a policy that can be computed with, or errors that are seen and keep it from being saved", () => {
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 8 }), (changes) => {
        let values = builtInValues;
        for (const change of changes) {
          const result = change(values);
          if (result.kind === "edited") values = result.value;
        }
        const draft = withValues(stored, id, values);
        const before = new Set(
          lintBook(toBook(stored), OPEN).map(({ check, facts }) => JSON.stringify([check, facts])),
        );
        const fresh = lintBook(toBook(draft), OPEN).filter(
          ({ severity, check, facts }) =>
            severity === "error" && !before.has(JSON.stringify([check, facts])),
        );
        const report = validateDraft(draft, stored, id, OPEN);
        for (const result of fresh)
          expect(report.blocking.map(({ problem }) => problem)).toContainEqual({
            code: "lint",
            result,
          });
        const saved = saveValues(stored, id, values, OPEN);
        expect(saved.kind).toBe(report.blocking.length === 0 ? "edited" : "refused");
        expect(policyFor(toBook(draft), OPEN).levels.length).toBeGreaterThan(0);
        if (saved.kind === "edited")
          expect(readPolicyJson(writePolicyJson(saved.value))).toMatchObject({ kind: "read" });
      }),
      { numRuns: 120, seed: 99 },
    );
  });
});

// ---------------------------------------------------------------- differences

/** What may be typed into a field of a kind, one of which at least is another value than the built-in one. */
function inputsOf(kind: FieldKind): readonly FieldInput[] {
  switch (kind.kind) {
    case "number":
      return ["3", "7"];
    case "text":
      return ["7"];
    case "day":
      return ["2026-01-01"];
    case "clause":
      return ["§1"];
    case "words":
    case "clauses":
      return [["§1"]];
    case "choice":
      return kind.options;
    case "yesNo":
      return [true, false];
    case "level":
      return ["junior", "middle"];
    case "bandEnd":
      return [{ points: "7", inclusive: true }];
    case "inner":
      return [{ months: "7", tier: "2", bound: "exactly" }];
    case "window":
      return [{ months: "7", worstTier: "3" }];
  }
}

describe("the differences of two versions", () => {
  const nameLevel = (level: string) =>
    builtInValues.levels.find(({ id: one }) => one === level)?.name;
  const said = (before: PolicyValues, after: PolicyValues) =>
    diffVersions(before, after).map((change) => sayValueChange(change, "zh", nameLevel));

  it("are none between a version and itself", () => {
    expect(diffVersions(builtInValues, builtInValues)).toEqual([]);
    const read = readPolicyJson(writePolicyJson(ownVersion().stored));
    if (read.kind !== "read") throw new Error("Not read");
    expect(diffVersions(builtInValues, valuesIn(read.book))).toEqual([]);
  });

  it("name what changed, with both values and their unit", () => {
    const after = done(
      setValue(
        done(setValue(builtInValues, "$.levels[1].baseSalaryFen", "2300.5")),
        "$.levels[4].baseSalaryFen",
        "3000",
      ),
    );
    expect(diffVersions(builtInValues, after)).toMatchObject([
      {
        path: "$.levels[1].baseSalaryFen",
        change: "changed",
        kind: { unit: "yuan" },
        before: 220_000,
        after: 230_050,
      },
      { path: "$.levels[4].baseSalaryFen", before: { reading: "SALARY_RESERVE" }, after: 300_000 },
    ]);
    expect(said(builtInValues, after)).toEqual([
      "初级客服：底薪由2,200 元改为2,300.50 元",
      "储备主管：底薪由3,000 元或30,000 元（由口径决定）改为3,000 元",
    ]);
  });

  it("of a level that was added are that level's, not those of all after it", () => {
    const after = done(
      addLevel(builtInValues, {
        above: "junior",
        name: "准中级",
        nameEnglish: "Almost",
        baseSalary: "2300",
        variablePay: true,
      }),
    );
    const changes = diffVersions(builtInValues, after);
    expect(
      changes.filter(({ subject }) => subject.kind === "level").map(({ change }) => change),
    ).toEqual(Array(6).fill("added"));
    expect(new Set(changes.map(({ change }) => change))).toEqual(new Set(["added", "removed"]));
  });

  it("mirror each other, for every value that can be edited", () => {
    for (const { path, kind } of fieldsOf(builtInValues)) {
      const edited = inputsOf(kind).flatMap((input) => {
        const result = setValue(builtInValues, path, input);
        return result.kind === "edited" ? [result.value] : [];
      });
      // Two of each tell; comparing whole policies takes its time.
      const changed = edited.slice(-2);
      const seen = changed.map((values) => diffVersions(builtInValues, values));
      expect(
        seen.some((changes) => changes.length > 0),
        path,
      ).toBe(true);
      for (const [index, values] of changed.entries())
        expect(diffVersions(values, builtInValues)).toHaveLength(seen[index]?.length ?? -1);
    }
  });
});
