const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/iu;
/** Beyond this many digits the number is no amount and no score; it also bounds the work a text can cause. */
const LONGEST_TEXT = 400;

function toSafeNumber(value: bigint): number | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Quotient rounded to the nearest integer, ties away from zero (四舍五入). The divisor is positive. */
export function divideHalfAwayFromZero(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n;
  const size = negative ? -dividend : dividend;
  const rounded = (size * 2n + divisor) / (divisor * 2n);
  return negative ? -rounded : rounded;
}

/**
 * A plain decimal number in text (no separators, no unit) as an integer of 10^-decimals, ties away
 * from zero. Undefined when the text is not a number or the result is beyond exact integers.
 */
export function scaleText(text: string, decimals: number): number | undefined {
  const match = text.length > LONGEST_TEXT ? null : DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", exponentText = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > LONGEST_TEXT) return undefined;
  const digits = BigInt(whole + fraction);
  const shift = exponent - fraction.length + decimals;
  const scaled =
    shift >= 0
      ? digits * 10n ** BigInt(shift)
      : divideHalfAwayFromZero(digits, 10n ** BigInt(-shift));
  return toSafeNumber(sign === "-" ? -scaled : scaled);
}

/** Below this a product of a double and a power is right to a thousandth of a unit. */
const FINE = 2 ** 40;

/**
 * A cell's number as an integer of 10^-decimals, read through its shortest decimal, ties away from
 * zero. Undefined for NaN, infinities and results beyond exact integers.
 */
export function scaleNumber(value: number, decimals: number): number | undefined {
  const product = value * 10 ** decimals;
  const near = Math.round(product);
  // The shortest decimal lies as close to the double as the product to its exact value, so that away
  // from ties both round alike, and text need not be made.
  if (Math.abs(near) < FINE && Math.abs(product - near) < 0.499) return near === 0 ? 0 : near;
  return Number.isFinite(value) ? scaleText(String(value), decimals) : undefined;
}
