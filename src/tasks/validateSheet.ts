import type { Area, Grid, SheetRef } from "../grid";
import { findLevel, policyFor, type EffectivePolicy } from "../policy";
import { checkMonth, ReportMemory, type MonthReport, type Progress } from "../reports";
import {
  findLayout,
  hasRequiredColumns,
  readRecordsInSteps,
  type LayoutOptions,
  type RowsRead,
  type SheetField,
  type ScoreSheet,
  type SheetLayout,
} from "../scoresheet";
import type { Month } from "../units";
import { areaOf, GatewayError, type Gateway, type SheetSummary } from "./gateway";
import { FormulaFlags, LIVE_ROWS, LiveMonth, type LiveSource } from "./liveMonth";
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
  /** The same month for following edits; null where the sheet is too large for it. */
  readonly live: LiveMonth | null;
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

async function formulasOf(
  found: Found,
  { gateway, signal }: ValidateOptions,
): Promise<FormulaFlags | null> {
  const area = quantityArea(found);
  if (area === null) return null;
  return new FormulaFlags(area, await gateway.findFormulas(found.grid.sheet, area, { signal }));
}

/** A score sheet as read, before anybody is judged. */
export interface SheetRead {
  readonly kind: "sheet";
  readonly records: ScoreSheet;
  readonly sheet: SheetRef;
  readonly sheets: readonly SheetSummary[];
  /** The range that was read. */
  readonly read: Area;
  /** What it was read from, for reading it again. */
  readonly source: Pick<LiveSource, "grid" | "formulas" | "layoutOf" | "records">;
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
  const formulas = await formulasOf(found, options);
  const grid = formulas === null ? found.grid : { ...found.grid, isFormula: formulas.at };
  const told = tellChecked(onProgress, grid.rows.length);
  told({ done: 0, total: 0 });
  const recordOptions = { limits: layoutBy.limits };
  const records = await runInSlices(readRecordsInSteps(grid, found.layout, recordOptions), {
    signal,
    onPause: told,
  });
  return {
    kind: "sheet",
    records,
    sheet: grid.sheet,
    sheets,
    read: areaOf(grid),
    source: {
      grid,
      formulas,
      layoutOf: (other) => findLayout(other, layoutBy),
      records: recordOptions,
    },
  };
}

/** Where each part of the checking begins and ends, as shares of the whole: what it took of a large sheet. */
const SHARES = {
  records: [0, 0.15],
  finding: [0.15, 0.2],
  judging: [0.2, 0.55],
  checking: [0.55, 1],
} as const;

/** Tells the checking's progress in rows of the sheet, whichever part of it is at work. */
function tellChecked(onProgress: ValidateOptions["onProgress"], rows: number) {
  return (step: RowsRead | Progress): void => {
    const [from, to] = SHARES["stage" in step ? step.stage : "records"];
    const share = step.total === 0 ? 0 : Math.min(1, step.done / step.total);
    const done = Math.floor(rows * (from + (to - from) * share));
    onProgress?.({ stage: "checking", done, of: rows });
  };
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
  const { records, sheet, sheets, read, source } = found;
  const input = { book: policy.book, today, asOf: options.month ?? undefined };
  // What is kept of a large sheet would weigh more than following it is worth.
  const memory = read.rows > LIVE_ROWS ? null : new ReportMemory();
  const report = await runInSlices(checkMonth({ ...input, sheet: records }, memory), {
    signal,
    onPause: tellChecked(onProgress, read.rows),
  });
  const live = memory === null ? null : new LiveMonth({ ...source, sheet: records, input, memory });
  return { kind: "month", report, sheet, sheets, read, live };
}
