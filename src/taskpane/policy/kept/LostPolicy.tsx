import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { exportPolicy, type WitnessRead } from "../../../tasks";
import { policySummary } from "../../../views";
import { policyDepartmentWords, policyKeptWords, sayLost, sayLostForGood } from "../../../wording";
import { useWordsOf } from "../../common/language";
import { useBusy, usePane } from "../../common/pane";
import { useStore } from "../../common/store";
import { Message } from "../../shell/Message";
import { offerFile } from "../offerFile";
import type { KeptStore } from "./keptStore";
import { useKeptStyles } from "./keptStyles";
import { RestoreCopy } from "./RestoreCopy";

interface LostPolicyProps {
  readonly store: KeptStore;
  readonly witness: WitnessRead;
}

/** The settings are gone from the file: what they were, and the ways to have them back. */
export function LostPolicy({ store, witness }: LostPolicyProps) {
  const styles = useKeptStyles();
  const { language, words } = useWordsOf(policyKeptWords);
  const { words: departmentWords } = useWordsOf(policyDepartmentWords);
  const busy = useBusy();
  const department = useStore(store, (state) => state.department);
  const found = useStore(store, (state) => state.found);
  const copy = witness.kind === "intact" ? witness : found;
  const damaged = witness.kind === "broken";
  useEffect(() => {
    if (damaged) void store.search();
  }, [damaged, store]);
  const message =
    copy !== null
      ? sayLost(policySummary(copy.stored), copy.day, language)
      : sayLostForGood(witness.kind === "newer" ? "newer" : "broken", language);
  return (
    <section className={styles.card} aria-labelledby="lost-policy" data-kept="lost">
      <h2 id="lost-policy" className={styles.title}>
        {words.lost}
      </h2>
      <Message intent="error" message={message} />
      {copy === null ? null : <RestoreCopy store={store} copy={copy} />}
      <div className={styles.buttons}>
        {department === null ? null : (
          <Button disabledFocusable={busy} onClick={() => void store.takeOver(department)}>
            {departmentWords.takeOver}
          </Button>
        )}
        <FileButton store={store} busy={busy} />
        {copy === null ? null : <ExportButton stored={copy.stored} />}
      </div>
      {witness.kind === "newer" ? null : (
        <StartAfresh store={store} busy={busy} sure={copy === null ? "sureOfNothing" : "sure"} />
      )}
    </section>
  );
}

interface ButtonProps {
  readonly store: KeptStore;
  readonly busy: boolean;
}

function FileButton({ store, busy }: ButtonProps) {
  const styles = useKeptStyles();
  const { words } = useWordsOf(policyKeptWords);
  const pane = usePane();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button disabledFocusable={busy} onClick={() => picker.current?.click()}>
        {words.fromFile}
      </Button>
      <input
        ref={picker}
        className={styles.hidden}
        type="file"
        accept=".json,application/json"
        aria-label={words.fromFile}
        onChange={({ currentTarget }) => {
          const picked = currentTarget.files?.[0];
          if (picked !== undefined)
            store
              .restoreFrom(picked)
              .catch((error: unknown) => pane.notices.complain(error, "importingPolicy"));
          // The same file may be picked again once it is mended.
          currentTarget.value = "";
        }}
      />
    </>
  );
}

function ExportButton({ stored }: { readonly stored: Parameters<typeof exportPolicy>[0] }) {
  const { words } = useWordsOf(policyKeptWords);
  const pane = usePane();
  const give = async (): Promise<void> =>
    offerFile("policy.json", await exportPolicy(stored), "application/json");
  return (
    <Button
      onClick={() =>
        void give().catch((error: unknown) => pane.notices.complain(error, "exportingPolicy"))
      }
    >
      {words.exportCopy}
    </Button>
  );
}

/** The built-in policy in the place of what was lost: asked twice, since the copy is removed with it. */
function StartAfresh({
  store,
  busy,
  sure,
}: ButtonProps & { readonly sure: "sure" | "sureOfNothing" }) {
  const styles = useKeptStyles();
  const { words } = useWordsOf(policyKeptWords);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <div className={styles.buttons}>
        <Button
          appearance="subtle"
          aria-expanded={asked}
          disabledFocusable={busy}
          onClick={() => setAsked(!asked)}
        >
          {words.startAfresh}
        </Button>
      </div>
      {asked ? (
        <>
          <p className={styles.text} role="alert">
            {words[sure]}
          </p>
          <div className={styles.buttons}>
            <Button disabledFocusable={busy} onClick={() => void store.startAfresh()}>
              {words.replace}
            </Button>
          </div>
        </>
      ) : null}
    </>
  );
}
