import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback } from "react";
import type { Finding } from "../../findings";
import { About } from "./About";
import { ClosedMonths } from "../closed/ClosedMonths";
import { Choices } from "../common/Choices";
import { ColumnsBar } from "../columns/ColumnsBar";
import { ColumnsDialog } from "../columns/ColumnsDialog";
import { columnsStoreOf } from "../columns/columnsStore";
import { Colleagues } from "../share/Colleagues";
import { DoubtCard } from "../columns/DoubtCard";
import { FindingAction } from "./FindingAction";
import { useWords } from "../common/language";
import { Outdated } from "../common/Outdated";
import { Highlighting, HighlightsStale } from "./Highlighting";
import { Ignoring } from "./Ignored";
import { PolicyNotes } from "./PolicyNotes";
import { Results } from "./Results";
import { SkipLink } from "./SkipLink";
import { Summary } from "./Summary";
import { ResultActions } from "../sheet/SheetActions";
import { Status } from "../shell/Status";
import { usePane, useRunning } from "../common/pane";
import { useStore } from "../common/store";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  validate: { width: "100%" },
  marks: { display: "flex", flexWrap: "wrap", gap: "4px" },
  intro: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
});

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
      {validation === null ? null : <SkipLink />}
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
        {validation === null ? null : <Summary report={validation.report} />}
        <Outdated />
        <ClosedMonths />
        <div className={styles.marks}>
          <Highlighting />
          <ResultActions />
        </div>
        <HighlightsStale />
        <ColumnsBar store={columns} disabled={busy} />
        <PolicyNotes />
      </section>
      <Status />
      <DoubtCard store={columns} disabled={busy} />
      {validation === null ? (
        notice === null && <p className={styles.intro}>{words.intro}</p>
      ) : (
        <>
          <Results report={validation.report} onSelect={pane.navigation.select} action={action} />
          <Colleagues validation={validation} />
        </>
      )}
      <About />
      <ColumnsDialog store={columns} />
      <Ignoring />
    </>
  );
}
