import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { mappingWords, sayLacking, sayOffer, sayTaken } from "../../wording";
import type { ColumnsStore } from "./columnsStore";
import { useWordsOf } from "../common/language";
import { usePane } from "../common/pane";
import { useStore } from "../common/store";
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

/** Sheets that lack a column, that can be read along or were; where nothing could be read, the way to say how the sheet is meant. */
export function ColumnsBar({ store, disabled }: ColumnsBarProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(mappingWords);
  const pane = usePane();
  const month = useStore(pane.month, (state) => state);
  const notice = useStore(pane.notices, (state) => state.notice);
  const sheet = sheetOf(month, notice);
  const { validation } = month;
  const lacking = validation?.notRead.lacking ?? [];
  const offers = validation?.notRead.offers ?? [];
  const taken = validation?.notRead.taken ?? [];
  const isQuiet = lacking.length + offers.length + taken.length === 0;
  if (sheet === undefined || (validation !== null && isQuiet)) return null;
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
      {validation !== null ? null : (
        <>
          <p className={styles.line}>{words.unsure}</p>
          <Button size="small" disabledFocusable={disabled} onClick={() => void store.open(sheet)}>
            {words.open}
          </Button>
        </>
      )}
    </div>
  );
}
