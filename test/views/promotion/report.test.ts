import { beforeAll, describe, expect, it } from "vitest";
import { builtInBook } from "../../../src/policy";
import {
  promotionHistory,
  reviewList,
  type PastPromotion,
  type PromotionMonth,
  type ReportEntry,
} from "../../../src/views";
import type { ScoreSheet } from "../../../src/scoresheet";
import { formatMonth, formatPoints, formatYuan, type Fen } from "../../../src/units";
import { book, ledger, month, type Someone } from "../../findings/setup";
import { finish } from "../people";
import { sampleSheet } from "./sample";
import { judgePromotions, personOf, reportOf, states, told, type TableRow } from "./setup";

const yuan = (amount: Fen | null | undefined): string =>
  amount === null || amount === undefined ? "-" : formatYuan(amount);

/** "2,200.00 > 2,400.00, 2,943.60 > 3,161.20": base and gross before and after. */
function payOf({ pay }: ReportEntry): string {
  if (pay === null) return "none";
  const { before, after, waitsFor } = pay;
  const waiting = waitsFor === null ? "" : ` (${waitsFor.title.zh})`;
  return `${yuan(before.base)} > ${yuan(after.base)}, ${yuan(before.gross)} > ${yuan(after.gross)}${waiting}`;
}

const inGroup = (judged: PromotionMonth, group: ReportEntry["group"]): ReportEntry[] =>
  reportOf(judged).entries.filter((entry) => entry.group === group);
const idsIn = (judged: PromotionMonth, group: ReportEntry["group"]): string[] =>
  inGroup(judged, group).map(({ row }) => row.person.employeeId);

function historyOf(sheet: ScoreSheet, rows: readonly TableRow[] = []): readonly PastPromotion[] {
  const judged = judgePromotions(sheet, rows);
  return finish(
    promotionHistory(
      judged.input,
      judged.setting,
      judged.people.map((person) => person.judged),
      judged.recordsOf,
    ),
  );
}

