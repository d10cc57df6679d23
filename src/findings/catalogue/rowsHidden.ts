import { atSheet, type Check } from "../check";

/** Rows that nobody sees are judged all the same. */
export const rowsHidden: Check = {
  type: "rowsHidden",
  code: "F-HDR-05",
  group: "headings",
  severities: ["info"],
  of: "sheet",
  kind: "data",
  *find({ display: { hiddenRows } }) {
    if (hiddenRows !== 0)
      yield atSheet("info", null, null, { type: "rowsHidden", rows: hiddenRows });
  },
};
