import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { policyRescueWords, sayTrouble } from "../../wording";
import { useWordsOf } from "../shared/language";
import { Message } from "../shell/Message";
import { offerFile } from "./offerFile";
import type { PolicyStore } from "./policyStore";
import { useBusy } from "../shared/pane";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  sure: { margin: 0 },
});

interface RescueProps {
  readonly store: PolicyStore;
  readonly why: "broken" | "newer" | "tooLarge" | "notReached";
  readonly parts: readonly string[];
}

/** Settings that cannot be followed are left alone: HR may take them out as they are, and start afresh. */
export function Rescue({ store, why, parts }: RescueProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyRescueWords);
  const busy = useBusy();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Message
        intent="error"
        message={sayTrouble({ kind: "policyUnreadable", why, doing: "showingPolicy" }, language)}
      />
      <div className={styles.buttons}>
        {parts.length === 0 ? null : (
          <Button
            onClick={() => offerFile("policy-settings.xml", parts.join("\n"), "application/xml")}
          >
            {words.exportRaw}
          </Button>
        )}
        {(why !== "broken" && why !== "tooLarge") || asked ? null : (
          <Button disabledFocusable={busy} onClick={() => setAsked(true)}>
            {words.startAfresh}
          </Button>
        )}
      </div>
      {asked ? (
        <>
          <p className={styles.sure} role="alert">
            {words.sure}
          </p>
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => void store.startAfresh()}
            >
              {words.replace}
            </Button>
            <Button onClick={() => setAsked(false)}>{words.keep}</Button>
          </div>
        </>
      ) : null}
    </>
  );
}
