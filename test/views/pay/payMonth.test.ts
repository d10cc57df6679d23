import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/grid";
import { formatAddress } from "../../../src/grid";
import { builtInBook, readings, type PolicyBook } from "../../../src/policy";
import { judgeMonth } from "../../../src/month";
import { payMonth, type PayMonth } from "../../../src/views";
import type { ScoreSheet } from "../../../src/scoresheet";
import { addFen, formatMonth, type Month } from "../../../src/units";
import { book, month, readSheet, TODAY } from "../../findings/setup";
import { sampleSheet } from "../promotion/sample";
import { finish } from "../people";

const HEADER = [
  "工号",
  "姓名",
  "月份",
  "级别",
  "绩效分数",
  "销售额",
  "额外奖励",
  "投诉次数",
  "离岗次数",
];
const all = readings.map(({ id }) => id);

/** 工号, level, score, sales, extra, complaints, leaves of 2025-06. */
type Line = readonly [id: string, level: Cell, score: Cell, sales: Cell, ...rest: readonly Cell[]];

const rowOf = ([id, level, score, sales, ...rest]: Line): Cell[] => [
  id,
  `人${id}`,
  "2025-06",
  level,
  score,
  sales,
  ...[0, 1, 2].map((index) => rest[index] ?? null),
];

/** A colleague's score settles the month. */
const ledger = (...lines: readonly Line[]): ScoreSheet =>
  readSheet([HEADER, ...lines.map(rowOf), rowOf(["Z", "初级", 70, 1000])]);

function pay(sheet: ScoreSheet, by: PolicyBook = book(), today: Month = TODAY): PayMonth {
  return finish(payMonth(finish(judgeMonth({ sheet, book: by, today }))));
}

/** Base, commission, performance, extra, gross, fines, net in fen. */
function amounts({ paid }: PayMonth, id: string): readonly (number | null)[] | undefined {
  const entry = paid.find(({ person }) => person.employeeId === id);
  if (entry === undefined) return undefined;
  const { base, commission, performance, extra, gross, fines, net } = entry.pay;
  return [...[base, commission, performance, extra, gross].map(({ amount }) => amount), fines, net];
}

function reason(found: PayMonth, id: string): object | undefined {
  const entry = found.unpaid.find(({ person }) => person.employeeId === id);
  return entry?.pay.why;
}

describe("a payslip", () => {
  test.each<[string, Line, readonly number[]]>([
    // 2200 and nothing else: §6.S1 lists no variable parts; a typed extra is paid all the same.
    ["probation", ["A", "试用", 90, 45_000, 120], [220_000, 0, 0, 12_000, 232_000, 0, 232_000]],
    ["probation without a score", ["A", "试用", null, 0], [220_000, 0, 0, 0, 220_000, 0, 220_000]],
    // 45,000 × 1 % = 450; 2200 × 10 % × 85 % = 187.
    ["junior", ["A", "初级", 85, 45_000], [220_000, 45_000, 18_700, 0, 283_700, 0, 283_700]],
    // 19,999.99 earns none; 20,000 earns 140. Score 59.99 earns none.
    [
      "a fen below 20,000",
      ["A", "初级", 59.99, 19_999.99],
      [220_000, 0, 0, 0, 220_000, 0, 220_000],
    ],
    ["exactly 20,000", ["A", "初级", 59.99, 20_000], [220_000, 14_000, 0, 0, 234_000, 0, 234_000]],
    // 60,000 × 1.3 % = 780; 2800 × 15 % × 91 % = 382.20.
    ["senior", ["A", "高级", 91, 60_000], [280_000, 78_000, 38_220, 0, 396_220, 0, 396_220]],
    ["blank sales", ["A", "中级", 75, null], [240_000, 0, 9_000, 0, 249_000, 0, 249_000]],
    ["refunds above sales", ["A", "中级", 75, -100], [240_000, 0, 9_000, 0, 249_000, 0, 249_000]],
    // 3000 + 780 + 3000 × 15 % × 95 % = 427.50 (SALARY_RESERVE decided).
    [
      "reserve, decided",
      ["A", "储备主管", 95, 60_000],
      [300_000, 78_000, 42_750, 0, 420_750, 0, 420_750],
    ],
    // 50, and 100 for the second; one leave of the post 10: beside the pay, not taken off.
    [
      "fines",
      ["A", "初级", 85, 45_000, 0, 2, 1],
      [220_000, 45_000, 18_700, 0, 283_700, 16_000, 283_700],
    ],
  ])("%s", (_, line, expected) => {
    expect(amounts(pay(ledger(line)), "A")).toEqual(expected);
  });

  test("names the clause behind each number", () => {
    const [entry] = pay(ledger(["A", "中级", 85, 31_000, 0, 1, 1])).paid;
    const { base, commission, performance, fineClauses } = entry?.pay ?? {};
    expect([base?.clause, commission?.clause, performance?.clause, fineClauses]).toEqual([
      "§6.S3",
      "§6.C3",
      "§6.P2",
      ["§R5b", "§W4c"],
    ]);
    expect([commission?.rate, performance?.rate]).toEqual([90, 1_000]);
  });

  test("has the fines taken off where the reading says so, and the gross as it was", () => {
    const found = pay(ledger(["A", "初级", 85, 45_000, 0, 2]), book({ FINES_NETTED: "yes" }));
    expect(amounts(found, "A")).toEqual([220_000, 45_000, 18_700, 0, 283_700, 15_000, 268_700]);
    expect(found.finesNetted).toBe(true);
  });

  test("goes by the month's own version of the policy", () => {
    const [version] = builtInBook().versions;
    if (version === undefined) throw new Error("No version");
    const levels = version.values.levels.map((level) =>
      level.id === "junior" ? { ...level, baseSalaryFen: 230_000 } : level,
    );
    const raised = (from: string): PolicyBook => ({
      ...book(),
      versions: [
        version,
        {
          ...version,
          id: "v2",
          from: month(from),
          name: "v2",
          values: { ...version.values, levels },
        },
      ],
    });
    const sheet = ledger(["A", "初级", 85, 0]);
    expect(amounts(pay(sheet, raised("2025-06")), "A")?.[0]).toBe(230_000);
    expect(amounts(pay(sheet, raised("2025-07")), "A")?.[0]).toBe(220_000);
  });
});

