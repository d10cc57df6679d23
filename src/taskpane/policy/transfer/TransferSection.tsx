import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { Doing } from "../../../problems";
import { exportPolicy, readPolicyFile, type PolicyFile } from "../../../tasks";
import { formatMonth } from "../../../units";
import {
  sayFileContent,
  sayFileLoses,
  sayImported,
  sayLint,
  sayNewerSchema,
  sayPartProblem,
  sayPartReport,
  policyValuesWords,
  sayPolicyFile,
} from "../../../wording";
import { ShortList } from "../../common/ShortList";
import { Message } from "../../shell/Message";
import { offerFile } from "../offerFile";
import { PolicyCard } from "../PolicyCard";
import type { PolicySectionProps } from "../sectionProps";
import { StatusAt } from "../StatusAt";
import { valuesStoreOf } from "../values/valuesStore";
import { useWordsOf } from "../../common/language";
import { useStore } from "../../common/store";
import { useBusy, usePane } from "../../common/pane";
import { FilePicker } from "../../common/FilePicker";

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

/** The policy as a file: given out, and taken in after HR has seen what is in it. */
export function TransferSection({ store }: PolicySectionProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  const pane = usePane();
  const busy = useBusy();
  const policy = useStore(store, (state) => state.policy);
  const month = useStore(store, (state) => state.overview?.month ?? null);
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<PolicyFile | null>(null);
  const values = valuesStoreOf(pane);
  if (policy?.kind !== "read" || month === null) return null;
  const { stored } = policy;
  const attempt = (doing: Doing, action: () => Promise<void>): void => {
    store.at("transfer");
    action().catch((error: unknown) => pane.notices.complain(error, doing));
  };
  const read = async (picked: File): Promise<void> => {
    setFile(await readPolicyFile(picked, stored, month));
  };
  const replace = async (incoming: Extract<PolicyFile, { kind: "read" }>): Promise<void> => {
    const change = await values.replace(incoming.stored);
    if (change?.kind !== "saved" && change?.kind !== "unchanged") return;
    setFile(null);
    pane.notices.tell(sayImported);
  };
  return (
    <PolicyCard id="transfer" title={words.transfer}>
      <p className={styles.text}>{words.transferHint}</p>
      <div className={styles.buttons}>
        <Button
          onClick={() =>
            attempt("exportingPolicy", async () =>
              offerFile(
                sayPolicyFile(formatMonth(month), language),
                await exportPolicy(stored),
                "application/json",
              ),
            )
          }
        >
          {words.export}
        </Button>
        <Button
          onClick={() =>
            attempt("exportingPolicy", async () => {
              await navigator.clipboard.writeText(await exportPolicy(stored));
              pane.notices.tell(() => ({ what: words.copied, next: "" }));
            })
          }
        >
          {words.copy}
        </Button>
        <Button disabledFocusable={busy} onClick={() => picker.current?.click()}>
          {words.import}
        </Button>
        <FilePicker
          ref={picker}
          label={words.import}
          accept=".json,application/json"
          onPick={([picked]) => {
            if (picked !== undefined) attempt("importingPolicy", () => read(picked));
          }}
        />
      </div>
      <p className={styles.text}>{words.importHint}</p>
      <StatusAt store={store} place="transfer" />
      {file === null ? null : (
        <FileSeen
          file={file}
          busy={busy}
          onReplace={(incoming) => attempt("savingPolicy", () => replace(incoming))}
          onClose={() => setFile(null)}
        />
      )}
    </PolicyCard>
  );
}

interface FileSeenProps {
  readonly file: PolicyFile;
  readonly busy: boolean;
  readonly onReplace: (file: Extract<PolicyFile, { kind: "read" }>) => void;
  readonly onClose: () => void;
}

/** What a picked file holds and what taking it means, or why it is not taken. */
function FileSeen({ file, busy, onReplace, onClose }: FileSeenProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  const close = (
    <div className={styles.buttons}>
      <Button size="small" onClick={onClose}>
        {words.close}
      </Button>
    </div>
  );
  switch (file.kind) {
    case "newerSchema":
      return (
        <div data-import="refused">
          <Message
            intent="error"
            message={{ what: words.importRefused, next: sayNewerSchema(file.schema, language) }}
          />
          {close}
        </div>
      );
    case "broken":
      return (
        <div data-import="refused">
          <Message intent="error" message={{ what: words.importRefused, next: words.otherFile }} />
          <ShortList lines={file.problems.map((problem) => sayPartProblem(problem, language))} />
          {close}
        </div>
      );
    case "read": {
      const { replacing, reports } = file;
      const loses = sayFileLoses(replacing, language);
      return (
        <div data-import="read" role="group" aria-label={words.import}>
          <p className={styles.text}>{sayFileContent(replacing, language)}</p>
          {loses === "" ? null : <Message intent="warning" message={{ what: loses, next: "" }} />}
          {reports.length === 0 ? null : (
            <>
              <p className={styles.text}>{words.importKept}</p>
              <ShortList lines={reports.map((report) => sayPartReport(report, language))} />
            </>
          )}
          {replacing.errors.length === 0 ? null : (
            <>
              <p className={styles.text}>{words.importErrors}</p>
              <ShortList lines={replacing.errors.map((error) => sayLint(error, language))} />
            </>
          )}
          <div className={styles.buttons}>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => onReplace(file)}>
              {words.replace}
            </Button>
            <Button onClick={onClose}>{words.close}</Button>
          </div>
        </div>
      );
    }
  }
}
