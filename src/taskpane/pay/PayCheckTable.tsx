import { Button, Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { CellRef } from "../../grid";
import { formatYuan } from "../../units";
import { isDifferent, type PayCheck, type PayCheckLine } from "../../views";
import {
  payCheckWords,
  sayPayCheckColumn,
  sayPayCheckCounts,
  sayPayCheckPart,
  sayPayCheckReason,
  saySigned,
  sayTyped,
  type PayCheckColumn,
} from "../../wording";
import { useWordsOf } from "../common/language";
import { Lines } from "../common/Lines";
import { useRowStyles } from "../common/rowStyles";
import { useSectionStyles } from "../common/section";
import { useStore } from "../common/store";
import { ALL_DRAWN } from "./PayFindings";
import type { PayStore } from "./payStore";

const COLUMNS = "minmax(0, 1.35fr) minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr)";

const useStyles = makeStyles({
  tools: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 8px",
    padding: "0 10px 8px",
  },
  headings: {
    display: "grid",
    gridTemplateColumns: COLUMNS,
    columnGap: "6px",
    padding: "2px 10px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  cells: {
    display: "grid",
    gridTemplateColumns: COLUMNS,
    columnGap: "6px",
    alignItems: "baseline",
  },
  number: {
    textAlign: "end",
    fontVariantNumeric: "tabular-nums",
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
  heard: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  part: { display: "block", fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  differs: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorPaletteRedForeground1 },
  reason: {
    display: "block",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
});

interface PayCheckTableProps {
  readonly check: PayCheck;
  readonly store: PayStore;
  readonly disabled: boolean;
  readonly onSelect: (cell: CellRef) => void;
}

/** Typed pay beside the policy, part by part, for those who have any; each row leads to its cell. */
export function PayCheckTable({ check, store, disabled, onSelect }: PayCheckTableProps) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { language, words } = useWordsOf(payCheckWords);
  const onlyDifferent = useStore(store, (state) => state.onlyDifferent);
  const lines = useMemo(
    () => (onlyDifferent ? check.lines.filter(isDifferent) : check.lines),
    [check, onlyDifferent],
  );
  if (check.lines.length === 0) return null;
  return (
    <section className={section.card} aria-labelledby="pay-check" data-pay-check={check.differing}>
      <h2 id="pay-check" className={section.title}>
        {words.title}
      </h2>
      <p className={section.empty}>{sayPayCheckCounts(check, language)}</p>
      <div className={styles.tools}>
        <Checkbox
          label={words.onlyDifferent}
          checked={onlyDifferent}
          onChange={(_, { checked }) => store.showDifferent(checked === true)}
        />
        <Button
          size="small"
          disabledFocusable={disabled}
          onClick={() => void store.writeCheck(language)}
        >
          {words.write}
        </Button>
      </div>
      {lines.length === 0 ? (
        <p className={section.empty}>{words.none}</p>
      ) : (
        <div className={styles.headings} aria-hidden="true">
          <span>{words.who}</span>
          <span className={styles.number}>{sayPayCheckColumn("typed", language)}</span>
          <span className={styles.number}>{sayPayCheckColumn("computed", language)}</span>
          <span className={styles.number}>{sayPayCheckColumn("difference", language)}</span>
        </div>
      )}
      <Lines
        label={words.title}
        lines={lines}
        whole={lines.length <= ALL_DRAWN}
        draw={(line) => <CheckRow line={line} onSelect={onSelect} />}
      />
    </section>
  );
}

/** The heading of a number, for whoever hears the row and does not see what stands above. */
function Heard({ column }: { readonly column: PayCheckColumn }) {
  const styles = useStyles();
  const { language } = useWordsOf(payCheckWords);
  return <span className={styles.heard}>{sayPayCheckColumn(column, language)}</span>;
}

interface CheckRowProps {
  readonly line: PayCheckLine;
  readonly onSelect: (cell: CellRef) => void;
}

function CheckRow({ line, onSelect }: CheckRowProps) {
  const styles = useStyles();
  const rows = useRowStyles();
  const { language, words } = useWordsOf(payCheckWords);
  const { person, part, computed, difference, cell, verdict } = line;
  const who = person === null ? words.nobody : person.name === "" ? person.employeeId : person.name;
  const item = sayPayCheckPart(part, language);
  const typed = sayTyped(line, language);
  const byPolicy = computed === null ? "–" : formatYuan(computed);
  const by = difference === null ? "–" : saySigned(difference);
  const reason = sayPayCheckReason(line, language);
  return (
    <button
      type="button"
      className={mergeClasses(rows.row, rows.clickable)}
      onClick={() => cell !== null && onSelect(cell)}
      data-check={person === null ? "" : person.employeeId === "" ? person.name : person.employeeId}
      data-part={part}
      data-verdict={verdict}
      data-difference={difference ?? ""}
    >
      <span className={styles.cells}>
        <span>
          <span className={styles.name}>{who}</span> <span className={styles.part}>{item}</span>
        </span>
        <span className={styles.number}>
          <Heard column="typed" /> {typed}
        </span>
        <span className={styles.number}>
          <Heard column="computed" /> {byPolicy}
        </span>
        <span className={mergeClasses(styles.number, isDifferent(line) && styles.differs)}>
          <Heard column="difference" /> {by}
        </span>
      </span>
      {verdict === "agrees" ? null : <span className={styles.reason}>{reason}</span>}
    </button>
  );
}
