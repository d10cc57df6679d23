import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo } from "react";
import type { CellRef } from "../../grid";
import type { CandidateRow } from "../../views";
import { describeCandidate, resultWords, sayList, type CandidateSaid } from "../../wording";
import { Chevron } from "./FoldLine";
import { useWords, useWordsOf } from "../common/language";
import { useTabStop } from "../common/lineFocus";
import { PersonHeading } from "../common/PersonHeading";
import { usePane } from "../common/pane";

const useStyles = makeStyles({
  row: {
    padding: "3px 10px",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: tokens.lineHeightBase300,
  },
  eligible: { borderLeft: `3px solid ${tokens.colorPaletteGreenBorder2}` },
  depends: { fontSize: "inherit", textAlign: "start" },
  heading: { display: "flex", alignItems: "center", gap: "4px" },
  who: { flex: 1, minWidth: 0 },
  /** Large enough for a finger. */
  turn: {
    display: "inline-flex",
    flexShrink: 0,
    padding: "4px",
    border: "none",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  label: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  months: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(148px, 1fr))",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  best: { fontWeight: tokens.fontWeightSemibold },
});

interface PersonRowProps {
  readonly row: CandidateRow;
  /** Whether what proves a candidate is unfolded. */
  readonly isOpen: boolean;
  readonly onTurn: () => void;
  readonly onSelect: (cell: CellRef) => void;
}

interface MonthsProps {
  readonly title: string;
  readonly months: readonly { readonly best: boolean; readonly text: string }[];
}

function Months({ title, months }: MonthsProps) {
  const styles = useStyles();
  if (months.length === 0) return null;
  return (
    <>
      <div className={styles.label}>{title}</div>
      <ul className={styles.months}>
        {months.map(({ best, text }) => (
          <li key={text} className={best ? styles.best : undefined}>
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

/** On which readings the result rests; one that is undecided leads to where it is decided. */
function DependsOn({ row, said }: { readonly row: CandidateRow; readonly said: CandidateSaid }) {
  const { openReading } = usePane().navigation;
  const tabIndex = useTabStop();
  const styles = useStyles();
  const undecided = row.readings.find((reading) => reading.undecided);
  if (said.dependsOn === null) return null;
  if (undecided === undefined) return <div>{said.dependsOn}</div>;
  return (
    <div>
      <Link
        as="button"
        inline
        className={styles.depends}
        tabIndex={tabIndex}
        onClick={() => openReading(undecided.id)}
      >
        {said.dependsOn}
      </Link>
    </div>
  );
}

/** What proves a candidate, and what is still to do. */
function Proof({ row, said }: { readonly row: CandidateRow; readonly said: CandidateSaid }) {
  const styles = useStyles();
  const { language, words } = useWords();
  const months = row.evidence.map(({ tier, inStreak }, index) => ({
    inStreak,
    best: tier === 1,
    text: said.evidence[index] ?? "",
  }));
  const note = (text: string | null) => (text === null ? null : <div>{text}</div>);
  return (
    <div className={styles.small}>
      <Months title={words.evidence} months={months.filter(({ inStreak }) => inStreak)} />
      <Months title={words.outsideEvidence} months={months.filter(({ inStreak }) => !inStreak)} />
      {note(said.withinLevel)}
      {note(said.skipHint)}
      {note(said.leave)}
      {row.steps.length === 0 ? null : (
        <>
          <div className={styles.label}>{words.pending}</div>
          <div>
            {sayList(
              row.steps.map((step) => step.label[language]),
              language,
            )}
          </div>
        </>
      )}
    </div>
  );
}

/** One person of the month; every person has exactly one such row. */
export const PersonRow = memo(function PersonRow({
  row,
  isOpen: isTurned,
  onTurn,
  onSelect,
}: PersonRowProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(resultWords);
  const { person, status, target } = row;
  const tabIndex = useTabStop();
  const eligible = status === "eligible";
  const isOpen = eligible && isTurned;
  const name = person.name === "" ? person.employeeId : person.name;
  const said = describeCandidate(row, language);
  return (
    <div
      className={mergeClasses(styles.row, eligible && styles.eligible)}
      data-candidate={person.employeeId === "" ? person.name : person.employeeId}
      data-target={target?.id ?? ""}
      data-status={status}
    >
      <div className={styles.heading}>
        <div className={styles.who}>
          <PersonHeading row={row} onSelect={onSelect} />
        </div>
        {eligible ? (
          <button
            type="button"
            className={styles.turn}
            aria-expanded={isOpen}
            aria-label={`${name} ${words.proof}`}
            title={words.proof}
            tabIndex={tabIndex}
            onClick={onTurn}
          >
            <Chevron open={isOpen} />
          </button>
        ) : null}
      </div>
      <div className={styles.small}>
        {eligible ? null : (
          <div>
            {said.status}
            {said.detail === null ? null : ` · ${said.detail}`}
          </div>
        )}
        {isOpen || row.readings.some(({ undecided }) => undecided) ? (
          <DependsOn row={row} said={said} />
        ) : null}
      </div>
      {isOpen ? <Proof row={row} said={said} /> : null}
    </div>
  );
});
