import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { formatRef } from "../../grid";
import type { HistorySource, WhoAnswer, WhoQuestion } from "../../views";
import type { FileContent, OpenedFile, SheetDoubt } from "../../tasks";
import { formatMonth } from "../../units";
import {
  importHistoryWords,
  mappingWords,
  sayAside,
  sayField,
  sayFileFrom1904,
  sayFileNotRead,
  sayFileOutOfReach,
  sayFileRead,
  sayFileRefused,
  sayHeadingsOf,
  sayHistoryConflict,
  sayHistoryFault,
  sayHistoryPlan,
  sayMoreHistory,
  sayNothingToImport,
  sayNotUsed,
  sayOffer,
  sayQuoteOpen,
  saySheetDoubt,
  sayTaken,
  sayWho,
  sayWhoQuestion,
  sayYearAsked,
  type Language,
} from "../../wording";
import { useWords, useWordsOf } from "../common/language";
import type { HistoryShown, HistoryStore } from "./historyStore";
import { ColumnsDialog } from "../columns/ColumnsDialog";
import { useStore } from "../common/store";
import { PreviewDialog } from "./PreviewDialog";
import { YearField, yearFromText } from "../common/YearField";

/** Lines of a list before the rest is only counted, and rows that are shown as they will stand. */
const MOST_LINES = 20;
const ROWS_SHOWN = 5;

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: "6px", minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    margin: 0,
    paddingInlineStart: "18px",
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  table: { overflowX: "auto" },
  cells: {
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th, & td": {
      padding: "2px 8px 2px 0",
      textAlign: "start",
      whiteSpace: "nowrap",
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  year: { display: "flex", gap: "8px", alignItems: "end", flexWrap: "wrap" },
});

function placeOf({ file, cell }: HistorySource): string {
  return `${file} ${formatRef(cell)}`;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  );
}

function Lines({ lines, count }: { readonly lines: readonly string[]; readonly count: number }) {
  const styles = useStyles();
  const { language } = useWords();
  return (
    <ul className={styles.list}>
      {lines.map((line, index) => (
        <li key={`${index} ${line}`}>{line}</li>
      ))}
      {count > lines.length ? <li>{sayMoreHistory(count - lines.length, language)}</li> : null}
    </ul>
  );
}

function sayNotOpened(file: Exclude<OpenedFile, { kind: "opened" }>, language: Language): string {
  switch (file.kind) {
    case "refused":
      return sayFileRefused(file.name, file.why, language);
    case "from1904":
      return sayFileFrom1904(file.name, language);
    case "outOfReach":
      return sayFileOutOfReach(file.name, language);
    case "quoteOpen":
      return sayQuoteOpen(file.name, file.line, language);
  }
}

const NOTHING_ASIDE = {
  hidden: [],
  sheets: [],
  tables: [],
  columns: [],
  rows: [],
  joined: [],
  memory: false,
} as const;

/** Columns, tables and rows that were not taken, and people who were joined. */
function linesAside(content: FileContent, language: Language): string[] {
  const { name, sheets, notTaken, skipped, joined, taken } = content;
  const ofSheets = notTaken.flatMap(({ sheet, columns, tables }) => {
    const place = sheets.length > 1 ? `${name} ${sheet}` : name;
    const lines = sayNotUsed({ ...NOTHING_ASIDE, columns, tables }, language);
    return lines.length === 0 ? [] : [sayAside(place, lines, language)];
  });
  const lines = [
    ...sayNotUsed({ ...NOTHING_ASIDE, rows: skipped, joined }, language),
    ...taken.map((one) => sayTaken(one, language)),
  ];
  return lines.length === 0 ? ofSheets : [...ofSheets, sayAside(name, lines, language)];
}

function sayDoubt(doubt: SheetDoubt, language: Language): string {
  return saySheetDoubt(
    doubt.sheet,
    doubt.kind === "fractions" ? "fractions" : doubt.problem,
    language,
  );
}

