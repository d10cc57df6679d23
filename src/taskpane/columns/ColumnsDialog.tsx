import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { columnLetters } from "../../grid";
import type { ColumnsRead } from "../../tasks";
import { monthFromText } from "../../units";
import { inBrackets, mappingWords, questionWords, sayField, sayUse, sayWhy } from "../../wording";
import type { ColumnsStore } from "./columnsStore";
import { FIELD_CHOICES, readChoice, type Choice } from "./columnChoices";
import { FirstRows } from "./FirstRows";
import { firstAnswers, readAnswers, SheetQuestions } from "./SheetQuestions";
import { useWordsOf } from "../shared/language";
import { useStore } from "../shared/store";
import { YearField, yearFromText } from "../shared/YearField";

type Mapped = ColumnsRead["columns"][number];

const useStyles = makeStyles({
  surface: { maxWidth: "calc(100vw - 16px)", boxSizing: "border-box", padding: "16px" },
  content: { display: "flex", flexDirection: "column", gap: "10px" },
  rows: { minWidth: 0, "& select": { minWidth: 0, width: "100%", textOverflow: "ellipsis" } },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyle: "none", margin: 0, padding: 0 },
  column: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    padding: "8px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  small: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

interface ColumnRowProps {
  readonly mapped: Mapped;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice | null) => void;
}

/** One column: what it holds, what it is taken for and why, and what HR says instead. */
function ColumnRow({ mapped, choice, onChoose }: ColumnRowProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(mappingWords);
  const { column, heading, lines, samples, use, why, word } = mapped;
  const letter = columnLetters(column);
  const taken = use === null ? words.unknown : sayUse(use, language);
  const reason = why === null ? "" : inBrackets(sayWhy(why, language, word), language);
  return (
    <li className={styles.column} data-column={letter}>
      <span className={styles.name}>
        {letter} {lines.join(" / ")}
      </span>
      <span className={styles.small}>{samples.join(" · ")}</span>
      <span className={styles.small}>
        → {taken}
        {reason}
      </span>
      <Select
        size="small"
        aria-label={`${letter} ${heading}`}
        value={choice?.kind ?? ""}
        onChange={(_, { value }) => onChoose(value === "" ? null : { kind: value, month: "" })}
      >
        <option value="">{words.automatic}</option>
        <option value="ignored">{words.ignored}</option>
        {FIELD_CHOICES.map((field) => (
          <option key={field} value={field}>
            {sayField(field, language)}
          </option>
        ))}
        <option value="year">{words.yearOfMonths}</option>
        <option value="month:score">{words.monthScore}</option>
        <option value="month:sales">{words.monthSales}</option>
      </Select>
      {choice?.kind.startsWith("month:") === true ? (
        <Input
          size="small"
          aria-label={`${letter} ${words.month}`}
          placeholder="2025-03"
          value={choice.month}
          onChange={(_, { value }) => onChoose({ kind: choice.kind, month: value })}
        />
      ) : null}
    </li>
  );
}

/** The columns that need somebody to look at them first. */
function unknownFirst(columns: readonly Mapped[]): readonly Mapped[] {
  const rank = ({ use, why }: Mapped): number => (use === null ? 0 : why === "content" ? 1 : 2);
  return [...columns].sort((a, b) => rank(a) - rank(b) || a.column - b.column);
}

function DialogForm({ read, store }: { readonly read: ColumnsRead; readonly store: ColumnsStore }) {
  const styles = useStyles();
  const { words } = useWordsOf(mappingWords);
  const { words: questions } = useWordsOf(questionWords);
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map());
  const [year, setYear] = useState(String(read.year ?? read.suggestedYear ?? ""));
  const [answers, setAnswers] = useState(() => firstAnswers(read));
  const said = readAnswers(read, answers);
  const openSheet = (id: string): void => {
    const sheet = read.sheets.find((one) => one.id === id);
    if (sheet !== undefined) void store.open(sheet);
  };
  const choose = (column: number, choice: Choice | null): void => {
    const next = new Map(choices);
    if (choice === null) next.delete(column);
    else next.set(column, choice);
    setChoices(next);
  };
  const asksYear = read.yearless !== null || read.year !== null;
  const ofYear = yearFromText(year);
  const isWhole =
    said !== null &&
    [...choices.values()].every(
      ({ kind, month }) => !kind.startsWith("month:") || monthFromText(month.trim()) !== undefined,
    ) &&
    (year.trim() === "" || ofYear !== null);
  const confirm = (): void => {
    const uses = new Map(
      [...choices].flatMap(([column, choice]) => {
        const use = readChoice(choice);
        return use === null ? [] : [[column, use] as const];
      }),
    );
    void store.save(read, {
      headerRow: read.headerRow,
      uses,
      year: ofYear,
      ...said,
    });
  };
  return (
    <DialogBody>
      <DialogTitle>{words.title}</DialogTitle>
      <DialogContent className={styles.content}>
        <p className={styles.intro}>{words.intro}</p>
        {read.sheets.length < 2 ? null : (
          <Field label={questions.sheet} size="small">
            <Select
              className={styles.rows}
              size="small"
              value={read.sheet.id}
              onChange={(_, { value }) => openSheet(value)}
            >
              {read.sheets.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={words.headerRow} size="small">
          <Select
            className={styles.rows}
            size="small"
            value={String(read.headerRow)}
            onChange={(_, { value }) => void store.open(read.sheet, Number(value))}
          >
            {read.rows.map(({ row, text }) => (
              <option key={row} value={String(row)}>
                {row + 1} {text}
              </option>
            ))}
          </Select>
        </Field>
        {asksYear ? (
          <YearField
            label={`${words.year} ${read.yearless ?? ""}`}
            hint={words.yearHint}
            value={year}
            onValue={setYear}
          />
        ) : null}
        <SheetQuestions
          read={read}
          answers={answers}
          onAnswers={setAnswers}
          onHeader={(row) => void store.open(read.sheet, row)}
        />
        <FirstRows read={read} />
        <ul className={styles.list}>
          {unknownFirst(read.columns).map((mapped) => (
            <ColumnRow
              key={mapped.column}
              mapped={mapped}
              choice={choices.get(mapped.column)}
              onChoose={(choice) => choose(mapped.column, choice)}
            />
          ))}
        </ul>
      </DialogContent>
      <DialogActions fluid>
        <Button appearance="primary" disabled={!isWhole} onClick={confirm}>
          {words.confirm}
        </Button>
        <Button onClick={store.close}>{words.cancel}</Button>
        <Button appearance="subtle" onClick={() => void store.forget()}>
          {words.forget}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

/** The first rows of a sheet as the product reads them, for HR to correct. */
export function ColumnsDialog({ store }: { readonly store: ColumnsStore }) {
  const styles = useStyles();
  const read = useStore(store, ({ shown }) => shown);
  return (
    <Dialog
      open={read !== null}
      onOpenChange={(_, { open }) => {
        if (!open) store.close();
      }}
    >
      <DialogSurface className={styles.surface}>
        {read === null ? null : (
          <DialogForm key={`${read.sheet.id} ${read.headerRow}`} read={read} store={store} />
        )}
      </DialogSurface>
    </Dialog>
  );
}
