import type { Area, Grid, SheetRef } from "../grid";
import { findLevel, policyFor, type EffectivePolicy } from "../policy";
import { checkMonth, type MonthReport } from "../reports";
import {
  findLayout,
  hasRequiredColumns,
  readRecordsInSteps,
  type LayoutOptions,
  type SheetField,
  type ScoreSheet,
  type SheetLayout,
} from "../scoresheet";
import type { Month } from "../units";
import { areaOf, GatewayError, type Gateway, type SheetSummary } from "./gateway";
import type { WorkbookPolicy } from "./policySession";
import type { TaskProgress } from "./progress";
import { runInSlices } from "./slices";

export interface ValidateOptions {
  readonly gateway: Gateway;
  readonly policy: WorkbookPolicy;
  /** The current month. */
  readonly today: Month;
  /** HR's choice; null leaves it to the add-in (5.1a). */
  readonly sheetId: string | null;
  readonly month: Month | null;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: TaskProgress) => void) | undefined;
}

export interface MonthValidation {
  readonly kind: "month";
  readonly report: MonthReport;
  readonly sheet: SheetRef;
  readonly sheets: readonly SheetSummary[];
  /** The range that was read. */
  readonly read: Area;
}

/** What validating came to: a report, or why there is none. */
export type Validation =
  | MonthValidation
  | { readonly kind: "emptyWorkbook" }
  | {
      readonly kind: "noScoreSheet";
      readonly sheetName: string | null;
      readonly lacks: readonly SheetField[];
    }
  | {
      readonly kind: "policyUnreadable";
      readonly why: Extract<WorkbookPolicy, { kind: "unreadable" }>["why"];
    };

/** Earlier scores live here; it is never the sheet of the month. */
const HISTORY_SHEET = "历史成绩";

function layoutOptions(policy: EffectivePolicy): LayoutOptions {
  const { headings, notAssessed } = policy.values;
  return {
    headings,
    limits: {
      minimum: policy.score.minimum,
      maximum: policy.score.maximum,
      statutoryLeave: new Set(notAssessed.statutoryLeave),
      otherReasons: new Set(notAssessed.other),
    },
    isLevel: (text) => findLevel(policy, text) !== undefined,
  };
}

interface Found {
  readonly grid: Grid;
  readonly layout: SheetLayout;
}

interface Search {
  readonly found: Found | null;
  /** Whether any sheet held anything. */
  readonly empty: boolean;
  readonly lacks: readonly SheetField[];
}

/** The sheets to look at, in their order: HR's choice alone, or the active one first and then by tab. */
function sheetsToTry(sheets: readonly SheetSummary[], chosen: string | null): SheetSummary[] {
  if (chosen !== null) return sheets.filter(({ id }) => id === chosen);
  const eligible = sheets.filter(
    ({ visible, name, tag }) => visible && name !== HISTORY_SHEET && tag === null,
  );
  return [...eligible.filter(({ active }) => active), ...eligible.filter(({ active }) => !active)];
}

/** Reads sheets until one is a score sheet; one that lacks a required column is taken if no other is. */
async function findScoreSheet(
  sheets: readonly SheetSummary[],
  layoutBy: LayoutOptions,
  { gateway, signal, onProgress }: ValidateOptions,
): Promise<Search> {
  let incomplete: Found | null = null;
  let empty = true;
  const lacks = new Set<SheetField>();
  const noteLacks = (layout: ReturnType<typeof findLayout>): void => {
    for (const problem of layout.problems)
      if (problem.code === "columnMissing") lacks.add(problem.field);
  };
  for (const sheet of sheets) {
    const grid = await gateway.readSheet(sheet, {
      signal,
      accept: (head) => {
        empty = false;
        const layout = findLayout(head, layoutBy);
        if (layout.kind === "none") noteLacks(layout);
        return layout.kind !== "none";
      },
      onProgress: ({ rows, of }) => onProgress?.({ stage: "reading", done: rows, of }),
    });
    if (grid === null || grid.rows.length === 0) continue;
    const layout = findLayout(grid, layoutBy);
    if (layout.kind === "none") noteLacks(layout);
    else if (hasRequiredColumns(layout))
      return { found: { grid, layout }, empty: false, lacks: [] };
    else incomplete ??= { grid, layout };
  }
  return { found: incomplete, empty, lacks: [...lacks] };
}

