import { useSyncExternalStore } from "react";
import { NoticeBar } from "./NoticeBar";
import type { PaneStore } from "./paneStore";
import { TaskBar } from "./TaskBar";

/** The running task, and what the last one came to: every page shows it where its buttons are. */
export function Status({ store }: { readonly store: PaneStore }) {
  const { activity, progress, secondsLeft, notice } = useSyncExternalStore(
    store.subscribe,
    store.read,
  );
  return (
    <>
      {activity === null ? null : (
        <TaskBar
          activity={activity}
          progress={progress}
          secondsLeft={secondsLeft}
          onCancel={store.cancel}
        />
      )}
      <NoticeBar notice={notice} />
    </>
  );
}
