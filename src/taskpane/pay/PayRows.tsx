import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CellRef } from "../../grid";
import type { PaidEntry, UnpaidEntry } from "../../views";
import { formatYuan } from "../../units";
import { payPageWords, sayPayColumn, sayPayParts, sayUnpaid } from "../../wording";
import { useWordsOf } from "../common/language";
import { useRowStyles } from "../common/rowStyles";

const useStyles = makeStyles({
  top: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: "8px" },
  name: { fontWeight: tokens.fontWeightSemibold },
  gross: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  parts: { display: "flex", flexWrap: "wrap", columnGap: "12px" },
  reason: { display: "block" },
});

interface RowProps<E> {
  readonly entry: E;
  readonly onSelect: (cell: CellRef) => void;
}

/** Somebody's pay of the month, each component with its clause; a click goes to the row of the score sheet. */
export function PayslipRow({
  entry,
  netted,
  onSelect,
}: RowProps<PaidEntry> & { readonly netted: boolean }) {
  const styles = useStyles();
  const rows = useRowStyles();
  const { language, words } = useWordsOf(payPageWords);
  const { person, pay, cell } = entry;
  const shown = netted ? pay.net : pay.gross.amount;
  return (
    <button
      type="button"
      className={mergeClasses(rows.row, rows.clickable)}
      onClick={() => onSelect(cell)}
      data-payslip={person.employeeId === "" ? person.name : person.employeeId}
      data-gross={pay.gross.amount}
    >
      <span className={styles.top}>
        <span>
          <span className={styles.name}>
            {person.name === "" ? person.employeeId : person.name}
          </span>{" "}
          <span className={styles.quiet}>
            {person.employeeId} {pay.level.name[language]}
          </span>
        </span>
        <span className={styles.gross}>
          {netted ? words.net : sayPayColumn("gross", language)} {formatYuan(shown)}
        </span>
      </span>
      <span className={styles.parts}>
        {sayPayParts(pay, language).map(({ label, amount, clause }) => (
          <span key={label}>
            {label} {amount} <span className={styles.quiet}>{clause}</span>
          </span>
        ))}
      </span>
    </button>
  );
}

/** Somebody whose pay cannot be determined, and why; a click goes to the cell to mend. */
export function UnpaidRow({ entry, onSelect }: RowProps<UnpaidEntry>) {
  const styles = useStyles();
  const rows = useRowStyles();
  const { language, words } = useWordsOf(payPageWords);
  const { person, pay, cell } = entry;
  const who = person.name === "" ? person.employeeId : person.name;
  return (
    <button
      type="button"
      className={mergeClasses(rows.row, rows.clickable)}
      onClick={() => onSelect(pay.cell ?? cell)}
      data-unpaid={person.employeeId === "" ? person.name : person.employeeId}
      data-reason={pay.why.kind}
    >
      <span className={styles.name}>{who === "" ? words.nameless : who}</span>{" "}
      <span className={styles.quiet}>{person.employeeId}</span>
      <span className={styles.reason}>{sayUnpaid(pay.why, language)}</span>
    </button>
  );
}
