import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { readPayMonth, type OpenedMonth } from "../../tasks";
import { closedPageWords, sayClosingDoubts, type Language } from "../../wording";
import type { PayMonth } from "../../views";
import { useWordsOf } from "../common/language";
import { SignatureForm } from "./SignatureForm";

const useStyles = makeStyles({
  hint: { margin: 0, lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2 },
  doubt: { margin: 0, lineHeight: tokens.lineHeightBase300 },
});

interface CloseFormProps {
  readonly opened: OpenedMonth;
  readonly by: string;
  readonly onConfirm: (by: string, note: string, language: Language) => void;
  readonly onCancel: () => void;
}

/** Asks who closes the month; says before what is still open in it, and keeps nobody from closing it. */
export function CloseForm({ opened, by, onConfirm, onCancel }: CloseFormProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(closedPageWords);
  const [pay, setPay] = useState<PayMonth | null>(null);
  useEffect(() => {
    let isShown = true;
    void readPayMonth(opened).then(({ pay: read }) => {
      if (isShown) setPay(read);
    });
    return () => {
      isShown = false;
    };
  }, [opened]);
  const doubts =
    pay === null
      ? []
      : sayClosingDoubts(
          { unpaid: pay.unpaid.length, undecided: pay.undecided.map(({ title }) => title) },
          language,
        );
  return (
    <SignatureForm
      by={by}
      needsReason={false}
      confirm={words.closeNow}
      onCancel={onCancel}
      onConfirm={(who, note) => onConfirm(who, note, language)}
    >
      <p className={styles.hint}>{words.closeHint}</p>
      {doubts.map((doubt) => (
        <p key={doubt} className={styles.doubt} data-closing-doubt="">
          {doubt}
        </p>
      ))}
    </SignatureForm>
  );
}
