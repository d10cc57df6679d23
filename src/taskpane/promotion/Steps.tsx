import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { memo, useState } from "react";
import type { PromotionFile, PromotionPerson, StepInFile } from "../../views";
import { sayStep, sayStepRecord, promotionPageWords } from "../../wording";
import type { PromotionStore } from "./promotionStore";
import { StepForm } from "./StepForm";
import { useWordsOf } from "../common/language";
import { useBusy } from "../common/pane";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  step: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, paddingBlock: "2px" },
  line: {
    display: "grid",
    gridTemplateColumns: "1fr auto auto",
    alignItems: "center",
    columnGap: "4px",
  },
  label: { minWidth: 0, overflowWrap: "anywhere" },
  state: { fontSize: tokens.fontSizeBase200 },
  refused: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorPaletteRedForeground1 },
  record: {
    paddingInlineStart: "32px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  button: { minWidth: "auto", paddingInline: "6px" },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

const SIGNS = { open: "○", done: "✓", refused: "✕" } as const;

interface StepsProps {
  readonly store: PromotionStore;
  readonly person: PromotionPerson;
  readonly file: PromotionFile;
}

interface StepProps extends StepsProps {
  readonly step: StepInFile;
  readonly index: number;
}

/** One attestation or step: ticking it writes its row; more is recorded with the form. */
function Step({ store, person, file, step, index }: StepProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(promotionPageWords);
  const busy = useBusy();
  const [isOpen, setOpen] = useState(false);
  const { state, record } = step;
  const said = sayStep(step.step, language);
  const recorded = record === null ? "" : sayStepRecord(record, language);
  return (
    <li className={styles.step} data-step={step.clause} data-state={state}>
      <div className={styles.line}>
        <Checkbox
          className={styles.label}
          label={said}
          checked={state === "done" ? true : state === "refused" ? "mixed" : false}
          disabled={busy}
          onChange={() =>
            void store.record(person, file, index, {
              result: state === "done" ? "pending" : "passed",
              figure: null,
              note: null,
            })
          }
        />
        <span className={`${styles.state} ${state === "refused" ? styles.refused : ""}`}>
          <span aria-hidden>{SIGNS[state]} </span>
          {words.states[state]}
        </span>
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          aria-expanded={isOpen}
          aria-label={`${words.record}: ${said}`}
          onClick={() => setOpen(!isOpen)}
        >
          {words.record}
        </Button>
      </div>
      {recorded === "" ? null : <div className={styles.record}>{recorded}</div>}
      {isOpen ? (
        <StepForm
          step={step}
          onCancel={() => setOpen(false)}
          onSave={(outcome) => {
            setOpen(false);
            void store.record(person, file, index, outcome);
          }}
        />
      ) : null}
    </li>
  );
}

/** The way to a level: every step with its state. */
export const Steps = memo(function Steps({ store, person, file }: StepsProps) {
  const styles = useStyles();
  const { words } = useWordsOf(promotionPageWords);
  if (file.steps.length === 0) return <p className={styles.note}>{words.noSteps}</p>;
  return (
    <>
      <ul className={styles.list}>
        {file.steps.map((step, index) => (
          <Step
            key={`${step.clause} ${step.step.label.zh}`}
            store={store}
            person={person}
            file={file}
            step={step}
            index={index}
          />
        ))}
      </ul>
      {file.unclear.length === 0 ? null : (
        <p className={styles.note}>
          {words.unclear}{" "}
          {file.unclear.map(({ item, row }) => `${row + 1}: ${item.seen}`).join("; ")}
        </p>
      )}
    </>
  );
});
