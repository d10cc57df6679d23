import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { TaskProgress } from "../../tasks";
import { sayRows, sayStage, sayTimeLeft } from "../../wording";
import { useWords } from "../common/language";
import type { Activity } from "./taskRunner";

const useStyles = makeStyles({
  bar: { display: "flex", alignItems: "center", gap: "10px" },
  progress: { flex: 1, minWidth: 0 },
  left: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  label: {
    display: "flex",
    justifyContent: "space-between",
    marginBottom: "4px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** Stages whose progress is given in rows of the sheet. */
const COUNTS_ROWS: ReadonlySet<TaskProgress["stage"]> = new Set(["loading", "checking"]);

interface TaskBarProps {
  readonly activity: Activity;
  readonly progress: TaskProgress | null;
  readonly secondsLeft: number | null;
  readonly onCancel: () => void;
}

/** How far the running task is, and the way out of it. */
export function TaskBar({ activity, progress, secondsLeft, onCancel }: TaskBarProps) {
  const styles = useStyles();
  const { language, words } = useWords();
  const label = sayStage(progress?.stage ?? activity.stage, language);
  const of = progress?.of ?? null;
  return (
    <div className={styles.bar}>
      <div className={styles.progress}>
        <div className={styles.label}>
          <span>{label}</span>
          {progress === null || of === null || !COUNTS_ROWS.has(progress.stage) ? null : (
            <span>{sayRows(progress.done, of, language)}</span>
          )}
        </div>
        <ProgressBar
          aria-label={label}
          {...(progress === null || of === null ? {} : { value: progress.done, max: of })}
        />
        {secondsLeft === null ? null : (
          <div className={styles.left}>{sayTimeLeft(secondsLeft, language)}</div>
        )}
      </div>
      {activity.cancellable ? (
        <Button size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      ) : null}
    </div>
  );
}
