import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo } from "react";
import { formatMonth } from "../../units";
import { mappingWords, payPageWords, sayFinesNetted, sayPayMonth } from "../../wording";
import { ClosedMonths } from "../closed/ClosedMonths";
import { ColumnsDialog } from "../columns/ColumnsDialog";
import { columnsStoreOf } from "../columns/columnsStore";
import { DoubtCard } from "../columns/DoubtCard";
import { Outdated } from "../common/Outdated";
import { PayrollDifference } from "../common/PayrollDifference";
import { Choices } from "../common/Choices";
import { useWords, useWordsOf } from "../common/language";
import { useSectionStyles } from "../common/section";
import { Status } from "../shell/Status";
import { PayCheckTable } from "./PayCheckTable";
import { PayFindings } from "./PayFindings";
import { PayPeople } from "./PayPeople";
import { payStoreOf } from "./payStore";
import { PayTotals } from "./PayTotals";
import { usePane, useRunning } from "../common/pane";
import { useStore } from "../common/store";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  check: { alignSelf: "start" },
  about: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
});

/** The page "薪资": what everybody earns in the open month and why, and the sheet of it. */
export default function PayPage() {
  const pane = usePane();
  const styles = useStyles();
  const section = useSectionStyles();
  const { words: paneWords } = useWords();
  const { language, words } = useWordsOf(payPageWords);
  const { words: mapping } = useWordsOf(mappingWords);
  const store = payStoreOf(pane);
  const columns = columnsStoreOf(pane);
  const checking = useStore(columns, ({ shown }) => shown !== null);
  const { data, choices } = useStore(store, (state) => state);
  const opened = useStore(pane.month, (state) => state.opened);
  const busy = useRunning();
  useEffect(() => store.show(), [store]);
  useEffect(() => {
    if (!busy) store.follow();
  }, [store, busy, opened]);
  const doubt = useStore(pane.month, (state) => state.doubt);
  const pay = data?.pay ?? null;
  /** HR is asked which month the sheet is of. */
  const isUnknown = data?.monthAsked === true && pay?.month === null;
  // What the table below shows is not listed twice.
  const findings = useMemo(
    () =>
      pay === null || pay.check.lines.length === 0
        ? (pay?.findings ?? [])
        : pay.findings.filter(({ type }) => type !== "payDiffers"),
    [pay],
  );
  return (
    <>
      <section className={section.form} aria-label={paneWords.payPage}>
        <Choices
          disabled={busy}
          found={
            data === null
              ? null
              : { sheetName: data.sheet.name, month: data.pay.month, months: data.pay.months }
          }
        />
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            disabledFocusable={busy}
            onClick={() => void store.write(language)}
          >
            {words.writePayslips}
          </Button>
          <Checkbox
            label={words.formulas}
            checked={choices.formulas}
            onChange={(_, { checked }) => store.choose({ formulas: checked === true })}
          />
          <Button disabledFocusable={busy} onClick={() => void store.writeStrips(language)}>
            {words.writeStrips}
          </Button>
          <Button disabledFocusable={busy} onClick={() => void store.workOut()}>
            {words.workOut}
          </Button>
        </div>
        <Checkbox
          label={words.withOtherReadings}
          checked={choices.otherReadings}
          onChange={(_, { checked }) => store.choose({ otherReadings: checked === true })}
        />
        {data === null || pay === null ? null : (
          <>
            <p
              className={styles.about}
              data-pay-month={pay.month === null ? "" : formatMonth(pay.month)}
            >
              {isUnknown
                ? words.monthUnknown
                : pay.month === null
                  ? words.noMonth
                  : sayPayMonth(pay, data.sheet.name, language)}
            </p>
            {isUnknown && doubt === null ? (
              <Button
                className={styles.check}
                size="small"
                disabledFocusable={busy}
                onClick={() => void columns.open(data.sheet)}
              >
                {mapping.open}
              </Button>
            ) : null}
            {isUnknown ? null : <PayrollDifference people={pay.people} />}
            <Outdated />
            <p className={styles.about}>{sayFinesNetted(pay.finesNetted, language)}</p>
          </>
        )}
      </section>
      <Status />
      <DoubtCard store={columns} disabled={busy} />
      <ClosedMonths all />
      {pay === null || pay.month === null ? null : (
        <>
          {findings.length === 0 && pay.check.lines.length > 0 ? null : (
            <PayFindings findings={findings} onSelect={pane.navigation.select} />
          )}
          <PayCheckTable
            check={pay.check}
            store={store}
            disabled={busy}
            onSelect={pane.navigation.select}
          />
          <PayTotals pay={pay} />
          <PayPeople pay={pay} onSelect={pane.navigation.select} />
        </>
      )}
      {checking ? <ColumnsDialog store={columns} /> : null}
    </>
  );
}
