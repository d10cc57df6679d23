import { atRecord, type Check } from "../check";

/** F-EMP-01: a row with a score or sales that belongs to nobody. */
export const employeeMissing: Check = {
  code: "F-EMP-01",
  severities: ["error"],
  of: "record",
  find(place) {
    if (place.person !== null) return null;
    const { record } = place;
    const cell = record.name.cell ?? record.employeeId.cell;
    return atRecord("error", place, cell, null, { code: "F-EMP-01", row: record.row + 1 });
  },
};
