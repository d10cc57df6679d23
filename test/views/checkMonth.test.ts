import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/grid";
import { formatAddress } from "../../src/grid";
import { builtInBook } from "../../src/policy";
import { formatMonth, type Month } from "../../src/units";
import type { CandidateRow } from "../../src/views";
import {
  book,
  HEADER,
  hasRow,
  ledger,
  month,
  readSheet,
  rowOf,
  rowsOf,
  validate,
  type Circumstances,
  type Someone,
} from "../findings/setup";

const many = (count: number, score: Cell): Cell[] => Array<Cell>(count).fill(score);
const months = (list: readonly (Month | null)[]): string[] =>
  list.map((one) => (one === null ? "-" : formatMonth(one)));

/** "not_yet middle 2": status, target and months short. */
function brief({ status, target, verdict }: CandidateRow): string {
  const short = verdict?.kind === "judged" ? verdict.monthsShort : null;
  return [status, target?.id ?? "-", short ?? "-"].join(" ");
}

describe("the status of a person", () => {
  const table: readonly (readonly [
    when: string,
    who: Someone,
    expected: string,
    given?: Circumstances,
  ])[] = [
    ["three months of probation", { level: "试用", scores: [85, 80, 90] }, "eligible junior 0"],
    ["two months of probation", { level: "试用", scores: [85, 85] }, "not_yet junior 1"],
    ["a month below", { level: "初级", scores: [91, 91, 85, 85, 79] }, "not_yet middle 5"],
    ["a month is missing", { level: "试用", scores: [85, undefined, 85] }, "missing_data junior 2"],
    [
      "the as-of month is missing",
      { level: "试用", scores: [85, 85, 85, null] },
      "missing_data junior 3",
    ],
    [
      "a month of leave is skipped",
      { level: "试用", scores: [85, "产假", 85, 85] },
      "eligible junior 0",
    ],
    [
      "on leave in the as-of month",
      { level: "试用", scores: [85, 85, 85, "产假"] },
      "eligible junior 0",
    ],
    [
      "sick for a month: missing",
      { level: "试用", scores: [85, "病假", 85, 85] },
      "missing_data junior 1",
    ],
    [
      "an unconfirmed zero is missing",
      { level: "试用", scores: [85, 0, 85, 85] },
      "missing_data junior 1",
    ],
    ["a real zero fails", { level: "试用", scores: [85, "0分", 85, 85] }, "not_yet junior 1"],
    ["the top level", { level: "储备主管", scores: [95, 95] }, "top_level - -"],
    [
      "the top level needs no scores",
      { level: "储备主管", scores: ["优秀", "优秀"] },
      "top_level - -",
    ],
    ["an unknown level", { level: "资深", scores: [95, 95] }, "excluded - -"],
    [
      "no level in the last month",
      { level: ["试用", "试用", null], scores: [85, 85, 85] },
      "excluded - -",
    ],
    [
      "an unknown level long ago",
      { level: ["资深", "试用", "试用"], scores: [85, 85, 85] },
      "eligible junior 0",
    ],
    [
      "no level in a row without a score",
      { level: ["试用", "试用", null], scores: [85, 85, null] },
      "missing_data junior 3",
    ],
    [
      "a score in the way cannot be read",
      { level: "试用", scores: [85, "优秀", 85] },
      "excluded junior -",
    ],
    [
      "a score out of range in the way",
      { level: "试用", scores: [85, 85, 105] },
      "excluded junior -",
    ],
    [
      "an unreadable score that no rule looks at",
      { level: "试用", scores: ["优秀", 85, 85, 85] },
      "eligible junior 0",
    ],
    [
      "sales that cannot be read matter to pay only",
      { level: "试用", scores: [85, 85, 85], sales: "3万" },
      "eligible junior 0",
    ],
    [
      "hired before the sheet: missing months, not waiting",
      { level: "中级", scores: many(5, 95), hired: "2024-01-05" },
      "missing_data senior 1",
    ],
    [
      "hired with the first month: waiting",
      { level: "中级", scores: many(5, 95), hired: "2025-02-01" },
      "not_yet senior 1",
    ],
    [
      "in the level since before the sheet",
      { level: "中级", scores: many(5, 95), since: "2024-06" },
      "missing_data senior 1",
    ],
    [
      "a refused score in the way",
      { level: "试用", scores: [85, 80, 85] },
      "excluded junior -",
      { book: book({ SCORE_80: "undefined" }) },
    ],
    [
      "a refused score that no rule looks at",
      { level: "试用", scores: [80, 85, 85, 85] },
      "eligible junior 0",
      { book: book({ SCORE_80: "undefined" }) },
    ],
    [
      "the level's start matters and is not known",
      { level: "初级", scores: many(6, 95) },
      "excluded middle -",
      { book: book({ STREAK_SCOPE: "sinceLastPromotion" }) },
    ],
    [
      "the level's start is told",
      { level: "初级", scores: many(6, 95), since: "2025-04" },
      "not_yet middle 2",
      { book: book({ STREAK_SCOPE: "sinceLastPromotion" }) },
    ],
    [
      "the records show the level's start",
      { level: ["试用", "试用", "试用", "初级", "初级", "初级"], scores: many(6, 95) },
      "not_yet middle 2",
      { book: book({ STREAK_SCOPE: "sinceLastPromotion" }) },
    ],
    [
      "probation has nothing before it",
      { level: "试用", scores: many(3, 95) },
      "eligible junior 0",
      { book: book({ STREAK_SCOPE: "sinceLastPromotion" }) },
    ],
  ];
  for (const [when, who, expected, given] of table)
    it(`${when}: ${expected}`, () => {
      expect(brief(rowOf(validate(ledger(who), given)))).toBe(expected);
    });
});

