import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { isInDoubt, type ColumnChoices, type ColumnData } from "../../tasks";
import { mappingWords } from "../../wording";
import type { ColumnsStore } from "./columnsStore";
import { FirstRows } from "./FirstRows";
import { asksAnything, firstAnswers, readAnswers, SheetQuestions } from "./SheetQuestions";
import { useWordsOf } from "../common/language";
import { useSectionStyles } from "../common/section";
import { usePane } from "../common/pane";
import { useStore } from "../common/store";
import { YearField, yearFromText } from "../common/YearField";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: "8px", padding: "0 10px 10px" },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** The columns that were recognised by what they hold, as HR confirms them. */
function confirmed({ columns }: ColumnData): ColumnChoices["uses"] {
  return new Map(
    columns.flatMap(({ column, use, why }) =>
      why === "content" && use !== null ? [[column, use] as const] : [],
    ),
  );
}

interface DoubtCardProps {
  readonly store: ColumnsStore;
  readonly disabled: boolean;
}

/** Asks how the sheet is meant, beside the results, without blocking anything. */
export function DoubtCard({ store, disabled }: DoubtCardProps) {
  const { month } = usePane();
  const doubt = useStore(month, (state) => state.doubt);
  const found = useStore(month, (state) => state.opened?.found);
  if (doubt === null || found?.sheet.id !== doubt.sheet.id) return null;
  // An edit of the headings may have settled it.
  if (!isInDoubt(found.records.layout)) return null;
  return <Ask key={`${doubt.sheet.id} ${doubt.headerRow}`} {...{ doubt, store, disabled }} />;
}

interface AskProps {
  readonly doubt: ColumnData;
  readonly store: ColumnsStore;
  readonly disabled: boolean;
}

function Ask({ doubt, store, disabled }: AskProps) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { words } = useWordsOf(mappingWords);
  const [year, setYear] = useState(String(doubt.suggestedYear ?? ""));
  const uses = confirmed(doubt);
  const asksYear = doubt.yearless !== null;
  const ofYear = yearFromText(year);
  const [answers, setAnswers] = useState(() => firstAnswers(doubt));
  const said = readAnswers(doubt, answers);
  const asksMore = asksAnything(doubt.asks);
  const asks = asksYear || uses.size > 0 || asksMore;
  const canConfirm = asks && (!asksYear || ofYear !== null) && said !== null;
  const confirm = (): void =>
    void store.save(doubt, {
      headerRow: doubt.headerRow,
      uses,
      year: asksYear ? ofYear : null,
      ...said,
    });
  return (
    <section className={section.card} aria-labelledby="doubt-title" data-doubt="">
      <h2 id="doubt-title" className={section.title}>
        {words.askTitle}
      </h2>
      <div className={styles.content}>
        <p className={styles.text}>{uses.size > 0 ? words.byContent : words.unsure}</p>
        <FirstRows data={doubt} />
        {asksYear ? (
          <YearField
            label={`${words.year} ${doubt.yearless ?? ""}`}
            hint={words.yearHint}
            value={year}
            onValue={setYear}
          />
        ) : null}
        <SheetQuestions
          data={doubt}
          answers={answers}
          onAnswers={setAnswers}
          onHeader={(row) =>
            void store.save({ ...doubt, headerChosen: true }, { headerRow: row, uses, year: null })
          }
        />
        <div className={styles.buttons}>
          {asks ? (
            <Button
              appearance="primary"
              size="small"
              disabledFocusable={disabled || !canConfirm}
              onClick={confirm}
            >
              {words.confirm}
            </Button>
          ) : null}
          <Button
            size="small"
            disabledFocusable={disabled}
            onClick={() => void store.open(doubt.sheet)}
          >
            {words.eachColumn}
          </Button>
          <Button size="small" appearance="subtle" onClick={store.putOff}>
            {words.later}
          </Button>
        </div>
      </div>
    </section>
  );
}
