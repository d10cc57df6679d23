import { Pane } from "../../../src/taskpane/shell/pane";
import { PolicySession, type Gateway } from "../../../src/tasks";
import type { Month } from "../../../src/units";
import { TODAY } from "../../setup/ledger";

/** A pane that has just been opened on a workbook. */
export function paneOn(
  gateway: Gateway,
  today: Month = TODAY,
  policy = new PolicySession(gateway),
): Pane {
  return new Pane(gateway, policy, () => today);
}

/** All that the pane shows beside the page that is open. */
export const stateOf = ({ tasks, notices, month }: Pane) => ({
  ...tasks.read(),
  ...notices.read(),
  ...month.read(),
});
