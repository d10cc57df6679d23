import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { MonthValidation } from "../../tasks";
import { mappingWords, sayLayout, sayNotUsed } from "../../wording";
import type { ColumnsStore } from "../columns/columnsStore";
import { Disclosure } from "../common/Disclosure";
import { useWords, useWordsOf } from "../common/language";
import { ResultsChoice } from "../sheet/SheetActions";

const useStyles = makeStyles({
  line: { display: "flex", alignItems: "flex-start", gap: "8px" },
  found: {
    flex: 1,
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  reasons: { margin: 0, paddingInlineStart: "16px", lineHeight: tokens.lineHeightBase200 },
  check: { flexShrink: 0 },
});

interface HowReadProps {
  readonly validation: MonthValidation;
  readonly store: ColumnsStore;
  readonly disabled: boolean;
  readonly open: boolean;
}

/** In one line, folded: how the sheet was understood and what of it was not read; and the way to correct that. */
export function HowRead({ validation, store, disabled, open }: HowReadProps) {
  const styles = useStyles();
  const { language, words } = useWords();
  const { words: mapping } = useWordsOf(mappingWords);
  const { report, notRead, sheet } = validation;
  return (
    <div className={styles.line}>
      <div className={styles.found}>
        <Disclosure title={words.howRead} open={open}>
          <ul className={styles.reasons}>
            {report.layout.problems.length > 0 ? <li>{mapping.unsure}</li> : null}
            {sayLayout(report.layout, language).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {sayNotUsed(notRead, language).map((line) => (
              <li key={line} data-not-read="">
                {line}
              </li>
            ))}
          </ul>
          <ResultsChoice />
        </Disclosure>
      </div>
      <Button
        className={styles.check}
        size="small"
        disabledFocusable={disabled}
        onClick={() => void store.open(sheet)}
      >
        {mapping.open}
      </Button>
    </div>
  );
}
