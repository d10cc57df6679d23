import { divideHalfAwayFromZero, scaleNumber } from "./decimal";

declare const brand: unique symbol;

/** An amount of money in whole fen (1 yuan is 100 fen). */
export type Fen = number & { readonly [brand]: "fen" };

export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Fen must be whole: ${value}`);
  return value as Fen;
}

/** Yuan as a cell holds them, rounded to the fen; undefined when it is no finite, exact amount. */
export function fenFromYuan(yuan: number): Fen | undefined {
  const scaled = scaleNumber(yuan, 2);
  return scaled === undefined ? undefined : fen(scaled);
}

/** The double nearest to the amount in yuan: what a cell shows. */
export function yuanFromFen(amount: Fen): number {
  return amount / 100;
}

export function addFen(...amounts: readonly Fen[]): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
}

/**
 * `amount` × the product of `factors` ÷ `divisor`, rounded once to the fen, ties away from zero.
 * All numbers are integers; the product is taken exactly, however large.
 */
export function takeShare(amount: Fen, factors: readonly number[], divisor: number): Fen {
  let product: number = amount;
  for (const factor of factors) product *= factor;
  if (Number.isSafeInteger(product * 2)) {
    const size = Math.abs(product);
    const remainder = size % divisor;
    const quotient = (size - remainder) / divisor + (remainder * 2 >= divisor ? 1 : 0);
    return fen(product < 0 ? 0 - quotient : quotient);
  }
  const exact = factors.reduce((value, factor) => value * BigInt(factor), BigInt(amount));
  return fen(Number(divideHalfAwayFromZero(exact, BigInt(divisor))));
}

/** "1,234.50": two decimals and thousands separators, for sentences. */
export function formatYuan(amount: Fen): string {
  const size = Math.abs(amount);
  const cents = size % 100;
  const whole = String((size - cents) / 100).replace(/\B(?=(\d{3})+$)/gu, ",");
  return `${amount < 0 ? "-" : ""}${whole}.${String(cents).padStart(2, "0")}`;
}
