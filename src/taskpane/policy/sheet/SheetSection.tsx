import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { writePolicySheet } from "../../../tasks";
import { saySheetWritten } from "../../../wording";
import { PolicyCard } from "../PolicyCard";
import type { PolicySectionProps } from "../sectionProps";
import { useBusy, usePolicy } from "../usePolicy";
import { useValuesWords } from "../values/useValues";

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px" },
});

/** "制度说明": the policy in force as a worksheet to hand round. */
export function SheetSection({ store }: PolicySectionProps) {
  const styles = useStyles();
  const { language, words } = useValuesWords();
  const busy = useBusy(store);
  const [openQuestions, setOpenQuestions] = useState(false);
  const policy = usePolicy(store, (state) => state.policy);
  const month = usePolicy(store, (state) => state.overview?.month ?? null);
  if (policy?.kind !== "read" || month === null) return null;
  const { pane } = store;
  const write = (): Promise<void> =>
    pane.perform({ stage: "writing", cancellable: true }, async (signal) => {
      const written = await writePolicySheet(pane.gateway, policy.book, month, {
        openQuestions,
        language,
        signal,
        onProgress: pane.progress,
      });
      pane.tell((said) => saySheetWritten(written.sheet.name, written.refreshed, said));
    });
  return (
    <PolicyCard id="sheet" title={words.sheet}>
      <p className={styles.text}>{words.sheetHint}</p>
      <div className={styles.row}>
        <Button disabledFocusable={busy} onClick={() => void write()}>
          {words.writeSheet}
        </Button>
        <Checkbox
          label={words.openQuestions}
          checked={openQuestions}
          onChange={(_, { checked }) => setOpenQuestions(checked === true)}
        />
      </div>
    </PolicyCard>
  );
}
