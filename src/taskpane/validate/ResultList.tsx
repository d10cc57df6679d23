import { Badge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useCallback, type ReactNode } from "react";
import type { Finding } from "../../findings";
import { mayIgnore } from "../../tasks";
import type { CellRef } from "../../grid";
import type { DecisionLine } from "../../views";
import {
  resultWords,
  sayConcerned,
  sayDecision,
  sayFindingTitle,
  sayMoreFindings,
  sayQuietDecisions,
} from "../../wording";
import { findingHooks, FindingRow } from "../common/FindingRow";
import { useWords, useWordsOf } from "../common/language";
import { useTabStop } from "../common/lineFocus";
import { ALL_MOUNTED, Lines } from "../common/Lines";
import { usePane } from "../common/pane";
import { SeverityIcon, severityWord } from "../common/severity";
import { Chevron, FoldLine } from "./FoldLine";
import { IgnoreButton, useAsideStyles } from "./IgnoreButton";
import { QUIET, type ResultLine } from "./resultLines";
import type { ResultView } from "./resultView";

const useStyles = makeStyles({
  /** A line that is a button. */
  button: {
    boxSizing: "border-box",
    width: "100%",
    border: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  severity: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  title: { flex: 1, minWidth: 0, overflowWrap: "anywhere" },
  strong: { fontWeight: tokens.fontWeightSemibold },
  count: { fontWeight: tokens.fontWeightSemibold },
  rest: { padding: "8px 10px", color: tokens.colorBrandForegroundLink },
  decision: { display: "flex", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  reading: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    columnGap: "8px",
    flex: 1,
    minWidth: 0,
    padding: "3px 10px",
    borderTop: "none",
    overflowWrap: "anywhere",
  },
  facts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  places: {
    display: "inline-flex",
    alignItems: "center",
    gap: "2px",
    flexShrink: 0,
    width: "auto",
    padding: "3px 10px",
    borderTop: "none",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  folded: { borderLeft: `3px solid ${tokens.colorNeutralStroke2}` },
});

interface DecisionRowProps {
  readonly line: DecisionLine;
  readonly open: boolean;
  readonly onTurn: () => void;
}

/** An open reading: what it moves; it leads to where it is decided, and unfolds to the cells that rest on it. */
function DecisionRow({ line, open, onTurn }: DecisionRowProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(resultWords);
  const { openReading } = usePane().navigation;
  const tabIndex = useTabStop();
  const { reading, effect, blocking, cells } = line;
  const title = reading.title[language];
  return (
    <div className={styles.decision}>
      <button
        type="button"
        className={mergeClasses(styles.button, styles.reading)}
        tabIndex={tabIndex}
        onClick={() => openReading(reading.id)}
        {...(effect !== null && findingHooks(effect))}
      >
        <span className={styles.strong}>{title}</span>
        {blocking ? (
          <Badge appearance="tint" color="danger" size="small">
            {words.mustFirst}
          </Badge>
        ) : null}
        <span className={styles.facts}>{sayDecision(line, language)}</span>
      </button>
      {cells.length === 0 ? null : (
        <button
          type="button"
          className={mergeClasses(styles.button, styles.places)}
          aria-expanded={open}
          aria-label={`${title} ${sayConcerned(cells.length, language)}`}
          tabIndex={tabIndex}
          data-fold={cells.length}
          onClick={onTurn}
        >
          {sayConcerned(cells.length, language)}
          <Chevron open={open} />
        </button>
      )}
    </div>
  );
}

function RestLine({ count, onList }: { readonly count: number; readonly onList: () => void }) {
  const styles = useStyles();
  const { language } = useWords();
  return (
    <button
      type="button"
      className={mergeClasses(styles.button, styles.rest)}
      tabIndex={useTabStop()}
      onClick={onList}
    >
      {sayMoreFindings(count, language)}
    </button>
  );
}

interface ResultListProps {
  readonly label: string;
  readonly lines: readonly ResultLine[];
  readonly view: ResultView;
  readonly current: string | null;
  readonly onSelect: (cell: CellRef) => void;
  /** What HR can say to a finding, below its row. */
  readonly action: (finding: Finding) => ReactNode;
}

/** A list of findings in which repeats fold. */
export const ResultList = memo(function ResultList({
  label,
  lines,
  view,
  current,
  onSelect,
  action,
}: ResultListProps) {
  const styles = useStyles();
  const aside = useAsideStyles();
  const { language, words } = useWords();
  const { words: ours } = useWordsOf(resultWords);
  const draw = useCallback(
    (line: ResultLine) => {
      switch (line.kind) {
        case "finding":
          return (
            <div className={mergeClasses(aside.row, line.folded && styles.folded)}>
              <FindingRow
                finding={line.finding}
                onSelect={onSelect}
                aside={mayIgnore(line.finding)}
              />
              <IgnoreButton findings={[line.finding]} inCorner />
              {action(line.finding)}
            </div>
          );
        case "decision":
          return (
            <DecisionRow
              line={line.line}
              open={line.open}
              onTurn={() => view.turn(line.key, !line.open)}
            />
          );
        case "rest":
          return <RestLine count={line.count} onList={() => view.listWhole(line.fold)} />;
        case "group":
          return (
            <FoldLine
              open={line.open}
              count={line.count}
              quiet
              onTurn={() => view.turn(line.key, !line.open)}
            >
              <span className={styles.title}>
                {line.key === QUIET
                  ? sayQuietDecisions(line.count, language)
                  : `${ours[line.key]} (${line.count})`}
              </span>
            </FoldLine>
          );
        case "fold": {
          const { findings } = line.fold;
          const [{ type, severity }] = findings;
          return (
            <div className={aside.row}>
              <FoldLine
                open={line.open}
                count={findings.length}
                aside={mayIgnore(findings[0])}
                onTurn={() => view.turn(line.key, !line.open)}
              >
                <SeverityIcon severity={severity} />
                <span className={styles.severity}>{severityWord(severity, words)}</span>
                <span className={mergeClasses(styles.title, styles.strong)}>
                  {sayFindingTitle(type, language)}
                </span>
                <span className={styles.count}>{findings.length}</span>
              </FoldLine>
              <IgnoreButton findings={findings} inCorner />
            </div>
          );
        }
      }
    },
    [styles, aside, language, words, ours, view, onSelect, action],
  );
  const findings = lines.reduce((sum, { kind }) => sum + (kind === "finding" ? 1 : 0), 0);
  return (
    <Lines
      label={label}
      lines={lines}
      whole={findings <= ALL_MOUNTED}
      current={current}
      onLine={view.reachedLine}
      draw={draw}
    />
  );
});
