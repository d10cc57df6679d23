import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Disclosure } from "../common/Disclosure";
import { useWords } from "../common/language";

const useStyles = makeStyles({
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  samples: { display: "flex", flexWrap: "wrap", gap: "6px", marginBottom: "6px" },
  /** As in the sheet, whose colours do not follow the pane's theme. */
  sample: { padding: "1px 8px", borderRadius: tokens.borderRadiusSmall },
  error: { backgroundColor: "#F9D6D5", color: "#8A1414", fontWeight: "bold" },
  warning: { backgroundColor: "#FFEDB3", color: "#5C4300", fontStyle: "italic" },
  candidate: { backgroundColor: "#CFEBD3", color: "#0B5A20", textDecorationLine: "underline" },
});

/** What the highlights in the sheet mean, folded. */
export function Legend({ open }: { readonly open: boolean }) {
  const styles = useStyles();
  const { words } = useWords();
  return (
    <Disclosure title={words.legend} open={open}>
      <div className={styles.samples}>
        <span className={mergeClasses(styles.sample, styles.error)}>{words.legendError}</span>
        <span className={mergeClasses(styles.sample, styles.warning)}>{words.legendWarning}</span>
        <span className={mergeClasses(styles.sample, styles.candidate)}>
          {words.legendCandidate}
        </span>
      </div>
      <div className={styles.hint}>{words.legendHint}</div>
    </Disclosure>
  );
}
