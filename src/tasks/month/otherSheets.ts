import type { Grid, SheetRef } from "../../grid";
import {
  findLayout,
  HEADER_ROWS,
  fileNameIn,
  findMonthIn,
  headingKey,
  resolveMapping,
  settleSheetMonths,
  type LayoutOptions,
  type LayoutProblem,
  type NoLayout,
  type SheetLayout,
  type SheetMonth,
  type SheetInput,
} from "../../scoresheet";
import type { Gateway, SheetSummary } from "../gateway";
import { isPromotionSheet, readPromotionTable, type PromotionTable } from "./promotionTable";
import { readCalculated } from "./readCalculated";
import { rememberedSheet, type RememberedSheet, type StoredMemory } from "./sheetMemory";
import { formatMonth, type Month } from "../../units";
import { SHEET_NAMES } from "../../wording";

/** Which month each sheet is of that is named after one; of the first without a year HR is asked. */
export type SheetMonths = ReadonlyMap<string, SheetMonth>;

/** What stands around each sheet and may give its month. */
export interface SheetsAround {
  readonly months: SheetMonths;
  /** The name of the workbook's file; undefined where it says nothing of any one sheet. */
  readonly file: string | undefined;
}

function isNamed({ name }: SheetRef, called: string): boolean {
  return name.trim() === called;
}

/** Sheets that may hold scores of a month. */
export function mayHoldScores(sheet: SheetSummary): boolean {
  return (
    sheet.visible &&
    sheet.tag === null &&
    !isNamed(sheet, SHEET_NAMES.history) &&
    !isPromotionSheet(sheet)
  );
}

/** What the names of the sheets and of the file say of months. */
export function sheetsAround(
  sheets: readonly SheetSummary[],
  { tabYear }: StoredMemory,
  address: string | null,
): SheetsAround {
  const named = sheets.filter(mayHoldScores).flatMap((sheet) => {
    const says = findMonthIn(sheet.name);
    return says === undefined || says.kind === "unreadable" ? [] : [{ sheet, says }];
  });
  const months = settleSheetMonths(
    named.map(({ says }) => says),
    tabYear,
  );
  const yearless = new Set(
    named.flatMap(({ says }) => (says.kind === "monthNumber" ? [says.number] : [])),
  );
  // Of tabs from November to February one year in the file's name does not say which is which.
  const turns = yearless.has(12) && yearless.has(1) && yearless.size < 12;
  return {
    months: new Map(
      named.map(({ sheet }, index) => [
        sheet.id,
        { month: months[index] ?? null, text: sheet.name, why: "tab" },
      ]),
    ),
    file: address === null || turns ? undefined : fileNameIn(address),
  };
}

/** The first rows of a sheet as headings compare. */
function headingRows({ rows }: Grid): readonly string[][] {
  return rows
    .slice(0, HEADER_ROWS.most)
    .map((cells) => cells.map((cell) => (typeof cell === "string" ? headingKey(cell) : "")));
}

/**
 * What the workbook remembers of a sheet, or of the one of an earlier month with the same headings. `known` names a sheet
 * that is remembered by another name than its own, as those of other files are.
 */
export function rememberedOf(
  grid: Grid,
  stored: StoredMemory,
  known: SheetRef = grid.sheet,
): RememberedSheet {
  return rememberedSheet(stored, known, () => headingRows(grid));
}

/** How a sheet is to be read: by the policy's words, and by what HR has said of this very sheet. */
export function layoutOptionsFor(
  grid: Grid,
  base: LayoutOptions,
  { months, file }: SheetsAround,
  stored: StoredMemory,
  known: SheetRef = grid.sheet,
): LayoutOptions {
  const { year, month, unit, grades, mapping } = rememberedOf(grid, stored, known);
  return {
    ...base,
    year: year ?? undefined,
    sheetMonth:
      month === null
        ? months.get(grid.sheet.id)
        : { month, text: formatMonth(month), why: "chosen" },
    file,
    unit: unit ?? undefined,
    grades: grades ?? undefined,
    chosen: mapping === null ? undefined : resolveMapping(grid, mapping),
  };
}

/** A sheet that would be of another month, had it all the columns that it needs. */
export interface LackingSheet {
  readonly sheet: SheetRef;
  /** Null while its year is not known. */
  readonly month: Month | null;
  readonly lacks: readonly Extract<LayoutProblem, { code: "columnMissing" }>[];
}

/** The sheets that belong to the one that is validated. */
export interface Alongside {
  readonly history: SheetInput | null;
  readonly months: readonly SheetInput[];
  readonly promotions: PromotionTable | null;
  readonly lacking: readonly LackingSheet[];
}

interface AlongsideOptions {
  readonly main: SheetInput;
  readonly sheets: readonly SheetSummary[];
  readonly months: SheetMonths;
  readonly optionsFor: (grid: Grid) => LayoutOptions;
  readonly task: {
    readonly gateway: Pick<Gateway, "readSheet" | "readAreas">;
    readonly signal?: AbortSignal | undefined;
  };
}

/** Whether it is known that all of a sheet is of one month, whatever says which. */
function isOfOneMonth({ kind, sheetMonth, months }: SheetLayout): boolean {
  return kind === "long" ? sheetMonth !== null : months.length === 1;
}

function lacksOf({ problems }: SheetLayout | NoLayout): LackingSheet["lacks"] {
  return problems.filter((problem) => problem.code === "columnMissing");
}

/**
 * Reads 历史成绩, 晋升流程 and, in a workbook of one sheet a month, the sheets of the other months: those named after
 * one and those that say it themselves. One that lacks a column is reported, not left out silently.
 */
export async function readAlongside({
  main,
  sheets,
  months,
  optionsFor,
  task,
}: AlongsideOptions): Promise<Alongside> {
  const { gateway, signal } = task;
  const others = sheets.filter(({ id }) => id !== main.grid.sheet.id);
  const lacking: LackingSheet[] = [];
  const monthOfLacking = (layout: SheetLayout | NoLayout): Month | null => {
    const own = layout.kind === "none" ? null : (layout.sheetMonth?.month ?? null);
    return own ?? months.get(layout.sheet.id)?.month ?? null;
  };
  const readInput = async (
    sheet: SheetRef,
    belongs: (layout: SheetLayout | NoLayout) => boolean,
  ): Promise<SheetInput | null> => {
    const grid = await readCalculated(gateway, sheet, {
      signal,
      accept: (head) => {
        const layout = findLayout(head, optionsFor(head));
        const lacks = belongs(layout) ? lacksOf(layout) : [];
        if (lacks.length > 0) lacking.push({ sheet, month: monthOfLacking(layout), lacks });
        return layout.kind !== "none" && lacks.length === 0 && belongs(layout);
      },
    });
    if (grid === null || grid.rows.length === 0) return null;
    const layout = findLayout(grid, optionsFor(grid));
    return layout.kind === "none" ? null : { grid, layout };
  };
  const historySheet = others.find((sheet) => isNamed(sheet, SHEET_NAMES.history));
  const history = historySheet === undefined ? null : await readInput(historySheet, () => true);
  const promotions = await readPromotionTable(gateway, others, signal);
  const inputs: SheetInput[] = [];
  if (isOfOneMonth(main.layout) || months.has(main.grid.sheet.id))
    for (const sheet of others.filter(mayHoldScores)) {
      const named = months.has(sheet.id);
      const input = await readInput(
        sheet,
        (layout) => named || (layout.kind !== "none" && isOfOneMonth(layout)),
      );
      if (input !== null) inputs.push(input);
    }
  return { history, months: inputs, promotions, lacking };
}