describe("the sample workbook, nothing decided", () => {
  let judged: PromotionMonth;
  beforeAll(async () => {
    judged = judgePromotions(await sampleSheet(), [], {
      book: builtInBook(),
      today: month("2026-11"),
    });
  });

  it("is reported for 2026-10, with who was checked and why some were not judged", () => {
    const report = reportOf(judged);
    expect(formatMonth(report.asOf)).toBe("2026-10");
    // 14 people; 孙悦 has left.
    expect(report.checked).toBe(13);
    expect(report.counts).toEqual({ eligible: 5, oneMonthShort: 1, missingData: 2, excluded: 1 });
    expect(idsIn(judged, "eligible")).toEqual(["A01", "A02", "A03", "A04", "A05"]);
    expect(idsIn(judged, "oneMonthShort")).toEqual(["A06"]);
    expect(idsIn(judged, "missingData")).toEqual(["A10", "A11"]);
    expect(idsIn(judged, "excluded")).toEqual(["A13"]);
    expect(report.readings.length).toBe(30);
    expect(report.readings.every(({ undecided }) => undecided)).toBe(true);
    expect(report.reviews).toBeNull();
  });

  // By hand. Sales of 2026-10: 71,720.50, 48,020.50, 55,000.00, 44,420.50, 22,620.50.
  it.each([
    // 2800 + 1.3% of 71,720.50 = 932.37 + 2800 × 15% × 98% = 411.60; the reserve's base is undecided.
    ["A01", "2,800.00 > -, 4,143.97 > - (储备主管底薪)"],
    // 480.21 (480.205) + 334.80 at 2400, + 390.60 at 2800.
    ["A02", "2,400.00 > 2,800.00, 3,215.01 > 3,670.81"],
    // 550.00 + 193.60 at 2200, + 211.20 at 2400.
    ["A03", "2,200.00 > 2,400.00, 2,943.60 > 3,161.20"],
    // 444.21 (444.205) + 313.50, + 342.00.
    ["A04", "2,200.00 > 2,400.00, 2,957.71 > 3,186.21"],
    // Probation earns the base; as a junior 158.34 (158.3435) + 193.60.
    ["A05", "2,200.00 > 2,200.00, 2,200.00 > 2,551.94"],
  ])("what a promotion of %s would change in pay", (id, expected) => {
    const entry = inGroup(judged, "eligible").find(({ row }) => row.person.employeeId === id);
    expect(entry === undefined ? "" : payOf(entry)).toBe(expected);
  });

  it("opens every step of rule P7 for each of them", () => {
    const steps = inGroup(judged, "eligible").map(({ row, file }) => [
      row.person.employeeId,
      file?.steps.length,
      new Set(file?.steps.map(({ state }) => state)).size,
    ]);
    // 12 to reserve, 10 to senior, 11 to middle, 11 to junior.
    expect(steps).toEqual([
      ["A01", 12, 1],
      ["A02", 10, 1],
      ["A03", 11, 1],
      ["A04", 11, 1],
      ["A05", 11, 1],
    ]);
    expect(inGroup(judged, "eligible").map(({ skip }) => skip?.target.id ?? "")).toEqual([
      "",
      "",
      "",
      "senior",
      "",
    ]);
  });

  // By hand from the scores of scripts/sampleWorkbook.ts, the newest last.
  it.each([
    // 94 95 97 92 94 96 95 98: eight of tier 1; the four before, 95 96 93 94, are too.
    ["A01", "eligible 0 2026-03–2026-10 of 2025-11–2026-10"],
    // 93 94 91 95 93, and 92 before.
    ["A02", "eligible 0 2026-06–2026-10 of 2026-05–2026-10"],
    // 85 92 86 93 88: two of tier 1.
    ["A03", "eligible 0 2026-06–2026-10"],
    ["A04", "eligible 0 2026-06–2026-10"],
    // 82 85 88.
    ["A05", "eligible 0 2026-08–2026-10"],
    // 84 86: the third is to come.
    ["A06", "not_yet 1 2026-09–2026-10"],
    // 57 in October: the six months after it.
    ["A08", "not_yet 6 2026-06–2026-10 of 2026-05–2026-10"],
    // 64 63 58 55 52: five new ones.
    ["A07", "not_yet 5 2026-06–2026-10"],
    // 92 93 — 92 94: August is missing.
    ["A10", "missing_data 2026-06–2026-10"],
    // 94 93 95 92 —: October is.
    ["A11", "missing_data 2026-06–2026-10 of 2026-05–2026-10"],
    // 80 in April and 90.5 in May are of tier 2, and September's month is a slip: eleven months to be clear of it.
    ["A14", "not_yet 11 2026-03–2026-10 of 2025-11–2026-10"],
    ["A09", "top_level"],
    ["A13", "excluded"],
  ])("judges %s: %s", (id, expected) => {
    const { row } = personOf(judged, id);
    const span = (months: typeof row.evidence): string[] => {
      const [first, last] = [months[0], months.at(-1)];
      return first && last ? [`${formatMonth(first.month)}–${formatMonth(last.month)}`] : [];
    };
    const window = row.evidence.filter(({ inWindow }) => inWindow);
    const short = row.verdict?.kind === "judged" ? row.verdict.monthsShort : null;
    expect(
      [
        row.status,
        ...(short === null || row.status === "missing_data" ? [] : [String(short)]),
        ...span(row.evidence.filter(({ inStreak }) => inStreak)),
        ...(window.length === 0 ? [] : ["of", ...span(window)]),
      ].join(" "),
    ).toBe(expected);
  });

  const MIDDLE = "§6.Z §4.1.A §4.2.A §4.2.B §4.2.C §4.2.E §5.2b §5.2c §5.2c §5.2c §6.Z";
  // Rule P7, step by step.
  it.each([
    [
      "A01",
      "reserve",
      "§5.3b §5.3b §4.1.A §4.4.A §4.4.B §4.4.C §4.4.D §4.4.E §4.4.F §5.3c §5.3c §6.Z",
    ],
    ["A02", "senior", "§6.Z §4.1.A §4.3.A §4.3.B §4.3.C §5.2b §5.2c §5.2c §5.2c §6.Z"],
    ["A03", "middle", MIDDLE],
    ["A04", "middle", MIDDLE],
    ["A05", "junior", "§6.Z §4.1.A §4.1.B §4.1.C §4.1.D §4.1.E §4.1.F §5.1 §6.Z §5.1 §6.Z"],
  ])("lists the steps of %s on the way to %s, all open", (id, target, clauses) => {
    const { file } = personOf(judged, id);
    expect(file?.target.id).toBe(target);
    expect(states(file?.steps)).toEqual(clauses.split(" ").map((clause) => `${clause} open`));
  });

  it("lets A04 skip to senior with a review of its own first, and nobody to reserve", () => {
    expect(states(personOf(judged, "A04").skip?.steps)[0]).toBe("§2.3 open");
    for (const { row, skip } of judged.people) {
      expect(row.skipHint?.id).not.toBe("reserve");
      expect(skip?.target.id).not.toBe("reserve");
    }
  });

  it("counts the department's tiers month by month", () => {
    const { tiers, tierCounts } = reportOf(judged);
    expect(tiers).toEqual([1, 2, 3, 4]);
    expect(tierCounts).toHaveLength(12);
    // 98 93 95 96 94 | 88 85→A05 is 88, A06 86, A13 88 | none in 61–79 | 52 57; A10's 94 is tier 1;
    // A11 has no row.
    const last = tierCounts.at(-1);
    expect(last && formatMonth(last.month)).toBe("2026-10");
    expect(last?.people).toEqual([6, 4, 0, 2]);
    expect(last?.without).toBe(1);
  });

  it("sends 赵磊 to a review: three failed months, and three complaints in October", () => {
    const reviews = reviewList(
      judged.setting,
      judged.people.map((person) => person.judged),
    );
    expect(
      reviews.map(({ person, failed, complaints }) => [
        person.name,
        failed.map(
          ({ month: when, score }) =>
            `${formatMonth(when)} ${score === null ? "" : formatPoints(score)}`,
        ),
        complaints === null ? null : [complaints.count, yuan(complaints.fine)],
      ]),
    ).toEqual([["赵磊", ["2026-08 58", "2026-09 55", "2026-10 52"], [3, "150.00"]]]);
  });

  it("lists the promotions that the sheet shows, newest first, with the pay around them", () => {
    const history = finish(
      promotionHistory(
        judged.input,
        judged.setting,
        judged.people.map((person) => person.judged),
        judged.recordsOf,
      ),
    );
    expect(
      history.map((one) =>
        [
          one.person.name,
          formatMonth(one.month),
          `${one.from.id}>${one.to.id}`,
          one.evidence.status,
          `${formatMonth(one.before.month)} ${yuan(one.before.base)} ${yuan(one.before.gross)}`,
          `${formatMonth(one.after.month)} ${yuan(one.after.base)} ${yuan(one.after.gross)}`,
          one.file === null ? "no record" : "record",
        ].join(" | "),
      ),
    ).toEqual([
      // 李娜 from 2026-03: 84 86 88 91 92 85 before: five of tier 2 or better, two of tier 1.
      // 2026-02: 36,000 + (55 × 137 mod 9 = 2) × 100 + 20.50 → 36,220.50 × 0.9% = 325.98; 85 → 187.00.
      // 2026-03: 38,000 + (56 × 137 mod 9 = 4) × 100 + 20.50 → 38,420.50 × 0.9% = 345.78; 86 → 206.40.
      "李娜 | 2026-03 | junior>middle | eligible | 2026-02 2,200.00 2,712.98 | 2026-03 2,400.00 2,952.18 | no record",
      // 马超 from 2026-01: 92 93 94 92 are too few, and his row of 2062-09 may be any month that lacks.
      // 2025-12: 49,000 + (55 × 137 mod 9 = 2) × 100 + 20.50 → 49,220.50 × 1% = 492.21; 92 → 331.20.
      // 2026-01: 61,000 + (56 × 137 mod 9 = 4) × 100 + 20.50 → 61,420.50 × 1.3% = 798.47; 95 → 399.00.
      "马超 | 2026-01 | middle>senior | excluded | 2025-12 2,400.00 3,223.41 | 2026-01 2,800.00 3,997.47 | no record",
      // 张敏 from 2025-12: 81 82 84, probation pays the base.
      // 2025-12: 22,000 + (54 × 137 mod 9 = 0) × 100 + 20.50 → 22,020.50 × 0.7% = 154.14; 88 → 193.60.
      "张敏 | 2025-12 | probation>junior | eligible | 2025-11 2,200.00 2,200.00 | 2025-12 2,200.00 2,547.74 | no record",
    ]);
  });
});

