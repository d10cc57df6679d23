import { Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { possibleOptions, suppose, type PromotionPerson } from "../../views";
import type { PromotionData } from "../../tasks";
import { addMonths, scoreFromPoints, type Month, type Score } from "../../units";
import { sayIfScored, saySupposed, promotionPageWords } from "../../wording";
import { useWordsOf } from "../common/language";

const useStyles = makeStyles({
  form: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "6px 8px" },
  field: { minWidth: 0 },
  input: { minWidth: 0, "& input": { minWidth: 0, width: "100%" } },
  wide: { gridColumn: "1 / -1", minWidth: 0, "& select": { textOverflow: "ellipsis" } },
  result: {
    gridColumn: "1 / -1",
    padding: "6px 8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  note: {
    gridColumn: "1 / -1",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface WhatIfProps {
  readonly data: PromotionData;
  readonly person: PromotionPerson;
}

/** Months of the last year without a usable score, oldest first: those that could be made up for. */
function holesOf({ judged }: PromotionPerson, asOf: Month): readonly Month[] {
  return judged.months
    .filter(({ month, history }) => history.kind !== "score" && month > asOf - MOST_MONTHS)
    .map(({ month }) => month);
}

const MOST_MONTHS = 12;
const AS_IN_FORCE = "";

/** Nothing for a blank field, null for what is no score of the scale. */
function readTyped(typed: string, lowest: Score, highest: Score): Score | null | undefined {
  const text = typed.trim().normalize("NFKC");
  if (text === "") return undefined;
  const score = /^\d+(?:\.\d+)?$/u.test(text) ? scoreFromPoints(Number(text)) : undefined;
  return score === undefined || score < lowest || score > highest ? null : score;
}

/** Scores and readings that are not so: what would follow for one person, at once and without a trace. */
export function WhatIf({ data, person }: WhatIfProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(promotionPageWords);
  const [typed, setTyped] = useState<ReadonlyMap<Month, string>>(new Map());
  const [choice, setChoice] = useState(AS_IN_FORCE);
  const { setting, input } = data.month;
  const { asOf, policies } = setting;
  const options = useMemo(() => possibleOptions(policies.asOf), [policies]);
  if (asOf === null) return null;
  const { minimum, maximum } = policies.asOf.score;
  const holes = holesOf(person, asOf);
  const months = [...holes, addMonths(asOf, 1)];
  const scores = months.map((month) => ({
    month,
    score: readTyped(typed.get(month) ?? "", minimum, maximum),
  }));
  const chosen = options.find(({ key }) => key === choice);
  const supposed = scores.flatMap(({ month, score }) =>
    score === undefined || score === null ? [] : [{ month, score }],
  );
  const isWrong = scores.some(({ score }) => score === null);
  const isAsked = supposed.length > 0 || chosen !== undefined;
  const result =
    isAsked && !isWrong
      ? suppose(input, asOf, person.judged.person, {
          scores: supposed,
          options: chosen === undefined ? [] : [chosen],
        })
      : null;
  return (
    <div className={styles.form}>
      {scores.map(({ month, score }) => (
        <Field
          key={month}
          className={styles.field}
          size="small"
          label={sayIfScored(month, holes.includes(month), language)}
          {...(score === null
            ? { validationState: "error" as const, validationMessage: words.scoreWrong }
            : {})}
        >
          <Input
            className={styles.input}
            size="small"
            inputMode="decimal"
            value={typed.get(month) ?? ""}
            onChange={(_, { value }) => setTyped(new Map(typed).set(month, value))}
          />
        </Field>
      ))}
      <Field className={styles.wide} size="small" label={words.ifReading}>
        <Select size="small" value={choice} onChange={(_, { value }) => setChoice(value)}>
          <option value={AS_IN_FORCE}>{words.asInForce}</option>
          {options.map(({ key, title, label }) => (
            <option key={key} value={key}>
              {title[language]}：{label[language]}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.result} role="status" data-what-if={result?.row.status ?? ""}>
        {result === null ? words.nothingWritten : saySupposed(result, language)}
      </div>
      {result === null ? null : <div className={styles.note}>{words.nothingWritten}</div>}
    </div>
  );
}
