import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { closedPageWords, sayClosedEffect } from "../../wording";
import { useWordsOf } from "../common/language";
import { usePane } from "../common/pane";
import { useStore } from "../common/store";
import { PreviewDialog } from "../sheet/PreviewDialog";
import { closedStoreOf, type ClosedQuestion as Question, type ClosedStore } from "./closedStore";
import { SignatureFields } from "./SignatureForm";

const useStyles = makeStyles({
  effect: { margin: 0, padding: 0, listStyleType: "none" },
  head: { fontWeight: tokens.fontWeightSemibold },
});

interface AskedProps {
  readonly store: ClosedStore;
  readonly question: Question;
  readonly open: boolean;
}

function Asked({ store, question, open }: AskedProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(closedPageWords);
  const [typed, setTyped] = useState({ by: store.read().by, reason: "" });
  const isComplete = typed.by.trim() !== "" && typed.reason.trim() !== "";
  return (
    <PreviewDialog
      open={open}
      title={words.question}
      confirm={words.saveAll}
      canConfirm={isComplete}
      onConfirm={() => {
        if (isComplete) store.answer(typed);
      }}
      onClose={() => store.answer(null)}
    >
      {question.effects.map(({ closed: { record }, changes }) => {
        const last = record.log.filter(({ kind }) => kind === "closed").at(-1);
        if (last === undefined) return null;
        const said = { month: record.month, last, changes, sheetName: record.sheet.name };
        const [head, ...lines] = sayClosedEffect(said, language);
        return (
          <ul key={record.month} className={styles.effect} data-closed-effect="">
            <li className={styles.head}>{head}</li>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        );
      })}
      <SignatureFields
        {...typed}
        needsReason
        asked={false}
        onChange={(change) => setTyped({ ...typed, ...change })}
      />
    </PreviewDialog>
  );
}

/** Asks for the reason before a change of the policy is saved that changes closed months, whichever page saves it. */
export function ClosedQuestion() {
  const store = closedStoreOf(usePane());
  const { question, asked } = useStore(store, (state) => state);
  const shown = question ?? asked;
  // The dialog closes by itself, so that the pane behind it is there again for everybody.
  return shown === null ? null : (
    <Asked key={shown.id} store={store} question={shown} open={question !== null} />
  );
}
