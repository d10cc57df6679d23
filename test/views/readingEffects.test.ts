import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeMonth } from "../../src/month";
import { builtInBook, readings, type PolicyBook, type ReadingId } from "../../src/policy";
import { readingEffect, readingEffects, versionEffect, type OptionOutcome } from "../../src/views";
import { sayOptionOutcome } from "../../src/wording";
import { book, HEADER, readSheet, TODAY, type Someone } from "../findings/setup";
import { anybody, finish, judge, monthOfPeople, oneMonth, sheetOf } from "./people";

const counts = { pay: 0, tier: 0, promotion: 0, review: 0, fine: 0 };

function effectOf(
  reading: ReadingId,
  people: readonly Someone[],
  of: PolicyBook = book({}, [reading]),
) {
  return finish(readingEffect(judge(monthOfPeople(...people), of), reading));
}

function option(effect: ReturnType<typeof effectOf>, id: string) {
  const found = effect.options.find((one) => one.option === id);
  if (found === undefined) throw new Error(`No option ${id}`);
  return found;
}

describe("what an option changes", () => {
  // Junior: base 2200; the amounts are those of the clauses, worked by hand.
  it.each<[ReadingId, string, readonly Someone[], object]>([
    [
      "PERF_T1_RATE",
      "20",
      [
        oneMonth("A", "初级客服", 95, 0),
        oneMonth("B", "中级客服", 95, 0),
        oneMonth("C", "初级客服", 85, 0),
      ],
      { people: 2, difference: 10_450 + 11_400, kinds: { ...counts, pay: 2 } },
    ],
    [
      "COMMISSION_T1_FROM",
      "50000",
      [oneMonth("A", "初级客服", 70, 55_000), oneMonth("B", "初级客服", 70, 60_000)],
      { people: 1, difference: 16_500, kinds: { ...counts, pay: 1 } },
    ],
    [
      "COMMISSION_MODE",
      "marginal",
      [oneMonth("A", "初级客服", 50, 30_000), oneMonth("B", "初级客服", 50, 10_000)],
      { people: 1, difference: 7_000 - 27_000, kinds: { ...counts, pay: 1 } },
    ],
    [
      "PROBATION_VARIABLE",
      "full",
      [oneMonth("A", "试用", 90, 45_000)],
      { people: 1, difference: 64_800, kinds: { ...counts, pay: 1 } },
    ],
    [
      "SCORE_60",
      "T4",
      [oneMonth("A", "初级客服", 60, 0), oneMonth("B", "初级客服", 61, 0)],
      { people: 1, difference: -6_600, kinds: { ...counts, pay: 1, tier: 1 } },
    ],
    [
      "SCORE_60",
      "undefined",
      [oneMonth("A", "初级客服", 60, 0), oneMonth("B", "初级客服", 61, 0)],
      { people: 1, difference: 0, notPaid: { people: 1, amount: 226_600 } },
    ],
    [
      "COMPLAINT_2ND",
      "total100",
      [oneMonth("A", "初级客服", 70, 0, { complaints: 2 })],
      { people: 1, difference: 0, kinds: { ...counts, fine: 1 } },
    ],
    [
      "FINES_NETTED",
      "yes",
      [oneMonth("A", "初级客服", 70, 0, { complaints: 1 }), oneMonth("B", "初级客服", 70, 0)],
      { people: 1, difference: -5_000, kinds: { ...counts, pay: 1 } },
    ],
    [
      "JUNIOR_H",
      "exactly",
      [{ id: "A", name: "甲", level: "试用", scores: [95, 95, 95] }],
      { people: 1, difference: 0, kinds: { ...counts, promotion: 1 } },
    ],
    [
      "DISMISSAL_SCOPE",
      "juniorOnly",
      [{ id: "A", name: "甲", level: "高级客服", scores: [50, 50, 50] }],
      { people: 1, difference: 0, kinds: { ...counts, review: 1 } },
    ],
    [
      "LEAVE_10",
      "atLeast",
      [oneMonth("A", "初级客服", 70, 0, { leaves: 2 })],
      { people: 0, difference: 0, kinds: counts },
    ],
  ])("%s as %s", (reading, id, people, expected) => {
    expect(option(effectOf(reading, people), id)).toMatchObject(expected);
  });

  it("is nothing for the option that holds, decided or by default", () => {
    const people: readonly Someone[] = [oneMonth("A", "初级客服", 95, 0)];
    expect(option(effectOf("PERF_T1_RATE", people), "15")).toMatchObject({
      inForce: true,
      people: 0,
    });
    const decided = effectOf("PERF_T1_RATE", people, book({ PERF_T1_RATE: "20" }));
    expect(decided.undecided).toBe(false);
    expect(option(decided, "20")).toMatchObject({ inForce: true, people: 0 });
    expect(option(decided, "15")).toMatchObject({ people: 1, difference: -10_450 });
  });

  it("of the blocking reading is both amounts while it is undecided", () => {
    const people: readonly Someone[] = [
      oneMonth("A", "储备主管", 95, 60_000),
      oneMonth("B", "初级客服", 70, 0),
    ];
    const open = effectOf("SALARY_RESERVE", people);
    expect(open.options.map(({ inForce }) => inForce)).toEqual([false, false]);
    expect(option(open, "3000")).toMatchObject({
      people: 1,
      newlyPaid: { people: 1, amount: 420_750 },
    });
    expect(option(open, "30000")).toMatchObject({ newlyPaid: { people: 1, amount: 3_505_500 } });
    const decided = effectOf("SALARY_RESERVE", people, book({ SALARY_RESERVE: "3000" }));
    expect(option(decided, "30000")).toMatchObject({ people: 1, difference: 3_084_750 });
  });

  it("is said in both languages with amount and people", () => {
    const effect = effectOf("PERF_T1_RATE", [oneMonth("A", "初级客服", 95, 0)]);
    expect(sayOptionOutcome(option(effect, "20"), "zh")).toBe(
      "若按“20%（按公式）”：当月多付 104.50 元，涉及 1 人（工资 1 人）",
    );
    expect(sayOptionOutcome(option(effect, "15"), "zh")).toContain("没有变化");
    expect(sayOptionOutcome(option(effect, "20"), "en")).toContain("104.50 yuan more");
    const refused = effectOf("SCORE_60", [oneMonth("A", "初级客服", 60, 0)]);
    expect(sayOptionOutcome(option(refused, "undefined"), "zh")).toContain("算不出工资");
  });
});

