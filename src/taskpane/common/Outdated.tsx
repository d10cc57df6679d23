import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { sayLive, sayOutdated } from "../../wording";
import { useWords } from "./language";
import { usePane, useRunning } from "./pane";
import { useStore } from "./store";

const useStyles = makeStyles({
  line: { display: "flex", alignItems: "center", gap: "8px", minWidth: 0 },
  outdated: {
    flex: 1,
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  again: { flexShrink: 0 },
});

/** In one quiet line, on every page: what is shown may not be what the sheet says any more, and what to do. */
export function Outdated() {
  const { month } = usePane();
  const styles = useStyles();
  const { language } = useWords();
  const outdated = useStore(month, (state) => state.outdated);
  const running = useRunning();
  if (outdated === null) return null;
  return (
    <div className={styles.line} data-outdated={outdated}>
      <span className={styles.outdated}>{sayOutdated(outdated, language)}</span>
      <Button
        className={styles.again}
        size="small"
        disabledFocusable={running}
        onClick={() => void month.validate()}
      >
        {sayLive("validateAgain", language)}
      </Button>
    </div>
  );
}
