import { atSheet, type Check } from "../check";

/** F-HDR-06: merged cells among the people: all but the first are blank to every formula. */
export const cellsMerged: Check = {
  code: "F-HDR-06",
  severities: ["warning"],
  of: "sheet",
  *find({ look }) {
    for (const { cell, rows, columns } of look.merged)
      yield atSheet("warning", cell, null, { code: "F-HDR-06", rows, columns });
  },
};
