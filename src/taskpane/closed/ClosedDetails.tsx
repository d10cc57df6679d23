import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { CellRef } from "../../grid";
import { isClosed, type ClosedComparison, type KeptMonth } from "../../tasks";
import {
  closedPageWords,
  sayClosedChange,
  sayClosedLog,
  sayClosedPolicy,
  sayClosedTotal,
} from "../../wording";
import { useWordsOf } from "../common/language";
import { Lines } from "../common/Lines";
import { useRowStyles } from "../common/rowStyles";

/** So many changes are drawn at once; of more only those near the window. */
const ALL_DRAWN = 60;

const useStyles = makeStyles({
  details: { display: "flex", flexDirection: "column", gap: "6px" },
  text: { margin: 0, overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, paddingInlineStart: "18px", overflowWrap: "anywhere" },
  change: { overflowWrap: "anywhere" },
});

interface ClosedDetailsProps {
  readonly closed: KeptMonth;
  readonly comparison: ClosedComparison | null;
  readonly onSelect: (cell: CellRef) => void;
  readonly onGoTo: () => void;
}

/** What has changed since a month was closed, cell by cell and person by person, and what was done with it. */
export function ClosedDetails({ closed, comparison, onSelect, onGoTo }: ClosedDetailsProps) {
  const styles = useStyles();
  const rows = useRowStyles();
  const { language, words } = useWordsOf(closedPageWords);
  const changes = comparison?.changes ?? null;
  const lines = (changes?.lines ?? []).map((line, index) => ({ key: String(index), line }));
  return (
    <div className={styles.details}>
      {changes === null ? (
        isClosed(closed.record) ? (
          <p className={styles.text}>{words.notCompared}</p>
        ) : null
      ) : lines.length === 0 ? (
        <p className={styles.text}>{words.nothing}</p>
      ) : (
        <>
          <p className={styles.text}>{sayClosedTotal(changes, language)}</p>
          <Lines
            label={words.section}
            lines={lines}
            whole={lines.length <= ALL_DRAWN}
            draw={({ line }) => {
              const { cell } = line;
              const said = sayClosedChange(line, language);
              return cell === null ? (
                <div className={rows.row} data-change={line.kind}>
                  {said}
                </div>
              ) : (
                <button
                  type="button"
                  className={`${rows.row} ${rows.clickable}`}
                  data-change={line.kind}
                  onClick={() => onSelect(cell)}
                >
                  <span className={styles.change}>{said}</span>
                </button>
              );
            }}
          />
        </>
      )}
      {changes === null || changes.policy.length === 0 ? null : (
        <>
          <p className={styles.heading}>{words.policy}</p>
          <ul className={styles.list}>
            {changes.policy.map((line) => {
              const said = sayClosedPolicy(line, language);
              return <li key={said}>{said}</li>;
            })}
          </ul>
        </>
      )}
      <p className={styles.heading}>{words.log}</p>
      <ul className={styles.list} data-closed-log="">
        {closed.record.log.map((entry, index) => (
          <li key={index}>{sayClosedLog(entry, language)}</li>
        ))}
      </ul>
      <div>
        <Button size="small" onClick={onGoTo}>
          {words.goTo}
        </Button>
      </div>
    </div>
  );
}
