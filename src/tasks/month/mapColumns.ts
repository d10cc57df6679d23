import { cellText, type Cell, type CellRef, type Grid, type SheetRef } from "../../grid";
import { policyFor } from "../../policy";
import {
  findLayout,
  HEADER_ROWS,
  headingKey,
  MONTHLY_FIELDS,
  rememberMapping,
  type AmountUnit,
  type ColumnFound,
  type ColumnUse,
  type LayoutOptions,
  type LayoutProblem,
  type MonthClue,
  type NoLayout,
  type SheetLayout,
  type SheetMonth,
} from "../../scoresheet";
import { yearOf, type Month } from "../../units";
import { GatewayError } from "../gateway";
import { layoutOptionsOf } from "./layoutOptionsOf";
import { layoutOptionsFor, rememberedOf, sheetsAround } from "./otherSheets";
import {
  changeSheetMemory,
  readSheetMemory,
  withoutSheet,
  withSheet,
  type StoredMemory,
  type Unit,
} from "./sheetMemory";
import type { ValidateOptions } from "./readScoreSheet";

/** One column as the product understands it: for HR to correct. */
export interface MappedColumn {
  readonly column: number;
  readonly heading: string;
  /** All lines of its heading, the upper one first. */
  readonly lines: readonly string[];
  /** The first filled cells below the heading, as the sheet shows them. */
  readonly samples: readonly string[];
  /** What it is taken for; null where it means nothing to the product. */
  readonly use: ColumnUse | null;
  /** Why; a month heading speaks for itself. */
  readonly why: ColumnFound["why"] | "joined" | "month" | null;
  /** The name or synonym that the heading comes to; null where it is none. */
  readonly word: string | null;
}

/** What HR can say of a sheet as a whole, and what is asked of it. */
export interface SheetAsks {
  /** The sheet is of one month, known from what stands above or around it. */
  readonly wholeMonth: SheetMonth | null;
  /** Two places that name different months. */
  readonly clash: readonly [MonthClue, MonthClue] | null;
  /** The month that HR has given. */
  readonly month: Month | null;
  /** Where sales may be in another unit than yuan; settled where HR has said which. */
  readonly unit: AmountUnit | null;
  /** Grades in place of scores, each with its points where HR has named them. */
  readonly grades: readonly { readonly grade: string; readonly points: number | null }[];
  /** Another row that may be the heading. */
  readonly otherHeader: number | null;
}

/** A sheet whose headings are checked, in the workbook or in another file, and what is known around it. */
export interface ColumnSource {
  /** Its first rows. */
  readonly head: Grid;
  /** By which it is remembered. */
  readonly known: SheetRef;
  readonly stored: StoredMemory;
  readonly today: Month;
  /** How it is to be read; with the year that HR may give, or has given. */
  readonly optionsIn: (year: number | undefined) => LayoutOptions;
  readonly year: number | undefined;
  /** All sheets whose headings can be checked. */
  readonly sheets: readonly SheetRef[];
  /** Cells as the sheet shows them. */
  readonly readTexts: (cells: readonly CellRef[]) => Promise<readonly string[]>;
}

/** The first rows of a sheet and what is made of them. */
export interface ColumnData {
  readonly sheet: SheetRef;
  /** By which it is remembered: of a sheet of another file with the name of the file. */
  readonly known: SheetRef;
  readonly head: Grid;
  readonly headerRow: number;
  /** HR has picked that row. */
  readonly headerChosen: boolean;
  /** The rows that can be the header, with what stands in them. */
  readonly rows: readonly { readonly row: number; readonly text: string }[];
  readonly columns: readonly MappedColumn[];
  /** The headings and a few rows below as the sheet shows them, in the first of these columns. */
  readonly firstRows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** A month heading, or the sheet's name, that names no year; null where none is asked for. */
  readonly yearless: string | null;
  /** The year that was given before. */
  readonly year: number | null;
  /** Where a year is asked for: the one by which no month with anything in it lies ahead, for HR to confirm. */
  readonly suggestedYear: number | null;
  readonly asks: SheetAsks;
  /** The sheets of the workbook whose headings can be checked. */
  readonly sheets: readonly SheetRef[];
}

