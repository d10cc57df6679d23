import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useCallback, useSyncExternalStore } from "react";
import type { Finding } from "../../findings";
import { Choices } from "../shared/Choices";
import { ColumnsBar } from "../columns/ColumnsBar";
import { ColumnsDialog } from "../columns/ColumnsDialog";
import { columnsStoreOf } from "../columns/columnsStore";
import { Colleagues } from "../share/Colleagues";
import { DoubtCard } from "../columns/DoubtCard";
import { FindingAction } from "./FindingAction";
import { Findings } from "./Findings";
import { Following } from "./Following";
import { useWords } from "../shared/language";
import { LayoutFound } from "./LayoutFound";
import { Legend } from "./Legend";
import type { PageProps } from "../shell/pageProps";
import { People, PEOPLE_TITLE } from "./People";
import { ResultActions, StartSection } from "../sheet/SheetActions";
import { Status } from "../shell/Status";
import { UndecidedReadings } from "../shared/UndecidedReadings";

const FirstRun = lazy(() => import("../policy/FirstRun"));

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "10px",
    padding: "12px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  validate: { width: "100%" },
  marks: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "8px" },
  mark: { minWidth: 0, paddingInline: "4px" },
  intro: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
});

function showPeople(): void {
  document.getElementById(PEOPLE_TITLE)?.scrollIntoView();
}

/** The page "校验": what is validated, the buttons, and what validating found. */
export function ValidatePage({ store }: PageProps) {
  const styles = useStyles();
  const { words } = useWords();
  const state = useSyncExternalStore(store.subscribe, store.read);
  const { activity, validation } = state;
  const busy = activity !== null;
  const columns = columnsStoreOf(store);
  const action = useCallback(
    (finding: Finding) => <FindingAction finding={finding} store={columns} />,
    [columns],
  );
  return (
    <>
      <section className={styles.card} aria-label={words.validatePage}>
        <Choices
          state={state}
          onSheet={store.chooseSheet}
          onMonth={store.chooseMonth}
          disabled={busy}
        />
        <Button
          className={styles.validate}
          appearance="primary"
          size="large"
          disabledFocusable={busy}
          onClick={() => void store.validate()}
        >
          {words.validateMonth}
        </Button>
        <div className={styles.marks}>
          <Button
            className={styles.mark}
            disabledFocusable={busy}
            onClick={() => void store.highlight()}
          >
            {words.highlight}
          </Button>
          <Button
            className={styles.mark}
            disabledFocusable={busy}
            onClick={() => void store.clear()}
          >
            {words.clearHighlights}
          </Button>
        </div>
        {validation === null ? null : (
          <>
            <LayoutFound report={validation.report} />
            <Following store={store} />
          </>
        )}
        <ColumnsBar state={state} store={columns} disabled={busy} />
      </section>
      <Status store={store} />
      <DoubtCard state={state} store={columns} disabled={busy} />
      <ResultActions pane={store} />
      {validation === null ? null : <Colleagues store={store} validation={validation} />}
      {validation === null ? (
        state.notice === null && <p className={styles.intro}>{words.intro}</p>
      ) : (
        <>
          <Suspense fallback={null}>
            <FirstRun store={store} report={validation.report} />
          </Suspense>
          <Findings
            findings={validation.report.findings}
            onSelect={store.select}
            onPeople={showPeople}
            action={action}
          />
          <UndecidedReadings undecided={validation.report.undecidedReadings} />
          <People report={validation.report} onSelect={store.select} />
        </>
      )}
      <StartSection pane={store} />
      <Legend />
      <ColumnsDialog store={columns} />
    </>
  );
}
