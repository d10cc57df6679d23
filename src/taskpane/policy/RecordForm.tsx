import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Decision, EditIssue } from "../../policy";
import { formatMonth } from "../../units";
import { sayEditProblem, policyPageWords } from "../../wording";
import type { PolicyStore } from "./policyStore";
import { useWordsOf } from "../common/language";
import { useBusy } from "../common/pane";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "6px", width: "100%" },
  buttons: { display: "flex", gap: "6px" },
});

interface RecordFormProps {
  readonly store: PolicyStore;
  readonly decision: Decision;
  /** Open at once, since it should be known who approved it. */
  readonly asks: boolean;
}

/** Who decided, why and from which month: added to a decision that has been taken already. */
export function RecordForm({ store, decision, asks }: RecordFormProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyPageWords);
  const busy = useBusy();
  const since = decision.from === undefined ? "" : formatMonth(decision.from);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ by: decision.by, note: decision.note, from: since });
  const [issues, setIssues] = useState<readonly EditIssue[]>([]);
  if (!open && !asks)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {words.addToRecord}
      </Button>
    );
  const problem = (path: keyof typeof typed): { readonly validationMessage?: string } => {
    const found = issues.find((issue) => issue.path === path);
    return found === undefined
      ? {}
      : { validationMessage: sayEditProblem(found.problem, language) };
  };
  const save = async (): Promise<void> => {
    const key = { reading: decision.reading, ...(since === "" ? {} : { from: since }) };
    const change = await store.annotate(key, typed);
    setIssues(change?.kind === "refused" ? change.issues : []);
    if (change?.kind === "saved" || change?.kind === "unchanged") setOpen(false);
  };
  const field = (name: keyof typeof typed, label: string, hint?: string) => (
    <Field label={label} size="small" {...(hint === undefined ? {} : { hint })} {...problem(name)}>
      <Input
        size="small"
        value={typed[name]}
        onChange={(_, { value }) => setTyped({ ...typed, [name]: value })}
      />
    </Field>
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {field("by", asks ? words.byBlocking : words.by)}
      {field("note", words.note)}
      {field("from", words.from, words.fromHint)}
      <div className={styles.buttons}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
          {words.save}
        </Button>
        <Button
          size="small"
          onClick={() => {
            setOpen(false);
            store.askLater();
          }}
        >
          {words.close}
        </Button>
      </div>
    </form>
  );
}