const SAMPLES_SHOWN = 3;
/** Columns beyond are not laid out: nobody maps so many by hand. */
const MOST_COLUMNS = 200;

const textOf = (cell: Cell): string => cellText(cell).trim();

type Use = Pick<MappedColumn, "use" | "why" | "word">;

function usesOf(layout: SheetLayout): ReadonlyMap<number, Use> {
  const uses = new Map<number, Use>();
  const { year } = layout;
  if (year?.column != null)
    uses.set(year.column, { use: { kind: "year" }, why: "name", word: null });
  for (const { field, column, why } of Object.values(layout.columns)) {
    const reason = layout.reasons.find((one) => one.field === field && one.column === column);
    const joined = reason?.how === "joined";
    uses.set(column, {
      use: { kind: "field", field },
      why: joined ? "joined" : why,
      word: reason?.word ?? null,
    });
  }
  for (const field of MONTHLY_FIELDS) {
    const months = field === "score" ? layout.months : (layout.blocks[field] ?? []);
    for (const { column, month } of months)
      uses.set(column, { use: { kind: "month", field, month }, why: "month", word: null });
  }
  return uses;
}

/** The lines of each column's heading, as the layout or its own row has them. */
function linesOf(head: Grid, headerRow: number, layout: SheetLayout | null) {
  const known = new Map<number, readonly string[]>();
  for (const { column, lines } of [...(layout?.reasons ?? []), ...(layout?.unused ?? [])])
    known.set(column, lines);
  return (column: number): readonly string[] => {
    const own = textOf(head.rows[headerRow - head.firstRow]?.[column - head.firstColumn] ?? null);
    return known.get(column) ?? (own === "" ? [] : [own]);
  };
}

/** Cells below a heading that are looked at for an example; rows of one cell are titles of groups. */
function sampleCells(head: Grid, headerRow: number, at: number): CellRef[] {
  const cells: CellRef[] = [];
  for (const [index, row] of head.rows.entries()) {
    if (cells.length >= SAMPLES_SHOWN) break;
    if (head.firstRow + index <= headerRow || textOf(row[at] ?? null) === "") continue;
    if (row.filter((cell) => textOf(cell) !== "").length < 2) continue;
    cells.push({ sheet: head.sheet, row: head.firstRow + index, column: head.firstColumn + at });
  }
  return cells;
}

function cellIn(head: Grid, { row, column }: Pick<CellRef, "row" | "column">): Cell {
  return head.rows[row - head.firstRow]?.[column - head.firstColumn] ?? null;
}

/** Cells as the sheet shows them: only numbers are shown otherwise than they are. */
async function shownIn(
  { head, readTexts }: ColumnSource,
  cells: readonly CellRef[],
): Promise<(row: number, column: number) => string> {
  const key = (row: number, column: number): string => `${row} ${column}`;
  const numbers = new Map(
    cells.flatMap((cell) =>
      typeof cellIn(head, cell) === "number" ? [[key(cell.row, cell.column), cell] as const] : [],
    ),
  );
  const texts = numbers.size === 0 ? [] : await readTexts([...numbers.values()]);
  const shown = new Map([...numbers.keys()].map((at, index) => [at, texts[index] ?? ""]));
  return (row, column) => shown.get(key(row, column)) || textOf(cellIn(head, { row, column }));
}

/** Rows below the headings, and columns, that are shown: enough to recognise the sheet by. */
const ROWS_SHOWN = 3;
const COLUMNS_SHOWN = 40;

/** The rows that are shown of a sheet: its headings, both lines where there are two, and a few below. */
function rowsShown(head: Grid, headerRow: number, layout: SheetLayout | null): number[] {
  const first = layout?.twoHeaderRows === true && headerRow > head.firstRow ? 1 : 0;
  return Array.from({ length: first + 1 + ROWS_SHOWN }, (_, at) => headerRow - first + at).filter(
    (row) => row - head.firstRow < head.rows.length,
  );
}