describe("whoever cannot be paid is listed with the reason and no amount", () => {
  test.each<[string, Line, object, PolicyBook?]>([
    [
      "the reserve supervisor's salary is undecided",
      ["A", "储备主管", 95, 60_000],
      { kind: "undecided", reading: { id: "SALARY_RESERVE" } },
      book({}, all),
    ],
    ["no score", ["A", "初级", null, 45_000], { kind: "noScore" }],
    ["on leave", ["A", "初级", "产假", 45_000], { kind: "noScore" }],
    ["a score that may be a placeholder", ["A", "初级", 0, 45_000], { kind: "zeroScore" }],
    ["a word for a score", ["A", "初级", "优秀", 0], { kind: "unreadable", source: "score" }],
    ["a score above the scale", ["A", "试用", 105, 0], { kind: "unreadable", source: "score" }],
    ["a word for sales", ["A", "初级", 85, "三万"], { kind: "unreadable", source: "sales" }],
    [
      "a score that Excel is at work on",
      ["A", "初级", "#BUSY!", 0],
      { kind: "notCalculated", source: "score" },
    ],
    [
      "sales that are on their way",
      ["A", "初级", 85, "#GETTING_DATA"],
      { kind: "notCalculated", source: "sales" },
    ],
    [
      "a level that is not calculated",
      ["A", "#CONNECT!", 85, 0],
      { kind: "notCalculated", source: "level" },
    ],
    [
      "an extra that is none",
      ["A", "初级", 85, 0, "看情况"],
      { kind: "unreadable", source: "extra" },
    ],
    ["an extra below 0", ["A", "初级", 85, 0, -50], { kind: "negative", source: "extra" }],
    ["no level", ["A", null, 85, 0], { kind: "levelBlank" }],
    ["an unknown level", ["A", "经理", 85, 0], { kind: "levelUnknown", text: "经理" }],
    [
      "a score that is placed in no tier",
      ["A", "初级", 60, 0],
      { kind: "refusedScore", reading: { id: "SCORE_60" } },
      book({ SCORE_60: "undefined" }),
    ],
    [
      "a count that is none, while fines are taken off",
      ["A", "初级", 85, 0, 0, "多次"],
      { kind: "unreadable", source: "complaints" },
      book({ FINES_NETTED: "yes" }),
    ],
  ])("%s", (_, line, why, by) => {
    const found = pay(ledger(line), by);
    expect(reason(found, "A")).toMatchObject(why);
    expect(amounts(found, "A")).toBeUndefined();
    // The colleague alone: 2200, 2200 × 5 % × 70 % = 77.
    expect(found.totals).toMatchObject({ people: 1, gross: 227_700 });
  });

  test("a row of theirs has no month yet: it may be this one", () => {
    const rows = [
      rowOf(["A", "初级", 85, 0]),
      rowOf(["A", "初级", 90, 0]),
      rowOf(["B", "初级", 85, 0]),
    ];
    const found = pay(
      readSheet([HEADER, ...rows.map((row, at) => (at === 1 ? row.with(2, "#BUSY!") : row))]),
    );
    expect(reason(found, "A")).toEqual({ kind: "notCalculated", source: "month" });
    expect(found.paid.map(({ person }) => person.employeeId)).toEqual(["B"]);
  });

  test("a row has no 工号 yet: it may be anybody's", () => {
    const rows = [rowOf(["A", "初级", 85, 0]), rowOf(["B", "初级", 85, 0]).with(0, "#BUSY!")];
    const found = pay(readSheet([HEADER, ...rows]));
    expect(found.paid).toEqual([]);
    expect(reason(found, "A")).toMatchObject({
      kind: "sheet",
      exclusion: { kind: "notCalculated" },
    });
  });

  test("no row in the month, two that differ, and a row of nobody", () => {
    const sheet = readSheet([
      HEADER,
      ["A", "人A", "2025-05", "初级", 80, 0, null, null, null],
      ["B", "人B", "2025-06", "初级", 80, 0, null, null, null],
      ["B", "人B", "2025-06", "初级", 80, 50_000, null, null, null],
      ["C", "人C", "2025-06", "初级", 80, 0, null, null, null],
      ["C", "人C", "2025-06", "初级", 80, 0, null, null, null],
      [null, null, "2025-06", "初级", 83, 19_800, null, null, null],
    ]);
    const found = pay(sheet);
    expect(
      found.unpaid.map(({ person, pay: { why, cell } }) => [
        person.employeeId,
        why.kind,
        cell === null ? null : formatAddress(cell),
      ]),
    ).toEqual([
      ["B", "contradicted", "C3"],
      ["", "nameless", "B7"],
    ]);
    // Whoever has no row in the month is not on its payroll, and named (rule M3).
    expect(found.people.withoutRow.map(({ employeeId }) => employeeId)).toEqual(["A"]);
    // The same row twice is one person's month: 2200 + 2200 × 10 % × 80 %.
    expect(found.paid.map(({ person }) => person.employeeId)).toEqual(["C"]);
    expect(found.totals.gross).toBe(237_600);
  });

  test("a sheet without sales pays probation only", () => {
    const sheet = readSheet([
      ["姓名", "月份", "级别", "绩效分数"],
      ["林晓", "2025-06", "试用", 85],
      ["周敏", "2025-06", "初级", 85],
    ]);
    const found = pay(sheet);
    expect(found.paid.map(({ person }) => person.name)).toEqual(["林晓"]);
    expect(found.unpaid.map(({ pay: { why } }) => why.kind)).toEqual(["noSalesColumn"]);
  });

  test("scores typed as shares of 1 pay nobody", () => {
    const found = pay(ledger(["A", "初级", 0.8, 0], ["B", "初级", 0.85, 0], ["C", "初级", 0.9, 0]));
    // The colleague's 70 proves that they are not all shares.
    expect(found.paid.length).toBeGreaterThan(0);
    const shares = pay(
      readSheet([
        HEADER,
        rowOf(["A", "初级", 0.8, 0]),
        rowOf(["B", "初级", 0.7, 0]),
        rowOf(["C", "初级", 0.9, 0]),
      ]),
    );
    expect(shares.paid).toEqual([]);
    expect(shares.unpaid.map(({ pay: { why } }) => why)).toEqual(
      Array(3).fill({ kind: "sheet", exclusion: { kind: "scoresAsFractions" } }),
    );
  });

  test("a sheet without a score has no month to pay", () => {
    const found = pay(readSheet([HEADER, rowOf(["A", "初级", null, 0])]));
    expect([found.month, found.paid, found.unpaid]).toEqual([null, [], []]);
  });
});

