import { Field, Input } from "@fluentui/react-components";

/** The year that was typed; null where it is none of this or the last century. */
export function yearFromText(text: string): number | null {
  return /^(?:19|20)\d{2}$/u.test(text.trim()) ? Number(text.trim()) : null;
}

interface YearFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** Asks of which year months without one are. */
export function YearField({ label, hint, value, onValue }: YearFieldProps) {
  return (
    <Field label={label} hint={hint} size="small">
      <Input
        size="small"
        inputMode="numeric"
        value={value}
        onChange={(_, { value: typed }) => onValue(typed)}
      />
    </Field>
  );
}
