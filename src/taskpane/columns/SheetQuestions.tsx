import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  tokens,
} from "@fluentui/react-components";
import { UNITS, type ColumnChoices, type ColumnData, type SheetAsks } from "../../tasks";
import { formatMonth, monthFromText, monthOf } from "../../units";
import { questionWords, sayClue, sayAmountUnit } from "../../wording";
import { useWordsOf } from "../common/language";

const useStyles = makeStyles({
  all: { display: "flex", flexDirection: "column", gap: "8px" },
  text: { margin: 0 },
  grades: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    gap: "4px 8px",
    alignItems: "center",
    maxWidth: "220px",
  },
  other: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** What HR has typed of a sheet as a whole, as it stands in the fields. */
export interface SheetAnswers {
  readonly month: string;
  readonly unit: string;
  readonly grades: Readonly<Record<string, string>>;
}

/** The fields as they are shown first: what was said before, else what is proposed. */
export function firstAnswers({ asks }: ColumnData): SheetAnswers {
  return {
    month: asks.month === null ? "" : formatMonth(asks.month),
    unit: asks.unit === null ? "" : String(asks.unit.factor),
    grades: Object.fromEntries(
      asks.grades.map(({ grade, points }) => [grade, points === null ? "" : String(points)]),
    ),
  };
}

function pointsOf(text: string): number | null {
  const typed = text.trim();
  const points = Number(typed);
  return typed === "" || !Number.isFinite(points) || points < 0 || points > 100 ? null : points;
}

/** Whether anything is asked of the sheet as a whole. */
export function asksAnything(asks: SheetAsks): boolean {
  const { clash, unit, grades } = asks;
  return clash !== null || unit?.settled === false || grades.some(({ points }) => points === null);
}

/** What the fields say, to be remembered; null while something asked is not answered, or wrongly. */
export function readAnswers(
  { asks }: ColumnData,
  answers: SheetAnswers,
): Pick<ColumnChoices, "month" | "unit" | "grades"> | null {
  const month =
    answers.month.trim() === "" ? null : (monthFromText(answers.month.trim()) ?? undefined);
  if (month === undefined || (asks.clash !== null && month === null)) return null;
  const unit = UNITS.find((one) => String(one) === answers.unit) ?? null;
  if (asks.unit !== null && unit === null) return null;
  const grades: Record<string, number> = {};
  for (const { grade } of asks.grades) {
    const points = pointsOf(answers.grades[grade] ?? "");
    if (points === null) return null;
    grades[grade] = points;
  }
  return {
    month,
    ...(asks.unit === null ? {} : { unit }),
    ...(asks.grades.length === 0 ? {} : { grades }),
  };
}

interface SheetQuestionsProps {
  readonly data: ColumnData;
  readonly answers: SheetAnswers;
  readonly onAnswers: (answers: SheetAnswers) => void;
  /** Shows another row as the heading, or keeps the one shown. */
  readonly onHeader: (row: number) => void;
}

/** The month, the unit, the grades and the heading of a sheet: asked where they are in doubt. */
export function SheetQuestions({ data, answers, onAnswers, onHeader }: SheetQuestionsProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(questionWords);
  const { asks, headerRow } = data;
  const { clash, wholeMonth, unit, grades, otherHeader } = asks;
  const setMonth = (month: string): void => onAnswers({ ...answers, month });
  return (
    <div className={styles.all}>
      {otherHeader === null ? null : (
        <div className={styles.other}>
          <span>
            {words.otherHeader} {otherHeader + 1}
          </span>
          <Button size="small" onClick={() => onHeader(otherHeader)}>
            {words.useOther}
          </Button>
          <Button size="small" onClick={() => onHeader(headerRow)}>
            {words.keepThis}
          </Button>
        </div>
      )}
      {clash === null ? null : (
        <Field label={words.clash} size="small">
          <RadioGroup value={answers.month} onChange={(_, { value }) => setMonth(value)}>
            {clash.map((clue) => (
              <Radio
                key={clue.source}
                value={monthOfClue(clue, clash)}
                label={sayClue(clue)[language]}
              />
            ))}
          </RadioGroup>
        </Field>
      )}
      {clash === null && wholeMonth === null && asks.month === null ? null : (
        <Field label={words.month} hint={words.monthHint} size="small">
          <Input
            size="small"
            placeholder={wholeMonth?.month == null ? "2026-10" : formatMonth(wholeMonth.month)}
            value={answers.month}
            onChange={(_, { value }) => setMonth(value)}
          />
        </Field>
      )}
      {unit === null ? null : (
        <Field label={`${words.unit} ${unit.text}`} hint={words.unitHint} size="small">
          <Select
            size="small"
            value={answers.unit}
            onChange={(_, { value }) => onAnswers({ ...answers, unit: value })}
          >
            {UNITS.map((factor) => (
              <option key={factor} value={String(factor)}>
                {sayAmountUnit(factor, language)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {grades.length === 0 ? null : (
        <Field label={words.grades} hint={words.gradesHint} size="small">
          <div className={styles.grades} role="group" aria-label={words.grades}>
            {grades.map(({ grade }) => (
              <GradePoints
                key={grade}
                grade={grade}
                value={answers.grades[grade] ?? ""}
                onValue={(value) =>
                  onAnswers({ ...answers, grades: { ...answers.grades, [grade]: value } })
                }
              />
            ))}
          </div>
        </Field>
      )}
    </div>
  );
}

type Clue = NonNullable<SheetAsks["clash"]>[number];

/** The month that a clue means, with what it lacks from the other. */
function monthOfClue(clue: Clue, [one, other]: readonly [Clue, Clue]): string {
  const rest = clue === one ? other : one;
  const year = clue.year ?? rest.year;
  const number = clue.number ?? rest.number;
  return year === null || number === null ? "" : formatMonth(monthOf(year, number));
}

interface GradePointsProps {
  readonly grade: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function GradePoints({ grade, value, onValue }: GradePointsProps) {
  return (
    <>
      <span>{grade}</span>
      <Input
        size="small"
        inputMode="decimal"
        aria-label={grade}
        value={value}
        onChange={(_, data) => onValue(data.value)}
      />
    </>
  );
}