describe("the month", () => {
  test("lists differences to typed amounts first", () => {
    const sheet = readSheet([
      [...HEADER.slice(0, 6), "提成"],
      ["A", "人A", "2025-05", "初级", 85, 45_000, 1],
      ["A", "人A", "2025-06", "初级", 95, 45_000, 451],
      ["B", "人B", "2025-06", "储备主管", 85, 45_000, 450],
    ]);
    expect(
      pay(sheet, book({}, all)).findings.map(({ code, month: of, cell }) => [
        code,
        of === null ? null : formatMonth(of),
        cell === null ? null : formatAddress(cell),
      ]),
    ).toEqual([
      ["F-PAY-01", "2025-06", "G3"],
      ["F-PAY-02", "2025-06", "E3"],
      ["F-PAY-03", "2025-06", "D4"],
    ]);
  });

  test("says what settling each undecided reading otherwise would move", () => {
    const found = pay(
      ledger(["A", "初级", 95, 55_000], ["B", "试用", 90, 45_000], ["C", "储备主管", 95, 60_000]),
      book({}, [
        "SALARY_RESERVE",
        "PERF_T1_RATE",
        "COMMISSION_T1_FROM",
        "PROBATION_VARIABLE",
        "SCORE_60",
      ]),
    );
    const moved = found.readings.map(({ reading, options }) => [
      reading.id,
      options.map(({ people, difference, newlyPaid }) => [people, difference, newlyPaid.amount]),
    ]);
    expect(moved).toEqual([
      [
        "SALARY_RESERVE",
        [
          [1, 0, 420_750],
          [1, 0, 3_505_500],
        ],
      ],
      // 55,000 × 1.3 % − 55,000 × 1 % = 165.
      ["COMMISSION_T1_FROM", [[1, 16_500, 0]]],
      // 450 + 2200 × 10 % × 90 % = 648.
      ["PROBATION_VARIABLE", [[1, 64_800, 0]]],
      // 2200 × 5 % × 95 % = 104.50.
      ["PERF_T1_RATE", [[1, 10_450, 0]]],
    ]);
    expect(found.undecided.map(({ id }) => id)).toContain("SCORE_60");
  });
});

