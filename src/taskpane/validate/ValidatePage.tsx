import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useCallback } from "react";
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
import { People, PEOPLE_TITLE } from "./People";
import { PolicyNotes } from "./PolicyNotes";
import { ResultActions, StartSection } from "../sheet/SheetActions";
import { Status } from "../shell/Status";
import { UndecidedReadings } from "../shared/UndecidedReadings";
import { usePane, useRunning } from "../shared/pane";
import { useStore } from "../shared/store";

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
export function ValidatePage() {
  const pane = usePane();
  const styles = useStyles();
  const { words } = useWords();
  const validation = useStore(pane.month, (state) => state.validation);
  const notice = useStore(pane.notices, (state) => state.notice);
  const busy = useRunning();
  const columns = columnsStoreOf(pane);
  const action = useCallback(
    (finding: Finding) => <FindingAction finding={finding} store={columns} />,
    [columns],
  );
  return (
    <>
      <section className={styles.card} aria-label={words.validatePage}>
        <Choices disabled={busy} />
        <Button
          className={styles.validate}
          appearance="primary"
          size="large"
          disabledFocusable={busy}
          onClick={() => void pane.month.validate()}
        >
          {words.validateMonth}
        </Button>
        <div className={styles.marks}>
          <Button
            className={styles.mark}
            disabledFocusable={busy}
            onClick={() => void pane.month.highlight()}
          >
            {words.highlight}
          </Button>
          <Button
            className={styles.mark}
            disabledFocusable={busy}
            onClick={() => void pane.month.clear()}
          >
            {words.clearHighlights}
          </Button>
        </div>
        {validation === null ? null : (
          <>
            <LayoutFound report={validation.report} />
            <Following />
          </>
        )}
        <ColumnsBar store={columns} disabled={busy} />
        <PolicyNotes />
      </section>
      <Status />
      <DoubtCard store={columns} disabled={busy} />
      <ResultActions />
      {validation === null ? null : <Colleagues validation={validation} />}
      {validation === null ? (
        notice === null && <p className={styles.intro}>{words.intro}</p>
      ) : (
        <>
          <Suspense fallback={null}>
            <FirstRun report={validation.report} />
          </Suspense>
          <Findings
            findings={validation.report.findings}
            onSelect={pane.navigation.select}
            onPeople={showPeople}
            action={action}
          />
          <UndecidedReadings undecided={validation.report.undecidedReadings} />
          <People report={validation.report} onSelect={pane.navigation.select} />
        </>
      )}
      <StartSection />
      <Legend />
      <ColumnsDialog store={columns} />
    </>
  );
}
