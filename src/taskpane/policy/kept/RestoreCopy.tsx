import { Button } from "@fluentui/react-components";
import { policySummary } from "../../../views";
import { policyKeptWords } from "../../../wording";
import { Disclosure } from "../../common/Disclosure";
import { useWordsOf } from "../../common/language";
import { useBusy } from "../../common/pane";
import type { Copy, KeptStore } from "./keptStore";
import { useKeptStyles } from "./keptStyles";
import { PolicyLines } from "./PolicyLines";

interface RestoreCopyProps {
  readonly store: KeptStore;
  readonly copy: Copy;
}

/** What the hidden copy would bring back, and the button that does it. */
export function RestoreCopy({ store, copy }: RestoreCopyProps) {
  const styles = useKeptStyles();
  const { words } = useWordsOf(policyKeptWords);
  const busy = useBusy();
  return (
    <>
      <Disclosure title={words.contents}>
        <PolicyLines lines={policySummary(copy.stored).lines} />
      </Disclosure>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={busy}
          onClick={() => void store.restore(copy.stored)}
        >
          {words.restore}
        </Button>
      </div>
    </>
  );
}