describe("who is not judged, and why", () => {
  const exclusionOf = (who: Someone, given?: Circumstances) =>
    rowOf(validate(ledger(who), given)).exclusion;

  it("names the cell of the data error", () => {
    const exclusion = exclusionOf({ level: "试用", scores: [85, "优秀", 85] });
    expect(exclusion).toMatchObject({ kind: "dataError", month: month("2025-05") });
    expect(exclusion?.kind === "dataError" && exclusion.cell && formatAddress(exclusion.cell)).toBe(
      "E3",
    );
  });

  it("takes contradicting rows of a month as a data error, at the later row's month", () => {
    const report = validate(
      ledger({ level: "试用", scores: [85, 85, 85] }, { level: "试用", scores: [84] }),
    );
    const { exclusion } = rowOf(report);
    expect(exclusion?.kind === "dataError" && exclusion.cell && formatAddress(exclusion.cell)).toBe(
      "C5",
    );
  });

  it("judges on when a row is repeated word by word", () => {
    const report = validate(
      ledger({ level: "试用", scores: [85, 85, 85] }, { level: "试用", scores: [85] }),
    );
    expect(brief(rowOf(report))).toBe("eligible junior 0");
  });

  it("does not judge when a score of an unknown month could be the one that is missing", () => {
    const rows = rowsOf({ level: "试用", scores: [85, 85, 85] });
    const [, second] = rows;
    if (second !== undefined) second[2] = "去年12月";
    const { status, exclusion } = rowOf(validate(readSheet([HEADER, ...rows])));
    expect(status).toBe("excluded");
    expect(exclusion?.kind === "dataError" && exclusion.cell && formatAddress(exclusion.cell)).toBe(
      "C3",
    );
  });

  it("judges when a score of an unknown month cannot help", () => {
    const rows = rowsOf({ level: "试用", scores: [85, 85, 85, 85, 70] });
    const [first] = rows;
    if (first !== undefined) first[2] = "去年12月";
    expect(brief(rowOf(validate(readSheet([HEADER, ...rows]))))).toBe("not_yet junior 3");
  });

  it("judges nobody while scores look like fractions or months lack their year", () => {
    const fractions = readSheet([HEADER, ...rowsOf({ level: "试用", scores: [0.85, 0.85, 0.85] })]);
    expect(rowOf(validate(fractions))).toMatchObject({
      status: "excluded",
      exclusion: { kind: "scoresAsFractions" },
      risk: null,
      target: { id: "junior" },
    });
    const yearless = readSheet([
      ["工号", "姓名", "级别", "3月", "4月", "5月"],
      ["A01", "王芳", "试用", 85, 85, 85],
    ]);
    const report = validate(yearless);
    expect(report.asOf).toBeNull();
    expect(rowOf(report)).toMatchObject({
      status: "excluded",
      exclusion: { kind: "monthWithoutYear" },
    });
  });

  it("judges only the risk without a level column", () => {
    const sheet = readSheet([
      ["工号", "姓名", "月份", "绩效分数"],
      ["A01", "王芳", "2025-04", 50],
      ["A01", "王芳", "2025-05", 50],
      ["A01", "王芳", "2025-06", 50],
    ]);
    const report = validate(sheet);
    expect(rowOf(report)).toMatchObject({
      status: "excluded",
      exclusion: { kind: "noLevelColumn" },
      target: null,
      risk: { kind: "dismissal_review" },
    });
    expect(report.reviews).toHaveLength(1);
  });

  it("names the reading that refuses a score, by its title", () => {
    const given = { book: book({ SCORE_80: "undefined" }) };
    expect(exclusionOf({ level: "试用", scores: [85, 80, 85] }, given)).toMatchObject({
      kind: "refusedScore",
      month: month("2025-05"),
      reading: "SCORE_80",
      title: { zh: "80分归哪一档" },
    });
  });

  it("tells the level it does not know", () => {
    expect(exclusionOf({ level: " 资深 ", scores: [85] })).toEqual({
      kind: "unknownLevel",
      text: " 资深 ",
    });
  });
});

