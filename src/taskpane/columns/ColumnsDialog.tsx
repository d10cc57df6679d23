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
import type { ColumnData } from "../../tasks";
import { monthFromText } from "../../units";
import { inBrackets, mappingWords, questionWords, sayField, sayUse, sayWhy } from "../../wording";
import type { ColumnsOwner } from "./columnsStore";
import { FIELD_CHOICES, readChoice, type Choice } from "./columnChoices";
import { FirstRows } from "./FirstRows";
import { firstAnswers, readAnswers, SheetQuestions } from "./SheetQuestions";
import { useWordsOf } from "../common/language";
import { useStore } from "../common/store";
import { YearField, yearFromText } from "../common/YearField";

type Mapped = ColumnData["columns"][number];

const useStyles = makeStyles({
  surface: { maxWidth: "calc(100vw - 16px)", boxSizing: "border-box", padding: "16px" },
  content: { display: "flex", flexDirection: "column", gap: "10px" },
  // Stacked in a narrow pane, as dialogs have them, they would hide what is asked.
  actions: {
    "@media screen and (max-width: 480px)": { flexDirection: "row" },
    "& > button": { minWidth: 0, flex: "1 1 auto", whiteSpace: "nowrap" },
  },
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

function DialogForm({ data, store }: { readonly data: ColumnData; readonly store: ColumnsOwner }) {
  const styles = useStyles();
  const { words } = useWordsOf(mappingWords);
  const { words: questions } = useWordsOf(questionWords);
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map());
  const [year, setYear] = useState(String(data.year ?? data.suggestedYear ?? ""));
  const [answers, setAnswers] = useState(() => firstAnswers(data));
  const said = readAnswers(data, answers);
  const openSheet = (id: string): void => {
    const sheet = data.sheets.find((one) => one.id === id);
    if (sheet !== undefined) void store.open(sheet);
  };
  const choose = (column: number, choice: Choice | null): void => {
    const next = new Map(choices);
    if (choice === null) next.delete(column);
    else next.set(column, choice);
    setChoices(next);
  };
  const asksYear = data.yearless !== null || data.year !== null;
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
    void store.save(data, {
      headerRow: data.headerRow,
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
        {data.sheets.length < 2 ? null : (
          <Field label={questions.sheet} size="small">
            <Select
              className={styles.rows}
              size="small"
              value={data.sheet.id}
              onChange={(_, { value }) => openSheet(value)}
            >
              {data.sheets.map(({ id, name }) => (
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
            value={String(data.headerRow)}
            onChange={(_, { value }) => void store.open(data.sheet, Number(value))}
          >
            {data.rows.map(({ row, text }) => (
              <option key={row} value={String(row)}>
                {row + 1} {text}
              </option>
            ))}
          </Select>
        </Field>
        {asksYear ? (
          <YearField
            label={`${words.year} ${data.yearless ?? ""}`}
            hint={words.yearHint}
            value={year}
            onValue={setYear}
          />
        ) : null}
        <SheetQuestions
          data={data}
          answers={answers}
          onAnswers={setAnswers}
          onHeader={(row) => void store.open(data.sheet, row)}
        />
        <FirstRows data={data} />
        <ul className={styles.list}>
          {unknownFirst(data.columns).map((mapped) => (
            <ColumnRow
              key={mapped.column}
              mapped={mapped}
              choice={choices.get(mapped.column)}
              onChoose={(choice) => choose(mapped.column, choice)}
            />
          ))}
        </ul>
      </DialogContent>
      <DialogActions fluid className={styles.actions}>
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
export function ColumnsDialog({ store }: { readonly store: ColumnsOwner }) {
  const styles = useStyles();
  const data = useStore(store, ({ shown }) => shown);
  return (
    <Dialog
      open={data !== null}
      onOpenChange={(_, { open }) => {
        if (!open) store.close();
      }}
    >
      <DialogSurface className={styles.surface}>
        {data === null ? null : (
          <DialogForm key={`${data.sheet.id} ${data.headerRow}`} data={data} store={store} />
        )}
      </DialogSurface>
    </Dialog>
  );
}