/** What each file came to, in the order in which they were picked. */
function linesOfFiles({ opened, contents }: HistoryShown["found"], language: Language): string[] {
  return opened.flatMap((file) => {
    if (file.kind !== "opened") return [sayNotOpened(file, language)];
    const content = contents.find(({ name }) => name === file.name);
    if (content === undefined) return [];
    const { rows, span, doubts, others, hidden, yearless, faults } = content;
    const silent = span === null && (yearless !== null || doubts.length > 0 || faults.length > 0);
    return [
      silent ? "" : sayFileRead(file.name, rows.length, span, language),
      ...doubts.map((doubt) => `${file.name}：${sayDoubt(doubt, language)}`),
      ...linesAside(content, language),
      sayFileNotRead(file.name, others, hidden, language),
    ].filter((line) => line !== "");
  });
}

interface YearFormProps {
  readonly file: string;
  readonly heading: string;
  readonly suggested: number | null;
  readonly onYear: (year: number) => void;
}

function YearForm({ file, heading, suggested, onYear }: YearFormProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(importHistoryWords);
  const [typed, setTyped] = useState(suggested === null ? "" : String(suggested));
  const year = yearFromText(typed);
  return (
    <div className={styles.year}>
      <YearField
        label={sayYearAsked(file, heading, language)}
        hint={words.yearHint}
        value={typed}
        onValue={setTyped}
      />
      <Button
        size="small"
        disabledFocusable={year === null}
        onClick={() => {
          if (year !== null) onYear(year);
        }}
      >
        {words.readWithYear}
      </Button>
    </div>
  );
}

/** The values of the choices that a question offers. */
const NEW = "new";
const LEAVE_OUT = "leaveOut";

function answerOf({ candidates }: WhoQuestion, value: string): WhoAnswer | null {
  if (value === NEW) return { kind: "new" };
  if (value === LEAVE_OUT) return { kind: "leaveOut" };
  const who = value === "" ? undefined : candidates[Number(value)];
  return who === undefined ? null : { kind: "person", who };
}

function valueOf({ candidates }: WhoQuestion, answer: WhoAnswer | undefined): string {
  if (answer === undefined) return "";
  if (answer.kind !== "person") return answer.kind;
  return String(candidates.findIndex((who) => sayWho(who) === sayWho(answer.who)));
}

function Questions({
  shown,
  store,
}: {
  readonly shown: HistoryShown;
  readonly store: HistoryStore;
}) {
  const styles = useStyles();
  const { language, words } = useWordsOf(importHistoryWords);
  const { questions } = shown.plan;
  const only = questions.flatMap((question) => {
    const [who, more] = question.candidates;
    const isOnly = question.why === "noId" && who !== undefined && more === undefined;
    return isOnly ? [[question.key, { kind: "person", who }] as const] : [];
  });
  if (questions.length === 0) return null;
  return (
    <Part title={words.people}>
      <p className={styles.text}>{words.peopleIntro}</p>
      {only.length > 1 ? (
        <Button size="small" onClick={() => void store.answer(only)}>
          {words.takeOnly}
        </Button>
      ) : null}
      {questions.map((question) => (
        <Field key={question.key} label={sayWhoQuestion(question, language)} size="small">
          <Select
            size="small"
            value={valueOf(question, shown.answers.get(question.key))}
            onChange={(_, { value }) =>
              void store.answer([[question.key, answerOf(question, value)]])
            }
          >
            <option value="">{words.choose}</option>
            {question.candidates.map((who, index) => (
              <option key={sayWho(who)} value={String(index)}>
                {sayWho(who)}
              </option>
            ))}
            {question.mayBeNew ? <option value={NEW}>{words.asNew}</option> : null}
            <option value={LEAVE_OUT}>{words.leaveOut}</option>
          </Select>
        </Field>
      ))}
    </Part>
  );
}

