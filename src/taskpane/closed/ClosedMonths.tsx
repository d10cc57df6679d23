import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ClosedMonth, KeptMonth } from "../../tasks";
import { formatMonth } from "../../units";
import { closedPageWords, sayClosedDoubt } from "../../wording";
import { Disclosure } from "../common/Disclosure";
import { useWordsOf } from "../common/language";
import { useBusy, usePane } from "../common/pane";
import { useSectionStyles } from "../common/section";
import { useStore } from "../common/store";
import { ClosedLine } from "./ClosedLine";
import { closedKey, closedOf, closedStoreOf } from "./closedStore";
import { CloseForm } from "./CloseForm";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: "8px", minWidth: 0 },
  doubt: {
    margin: 0,
    color: tokens.colorStatusDangerForeground1,
    overflowWrap: "anywhere",
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

/** What is wrong with a month of which nothing can be compared. */
function Broken({ month }: { readonly month: Exclude<ClosedMonth, KeptMonth> }) {
  const styles = useStyles();
  const { language } = useWordsOf(closedPageWords);
  const name = month.kind === "missing" ? formatMonth(month.month) : month.place.name;
  return (
    <p className={styles.doubt} role="status" data-closed-broken={month.kind}>
      {sayClosedDoubt({ kind: month.kind }, name, language)}
    </p>
  );
}

/**
 * The closed months of the workbook that HR should know of now: the open one, those that are no longer what was closed,
 * and those whose sheets are not what was written. With `all` the open month can be closed, and the others are listed.
 */
export function ClosedMonths({ all = false }: { readonly all?: boolean }) {
  const pane = usePane();
  const store = closedStoreOf(pane);
  const styles = useStyles();
  const section = useSectionStyles();
  const { words } = useWordsOf(closedPageWords);
  const { months, comparisons, by, last } = useStore(store, (state) => state);
  const opened = useStore(pane.month, (state) => state.opened);
  const busy = useBusy();
  const [closing, setClosing] = useState(false);
  const here = closedOf(months, opened);
  const kept = months.filter((one): one is KeptMonth => one.kind === "kept");
  const isTold = (one: KeptMonth): boolean =>
    one === here || one.doubt !== null || comparisons.get(closedKey(one))?.explained === false;
  const told = kept.filter(isTold);
  const others = kept.filter((one) => !isTold(one));
  const broken = months.filter((one) => one.kind !== "kept");
  const asOf = opened?.judged.setting.asOf ?? null;
  const canClose = all && asOf !== null;
  if (!canClose && told.length + broken.length === 0) return null;
  const line = (one: KeptMonth) => (
    <ClosedLine
      key={closedKey(one)}
      store={store}
      closed={one}
      comparison={comparisons.get(closedKey(one)) ?? null}
      by={by}
      onCloseAgain={all && one === here ? () => setClosing(true) : null}
    />
  );
  return (
    <section
      className={all ? section.form : styles.list}
      aria-label={words.section}
      data-closed-months=""
    >
      {told.map(line)}
      {broken.map((one, index) => (
        <Broken key={index} month={one} />
      ))}
      {canClose && (here === null || closing) && opened !== null ? (
        closing ? (
          <CloseForm
            opened={opened}
            by={by}
            onCancel={() => setClosing(false)}
            onConfirm={(who, note, language) => {
              setClosing(false);
              void store.close(who, note, language);
            }}
          />
        ) : (
          <div className={styles.buttons}>
            <Button size="small" disabledFocusable={busy} onClick={() => setClosing(true)}>
              {words.close}
            </Button>
          </div>
        )
      ) : null}
      {last === null ? null : (
        <div className={styles.buttons}>
          <Button size="small" disabledFocusable={busy} onClick={() => void store.undo()}>
            {words.undo[last.record.log.at(-1)?.kind ?? "closed"]}
          </Button>
        </div>
      )}
      {all && others.length > 0 ? (
        <Disclosure title={words.others(others.length)}>
          <div className={styles.list}>{others.map(line)}</div>
        </Disclosure>
      ) : null}
    </section>
  );
}
