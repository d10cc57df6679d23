import type { Area, Grid, SheetRef } from "../../grid";
import { policyFor } from "../../policy";
import type { Progress } from "../../views";
import {
  findLayout,
  hasRequiredColumns,
  readSheetsInSteps,
  type LayoutOptions,
  type OtherSheets,
  type RowsRead,
  type ScoreSheet,
  type SheetInput,
  type Who,
} from "../../scoresheet";
import type { MissingColumn, Problem } from "../../problems";
import type { Month } from "../../units";
import { areaOf, GatewayError, type Gateway, type SheetSummary } from "../gateway";
import type { IgnoredEntry } from "../../findings";
import type { MonthInput } from "../../month";
import { layoutOptionsOf } from "./layoutOptionsOf";
import { FormulaFlags, type FormulaTexts, type LiveSource } from "./liveMonth";
import { notReadOf, type NotRead } from "./notRead";
import { SHEET_NAMES } from "../../wording";
import {
  layoutOptionsFor,
  mayHoldScores,
  readAlongside,
  sheetsAround,
  type LackingSheet,
} from "./otherSheets";
import { findCompanions, matchCompanions, type Companions } from "./companionSheets";
import type { WorkbookPolicy } from "../policy/policyTypes";
import type { TaskProgress } from "../run/progress";
import { isPromotionSheet, type PromotionTable } from "./promotionTable";
import { readCalculated } from "./readCalculated";
import { countsFrom1904 } from "./dateSystem";
import { cellsToSee, readDisplay, readShown, type InputDisplay } from "./sheetDisplay";
import { ignoredIn } from "./ignoredMemory";
import {
  closedMonths,
  confirmedZeros,
  peopleWhoLeft,
  readSheetMemory,
  type ClosedMemory,
} from "./sheetMemory";
import { pause, runInSlices } from "../run/slices";

export interface ValidateOptions {
  readonly gateway: Gateway;
  readonly policy: WorkbookPolicy;
  /** The current month. */
  readonly today: Month;
  /** HR's choice; null leaves it to the add-in (rule M1). */
  readonly sheetId: string | null;
  readonly month: Month | null;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: TaskProgress) => void) | undefined;
}

/** The sheets that were read with the one validated, and how much all of them are. */
export interface ReadTogether {
  /** Ids; the sheet itself is not among them. */
  readonly others: ReadonlySet<string>;
  /** Rows of all, the sheet's own too. */
  readonly rows: number;
}

/** Why there is no score sheet. */
export type NoSheet = Extract<
  Problem,
  { readonly kind: "emptyWorkbook" | "noScoreSheet" | "from1904" | "policyUnreadable" }
>;

interface Search {
  readonly found: SheetInput | null;
  /** Whether any sheet held anything. */
  readonly empty: boolean;
  readonly lacks: readonly MissingColumn[];
}

/** The sheets to look at, in their order: HR's choice alone, or the active one first and then by tab. */
function sheetsToTry(sheets: readonly SheetSummary[], chosen: string | null): SheetSummary[] {
  if (chosen !== null) return sheets.filter(({ id }) => id === chosen);
  const eligible = sheets.filter(
    (sheet) =>
      sheet.visible &&
      sheet.tag === null &&
      sheet.name.trim() !== SHEET_NAMES.history &&
      !isPromotionSheet(sheet),
  );
  return [...eligible.filter(({ active }) => active), ...eligible.filter(({ active }) => !active)];
}

