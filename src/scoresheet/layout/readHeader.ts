import type { Cell, Grid } from "../../grid";
import { monthNumber, once, yearOf } from "../../units";
import type { LayoutProblem, MonthClue, SheetField, SheetMonth, TableApart } from "../types";
import { sheetMonthBy, type Candidate, type HeaderRead, type Place } from "./candidate";
import { blocksOf, chooseColumns, isWide, type Match } from "./columns";
import { gradesIn } from "./grades";
import { wordSet } from "./headings";
import type { LayoutOptions } from "./layoutOptions";
import { readLong } from "./longLayout";
import { isDayCalendar } from "./monthColumns";
import { clueInName, cluesAbove, settleClues, type CluesSettled } from "./monthClues";
import { monthTold } from "./monthText";
import { NOT_SCORES, SAMPLE_CELLS, SAMPLE_OF_MONTHS, sampleColumn, shareAbove } from "./sample";
import { readWide } from "./wideLayout";

/** What is the same for all headings of a sheet. */
export interface HeaderSetting {
  readonly grid: Grid;
  readonly lastRow: number;
  readonly options: LayoutOptions;
}

const PAY: ReadonlySet<SheetField> = new Set([
  "basePaid",
  "commissionPaid",
  "performancePaid",
  "grossPaid",
  "netPaid",
]);

/** What the caller knows of the sheet's month, as a clue among others. */
function clueOf({ month, text, why }: SheetMonth): MonthClue {
  const source = why === "chosen" ? "said" : why;
  const told =
    month !== null
      ? { year: yearOf(month), number: monthNumber(month) }
      : { year: null, number: monthTold(text)?.number ?? null };
  return { ...told, source, text, cell: null };
}

/** Everything that gives the month of a sheet, in the order in which it counts (rule S2). */
function cluesFor(header: HeaderRead, { grid, options }: HeaderSetting): readonly MonthClue[] {
  const { others, headings, sheetMonth, file, year } = options;
  const words = {
    year: wordSet(others?.year ?? []),
    month: wordSet([headings.month.name, ...headings.month.synonyms, ...(others?.period ?? [])]),
  };
  const above = cluesAbove(grid, header.top, words);
  // A tab that names no month may name the year: 2026年绩效.
  const ofTab = sheetMonth === undefined ? clueInName(grid.sheet.name, "tab") : clueOf(sheetMonth);
  const named = ofTab === undefined ? [] : [ofTab];
  const ofFile = file === undefined ? undefined : clueInName(file, "file");
  const said: MonthClue[] =
    year === undefined ? [] : [{ source: "said", year, number: null, text: "", cell: null }];
  return [...above, ...named, ...(ofFile === undefined ? [] : [ofFile]), ...said];
}

/** A heading as one of a wide sheet; undefined where it is none, null where the sheet holds no scores. */
function readWideHeader(
  header: HeaderRead,
  matches: readonly Match[],
  place: Place,
  lacks: readonly LayoutProblem[],
  clues: () => CluesSettled,
  { grid, options }: HeaderSetting,
): Candidate | null {
  const { bottom, cells, combined } = header;
  const sample = (column: number): Cell[] => sampleColumn(grid, bottom, column);
  const blocks = blocksOf(cells, sample, options.limits);
  const scores = blocks.get("score") ?? [];
  const most = Math.min(SAMPLE_CELLS, Math.ceil(SAMPLE_OF_MONTHS / Math.max(1, scores.length)));
  const filled = scores.flatMap(({ column }) => sampleColumn(grid, bottom, column, most));
  // A sheet of sales alone is no score sheet.
  if (scores.length === 0 || isDayCalendar(scores)) return null;
  if (shareAbove(filled, options.limits, NOT_SCORES.times) > NOT_SCORES.share) return null;
  const columns = chooseColumns(matches, place.headerRow, sample, options);
  const around = { said: options.year, clues };
  const known = matches.length + cells.filter(({ says }) => says !== null).length;
  return { layout: readWide(place, columns, blocks, lacks, around), lacks, known, combined };
}

/** The unknown columns that look like the scores that a heading lacks. */
function scoreProposals(header: HeaderRead, { grid, options }: HeaderSetting): readonly Proposed[] {
  const known = new Set(header.cells.map(({ column }) => column));
  const line = grid.rows[header.bottom] ?? [];
  return line.flatMap((cell, index) => {
    const column = grid.firstColumn + index;
    if (known.has(column) || typeof cell !== "string" || cell.trim() === "") return [];
    const cells = sampleColumn(grid, header.bottom, column, PROPOSED_BY);
    const numbers = cells.filter((one) => typeof one === "number");
    const looksLike =
      cells.length > 0 &&
      ((numbers.length * 2 > cells.length &&
        numbers.every((points) => points > LEAST_SCORE && points <= MOST_SCORE) &&
        shareAbove(cells, options.limits, 1) === 0) ||
        gradesIn(cells) !== null);
    return looksLike ? [{ column, heading: cell.trim() }] : [];
  });
}