describe("who is in the report", () => {
  const cases: readonly (readonly [string, Someone, ReportEntry["group"] | null])[] = [
    ["a candidate", { scores: [85, 92, 86, 93, 88] }, "eligible"],
    ["one month short", { scores: [92, 86, 93, 88] }, "oneMonthShort"],
    ["two months short", { scores: [86, 93, 88] }, null],
    ["a month in the way is missing", { scores: [85, 92, undefined, 93, 88] }, "missingData"],
    ["a month in the way cannot be read", { scores: [85, 92, "优秀", 93, 88] }, "excluded"],
    ["an unknown level", { level: "经理", scores: [85, 92, 86] }, "excluded"],
    ["the top level", { level: "储备", scores: [95, 95, 95] }, null],
    ["nothing scored but a reason", { scores: ["病假", "病假"] }, null],
  ];
  it.each(cases)("%s", (_, someone, group) => {
    const entries = reportOf(judgePromotions(ledger(someone))).entries;
    const found = entries.find(({ row }) => row.person.employeeId === "A01");
    expect(found?.group ?? null).toBe(group);
  });

  it("everybody is listed as not judged where the sheet has no levels or fractions for scores", () => {
    const sheet = ledger({ scores: [0.85, 0.92, 0.86] }, { id: "A02", scores: [0.7, 0.8] });
    const { layout } = sheet;
    const fractions: ScoreSheet = {
      ...sheet,
      people: sheet.people.filter(({ employeeId }) => employeeId !== "Z99"),
      records: sheet.records.filter(({ employeeId }) => employeeId.text !== "Z99"),
      layout,
    };
    const report = reportOf(judgePromotions(fractions));
    expect(report.checked).toBe(2);
    expect(report.counts.excluded).toBe(2);
    expect(report.entries.map(({ row }) => row.exclusion?.kind)).toEqual([
      "scoresAsFractions",
      "scoresAsFractions",
    ]);
  });

  it("what is noted lies within the months that count", () => {
    const someone: Someone = {
      scores: [85, 92, 86, 93, 88, 85],
      complaints: [2, 0, 1, 0, 0, 1],
      leaves: [1, 0, 0, 2, 0, 0],
    };
    const [entry] = reportOf(judgePromotions(ledger(someone))).entries;
    expect(entry?.noted).toEqual({ complaints: 2, leaves: 2, missing: 0 });
  });

  it("says which options hold and which are undecided", () => {
    const { readings } = reportOf(
      judgePromotions(ledger({ scores: [85] }), [], {
        book: book({ SCORE_80: "T3" }, ["SCORE_60"]),
      }),
    );
    const of = (id: string) => readings.find((reading) => reading.id === id);
    expect([of("SCORE_80")?.option.zh, of("SCORE_80")?.undecided]).toEqual(["第三等级", false]);
    expect([of("SCORE_60")?.option.zh, of("SCORE_60")?.undecided]).toEqual(["第三等级", true]);
  });
});