test("the sample ledger's October, by hand", async () => {
  const found = pay(await sampleSheet(), builtInBook(), month("2026-11"));
  expect(found.month).toBe(month("2026-10"));
  const rows = found.paid.map(
    ({ person, pay: { base, commission, performance, gross, fines } }) => [
      person.employeeId,
      ...[base, commission, performance, gross].map(({ amount }) => amount),
      fines,
    ],
  );
  expect(new Map(rows.map(([id, ...rest]) => [id, rest]))).toEqual(
    new Map<string, number[]>([
      // 71,720.50 × 1.3 % = 932.3665; 2800 × 15 % × 98 %; extra 300
      ["A01", [280_000, 93_237, 41_160, 444_397, 0]],
      // 48,020.50 × 1 % = 480.205; 2400 × 15 % × 93 %
      ["A02", [240_000, 48_021, 33_480, 321_501, 0]],
      // 55,000 × 1 % (below the threshold of 60,000); 2200 × 10 % × 88 %
      ["A03", [220_000, 55_000, 19_360, 294_360, 0]],
      // 44,420.50 × 1 % = 444.205; 2200 × 15 % × 95 %
      ["A04", [220_000, 44_421, 31_350, 295_771, 0]],
      ["A05", [220_000, 0, 0, 220_000, 0]],
      ["A06", [220_000, 0, 0, 220_000, 0]],
      // 12,120.50 and 52 earn nothing; three complaints: 50 + 100, the third is for people to judge
      ["A07", [220_000, 0, 0, 220_000, 15_000]],
      // 22,320.50 × 0.7 % = 156.2435; 57 earns nothing
      ["A08", [240_000, 15_624, 0, 255_624, 0]],
      // 41,520.50 × 1 % = 415.205; 2200 × 15 % × 94 %
      ["A10", [220_000, 41_521, 31_020, 292_541, 0]],
      // 37,220.50 × 0.9 % = 334.9845; 2200 × 10 % × 88 %
      ["A13", [220_000, 33_498, 19_360, 272_858, 0]],
      // 52,300.50 × 1 % = 523.005; 2800 × 15 % × 94 %
      ["A14", [280_000, 52_301, 39_480, 371_781, 0]],
    ]),
  );
  expect(found.unpaid.map(({ person, pay: { why } }) => [person.employeeId, why.kind])).toEqual([
    ["A09", "undecided"],
    ["", "nameless"],
  ]);
  expect(found.totals).toMatchObject({
    people: 11,
    extra: 30_000,
    gross: 3_208_833,
    fines: 15_000,
  });
  expect(found.levels.map(({ level, totals }) => [level.id, totals.people, totals.gross])).toEqual([
    ["probation", 2, 440_000],
    ["junior", 5, 294_360 + 295_771 + 220_000 + 292_541 + 272_858],
    ["middle", 2, 321_501 + 255_624],
    ["senior", 2, 444_397 + 371_781],
  ]);
  // The parts add up to the whole, to the fen.
  const { base, commission, performance, extra, gross } = found.totals;
  expect(addFen(base, commission, performance, extra)).toBe(gross);
});