/** Reads sheets until one is a score sheet; one that lacks a required column is taken if no other is. */
async function findScoreSheet(
  sheets: readonly SheetSummary[],
  optionsFor: (grid: Grid) => LayoutOptions,
  heads: Map<string, Grid>,
  { gateway, signal, onProgress }: ValidateOptions,
): Promise<Search> {
  let incomplete: SheetInput | null = null;
  let empty = true;
  const lacks = new Set<MissingColumn>();
  const noteLacks = (layout: ReturnType<typeof findLayout>): void => {
    for (const problem of layout.problems)
      if (problem.code === "columnMissing") lacks.add(problem.field);
  };
  for (const sheet of sheets) {
    const grid = await readCalculated(gateway, sheet, {
      signal,
      accept: (head) => {
        empty = false;
        heads.set(sheet.id, { ...head, rows: [...head.rows] });
        const layout = findLayout(head, optionsFor(head));
        if (layout.kind === "none") noteLacks(layout);
        return layout.kind !== "none";
      },
      onProgress: ({ rows, of }) => onProgress?.({ stage: "loading", done: rows, of }),
    });
    if (grid === null || grid.rows.length === 0) continue;
    await pause();
    const layout = findLayout(grid, optionsFor(grid));
    if (layout.kind === "none") noteLacks(layout);
    else if (hasRequiredColumns(layout))
      return { found: { grid, layout }, empty: false, lacks: [] };
    else incomplete ??= { grid, layout };
  }
  return { found: incomplete, empty, lacks: [...lacks] };
}

/**
 * The rectangle of the cells that are read, with their headings: whether one is typed or computed makes a difference to
 * whoever mends it, and what formulas show must be read again when Excel has calculated.
 */
function areaOfColumns({ grid, layout }: SheetInput): Area | null {
  const columns = [
    ...Object.values(layout.columns).map(({ column }) => column),
    ...layout.months.map(({ column }) => column),
    ...Object.values(layout.blocks).flatMap((block) => block.map(({ column }) => column)),
    ...(layout.year?.column == null ? [] : [layout.year.column]),
  ];
  const rows = layout.lastRow - layout.headerRow + 1;
  if (columns.length === 0 || layout.lastRow < layout.firstRow) return null;
  const column = Math.min(...columns);
  const area = {
    row: layout.headerRow,
    column,
    rows,
    columns: Math.max(...columns) - column + 1,
  };
  return area.row + area.rows <= grid.firstRow + grid.rows.length ? area : null;
}

async function formulasOf(
  input: SheetInput,
  { gateway, signal }: ValidateOptions,
): Promise<FormulaFlags | null> {
  const area = areaOfColumns(input);
  if (area === null) return null;
  const found = await gateway.findFormulas(input.grid.sheet, area, { signal });
  const texts = await grossFormulas(input, found, gateway);
  return new FormulaFlags(area, input.layout.firstRow, found, texts);
}

/** Formulas read in one round trip. */
const FORMULAS_A_REQUEST = 10_000;

/** The formulas of the gross pay, which say what else is in it; null where it is typed by hand throughout. */
async function grossFormulas(
  { grid, layout }: SheetInput,
  isFormula: Grid["isFormula"],
  { readAreas }: Pick<Gateway, "readAreas">,
): Promise<FormulaTexts | null> {
  const column = layout.columns.grossPaid?.column;
  if (column === undefined) return null;
  const formulas = new Map<number, string>();
  const { firstRow, lastRow } = layout;
  for (let row = firstRow; row <= lastRow; row += FORMULAS_A_REQUEST) {
    const rows = Math.min(FORMULAS_A_REQUEST, lastRow - row + 1);
    const any = Array.from({ length: rows }, (_, at) => row + at).some((at) =>
      isFormula(at, column),
    );
    if (!any) continue;
    const { areas } = await readAreas(grid.sheet, [{ row, column, rows, columns: 1 }]);
    for (const [at, [cell]] of (areas[0]?.formulas ?? []).entries())
      if (typeof cell === "string" && cell.startsWith("=")) formulas.set(row + at, cell);
  }
  return { column, formulas };
}

function withFormulas({ grid, layout }: SheetInput, formulas: FormulaFlags | null): SheetInput {
  return {
    grid:
      formulas === null ? grid : { ...grid, isFormula: formulas.at, formulaText: formulas.text },
    layout,
  };
}

