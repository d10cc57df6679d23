import { columnLetters, type Grid } from "../../grid";
import type { EffectivePolicy } from "../../policy";
import { historyRowsOf, type HistoryFault, type HistoryRow } from "../../views";
import {
  COMPANION_FIELDS,
  fillMerged,
  findLayout,
  matchPeople,
  readCompanion,
  readSheetsInSteps,
  type CompanionMatch,
  type CompanionPart,
  type JoinedPerson,
  type LayoutOptions,
  type LayoutProblem,
  type RecordOptions,
  type ScoreSheet,
  type SheetInput,
  type SheetLayout,
} from "../../scoresheet";
import type { SheetOfFile } from "../../sharing";
import type { Month } from "../../units";
import { partOf, type Offer, type OfferedPart } from "../month/companionSheets";
import { layoutOptionsOf } from "../month/layoutOptionsOf";
import {
  rowsSkipped,
  tablesApart,
  type RowsSkipped,
  type UnusedColumnNamed,
} from "../month/notRead";
import type { StoredMemory } from "../month/sheetMemory";
import { runInSlices } from "../run/slices";
import { optionsForFile } from "./fileMemory";
import type { OpenedFile } from "./openFile";

/** Why nothing was taken of a sheet that looks like a score sheet. */
export type SheetDoubt =
  | { readonly kind: "layout"; readonly sheet: string; readonly problem: LayoutProblem }
  /** Scores from 0 to 1. */
  | { readonly kind: "fractions"; readonly sheet: string };

/** What of the sheets that were taken was left aside. */
export interface NotTaken {
  readonly sheet: string;
  readonly columns: readonly UnusedColumnNamed[];
  readonly tables: readonly string[];
}

/** What an opened file came to. */
export interface FileContent {
  readonly name: string;
  readonly rows: readonly HistoryRow[];
  /** The first and the last month of the rows. */
  readonly span: readonly [Month, Month] | null;
  readonly faults: readonly HistoryFault[];
  readonly doubts: readonly SheetDoubt[];
  /** Names of the sheets whose headings can be checked: all that hold anything. */
  readonly sheets: readonly string[];
  /** Sheets in which no scores were found. */
  readonly others: readonly string[];
  readonly hidden: readonly string[];
  /** A heading or the name of a sheet that names a month without its year: nothing is taken until it is given. */
  readonly yearless: string | null;
  /** A year that the file itself names, for HR to confirm. */
  readonly suggestedYear: number | null;
  readonly notTaken: readonly NotTaken[];
  readonly skipped: readonly RowsSkipped[];
  /** People whose rows without 工号 were joined to those with one, by this file's own sheets. */
  readonly joined: readonly JoinedPerson[];
  /** Sheets from which levels were taken along. */
  readonly taken: readonly CompanionMatch[];
  /** Sheets from which they could be. */
  readonly offers: readonly Offer[];
}

const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/u;
const TITLE_ROWS = 5;

