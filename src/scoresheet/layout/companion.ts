import { isBlank, type Grid } from "../../grid";
import { monthOf, score, type Month } from "../../units";
import { COMPANION_FIELDS, MONTHLY_FIELDS, type CompanionField, type SheetLayout } from "../types";
import { findLayout } from "./findLayout";
import { headingKey, headingReader, wordSet } from "./headings";
import type { LayoutOptions } from "./layoutOptions";

// A sheet of the same people that holds no scores: sales, complaints, levels, or a roster with the days on which people
// came and left (rule S4.1). It is read along with the score sheet.

/** Of those, what holds for a person, whatever the month. */
export const LASTING_FIELDS: ReadonlySet<CompanionField> = new Set([
  "level",
  "levelSince",
  "hired",
]);

/** Another sheet of the same people. */
export interface Companion {
  readonly layout: SheetLayout;
  readonly fields: readonly CompanionField[];
  /** Whether its rows or columns are of months; else it says what holds whatever the month. */
  readonly ofMonths: boolean;
  /** The column of the day on which somebody left; null where there is none. */
  readonly leftOn: number | null;
  /** The column that says whether somebody is still there; null where there is none. */
  readonly status: number | null;
  /** Words of that column that mean that somebody has left, as compared. */
  readonly gone: ReadonlySet<string>;
}

/** A month that stands for none, so that a sheet without months can be laid out. */
const NO_MONTH = monthOf(2000, 1);
/** Amounts of a sheet of sales are beyond any scale of scores. */
const ANY_AMOUNT = score(Number.MAX_SAFE_INTEGER);

type OtherMonthly = Exclude<(typeof MONTHLY_FIELDS)[number], "score">;

/** What the name of a sheet says that its months hold: 销售额, 投诉. */
function saidByName({ sheet }: Grid, { headings }: LayoutOptions): OtherMonthly | null {
  const field = headingReader(headings).tell(sheet.name).word?.field;
  return (
    MONTHLY_FIELDS.find(
      (monthly): monthly is OtherMonthly => monthly === field && monthly !== "score",
    ) ?? null
  );
}

/** The months of a wide sheet as those of what its name says. */
function asBlock(layout: SheetLayout, field: OtherMonthly): SheetLayout {
  return { ...layout, months: [], blocks: { ...layout.blocks, [field]: layout.months } };
}

interface Laid {
  readonly layout: SheetLayout;
  readonly ofMonths: boolean;
}

function layOut(grid: Grid, options: LayoutOptions, assumed: Month | null): Laid | null {
  const named = saidByName(grid, options);
  if (named !== null) {
    const limits = { ...options.limits, maximum: ANY_AMOUNT };
    const wide = findLayout(grid, { ...options, limits });
    if (wide.kind === "wide") return { layout: asBlock(wide, named), ofMonths: true };
  }
  const found = findLayout(grid, options);
  if (found.kind !== "none") return { layout: found, ofMonths: true };
  const sheetMonth = { month: assumed ?? NO_MONTH, text: "", why: "chosen" } as const;
  const lasting = findLayout(grid, { ...options, sheetMonth });
  return lasting.kind === "long" && lasting.columns.month === undefined
    ? { layout: lasting, ofMonths: assumed !== null }
    : null;
}

/** The column whose heading is one of these words. */
function columnOf(grid: Grid, row: number, words: readonly string[]): number | null {
  const known = wordSet(words);
  const cells = grid.rows[row - grid.firstRow] ?? [];
  const at = cells.findIndex(
    (cell) => typeof cell === "string" && !isBlank(cell) && known.has(headingKey(cell)),
  );
  return at < 0 ? null : grid.firstColumn + at;
}

/**
 * What a sheet tells of the people of another one; null for a sheet of scores, and for one that tells nothing.
 * @param assumed The month of a sheet that names none, where the workbook is of one month.
 */
export function findCompanion(
  grid: Grid,
  options: LayoutOptions,
  assumed: Month | null = null,
): Companion | null {
  const laid = layOut(grid, options, assumed);
  if (laid === null) return null;
  const { layout, ofMonths } = laid;
  const { columns, months, blocks, headerRow } = layout;
  const hasWho = columns.employeeId !== undefined || columns.name !== undefined;
  if (!hasWho || columns.score !== undefined || months.length > 0) return null;
  const { leftOn = [], status = [], gone = [] } = options.others ?? {};
  const isThere = (field: CompanionField): boolean =>
    columns[field] !== undefined ||
    (field !== "level" &&
      field !== "levelSince" &&
      field !== "hired" &&
      blocks[field] !== undefined);
  const companion: Companion = {
    layout,
    ofMonths,
    // Sales of nobody knows which month are those of none.
    fields: COMPANION_FIELDS.filter(
      (field) => isThere(field) && (ofMonths || LASTING_FIELDS.has(field)),
    ),
    leftOn: columnOf(grid, headerRow, leftOn),
    status: columnOf(grid, headerRow, status),
    gone: wordSet(gone),
  };
  const tells = companion.fields.length > 0 || companion.leftOn !== null;
  return tells || companion.status !== null ? companion : null;
}
