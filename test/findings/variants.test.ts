import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { Cell } from "../../src/grid";
import {
  builtInBook,
  judgePromotion,
  judgeRisk,
  payFor,
  fineFor,
  promotionSensitivity,
  readings,
  tierJudge,
  withOptionIn,
  type Policies,
  type ReadingId,
} from "../../src/policy";
import { fen } from "../../src/units";
import { decidedBook } from "../policy/decided";
import { judgePerson, settingOf, type MonthSetting } from "../../src/month";
import { HEADER, isOf, readSheet, rowsOf, TODAY, validate, type Someone } from "./setup";

// What an option provably leaves alone is not judged again, and a pattern of tiers only once. These tests
// judge everything again, each time, and must come to the same.

const scores: fc.Arbitrary<Cell | undefined> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(50, 60, 60.5, 79.5, 80, 85, 90.5, 91, 95, 100) },
  { weight: 2, arbitrary: fc.constantFrom("产假", "病假", null, undefined, "优秀", 0) },
);
const failing: fc.Arbitrary<Cell | undefined> = fc.constantFrom(50, 55, 55, 58, 70, undefined);
const someone: fc.Arbitrary<Someone> = fc.record({
  level: fc.constantFrom("试用", "初级", "中级", "高级", "储备主管"),
  scores: fc.oneof(
    { weight: 4, arbitrary: fc.array(scores, { minLength: 1, maxLength: 16 }) },
    { weight: 1, arbitrary: fc.array(failing, { minLength: 3, maxLength: 8 }) },
  ),
  sales: fc.constantFrom(10_000, 30_000, 45_000, 55_000, 70_000),
  complaints: fc.constantFrom(0, 1, 2, 3, 4),
  leaves: fc.constantFrom(0, 1),
  hired: fc.constantFrom(null, "2024-03-01", "2025-02-01"),
  since: fc.constantFrom(null, "2024-09", "2025-01"),
});

function settingFor(people: readonly Someone[], book = builtInBook()): MonthSetting {
  const rows = people.flatMap((one, index) =>
    rowsOf({ ...one, id: `P${index}`, name: `人${index}` }),
  );
  const steps = settingOf({
    sheet: readSheet([HEADER, ...rows]),
    book,
    today: TODAY,
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const run = { seed: 20_250_601, numRuns: 150 };

describe("readings that decide on a candidate", () => {
  it("are those that judging everything again finds", () => {
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 5 }), (people) => {
        const setting = settingFor(people);
        for (const person of setting.sheet.people) {
          const { dependsOn, history, level } = judgePerson(person, setting);
          if (dependsOn === null || level === null) continue;
          expect(dependsOn).toEqual(promotionSensitivity(history, level, setting.policies));
        }
      }),
      run,
    );
  });
});

/** Everything that F-POL-02 compares, by the policy's own functions and nothing else. */
function resultUnder(
  policies: Policies,
  one: Someone,
  judged: ReturnType<typeof judgePerson>,
): readonly (string | null)[] {
  const { history, months, level, verdict } = judged;
  const now = history.cells.at(-1);
  const score = now?.kind === "score" ? now.score : null;
  const placed = score === null ? null : tierJudge(policies.asOf)(score);
  const row = months.at(-1)?.record ?? null;
  const there = row !== null && now?.kind !== "unreadable";
  const count = (value: unknown): number => (typeof value === "number" ? value : 0);
  const fine = fineFor(policies.asOf, count(one.complaints), count(one.leaves));
  const held = policies.asOf.levels.find(({ id }) => id === months.at(-1)?.level?.id);
  const paid =
    held === undefined
      ? null
      : payFor(policies.asOf, held, { sales: fen(count(one.sales) * 100), score, extra: fen(0) })
          .gross;
  const netted = policies.asOf.fines.netted && fine.kind === "fine" ? fine.amount : 0;
  const promotion =
    level === null || verdict?.kind !== "judged" ? null : judgePromotion(history, level, policies);
  const risk = judgeRisk(history, level, policies);
  const gross = there && paid?.kind === "amount" ? String(paid.value - netted) : null;
  // Of whoever is not in the month the pay alone counts, and only if there is a row to pay (rule M2).
  if (judged.presence !== "inMonth")
    return [null, judged.onPayroll ? gross : null, null, null, null];
  return [
    placed?.kind === "tier" ? String(placed.tier) : null,
    gross,
    there ? JSON.stringify(fine) : null,
    promotion?.kind === "judged"
      ? `${promotion.target.id} ${promotion.status} ${promotion.monthsShort}`
      : null,
    risk.kind === "excluded" ? null : `${risk.kind} ${risk.count}`,
  ];
}

