import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { formatMonth } from "../../units";
import {
  sayBlockingLine,
  sayExposure,
  sayMonthWeighed,
  sayTrouble,
  policyPageWords,
} from "../../wording";
import { SeverityIcon } from "../common/severity";
import { PolicyCard } from "./PolicyCard";
import type { PolicySectionProps } from "./sectionProps";
import { useWordsOf } from "../common/language";
import { useStore } from "../common/store";
import { Outdated } from "../common/Outdated";
import { PayrollDifference } from "../common/PayrollDifference";
import { useBusy } from "../common/pane";

const useStyles = makeStyles({
  line: { margin: 0, lineHeight: tokens.lineHeightBase300 },
  amount: { fontWeight: tokens.fontWeightSemibold },
  blocking: { display: "flex", gap: "6px", margin: 0, lineHeight: tokens.lineHeightBase300 },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  foot: { display: "flex", alignItems: "center", gap: "8px", justifyContent: "space-between" },
  progress: { minHeight: "4px" },
});

/** What the month would cost more under the readings that favour employees (rule R4). */
export function Exposure({ store }: PolicySectionProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyPageWords);
  const { phase, trouble, sheet, month, people, payroll, exposure } = useStore(
    store,
    ({ weighed }) => weighed,
  );
  const busy = useBusy();
  const works = phase === "loading" || phase === "weighing";
  return (
    <PolicyCard id="exposure" title={words.exposure}>
      {trouble === null ? null : (
        <p className={styles.hint}>{sayTrouble(trouble, language).what}</p>
      )}
      {exposure === null ? null : (
        <>
          {exposure.blocking.map((line) => (
            <p key={line.reading} className={styles.blocking} data-blocking={line.reading}>
              <SeverityIcon severity="error" />
              <span>{sayBlockingLine(line, language)}</span>
            </p>
          ))}
          <p className={styles.line} data-exposure={exposure.exposure}>
            <span className={styles.amount}>{sayExposure(exposure, language)}</span>
          </p>
          {payroll === null ? null : <PayrollDifference people={payroll} />}
          <p className={styles.hint}>{words.exposureHint}</p>
        </>
      )}
      <Outdated />
      <div className={styles.foot}>
        <span className={styles.hint}>
          {month === null ? "" : sayMonthWeighed(sheet, formatMonth(month), people, language)}
        </span>
        <Button size="small" disabledFocusable={busy} onClick={store.weigh}>
          {words.weigh}
        </Button>
      </div>
      <div className={styles.progress}>
        {works ? <ProgressBar aria-label={words.weighing} thickness="medium" /> : null}
      </div>
    </PolicyCard>
  );
}
