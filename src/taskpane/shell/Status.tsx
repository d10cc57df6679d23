import { NoticeBar } from "./NoticeBar";
import { TaskBar } from "./TaskBar";
import { usePane } from "../shared/pane";
import { useStore } from "../shared/store";

/** The running task, and what the last one came to: every page shows it where its buttons are. */
export function Status() {
  const { tasks, notices } = usePane();
  const { activity, progress, secondsLeft } = useStore(tasks, (state) => state);
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
      <NoticeBar notice={notice} />
    </>
  );
}
