import type { PolicyValues, StepKind } from "../../../policy";
import {
  sayFieldName,
  sayFieldOption,
  sayTierNumber,
  type ValueSection,
  policyValuesWords,
} from "../../../wording";
import { AddForm } from "./AddForm";
import type { ValuesStore } from "./valuesStore";
import { useWordsOf } from "../../common/language";

interface AddsProps {
  readonly store: ValuesStore;
  readonly values: PolicyValues;
}

/** What may be added to a section: a level, a tier, a band, criteria. */
export function SectionAdds({
  store,
  values,
  section,
}: AddsProps & { readonly section: ValueSection }) {
  switch (section) {
    case "levels":
      return <AddLevel store={store} values={values} />;
    case "tiers":
      return <AddTier store={store} values={values} />;
    case "commission":
      return <AddBand store={store} />;
    case "rules":
      return <AddRule store={store} values={values} />;
    case "paths":
    case "discipline":
    case "words":
    case "headings":
      return null;
  }
}

function AddLevel({ store, values: { levels } }: AddsProps) {
  const { language, words } = useWordsOf(policyValuesWords);
  const above = [
    ["", words.lowestPlace] as const,
    ...levels.map(({ id, name }) => [id, name[language]] as const),
  ];
  return (
    <AddForm
      // The place on top is another level after each addition.
      key={levels.length}
      title={words.addLevel}
      inputs={[
        { name: "above", label: words.above, options: above },
        { name: "name", label: sayFieldName("levelName", language) },
        { name: "nameEnglish", label: sayFieldName("levelNameEnglish", language) },
        { name: "baseSalary", label: sayFieldName("baseSalary", language), unit: "yuan" },
        { name: "variablePay", label: sayFieldName("variablePay", language), box: true },
      ]}
      initial={{
        above: levels.at(-1)?.id ?? "",
        name: "",
        nameEnglish: "",
        baseSalary: "",
        variablePay: "yes",
      }}
      onAdd={(typed) =>
        store.reshape((draft, { addLevel }) =>
          addLevel(draft, {
            ...typed,
            above: typed.above === "" ? null : typed.above,
            variablePay: typed.variablePay !== "",
          }),
        )
      }
    />
  );
}

function AddTier({ store, values: { score } }: AddsProps) {
  const { language, words } = useWordsOf(policyValuesWords);
  const tiers = score.bands.map(({ tier }) => tier).sort((one, other) => one - other);
  return (
    <AddForm
      title={words.addTier}
      inputs={[
        {
          name: "tier",
          label: words.divideTier,
          options: tiers.map((tier) => [String(tier), sayTierNumber(tier, language)] as const),
        },
        { name: "points", label: words.divideAt, unit: "points" },
      ]}
      initial={{ tier: "1", points: "" }}
      onAdd={({ tier, points }) =>
        store.reshape((draft, { addScoreTier }) => addScoreTier(draft, Number(tier), { points }))
      }
    />
  );
}

function AddBand({ store }: Pick<AddsProps, "store">) {
  const { language, words } = useWordsOf(policyValuesWords);
  return (
    <AddForm
      title={words.addBand}
      inputs={[
        { name: "from", label: sayFieldName("commissionFrom", language), unit: "yuan" },
        { name: "rate", label: sayFieldName("commissionRate", language), unit: "percent" },
      ]}
      initial={{ from: "", rate: "" }}
      onAdd={(typed) =>
        store.reshape((draft, { addCommissionBand }) => addCommissionBand(draft, typed))
      }
    />
  );
}

function AddRule({ store, values: { levels, promotion } }: AddsProps) {
  const { language, words } = useWordsOf(policyValuesWords);
  const without = levels.filter(({ id }) => promotion.rules.every(({ level }) => level !== id));
  const [first] = without;
  if (first === undefined) return null;
  return (
    <AddForm
      key={without.map(({ id }) => id).join(" ")}
      title={words.addRule}
      inputs={[
        {
          name: "level",
          label: words.level,
          options: without.map(({ id, name }) => [id, name[language]] as const),
        },
      ]}
      initial={{ level: first.id }}
      onAdd={({ level }) => store.reshape((draft, { addRule }) => addRule(draft, level))}
    />
  );
}

const STEP_KINDS: readonly StepKind[] = [
  "application",
  "attestation",
  "assessment",
  "vote",
  "recommendation",
  "review",
  "approval",
  "defence",
  "notice",
];

function isStepKind(text: string): text is StepKind {
  return STEP_KINDS.some((kind) => kind === text);
}

/** A step more at the end of a path, to be moved where it belongs. */
export function AddStep({ store, values, path: at }: AddsProps & { readonly path: number }) {
  const { language, words } = useWordsOf(policyValuesWords);
  const path = values.promotion.paths[at];
  if (path === undefined) return null;
  return (
    <AddForm
      title={words.addStep}
      inputs={[
        {
          name: "kind",
          label: sayFieldName("stepKind", language),
          options: STEP_KINDS.map(
            (kind) => [kind, sayFieldOption("stepKind", kind, language)] as const,
          ),
        },
        { name: "name", label: sayFieldName("stepName", language) },
        { name: "nameEnglish", label: sayFieldName("stepNameEnglish", language) },
        { name: "scored", label: sayFieldName("stepScored", language), box: true },
      ]}
      initial={{ kind: "attestation", name: "", nameEnglish: "", scored: "" }}
      onAdd={({ kind, name, nameEnglish, scored }) =>
        store.reshape((draft, { addStep }) =>
          addStep(
            draft,
            path,
            {
              kind: isStepKind(kind) ? kind : "attestation",
              name,
              nameEnglish,
              clauses: [],
              scored: scored !== "",
            },
            path.steps.length,
          ),
        )
      }
    />
  );
}