/** Undecided readings that change something, tried on everybody without any short cut. */
function undecidedByForce(people: readonly Someone[], setting: MonthSetting): readonly ReadingId[] {
  const { policies, sheet } = setting;
  const judged = sheet.people.map((person) => ({
    one: people[Number(person.employeeId.slice(1))],
    person: judgePerson(person, setting),
  }));
  return readings
    .filter(({ id, level, options }) =>
      judged.some(({ one, person }) => {
        if (one === undefined || (person.presence !== "inMonth" && !person.onPayroll)) return false;
        if (level === "blocking") return typeof person.level?.baseSalary === "object";
        const before = resultUnder(policies, one, person);
        return options.some((option) => {
          if (option.id === "undefined" || option.id === policies.asOf.options[id]) return false;
          const after = resultUnder(withOptionIn(policies, id, option.id), one, person);
          return before.some((value, index) => {
            // Promotion and risk that cannot be determined under the option are skipped.
            if (index >= 3 && (value === null || after[index] === null)) return false;
            return value !== after[index];
          });
        });
      }),
    )
    .map(({ id }) => id);
}

describe("undecided readings that change a result (F-POL-02)", () => {
  it("are those that judging everything again finds", () => {
    const met = new Set<ReadingId>();
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 3 }), (people) => {
        const setting = settingFor(people);
        if (setting.asOf === null) return;
        const found = validate(setting.sheet, { book: builtInBook() }).findings.filter(
          isOf("readingUndecided"),
        );
        const expected = undecidedByForce(people, setting);
        expect(found.map(({ reading }) => reading.id).sort()).toEqual([...expected].sort());
        for (const reading of expected) met.add(reading);
      }),
      run,
    );
    // All others were met, so that the law is not an empty one: leaves are typed as counts, and a tier 4
    // is below 60 as long as no second reading moves it.
    expect(readings.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([
      "FAIL_DEF",
      "LEAVE_10",
      "LEAVE_NEEDS_LOSS",
    ]);
  });

  it("are those too where any run of the past counts for leaving a level", () => {
    const book = decidedBook({ STREAK_ANCHOR: "any", CRITERIA_ROLE: "exit" });
    const undecided = {
      ...book,
      decisions: book.decisions.filter(({ reading }) => !reading.startsWith("WINDOW_")),
    };
    let met = 0;
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 3 }), (people) => {
        const setting = settingFor(people, undecided);
        if (setting.asOf === null) return;
        const found = validate(setting.sheet, { book: undecided }).findings.filter(
          isOf("readingUndecided"),
        );
        const expected = undecidedByForce(people, setting).filter((id) => id.startsWith("WINDOW_"));
        expect(found.map(({ reading }) => reading.id).sort()).toEqual([...expected].sort());
        met += expected.length;
      }),
      run,
    );
    expect(met).toBeGreaterThan(10);
  });

  const effectsOf = (someone_: Someone, reading: ReadingId) =>
    validate(readSheet([HEADER, ...rowsOf(someone_)]), { book: builtInBook() })
      .findings.filter(isOf("readingUndecided"))
      .find((finding) => finding.reading.id === reading);

  it("tell the money under each option", () => {
    const found = effectsOf({ scores: [85], sales: 55_000 }, "COMMISSION_T1_FROM");
    expect(found).toMatchObject({
      severity: "warning",
      clause: "§6.C1",
      people: 1,
      options: [
        { inForce: true, people: 0, gross: 220_000 + 55_000 + 18_700 },
        { inForce: false, people: 1, gross: 220_000 + 71_500 + 18_700 },
      ],
    });
  });

  it("tell both salaries of a level that waits", () => {
    const found = effectsOf({ level: "储备主管", scores: [95], sales: 60_000 }, "SALARY_RESERVE");
    expect(found).toMatchObject({
      severity: "warning",
      blocking: true,
      people: 1,
      options: [
        { inForce: false, gross: 420_750 },
        { inForce: false, gross: 3_505_500 },
      ],
    });
  });

  it("count everybody concerned", () => {
    const people: Someone[] = [
      { id: "A", name: "甲", scores: [80] },
      { id: "B", name: "乙", scores: [80] },
      { id: "C", name: "丙", scores: [85] },
    ];
    const [found] = validate(readSheet([HEADER, ...people.flatMap(rowsOf)]), {
      book: builtInBook(),
    })
      .findings.filter(isOf("readingUndecided"))
      .filter(({ reading }) => reading.id === "SCORE_80");
    expect(found?.people).toBe(2);
  });
});
