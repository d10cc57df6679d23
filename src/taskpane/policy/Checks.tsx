import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { LintResult } from "../../policy";
import { sayLint, policyPageWords } from "../../wording";
import { useWords, useWordsOf } from "../common/language";
import { SeverityIcon, severityWord } from "../common/severity";
import { PolicyCard, showSection } from "./PolicyCard";
import type { PolicySectionProps } from "./sectionProps";
import { useStore } from "../common/store";

const useStyles = makeStyles({
  empty: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { marginInline: "-10px" },
  row: {
    display: "block",
    boxSizing: "border-box",
    width: "100%",
    padding: "7px 10px",
    border: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    lineHeight: tokens.lineHeightBase300,
    textAlign: "start",
    overflowWrap: "anywhere",
  },
  link: {
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  where: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** Where a check leads that names no clause: to the section that mends it. */
function sectionOf({ check }: LintResult): string | null {
  return check === "PC23" || check === "PC44" || check === "PC43" ? "values" : null;
}

/** What the checks of the policy find, worst first; each row leads to its clause (rules C1 and C2). */
export function Checks({ store }: PolicySectionProps) {
  const styles = useStyles();
  const { words: paneWords } = useWords();
  const { language, words } = useWordsOf(policyPageWords);
  const lint = useStore(store, ({ description }) => description?.lint ?? null);
  const show = (result: LintResult): void => {
    const section = sectionOf(result);
    if (result.check === "PC50") showSection("legal");
    else if (result.clause !== null) store.openClause(result.clause);
    else if (section !== null) showSection(section);
  };
  return (
    <PolicyCard
      id="checks"
      title={lint === null ? words.checks : `${words.checks} (${lint.length})`}
      folded
    >
      {lint?.length === 0 ? <p className={styles.empty}>{words.noChecks}</p> : null}
      <div className={styles.list}>
        {(lint ?? []).map((result, index) => (
          <button
            key={index}
            type="button"
            className={mergeClasses(styles.row, styles.link)}
            data-lint={result.check}
            data-severity={result.severity}
            onClick={() => show(result)}
          >
            <span className={styles.where}>
              <SeverityIcon severity={result.severity} />
              <span>{severityWord(result.severity, paneWords)}</span>
              {result.clause === null ? null : <span>{result.clause}</span>}
            </span>
            <span>{sayLint(result, language)}</span>
          </button>
        ))}
      </div>
    </PolicyCard>
  );
}