/** Cells by which a column is proposed, and between which points its numbers lie: 1 to 9 is a rank or a count. */
const PROPOSED_BY = 50;
const LEAST_SCORE = 9;
const MOST_SCORE = 100;

/** A heading read as a long or a wide one; null where it is none at all. */
export function readHeader(
  header: HeaderRead,
  apart: readonly TableApart[],
  setting: HeaderSetting,
): Candidate | null {
  const { grid, options, lastRow } = setting;
  const { top, bottom, cells, combined } = header;
  const matches = cells.flatMap((cell): Match[] => {
    const { column, heading, lines, joined, word, says } = cell;
    return word === null || says !== null ? [] : [{ ...word, column, heading, lines, joined }];
  });
  if (matches.length === 0) return null;
  const row = grid.firstRow + bottom;
  const fields = new Set(matches.map(({ field }) => field));
  const hasWho = fields.has("name") || fields.has("employeeId");
  const months = cells.flatMap(({ column, heading, says }) =>
    says === null ? [] : [{ column, heading, says }],
  );
  const place: Place = {
    sheet: grid.sheet,
    headerRow: row,
    twoHeaderRows: top < bottom,
    firstRow: row + 1,
    lastRow,
  };
  const clues = once(() => settleClues(cluesFor(header, setting)));
  const lacks: LayoutProblem[] = [];
  if (!hasWho) lacks.push({ code: "columnMissing", field: "name", row });

  const isLong = hasWho && fields.has("month") && fields.has("score");
  if (!isLong && isWide(matches, months, hasWho)) {
    const wide = readWideHeader(header, matches, place, lacks, clues, setting);
    return wide === null ? null : withApart(wide, apart);
  }

  const hasMonth = fields.has("month");
  if (!hasMonth && sheetMonthBy(clues()) === null && !clashes(clues()))
    lacks.push({ code: "columnMissing", field: "month", row });
  const proposals = fields.has("score") ? [] : scoreProposals(header, setting);
  const graded = proposals.filter((one) => isGraded(one, header, grid));
  const [grades, moreGrades] = graded;
  if (grades !== undefined && moreGrades === undefined) {
    matches.push(gradesMatch(grades));
  } else if (!fields.has("score")) {
    lacks.push({
      code: "columnMissing",
      field: "score",
      row,
      ...(proposals.length === 0 ? {} : { proposals }),
    });
  }
  const known = matches.length;
  // Pay columns without what pay is reckoned from: a payroll, not a score sheet that lost its scores.
  const isPayroll =
    !(["score", "sales", "complaints"] as const).some((field) => fields.has(field)) &&
    [...fields].filter((field) => PAY.has(field)).length >= 2;
  if (lacks.length > 1 || isPayroll) return { layout: null, lacks, known, combined };
  const sample = (column: number): Cell[] => sampleColumn(grid, bottom, column);
  const layout = readLong({
    place,
    columns: chooseColumns(matches, row, sample, options),
    lacks,
    hasMonth,
    yearColumn: hasMonth ? (cells.find(({ ofYears }) => ofYears)?.column ?? null) : null,
    sample,
    around: { said: options.year, clues },
  });
  return withApart({ layout, lacks, known, combined }, apart);
}

/** 考核等级, 绩效评级, Result: a heading of grades, where grades stand below it. */
const OF_GRADES = /考核|考评|绩效|评级|评定|评价|等第|grade|rating|result|appraisal/iu;

interface Proposed {
  readonly column: number;
  readonly heading: string;
}

function isGraded({ column, heading }: Proposed, { bottom }: HeaderRead, grid: Grid): boolean {
  return (
    OF_GRADES.test(heading) && gradesIn(sampleColumn(grid, bottom, column, PROPOSED_BY)) !== null
  );
}

/** The only column of grades of a sheet without scores: these are its scores. */
function gradesMatch({ column, heading }: Proposed): Match {
  return {
    field: "score",
    column,
    heading,
    lines: [heading],
    joined: false,
    byContent: true,
    key: "",
    rank: 1,
    word: "",
    factor: 1,
  };
}

function clashes({ yearClash, numberClash }: CluesSettled): boolean {
  return numberClash !== null || yearClash !== null;
}

function withApart(candidate: Candidate, apart: readonly TableApart[]): Candidate {
  return candidate.layout === null || apart.length === 0
    ? candidate
    : { ...candidate, layout: { ...candidate.layout, apart } };
}
