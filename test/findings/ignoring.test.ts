import { describe, expect, it, test } from "vitest";
import {
  ignoredEntries,
  mayIgnore,
  partIgnored,
  type Finding,
  type FindingType,
  type IgnoredEntry,
} from "../../src/findings";
import type { ScoreSheet } from "../../src/scoresheet";
import { formatMonth } from "../../src/units";
import {
  book,
  COLLEAGUE,
  HEADER,
  isOf,
  LAST,
  ledger,
  month,
  readSheet,
  rowsOf,
  validate,
  type Circumstances,
  type Someone,
} from "./setup";

const SAID = { by: "王主管", on: "2026-11-30", reason: "已核对无误" };

/** What is remembered when every finding of a type is set aside. */
function ignored(
  type: FindingType,
  sheet: ScoreSheet,
  given?: Circumstances,
): readonly IgnoredEntry[] {
  const findings = validate(sheet, given).findings.filter(isOf(type));
  expect(findings).not.toEqual([]);
  return ignoredEntries(findings, sheet, SAID);
}

/** How many findings of a type are listed, and how many stand apart. */
function parted(
  type: FindingType,
  entries: readonly IgnoredEntry[],
  sheet: ScoreSheet,
  given?: Circumstances,
): readonly [listed: number, apart: number] {
  const of = partIgnored(validate(sheet, given).findings, sheet, entries);
  return [
    of.listed.filter(isOf(type)).length,
    of.ignored.filter(({ finding }) => finding.type === type).length,
  ];
}

const ANNA: Someone = { id: "A01", name: "王芳", scores: [85, "优秀", 85] };
const OTHER: Someone = { id: "A02", name: "李娜", scores: [70, 70, 70] };

describe("a finding that is set aside", () => {
  type Case = readonly [
    what: string,
    type: FindingType,
    before: readonly Someone[],
    after: readonly Someone[],
    listed: number,
    apart: number,
  ];
  it.each<Case>([
    ["nothing has changed", "scoreNotNumber", [ANNA], [ANNA], 0, 1],
    ["rows were sorted", "scoreNotNumber", [ANNA, OTHER], [OTHER, ANNA], 0, 1],
    [
      "the cell holds something else that is wrong",
      "scoreNotNumber",
      [ANNA],
      [{ ...ANNA, scores: [85, "良好", 85] }],
      1,
      0,
    ],
    [
      "another cell of the row has changed",
      "scoreNotNumber",
      [ANNA],
      [{ ...ANNA, sales: 31_000 }],
      0,
      1,
    ],
    [
      "the same stands in another month",
      "scoreNotNumber",
      [ANNA],
      [{ ...ANNA, scores: ["优秀", 85, 85] }],
      1,
      0,
    ],
    [
      "somebody else has the same",
      "scoreNotNumber",
      [ANNA],
      [ANNA, { ...ANNA, id: "A02", name: "李娜" }],
      1,
      1,
    ],
    [
      "the name is written otherwise, the 工号 is the same",
      "scoreNotNumber",
      [ANNA],
      [{ ...ANNA, name: "王 芳芳" }],
      0,
      1,
    ],
    [
      "a score that is missing",
      "interiorMonthMissing",
      [{ ...ANNA, scores: [85, null, 85] }],
      [OTHER, { ...ANNA, scores: [85, null, 86] }],
      0,
      1,
    ],
    [
      "sales that are out of proportion, and are so otherwise",
      "salesNegative",
      [{ ...ANNA, sales: [1, 1, -5] }],
      [{ ...ANNA, sales: [1, 1, -6] }],
      1,
      0,
    ],
    [
      "a number that becomes a text",
      "salesNegative",
      [{ ...ANNA, sales: [1, 1, -5] }],
      [{ ...ANNA, sales: [1, 1, "-5"] }],
      1,
      0,
    ],
    [
      "failed months of which one has another score",
      "failsReachReview",
      [{ ...ANNA, scores: [50, 50, 50] }],
      [{ ...ANNA, scores: [50, 40, 50] }],
      1,
      0,
    ],
    [
      "failed months, before which something is mended",
      "failsReachReview",
      [{ ...ANNA, scores: [90, 50, 50, 50] }],
      [{ ...ANNA, scores: [91, 50, 50, 50] }],
      0,
      1,
    ],
    [
      "a namesake, when another month is added",
      "namesake",
      [ANNA, { ...OTHER, name: "王芳" }],
      [
        { ...ANNA, scores: [85, "优秀", 85, 85] },
        { ...OTHER, name: "王芳" },
      ],
      0,
      2,
    ],
    [
      "a namesake, when there is another one",
      "namesake",
      [ANNA, { ...OTHER, name: "王芳" }],
      [ANNA, { ...OTHER, name: "王芳" }, { ...OTHER, id: "A03", name: "王芳" }],
      3,
      0,
    ],
  ])("%s", (_, type, before, after, listed, apart) => {
    const entries = ignored(type, ledger(...before));
    expect(parted(type, entries, ledger(...after))).toEqual([listed, apart]);
  });

  test("stays so while another month is validated, and when a reading is decided", () => {
    const sheet = ledger(ANNA);
    const entries = ignored("scoreNotNumber", sheet, { book: book({}, ["SCORE_80"]) });
    for (const asOf of ["2025-05", formatMonth(LAST)])
      expect(parted("scoreNotNumber", entries, sheet, { asOf, book: book() })).toEqual([0, 1]);
  });

  test("of a row without a name is told by what stands in the row", () => {
    const rows = (...more: (readonly (string | number | null)[])[]) =>
      readSheet([HEADER, ...rowsOf(COLLEAGUE), ...more]);
    const nameless = [null, null, formatMonth(LAST), "初级客服", 70, 25_000];
    const other = [null, null, formatMonth(LAST), "初级客服", 71, 25_000];
    const entries = ignored("employeeMissing", rows(nameless));
    expect(parted("employeeMissing", entries, rows(other, nameless))).toEqual([1, 1]);
  });

  test("keeps who said so, when and why", () => {
    const sheet = ledger(ANNA);
    const entries = ignored("scoreNotNumber", sheet);
    expect(entries).toMatchObject([
      {
        finding: "scoreNotNumber",
        employeeId: "A01",
        name: "王芳",
        month: month("2025-05"),
        ...SAID,
      },
    ]);
    const [one] = partIgnored(validate(sheet).findings, sheet, entries).ignored;
    expect(one?.entry).toMatchObject(SAID);
  });
});

