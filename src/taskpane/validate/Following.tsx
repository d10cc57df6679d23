import { Button, makeStyles, Switch, tokens } from "@fluentui/react-components";
import { sayLive, sayOutdated } from "../../wording";
import { useWords } from "../shared/language";
import { usePane, useRunning } from "../shared/pane";
import { useStore } from "../shared/store";

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

/** Whether the result follows the sheet, and in one quiet line that it may not be the sheet's any more. */
export function Following() {
  const { month } = usePane();
  const styles = useStyles();
  const { language } = useWords();
  const following = useStore(month, (state) => state.following);
  const outdated = useStore(month, (state) => state.outdated);
  const running = useRunning();
  return (
    <>
      <Switch
        checked={following}
        label={sayLive("followEdits", language)}
        onChange={(_, { checked }) => void month.follow(checked)}
      />
      {outdated === null ? null : (
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
      )}
    </>
  );
}
