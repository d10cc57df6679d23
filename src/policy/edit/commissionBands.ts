import { money, percent } from "../schema/kinds";
import type { CommissionBandValue, PolicyValues } from "../types";
import { defaultFen } from "./fields";
import { parseNumber } from "./parse";
import { refused, together, type Edited } from "./problems";
import { asValues } from "./setValue";

/** A commission band more, in its place among the thresholds; it rests on the clause of its neighbour. */
export function addCommissionBand(
  values: PolicyValues,
  input: { readonly from: string; readonly rate: string },
): Edited<PolicyValues> {
  const { commission } = values;
  const read = together({
    fromFen: parseNumber("from", input.from, { ...money.form, least: 1 }),
    rateBasisPoints: parseNumber("rate", input.rate, percent.form),
  });
  if (read.kind === "refused") return read;
  const { fromFen, rateBasisPoints } = read.value;
  const above = commission.bands.findIndex((band) => defaultFen(band.fromFen) >= fromFen);
  const place = above < 0 ? commission.bands.length : above;
  const next = commission.bands[place];
  if (next !== undefined && defaultFen(next.fromFen) === fromFen)
    return refused("from", { code: "thresholdTaken", fromFen });
  const band: CommissionBandValue = {
    fromFen,
    rateBasisPoints,
    printedFen: null,
    clause: (commission.bands[place - 1] ?? next)?.clause ?? commission.clause,
  };
  const bands = [...commission.bands.slice(0, place), band, ...commission.bands.slice(place)];
  return asValues({ ...values, commission: { ...commission, bands } });
}

/** The bands without one, counted from the lowest threshold: its sales fall to the band below. */
export function removeCommissionBand(values: PolicyValues, index: number): Edited<PolicyValues> {
  const { commission } = values;
  if (commission.bands[index] === undefined)
    return refused("band", { code: "unknownField", path: `$.commission.bands[${index}]` });
  const bands = commission.bands.filter((_, at) => at !== index);
  return asValues({ ...values, commission: { ...commission, bands } });
}
