import { isKnownChoice, isReadingId } from "../../policy";
import { atSheet, type Check } from "../check";
import { nameReading } from "../../month";

/** F-POL-04: the workbook holds decisions that this policy does not know; they count for nothing. */
export const decisionUnknown: Check = {
  code: "F-POL-04",
  severities: ["warning"],
  of: "sheet",
  *find({ book }) {
    const unknown = book.decisions.filter(({ reading, option }) => !isKnownChoice(reading, option));
    if (unknown.length === 0) return;
    yield atSheet("warning", null, null, {
      code: "F-POL-04",
      decisions: unknown.map(({ reading, option }) => ({
        reading: isReadingId(reading) ? nameReading(reading).title : { zh: reading, en: reading },
        option,
      })),
    });
  },
};
