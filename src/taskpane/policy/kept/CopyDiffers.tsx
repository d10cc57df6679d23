import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { StoredPolicy } from "../../../policy";
import type { CopyState } from "../../../tasks";
import { policyKeptWords, sayCopyDiffers } from "../../../wording";
import { useWordsOf } from "../../common/language";
import { useBusy } from "../../common/pane";
import { Message } from "../../shell/Message";
import type { KeptStore } from "./keptStore";
import { Comparison } from "./Comparison";
import { useKeptStyles } from "./keptStyles";

interface CopyDiffersProps {
  readonly store: KeptStore;
  /** The settings in force. */
  readonly stored: StoredPolicy;
  readonly copy: Extract<CopyState, { readonly kind: "differs" }>;
}

/** The settings hold; their hidden copy says something else, and HR says which is right. */
export function CopyDiffers({ store, stored, copy }: CopyDiffersProps) {
  const styles = useKeptStyles();
  const { language, words } = useWordsOf(policyKeptWords);
  const busy = useBusy();
  const [compared, setCompared] = useState(false);
  return (
    <section className={styles.card} aria-labelledby="copy-differs" data-kept="differs">
      <h2 id="copy-differs" className={styles.title}>
        {words.differs}
      </h2>
      <Message intent="warning" message={sayCopyDiffers(copy.day, language)} />
      {compared ? (
        <Comparison
          current={stored}
          other={copy.stored}
          titles={{ onlyInOther: words.onlyInCopy, onlyInCurrent: words.onlyInSettings }}
        />
      ) : null}
      <div className={styles.buttons}>
        {compared ? (
          <Button disabledFocusable={busy} onClick={() => void store.restore(copy.stored)}>
            {words.takeCopy}
          </Button>
        ) : (
          <Button onClick={() => setCompared(true)}>{words.compare}</Button>
        )}
        <Button disabledFocusable={busy} onClick={() => void store.keepSettings(stored)}>
          {words.keepSettings}
        </Button>
      </div>
    </section>
  );
}