describe("the as-of month", () => {
  const people = [
    { id: "A01", level: "试用", scores: [85, 85, 85, 70] },
    { id: "A02", name: "李娜", level: "试用", scores: [85, 85, 85], until: "2025-05" },
    { id: "A03", name: "张敏", level: "试用", scores: [85, 85, 85], until: "2025-05" },
    { id: "A04", name: "刘洋", level: "试用", scores: [85, 85, 85], until: "2025-05" },
  ] as const;
  const sheet = readSheet([HEADER, ...people.flatMap(rowsOf)]);

  it("is the last one that at least half of the people have", () => {
    expect(months([validate(sheet).asOf])).toEqual(["2025-05"]);
    expect(brief(rowOf(validate(sheet)))).toBe("eligible junior 0");
  });

  it("is HR's choice where there is one, and later months are not looked at", () => {
    const report = validate(sheet, { asOf: "2025-06" });
    expect(brief(rowOf(report))).toBe("not_yet junior 3");
    expect(brief(rowOf(report, "A02"))).toBe("missing_data junior 3");
    expect(report.findings.filter(({ code }) => code === "F-MIS-02")).toHaveLength(3);
    expect(validate(sheet).findings.filter(({ code }) => code === "F-MIS-02")).toHaveLength(0);
    expect(brief(rowOf(validate(sheet, { asOf: "2025-04" })))).toBe("not_yet junior 1");
  });

  it("offers every month with a score up to now", () => {
    expect(months(validate(sheet).months)).toEqual(["2025-03", "2025-04", "2025-05", "2025-06"]);
  });

  it("is not a mistyped year", () => {
    const rows = [
      HEADER,
      ...rowsOf({ scores: [85, 85] }),
      ...rowsOf({ id: "A02", name: "李娜", scores: [85, 85], until: "2062-06" }),
    ];
    const report = validate(readSheet(rows));
    expect(months([report.asOf])).toEqual(["2025-06"]);
    expect(months(report.months)).toEqual(["2025-05", "2025-06"]);
  });

  it("is none on a sheet without scores: everybody has a row, without data", () => {
    const report = validate(
      readSheet([HEADER, ...rowsOf({ level: "试用", scores: [null, null] })]),
    );
    expect(report.asOf).toBeNull();
    expect(report.people.map(({ status }) => status)).toEqual(["no_data"]);
  });

  it("drops who has left, and lists everybody else exactly once", () => {
    const left = ledger(
      { scores: [85, 85], until: "2025-04" },
      { id: "A02", name: "李娜", scores: [85] },
    );
    const report = validate(left);
    expect(hasRow(report)).toBe(false);
    expect(report.people.map(({ person }) => person.employeeId).sort()).toEqual(["A02", "Z99"]);
  });

  it("judges each month by its own version, and the rest by that of the as-of month", () => {
    const later = {
      ...book({}, ["SCORE_80"]),
      decisions: [
        ...book({}, ["SCORE_80"]).decisions,
        {
          reading: "SCORE_80",
          option: "T3",
          by: "",
          on: "2025-05-01",
          note: "",
          from: month("2025-05"),
        },
      ],
    };
    const of = (scores: readonly Cell[]) =>
      brief(rowOf(validate(ledger({ level: "试用", scores }), { book: later })));
    expect(of([80, 85, 85])).toBe("eligible junior 0");
    expect(of([85, 80, 85])).toBe("not_yet junior 2");
  });
});

