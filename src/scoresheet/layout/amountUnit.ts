import { isBlank } from "../../grid";
import type { Cell, Grid } from "../../grid";
import { yuanFromFen } from "../../units";
import { readMoney } from "../cells/readMoney";
import type { AmountUnit, SheetField } from "../types";

/** 单位：万元 above a table. */
const DECLARED = /单位[:：]?\s*(?:人民币)?\s*(万元|万|千元|元)(?!\/)/u;
const FACTORS: ReadonlyMap<string, number> = new Map([
  ["万元", 10_000],
  ["万", 10_000],
  ["千元", 1_000],
  ["元", 1],
]);
/** Sales of a month below this many yuan, all of them, are typed in ten thousands. */
const TOO_SMALL = 100;
/** A month's sales of so many ten thousands nobody has. */
const PLAIN_YUAN = 5_000;
/** Fewer amounts prove nothing. */
const LEAST_AMOUNTS = 3;

/** The unit that a cell above the headings declares for the whole sheet. */
function declaredAbove(
  { rows }: Grid,
  headerIndex: number,
): { factor: number; text: string } | null {
  for (const cells of rows.slice(0, headerIndex))
    for (const cell of cells) {
      const match = typeof cell === "string" ? DECLARED.exec(cell.normalize("NFKC")) : null;
      const factor = match === null ? undefined : FACTORS.get(match[1] ?? "");
      if (match !== null && factor !== undefined) return { factor, text: match[0] };
    }
  return null;
}

interface Amounts {
  /** All are below a hundred, some with decimals: nobody sells for 2.5 yuan a month. */
  readonly tooSmall: boolean;
  /** Most are so large that as ten thousands they would be nobody's. */
  readonly plainYuan: boolean;
}

function surveyAmounts(cells: readonly Cell[]): Amounts {
  let amounts = 0;
  let small = 0;
  let large = 0;
  let decimals = false;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    const amount = readMoney(cell);
    if (amount.kind !== "value" || amount.value === 0) continue;
    const yuan = yuanFromFen(amount.value);
    amounts += 1;
    if (yuan > 0 && yuan < TOO_SMALL && amount.cleaned !== "unit") small += 1;
    if (yuan >= PLAIN_YUAN) large += 1;
    decimals ||= !Number.isInteger(yuan);
    // On most sheets the first amounts decide.
    if (small < amounts && large * 2 > amounts && amounts >= LEAST_AMOUNTS) break;
  }
  return {
    tooSmall: amounts >= LEAST_AMOUNTS && small === amounts && decimals,
    plainYuan: amounts > 0 && large * 2 > amounts,
  };
}

interface UnitInput {
  readonly grid: Grid;
  readonly headerIndex: number;
  readonly field: SheetField;
  readonly column: number;
  readonly heading: string;
  /** What the heading says. */
  readonly factor: number;
  readonly sample: () => readonly Cell[];
  /** What HR has said. */
  readonly chosen: number | undefined;
}

/** In which unit amounts are typed, where anything suggests another unit than yuan (rule S5.1); null where nothing does. */
export function findUnit(input: UnitInput): AmountUnit | null {
  const { field, column, heading, chosen } = input;
  const place = { field, column };
  const above = declaredAbove(input.grid, input.headerIndex);
  const amounts = surveyAmounts(input.sample());
  const declared: Pick<AmountUnit, "factor" | "why" | "text"> | null =
    input.factor !== 1
      ? { factor: input.factor, why: "heading", text: heading }
      : above !== null && above.factor !== 1
        ? { ...above, why: "above" }
        : null;
  // A unit that the amounts contradict is asked for the other way round.
  const found: typeof declared =
    declared !== null
      ? { ...declared, factor: amounts.plainYuan ? 1 : declared.factor }
      : amounts.tooSmall
        ? { factor: 10_000, why: "values", text: above?.text ?? heading }
        : null;
  if (chosen !== undefined)
    return chosen === 1 && found === null
      ? null
      : { ...place, factor: chosen, why: "chosen", text: found?.text ?? heading, settled: true };
  return found === null ? null : { ...place, ...found, settled: false };
}
