import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { formatMonth } from "../../units";
import { monthSummary, type MonthReport } from "../../views";
import {
  mappingWords,
  resultWords,
  sayIgnoredCount,
  sayMonthFrom,
  sayMoves,
  sayOrder,
  saySummaryPart,
  type SummaryPart,
} from "../../wording";
import { columnsStoreOf } from "../columns/columnsStore";
import { useWordsOf } from "../common/language";
import { useBusy, usePane } from "../common/pane";
import { useStore } from "../common/store";
import { showPart } from "./parts";
import { resultViewOf } from "./resultView";

const useStyles = makeStyles({
  summary: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: "8px" },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    columnGap: "8px",
    marginBlockEnd: "4px",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  order: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  ignored: {
    // Read after the numbers, seen beside the month.
    gridColumn: "2",
    gridRow: "1",
    alignSelf: "start",
    padding: "0 2px",
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    cursor: "pointer",
    ":disabled": { color: tokens.colorNeutralForeground3, cursor: "default" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  parts: {
    gridColumn: "1 / -1",
    display: "grid",
    gridTemplateColumns: "repeat(6, minmax(0, 1fr))",
    gap: "6px",
  },
  part: {
    gridColumn: "span 2",
    minWidth: 0,
    padding: "4px 6px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "start",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  wide: { gridColumn: "span 4" },
  number: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  error: { color: tokens.colorPaletteRedForeground1 },
  candidates: { color: tokens.colorPaletteGreenForeground1 },
  remark: { display: "block", color: tokens.colorNeutralForeground2 },
});

const PARTS: readonly SummaryPart[] = ["error", "decision", "candidates", "one-short", "people"];

/** Where a sheet without a month column has its month from, with the way to change it; nothing where rows tell theirs. */
function MonthFrom({ report }: { readonly report: MonthReport }) {
  const styles = useStyles();
  const { language, words } = useWordsOf(mappingWords);
  const pane = usePane();
  const sheet = useStore(pane.month, ({ validation }) => validation?.sheet ?? null);
  const busy = useBusy();
  const said = sayMonthFrom(report.layout, language);
  if (said === null || sheet === null) return null;
  return (
    <span className={styles.order} data-month-from="">
      {said}{" "}
      <Link as="button" disabled={busy} onClick={() => void columnsStoreOf(pane).open(sheet)}>
        {words.open}
      </Link>
    </span>
  );
}

/** What the month comes to, to be read at a glance; each number leads to its part below. */
export function Summary({ report }: { readonly report: MonthReport }) {
  const styles = useStyles();
  const { language, words } = useWordsOf(resultWords);
  const view = resultViewOf(usePane());
  const summary = useMemo(() => monthSummary(report), [report]);
  const { asOf, errors, decisions, candidates, oneShort, people, ignored } = summary;
  const value: Readonly<Record<SummaryPart, number>> = {
    error: errors,
    decision: decisions,
    candidates,
    "one-short": oneShort,
    people,
  };
  return (
    <section className={styles.summary} aria-labelledby="summary-title" data-summary="">
      <div className={styles.head}>
        <h2 id="summary-title" className={styles.title}>
          {asOf === null ? words.summary : formatMonth(asOf)}
        </h2>
        <span className={styles.order}>
          {sayOrder(report.months, report.layout.order, language)}
        </span>
        <MonthFrom report={report} />
      </div>
      <div className={styles.parts}>
        {PARTS.map((part) => {
          const { label, remark } = saySummaryPart(part, summary, language);
          return (
            <button
              key={part}
              type="button"
              className={mergeClasses(styles.part, part === "decision" && styles.wide)}
              title={part === "decision" ? sayMoves(language) : undefined}
              data-count={part}
              data-value={value[part]}
              onClick={() => showPart(part, view)}
            >
              <span
                className={mergeClasses(
                  styles.number,
                  part === "error" && value.error > 0 && styles.error,
                  part === "candidates" && value.candidates > 0 && styles.candidates,
                )}
              >
                {value[part]}
              </span>{" "}
              {label}
              {remark === "" ? null : <span className={styles.remark}>{remark}</span>}
            </button>
          );
        })}
      </div>
      <button
        type="button"
        className={styles.ignored}
        disabled={ignored === 0}
        data-count="ignored"
        data-value={ignored}
        onClick={() => showPart("ignored", view)}
      >
        {sayIgnoredCount(ignored, language)}
      </button>
    </section>
  );
}
