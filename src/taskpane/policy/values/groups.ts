import type { Field, Subject } from "../../../policy";
import {
  saySubject,
  type Language,
  type PolicyValuesWords,
  type ValueGroup,
  type ValueSection,
} from "../../../wording";

/** Fields that are drawn together: those of one level, one tier, one step, or of one common matter. */
export interface FieldGroup {
  /** The place of the group in the policy, "levels.1", which keyboard focus and links use. */
  readonly id: string;
  readonly section: ValueSection;
  readonly subject: Subject;
  readonly steps: readonly (string | number)[];
  readonly fields: readonly Field[];
}

const MATTERS: Readonly<Record<string, readonly [ValueSection, ValueGroup]>> = {
  score: ["tiers", "score"],
  performance: ["tiers", "performance"],
  commission: ["commission", "commission"],
  promotion: ["rules", "promotion"],
  review: ["discipline", "review"],
  fines: ["discipline", "fines"],
  probation: ["discipline", "probation"],
  localMinimumWageFen: ["words", "minimumWage"],
  notAssessed: ["words", "notAssessed"],
  document: ["words", "document"],
};

/** Of which section a list of the policy is: `levels`, `score.bands` … */
const LISTS: Readonly<Record<string, ValueSection>> = {
  levels: "levels",
  "score.bands": "tiers",
  "commission.bands": "commission",
  "promotion.rules": "rules",
  "promotion.paths": "paths",
};

/** The steps to the thing that a field belongs to: up to its last number, a heading's name or its first step. */
function placeOf({ steps }: Field): readonly (string | number)[] {
  if (steps[0] === "headings") return steps.slice(0, 2);
  const index = steps.map((step) => typeof step === "number").lastIndexOf(true);
  return steps.slice(0, index < 0 ? 1 : index + 1);
}

function sectionOf(place: readonly (string | number)[]): ValueSection {
  const [first = ""] = place;
  if (first === "headings") return "headings";
  const list = place
    .slice(
      0,
      place.findIndex((step) => typeof step === "number"),
    )
    .join(".");
  return LISTS[list] ?? MATTERS[first]?.[0] ?? "words";
}

/** The fields in groups, in the order of the document; better tiers before worse ones. */
export function groupFields(fields: readonly Field[]): readonly FieldGroup[] {
  const groups = new Map<string, FieldGroup & { readonly fields: Field[] }>();
  for (const field of fields) {
    const steps = placeOf(field);
    const id = steps.join(".");
    const group = groups.get(id);
    if (group === undefined)
      groups.set(id, {
        id,
        section: sectionOf(steps),
        subject: field.subject,
        steps,
        fields: [field],
      });
    else group.fields.push(field);
  }
  return [...groups.values()];
}

/** The group that a path leads into: an issue may concern a part of a field. */
export function groupOf(groups: readonly FieldGroup[], path: string): FieldGroup | undefined {
  return groups.find((group) => group.fields.some((field) => isAt(path, field)));
}

/** Whether an issue's path is a field's, or lies inside it. */
export function isAt(path: string, field: Field): boolean {
  return path === field.path || path.startsWith(`${field.path}.`);
}

/** What a group is called. */
export function groupTitle(
  { subject, steps }: FieldGroup,
  words: PolicyValuesWords,
  language: Language,
): string {
  const matter = MATTERS[String(steps[0])]?.[1];
  return subject.kind === "policy" && matter !== undefined
    ? words.groups[matter]
    : (saySubject(subject, language) ?? "");
}