describe("nothing is judged that cannot be", () => {
  it.each<[string, readonly (readonly unknown[])[]]>([
    [
      "scores as fractions",
      [
        ["A", "甲", "2025-06", "初级", 0.9, 0],
        ["B", "乙", "2025-06", "初级", 0.8, 0],
        ["C", "丙", "2025-06", "初级", 0.7, 0],
      ],
    ],
    ["no score at all", [["A", "甲", "2025-06", "初级", null, 0]]],
    ["only scores of the future", [["A", "甲", "2031-06", "初级", 95, 60_000]]],
  ])("%s", (_, rows) => {
    const sheet = readSheet([
      HEADER.slice(0, 6),
      ...rows.map((row) =>
        row.map((cell) => (typeof cell === "number" || typeof cell === "string" ? cell : null)),
      ),
    ]);
    const effects = finish(readingEffects(judge(sheet, builtInBook())));
    for (const { options } of effects)
      for (const { people, difference, newlyPaid } of options)
        expect([people, difference, newlyPaid.people]).toEqual([0, 0, 0]);
  });

  it("people who left, have no level that is known, or errors in their row count for nothing", () => {
    const left = {
      id: "L",
      name: "离职",
      level: "初级客服",
      scores: [95, 95, 95],
      until: "2025-01",
    };
    const people: readonly Someone[] = [
      left,
      oneMonth("X", "经理", 95, 60_000),
      oneMonth("Y", "初级客服", "优秀", 60_000),
      oneMonth("Z", "初级客服", 95, 60_000, { sales: "三万" }),
      oneMonth("A", "初级客服", 95, 60_000),
    ];
    expect(option(effectOf("PERF_T1_RATE", people), "20")).toMatchObject({
      people: 1,
      difference: 10_450,
    });
  });
});

describe("all readings together", () => {
  it("come in their order and only as far as the policy disputes them", () => {
    const judged = judge(monthOfPeople(oneMonth("A", "初级客服", 95, 0)), builtInBook());
    const all = finish(readingEffects(judged));
    expect(all.map(({ reading }) => reading)).toEqual(readings.map(({ id }) => id));
    for (const { reading, options } of all)
      expect(options.map(({ option: id }) => id)).toEqual(
        readings.find(({ id }) => id === reading)?.options.map(({ id }) => id),
      );
  });

  it("pause often enough to be stopped", () => {
    const people = Array.from({ length: 40 }, (_, at) =>
      oneMonth(`P${at}`, "初级客服", 60, 55_000),
    );
    const sheet = monthOfPeople(...people);
    const judging = judgeMonth({ sheet, book: builtInBook(), today: TODAY });
    expect([...judging].length).toBeGreaterThan(4);
    expect([...readingEffect(judge(sheet, builtInBook()), "SCORE_60")].length).toBeGreaterThan(9);
  });

  // Nothing is judged again that an option provably leaves alone; judging everything again must agree.
  it("agree with judging the whole month again under each option", () => {
    const other = fc.constantFrom<Partial<Record<ReadingId, string>>>(
      {},
      { SCORE_80: "T3", FINES_NETTED: "yes" },
      { MISSING_MONTH: "bridge", COMMISSION_MODE: "fixed", FAIL_DEF: "tier4" },
      { CRITERIA_ROLE: "exit", WINDOW_HISTORY: "recorded", SCORE_ROUNDING: "integer" },
    );
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 2, maxLength: 5 }), other, (people, options) => {
        const sheet = sheetOf(people);
        const judged = judge(sheet, book(options));
        for (const { id, options: all } of readings)
          for (const { id: choice } of all) {
            const again = judge(sheet, book({ ...options, [id]: choice }));
            const expected: OptionOutcome = finish(versionEffect(judged, again));
            const found = finish(readingEffect(judged, id)).options.find(
              (one) => one.option === choice,
            );
            expect(found, `${id} ${choice}`).toMatchObject(expected);
          }
      }),
      { numRuns: 8, seed: 2_025 },
    );
  });
});
