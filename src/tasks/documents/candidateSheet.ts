import type { CellLook, SheetChart, SheetContent, WrittenCell } from "../../grid";
import type { Clause } from "../../policy";
import type { CandidateReport, EvidencePoint, ReportEntry, ReportGroup } from "../../views";
import { formatMonth } from "../../units";
import {
  candidatesSheetName,
  sayReportColumn,
  sayReportFoot,
  sayReportHead,
  sayReportRow,
  sayReview,
  sayReviewNote,
  sayReviewStatus,
  sayStripMonth,
  sayStripPoint,
  type Language,
  type ReportColumn,
} from "../../wording";
import { HEADING_LOOK, NOTE_LOOK, SECTION_LOOK, TITLE_LOOK } from "./sheetStyles";
import { inLines, SheetRows, text } from "./sheetRows";

/** The columns before and behind those of the months, with their widths in characters. */
const BEFORE: readonly (readonly [ReportColumn, number])[] = [
  ["status", 9],
  ["name", 9],
  ["employeeId", 8],
  ["level", 13],
  ["target", 12],
];
const BEHIND: readonly (readonly [ReportColumn, number])[] = [
  ["evidence", 19],
  ["clause", 24],
  ["readings", 12],
  ["pay", 17],
  ["steps", 30],
  ["notes", 13],
];
const MONTH_WIDTH = 4.6;
/** Characters of a line that runs over all columns. */
const LINE = 170;
/** The value of a fact stands in this column. */
const VALUE = 2;
/** The chart's name: by it a refresh finds the old one. */
export const TIER_CHART = "CS tiers";

const CENTRED_HEADING: CellLook = { ...HEADING_LOOK, align: "Center" };
const STRONG: CellLook = { bold: true };
const ROW: CellLook = { vertical: "Top", wrap: true };
const STRIP: CellLook = { align: "Center" };
const TIER_LOOKS: readonly CellLook[] = [
  { fill: "#BDD7EE", bold: true },
  { fill: "#E6F0F9" },
  { fill: "#F2F2F2", italic: true },
  { italic: true },
];
const GROUP_LOOKS: Readonly<Record<ReportGroup, CellLook>> = {
  eligible: { fill: "#E2EFDA", bold: true },
  oneMonthShort: { bold: true },
  missingData: { fill: "#FFF2CC" },
  excluded: { italic: true },
};

function lookOf({ kind, tier }: EvidencePoint): CellLook | undefined {
  return kind === "score" && tier !== null ? TIER_LOOKS[tier - 1] : undefined;
}

/** What is reported, and by which rules. */
function addHead(rows: SheetRows, report: CandidateReport, language: Language): void {
  const head = sayReportHead(report, language);
  rows.look(TITLE_LOOK, rows.add([text(head.title)]), 0, 1);
  for (const { label, value } of head.facts) {
    const cells: WrittenCell[] = [];
    cells[0] = text(label);
    cells[VALUE] = text(value);
    const row = rows.add(cells);
    rows.look(NOTE_LOOK, row, 0, 1);
    rows.look(STRONG, row, VALUE, 1);
  }
  rows.add();
}

/** The department's tiers month by month, and the chart beside them. */
function addTiers(
  rows: SheetRows,
  report: CandidateReport,
  language: Language,
  columns: number,
): SheetChart | null {
  const { tiersTitle, tiers } = sayReportHead(report, language);
  const first = rows.add([text(tiersTitle)]);
  rows.look(SECTION_LOOK, first, 0, 1);
  const heading = rows.add(tiers.map(text));
  rows.look(CENTRED_HEADING, heading, 0, tiers.length);
  for (const { month, people, without } of report.tierCounts)
    rows.add([
      { text: formatMonth(month) },
      ...people.map((number) => ({ number })),
      { number: without },
    ]);
  if (report.tierCounts.length === 0) return null;
  const column = tiers.length + 1;
  const chart: SheetChart = {
    name: TIER_CHART,
    title: tiersTitle,
    type: "columnStacked",
    source: { row: heading, column: 0, rows: report.tierCounts.length + 1, columns: tiers.length },
    place: {
      row: first,
      column,
      rows: report.tierCounts.length + 2,
      columns: Math.max(1, columns - column - 1),
    },
  };
  // Room for the chart where the sheet has few months.
  while (rows.next < first + LEAST_CHART_ROWS) rows.add();
  return { ...chart, place: { ...chart.place, rows: rows.next - first } };
}

