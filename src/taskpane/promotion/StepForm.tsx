import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import { writeVotes, type StepInFile } from "../../views";
import type { StepOutcome } from "./promotionStore";
import { promotionPageWords } from "../../wording";
import { useWordsOf } from "../common/language";

const useStyles = makeStyles({
  form: {
    display: "grid",
    gridTemplateColumns: "1fr 1fr",
    gap: "6px 8px",
    padding: "6px 0 8px 8px",
  },
  wide: { gridColumn: "1 / -1" },
  input: { minWidth: 0, "& input": { minWidth: 0, width: "100%" } },
  buttons: { gridColumn: "1 / -1", display: "flex", gap: "8px" },
  note: {
    gridColumn: "1 / -1",
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface StepFormProps {
  readonly step: StepInFile;
  readonly onSave: (outcome: StepOutcome) => void;
  readonly onCancel: () => void;
}

type Result = StepOutcome["result"];
const RESULTS: readonly Result[] = ["passed", "failed", "pending"];
const WHOLE_NUMBER = /^\d{1,4}$/u;

/** Votes as they are kept; null while they make no sense, "" while none are given. */
function votesOf(inFavour: string, cast: string): string | null {
  if (inFavour.trim() === "" && cast.trim() === "") return "";
  if (!WHOLE_NUMBER.test(inFavour.trim()) || !WHOLE_NUMBER.test(cast.trim())) return null;
  const votes = { inFavour: Number(inFavour), cast: Number(cast) };
  return votes.inFavour <= votes.cast ? writeVotes(votes) : null;
}

/** What came of a step: its result, votes or score, a note. Votes are counts and have no note. */
export function StepForm({ step, onSave, onCancel }: StepFormProps) {
  const styles = useStyles();
  const { words } = useWordsOf(promotionPageWords);
  const isVote = step.step.kind === "vote";
  const [result, setResult] = useState<Result>(step.state === "refused" ? "failed" : "passed");
  const [figure, setFigure] = useState(
    step.record?.figure.kind === "text" ? step.record.figure.text : "",
  );
  const [inFavour, setInFavour] = useState("");
  const [cast, setCast] = useState("");
  const [note, setNote] = useState(step.record?.note ?? "");
  const votes = votesOf(inFavour, cast);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (isVote && votes === null) return;
    onSave({
      result,
      figure: isVote ? (votes === "" ? null : votes) : step.step.scored ? figure : null,
      note: isVote ? null : note,
    });
  };
  const number = (label: string, value: string, change: (value: string) => void) => (
    <Field label={label} size="small">
      <Input
        className={styles.input}
        size="small"
        inputMode="numeric"
        value={value}
        onChange={(_, data) => change(data.value)}
      />
    </Field>
  );
  return (
    <form className={styles.form} onSubmit={save}>
      <Field label={words.result} size="small" className={isVote ? styles.wide : undefined}>
        <Select
          size="small"
          value={result}
          onChange={(_, { value }) =>
            setResult(RESULTS.find((candidate) => candidate === value) ?? "pending")
          }
        >
          {RESULTS.map((candidate) => (
            <option key={candidate} value={candidate}>
              {words.results[candidate]}
            </option>
          ))}
        </Select>
      </Field>
      {isVote ? (
        <>
          {number(words.inFavour, inFavour, setInFavour)}
          {number(words.votesCast, cast, setCast)}
          <p className={styles.note} role={votes === null ? "alert" : undefined}>
            {votes === null ? words.votesWrong : words.votesAnonymous}
          </p>
        </>
      ) : (
        <>
          {step.step.scored ? (
            <Field label={words.figure} size="small">
              <Input
                className={styles.input}
                size="small"
                value={figure}
                onChange={(_, { value }) => setFigure(value)}
              />
            </Field>
          ) : null}
          <Field label={words.note} size="small" className={styles.wide}>
            <Input
              className={styles.input}
              size="small"
              value={note}
              onChange={(_, { value }) => setNote(value)}
            />
          </Field>
        </>
      )}
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" type="submit">
          {words.save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {words.dismiss}
        </Button>
      </div>
    </form>
  );
}
