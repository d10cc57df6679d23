import { scoreFromPoints, type Fen, type Score } from "../../units";
import { isBlank, type Cell } from "../../grid";
import { problemOf } from "../cells/quantity";
import { readMoney } from "../cells/readMoney";
import { readScore } from "../cells/readScore";
import { seenText } from "../cells/readText";
import { gradeIn } from "../layout/grades";
import type { AmountUnit, Quantity, ScoreLimits, SheetLayout } from "../types";

/** How the scores of a sheet are read: as points, or as grades that HR has given points to. */
export function scoreReader(
  { grades, problems }: SheetLayout,
  limits: ScoreLimits,
): (cell: Cell) => Quantity<Score> {
  const own = (cell: Cell): Quantity<Score> => readScore(cell, limits, "ask");
  const asked = problems.find(({ code }) => code === "gradesUnknown");
  if (grades === null && asked === undefined) return own;
  return (cell) => {
    const quantity = own(cell);
    const grade = quantity.kind === "problem" ? gradeIn(cell) : undefined;
    if (grade === undefined) return quantity;
    const points = grades !== null && Object.hasOwn(grades, grade) ? grades[grade] : undefined;
    const value = points === undefined ? undefined : scoreFromPoints(points);
    return value === undefined || value < limits.minimum || value > limits.maximum
      ? problemOf({ code: "grade", text: seenText(cell) })
      : { kind: "value", value, cleaned: null };
  };
}

const ZEROS: Readonly<Record<number, number>> = { 1: 0, 1_000: 3, 10_000: 4 };

/** How the amounts of a column are read whose unit is not plainly yuan: while HR has not named it, not at all. */
export function amountReader({ factor, settled }: AmountUnit): (cell: Cell) => Quantity<Fen> {
  const zeros = ZEROS[factor] ?? 0;
  return (cell) => {
    const quantity = readMoney(cell, zeros);
    // Nothing is nothing in every unit.
    return settled || isBlank(cell) || quantity.kind !== "value" || quantity.value === 0
      ? quantity
      : problemOf({ code: "unitUnknown", text: seenText(cell) });
  };
}
