import { atRecord, type Check } from "../check";

/** A row with a score or sales that belongs to nobody. */
export const employeeMissing: Check = {
  type: "employeeMissing",
  code: "F-EMP-01",
  group: "people",
  severities: ["error"],
  of: "record",
  kind: "data",
  find(place) {
    if (place.person !== null) return null;
    const { record } = place;
    const cell = record.name.cell ?? record.employeeId.cell;
    return atRecord("error", place, cell, null, { type: "employeeMissing", row: record.row + 1 });
  },
};
