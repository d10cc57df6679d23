import { formatAddress } from "../../grid";
import { atSheet, type Check } from "../check";

/** F-CALC-01: cells that Excel has not calculated yet; what rests on them is not told until it has. */
export const cellsNotCalculated: Check = {
  code: "F-CALC-01",
  severities: ["info"],
  of: "sheet",
  *find({ sheet: { pending } }) {
    for (const { count, first } of pending)
      yield atSheet("info", first, null, {
        code: "F-CALC-01",
        cells: count,
        example: formatAddress(first),
      });
  },
};