/** Fields whose cells are typed or computed, which makes a difference to whoever mends them. */
const QUANTITIES: readonly SheetField[] = ["score", "sales", "extra", "complaints", "leaves"];

/** The rectangle of the cells that hold quantities. */
function quantityArea({ grid, layout }: Found): Area | null {
  const columns = [
    ...QUANTITIES.flatMap((field) => layout.columns[field]?.column ?? []),
    ...layout.months.map(({ column }) => column),
  ];
  const rows = layout.lastRow - layout.firstRow + 1;
  if (columns.length === 0 || rows <= 0) return null;
  const column = Math.min(...columns);
  const area = {
    row: layout.firstRow,
    column,
    rows,
    columns: Math.max(...columns) - column + 1,
  };
  return area.row + area.rows <= grid.firstRow + grid.rows.length ? area : null;
}

async function withFormulas(found: Found, { gateway, signal }: ValidateOptions): Promise<Grid> {
  const area = quantityArea(found);
  if (area === null) return found.grid;
  const isFormula = await gateway.findFormulas(found.grid.sheet, area, { signal });
  return { ...found.grid, isFormula };
}

/** A score sheet as read, before anybody is judged. */
export interface SheetRead {
  readonly kind: "sheet";
  readonly records: ScoreSheet;
  readonly sheet: SheetRef;
  readonly sheets: readonly SheetSummary[];
  /** The range that was read. */
  readonly read: Area;
}

/** Finds the score sheet and reads it; in slices, so that the page stays fluent. */
export async function readScoreSheet(
  options: ValidateOptions,
): Promise<SheetRead | Exclude<Validation, MonthValidation>> {
  const { gateway, policy, today, signal, onProgress } = options;
  if (policy.kind === "unreadable") return { kind: "policyUnreadable", why: policy.why };
  const layoutBy = layoutOptions(policyFor(policy.book, today));
  const sheets = await gateway.listSheets();
  const tried = sheetsToTry(sheets, options.sheetId);
  if (options.sheetId !== null && tried.length === 0) throw new GatewayError("notFound");
  const { found, empty, lacks } = await findScoreSheet(tried, layoutBy, options);
  if (found === null) {
    if (empty && options.sheetId === null) return { kind: "emptyWorkbook" };
    const sheetName = options.sheetId === null ? null : (tried[0]?.name ?? null);
    return { kind: "noScoreSheet", sheetName, lacks };
  }
  const grid = await withFormulas(found, options);
  onProgress?.({ stage: "checking", done: 0, of: found.layout.lastRow });
  const records = await runInSlices(
    readRecordsInSteps(grid, found.layout, { limits: layoutBy.limits }),
    { signal, onPause: tellChecked(onProgress) },
  );
  return { kind: "sheet", records, sheet: grid.sheet, sheets, read: areaOf(grid) };
}

function tellChecked(onProgress: ValidateOptions["onProgress"]) {
  return ({ done, total }: { readonly done: number; readonly total: number }): void =>
    onProgress?.({ stage: "checking", done, of: total });
}

/**
 * "校验当月": finds the score sheet, reads it and judges its month. Only reads; in slices, so that the
 * page stays fluent. Throws what the gateway throws, "cancelled" when the signal says so.
 */
export async function validateSheet(options: ValidateOptions): Promise<Validation> {
  const { policy, today, signal, onProgress } = options;
  if (policy.kind === "unreadable") return { kind: "policyUnreadable", why: policy.why };
  const found = await readScoreSheet(options);
  if (found.kind !== "sheet") return found;
  const report = await runInSlices(
    checkMonth({
      sheet: found.records,
      book: policy.book,
      today,
      asOf: options.month ?? undefined,
    }),
    { signal, onPause: tellChecked(onProgress) },
  );
  const { sheet, sheets, read } = found;
  return { kind: "month", report, sheet, sheets, read };
}