async function columnsOf(
  source: ColumnSource,
  headerRow: number,
  layout: SheetLayout | null,
): Promise<Pick<ColumnData, "columns" | "firstRows">> {
  const { head } = source;
  const uses = layout === null ? new Map<number, never>() : usesOf(layout);
  const lines = linesOf(head, headerRow, layout);
  const width = Math.min(MOST_COLUMNS, head.rows[0]?.length ?? 0);
  const samples = Array.from({ length: width }, (_, at) => sampleCells(head, headerRow, at));
  const rows = rowsShown(head, headerRow, layout);
  const places = rows.flatMap((row) =>
    Array.from({ length: Math.min(width, COLUMNS_SHOWN) }, (_, at) => ({
      sheet: head.sheet,
      row,
      column: head.firstColumn + at,
    })),
  );
  const shown = await shownIn(source, [...samples.flat(), ...places]);
  const columns = samples
    .map((cells, at): MappedColumn => {
      const column = head.firstColumn + at;
      const { use = null, why = null, word = null } = uses.get(column) ?? {};
      const all = lines(column);
      return {
        column,
        heading: all.at(-1) ?? "",
        lines: all,
        samples: cells.map(({ row, column: at }) => shown(row, at)),
        use,
        why,
        word,
      };
    })
    .filter((column) => column.heading !== "" || column.samples.length > 0);
  const firstRows = rows.map((row) => ({
    row,
    cells: columns.slice(0, COLUMNS_SHOWN).map(({ column }) => shown(row, column)),
  }));
  return { columns, firstRows };
}

type ProblemOf<Code> = Extract<LayoutProblem, { readonly code: Code }>;

function problemIn<Code extends LayoutProblem["code"]>(
  layout: SheetLayout | null,
  code: Code,
): ProblemOf<Code> | undefined {
  const isOne = (problem: LayoutProblem): problem is ProblemOf<Code> => problem.code === code;
  return layout?.problems.find(isOne);
}

/** Whether its columns have room for one month only: then a month, not a year, says what the sheet is of. */
function hasRoomForOneMonth(layout: SheetLayout | null): boolean {
  if (layout === null) return false;
  return layout.kind === "long" ? layout.columns.month === undefined : layout.months.length === 1;
}

function asksOf(layout: SheetLayout | null, month: Month | null): SheetAsks {
  const words = problemIn(layout, "gradesUnknown")?.grades ?? Object.keys(layout?.grades ?? {});
  return {
    wholeMonth: layout?.sheetMonth ?? null,
    clash: hasRoomForOneMonth(layout)
      ? (problemIn(layout, "monthContradicts")?.clues ?? null)
      : null,
    month,
    unit: layout?.unit ?? null,
    grades: words.map((grade) => ({ grade, points: layout?.grades?.[grade] ?? null })),
    otherHeader: problemIn(layout, "headerInDoubt")?.other ?? null,
  };
}

/** Years back from the current one that are tried. */
const YEARS_OFFERED = 3;
const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/u;

/** The latest month of a sheet that holds anything in its first rows. */
function lastFilledMonth({ rows, firstRow, firstColumn }: Grid, layout: SheetLayout): Month | null {
  if (layout.kind === "long") return layout.sheetMonth?.month ?? null;
  const filled = layout.months.filter(({ column }) =>
    rows.some(
      (cells, at) =>
        firstRow + at > layout.headerRow && textOf(cells[column - firstColumn] ?? null) !== "",
    ),
  );
  return filled.at(-1)?.month ?? layout.months[0]?.month ?? null;
}

