import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { PolicyFault } from "../../problems";
import type { WitnessRead } from "../../tasks";
import { policyRescueWords, sayTrouble } from "../../wording";
import { useWordsOf } from "../common/language";
import { useBusy, usePane } from "../common/pane";
import { Message } from "../shell/Message";
import { keptStoreOf } from "./kept/keptStore";
import { RestoreCopy } from "./kept/RestoreCopy";
import { offerFile } from "./offerFile";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  sure: { margin: 0 },
});

/** Where no other program, later version or moment can help. */
const MAY_START_AFRESH: ReadonlySet<PolicyFault> = new Set([
  "broken",
  "tooLarge",
  "departmentBroken",
]);

interface RescueProps {
  readonly why: PolicyFault;
  readonly parts: readonly string[];
  /** The hidden copy, which may be whole where the settings are not. */
  readonly witness: WitnessRead;
}

/** Settings that cannot be followed are left alone: HR may take them out as they are, and start afresh. */
export function Rescue({ why, parts, witness }: RescueProps) {
  const store = keptStoreOf(usePane());
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
      {why === "broken" && witness.kind === "intact" ? (
        <RestoreCopy store={store} copy={witness} />
      ) : null}
      <div className={styles.buttons}>
        {parts.length === 0 ? null : (
          <Button
            onClick={() => offerFile("policy-settings.xml", parts.join("\n"), "application/xml")}
          >
            {words.exportRaw}
          </Button>
        )}
        {!MAY_START_AFRESH.has(why) || asked ? null : (
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
