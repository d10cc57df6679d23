import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { firstRunOf, type MonthReport } from "../../views";
import { sayFirstRun, sayWaiting, sayYuan, policyPageWords } from "../../wording";
import { PolicyCard } from "./PolicyCard";
import { PastDialog } from "./PastDialog";
import { policyStoreOf } from "./policyStore";
import { RecordForm } from "./RecordForm";
import { useWordsOf } from "../common/language";
import { useStore } from "../common/store";
import { useBusy, usePane } from "../common/pane";

const useStyles = makeStyles({
  text: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  options: { display: "flex", flexDirection: "column", gap: "4px" },
  option: { justifyContent: "flex-start", textAlign: "start", fontWeight: "normal" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

interface FirstRunProps {
  readonly report: MonthReport;
}

/** What a workbook without decisions is asked: short, and put off with one click. */
export default function FirstRun({ report }: FirstRunProps) {
  const pane = usePane();
  const styles = useStyles();
  const { language, words } = useWordsOf(policyPageWords);
  const store = policyStoreOf(pane);
  const busy = useBusy();
  const offered = useStore(store, (state) => state.firstRun);
  const asksFor = useStore(store, (state) => state.asksFor);
  const overview = useStore(store, (state) => state.overview);
  const { blocking, money } = useMemo(() => firstRunOf(report), [report]);
  const asked = overview?.readings.find(({ reading }) => reading.id === asksFor)?.decision ?? null;
  // What has just been decided is not asked again while the month is being validated again.
  const isOpen = (id: string): boolean =>
    overview?.readings.some(({ reading, undecided }) => reading.id === id && undecided) === true;
  const waiting = blocking.filter(({ reading }) => isOpen(reading));
  const open = money.filter(({ reading }) => isOpen(reading));
  const [most] = open;
  if (!offered || (waiting.length === 0 && open.length === 0 && asked === null))
    return (
      <>
        <PastDialog store={store} />
      </>
    );
  return (
    <>
      <PastDialog store={store} />
      <PolicyCard id="first-run" title={words.firstRun}>
        {most === undefined ? null : (
          <>
            <p className={styles.text} data-open={open.length}>
              {sayFirstRun(open.length, most, language)}
            </p>
            <div className={styles.buttons}>
              <Button
                size="small"
                appearance="primary"
                disabledFocusable={busy}
                onClick={() => void store.useRecommended()}
              >
                {words.useRecommended}
              </Button>
              <Button size="small" onClick={() => pane.navigation.openPage("policy")}>
                {words.details}
              </Button>
              <Button size="small" appearance="subtle" onClick={store.skipFirstRun}>
                {words.skip}
              </Button>
            </div>
          </>
        )}
        {/* One question at a time. */}
        {waiting.slice(0, 1).map(({ reading, title, people, options }) => {
          const card = overview?.readings.find((one) => one.reading.id === reading);
          return (
            <div key={reading} className={styles.options} data-reading={reading}>
              <p className={styles.text}>{sayWaiting(title, people, language)}</p>
              {options.map(({ option, label, payroll }) => (
                <Button
                  key={option}
                  size="small"
                  className={styles.option}
                  data-option={option}
                  disabledFocusable={busy}
                  onClick={() => {
                    if (card !== undefined) void store.decide(card, option);
                  }}
                >
                  {label[language]} · {sayYuan(payroll, language)}
                </Button>
              ))}
            </div>
          );
        })}
        {asked === null ? null : <RecordForm store={store} decision={asked} asks />}
        {open.length > 0 ? null : (
          <div>
            <Button size="small" appearance="subtle" onClick={store.skipFirstRun}>
              {words.skip}
            </Button>
          </div>
        )}
      </PolicyCard>
    </>
  );
}