describe("reviews", () => {
  const kinds = (someone: Someone, options = {}) => {
    const { setting, people } = judgePromotions(ledger(someone), [], { book: book(options) });
    return reviewList(
      setting,
      people.map(({ judged }) => judged),
    ).map(({ failed, complaints }) => [failed.length, complaints?.count ?? 0]);
  };
  it.each<[string, Someone, object, number[][]]>([
    ["three failed months", { scores: [50, 50, 50] }, {}, [[3, 0]]],
    ["two", { scores: [80, 50, 50] }, {}, []],
    ["60 is no fail", { scores: [50, 50, 60] }, {}, []],
    ["59.99 is", { scores: [50, 50, 59.99] }, {}, [[3, 0]]],
    ["a blank breaks the run", { scores: [50, undefined, 50, 50] }, {}, []],
    [
      "not under assessments in a row",
      { scores: [50, undefined, 50, 50] },
      { DISMISSAL_BASIS: "assessments" },
      [[3, 0]],
    ],
    [
      "a senior under the junior scope",
      { level: "高级", scores: [50, 50, 50] },
      { DISMISSAL_SCOPE: "juniorOnly" },
      [],
    ],
    ["three complaints", { scores: [85, 85], complaints: [0, 3] }, {}, [[0, 3]]],
    ["two", { scores: [85, 85], complaints: [0, 2] }, {}, []],
    ["three in an earlier month", { scores: [85, 85], complaints: [3, 0] }, {}, []],
    [
      "three, the word taken without its number",
      { scores: [85, 85], complaints: [0, 3] },
      { COMPLAINT_3_INCLUSIVE: "no" },
      [],
    ],
    [
      "four then",
      { scores: [85, 85], complaints: [0, 4] },
      { COMPLAINT_3_INCLUSIVE: "no" },
      [[0, 4]],
    ],
    ["a count that is none", { scores: [85, 85], complaints: [0, "三次"] }, {}, []],
    ["both", { scores: [50, 50, 50], complaints: [0, 0, 3] }, {}, [[3, 3]]],
  ])("%s", (_, someone, options, expected) => {
    expect(kinds(someone, options)).toEqual(expected);
  });

  it("are in the report only when chosen", () => {
    const judged = judgePromotions(ledger({ scores: [50, 50, 50] }));
    expect(reportOf(judged).reviews).toBeNull();
    expect(reportOf(judged, true).reviews).toHaveLength(1);
  });
});

