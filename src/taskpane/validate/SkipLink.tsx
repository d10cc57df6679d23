import { makeStyles, tokens } from "@fluentui/react-components";
import { resultWords } from "../../wording";
import { useWordsOf } from "../common/language";
import { usePane } from "../common/pane";
import { showPart } from "./parts";
import { resultViewOf } from "./resultView";

const useStyles = makeStyles({
  skip: {
    position: "absolute",
    insetInlineStart: "12px",
    zIndex: 3,
    padding: "4px 10px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    font: "inherit",
    // Seen by whoever comes with the keyboard.
    ":not(:focus)": {
      width: "1px",
      height: "1px",
      padding: 0,
      clipPath: "inset(50%)",
      overflow: "hidden",
    },
  },
});

/** Leads whoever uses the keyboard past everything above the list of problems. */
export function SkipLink() {
  const styles = useStyles();
  const { words } = useWordsOf(resultWords);
  const view = resultViewOf(usePane());
  return (
    <button type="button" className={styles.skip} onClick={() => showPart("error", view)}>
      {words.toProblems}
    </button>
  );
}
