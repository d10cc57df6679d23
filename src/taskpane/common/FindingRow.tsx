import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo } from "react";
import { formatAddress, formatRef, type CellRef } from "../../grid";
import type { Finding, FindingType } from "../../findings";
import { formatMonth } from "../../units";
import { sayFinding } from "../../wording";
import { useWords } from "./language";
import { useRowStyles } from "./rowStyles";
import { SeverityIcon, severityWord } from "./severity";
import { useTabStop } from "./lineFocus";
import { usePane } from "./pane";
import { useStore } from "./store";

const useStyles = makeStyles({
  where: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: "6px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  aside: { paddingInlineEnd: "68px" },
  cell: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  text: { display: "block" },
  fix: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** What a row is told by in tests and by other tools. */
export function findingHooks({ code, severity, kind, cell, month }: Finding) {
  return {
    "data-finding": code,
    "data-severity": severity,
    "data-kind": kind,
    "data-cell": cell === null ? "" : formatRef(cell),
    "data-month": month === null ? "" : formatMonth(month),
  };
}

/** Findings about the policy itself: mended on its page. */
const OF_POLICY: ReadonlySet<FindingType> = new Set([
  "policyFaulty",
  "policyUndated",
  "decisionUnknown",
  "salaryTooLow",
]);

interface FindingRowProps {
  /** Whether the corner of the row is left to a button. */
  readonly aside?: boolean;
  readonly finding: Finding;
  readonly onSelect: (cell: CellRef) => void;
}

/** One finding: how severe, where, who, what, and what to do; a click goes to its cell, or to the reading to decide. */
export const FindingRow = memo(function FindingRow({
  finding,
  onSelect,
  aside = false,
}: FindingRowProps) {
  const styles = useStyles();
  const rows = useRowStyles();
  const { language, words } = useWords();
  const pane = usePane();
  const { openReading, openPage } = pane.navigation;
  const tabIndex = useTabStop();
  const { cell, person, month, severity } = finding;
  const { text, fix } = sayFinding(finding, language);
  const who = [person?.name ?? "", person?.employeeId ?? ""].filter((one) => one !== "");
  // Where several sheets are read each cell is named with its own.
  const ofSeveral = useStore(
    pane.month,
    ({ opened }) => (opened?.found.records.others.length ?? 0) > 0,
  );
  const address = ofSeveral ? formatRef : formatAddress;
  const hooks = findingHooks(finding);
  const content = (
    <>
      <span className={mergeClasses(styles.where, aside && styles.aside)}>
        <SeverityIcon severity={severity} />
        <span>{severityWord(severity, words)}</span>
        <span className={styles.cell}>{cell === null ? words.wholeSheet : address(cell)}</span>
        {who.map((one) => (
          <span key={one}>{one}</span>
        ))}
        {month === null ? null : <span>{formatMonth(month)}</span>}
      </span>
      <span className={styles.text}>{text}</span>
      {fix === "" ? null : <span className={styles.fix}>→ {fix}</span>}
    </>
  );
  const reading = finding.type === "readingUndecided" ? finding.reading.id : null;
  const ofPolicy = OF_POLICY.has(finding.type);
  return cell === null && reading === null && !ofPolicy ? (
    <div className={rows.row} tabIndex={tabIndex} data-stop="" {...hooks}>
      {content}
    </div>
  ) : (
    <button
      type="button"
      className={mergeClasses(rows.row, rows.clickable)}
      tabIndex={tabIndex}
      onClick={() => {
        if (cell !== null) onSelect(cell);
        else if (reading !== null) openReading(reading);
        else openPage("policy");
      }}
      {...hooks}
    >
      {content}
    </button>
  );
});
