import { Button, makeStyles, tokens } from "@fluentui/react-components";
import {
  lazy,
  memo,
  Suspense,
  useCallback,
  useDeferredValue,
  useMemo,
  useRef,
  type ReactNode,
} from "react";
import type { Finding, Severity } from "../../findings";
import type { CellRef } from "../../grid";
import { findingParts, isOfMonth, narrowParts, type MonthReport } from "../../views";
import { ignoreWords, resultWords } from "../../wording";
import { useWords, useWordsOf } from "../common/language";
import { usePane } from "../common/pane";
import { useSectionStyles } from "../common/section";
import { useStore } from "../common/store";
import { UndecidedReadings } from "./UndecidedReadings";
import { findingWords, personWords, useFound } from "./findingSearch";
import { Ignored } from "./Ignored";
import { partId } from "./parts";
import { People } from "./People";
import { ResultBar } from "./ResultBar";
import {
  dataLines,
  decisionLines,
  IGNORED,
  noticeLines,
  QUIET,
  stopsOf,
  type Folding,
} from "./resultLines";
import { ResultList } from "./ResultList";
import { resultViewOf } from "./resultView";

const FirstRun = lazy(() => import("../policy/FirstRun"));

const useStyles = makeStyles({
  more: { padding: "6px 10px" },
  note: {
    margin: 0,
    padding: "4px 10px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});

interface ResultsProps {
  readonly report: MonthReport;
  readonly onSelect: (cell: CellRef) => void;
  /** What HR can say to a finding, below its row. */
  readonly action: (finding: Finding) => ReactNode;
}

function countsOf(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const sums: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) sums[severity] += 1;
  return sums;
}

/**
 * The place after or before another one, round the ends. What was gone to last may have been mended (`index` is -1
 * then): the next one stands in its place (`last`, -1 at first).
 */
function nextIndex(index: number, last: number, by: 1 | -1, count: number): number {
  const from = index >= 0 ? index : by > 0 ? Math.max(last, 0) - 1 : Math.max(last, 0);
  return (from + by + count) % count;
}

/** What validating found, in three parts: the data to mend, the readings to decide, the people. */
export const Results = memo(function Results({ report, onSelect, action }: ResultsProps) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { words: paneWords } = useWords();
  const { language, words } = useWordsOf(resultWords);
  const { words: ignoring } = useWordsOf(ignoreWords);
  const view = resultViewOf(usePane());
  const { allMonths, expanded, severity, typed, folds, whole, current } = useStore(
    view,
    (state) => state,
  );
  // What the lists are filtered by may come later than what the box shows.
  const text = useDeferredValue(typed);
  const { findings, asOf, people, undecidedReadings } = report;

  const ofMonth = useMemo(
    () => findings.filter((finding) => isOfMonth(finding, asOf)),
    [findings, asOf],
  );
  const scoped = allMonths ? findings : ofMonth;
  const found = useFound(scoped, text, language, findingWords);
  const peopleFound = useFound(people, text, language, personWords);
  const parts = useMemo(() => findingParts(scoped), [scoped]);
  const shown = useMemo(() => {
    if (severity === null && found === scoped) return parts;
    const kept = new Set(found);
    return narrowParts(
      parts,
      (finding) => kept.has(finding) && (severity === null || finding.severity === severity),
    );
  }, [parts, found, scoped, severity]);
  const counts = useMemo(() => countsOf(scoped), [scoped]);

  const isSought = text.trim() !== "";
  const folding = useMemo<Folding>(
    () => ({
      isOpen: (fold, byItself = false) => folds.get(fold) ?? (byItself || expanded || isSought),
      whole,
    }),
    [expanded, isSought, folds, whole],
  );
  const data = useMemo(() => dataLines(shown.data, folding), [shown, folding]);
  const decisions = useMemo(() => decisionLines(shown.decisions, folding), [shown, folding]);
  const notices = useMemo(() => noticeLines(shown.notices, folding), [shown, folding]);
  const stops = useMemo(() => stopsOf(shown), [shown]);
  const index = stops.findIndex(({ key }) => key === current);
  // Where HR was before what stood there was mended.
  const last = useRef(-1);
  if (index >= 0) last.current = index;
  const step = useCallback(
    (by: 1 | -1): void => {
      const next = stops[nextIndex(index, last.current, by, stops.length)];
      if (next === undefined) return;
      view.goTo(next.key, next.folds);
      if (next.finding.cell !== null) onSelect(next.finding.cell);
    },
    [index, stops, view, onSelect],
  );
  const isFiltered = severity !== null || isSought;
  const isNothing = data.length + decisions.length + notices.length === 0;
  const quietly = useMemo(() => {
    const listed = new Set(parts.decisions.map(({ reading }) => reading.id));
    return undecidedReadings.filter(({ id }) => !listed.has(id));
  }, [parts, undecidedReadings]);
  // Behind the line of those that move no pay, where there is one.
  const isQuiet = decisions.some(({ key }) => key === QUIET);
  const props = { view, current, onSelect, action };
  return (
    <>
      <ResultBar
        view={view}
        counts={counts}
        more={findings.length - ofMonth.length}
        at={index + 1}
        of={stops.length}
        onStep={step}
      />
      {isFiltered && isNothing ? (
        <p className={section.empty}>
          {paneWords.noneMatches}{" "}
          <Button size="small" appearance="transparent" onClick={view.showEverything}>
            {paneWords.showAll}
          </Button>
        </p>
      ) : null}
      <section className={section.card} aria-labelledby={partId("error")}>
        <h2 id={partId("error")} tabIndex={-1} className={section.title}>
          {words.data} ({shown.data.reduce((sum, fold) => sum + fold.findings.length, 0)})
        </h2>
        {data.length === 0 && !isFiltered ? <p className={section.empty}>{words.noData}</p> : null}
        <ResultList label={words.data} lines={data} {...props} />
      </section>
      <Suspense fallback={null}>
        <FirstRun report={report} />
      </Suspense>
      <section className={section.card} aria-labelledby={partId("decision")}>
        <h2 id={partId("decision")} tabIndex={-1} className={section.title}>
          {words.decisions} ({shown.decisions.length})
        </h2>
        {decisions.length === 0 && !isFiltered ? (
          <p className={section.empty}>{words.noDecisions}</p>
        ) : null}
        <ResultList label={words.decisions} lines={decisions} {...props} />
        {decisions.length === 0 || !expanded ? null : (
          <p className={styles.note}>{ignoring.notForDecisions}</p>
        )}
        {quietly.length === 0 || (isQuiet && !folding.isOpen(QUIET)) ? null : (
          <div className={styles.more}>
            <UndecidedReadings undecided={quietly} open={expanded} />
          </div>
        )}
      </section>
      <People
        report={report}
        people={peopleFound}
        folding={folding}
        view={view}
        expanded={expanded}
        onSelect={onSelect}
        notices={<ResultList label={words.notices} lines={notices} {...props} />}
      />
      <Ignored
        report={report}
        view={view}
        text={text}
        open={folding.isOpen(IGNORED)}
        onSelect={onSelect}
      />
    </>
  );
});
