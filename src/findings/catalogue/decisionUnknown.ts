import { isKnownChoice, isReadingId } from "../../policy";
import { atSheet, type Check } from "../check";
import { nameReading } from "../../month";

/** The workbook holds decisions that this policy does not know; they count for nothing. */
export const decisionUnknown: Check = {
  type: "decisionUnknown",
  code: "F-POL-04",
  group: "policy",
  severities: ["warning"],
  of: "sheet",
  kind: "data",
  *find({ book }) {
    const unknown = book.decisions.filter(({ reading, option }) => !isKnownChoice(reading, option));
    if (unknown.length === 0) return;
    yield atSheet("warning", null, null, {
      type: "decisionUnknown",
      decisions: unknown.map(({ reading, option }) => ({
        reading: isReadingId(reading) ? nameReading(reading).title : { zh: reading, en: reading },
        option,
      })),
    });
  },
};
