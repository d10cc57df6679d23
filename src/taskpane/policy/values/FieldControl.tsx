import { Checkbox, Input, makeStyles } from "@fluentui/react-components";
import type { Field, FieldInput, PolicyValues } from "../../../policy";
import { clauseIds } from "../../../tasks";
import {
  sayFieldName,
  sayFieldOption,
  sayTierNumber,
  sayUnit,
  policyValuesWords,
} from "../../../wording";
import { isWords } from "./fieldInput";
import { WordList } from "./WordList";
import { useWordsOf } from "../../common/language";
import { BandEnd, Inner, Window } from "./FieldParts";
import { OptionSelect, type Option } from "./OptionSelect";

const useStyles = makeStyles({
  full: { width: "100%", minWidth: 0 },
  select: { minWidth: 0, "& select": { textOverflow: "ellipsis" } },
});

export interface FieldControlProps {
  readonly field: Field;
  readonly input: FieldInput;
  readonly values: PolicyValues;
  readonly onInput: (input: FieldInput) => void;
  readonly onLeave: () => void;
}

function textOf(input: FieldInput): string {
  return typeof input === "string" ? input : "";
}

/** What a field is filled in with, by its kind: a number with its unit, a choice, words … */
export function FieldControl(props: FieldControlProps) {
  const { field, input, values, onInput } = props;
  const { language, words } = useWordsOf(policyValuesWords);
  const { kind, name } = field;
  const tiers = values.score.bands
    .map(({ tier }): Option => [String(tier), sayTierNumber(tier, language)])
    .sort(([one], [other]) => Number(one) - Number(other));
  switch (kind.kind) {
    case "number":
      return kind.unit === "tier" ? (
        <Choose {...props} options={tiers} />
      ) : (
        <Text {...props} unit={sayUnit(kind.unit, language)} />
      );
    case "text":
    case "day":
      return <Text {...props} />;
    case "choice":
      return (
        <Choose
          {...props}
          options={kind.options.map((option) => [option, sayFieldOption(name, option, language)])}
        />
      );
    case "level": {
      const levels = values.levels.map((level): Option => [level.id, level.name[language]]);
      const all: Option = ["", words.allLevels];
      return <Choose {...props} options={kind.optional ? [all, ...levels] : levels} />;
    }
    case "clause":
      return <Choose {...props} options={clauseIds.map((id) => [id, id])} />;
    case "yesNo":
      return (
        <Checkbox
          label={sayFieldName(name, language)}
          checked={input === true}
          onChange={(_, { checked }) => onInput(checked === true)}
        />
      );
    case "words":
    case "clauses":
      return (
        <WordList
          label={sayFieldName(name, language)}
          words={isWords(input) ? input : []}
          onChange={onInput}
          {...(kind.kind === "clauses" ? { options: clauseIds } : {})}
        />
      );
    case "bandEnd":
      return <BandEnd {...props} />;
    case "inner":
      return <Inner {...props} tiers={tiers} />;
    case "window":
      return <Window {...props} tiers={tiers} />;
  }
}

function Text({ field, input, onInput, onLeave, unit }: FieldControlProps & { unit?: string }) {
  const styles = useStyles();
  const { kind } = field;
  return (
    <Input
      className={styles.full}
      size="small"
      value={textOf(input)}
      inputMode={kind.kind === "number" ? "decimal" : "text"}
      onChange={(_, { value }) => onInput(value)}
      onBlur={onLeave}
      {...(unit === undefined ? {} : { contentAfter: unit })}
    />
  );
}

function Choose({
  input,
  onInput,
  options,
}: FieldControlProps & { readonly options: readonly Option[] }) {
  const styles = useStyles();
  return (
    <OptionSelect
      className={styles.select}
      value={textOf(input)}
      options={options}
      onValue={onInput}
    />
  );
}