/** A year that the rows above the headings, or the sheet's name, contain. */
function yearAbove({ sheet, rows, firstRow }: Grid, headerRow: number): number | null {
  const above = rows.slice(0, Math.max(0, headerRow - firstRow)).flat();
  for (const text of [...above.map(textOf), sheet.name]) {
    const year = YEAR.exec(text)?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}

/** The years that can be meant: by them no month with anything in it lies ahead; the likeliest first. */
function suggestYear(
  head: Grid,
  headerRow: number,
  today: Month,
  layoutIn: (year: number) => SheetLayout | NoLayout,
): number | null {
  const years = Array.from({ length: YEARS_OFFERED }, (_, back) => yearOf(today) - back).filter(
    (year) => {
      const layout = layoutIn(year);
      const last = layout.kind === "none" ? null : lastFilledMonth(head, layout);
      return last !== null && last <= today;
    },
  );
  const named = yearAbove(head, headerRow);
  return years.find((year) => year === named) ?? years[0] ?? named;
}

async function readHead(
  { gateway, signal }: ValidateOptions,
  sheet: SheetRef,
): Promise<Grid | null> {
  let head: Grid | null = null;
  const whole = await gateway.readSheet(sheet, {
    signal,
    accept: (first) => {
      head = { ...first, rows: [...first.rows] };
      return false;
    },
  });
  return head ?? whole;
}

/** Whether HR is to be asked how a sheet is meant: headings that are unclear, or columns recognised by what they hold. */
export function isInDoubt({ problems, columns }: SheetLayout): boolean {
  return problems.length > 0 || Object.values(columns).some(({ why }) => why === "content");
}

/** How many rows may be chosen as the heading. */
function rowsOffered(headerIndex: number): number {
  return headerIndex < HEADER_ROWS.first ? HEADER_ROWS.first : HEADER_ROWS.most;
}

/** The first rows of a sheet, as the product understands them with this row as the header. */
export async function describeColumns(
  source: ColumnSource,
  headerRow: number | null,
): Promise<ColumnData> {
  const { head, known, stored, today, optionsIn, year, sheets } = source;
  const options = optionsIn(year);
  const chosen = headerRow === null ? options.chosen : { headerRow, columns: new Map() };
  const layout = findLayout(head, { ...options, chosen });
  const found = layout.kind === "none" ? null : layout;
  const row = headerRow ?? found?.headerRow ?? options.chosen?.headerRow ?? head.firstRow;
  const missing = problemIn(found, "monthWithoutYear");
  const clash = hasRoomForOneMonth(found) ? undefined : problemIn(found, "monthContradicts");
  const yearless = missing?.heading ?? clash?.clues.map(({ text }) => text).join(" / ") ?? null;
  const layoutIn = (tried: number): SheetLayout | NoLayout =>
    findLayout(head, { ...optionsIn(tried), year: tried, chosen });
  const suggestedYear = yearless === null ? null : suggestYear(head, row, today, layoutIn);
  const dated = suggestedYear === null ? null : layoutIn(suggestedYear);
  const said = rememberedOf(head, stored, known);
  // Months without a year are shown with the one that is suggested.
  const shown = dated === null || dated.kind === "none" ? found : dated;
  return {
    sheet: head.sheet,
    known,
    head,
    headerRow: row,
    headerChosen: headerRow !== null || options.chosen !== undefined,
    rows: head.rows.slice(0, rowsOffered(row - head.firstRow)).map((cells, index) => ({
      row: head.firstRow + index,
      text: cells.map(textOf).filter(Boolean).join(" · ").slice(0, 60),
    })),
    ...(await columnsOf(source, row, shown)),
    yearless,
    suggestedYear,
    year: year ?? said.year,
    asks: asksOf(found, said.month),
    sheets,
  };
}

/** Reads the first rows of a sheet of the workbook; see describeColumns. */
export async function readColumns(
  options: ValidateOptions,
  sheet: SheetRef,
  headerRow: number | null = null,
): Promise<ColumnData> {
  const { gateway, policy, today, signal } = options;
  if (policy.kind === "unreadable")
    throw new GatewayError({ kind: "policyUnreadable", why: policy.why });
  const memory = await readSheetMemory(gateway);
  if (memory.kind === "unreadable") throw new GatewayError("memoryUnreadable");
  const { stored } = memory;
  const head = await readHead(options, sheet);
  if (head === null || head.rows.length === 0)
    throw new GatewayError({ kind: "noScoreSheet", sheetName: sheet.name, lacks: [] });
  const base = layoutOptionsOf(policyFor(policy.book, today));
  const sheets = await gateway.listSheets();
  const address = await gateway.readFileAddress();
  const ofTab = sheetsAround(sheets, stored, address).months.has(sheet.id);
  const source: ColumnSource = {
    head,
    known: sheet,
    stored,
    today,
    optionsIn: (year) =>
      layoutOptionsFor(
        head,
        base,
        sheetsAround(sheets, { ...stored, tabYear: year ?? stored.tabYear }, address),
        stored,
      ),
    year: ofTab ? stored.tabYear : undefined,
    sheets: sheets
      .filter(({ visible, tag }) => visible && tag === null)
      .map(({ id, name }) => ({ id, name })),
    readTexts: (cells) => gateway.readTexts(sheet, cells, { signal }),
  };
  return { ...(await describeColumns(source, headerRow)), sheet };
}

/** What HR has said: of the columns that are not what they were taken for, and of the sheet as a whole. */
export interface ColumnChoices {
  readonly headerRow: number;
  readonly uses: ReadonlyMap<number, ColumnUse>;
  readonly year: number | null;
  /** What is left out stays as it was said before. */
  readonly month?: Month | null;
  readonly unit?: Unit | null;
  readonly grades?: Readonly<Record<string, number>> | null;
}

/** The memory with what HR has said of a sheet; its year is kept elsewhere where it is that of the names of sheets. */
export function rememberColumns(
  stored: StoredMemory,
  { known, head, headerChosen }: ColumnData,
  choices: ColumnChoices,
  isTab: boolean,
): StoredMemory {
  const { headerRow, uses, year } = choices;
  const before = rememberedOf(head, stored, known);
  const kept = new Map<number, ColumnUse>();
  for (const { column, use } of before.mapping?.columns ?? []) kept.set(column, use);
  for (const [column, use] of uses) kept.set(column, use);
  return withSheet(stored, known, {
    year: isTab ? before.year : (year ?? before.year),
    month: choices.month === undefined ? before.month : choices.month,
    unit: choices.unit === undefined ? before.unit : choices.unit,
    grades: choices.grades === undefined ? before.grades : choices.grades,
    headings: headingsIn(head, headerRow),
    // Where HR has said nothing of columns and rows, both are recognised as they come.
    mapping:
      headerChosen || kept.size > 0
        ? rememberMapping(head, headerRow, before.mapping?.headerRow === headerRow ? kept : uses)
        : null,
  });
}

/** Remembers HR's mapping of a sheet in the workbook, and what else HR has said of it. */
export async function saveColumns(
  { gateway }: Pick<ValidateOptions, "gateway">,
  data: ColumnData,
  choices: ColumnChoices,
): Promise<void> {
  const { year } = choices;
  const sheets = await gateway.listSheets();
  await changeSheetMemory(gateway, (stored) => {
    const isTab = sheetsAround(sheets, stored, null).months.has(data.sheet.id);
    const next = rememberColumns(stored, data, choices, isTab);
    return isTab && year !== null ? { ...next, tabYear: year } : next;
  });
}

/** The headings of a row, as the next month's sheet is known by them. */
function headingsIn({ rows, firstRow }: Grid, headerRow: number): string[] {
  const cells = rows[headerRow - firstRow] ?? [];
  return cells.flatMap((cell) =>
    typeof cell === "string" && cell.trim() !== "" ? [headingKey(cell)] : [],
  );
}

/** Forgets what HR has said of a sheet's columns, month, unit and grades: it is recognised again. */
export async function forgetColumns(
  { gateway }: Pick<ValidateOptions, "gateway">,
  sheet: SheetRef,
): Promise<void> {
  await changeSheetMemory(gateway, (stored) => withoutSheet(stored, sheet));
}
