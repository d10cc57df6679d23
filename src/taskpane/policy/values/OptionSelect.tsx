import { Select } from "@fluentui/react-components";

export type Option = readonly [id: string, label: string];

interface OptionSelectProps {
  readonly className: string;
  /** What it is called, where no field around it says so. */
  readonly label?: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onValue: (value: string) => void;
}

/** A choice of one; a value that is none of the options is shown as it is. */
export function OptionSelect({ className, label, value, options, onValue }: OptionSelectProps) {
  return (
    <Select
      className={className}
      size="small"
      value={value}
      onChange={(_, { value: chosen }) => onValue(chosen)}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {options.some(([id]) => id === value) ? null : <option value={value}>{value}</option>}
      {options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </Select>
  );
}
