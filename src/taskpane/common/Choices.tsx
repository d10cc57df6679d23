import { Field, makeStyles, Select } from "@fluentui/react-components";
import { formatMonth, type Month } from "../../units";
import { sayFound } from "../../wording";
import { useWords } from "./language";
import { usePane } from "./pane";
import { useStore } from "./store";
import type { MonthState } from "../shell/openMonth";

const useStyles = makeStyles({
  choices: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "8px" },
  field: { minWidth: 0 },
  select: { minWidth: 0, "& select": { textOverflow: "ellipsis" } },
});

const FOUND = "";

interface ChoicesProps {
  readonly disabled: boolean;
  /** What the page has found; without it, what validating has. */
  readonly found?: FoundMonth | null;
}

/** The sheet and month that a page is about. */
export interface FoundMonth {
  readonly sheetName: string;
  readonly month: Month | null;
  readonly months: readonly Month[];
}

function validated({ validation }: MonthState): FoundMonth | null {
  if (validation === null) return null;
  const { report, sheet } = validation;
  return { sheetName: sheet.name, month: report.asOf, months: report.months };
}

/** Which sheet and which month: what was found, and what HR may pick instead. */
export function Choices({ disabled, found }: ChoicesProps) {
  const styles = useStyles();
  const { language, words } = useWords();
  const { month: openMonth } = usePane();
  const state = useStore(openMonth, (all) => all);
  const { sheets, sheetId, month } = state;
  const known = found ?? validated(state);
  const sheetFound = sheetId === null ? known?.sheetName : undefined;
  const monthFound = month === null ? known?.month : undefined;
  const months = [...(known?.months ?? [])].reverse();
  return (
    <div className={styles.choices}>
      <Field className={styles.field} label={words.sheet} size="small">
        <Select
          className={styles.select}
          disabled={disabled}
          value={sheetId ?? FOUND}
          onChange={(_, { value }) => openMonth.chooseSheet(value === FOUND ? null : value)}
        >
          <option value={FOUND}>{sayFound(sheetFound, language)}</option>
          {/* A sheet that we have written is never a score sheet. */}
          {sheets
            .filter(({ visible, tag }) => visible && tag === null)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </Select>
      </Field>
      <Field className={styles.field} label={words.month} size="small">
        <Select
          className={styles.select}
          disabled={disabled || months.length === 0}
          value={month === null ? FOUND : formatMonth(month)}
          onChange={(_, { value }) =>
            openMonth.chooseMonth(
              months.find((candidate) => formatMonth(candidate) === value) ?? null,
            )
          }
        >
          <option value={FOUND}>
            {sayFound(
              monthFound === undefined || monthFound === null ? undefined : formatMonth(monthFound),
              language,
            )}
          </option>
          {months.map((candidate) => (
            <option key={candidate} value={formatMonth(candidate)}>
              {formatMonth(candidate)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
