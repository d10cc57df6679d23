import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Finding } from "../../findings";
import { ignoreWords, sayFindingTitle, sayIgnoreTitle } from "../../wording";
import { policyStoreOf } from "../policy/policyStore";
import { useWordsOf } from "../common/language";
import { usePane } from "../common/pane";
import { PreviewDialog } from "../sheet/PreviewDialog";
import { ignoreStoreOf } from "./ignoreStore";

const useStyles = makeStyles({
  usual: { display: "flex", flexWrap: "wrap", gap: "4px" },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** As long as a cell of a written sheet shows it. */
const LONGEST = 200;

/** Why findings are set aside, and who says so. */
export default function IgnoreDialog({
  asked,
}: {
  readonly asked: readonly [Finding, ...Finding[]];
}) {
  const styles = useStyles();
  const { language, words } = useWordsOf(ignoreWords);
  const pane = usePane();
  const store = ignoreStoreOf(pane);
  const policy = policyStoreOf(pane);
  const [reason, setReason] = useState("");
  const [by, setBy] = useState(() => policy.read().by);
  const canConfirm = reason.trim() !== "" && by.trim() !== "";
  const confirm = (): void => {
    if (!canConfirm) return;
    policy.setBy(by.trim());
    void store.ignore(asked, { reason: reason.trim(), by: by.trim() });
  };
  return (
    <PreviewDialog
      title={sayIgnoreTitle(sayFindingTitle(asked[0].type, language), asked.length, language)}
      confirm={asked.length === 1 ? words.ignore : words.ignoreAll}
      canConfirm={canConfirm}
      onConfirm={confirm}
      onClose={store.close}
    >
      <Field label={words.reason} required>
        <Input
          autoFocus
          value={reason}
          maxLength={LONGEST}
          onChange={(_, { value }) => setReason(value)}
          onKeyDown={({ key, nativeEvent }) => {
            // Enter that ends the spelling of a Chinese word confirms nothing.
            if (key === "Enter" && !nativeEvent.isComposing) confirm();
          }}
        />
      </Field>
      <div className={styles.usual} role="group" aria-label={words.usual}>
        {words.reasons.map((one) => (
          <Button key={one} size="small" onClick={() => setReason(one)}>
            {one}
          </Button>
        ))}
      </div>
      <Field label={words.by} required>
        <Input value={by} maxLength={LONGEST} onChange={(_, { value }) => setBy(value)} />
      </Field>
      <p className={styles.hint}>{words.comesBack}</p>
    </PreviewDialog>
  );
}
