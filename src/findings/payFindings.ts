import type { MonthSetting, PersonInMonth } from "../month";
import { catalogue } from "./catalogue";
import { findingOf, type Check } from "./check";
import { placeOf } from "./checkRecords";
import type { FindingType } from "./facts";
import type { Finding } from "./types";

const ofPay = catalogue.filter(({ group }) => group === "pay");
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
    ofRecords.flatMap((check) =>
      [check.find(placeOf(record, person, setting), setting) ?? []]
        .flat()
        .map((found) => findingOf(found, check, setting)),
    ),
  );
}

/** What the catalogue says of the levels' pay, whoever holds them. */
export function levelPayFindings(
  setting: MonthSetting,
  people: readonly PersonInMonth[],
): readonly Finding[] {
  return ofSheet.flatMap((check) =>
    [...check.find(setting, people)].flatMap((found) =>
      found === null ? [] : [findingOf(found, check, setting)],
    ),
  );
}

const position: ReadonlyMap<FindingType, number> = new Map(
  ofPay.map(({ type }, index) => [type, index]),
);

/** Those findings that are about pay, in the order of the catalogue, each type in the order given. */
export function onlyOfPay(findings: readonly Finding[]): readonly Finding[] {
  const placed = findings.flatMap((finding) => {
    const at = position.get(finding.type);
    return at === undefined ? [] : [{ finding, at }];
  });
  return placed.sort((a, b) => a.at - b.at).map(({ finding }) => finding);
}
