import { Button, Field, Input, makeStyles, Textarea } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { closedPageWords } from "../../wording";
import { useWordsOf } from "../common/language";
import { useBusy } from "../common/pane";

export const useSignatureStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "6px", width: "100%" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

interface SignatureFormProps {
  readonly by: string;
  /** Whether a reason is asked for; otherwise a remark may be left. */
  readonly needsReason: boolean;
  readonly confirm: string;
  readonly onConfirm: (by: string, reason: string) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

interface SignatureFieldsProps {
  readonly by: string;
  readonly reason: string;
  readonly needsReason: boolean;
  /** Whether what is missing is said. */
  readonly asked: boolean;
  readonly onChange: (change: { readonly by?: string; readonly reason?: string }) => void;
}

/** Who does it, and why. */
export function SignatureFields({
  by,
  reason,
  needsReason,
  asked,
  onChange,
}: SignatureFieldsProps) {
  const { words } = useWordsOf(closedPageWords);
  const missing = (text: string, said: string) =>
    asked && text.trim() === "" ? { validationMessage: said } : {};
  return (
    <>
      <Field label={words.by} size="small" required {...missing(by, words.byMissing)}>
        <Input size="small" value={by} onChange={(_, { value }) => onChange({ by: value })} />
      </Field>
      <Field
        label={needsReason ? words.reason : words.note}
        size="small"
        required={needsReason}
        {...(needsReason ? missing(reason, words.reasonMissing) : {})}
      >
        <Textarea
          size="small"
          value={reason}
          onChange={(_, { value }) => onChange({ reason: value })}
        />
      </Field>
    </>
  );
}

/** Asks who does something with a closed month, and why. */
export function SignatureForm({
  by,
  needsReason,
  confirm,
  onConfirm,
  onCancel,
  children,
}: SignatureFormProps) {
  const styles = useSignatureStyles();
  const { words } = useWordsOf(closedPageWords);
  const busy = useBusy();
  const [typed, setTyped] = useState({ by, reason: "" });
  const [asked, setAsked] = useState(false);
  const isComplete = typed.by.trim() !== "" && (!needsReason || typed.reason.trim() !== "");
  return (
    <form
      className={styles.form}
      // What is missing is said in the pane's own words.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (isComplete) onConfirm(typed.by, typed.reason);
      }}
    >
      {children}
      <SignatureFields
        {...typed}
        needsReason={needsReason}
        asked={asked}
        onChange={(change) => setTyped({ ...typed, ...change })}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
          {confirm}
        </Button>
        <Button size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
