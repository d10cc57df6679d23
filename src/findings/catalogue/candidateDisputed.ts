import { atPerson, NONE, type Check } from "../check";
import { nameReading } from "../../month";

/** F-ELI-03: a candidate by a reading that nobody has decided, and not by another one. */
export const candidateDisputed: Check = {
  code: "F-ELI-03",
  severities: ["warning"],
  of: "person",
  find(person, { asOf, policies }) {
    const { verdict, dependsOn } = person;
    if (verdict?.kind !== "judged" || verdict.status !== "eligible") return NONE;
    const undecided = (dependsOn ?? []).filter((reading) => policies.asOf.undecided.has(reading));
    if (undecided.length === 0) return NONE;
    return [
      atPerson("warning", person, asOf, verdict.rule?.clauses[0] ?? null, {
        code: "F-ELI-03",
        target: verdict.target.name,
        readings: undecided.map(nameReading),
      }),
    ];
  },
};
