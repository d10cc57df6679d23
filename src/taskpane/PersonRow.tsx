import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckboxUncheckedRegular } from "@fluentui/react-icons/svg/checkbox-unchecked";
import { memo } from "react";
import type { CellRef } from "../grid";
import type { CandidateRow, EvidenceMonth } from "../reports";
import { formatMonth } from "../units";
import { sayCandidate, sayEvidenceMonth } from "../wording";
import { useWords } from "./language";
import { PersonHeading } from "./PersonHeading";

const useStyles = makeStyles({
  row: {
    padding: "8px 10px",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: tokens.lineHeightBase300,
    // Hundreds of people cost nothing while they are out of sight.
    contentVisibility: "auto",
    containIntrinsicHeight: "auto 56px",
  },
  eligible: { borderLeft: `3px solid ${tokens.colorPaletteGreenBorder2}` },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  label: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  months: {
    display: "flex",
    flexWrap: "wrap",
    gap: "4px",
    margin: "4px 0",
    padding: 0,
    listStyleType: "none",
  },
  month: {
    padding: "0 6px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
  },
  best: {
    borderTopColor: tokens.colorPaletteGreenBorder2,
    borderRightColor: tokens.colorPaletteGreenBorder2,
    borderBottomColor: tokens.colorPaletteGreenBorder2,
    borderLeftColor: tokens.colorPaletteGreenBorder2,
  },
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
  readonly months: readonly EvidenceMonth[];
}

function Months({ title, months }: MonthsProps) {
  const styles = useStyles();
  const { language } = useWords();
  if (months.length === 0) return null;
  return (
    <div className={styles.small}>
      <span className={styles.label}>{title}</span>
      <ul className={styles.months}>
        {months.map((month) => (
          <li
            key={month.month}
            className={mergeClasses(styles.month, month.tier === 1 && styles.best)}
          >
            {formatMonth(month.month)} {sayEvidenceMonth(month, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What proves a candidate, what is still to do, and on which readings the result rests. */
function Proof({ row }: { readonly row: CandidateRow }) {
  const styles = useStyles();
  const { language, words } = useWords();
  const { evidence, readings, steps } = row;
  return (
    <>
      <Months title={words.evidence} months={evidence.filter(({ inStreak }) => inStreak)} />
      <Months title={words.outsideEvidence} months={evidence.filter(({ inStreak }) => !inStreak)} />
      <div className={styles.small}>
        {readings.length === 0 ? (
          words.independent
        ) : (
          <>
            <span className={styles.label}>{words.dependsOn}</span>{" "}
            {readings.map(({ title }) => title[language]).join(" · ")}
          </>
        )}
      </div>
      {row.hasLeaveMonths ? <div className={styles.small}>{words.leaveMonths}</div> : null}
      {steps.length === 0 ? null : (
        <div className={styles.small}>
          <span className={styles.label}>{words.pending}</span>
          <ul className={styles.steps}>
            {steps.map((step) => (
              <li key={`${step.kind} ${step.label.zh}`} className={styles.step}>
                <CheckboxUncheckedRegular aria-hidden />
                {step.label[language]}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** One person of the month; every person has exactly one such row. */
export const PersonRow = memo(function PersonRow({ row, onSelect }: PersonRowProps) {
  const styles = useStyles();
  const { language } = useWords();
  const { person, status, target } = row;
  const eligible = status === "eligible";
  return (
    <li
      className={mergeClasses(styles.row, eligible && styles.eligible)}
      data-candidate={person.employeeId === "" ? person.name : person.employeeId}
      data-target={target?.id ?? ""}
      data-status={status}
    >
      <PersonHeading row={row} onSelect={onSelect} />
      <div className={styles.small}>{sayCandidate(row, language)}</div>
      {eligible ? <Proof row={row} /> : null}
    </li>
  );
});
