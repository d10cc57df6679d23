import { excelWaits } from "../../excel";
import { NoticeBar } from "./NoticeBar";
import { TaskBar } from "./TaskBar";
import { Message } from "./Message";
import { useWords } from "../common/language";
import { usePane } from "../common/pane";
import { useStore } from "../common/store";

/** The running task, and what the last one came to: every page shows it where its buttons are. */
export function Status() {
  const { tasks, notices } = usePane();
  const { words } = useWords();
  const { activity, progress, secondsLeft } = useStore(tasks, (state) => state);
  const waiting = useStore(excelWaits, (state) => state.waiting);
  const notice = useStore(notices, (state) => state.notice);
  return (
    <>
      {activity === null ? null : (
        <TaskBar
          activity={activity}
          progress={progress}
          secondsLeft={secondsLeft}
          onCancel={tasks.cancel}
        />
      )}
      {waiting ? (
        <Message intent="info" message={{ what: words.excelWaits, next: words.endEdit }} />
      ) : null}
      <NoticeBar notice={notice} />
    </>
  );
}
