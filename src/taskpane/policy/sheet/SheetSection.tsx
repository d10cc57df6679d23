import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { writePolicySheet } from "../../../tasks";
import { saySheetWritten, policyValuesWords } from "../../../wording";
import { PolicyCard } from "../PolicyCard";
import type { PolicySectionProps } from "../sectionProps";
import { StatusAt } from "../StatusAt";
import { useWordsOf } from "../../common/language";
import { useStore } from "../../common/store";
import { useBusy, usePane } from "../../common/pane";

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px" },
});

/** "制度说明": the policy in force as a worksheet to hand round. */
export function SheetSection({ store }: PolicySectionProps) {
  const pane = usePane();
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  const busy = useBusy();
  const [openQuestions, setOpenQuestions] = useState(false);
  const policy = useStore(store, (state) => state.policy);
  const month = useStore(store, (state) => state.overview?.month ?? null);
  if (policy?.kind !== "read" || month === null) return null;
  const write = (): Promise<void> => {
    store.at("sheet");
    return pane.tasks.perform(
      { doing: "writingPolicySheet", stage: "writing", cancellable: true },
      async (signal) => {
        const written = await writePolicySheet(pane.gateway, policy.book, month, {
          openQuestions,
          language,
          signal,
          onProgress: pane.tasks.progress,
        });
        pane.notices.tell((said) => saySheetWritten(written.sheet.name, written.refreshed, said));
      },
    );
  };
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
      <StatusAt store={store} place="sheet" />
    </PolicyCard>
  );
}
