import {
  builtInBook,
  builtInValues,
  policyFor,
  readings,
  type EffectivePolicy,
  type PolicyBook,
  type PolicyValues,
  type Preset,
} from "../../../src/policy";
import { clauses } from "../../../src/policy/book/clauses.en";
import { optionUnder } from "../../../src/policy/book/presets";
import { fullReadings } from "../../../src/policy/book/readings.texts";
import { LEGAL_NOTES, type LintInput } from "../../../src/policy/lint";
import { monthOf } from "../../../src/units";

const month = monthOf(2026, 1);

/** The built-in policy with every reading decided as a preset has it. */
export function bookUnder(preset: Preset): PolicyBook {
  return {
    ...builtInBook(),
    decisions: readings.map(({ id }) => ({
      reading: id,
      option: optionUnder(preset, id),
      by: "HR",
      on: "2026-01-01",
      note: "",
    })),
  };
}

/** What the lint is given for a book; the values as they are in force. */
export function inputFor(book: PolicyBook): LintInput & { readonly effective: EffectivePolicy } {
  const effective = policyFor(book, month);
  return { values: effective.values, effective, book, clauses, readings: fullReadings };
}

const rung = (index: number) => {
  const level = builtInValues.levels[index];
  if (level === undefined) throw new RangeError(`No level ${index}`);
  return level;
};

/** A policy with which every check is content: each part that the built-in one leaves open is settled. */
export const soundValues: PolicyValues = {
  ...builtInValues,
  levels: [rung(0), { ...rung(1), baseSalaryFen: 230_000 }, rung(2), rung(3), rung(4)],
  score: {
    ...builtInValues.score,
    bands: builtInValues.score.bands.map((band) => ({ ...band, formulaBasisPoints: null })),
  },
  commission: {
    ...builtInValues.commission,
    mode: "marginal",
    bands: builtInValues.commission.bands.map((band) => ({ ...band, printedFen: null })),
  },
  promotion: {
    ...builtInValues.promotion,
    paths: builtInValues.promotion.paths.map((path) => ({
      ...path,
      inferred: false,
      periodMonths: path.to === "middle" ? 5 : path.periodMonths,
      steps: path.steps.map((step) => ({ ...step, passMark: step.scored ? 60 : null })),
    })),
  },
  localMinimumWageFen: 200_000,
  document: { issuer: "客服部", effectiveFrom: "2026-01-01" },
};

export const soundBook: PolicyBook = {
  versions: [{ id: "own", from: null, name: "", locked: false, values: soundValues }],
  decisions: bookUnder("recommended").decisions,
  acknowledged: [...LEGAL_NOTES],
};

export const soundInput: LintInput = {
  ...inputFor(soundBook),
  clauses: [
    ...clauses,
    ...["§4.2.D", "§4.3.D", "§4.4.G"].map((id) => ({
      id,
      class: "attested" as const,
      restatement: { zh: "补齐的条款。", en: "A clause that closes the sequence." },
    })),
  ],
};

/** The sound policy with other values, everything else being as it was. */
export function soundBut(change: (values: PolicyValues) => Partial<PolicyValues>): LintInput {
  return { ...soundInput, values: { ...soundValues, ...change(soundValues) } };
}
