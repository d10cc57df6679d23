import { atPerson, NONE, type Check } from "../check";
import { nameReading } from "../../month";

/** A candidate by a reading that nobody has decided, and not by another one. */
export const candidateDisputed: Check = {
  type: "candidateDisputed",
  code: "F-ELI-03",
  group: "eligibility",
  severities: ["warning"],
  of: "person",
  kind: "decision",
  find(person, { asOf, policies }) {
    const { verdict, dependsOn } = person;
    if (verdict?.kind !== "judged" || verdict.status !== "eligible") return NONE;
    const undecided = (dependsOn ?? []).filter((reading) => policies.asOf.undecided.has(reading));
    if (undecided.length === 0) return NONE;
    return [
      atPerson("warning", person, asOf, verdict.rule?.clauses[0] ?? null, {
        type: "candidateDisputed",
        target: verdict.target.name,
        readings: undecided.map(nameReading),
      }),
    ];
  },
};
