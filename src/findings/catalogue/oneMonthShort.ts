import { atPerson, NONE, type Check } from "../check";

/** One more good month and the scores suffice. */
export const oneMonthShort: Check = {
  type: "oneMonthShort",
  code: "F-ELI-02",
  group: "eligibility",
  severities: ["info"],
  of: "person",
  kind: "notice",
  find(person, { asOf }) {
    const { verdict, level } = person;
    if (verdict?.kind !== "judged" || level === null) return NONE;
    if (verdict.status !== "not_yet" || verdict.monthsShort !== 1) return NONE;
    return [
      atPerson("info", person, asOf, verdict.rule?.clauses[0] ?? null, {
        type: "oneMonthShort",
        level: level.name,
        target: verdict.target.name,
      }),
    ];
  },
};
