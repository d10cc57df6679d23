import {
  Button,
  Field as LabelledField,
  FieldContextProvider,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { memo, useEffect, useRef } from "react";
import type { EditIssue, Field, FieldKind, PolicyValues } from "../../../policy";
import type { TypedInput } from "../../../tasks";
import {
  isDisputed,
  marks,
  sayByReading,
  sayEditProblem,
  sayFieldName,
  sayFieldValue,
  policyValuesWords,
} from "../../../wording";
import { FieldControl } from "./FieldControl";
import { fieldId, inputOf, shownInput } from "./fieldInput";
import { isAt } from "./groups";
import type { ValuesStore } from "./valuesStore";
import { levelNamer } from "../levelNamer";
import { useWordsOf } from "../../common/language";
import { useStore } from "../../common/store";

const useStyles = makeStyles({
  field: { scrollMarginTop: "52px" },
  disputed: { display: "flex", flexDirection: "column", alignItems: "start", gap: "4px" },
  text: { color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase200 },
});

interface ValueFieldProps {
  readonly store: ValuesStore;
  readonly field: Field;
  readonly values: PolicyValues;
  readonly typed: TypedInput | undefined;
  /** Of the whole draft; those of this field are picked out. */
  readonly issues: readonly EditIssue[];
}

/** Whether an issue keeps the draft from being saved as far as its severity tells. */
export function isError({ problem }: EditIssue): boolean {
  return problem.code !== "lint" || problem.result.severity === "error";
}

/** One value of the draft with its name, its unit and what is wrong with it. */
export const ValueField = memo(function ValueField({
  store,
  field,
  values,
  typed,
  issues,
}: ValueFieldProps) {
  const styles = useStyles();
  const { language } = useWordsOf(policyValuesWords);
  const wrapper = useRef<HTMLDivElement>(null);
  const isTarget = useStore(store, ({ target }) => target === field.path);
  useEffect(() => {
    if (!isTarget) return;
    wrapper.current?.scrollIntoView({ block: "center" });
    wrapper.current?.querySelector<HTMLElement>("input, select, button")?.focus();
    store.arrived();
  }, [isTarget, store]);
  const own = issues.filter(({ path }) => isAt(path, field));
  const hints = own.filter(
    ({ problem }) => problem.code !== "lint" || problem.result.severity !== "info",
  );
  const shown = [...(typed?.issues ?? []), ...hints];
  const messages = [...new Set(shown.map(({ problem }) => sayEditProblem(problem, language)))];
  const wrong = shown.some(isError);
  const input = shownInput(field, typed?.input);
  const label = sayFieldName(field.name, language);
  // A box carries its name beside it.
  const isBox = field.kind.kind === "yesNo" && input !== null;
  const control =
    input === null ? (
      <DisputedValue store={store} field={field} values={values} />
    ) : (
      <FieldControl
        field={field}
        input={input.input}
        values={values}
        onInput={(changed) => store.type(field, changed)}
        onLeave={() => store.leave(field)}
      />
    );
  return (
    <div ref={wrapper} className={styles.field} id={fieldId(field.path)} data-field={field.path}>
      <LabelledField
        size="small"
        {...(isBox ? {} : { label })}
        {...(messages.length === 0
          ? {}
          : {
              validationState: wrong ? ("error" as const) : ("warning" as const),
              validationMessage: messages.join(marks(language).sentence),
            })}
      >
        {input !== null && ONE_CONTROL.has(field.kind.kind)
          ? control
          : // Several controls share the field's name: it belongs to all of them together.
            (props) => (
              <div role="group" aria-label={label} aria-describedby={props["aria-describedby"]}>
                <FieldContextProvider value={undefined}>{control}</FieldContextProvider>
              </div>
            )}
      </LabelledField>
    </div>
  );
});

/** Kinds of fields with one control, which the label and the message name by themselves. */
const ONE_CONTROL: ReadonlySet<FieldKind["kind"]> = new Set([
  "number",
  "text",
  "day",
  "choice",
  "yesNo",
  "level",
  "clause",
]);

function DisputedValue({
  store,
  field,
  values,
}: Pick<ValueFieldProps, "store" | "field" | "values">) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  const overview = useStore(store.policy, (state) => state.overview);
  const { name, kind, value } = field;
  if (!isDisputed(value)) return null;
  const card = overview?.readings.find(({ reading }) => reading.id === value.reading);
  if (card === undefined) return null;
  const nameLevel = levelNamer(values.levels);
  const { option } = card;
  const settle = (): void => {
    const inForce = option === null ? undefined : value.choices[option];
    // Where nothing is in force, nothing is proposed either.
    store.type(field, inForce === undefined ? "" : inputOf(kind, inForce));
  };
  return (
    <div className={styles.disputed}>
      <span className={styles.text}>{sayFieldValue(name, kind, value, language, nameLevel)}</span>
      <span className={styles.text}>{sayByReading(card.reading.title, language)}</span>
      <Button size="small" onClick={settle}>
        {words.settle}
      </Button>
    </div>
  );
}
