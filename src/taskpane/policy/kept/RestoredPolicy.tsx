import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import {
  policyDepartmentWords,
  policyKeptWords,
  sayRestored,
  sayTakenOver,
} from "../../../wording";
import { useWordsOf } from "../../common/language";
import { useBusy } from "../../common/pane";
import { Message } from "../../shell/Message";
import type { KeptStore, Restored } from "./keptStore";
import { useKeptStyles } from "./keptStyles";

interface RestoredPolicyProps {
  readonly store: KeptStore;
  readonly restored: Restored;
}

/** What has come back, and the way to take it back. */
export function RestoredPolicy({ store, restored }: RestoredPolicyProps) {
  const styles = useKeptStyles();
  const { language, words } = useWordsOf(policyKeptWords);
  const { words: departmentWords } = useWordsOf(policyDepartmentWords);
  const busy = useBusy();
  const { takenOver, summary } = restored;
  const message = takenOver ? sayTakenOver(language) : sayRestored(summary, language);
  const section = useRef<HTMLElement>(null);
  // The button that was pressed is gone: the keyboard goes on from here.
  useEffect(() => section.current?.focus(), []);
  return (
    <section
      ref={section}
      tabIndex={-1}
      className={styles.card}
      aria-label={takenOver ? departmentWords.takeOver : words.restore}
      data-kept="restored"
    >
      <Message intent="success" message={message} />
      <div className={styles.buttons}>
        <Button disabledFocusable={busy} onClick={() => void store.undo()}>
          {takenOver ? departmentWords.undo : words.undo}
        </Button>
        <Button appearance="subtle" onClick={store.close}>
          {words.close}
        </Button>
      </div>
    </section>
  );
}
