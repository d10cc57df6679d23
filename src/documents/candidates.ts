import type { CellStyle, SheetChart, SheetContent, WrittenCell } from "../grid";
import type { Clause } from "../policy";
import type { CandidateReport, EvidencePoint, ReportEntry, ReportGroup } from "../views";
import { formatMonth } from "../units";
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
  marks,
  type Language,
  type ReportColumn,
} from "../wording";
import { printed, SheetBuilder, text } from "./builder";
import { inLines } from "./lines";
import { HEADING_STYLE, NOTE_STYLE } from "./styles";

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
const LINE_CHARACTERS = 170;
/** The value of a fact stands in this column. */
const VALUE_COLUMN = 2;
/** The chart's name: by it a refresh finds the old one. */
const TIER_CHART = "CS tiers";

const CENTRED_HEADING: CellStyle = { ...HEADING_STYLE, align: "Center" };
const STRONG: CellStyle = { bold: true };
const ROW: CellStyle = { vertical: "Top", wrap: true };
const STRIP: CellStyle = { align: "Center" };
const TIER_STYLES: readonly CellStyle[] = [
  { fill: "#BDD7EE", bold: true },
  { fill: "#E6F0F9" },
  { fill: "#F2F2F2", italic: true },
  { italic: true },
];
const GROUP_STYLES: Readonly<Record<ReportGroup, CellStyle>> = {
  eligible: { fill: "#E2EFDA", bold: true },
  oneMonthShort: { bold: true },
  missingData: { fill: "#FFF2CC" },
  excluded: { italic: true },
};

function styleOf({ kind, tier }: EvidencePoint): CellStyle | undefined {
  return kind === "score" && tier !== null ? TIER_STYLES[tier - 1] : undefined;
}

/** What is reported, and by which rules. */
function addHead(sheet: SheetBuilder, report: CandidateReport, language: Language): void {
  const head = sayReportHead(report, language);
  sheet.title(head.title);
  for (const { label, value } of head.facts) {
    const cells: WrittenCell[] = [];
    cells[0] = text(label);
    cells[VALUE_COLUMN] = text(value);
    const row = sheet.row(cells);
    sheet.style(NOTE_STYLE, row, 0, 1);
    sheet.style(STRONG, row, VALUE_COLUMN, 1);
  }
  sheet.blank();
}

/** The department's tiers month by month, and the chart beside them. */
function addTiers(
  sheet: SheetBuilder,
  report: CandidateReport,
  language: Language,
): SheetChart | null {
  const { tiersTitle, tiers } = sayReportHead(report, language);
  const first = sheet.section(tiersTitle, { after: "nothing" });
  const { heading, count } = sheet.table(
    tiers,
    report.tierCounts.map(({ month, people, without }) => [
      { text: formatMonth(month) },
      ...people.map((number) => ({ number })),
      { number: without },
    ]),
    CENTRED_HEADING,
  );
  if (count === 0) return null;
  // Room for the chart where the sheet has few months.
  while (sheet.next < first + LEAST_CHART_ROWS) sheet.blank();
  const column = tiers.length + 1;
  return {
    name: TIER_CHART,
    title: tiersTitle,
    type: "columnStacked",
    source: { row: heading, column: 0, rows: count + 1, columns: tiers.length },
    place: {
      row: first,
      column,
      rows: sheet.next - first,
      columns: Math.max(1, sheet.columns - column - 1),
    },
  };
}

const LEAST_CHART_ROWS = 12;

function addReadings(sheet: SheetBuilder, report: CandidateReport, language: Language): void {
  const { readingsTitle, readings } = sayReportHead(report, language);
  sheet.section(readingsTitle);
  sheet.lines(inLines(readings, marks(language).semicolon, LINE_CHARACTERS));
  sheet.blank();
}

function addEntry(
  sheet: SheetBuilder,
  entry: ReportEntry,
  clauses: ReadonlyMap<string, Clause>,
  language: Language,
): void {
  const said = sayReportRow(entry, clauses, language);
  const row = sheet.row([
    ...BEFORE.map(([column]) => text(said[column])),
    ...entry.line.points.map((point) => text(sayStripPoint(point, language))),
    ...BEHIND.map(([column]) => text(said[column])),
  ]);
  sheet.style(GROUP_STYLES[entry.group], row, 0, 1);
  entry.line.points.forEach((point, index) => {
    const style = styleOf(point);
    if (style !== undefined) sheet.style(style, row, BEFORE.length + index, 1);
  });
}

/** Those to be reviewed, where HR has chosen to show them to managers. */
function addReviews(
  sheet: SheetBuilder,
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
    sheet.row(cells);
  }
}

/** The report of candidates as a sheet: head, chart, and one row a person, printed on A4 across; yields at each. */
export function* candidateDocument(
  report: CandidateReport,
  clauses: readonly Clause[],
  language: Language,
): Generator<void, SheetContent> {
  const restated = new Map(clauses.map((clause) => [clause.id, clause]));
  const strip = report.entries[0]?.line.points ?? [];
  const sheet = new SheetBuilder([
    ...BEFORE.map(([, width]) => width),
    ...strip.map(() => MONTH_WIDTH),
    ...BEHIND.map(([, width]) => width),
  ]);
  addHead(sheet, report, language);
  const chart = addTiers(sheet, report, language);
  addReadings(sheet, report, language);

  const said = (columns: typeof BEFORE): string[] =>
    columns.map(([column]) => sayReportColumn(column, language));
  const heading = sheet.headings(
    [...said(BEFORE), ...strip.map(sayStripMonth), ...said(BEHIND)],
    CENTRED_HEADING,
  );
  const first = sheet.next;
  for (const entry of report.entries) {
    yield;
    addEntry(sheet, entry, restated, language);
  }
  addReviews(sheet, report, strip.length, language);
  const count = sheet.next - first;
  sheet.style(ROW, first, 0, sheet.columns, count);
  sheet.style(STRIP, first, BEFORE.length, Math.max(1, strip.length), count);
  sheet.blank();
  sheet.note(sayReportFoot(language));

  return sheet.build({
    name: candidatesSheetName(report),
    // With reviews it is as restricted as they are: a copy that leaves them out leaves this sheet out.
    tag: report.reviews === null ? "candidates" : "reviews",
    filter: count === 0 ? null : sheet.areaOf({ heading, first, count }),
    print: printed("landscape", heading),
    charts: chart === null ? [] : [chart],
  });
}
