declare const brand: unique symbol;

/** A rate in hundredths of a percent: 1.3 % is 130. */
export type BasisPoints = number & { readonly [brand]: "basis points" };

export function basisPoints(value: number): BasisPoints {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Basis points must be whole: ${value}`);
  return value as BasisPoints;
}