describe("what proves a candidate", () => {
  it("lists the months of streak and window with score and tier", () => {
    const { evidence } = rowOf(
      validate(ledger({ level: "中级", scores: [70, 80, ...many(5, 95)] })),
    );
    expect(
      evidence.map(({ month: when, score, tier, inStreak, inWindow }) => [
        formatMonth(when),
        score === null ? null : score / 1e6,
        tier,
        inStreak,
        inWindow,
      ]),
    ).toEqual([
      ["2025-01", 80, 2, false, true],
      ["2025-02", 95, 1, true, true],
      ["2025-03", 95, 1, true, true],
      ["2025-04", 95, 1, true, true],
      ["2025-05", 95, 1, true, true],
      ["2025-06", 95, 1, true, true],
    ]);
  });

  it("marks the months before the last promotion", () => {
    const level = ["试用", "试用", "试用", "初级", "初级"];
    const row = rowOf(validate(ledger({ level, scores: many(5, 95) })));
    expect(row.evidence.map(({ beforePromotion }) => beforePromotion)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(months([row.levelSince])).toEqual(["2025-05"]);
    expect(row.monthsHeld).toBe(2);
  });

  it("lists the steps of the path, of candidates only", () => {
    const steps = (level: string, scores: readonly Cell[]) =>
      rowOf(validate(ledger({ level, scores }))).steps.map(({ kind }) => kind);
    expect(steps("试用", many(3, 85))).toEqual([
      "application",
      ...Array<string>(6).fill("attestation"),
      "assessment",
      "review",
      "approval",
      "notice",
    ]);
    expect(steps("高级", many(12, 95)).slice(0, 2)).toEqual(["recommendation", "application"]);
    expect(steps("试用", many(2, 85))).toEqual([]);
  });

  it("hints at a skip up to senior, never beyond", () => {
    const hint = (level: string, count: number) =>
      rowOf(validate(ledger({ level, scores: many(count, 95) }))).skipHint?.id ?? null;
    expect(hint("试用", 5)).toBe("middle");
    expect(hint("初级", 12)).toBe("senior");
    expect(hint("中级", 12)).toBeNull();
    expect(hint("高级", 12)).toBeNull();
  });

  it("says when statutory leave lies within", () => {
    const of = (scores: readonly Cell[]) =>
      rowOf(validate(ledger({ level: "试用", scores }))).hasLeaveMonths;
    expect(of([85, "产假", 85, 85])).toBe(true);
    expect(of(["产假", 85, 85, 85])).toBe(false);
    expect(of([85, "病假", 85, 85])).toBe(false);
  });

  it("names the readings on which it rests, undecided ones marked", () => {
    const sheet = ledger({ level: "试用", scores: [85, 80, 85] });
    const { dependsOn, readings } = rowOf(validate(sheet, { book: book({}, ["SCORE_80"]) }));
    expect(dependsOn).toContain("SCORE_80");
    expect(readings.filter(({ undecided }) => undecided).map(({ title }) => title.zh)).toEqual([
      "80分归哪一档",
    ]);
  });

  it("tries the readings out for those who are near only", () => {
    const tried = (scores: readonly Cell[]) =>
      rowOf(validate(ledger({ level: "试用", scores }))).readingsTried;
    expect(tried([85, 85, 85])).toBe(true);
    expect(tried([70, 85, 85])).toBe(true);
    expect(tried([85, 85, 70])).toBe(false);
  });
});

describe("the lists", () => {
  it("put people in the order in which HR can act", () => {
    const people: Someone[] = [
      { id: "N", name: "甲", level: "资深", scores: [85] },
      { id: "T", name: "乙", level: "储备主管", scores: [85] },
      { id: "F", name: "丙", level: "试用", scores: [70] },
      { id: "M", name: "丁", level: "试用", scores: [85, undefined, 85] },
      { id: "S", name: "戊", level: "试用", scores: [85, 85] },
      { id: "E", name: "己", level: "试用", scores: [85, 85, 85] },
    ];
    const report = validate(ledger(...people));
    expect(report.people.map(({ person }) => person.employeeId)).toEqual([
      "E",
      "S",
      "M",
      "F",
      "Z99",
      "T",
      "N",
    ]);
  });

  it("collect the reviews, and only those", () => {
    const report = validate(
      ledger(
        { id: "A", name: "甲", scores: [50, 50, 50] },
        { id: "B", name: "乙", scores: [50, 50] },
        { id: "C", name: "丙", scores: [50, 50, 50], until: "2025-04" },
      ),
    );
    expect(report.reviews.map(({ person }) => person.employeeId)).toEqual(["A"]);
  });

  it("tell what is undecided, by title", () => {
    const report = validate(ledger({ scores: [85] }), { book: builtInBook() });
    expect(report.undecidedReadings.map(({ id }) => id)).toEqual(report.undecided);
    expect(report.undecided).toHaveLength(30);
    expect(validate(ledger({ scores: [85] })).undecided).toEqual([]);
  });
});
