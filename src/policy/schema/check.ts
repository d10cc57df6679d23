import * as v from "valibot";
import { formatPath } from "../part/json";
import type { FieldProblem, PartReport } from "../part/problems";
import { MISSING_OPTION, UNKNOWN_FIELD, UNKNOWN_OPTION } from "./shape";

export type Checked<T> =
  | { readonly kind: "checked"; readonly value: T; readonly reports: readonly PartReport[] }
  | { readonly kind: "faulty"; readonly problems: readonly FieldProblem[] };

const MOST_PROBLEMS = 100;

/** The value as its schema has it, with what is unknown in it, or everything that is wrong with it. */
export function check<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Checked<T> {
  const result = v.safeParse(schema, input);
  const reports: PartReport[] = [];
  const problems: FieldProblem[] = [];
  for (const issue of result.issues ?? []) {
    const path = (issue.path ?? []).map(pathStepOf);
    const last = path.at(-1);
    if (issue.message === UNKNOWN_FIELD)
      reports.push({ kind: "unknownField", path: formatPath(path) });
    else if (issue.message.startsWith(UNKNOWN_OPTION) && typeof last === "string")
      reports.push({
        kind: "unknownOption",
        path: formatPath(path),
        reading: issue.message.slice(UNKNOWN_OPTION.length + 1),
        option: last,
      });
    else problems.push(toProblem(issue, formatPath(path)));
  }
  return problems.length === 0 && result.typed
    ? { kind: "checked", value: result.output, reports }
    : { kind: "faulty", problems: problems.slice(0, MOST_PROBLEMS) };
}

function pathStepOf(item: v.IssuePathItem): string | number {
  return typeof item.key === "number" ? item.key : String(item.key);
}

function toProblem(issue: v.BaseIssue<unknown>, path: string): FieldProblem {
  if (issue.input === undefined || issue.message === MISSING_OPTION)
    return { code: "field", path, expected: "value", received: "undefined" };
  // A check of our own knows no expectation but its message, which is the notation it asks for.
  const expected = issue.expected ?? (issue.type === "check" ? issue.message : issue.type);
  return { code: "field", path, expected, received: issue.received.slice(0, 80) };
}
