import { lazy, Suspense, useCallback, useMemo } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { IgnoredFinding } from "../../findings";
import { ignoredKey } from "../../tasks";
import type { CellRef } from "../../grid";
import type { MonthReport } from "../../views";
import { ignoreWords, sayIgnoredCount, sayIgnoreReason, type Language } from "../../wording";
import { FindingRow } from "../common/FindingRow";
import { useWordsOf } from "../common/language";
import { ALL_MOUNTED, Lines } from "../common/Lines";
import { usePane, useRunning } from "../common/pane";
import { useSectionStyles } from "../common/section";
import { useStore } from "../common/store";
import { findingWords, useFound } from "./findingSearch";
import { FoldLine } from "./FoldLine";
import { useAsideStyles } from "./IgnoreButton";
import { ignoreStoreOf } from "./ignoreStore";
import { partId } from "./parts";
import { IGNORED } from "./resultLines";
import type { ResultView } from "./resultView";

const IgnoreDialog = lazy(() => import("./IgnoreDialog"));

const useStyles = makeStyles({
  reason: {
    padding: "0 10px 6px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

/** What the row of a finding that is set aside shows. */
function ignoredWords({ finding, entry }: IgnoredFinding, language: Language): readonly string[] {
  return [...findingWords(finding, language), sayIgnoreReason(entry, language)];
}

/** A line each; several may stand for one entry, as rows that are alike in everything. */
function linesOf(ignored: readonly IgnoredFinding[]) {
  return ignored.map((one, at) => ({ key: `${ignoredKey(one.entry)} ${at}`, one }));
}

interface IgnoredProps {
  readonly report: MonthReport;
  readonly view: ResultView;
  readonly text: string;
  readonly open: boolean;
  readonly onSelect: (cell: CellRef) => void;
}

/** What HR has set aside, folded: with the reason, and the way back for one or for all (rule V9). */
export function Ignored({ report: { ignored }, view, text, open, onSelect }: IgnoredProps) {
  const styles = useStyles();
  const aside = useAsideStyles();
  const section = useSectionStyles();
  const { language, words } = useWordsOf(ignoreWords);
  const store = ignoreStoreOf(usePane());
  const running = useRunning();
  const found = useFound(ignored, text, language, ignoredWords);
  const lines = useMemo(() => linesOf(found), [found]);
  const draw = useCallback(
    ({ one }: (typeof lines)[number]) => (
      <div className={aside.row}>
        <FindingRow finding={one.finding} onSelect={onSelect} aside />
        <div className={styles.reason}>{sayIgnoreReason(one.entry, language)}</div>
        <button
          type="button"
          className={mergeClasses(aside.button, aside.corner)}
          tabIndex={-1}
          aria-disabled={running}
          onClick={() => {
            if (!running) void store.restore([one]);
          }}
        >
          {words.restore}
        </button>
      </div>
    ),
    [aside, styles, language, words, running, store, onSelect],
  );
  if (found.length === 0) return null;
  return (
    <section className={section.card} aria-labelledby={partId("ignored")}>
      <div className={aside.row}>
        <FoldLine
          id={partId("ignored")}
          open={open}
          count={found.length}
          aside={open}
          onTurn={() => view.turn(IGNORED, !open)}
        >
          {sayIgnoredCount(found.length, language)}
        </FoldLine>
        {open ? (
          <button
            type="button"
            className={mergeClasses(aside.button, aside.corner)}
            aria-disabled={running}
            onClick={() => {
              if (!running) void store.restore(found);
            }}
          >
            {words.restoreAll}
          </button>
        ) : null}
      </div>
      {open ? (
        <Lines
          label={sayIgnoredCount(found.length, language)}
          lines={lines}
          whole={lines.length <= ALL_MOUNTED}
          draw={draw}
        />
      ) : null}
    </section>
  );
}

/** The dialog in which HR says why; fetched when it is first opened. */
export function Ignoring() {
  const asked = useStore(ignoreStoreOf(usePane()), (state) => state.asked);
  const [first, ...rest] = asked ?? [];
  if (first === undefined) return null;
  return (
    <Suspense fallback={null}>
      <IgnoreDialog asked={[first, ...rest]} />
    </Suspense>
  );
}
