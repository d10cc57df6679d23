import { atSheet, type Check } from "../check";

/** F-HDR-05: rows that nobody sees are judged all the same. */
export const rowsHidden: Check = {
  code: "F-HDR-05",
  severities: ["info"],
  of: "sheet",
  *find({ look: { hiddenRows } }) {
    if (hiddenRows !== 0) yield atSheet("info", null, null, { code: "F-HDR-05", rows: hiddenRows });
  },
};
