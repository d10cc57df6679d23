import { formatAddress } from "../../grid";
import { atSheet, type Check } from "../check";

/** Cells that Excel has not calculated yet; what depends on them is not reported until then. */
export const cellsNotCalculated: Check = {
  type: "cellsNotCalculated",
  code: "F-CALC-01",
  group: "calculation",
  severities: ["info"],
  of: "sheet",
  kind: "data",
  *find({ sheet: { pending } }) {
    for (const { count, first } of pending)
      yield atSheet("info", first, null, {
        type: "cellsNotCalculated",
        cells: count,
        example: formatAddress(first),
      });
  },
};
