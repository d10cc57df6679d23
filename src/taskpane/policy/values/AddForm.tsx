import { Button, Checkbox, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { EditIssue, Unit } from "../../../policy";
import { sayEditProblem, sayUnit, policyValuesWords } from "../../../wording";
import { Disclosure } from "../../common/Disclosure";
import { useWordsOf } from "../../common/language";
import { OptionSelect, type Option } from "./OptionSelect";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "6px" },
  select: { minWidth: 0 },
});

/** One thing that has to be known of what is added. */
export interface AddInput<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly unit?: Unit;
  readonly options?: readonly Option[];
  /** A yes or no; "yes" or "". */
  readonly box?: boolean;
}

interface AddFormProps<Name extends string> {
  readonly title: string;
  readonly inputs: readonly AddInput<Name>[];
  readonly initial: Readonly<Record<Name, string>>;
  /** Adds it; returns what was refused. */
  readonly onAdd: (typed: Readonly<Record<Name, string>>) => readonly EditIssue[];
}

/** Folded away until something is to be added: what has to be known of it, and what is wrong with that. */
export function AddForm<Name extends string>({
  title,
  inputs,
  initial,
  onAdd,
}: AddFormProps<Name>) {
  const styles = useStyles();
  const { language } = useWordsOf(policyValuesWords);
  const [typed, setTyped] = useState(initial);
  const [issues, setIssues] = useState<readonly EditIssue[]>([]);
  const known: readonly string[] = inputs.map(({ name }) => name);
  const messages = (of: (path: string) => boolean): string =>
    issues
      .filter(({ path }) => of(path))
      .map(({ problem }) => sayEditProblem(problem, language))
      .join(" ");
  const elsewhere = messages((path) => !known.includes(path));
  const set = (name: Name, value: string): void => setTyped({ ...typed, [name]: value });
  return (
    <Disclosure title={title}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const refused = onAdd(typed);
          setIssues(refused);
          if (refused.length === 0) setTyped(initial);
        }}
      >
        {inputs.map(({ name, label, unit, options, box }) => {
          const message = messages((path) => path === name);
          return (
            <Field
              key={name}
              size="small"
              {...(box === true ? {} : { label })}
              {...(message === "" ? {} : { validationMessage: message })}
            >
              {box === true ? (
                <Checkbox
                  label={label}
                  checked={typed[name] !== ""}
                  onChange={(_, { checked }) => set(name, checked === true ? "yes" : "")}
                />
              ) : options !== undefined ? (
                <OptionSelect
                  className={styles.select}
                  value={typed[name]}
                  options={options}
                  onValue={(value) => set(name, value)}
                />
              ) : (
                <Input
                  size="small"
                  value={typed[name]}
                  inputMode={unit === undefined ? "text" : "decimal"}
                  {...(unit === undefined ? {} : { contentAfter: sayUnit(unit, language) })}
                  onChange={(_, { value }) => set(name, value)}
                />
              )}
            </Field>
          );
        })}
        <Field {...(elsewhere === "" ? {} : { validationMessage: elsewhere })}>
          <Button type="submit" size="small">
            {title}
          </Button>
        </Field>
      </form>
    </Disclosure>
  );
}