function yearIn(file: string, grids: readonly Grid[]): number | null {
  const texts = [
    file,
    ...grids.flatMap(({ sheet, rows }) => [
      sheet.name,
      ...rows.slice(0, TITLE_ROWS).flatMap((row) => row.filter((cell) => typeof cell === "string")),
    ]),
  ];
  for (const text of texts) {
    const year = YEAR.exec(text)?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}

/** Fields in which two columns that mean the same would have to be chosen from. */
const TAKEN: ReadonlySet<string> = new Set(["employeeId", "name", "month", "level", "score"]);

function doubtOf({ problems }: SheetLayout): LayoutProblem | undefined {
  return problems.find((problem) => {
    switch (problem.code) {
      case "monthWithoutYear":
      case "unitInDoubt":
        return false;
      case "columnTwice":
        return TAKEN.has(problem.field);
      case "columnMissing":
      case "monthTwice":
      case "monthUnreadable":
      case "monthContradicts":
      case "headerInDoubt":
      case "gradesUnknown":
        return true;
    }
  });
}

/** The first and the last month of rows; null where there are none. */
function spanOf(rows: readonly HistoryRow[]): readonly [Month, Month] | null {
  let span: readonly [Month, Month] | null = null;
  for (const { month } of rows)
    span =
      span === null
        ? [month, month]
        : [month < span[0] ? month : span[0], month > span[1] ? month : span[1]];
  return span;
}

/** The sheet with the cells of merged areas filled. */
function filled({ grid, merged }: SheetOfFile, layout: SheetLayout): SheetInput {
  const areas = merged.map((area) => ({
    cell: { sheet: grid.sheet, row: area.row, column: area.column },
    rows: area.rows,
    columns: area.columns,
  }));
  return { grid: fillMerged(grid, layout, areas), layout };
}

/** What the sheets of a file are found to be. */
interface Sorted {
  readonly inputs: readonly SheetInput[];
  readonly doubts: readonly SheetDoubt[];
  readonly others: readonly Grid[];
  readonly yearless: string | null;
}

function sortSheets(
  sheets: readonly SheetOfFile[],
  optionsFor: (grid: Grid) => LayoutOptions,
): Sorted {
  const inputs: SheetInput[] = [];
  const doubts: SheetDoubt[] = [];
  const others: Grid[] = [];
  let yearless: string | null = null;
  for (const sheet of sheets) {
    const { grid } = sheet;
    if (grid.rows.length === 0) continue;
    const layout = findLayout(grid, optionsFor(grid));
    if (layout.kind === "none") {
      others.push(grid);
      continue;
    }
    const problem = doubtOf(layout);
    const asks = layout.problems.find(({ code }) => code === "monthWithoutYear");
    if (problem !== undefined) doubts.push({ kind: "layout", sheet: grid.sheet.name, problem });
    else if (asks?.code === "monthWithoutYear") yearless ??= asks.heading;
    else inputs.push(filled(sheet, layout));
  }
  return { inputs, doubts, others, yearless };
}

/** The sheets that tell the levels of people, where no sheet of scores does. */
interface Beside {
  readonly taken: readonly CompanionPart[];
  readonly offered: readonly OfferedPart[];
  /** All of the same people, for their 工号. */
  readonly all: readonly CompanionPart[];
}

function findBeside(
  inputs: readonly SheetInput[],
  others: readonly Grid[],
  optionsFor: (grid: Grid) => LayoutOptions,
  { alongside }: StoredMemory,
): Beside {
  const main = inputs.at(-1);
  if (main === undefined) return { taken: [], offered: [], all: [] };
  const hasLevels = inputs.some(({ layout }) => layout.columns.level !== undefined);
  const ofOneMonth = inputs.length === 1;
  const all = others.flatMap(
    (grid) => partOf(grid, COMPANION_FIELDS, { optionsFor, main, ofOneMonth }) ?? [],
  );
  const said = ({ grid }: CompanionPart) =>
    alongside.find(({ name }) => name === grid.sheet.name)?.use;
  const tell = hasLevels
    ? []
    : all
        .filter(({ fields }) => fields.includes("level"))
        .map((part): CompanionPart => ({ ...part, fields: ["level"] }));
  return {
    all,
    taken: tell.filter((part) => said(part) === true),
    offered: tell
      .filter((part) => said(part) !== true)
      .map((part) => ({ ...part, declined: said(part) === false })),
  };
}

/** Rows of people without 工号 whose name has exactly one on the sheets beside, with that (rule S3). */
function joinBeside(
  rows: readonly HistoryRow[],
  beside: readonly ScoreSheet[],
): { readonly rows: readonly HistoryRow[]; readonly joined: readonly JoinedPerson[] } {
  const ids = new Map<string, Set<string>>();
  const note = (name: string, employeeId: string): void => {
    if (name === "" || employeeId === "") return;
    const known = ids.get(name) ?? new Set();
    ids.set(name, known.add(employeeId));
  };
  for (const { people } of beside)
    for (const { name, employeeId } of people) note(name, employeeId);
  for (const { name, employeeId } of rows) note(name, employeeId);
  const joined = new Map<string, JoinedPerson>();
  const next = rows.map((row) => {
    const [employeeId, other] = row.employeeId === "" ? [...(ids.get(row.name) ?? [])] : [];
    if (employeeId === undefined || other !== undefined) return row;
    const before = joined.get(row.name)?.rows ?? 0;
    joined.set(row.name, { employeeId, name: row.name, rows: before + 1 });
    return { ...row, employeeId };
  });
  return { rows: next, joined: [...joined.values()] };
}

function offersOf(
  people: ScoreSheet["people"],
  offered: Beside["offered"],
  readOf: ReadonlyMap<Grid, ScoreSheet>,
): Offer[] {
  const offers: Offer[] = [];
  for (const part of offered) {
    const read = readOf.get(part.grid);
    if (read === undefined) continue;
    const match = matchPeople(people, read, part);
    if (match.matched * 2 >= match.people && match.matched > 0)
      offers.push({ ...match, declined: part.declined });
  }
  return offers;
}

export interface ReadFileOptions {
  readonly policy: EffectivePolicy;
  /** What the workbook remembers. */
  readonly stored: StoredMemory;
  /** The year of the file's first month without one, once HR has given it. */
  readonly year: number | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Reads the scores of an opened file as those of the workbook are read. */
export async function readFile(
  file: Extract<OpenedFile, { kind: "opened" }>,
  { policy, stored, year, signal }: ReadFileOptions,
): Promise<FileContent> {
  const { name, sheets, hidden } = file;
  const base = layoutOptionsOf(policy);
  const optionsFor = (grid: Grid): LayoutOptions => optionsForFile(grid, base, file, stored, year);
  const { inputs, doubts, others, yearless } = sortSheets(sheets, optionsFor);
  const beside = findBeside(inputs, others, optionsFor, stored);
  const grids = sheets.map(({ grid }) => grid);
  const content: FileContent = {
    name,
    rows: [],
    span: null,
    faults: [],
    doubts,
    sheets: grids.filter(({ rows }) => rows.length > 0).map(({ sheet }) => sheet.name),
    others: others
      .filter((grid) => !beside.all.some((part) => part.grid === grid))
      .map(({ sheet }) => sheet.name),
    hidden,
    yearless,
    suggestedYear: yearIn(name, grids),
    notTaken: inputs.map(({ layout }) => ({
      sheet: layout.sheet.name,
      columns: layout.unused.map(({ column, lines }) => ({
        letters: columnLetters(column),
        heading: lines.join(" / "),
      })),
      tables: tablesApart(layout),
    })),
    skipped: [],
    joined: [],
    taken: [],
    offers: [],
  };
  const main = inputs.at(-1);
  if (main === undefined) return content;
  const options: RecordOptions = { limits: base.limits, headings: base.headings };
  const together = { months: inputs.slice(0, -1), companions: beside.taken };
  const read = await runInSlices(readSheetsInSteps(main, together, options), { signal });
  const readOf = new Map<Grid, ScoreSheet>();
  for (const part of beside.all)
    readOf.set(part.grid, await runInSlices(readCompanion(part, options), { signal }));
  const found = await runInSlices(historyRowsOf(read, policy, name), { signal });
  const { rows, joined } = joinBeside(found.rows, [...readOf.values()]);
  const fractions = inputs
    .filter(({ layout }) => found.fractions.has(layout.sheet.id))
    .map(({ layout }): SheetDoubt => ({ kind: "fractions", sheet: layout.sheet.name }));
  return {
    ...content,
    rows,
    span: spanOf(rows),
    faults: found.faults,
    doubts: [...doubts, ...fractions],
    skipped: rowsSkipped(read),
    joined: [...read.joined, ...joined],
    taken: read.taken,
    offers: offersOf(read.people, beside.offered, readOf),
  };
}
