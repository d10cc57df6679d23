import { Button, makeStyles } from "@fluentui/react-components";
import { memo } from "react";
import type { Finding } from "../../findings";
import { mappingWords } from "../../wording";
import type { ColumnsStore } from "../columns/columnsStore";
import { useWordsOf } from "../common/language";
import { useTabStop } from "../common/lineFocus";

const useStyles = makeStyles({ action: { padding: "0 10px 8px" } });

interface FindingActionProps {
  readonly finding: Finding;
  readonly store: ColumnsStore;
}

/** What HR can say to a finding at once: that a 0 is a score, that somebody left. */
export const FindingAction = memo(function FindingAction({ finding, store }: FindingActionProps) {
  const styles = useStyles();
  const { words } = useWordsOf(mappingWords);
  const tabIndex = useTabStop();
  const { person } = finding;
  if (person === null) return null;
  const [text, act] = ((): readonly [string, (() => Promise<void>) | null] => {
    switch (finding.type) {
      case "scoreZero":
        return [
          finding.confirmed ? words.takeBack : words.confirmZero,
          () => store.confirmZero(finding, !finding.confirmed),
        ];
      case "noLongerScored":
        return [words.hasLeft, () => store.sayLeft(person, true)];
      default:
        return ["", null];
    }
  })();
  if (act === null) return null;
  return (
    <div className={styles.action}>
      <Button size="small" tabIndex={tabIndex} onClick={() => void act()}>
        {text}
      </Button>
    </div>
  );
});