function FirstRows({ plan: { rows } }: HistoryShown) {
  const styles = useStyles();
  const { language, words } = useWordsOf(importHistoryWords);
  if (rows.length === 0) return null;
  const fields = ["employeeId", "name", "month", "level", "score"] as const;
  return (
    <Part title={words.firstRows}>
      <div className={styles.table} role="group" aria-label={words.firstRows} tabIndex={0}>
        <table className={styles.cells}>
          <thead>
            <tr>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {sayField(field, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, ROWS_SHOWN).map((row) => (
              <tr key={`${row.employeeId} ${row.name} ${row.month}`}>
                {fields.map((field) => (
                  <td key={field}>{field === "month" ? formatMonth(row.month) : row[field]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  );
}

interface FileQuestionsProps {
  readonly found: HistoryShown["found"];
  readonly store: HistoryStore;
}

/** Sheets of the files that tell the levels, and the way to say how the sheets of a file are meant. */
function FileQuestions({ found, store }: FileQuestionsProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(mappingWords);
  return (
    <>
      {found.contents.flatMap(({ name, offers }) =>
        offers.map((offer) => (
          <div key={`${name} ${offer.sheet.name}`} className={styles.year} data-offer={name}>
            <span>{sayOffer(offer, language)}</span>
            <Button size="small" onClick={() => void store.readAlong(offer.sheet, true)}>
              {words.readAlong}
            </Button>
            {offer.declined ? null : (
              <Button size="small" onClick={() => void store.readAlong(offer.sheet, false)}>
                {words.notAlong}
              </Button>
            )}
          </div>
        )),
      )}
      <div className={styles.year}>
        {found.contents.map(({ name, sheets }) =>
          sheets.length === 0 ? null : (
            <Button
              key={name}
              size="small"
              onClick={() => void store.columns.openFile(name)}
              data-headings={name}
            >
              {found.contents.length === 1 ? words.open : sayHeadingsOf(name, language)}
            </Button>
          ),
        )}
      </div>
    </>
  );
}

interface HistoryDialogProps {
  readonly shown: HistoryShown;
  readonly store: HistoryStore;
}

/** What earlier files hold, whom HR must be asked about, and what will be written of it. */
export function HistoryDialog({ shown, store }: HistoryDialogProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(importHistoryWords);
  const { found, plan } = shown;
  const headings = useStore(store.columns, (state) => state.shown);
  if (headings !== null) return <ColumnsDialog store={store.columns} />;
  const faults = found.contents.flatMap((content) => content.faults);
  return (
    <PreviewDialog
      title={words.importHistory}
      confirm={words.import}
      canConfirm={plan.rows.length > 0}
      onConfirm={() => void store.import()}
      onClose={store.close}
    >
      <Part title={words.files}>
        <Lines {...allLines(linesOfFiles(found, language))} />
        {found.contents.map(({ name, yearless, suggestedYear }) =>
          yearless === null ? null : (
            <YearForm
              key={name}
              file={name}
              heading={yearless}
              suggested={suggestedYear}
              onYear={(year) => void store.giveYear(name, year)}
            />
          ),
        )}
        <FileQuestions found={found} store={store} />
      </Part>
      <div role="status" className={styles.part}>
        {plan.rows.length === 0 ? (
          <p className={styles.text}>{sayNothingToImport(language)}</p>
        ) : null}
        <Lines {...allLines(sayHistoryPlan(plan, faults.length, language))} />
      </div>
      <Questions shown={shown} store={store} />
      {plan.conflicts.length === 0 ? null : (
        <Part title={words.conflicts}>
          <Lines
            count={plan.conflicts.length}
            lines={plan.conflicts
              .slice(0, MOST_LINES)
              .map(({ row, other, otherSource }) =>
                sayHistoryConflict(
                  { who: row, month: row.month, score: row.score, other },
                  placeOf(row.source),
                  otherSource === null ? null : placeOf(otherSource),
                  language,
                ),
              )}
          />
        </Part>
      )}
      {faults.length === 0 ? null : (
        <Part title={words.faults}>
          <Lines
            count={faults.length}
            lines={faults
              .slice(0, MOST_LINES)
              .map((fault) => sayHistoryFault(fault, placeOf(fault.source), language))}
          />
        </Part>
      )}
      <FirstRows {...shown} />
    </PreviewDialog>
  );
}

function allLines(lines: readonly string[]): {
  readonly lines: readonly string[];
  readonly count: number;
} {
  return { lines, count: lines.length };
}
