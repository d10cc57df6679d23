import { Button, Checkbox, Link, makeStyles, tokens } from "@fluentui/react-components";
import { highlightWords } from "../../wording";
import { useWords, useWordsOf } from "../common/language";
import { usePane, useRunning } from "../common/pane";
import { useStore } from "../common/store";

const useStyles = makeStyles({
  mark: { flex: "1 1 auto", minWidth: 0, paddingInline: "3px" },
  choice: {
    display: "flex",
    alignItems: "center",
    flex: "1 0 auto",
    // As high as the buttons beside it.
    marginBlock: "-4px",
    "& label": { paddingInlineStart: 0, fontSize: tokens.fontSizeBase200 },
    "& .fui-Checkbox__indicator": { marginInlineStart: "4px" },
  },
  update: { fontSize: "inherit", lineHeight: "inherit" },
  stale: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** What is marked in the sheet, and the marks taken out again (rule V10). */
export function Highlighting() {
  const { month } = usePane();
  const styles = useStyles();
  const { words } = useWords();
  const { words: ours } = useWordsOf(highlightWords);
  const busy = useRunning();
  const decisions = useStore(month.highlights, (state) => state.decisions);
  return (
    <>
      <Button
        size="small"
        className={styles.mark}
        disabledFocusable={busy}
        onClick={() => void month.highlight()}
      >
        {words.highlight}
      </Button>
      <span className={styles.choice}>
        <Checkbox
          label={ours.withDecisions}
          checked={decisions}
          onChange={(_, { checked }) => month.highlights.chooseDecisions(checked === true)}
        />
      </span>
      <Button
        size="small"
        className={styles.mark}
        disabledFocusable={busy}
        onClick={() => void month.clear()}
      >
        {words.clearHighlights}
      </Button>
    </>
  );
}

/** That the marks in the sheet are no longer what would be marked, in one line. */
export function HighlightsStale() {
  const { month } = usePane();
  const styles = useStyles();
  const { words } = useWordsOf(highlightWords);
  const busy = useRunning();
  const marks = useStore(month.highlights, (state) => state.marks);
  if (marks !== "stale") return null;
  return (
    <div className={styles.stale} role="status" data-highlights="stale">
      {words.stale} ·{" "}
      <Link
        as="button"
        className={styles.update}
        disabled={busy}
        onClick={() => void month.highlight()}
      >
        {words.update}
      </Link>
    </div>
  );
}
