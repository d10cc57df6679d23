import { isBlank } from "../../grid";
import type { Cell, Grid } from "../../grid";
import { readCount } from "../cells/readCount";
import { readMoney } from "../cells/readMoney";
import { readScore } from "../cells/readScore";
import { readDate, readSheetMonth } from "../cells/readSheetMonth";
import { readText } from "../cells/readText";
import type { ScoreLimits, SheetField, SheetLayout } from "../types";
import { gradeIn } from "./grades";
import { yearlessNumber } from "./longLayout";
import type { Candidate } from "./candidate";

/** How much an explanation of a sheet is worth. */
export const WEIGHTS = {
  /** A cell below a heading that reads as what the heading says, by what it says. */
  explained: {
    who: 3,
    month: 2,
    score: 3,
    level: 2,
    amount: 1,
    count: 1,
    date: 1,
  },
  /** A cell below a heading that reads as something else, as a share of what it would be worth. */
  contradicted: -1,
  /** A heading that means something, whatever stands below it. */
  heading: 1,
  /** What is left of the worth for each required column that is missing. */
  lacking: 0.3,
  /** A second explanation of so much of the best one's worth is asked about. */
  close: 0.8,
} as const;

type Kind = keyof typeof WEIGHTS.explained;

/** Rows below a heading that are looked at. */
const ROWS_WEIGHED = 60;
const CELLS_WEIGHED = 6_000;

const KINDS: Readonly<Partial<Record<SheetField, Kind>>> = {
  employeeId: "who",
  name: "who",
  month: "month",
  level: "level",
  score: "score",
  sales: "amount",
  extra: "amount",
  basePaid: "amount",
  commissionPaid: "amount",
  performancePaid: "amount",
  grossPaid: "amount",
  finesPaid: "amount",
  netPaid: "amount",
  complaints: "count",
  leaves: "count",
  hired: "date",
  confirmed: "date",
  levelSince: "date",
};

export interface Judge {
  readonly limits: ScoreLimits;
  readonly isLevel: (text: string) => boolean;
  /** Whether a cell is itself a heading. */
  readonly isHeading: (cell: Cell) => boolean;
}

/** Whether a cell reads as what its heading says. */
function reads(cell: Cell, kind: Kind, { limits, isLevel }: Judge): boolean {
  switch (kind) {
    case "who":
      return typeof cell === "string" || typeof cell === "number";
    case "month":
      return readSheetMonth(cell).kind === "value" || yearlessNumber(cell) !== null;
    case "score": {
      const { kind: found } = readScore(cell, limits, "ask");
      return found !== "problem" || gradeIn(cell) !== undefined;
    }
    case "level":
      return isLevel(readText(cell));
    case "amount":
      return readMoney(cell).kind === "value";
    case "count":
      return readCount(cell).kind === "value";
    case "date":
      return readDate(cell).month.kind === "value";
  }
}

/** The columns of a layout that can be scored, each with what its cells are. */
function columnsOf({ columns, months, blocks }: SheetLayout): { column: number; kind: Kind }[] {
  const found: { column: number; kind: Kind }[] = [];
  for (const { field, column } of Object.values(columns)) {
    const kind = KINDS[field];
    if (kind !== undefined) found.push({ column, kind });
  }
  for (const { column } of months) found.push({ column, kind: "score" });
  for (const [field, block] of Object.entries(blocks))
    for (const { column } of block)
      found.push({ column, kind: KINDS[field as SheetField] ?? "amount" }); // keys are monthly fields
  return found;
}

/** How much of a sheet a header explains, and of how many cells of each kind. */
export interface Worth {
  readonly value: number;
  readonly explained: Readonly<Partial<Record<Kind, number>>>;
  readonly contradicted: number;
}

/**
 * How much of the rows from its heading to `end` (an index of the grid's rows, not included) a candidate
 * explains: a layout is the best of several explanations.
 */
export function weighLayout(
  grid: Grid,
  { layout, lacks, known }: Candidate,
  bottom: number,
  end: number,
  judge: Judge,
): Worth {
  const explained: Partial<Record<Kind, number>> = {};
  let contradicted = 0;
  let value = known * WEIGHTS.heading;
  if (layout !== null) {
    const columns = columnsOf(layout);
    const most = Math.min(ROWS_WEIGHED, Math.ceil(CELLS_WEIGHED / Math.max(1, columns.length)));
    for (const row of grid.rows.slice(bottom + 1, Math.min(end, bottom + 1 + most)))
      for (const { column, kind } of columns) {
        const cell = row[column - grid.firstColumn] ?? null;
        if (isBlank(cell) || judge.isHeading(cell)) continue;
        const worth = WEIGHTS.explained[kind];
        if (reads(cell, kind, judge)) {
          value += worth;
          explained[kind] = (explained[kind] ?? 0) + 1;
        } else {
          value += worth * WEIGHTS.contradicted;
          contradicted += 1;
        }
      }
  }
  return { value: value * WEIGHTS.lacking ** lacks.length, explained, contradicted };
}
