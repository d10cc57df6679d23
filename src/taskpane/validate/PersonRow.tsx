import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckboxUncheckedRegular } from "@fluentui/react-icons";
import { memo } from "react";
import type { CellRef } from "../../grid";
import type { CandidateRow } from "../../views";
import { describeCandidate, type CandidateSaid } from "../../wording";
import { useWords } from "../shared/language";
import { PersonHeading } from "../shared/PersonHeading";
import { usePane } from "../shared/pane";

const useStyles = makeStyles({
  row: {
    padding: "8px 10px",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: tokens.lineHeightBase300,
  },
  eligible: { borderLeft: `3px solid ${tokens.colorPaletteGreenBorder2}` },
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
  steps: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "10px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  step: { display: "inline-flex", alignItems: "center", gap: "3px" },
});

interface PersonRowProps {
  readonly row: CandidateRow;
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
  const undecided = row.readings.find((reading) => reading.undecided);
  if (said.dependsOn === null) return null;
  if (undecided === undefined) return <div>{said.dependsOn}</div>;
  return (
    <div>
      <Link as="button" inline onClick={() => openReading(undecided.id)}>
        {said.dependsOn}
      </Link>
    </div>
  );
}

/** What proves a candidate, what is still to do, and on which readings the result rests. */
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
      <DependsOn row={row} said={said} />
      {note(said.skipHint)}
      {note(said.leave)}
      {row.steps.length === 0 ? null : (
        <>
          <div className={styles.label}>{words.pending}</div>
          <ul className={styles.steps}>
            {row.steps.map((step) => (
              <li key={`${step.kind} ${step.label.zh}`} className={styles.step}>
                <CheckboxUncheckedRegular aria-hidden />
                {step.label[language]}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** One person of the month; every person has exactly one such row. */
export const PersonRow = memo(function PersonRow({ row, onSelect }: PersonRowProps) {
  const styles = useStyles();
  const { language } = useWords();
  const { person, status, target } = row;
  const eligible = status === "eligible";
  const said = describeCandidate(row, language);
  return (
    <div
      className={mergeClasses(styles.row, eligible && styles.eligible)}
      data-candidate={person.employeeId === "" ? person.name : person.employeeId}
      data-target={target?.id ?? ""}
      data-status={status}
    >
      <PersonHeading row={row} onSelect={onSelect} />
      {eligible ? null : (
        <div className={styles.small}>
          <div>
            {said.status}
            {said.detail === null ? null : ` · ${said.detail}`}
          </div>
          <DependsOn row={row} said={said} />
        </div>
      )}
      {eligible ? <Proof row={row} said={said} /> : null}
    </div>
  );
});
