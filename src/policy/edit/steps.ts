import type { LevelId, PathStep, PolicyValues, PromotionPathValue, StepKind } from "../types";
import { parseText } from "./parse";
import { refused, together, type Edited } from "./problems";
import { asValues, readClauses } from "./setValue";

export interface PathEnds {
  readonly from: LevelId;
  readonly to: LevelId;
}

export interface NewStep {
  readonly kind: StepKind;
  readonly name: string;
  readonly nameEnglish: string;
  /** The clauses it rests on; without any, those of the path. */
  readonly clauses: readonly string[];
  /** Whether it ends in a vote, a score or an exam. */
  readonly scored: boolean;
}

function withPath(
  values: PolicyValues,
  { from, to }: PathEnds,
  change: (path: PromotionPathValue) => Edited<PromotionPathValue>,
): Edited<PolicyValues> {
  const { paths } = values.promotion;
  const at = paths.findIndex((path) => path.from === from && path.to === to);
  const path = paths[at];
  if (path === undefined) return refused("path", { code: "unknownLevel", level: to });
  const changed = change(path);
  if (changed.kind === "refused") return changed;
  return asValues({
    ...values,
    promotion: {
      ...values.promotion,
      paths: paths.map((one, place) => (place === at ? changed.value : one)),
    },
  });
}

/** An attestation or a step more, before the one that stands at `at` now, or last. */
export function addStep(
  values: PolicyValues,
  ends: PathEnds,
  input: NewStep,
  at: number,
): Edited<PolicyValues> {
  return withPath(values, ends, (path) => {
    const read = together({
      zh: parseText("name", input.name, false),
      en: parseText("nameEnglish", input.nameEnglish, false),
      clauses: readClauses("clauses", input.clauses),
    });
    if (read.kind === "refused") return read;
    const { zh, en, clauses } = read.value;
    const step: PathStep = {
      kind: input.kind,
      clauses: clauses.length === 0 ? path.clauses : clauses,
      label: { zh, en },
      passMark: null,
      scored: input.scored,
    };
    const steps = [...path.steps.slice(0, at), step, ...path.steps.slice(at)];
    return { kind: "edited", value: { ...path, steps } };
  });
}

export function removeStep(values: PolicyValues, ends: PathEnds, at: number): Edited<PolicyValues> {
  return withPath(values, ends, (path) => {
    if (path.steps[at] === undefined)
      return refused("step", { code: "unknownField", path: `steps[${at}]` });
    const steps = path.steps.filter((_, place) => place !== at);
    return { kind: "edited", value: { ...path, steps } };
  });
}

/** A step put where another stands: earlier or later in the list. */
export function moveStep(
  values: PolicyValues,
  ends: PathEnds,
  at: number,
  to: number,
): Edited<PolicyValues> {
  return withPath(values, ends, (path) => {
    const step = path.steps[at];
    if (step === undefined || path.steps[to] === undefined)
      return refused("step", { code: "unknownField", path: `steps[${at}]` });
    const others = path.steps.filter((_, place) => place !== at);
    const steps = [...others.slice(0, to), step, ...others.slice(to)];
    return { kind: "edited", value: { ...path, steps } };
  });
}