/** A score sheet as read, before anybody is judged. */
export interface SheetData {
  readonly kind: "sheet";
  readonly records: ScoreSheet;
  readonly sheet: SheetRef;
  readonly sheets: readonly SheetSummary[];
  /** The range that was read. */
  readonly area: Area;
  /** The ranges of the sheets of other months that were read with it. */
  readonly months: readonly ReadArea[];
  readonly together: ReadTogether;
  /** What judging the month wants beside the records. */
  readonly known: Pick<MonthInput, "display" | "promotions" | "hasLeft">;
  /** 晋升流程 with the cells it was read from. */
  readonly promotionTable: PromotionTable | null;
  /** Of whom HR has said that they left. */
  readonly left: readonly Who[];
  /** What HR has set aside in this workbook. */
  readonly ignored: readonly IgnoredEntry[];
  /** Months that the workbook remembers as closed. */
  readonly closed: readonly ClosedMemory[];
  readonly notRead: NotRead;
  /** What it was read from, for reading it again; null where merged cells were filled on the way. */
  readonly source: Pick<LiveSource, "grid" | "formulas" | "layoutOf" | "records" | "others"> | null;
}

/**
 * The months of sheets that were left out. Of a month that another sheet gives as well nothing is left out, nor by a
 * sheet that tells something else of its people.
 */
function unreadMonths(
  lacking: readonly LackingSheet[],
  read: readonly SheetInput[],
  { taken, offered }: Companions,
): ReadonlyMap<Month, string> {
  const known = new Set(
    read.flatMap(({ layout: { sheetMonth, months } }) => [
      sheetMonth?.month ?? null,
      ...months.map(({ month }) => month),
    ]),
  );
  const beside = new Set([...taken, ...offered].map(({ grid }) => grid.sheet.id));
  return new Map(
    lacking.flatMap(({ month, sheet }): [Month, string][] =>
      month === null || known.has(month) || beside.has(sheet.id) ? [] : [[month, sheet.name]],
    ),
  );
}

/** The used range of a sheet as it was read. */
export interface ReadArea {
  readonly sheet: SheetRef;
  readonly area: Area;
}

