import { Checkbox, Input, makeStyles, Select } from "@fluentui/react-components";
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
import { useWordsOf } from "../../shared/language";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  grow: { flex: "1 1 96px", minWidth: 0 },
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

type Option = readonly [id: string, label: string];

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
  const value = textOf(input);
  return (
    <Select
      className={styles.select}
      size="small"
      value={value}
      onChange={(_, { value: chosen }) => onInput(chosen)}
    >
      {options.some(([id]) => id === value) ? null : <option value={value}>{value}</option>}
      {options.map(([id, label]) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </Select>
  );
}

/** A number or a choice inside a field of several parts. */
interface PartProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onLeave: () => void;
}

function NumberPart({ label, value, onValue, onLeave, unit }: PartProps & { unit: string }) {
  const styles = useStyles();
  return (
    <Input
      className={styles.grow}
      // Else an input asks for twenty characters and parts do not stand side by side.
      input={{ size: 4 }}
      size="small"
      inputMode="decimal"
      aria-label={label}
      value={value}
      contentAfter={unit}
      onChange={(_, { value: typed }) => onValue(typed)}
      onBlur={onLeave}
    />
  );
}

function ChoicePart({
  label,
  value,
  onValue,
  options,
}: Omit<PartProps, "onLeave"> & { readonly options: readonly Option[] }) {
  const styles = useStyles();
  return (
    <Select
      className={styles.grow}
      size="small"
      aria-label={label}
      value={value}
      onChange={(_, { value: chosen }) => onValue(chosen)}
    >
      {options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </Select>
  );
}

function BandEnd({ field, input, onInput, onLeave }: FieldControlProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  if (typeof input !== "object" || input === null || !("points" in input)) return null;
  const label = sayFieldName(field.name, language);
  return (
    <div className={styles.row}>
      <NumberPart
        label={label}
        value={input.points}
        unit={sayUnit("points", language)}
        onValue={(points) => onInput({ ...input, points })}
        onLeave={onLeave}
      />
      <Checkbox
        label={words.included}
        checked={input.inclusive}
        onChange={(_, { checked }) => onInput({ ...input, inclusive: checked === true })}
      />
    </div>
  );
}

interface TieredProps extends FieldControlProps {
  readonly tiers: readonly Option[];
}

/** How many months of the run must lie in a tier, where that is asked at all. */
function Inner({ field, input, onInput, onLeave, tiers }: TieredProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  const label = sayFieldName(field.name, language);
  const parts = typeof input === "object" && input !== null && "bound" in input ? input : null;
  const bounds: Option[] = [
    ...(parts?.bound === "" ? [["", words.byReading] as const] : []),
    ...(["atLeast", "exactly"] as const).map((bound): Option => [bound, words.bounds[bound]]),
  ];
  return (
    <div>
      <Checkbox
        label={words.requires}
        checked={parts !== null}
        onChange={(_, { checked }) =>
          onInput(checked === true ? { months: "1", tier: "1", bound: "atLeast" } : null)
        }
      />
      {parts === null ? null : (
        <div className={styles.row}>
          <ChoicePart
            label={`${label} ${words.bound}`}
            value={parts.bound}
            options={bounds}
            onValue={(bound) => onInput({ ...parts, bound })}
          />
          <NumberPart
            label={`${label} ${words.months}`}
            value={parts.months}
            unit={sayUnit("months", language)}
            onValue={(months) => onInput({ ...parts, months })}
            onLeave={onLeave}
          />
          <ChoicePart
            label={`${label} ${words.tier}`}
            value={parts.tier}
            options={tiers}
            onValue={(tier) => onInput({ ...parts, tier })}
          />
        </div>
      )}
    </div>
  );
}

/** Below which tier no month of a longer time may lie, where that is asked at all. */
function Window({ field, input, onInput, onLeave, tiers }: TieredProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  const label = sayFieldName(field.name, language);
  const parts = typeof input === "object" && input !== null && "worstTier" in input ? input : null;
  return (
    <div>
      <Checkbox
        label={words.requires}
        checked={parts !== null}
        onChange={(_, { checked }) =>
          onInput(checked === true ? { months: "6", worstTier: tiers.at(-1)?.[0] ?? "1" } : null)
        }
      />
      {parts === null ? null : (
        <div className={styles.row}>
          <NumberPart
            label={`${label} ${words.months}`}
            value={parts.months}
            unit={sayUnit("months", language)}
            onValue={(months) => onInput({ ...parts, months })}
            onLeave={onLeave}
          />
          <ChoicePart
            label={`${label} ${words.worstTier}`}
            value={parts.worstTier}
            options={tiers}
            onValue={(worstTier) => onInput({ ...parts, worstTier })}
          />
        </div>
      )}
    </div>
  );
}