describe("findings of which nothing is remembered", () => {
  const open = { book: book({}, ["SCORE_80"]) };

  test("open readings, and the cells that rest on them", () => {
    const sheet = ledger({ ...ANNA, level: "试用", scores: [85, 80, 85] });
    const { findings } = validate(sheet, open);
    const ofReadings = findings.filter(({ kind }) => kind === "decision");
    expect(ofReadings.length).toBeGreaterThan(1);
    expect(ofReadings.some(mayIgnore)).toBe(false);
    expect(ignoredEntries(ofReadings, sheet, SAID)).toEqual([]);
  });

  test("an entry for an open reading, whoever has written it, leaves it listed", () => {
    const sheet = ledger({ ...ANNA, level: "试用", scores: [85, 80, 85] });
    const { findings } = validate(sheet, open);
    const forged = ignoredEntries(
      findings.map((finding): Finding => ({ ...finding, kind: "data" })),
      sheet,
      SAID,
    );
    const { listed } = partIgnored(findings, sheet, forged);
    expect(listed).toEqual(findings.filter(({ kind }) => kind === "decision"));
  });
});

test("no address and no decision stands in what is remembered of a finding", () => {
  const sheet = ledger(ANNA, { ...OTHER, scores: ["优", 70, 0], sales: [-1, 1, 1] });
  const moved = readSheet([
    ["成绩表"],
    [],
    HEADER.toReversed(),
    ...[{ ...OTHER, scores: ["优", 70, 0], sales: [-1, 1, 1] }, ANNA, COLLEAGUE].flatMap((one) =>
      rowsOf(one).map((row) => row.toReversed()),
    ),
  ]);
  const entriesOf = (of: ScoreSheet) =>
    ignoredEntries(validate(of).findings, of, SAID)
      .map((entry) => JSON.stringify(entry))
      .sort();
  expect(entriesOf(sheet).length).toBeGreaterThan(3);
  expect(entriesOf(moved)).toEqual(entriesOf(sheet));
});
