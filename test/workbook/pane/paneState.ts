import type { Pane } from "../../../src/taskpane/shell/pane";

/** All that the pane shows beside the page that is open. */
export const stateOf = ({ tasks, notices, month }: Pane) => ({
  ...tasks.read(),
  ...notices.read(),
  ...month.read(),
});
