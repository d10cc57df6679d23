import type { Grid, SheetRef } from "../../grid";
import {
  findLayout,
  findMonthIn,
  resolveMapping,
  settleSheetMonths,
  titleMonth,
  type LayoutOptions,
  type SheetMonth,
  type SheetPart,
} from "../../scoresheet";
import type { Gateway, SheetSummary } from "../gateway";
import { isPromotionSheet, readPromotionTable, type PromotionTable } from "./promotionTable";
import { readCalculated } from "./readCalculated";
import { rememberedSheet, type StoredMemory } from "./sheetMemory";

/** Earlier scores live here; it is never the sheet of the month. */
export const HISTORY_SHEET = "历史成绩";

/** Which month each sheet is of that is named after one; of the first without a year HR is asked. */
export type SheetMonths = ReadonlyMap<string, SheetMonth>;

function isNamed({ name }: SheetRef, called: string): boolean {
  return name.trim() === called;
}

/** Sheets that may hold scores of a month. */
function mayHoldScores(sheet: SheetSummary): boolean {
  return (
    sheet.visible &&
    sheet.tag === null &&
    !isNamed(sheet, HISTORY_SHEET) &&
    !isPromotionSheet(sheet)
  );
}

export function monthsOfSheets(
  sheets: readonly SheetSummary[],
  { tabYear }: StoredMemory,
): SheetMonths {
  const named = sheets.filter(mayHoldScores).flatMap((sheet) => {
    const says = findMonthIn(sheet.name);
    return says === undefined || says.kind === "unreadable" ? [] : [{ sheet, says }];
  });
  const months = settleSheetMonths(
    named.map(({ says }) => says),
    tabYear,
  );
  return new Map(
    named.map(({ sheet }, index) => [
      sheet.id,
      { month: months[index] ?? null, text: sheet.name, why: "tab" },
    ]),
  );
}

/** How a sheet is to be read: by the policy's words, and by what HR has said of this very sheet. */
export function layoutOptionsFor(
  grid: Grid,
  base: LayoutOptions,
  months: SheetMonths,
  stored: StoredMemory,
): LayoutOptions {
  const { year, mapping } = rememberedSheet(stored, grid.sheet);
  return {
    ...base,
    year,
    sheetMonth: months.get(grid.sheet.id) ?? titleMonth(grid),
    chosen: mapping === undefined ? undefined : resolveMapping(grid, mapping),
  };
}

/** The sheets that belong to the one that is validated. */
export interface Alongside {
  readonly history: SheetPart | null;
  readonly months: readonly SheetPart[];
  readonly promotions: PromotionTable | null;
}

interface AlongsideOptions {
  readonly main: SheetPart;
  readonly sheets: readonly SheetSummary[];
  readonly months: SheetMonths;
  readonly optionsFor: (grid: Grid) => LayoutOptions;
  readonly task: {
    readonly gateway: Pick<Gateway, "readSheet" | "readAreas">;
    readonly signal?: AbortSignal | undefined;
  };
}

/** Reads 历史成绩, 晋升流程 and, where sheets are named after months, those of the other months. */
export async function readAlongside({
  main,
  sheets,
  months,
  optionsFor,
  task,
}: AlongsideOptions): Promise<Alongside> {
  const { gateway, signal } = task;
  const others = sheets.filter(({ id }) => id !== main.grid.sheet.id);
  const readPart = async (sheet: SheetRef): Promise<SheetPart | null> => {
    const grid = await readCalculated(gateway, sheet, {
      signal,
      accept: (head) => findLayout(head, optionsFor(head)).kind !== "none",
    });
    if (grid === null || grid.rows.length === 0) return null;
    const layout = findLayout(grid, optionsFor(grid));
    return layout.kind === "none" ? null : { grid, layout };
  };
  const historySheet = others.find((sheet) => isNamed(sheet, HISTORY_SHEET));
  const history = historySheet === undefined ? null : await readPart(historySheet);
  const promotions = await readPromotionTable(gateway, others, signal);
  const parts: SheetPart[] = [];
  if (months.has(main.grid.sheet.id))
    for (const sheet of others) {
      if (!months.has(sheet.id)) continue;
      const part = await readPart(sheet);
      if (part !== null) parts.push(part);
    }
  return { history, months: parts, promotions };
}
