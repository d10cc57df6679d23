import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { SeverityIcon } from "../../common/severity";
import { policyValuesWords } from "../../../wording";
import { useWordsOf } from "../../common/language";

const useStyles = makeStyles({
  frame: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    scrollMarginTop: "52px",
  },
  head: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    width: "100%",
    padding: "8px 2px",
    border: "none",
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  section: { fontWeight: tokens.fontWeightSemibold },
  // Where both do not fit side by side, the summary stands below the title.
  name: {
    flex: 1,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    columnGap: "6px",
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  summary: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  wrong: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
  },
  content: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "2px 2px 12px 22px",
  },
});

interface FoldedProps {
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  /** How many of its fields have to be mended. */
  readonly wrong: number;
  readonly open: boolean;
  readonly isSection?: boolean;
  readonly onToggle: () => void;
  /** Made when it is unfolded. */
  readonly children: () => ReactNode;
}

/** A section or a group of the forms: folded it says what is in it and whether something is wrong there. */
export function Folded({
  id,
  title,
  summary = "",
  wrong,
  open,
  isSection = false,
  onToggle,
  children,
}: FoldedProps) {
  const styles = useStyles();
  const { words } = useWordsOf(policyValuesWords);
  const Chevron = open ? ChevronDownRegular : ChevronRightRegular;
  return (
    <div className={styles.frame} {...(isSection ? { "data-section": id } : { "data-group": id })}>
      <button
        type="button"
        className={mergeClasses(styles.head, isSection && styles.section)}
        aria-expanded={open}
        aria-controls={`fold-${id}`}
        onClick={onToggle}
      >
        <Chevron aria-hidden />
        <span className={styles.name}>
          <span>{title}</span>
          <span className={styles.summary}>{open || summary === title ? "" : summary}</span>
        </span>
        {wrong === 0 ? null : (
          <span className={styles.wrong}>
            <SeverityIcon severity="error" />
            {words.wrong} {wrong}
          </span>
        )}
      </button>
      <div id={`fold-${id}`} className={open ? styles.content : undefined}>
        {open ? children() : null}
      </div>
    </div>
  );
}