describe("promotions that were", () => {
  const risen: Someone = {
    level: ["初级", "初级", "初级", "初级", "初级", "中级", "中级"],
    scores: [85, 92, 86, 93, 88, 84, 83],
    sales: 0,
  };
  const passed = (item: string, more = {}): TableRow =>
    told(item, "通过", { month: "2025-04", ...more });

  it("are judged by the month before they took effect", () => {
    const [only, ...others] = historyOf(ledger(risen));
    expect(others).toEqual([]);
    expect(only && [formatMonth(only.month), only.evidence.status, only.skipped]).toEqual([
      "2025-05",
      "eligible",
      false,
    ]);
    expect(only?.evidence.evidence.map(({ month: when }) => formatMonth(when))).toEqual([
      "2024-12",
      "2025-01",
      "2025-02",
      "2025-03",
      "2025-04",
    ]);
    expect(only?.file).toBeNull();
  });

  it("know what the table says of their steps", () => {
    const [only] = historyOf(ledger(risen), [passed("§5.2b", { figure: "7/8" }), passed("§4.1.A")]);
    expect(only?.file && formatMonth(only.file.month)).toBe("2025-04");
    expect(states(only?.file?.steps).filter((step) => !step.endsWith("open"))).toEqual([
      "§4.1.A done",
      "§5.2b done 7/8",
    ]);
  });

  it.each([
    ["after the promotion", { month: "2025-06" }],
    ["more than a year before", { month: "2024-05" }],
    ["of another level", { target: "高级" }],
    ["of somebody else", { id: "A07", name: "赵" }],
  ])("rows do not count: %s", (_, more) => {
    expect(historyOf(ledger(risen), [passed("§5.2b", more)])[0]?.file).toBeNull();
  });

  it("of a skip ask for its review", () => {
    const skipped: Someone = { level: ["初级", "高级"], scores: [95, 95] };
    const [only] = historyOf(ledger(skipped), [
      passed("§2.3", { target: "高级", month: "2025-05" }),
    ]);
    expect(only?.skipped).toBe(true);
    expect(states(only?.file?.steps)[0]).toBe("§2.3 done");
  });

  it("are no falls, no blank levels and no unknown ones", () => {
    for (const level of [
      ["中级", "初级"],
      ["初级", null],
      ["初级", "经理"],
      ["初级", "初级客服"],
    ])
      expect(historyOf(ledger({ level, scores: [85, 85] }))).toEqual([]);
  });
});
