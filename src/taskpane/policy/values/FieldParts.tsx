import { Checkbox, Input, makeStyles } from "@fluentui/react-components";
import type { Field, FieldInput } from "../../../policy";
import { policyValuesWords, sayFieldName, sayUnit } from "../../../wording";
import { useWordsOf } from "../../common/language";
import { OptionSelect, type Option } from "./OptionSelect";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  grow: { flex: "1 1 96px", minWidth: 0 },
});

interface PartsProps {
  readonly field: Field;
  readonly input: FieldInput;
  readonly onInput: (input: FieldInput) => void;
  readonly onLeave: () => void;
}

interface NumberPartProps {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly onValue: (value: string) => void;
  readonly onLeave: () => void;
}

function NumberPart({ label, value, onValue, onLeave, unit }: NumberPartProps) {
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

/** The end of a band of scores, and whether it belongs to the band. */
export function BandEnd({ field, input, onInput, onLeave }: PartsProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  if (typeof input !== "object" || input === null || !("points" in input)) return null;
  return (
    <div className={styles.row}>
      <NumberPart
        label={sayFieldName(field.name, language)}
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

/** One part of a requirement: a choice among options, or a number of months. */
interface Part<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly options?: readonly Option[];
}

type Parts<Name extends string> = Readonly<Record<Name, string>>;

interface RequirementProps<Name extends string> extends Pick<PartsProps, "field" | "onLeave"> {
  /** What is required; null where nothing is. */
  readonly required: Parts<Name> | null;
  /** The value when it begins to be required. */
  readonly initial: Parts<Name>;
  readonly parts: readonly Part<Name>[];
  readonly onInput: (required: Parts<Name> | null) => void;
}

/** A requirement of several parts, which are filled in only where it is asked for at all. */
function Requirement<Name extends string>({
  field,
  required,
  initial,
  parts,
  onInput,
  onLeave,
}: RequirementProps<Name>) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  const of = sayFieldName(field.name, language);
  return (
    <div>
      <Checkbox
        label={words.requires}
        checked={required !== null}
        onChange={(_, { checked }) => onInput(checked === true ? initial : null)}
      />
      {required === null ? null : (
        <div className={styles.row}>
          {parts.map(({ name, label, options }) => {
            const part = {
              label: `${of} ${label}`,
              value: required[name],
              onValue: (value: string) => onInput({ ...required, [name]: value }),
            };
            return options === undefined ? (
              <NumberPart
                key={name}
                {...part}
                unit={sayUnit("months", language)}
                onLeave={onLeave}
              />
            ) : (
              <OptionSelect key={name} {...part} className={styles.grow} options={options} />
            );
          })}
        </div>
      )}
    </div>
  );
}

interface TieredProps extends PartsProps {
  readonly tiers: readonly Option[];
}

/** How many months of the run must lie in a tier, where that is asked at all. */
export function Inner({ input, tiers, ...props }: TieredProps) {
  const { words } = useWordsOf(policyValuesWords);
  const required = typeof input === "object" && input !== null && "bound" in input ? input : null;
  const bounds: readonly Option[] = [
    ...(required?.bound === "" ? [["", words.byReading] as const] : []),
    ...(["atLeast", "exactly"] as const).map((bound): Option => [bound, words.bounds[bound]]),
  ];
  return (
    <Requirement
      {...props}
      required={required}
      initial={{ months: "1", tier: "1", bound: "atLeast" }}
      parts={[
        { name: "bound", label: words.bound, options: bounds },
        { name: "months", label: words.months },
        { name: "tier", label: words.tier, options: tiers },
      ]}
    />
  );
}

/** Below which tier no month of a longer time may lie, where that is asked at all. */
export function Window({ input, tiers, ...props }: TieredProps) {
  const { words } = useWordsOf(policyValuesWords);
  const required =
    typeof input === "object" && input !== null && "worstTier" in input ? input : null;
  return (
    <Requirement
      {...props}
      required={required}
      initial={{ months: "6", worstTier: tiers.at(-1)?.[0] ?? "1" }}
      parts={[
        { name: "months", label: words.months },
        { name: "worstTier", label: words.worstTier, options: tiers },
      ]}
    />
  );
}
