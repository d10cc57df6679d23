import type { Cell } from "../grid";
import {
  basePay,
  commissionOn,
  performancePay,
  type EffectivePolicy,
  type Level,
  type Unpayable,
} from "../policy";
import { readMoney, readMonth, type Quantity } from "../scoresheet";
import { fen, yuanFromFen, type Fen, type Score } from "../units";
import { faultOf, firstFault, GREATEST_YUAN, isFault, titleOf } from "./faults";
import {
  isBlankLevel,
  levelNeeded,
  policyOf,
  readLevel,
  readMoneyCell,
  readScoreCell,
  readScoreIn,
} from "./inputs";
import { parameters } from "./parameters";
import { cellAt } from "./shapes";
import type { Answer, Fault, Input, PolicyIn } from "./types";

/** The cells that one month's pay of one employee is computed from. */
interface PayCells {
  readonly level: Cell;
  readonly sales: Cell;
  readonly score: Cell;
  readonly extra: Cell;
  readonly month: Cell;
}

/** The parts of a month's pay in yuan; an error stands in the part that it concerns. */
export interface Payment {
  readonly base: Answer;
  readonly commission: Answer;
  readonly performance: Answer;
  readonly extra: Answer;
  readonly gross: Answer;
}

const NOTHING = fen(0);
const BLANK: Payment = { base: "", commission: "", performance: "", extra: "", gross: "" };

/** Why an amount cannot be determined, as an error of its cell; `zero` where the score's cell held the number 0. */
export function unpayable(why: Unpayable, score: Score | null = null, zero = false): Fault {
  switch (why.kind) {
    case "undecided":
      return faultOf("#N/A", { code: "undecided", reading: titleOf(why.reading) });
    case "noScore":
      return faultOf("#N/A", { code: "scoreNeeded", zero });
    case "refused":
      return faultOf("#N/A", {
        code: "refusedScore",
        at: null,
        score,
        reading: why.reading === null ? null : titleOf(why.reading),
      });
  }
}

function isNothing<T>(quantity: Quantity<T>): boolean {
  return (
    quantity.kind === "blank" ||
    quantity.kind === "notAssessed" ||
    (quantity.kind === "value" && quantity.value === 0)
  );
}

/** Whether everything but the level is blank or 0: a row that waits for its month (rule F5). */
function isWaiting(cells: PayCells, policy: EffectivePolicy): boolean {
  return (
    isNothing(readMoney(cells.sales)) &&
    isNothing(readScoreIn(cells.score, policy)) &&
    isNothing(readMoney(cells.extra)) &&
    readMonth(cells.month).kind === "blank"
  );
}

function sumOf(parts: readonly Fen[]): Answer {
  const total = parts.reduce((sum, part) => sum + part, 0);
  return Number.isSafeInteger(total)
    ? yuanFromFen(fen(total))
    : faultOf("#VALUE!", {
        code: "grossTooLarge",
        yuan: Math.round(total / 100),
        most: GREATEST_YUAN,
      });
}

interface Parts {
  readonly base: Fen | Fault;
  readonly commission: Fen | Fault;
  readonly performance: Fen | Fault;
}

function partsOf(cells: PayCells, policyIn: PolicyIn): Parts {
  const all = (fault: Fault): Parts => ({ base: fault, commission: fault, performance: fault });
  if (isBlankLevel(cells.level)) return all(levelNeeded(policyIn(null)));
  const policy = policyOf(cells.month, policyIn, parameters.month.name);
  if (isFault(policy)) return all(policy);
  const level = readLevel(cells.level, policy, parameters.level.name);
  if (level === null) return all(levelNeeded(policy));
  if (isFault(level)) return all(level);
  const base = basePay(level);
  return {
    base: base.kind === "amount" ? base.value : unpayable(base.why),
    commission: commissionPart(cells.sales, level, policy),
    performance: performancePart(cells.score, level, policy),
  };
}

function commissionPart(cell: Cell, level: Level, policy: EffectivePolicy): Fen | Fault {
  const sales = readMoneyCell(cell, parameters.sales.name);
  if (isFault(sales)) return sales;
  return level.variablePay ? commissionOn(policy, sales ?? NOTHING).amount : NOTHING;
}

function performancePart(cell: Cell, level: Level, policy: EffectivePolicy): Fen | Fault {
  const read = readScoreCell(cell, policy, parameters.score.name, null);
  if (isFault(read)) return read;
  const score = read.kind === "score" ? read.score : null;
  const performance = performancePay(policy, level, score);
  return performance.kind === "amount"
    ? performance.value.amount
    : unpayable(performance.why, score, typeof cell === "number");
}

function extraPart(cell: Cell): Fen | Fault {
  const input = parameters.extra.name;
  const extra = readMoneyCell(cell, input);
  if (isFault(extra)) return extra;
  if (extra !== null && extra < 0)
    return faultOf("#VALUE!", { code: "negative", input, yuan: yuanFromFen(extra) });
  return extra ?? NOTHING;
}

const shown = (part: Fen | Fault): Answer => (isFault(part) ? part : yuanFromFen(part));

function paymentOf(cells: PayCells, policyIn: PolicyIn): Payment {
  // A level left blank beside nothing else is a row that is filled down ahead of its month.
  if (isBlankLevel(cells.level) && isWaiting(cells, policyIn(null))) return BLANK;
  const { base, commission, performance } = partsOf(cells, policyIn);
  const extra = extraPart(cells.extra);
  const parts = [base, commission, performance, extra];
  const amounts = parts.flatMap((part) => (isFault(part) ? [] : [part]));
  return {
    base: shown(base),
    commission: shown(commission),
    performance: shown(performance),
    extra: shown(extra),
    gross: firstFault(parts) ?? sumOf(amounts),
  };
}

export interface PayInputs {
  readonly level: Input;
  readonly score: Input;
  readonly month: Input;
  readonly sales?: Input;
  readonly extra?: Input;
}

/** One employee's month of pay (§6.S, §6.C, §6.P) for each place of the inputs. */
export function paymentsAlong(
  { level, score, month, sales, extra }: PayInputs,
  policyIn: PolicyIn,
): (row: number, column: number) => Payment {
  return (row, column) => {
    const at = (input: Input | undefined): Cell =>
      input === undefined ? null : cellAt(input.block, row, column);
    const cells = {
      level: at(level),
      sales: at(sales),
      score: at(score),
      extra: at(extra),
      month: at(month),
    };
    return paymentOf(cells, policyIn);
  };
}
