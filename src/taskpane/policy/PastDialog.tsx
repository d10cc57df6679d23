import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { formatMonth } from "../../units";
import { pastWords, sayFromOpen, sayPastEffect } from "../../wording";
import { useWordsOf } from "../common/language";
import { PaneDialog } from "../common/PaneDialog";
import { useStore } from "../common/store";
import type { PolicySectionProps } from "./sectionProps";

const useStyles = makeStyles({
  text: { margin: 0 },
  // The amounts are part of the choice, so they may take several lines.
  choice: { maxWidth: "none", justifyContent: "flex-start", textAlign: "start" },
});

/** Asks from which month a change of the policy holds, before months that have been paid change (rule W9). */
export function PastDialog({ store: { past } }: PolicySectionProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(pastWords);
  const question = useStore(past, (state) => state.question);
  // What was asked last stays drawn while the dialog closes by itself: the pane behind it is there again for everybody.
  const [last, setLast] = useState(question);
  if (question !== null && question !== last) setLast(question);
  const shown = question ?? last;
  if (shown === null) return null;
  const { month, canHoldBack, effect } = shown;
  const all = sayPastEffect(effect, language);
  return (
    <PaneDialog
      title={words.title}
      open={question !== null}
      mustAnswer
      stacked
      hooks={{ "data-past": effect.months }}
      onClose={() => past.choose("nothing")}
      actions={
        <>
          {canHoldBack ? (
            <Button
              appearance="primary"
              className={styles.choice}
              data-past-choice="fromOpen"
              onClick={() => past.choose("fromOpen")}
            >
              {sayFromOpen(formatMonth(month), language)}
            </Button>
          ) : null}
          <Button
            className={styles.choice}
            data-past-choice="all"
            onClick={() => past.choose("all")}
          >
            {all}
          </Button>
          <Button className={styles.choice} onClick={() => past.choose("nothing")}>
            {words.nothing}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{canHoldBack ? words.which : words.onlyAll}</p>
    </PaneDialog>
  );
}