/** Finds the score sheet and reads it, and what belongs to it; in slices, so that the page stays responsive. */
export async function readScoreSheet(options: ValidateOptions): Promise<SheetData | NoSheet> {
  const { gateway, policy, today, signal, onProgress } = options;
  if (policy.kind === "unreadable") return { kind: "policyUnreadable", why: policy.why };
  const { book } = policy;
  const layoutBy = layoutOptionsOf(policyFor(book, today));
  const sheets = await gateway.listSheets();
  const memory = await readSheetMemory(gateway);
  const { stored } = memory;
  const around = sheetsAround(sheets, stored, await gateway.readFileAddress());
  const optionsFor = (grid: Grid): LayoutOptions =>
    layoutOptionsFor(grid, layoutBy, around, stored);
  const tried = sheetsToTry(sheets, options.sheetId);
  if (options.sheetId !== null && tried.length === 0) throw new GatewayError("notFound");
  /** The first rows of sheets that were looked at, so that none is looked at twice. */
  const heads = new Map<string, Grid>();
  const { found, empty, lacks } = await findScoreSheet(tried, optionsFor, heads, options);
  if (found === null) {
    if (empty && options.sheetId === null) return { kind: "emptyWorkbook" };
    const sheetName = options.sheetId === null ? null : (tried[0]?.name ?? null);
    return { kind: "noScoreSheet", sheetName, lacks };
  }
  if (await countsFrom1904(found, gateway, signal))
    return { kind: "from1904", sheetName: found.grid.sheet.name };
  const alongside = await readAlongside({
    main: found,
    sheets,
    months: around.months,
    optionsFor,
    task: options,
  });
  const displays: InputDisplay[] = [];
  for (const input of alongside.months)
    displays.push(
      await readDisplay(gateway, withFormulas(input, await formulasOf(input, options)), signal),
    );
  const formulas = await formulasOf(found, options);
  displays.push(await readDisplay(gateway, withFormulas(found, formulas), signal));
  const inputs = displays.map(({ input }) => input);
  const main = inputs.at(-1) ?? found;
  const onPause = reportChecked(onProgress, main.grid.rows.length);
  onPause({ done: 0, total: 0 });
  const recordOptions = {
    limits: layoutBy.limits,
    headings: layoutBy.headings,
    zeroConfirmed: confirmedZeros(stored),
  };
  const readAlready = new Set([found, ...alongside.months].map(({ grid }) => grid.sheet.id));
  const companions = await findCompanions({
    main: found,
    sheets: sheets.filter((sheet) => mayHoldScores(sheet) && !readAlready.has(sheet.id)),
    optionsFor,
    heads,
    stored,
    ofOneMonth: alongside.months.length === 0,
    task: options,
  });
  const together: OtherSheets = {
    history: alongside.history,
    months: inputs.slice(0, -1),
    companions: companions.taken,
    unread: unreadMonths(alongside.lacking, [found, ...alongside.months], companions),
  };
  const records = await runInSlices(readSheetsInSteps(main, together, recordOptions), {
    signal,
    onPause,
  });
  const cells = await runInSlices(cellsToSee(records, book, today), { signal, onPause });
  const hidden = displays.map(({ hiddenRows }) => hiddenRows);
  const offers = await matchCompanions(records.people, companions.offered, recordOptions, signal);
  const others = [alongside.history, ...alongside.months, ...companions.taken].flatMap(
    (input) => input?.grid ?? [],
  );
  const otherIds = new Set(others.map(({ sheet }) => sheet.id));
  if (alongside.promotions !== null) otherIds.add(alongside.promotions.sheet.id);
  const read = new Set([main.grid.sheet.id, ...otherIds]);
  return {
    kind: "sheet",
    records,
    sheet: main.grid.sheet,
    sheets,
    area: areaOf(main.grid),
    months: [...alongside.months, ...companions.taken].map(({ grid }) => ({
      sheet: grid.sheet,
      area: areaOf(grid),
    })),
    together: {
      others: otherIds,
      rows: others.reduce((sum, { rows }) => sum + rows.length, main.grid.rows.length),
    },
    known: {
      display: {
        hiddenRows: hidden.includes(null)
          ? null
          : hidden.reduce<number>((sum, rows) => sum + (rows ?? 0), 0),
        merged: displays.flatMap(({ merged }) => merged),
        shown: await readShown(gateway, cells, signal),
      },
      promotions: alongside.promotions?.promotions ?? null,
      hasLeft: peopleWhoLeft(stored),
    },
    promotionTable: alongside.promotions,
    left: stored.left,
    ignored: ignoredIn(stored),
    closed: closedMonths(stored),
    source: displays.some(({ merged }) => merged.length > 0)
      ? null
      : {
          grid: main.grid,
          formulas,
          layoutOf: (other) => findLayout(other, optionsFor(other)),
          records: recordOptions,
          others: together,
        },
    notRead: notReadOf({
      sheets,
      read,
      main,
      records,
      lacking: alongside.lacking,
      offers,
      tables: await gateway.listTables(main.grid.sheet),
      memory: memory.kind === "unreadable",
    }),
  };
}

/** Where each part of the checking begins and ends, as shares of the whole: what it took of a large sheet. */
const SHARES = {
  records: [0, 0.15],
  finding: [0.15, 0.2],
  judging: [0.2, 0.55],
  checking: [0.55, 1],
} as const;

/** Reports the checking's progress in rows of the sheet, whichever part of it is at work. */
export function reportChecked(onProgress: ValidateOptions["onProgress"], rows: number) {
  return (step: RowsRead | Progress): void => {
    const [from, to] = SHARES["stage" in step ? step.stage : "records"];
    const share = step.total === 0 ? 0 : Math.min(1, step.done / step.total);
    const done = Math.floor(rows * (from + (to - from) * share));
    onProgress?.({ stage: "checking", done, of: rows });
  };
}
