import { makeStyles, mergeClasses, Switch } from "@fluentui/react-components";
import { sayLive } from "../../wording";
import { columnsStoreOf } from "../columns/columnsStore";
import { useWords } from "../common/language";
import { usePane, useRunning } from "../common/pane";
import { useSectionStyles } from "../common/section";
import { useStore } from "../common/store";
import { StartSection } from "../sheet/SheetActions";
import { HowRead } from "./HowRead";
import { Legend } from "./Legend";
import { resultViewOf } from "./resultView";

/** As high as the lines beside it. */
const useStyles = makeStyles({
  lines: { gap: "4px", paddingBlock: "8px" },
  follow: { marginBlock: "-6px", marginInlineStart: "-8px" },
});

/** What need not be seen each time, one line each: how the sheet was read, following, the legend, where to start. */
export function About() {
  const styles = useStyles();
  const pane = usePane();
  const section = useSectionStyles();
  const { language, words } = useWords();
  const validation = useStore(pane.month, (state) => state.validation);
  const following = useStore(pane.month, (state) => state.following);
  const expanded = useStore(resultViewOf(pane), (state) => state.expanded);
  const marks = useStore(pane.month.highlights, (state) => state.marks);
  const running = useRunning();
  return (
    <section className={mergeClasses(section.form, styles.lines)} aria-label={words.about}>
      {validation === null ? null : (
        <>
          <HowRead
            validation={validation}
            store={columnsStoreOf(pane)}
            disabled={running}
            open={expanded}
          />
          <Switch
            className={styles.follow}
            checked={following}
            label={sayLive("followEdits", language)}
            onChange={(_, { checked }) => void pane.month.follow(checked)}
          />
        </>
      )}
      {/* Before there are marks they need no explaining. */}
      {marks === "none" ? null : <Legend open={expanded} />}
      <StartSection open={validation === null || expanded} />
    </section>
  );
}
