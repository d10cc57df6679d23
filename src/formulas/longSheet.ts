import { errorOf, type Cell } from "../grid";
import type { EffectivePolicy } from "../policy";
import { chooseScore, readMonth, readText, REAL_ZERO, type Quantity } from "../scoresheet";
import { addMonths, pointsFromScore, type Month, type Score } from "../units";
import type { Compute } from "./define";
import { cellFault, faultOf, isFault, scoreFault } from "./faults";
import { readScoreIn, valueOf } from "./inputs";
import { isSingle, shapeOf, single } from "./shapes";
import type { Answer, Answers, Fault, Input } from "./types";

interface LongSheet {
  readonly employees: Input;
  readonly months: Input;
  readonly scores: Input;
}

function unlike(sheet: LongSheet): Fault | null {
  const { employees } = sheet;
  const firstShape = shapeOf(employees.block);
  for (const second of [sheet.months, sheet.scores]) {
    const secondShape = shapeOf(second.block);
    if (firstShape.rows !== secondShape.rows || firstShape.columns !== secondShape.columns)
      return faultOf("#VALUE!", {
        code: "shapes",
        first: employees.name,
        firstShape,
        second: second.name,
        secondShape,
        rule: "sameSize",
      });
  }
  return null;
}

/** The places of one employee's rows; keys are compared as `readText` gives them. */
function* placesOf(key: string, employees: Input): Generator<readonly [number, number]> {
  // Whole columns are long and repeat few keys: each text is compared once, and blanks cost next to nothing.
  const known = new Map<Cell, boolean>();
  for (let row = 0; row < employees.block.length; row += 1) {
    const cells = employees.block[row] ?? [];
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column] ?? null;
      if (cell === null || cell === "" || cell === 0) continue;
      let mine = known.get(cell);
      if (mine === undefined) known.set(cell, (mine = readText(cell) === key));
      if (mine) yield [row, column];
    }
  }
}

type ScoreCell = Quantity<Score>;

/** One employee's cells by month, or why they cannot be determined; null where nobody has that key. */
function collect(
  key: string,
  sheet: LongSheet,
  policy: EffectivePolicy,
): ReadonlyMap<Month, readonly ScoreCell[]> | Fault | null {
  const { employees, months, scores } = sheet;
  const byMonth = new Map<Month, ScoreCell[]>();
  let isKnown = false;
  for (const [row, column] of placesOf(key, employees)) {
    isKnown = true;
    const month = valueOf(readMonth(months.block[row]?.[column] ?? null), months.name);
    if (isFault(month)) return month;
    const cell = readScoreIn(scores.block[row]?.[column] ?? null, policy);
    if (cell.kind === "blank") continue;
    if (month === null) return faultOf("#VALUE!", { code: "monthNeeded" });
    const cells = byMonth.get(month);
    if (cells === undefined) byMonth.set(month, [cell]);
    else cells.push(cell);
  }
  return isKnown ? byMonth : null;
}

/** The one cell of each month; two different scores for a month are an error of the whole answer. */
function settle(
  byMonth: ReadonlyMap<Month, readonly ScoreCell[]>,
): ReadonlyMap<Month, ScoreCell> | Fault {
  const settled = new Map<Month, ScoreCell>();
  for (const [month, cells] of byMonth) {
    const chosen = chooseScore(cells);
    if (chosen?.conflict === true)
      return faultOf("#VALUE!", { code: "scoresDiffer", month, scores: differing(cells) });
    const cell = chosen === undefined ? undefined : cells[chosen.index];
    if (cell !== undefined) settled.set(month, cell);
  }
  return settled;
}

function differing(cells: readonly ScoreCell[]): readonly Score[] {
  return [...new Set(cells.flatMap((cell) => (cell.kind === "value" ? [cell.value] : [])))];
}

/** A month as a cell that the other functions read back: the number 0 would be a blank. */
function shown(cell: ScoreCell | undefined, input: Input, policy: EffectivePolicy): Answer {
  switch (cell?.kind) {
    case undefined:
    case "blank":
    case "zero":
      return "";
    case "notAssessed":
      return cell.word;
    case "value":
      return cell.value === 0 ? REAL_ZERO : pointsFromScore(cell.value);
    case "pending":
      return scoreFault(input.name, { code: "error", error: cell.error }, policy, null);
    case "problem":
      return scoreFault(input.name, cell.problem, policy, null);
  }
}

/** From the first to the last month with a score, one that cannot be read included. */
function rowOf(
  byMonth: ReadonlyMap<Month, ScoreCell>,
  input: Input,
  policy: EffectivePolicy,
): Answers {
  let first: Month | undefined;
  let last: Month | undefined;
  for (const [month, cell] of byMonth) {
    if (cell.kind === "notAssessed") continue;
    if (first === undefined || month < first) first = month;
    if (last === undefined || month > last) last = month;
  }
  if (first === undefined || last === undefined) return single("");
  const row: Answer[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1))
    row.push(shown(byMonth.get(month), input, policy));
  return [row];
}

/** One employee's months in a row, from the columns of a sheet with a row per person and month. */
export const takeHistory: Compute<"employee" | "employees" | "months" | "scores"> = (
  { employee, ...sheet },
  policyIn,
) => {
  const shape = shapeOf(employee.block);
  if (!isSingle(shape))
    return single(faultOf("#VALUE!", { code: "oneCell", input: employee.name, shape }));
  const mismatch = unlike(sheet);
  if (mismatch !== null) return single(mismatch);
  const cell = employee.block[0]?.[0] ?? null;
  const error = errorOf(cell);
  if (error !== undefined) return single(cellFault(employee.name, { code: "error", error }));
  const key = readText(cell);
  if (key === "") return single("");
  const policy = policyIn(null);
  const byMonth = collect(key, sheet, policy);
  if (byMonth === null) return single(faultOf("#N/A", { code: "unknownEmployee", seen: key }));
  const settled = isFault(byMonth) ? byMonth : settle(byMonth);
  return isFault(settled) ? single(settled) : rowOf(settled, sheet.scores, policy);
};
