import type { MonthSetting, PersonInMonth } from "../month";
import { catalogue } from "./catalogue";
import { told, type Check } from "./check";
import { placeOf } from "./checkRecords";
import type { Finding } from "./types";

const ofPay = catalogue.filter(({ code }) => code.startsWith("F-PAY-"));
const ofRecords = ofPay.filter(
  (check): check is Extract<Check, { readonly of: "record" }> => check.of === "record",
);
const ofSheet = ofPay.filter(
  (check): check is Extract<Check, { readonly of: "sheet" }> => check.of === "sheet",
);

/** What the catalogue says of one person's pay in the as-of month; typed amounts that differ come first. */
export function payFindingsOf(person: PersonInMonth, setting: MonthSetting): readonly Finding[] {
  const month = person.months.at(-1);
  return (month?.records ?? []).flatMap((record) =>
    ofRecords
      .flatMap((check) => check.find(placeOf(record, person, setting), setting) ?? [])
      .map((finding) => told(finding, setting)),
  );
}

/** What the catalogue says of the levels' pay, whoever holds them. */
export function levelPayFindings(
  setting: MonthSetting,
  people: readonly PersonInMonth[],
): readonly Finding[] {
  return ofSheet.flatMap((check) =>
    [...check.find(setting, people)].flatMap((finding) =>
      finding === null ? [] : [told(finding, setting)],
    ),
  );
}
