import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { MonthValidation } from "../../tasks";
import { mappingWords, sayLacking, sayNotUsed, sayOffer, sayTaken } from "../../wording";
import type { ColumnsStore } from "./columnsStore";
import { useWordsOf } from "../shared/language";
import { usePane } from "../shared/pane";
import { useStore } from "../shared/store";
import type { MonthState } from "../shell/openMonth";
import type { Notice } from "../shell/notices";

const useStyles = makeStyles({
  bar: { display: "flex", flexDirection: "column", gap: "6px" },
  line: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  lacking: { color: tokens.colorPaletteRedForeground1, overflowWrap: "anywhere" },
  left: { display: "flex", flexWrap: "wrap", gap: "4px", alignItems: "center" },
});

interface ColumnsBarProps {
  readonly store: ColumnsStore;
  readonly disabled: boolean;
}

/** The sheet whose columns can be checked: the one validated, else the one HR picked or has open. */
function sheetOf({ validation, sheets, sheetId }: MonthState, notice: Notice | null) {
  if (validation !== null) return validation.sheet;
  if (notice?.kind !== "trouble" || notice.trouble.kind !== "noScoreSheet") return undefined;
  return sheets.find(({ id, active }) => (sheetId === null ? active : id === sheetId));
}

function isUnsure({ report }: MonthValidation): boolean {
  return report.layout.problems.length > 0;
}

/** What was not read, who left, and the way to correct how the sheet was understood. */
export function ColumnsBar({ store, disabled }: ColumnsBarProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(mappingWords);
  const pane = usePane();
  const month = useStore(pane.month, (state) => state);
  const notice = useStore(pane.notices, (state) => state.notice);
  const sheet = sheetOf(month, notice);
  if (sheet === undefined) return null;
  const { validation } = month;
  const notUsed = validation === null ? [] : sayNotUsed(validation.notRead, language);
  const lacking = validation?.notRead.lacking ?? [];
  const left = validation?.left ?? [];
  const offers = validation?.notRead.offers ?? [];
  const taken = validation?.notRead.taken ?? [];
  return (
    <div className={styles.bar}>
      {lacking.map(({ sheet: other, field, proposals }) => (
        <div key={`${other.id} ${field}`} className={styles.left} data-not-read="">
          <span className={styles.lacking}>
            {sayLacking(other.name, field, proposals, language)}
          </span>
          <Button size="small" disabledFocusable={disabled} onClick={() => void store.open(other)}>
            {words.open}
          </Button>
        </div>
      ))}
      {offers.map((offer) => (
        <div key={offer.sheet.id} className={styles.left} data-offer={offer.sheet.name}>
          <span className={styles.line}>{sayOffer(offer, language)}</span>
          <Button
            size="small"
            disabledFocusable={disabled}
            onClick={() => void store.readAlong(offer.sheet, true)}
          >
            {words.readAlong}
          </Button>
          {offer.declined ? null : (
            <Button
              size="small"
              disabledFocusable={disabled}
              onClick={() => void store.readAlong(offer.sheet, false)}
            >
              {words.notAlong}
            </Button>
          )}
        </div>
      ))}
      {taken.map((one) => (
        <div key={one.sheet.id} className={styles.left} data-taken={one.sheet.name}>
          <span className={styles.line}>{sayTaken(one, language)}</span>
          <Button
            size="small"
            disabledFocusable={disabled}
            onClick={() => void store.readAlong(one.sheet, false)}
          >
            {words.notAlong}
          </Button>
        </div>
      ))}
      {notUsed.map((line) => (
        <p key={line} className={styles.line} data-not-read="">
          {line}
        </p>
      ))}
      {left.length === 0 ? null : (
        <div className={styles.left}>
          <span className={styles.line}>{words.people}:</span>
          {left.map(({ employeeId, name }) => (
            <Button
              key={`${employeeId} ${name}`}
              size="small"
              disabledFocusable={disabled}
              onClick={() => void store.sayLeft({ employeeId, name }, false)}
            >
              {name === "" ? employeeId : name} ✕
            </Button>
          ))}
        </div>
      )}
      {validation === null || isUnsure(validation) ? (
        <p className={styles.line}>{words.unsure}</p>
      ) : null}
      <Button size="small" disabledFocusable={disabled} onClick={() => void store.open(sheet)}>
        {words.open}
      </Button>
    </div>
  );
}
