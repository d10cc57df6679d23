import { atPerson, NONE, type Check } from "../check";

/** The scores suffice for the next level; the promotion itself is for people to decide. */
export const candidate: Check = {
  type: "candidate",
  code: "F-ELI-01",
  group: "eligibility",
  severities: ["info"],
  of: "person",
  kind: "notice",
  find(person, { asOf }) {
    const { verdict, level } = person;
    if (verdict?.kind !== "judged" || verdict.status !== "eligible" || level === null) return NONE;
    return [
      atPerson("info", person, asOf, verdict.rule?.clauses[0] ?? null, {
        type: "candidate",
        level: level.name,
        target: verdict.target.name,
      }),
    ];
  },
};
