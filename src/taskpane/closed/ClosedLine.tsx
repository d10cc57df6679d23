import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { isClosed, type ClosedComparison, type KeptMonth } from "../../tasks";
import { formatMonth } from "../../units";
import { closedPageWords, sayClosedDoubt, sayClosedLine } from "../../wording";
import { useWordsOf } from "../common/language";
import { useBusy, usePane } from "../common/pane";
import { ClosedDetails } from "./ClosedDetails";
import type { ClosedStore } from "./closedStore";
import { SignatureForm } from "./SignatureForm";

const useStyles = makeStyles({
  month: { display: "flex", flexDirection: "column", gap: "4px", minWidth: 0 },
  line: { margin: 0, lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
  open: { fontWeight: tokens.fontWeightSemibold },
  doubt: {
    margin: 0,
    color: tokens.colorStatusDangerForeground1,
    overflowWrap: "anywhere",
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: "4px" },
});

interface ClosedLineProps {
  readonly store: ClosedStore;
  readonly closed: KeptMonth;
  readonly comparison: ClosedComparison | null;
  readonly by: string;
  /** Closing it again is offered, since it is the open month. */
  readonly onCloseAgain: (() => void) | null;
}

type Asks = "explain" | "reopen" | null;

/** A closed month in one line, with what can be done about it; on request everything that has changed since. */
export function ClosedLine({ store, closed, comparison, by, onCloseAgain }: ClosedLineProps) {
  const styles = useStyles();
  const { navigation } = usePane();
  const { language, words } = useWordsOf(closedPageWords);
  const busy = useBusy();
  const [shown, setShown] = useState(false);
  const [asks, setAsks] = useState<Asks>(null);
  const { record, place, doubt } = closed;
  const last = record.log.filter(({ kind }) => kind !== "explained").at(-1);
  if (last === undefined) return null;
  const stands = isClosed(record);
  const changes = stands && comparison !== null ? comparison.changes.lines.length : null;
  const explained = comparison?.explained ?? true;
  const small = { size: "small", disabledFocusable: busy } as const;
  return (
    <div
      className={styles.month}
      data-closed={formatMonth(record.month)}
      data-state={stands ? "closed" : "reopened"}
      data-changes={changes ?? undefined}
      data-explained={explained}
    >
      <p className={mergeClasses(styles.line, !explained && styles.open)} role="status">
        {sayClosedLine({ month: record.month, last, changes, explained }, language)}
      </p>
      {doubt === null ? null : (
        <p className={styles.doubt}>{sayClosedDoubt(doubt, place.name, language)}</p>
      )}
      <div className={styles.buttons}>
        <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? words.hide : words.show}
        </Button>
        {explained ? null : (
          <Button {...small} appearance="primary" onClick={() => setAsks("explain")}>
            {words.explain}
          </Button>
        )}
        {doubt?.kind === "edited" ? (
          <Button {...small} onClick={() => void store.rewrite(closed)}>
            {words.rewrite}
          </Button>
        ) : null}
        {stands ? (
          <Button {...small} onClick={() => setAsks("reopen")}>
            {words.reopen}
          </Button>
        ) : onCloseAgain === null ? null : (
          <Button {...small} onClick={onCloseAgain}>
            {words.closeAgain}
          </Button>
        )}
      </div>
      {asks === null ? null : (
        <SignatureForm
          key={asks}
          by={by}
          needsReason
          confirm={asks === "explain" ? words.explainNow : words.reopenNow}
          onCancel={() => setAsks(null)}
          onConfirm={(who, reason) => {
            setAsks(null);
            void (asks === "explain"
              ? store.explain(closed, who, reason)
              : store.reopen(closed, who, reason));
          }}
        />
      )}
      {shown ? (
        <ClosedDetails
          closed={closed}
          comparison={comparison}
          onSelect={navigation.select}
          onGoTo={() => navigation.select({ sheet: place, row: 0, column: 0 })}
        />
      ) : null}
    </div>
  );
}
