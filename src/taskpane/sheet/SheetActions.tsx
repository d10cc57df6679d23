import { Button, Checkbox, makeStyles } from "@fluentui/react-components";
import { lazy, Suspense, useRef, useState } from "react";
import type { PickedFile } from "../../tasks";
import { importHistoryWords, sheetActionWords } from "../../wording";
import { useWordsOf } from "../common/language";
import { Disclosure } from "../common/Disclosure";
import { FixesDialog } from "./FixesDialog";
import { FormulaDialog } from "./FormulaDialog";
import { historyStoreOf } from "./historyStore";
import { sheetStoreOf } from "./sheetStore";
import { usePane, useRunning } from "../common/pane";
import { useStore } from "../common/store";
import { FilePicker } from "../common/FilePicker";

const HistoryDialog = lazy(() =>
  import("./HistoryDialog").then((module) => ({ default: module.HistoryDialog })),
);

const useStyles = makeStyles({
  action: { flex: "1 1 auto", minWidth: 0, paddingInline: "3px" },
  start: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

function useSheet() {
  const store = sheetStoreOf(usePane());
  const state = useStore(store, (all) => all);
  return { store, state, busy: useRunning() };
}

/** What can be done with the results of a validation: fix, undo, write out. */
export function ResultActions() {
  const styles = useStyles();
  const { language, words } = useWordsOf(sheetActionWords);
  const { store, state, busy } = useSheet();
  const validation = useStore(usePane().month, (state) => state.validation);
  if (validation === null && state.undo === null) return null;
  return (
    <>
      <>
        {validation === null ? null : (
          <Button
            size="small"
            className={styles.action}
            disabledFocusable={busy}
            onClick={() => void store.previewFixes()}
          >
            {words.applyFixes}
          </Button>
        )}
        {state.undo === null ? null : (
          <Button
            size="small"
            className={styles.action}
            disabledFocusable={busy}
            onClick={() => void store.undo()}
          >
            {words.undo}
          </Button>
        )}
        {validation === null ? null : (
          <Button
            size="small"
            className={styles.action}
            disabledFocusable={busy}
            onClick={() => void store.writeResults(language)}
          >
            {words.writeResults}
          </Button>
        )}
      </>
      {state.preview?.kind === "fixes" ? (
        <FixesDialog
          fixes={state.preview.fixes}
          onApply={(fixes) => void store.applyFixes(fixes)}
          onClose={store.close}
        />
      ) : null}
    </>
  );
}

/** What written results hold beside what is in force. */
export function ResultsChoice() {
  const { words } = useWordsOf(sheetActionWords);
  const { store, state } = useSheet();
  return (
    <Checkbox
      label={words.withOtherReadings}
      checked={state.otherReadings}
      onChange={(_, { checked }) => store.chooseOtherReadings(checked === true)}
    />
  );
}

/** Where a department starts: a new score sheet, and formulas beside the sheet it has. */
export function StartSection({ open }: { readonly open: boolean }) {
  const styles = useStyles();
  const { language, words } = useWordsOf(sheetActionWords);
  const { store, state, busy } = useSheet();
  const [examples, setExamples] = useState(false);
  return (
    <Disclosure title={words.start} open={open}>
      <div className={styles.start}>
        <Button disabledFocusable={busy} onClick={() => void store.startSheet(language, examples)}>
          {words.newSheet}
        </Button>
        <Checkbox
          label={words.withExamples}
          checked={examples}
          onChange={(_, { checked }) => setExamples(checked === true)}
        />
        <Button disabledFocusable={busy} onClick={() => void store.previewFormulas()}>
          {words.insertFormula}
        </Button>
        <ImportHistory busy={busy} />
      </div>
      {state.preview?.kind === "formulas" ? (
        <FormulaDialog
          offered={state.preview.offered}
          onInsert={(kind) => {
            if (state.preview?.kind === "formulas")
              void store.insertFormulas(state.preview.offered, kind);
          }}
          onClose={store.close}
        />
      ) : null}
    </Disclosure>
  );
}

function pickedFile(file: File): PickedFile {
  return {
    name: file.name,
    size: file.size,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
  };
}

/** Earlier scores out of files: the button that picks them, and what they hold. */
function ImportHistory({ busy }: { readonly busy: boolean }) {
  const { words } = useWordsOf(importHistoryWords);
  const picker = useRef<HTMLInputElement>(null);
  const store = historyStoreOf(usePane());
  const shown = useStore(store, (state) => state.shown);
  return (
    <>
      <Button title={words.hint} disabledFocusable={busy} onClick={() => picker.current?.click()}>
        {words.importHistory}
      </Button>
      <FilePicker
        ref={picker}
        label={words.importHistory}
        accept=".xlsx,.xlsm,.csv,.tsv,.txt"
        multiple
        onPick={(files) => void store.pick(files.map(pickedFile))}
      />
      {shown === null ? null : (
        <Suspense fallback={null}>
          <HistoryDialog shown={shown} store={store} />
        </Suspense>
      )}
    </>
  );
}
