import type { FieldName, PolicyValues, Subject } from "../../../policy";
import { marks, sayFieldValue, type Language } from "../../../wording";
import { levelNamer } from "../levelNamer";
import type { FieldGroup } from "./groups";

/** The values that distinguish a folded group from its neighbours. */
const DISTINGUISHING: Readonly<Record<Subject["kind"], readonly FieldName[]>> = {
  policy: [],
  level: ["baseSalary"],
  tier: ["performanceRate"],
  commission: ["commissionRate"],
  rule: ["streakMonths", "worstTier"],
  path: [],
  step: ["stepKind"],
  heading: ["headingName"],
};

/** A folded group in few words. */
export function summaryOf(
  { subject, fields }: FieldGroup,
  values: PolicyValues,
  language: Language,
): string {
  const nameLevel = levelNamer(values.levels);
  return fields
    .filter(({ name }) => DISTINGUISHING[subject.kind].includes(name))
    .map(({ name, kind, value }) => sayFieldValue(name, kind, value, language, nameLevel))
    .join(marks(language).comma);
}