const LEAST_CHART_ROWS = 12;

function addReadings(rows: SheetRows, report: CandidateReport, language: Language): void {
  const { readingsTitle, readings } = sayReportHead(report, language);
  rows.add();
  rows.look(SECTION_LOOK, rows.add([text(readingsTitle)]), 0, 1);
  for (const line of inLines(readings, language === "zh" ? "；" : "; ", LINE))
    rows.add([text(line)]);
  rows.add();
}

function addEntry(
  rows: SheetRows,
  entry: ReportEntry,
  clauses: ReadonlyMap<string, Clause>,
  language: Language,
): void {
  const said = sayReportRow(entry, clauses, language);
  const row = rows.add([
    ...BEFORE.map(([column]) => text(said[column])),
    ...entry.line.points.map((point) => text(sayStripPoint(point, language))),
    ...BEHIND.map(([column]) => text(said[column])),
  ]);
  rows.look(GROUP_LOOKS[entry.group], row, 0, 1);
  entry.line.points.forEach((point, index) => {
    const look = lookOf(point);
    if (look !== undefined) rows.look(look, row, BEFORE.length + index, 1);
  });
}

/** Those to be reviewed, where HR has chosen to show them to managers. */
function addReviews(
  rows: SheetRows,
  { reviews }: CandidateReport,
  months: number,
  language: Language,
): void {
  for (const review of reviews ?? []) {
    const { why, facts } = sayReview(review, language);
    const { name, employeeId } = review.person;
    const cells: WrittenCell[] = [
      text(sayReviewStatus(language)),
      text(name),
      text(employeeId),
      text(review.level?.name[language] ?? ""),
    ];
    const evidence = BEFORE.length + months;
    cells[evidence] = text(`${why}\n${facts}`);
    cells[evidence + BEHIND.length - 1] = text(sayReviewNote(language));
    rows.add(cells);
  }
}

/** Entries between two pauses. */
const ENTRIES_A_STEP = 20;

/** The report of candidates as a sheet: head, chart, and one row a person, printed on A4 across. */
export function* candidateSheet(
  report: CandidateReport,
  clauses: readonly Clause[],
  language: Language,
): Generator<void, SheetContent> {
  const restated = new Map(clauses.map((clause) => [clause.id, clause]));
  const strip = report.entries[0]?.line.points ?? [];
  const columnWidths = [
    ...BEFORE.map(([, width]) => width),
    ...strip.map(() => MONTH_WIDTH),
    ...BEHIND.map(([, width]) => width),
  ];
  const columns = columnWidths.length;
  const rows = new SheetRows(columns);
  addHead(rows, report, language);
  const chart = addTiers(rows, report, language, columns);
  addReadings(rows, report, language);

  const heading = rows.add([
    ...BEFORE.map(([column]) => text(sayReportColumn(column, language))),
    ...strip.map((point) => text(sayStripMonth(point))),
    ...BEHIND.map(([column]) => text(sayReportColumn(column, language))),
  ]);
  rows.look(CENTRED_HEADING, heading);
  const first = rows.next;
  for (const [index, entry] of report.entries.entries()) {
    if (index % ENTRIES_A_STEP === 0) yield;
    addEntry(rows, entry, restated, language);
  }
  addReviews(rows, report, strip.length, language);
  const count = rows.next - first;
  if (count > 0) {
    rows.look(ROW, first, 0, columns, count);
    rows.look(STRIP, first, BEFORE.length, Math.max(1, strip.length), count);
  }
  rows.add();
  for (const line of sayReportFoot(language)) rows.look(NOTE_LOOK, rows.add([text(line)]), 0, 1);

  return {
    name: candidatesSheetName(report),
    // With reviews it is as restricted as they are: a copy that leaves them out leaves this sheet out.
    tag: report.reviews === null ? "candidates" : "reviews",
    rows: rows.rows,
    looks: rows.looks,
    columnWidths,
    frozenRows: 0,
    filter: count === 0 ? null : { row: heading, column: 0, rows: count + 1, columns },
    print: {
      orientation: "landscape",
      titleRows: { first: heading, last: heading },
      breaksBefore: [],
    },
    lists: [],
    hints: [],
    table: null,
    charts: chart === null ? [] : [chart],
  };
}
