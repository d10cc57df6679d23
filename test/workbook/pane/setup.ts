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

/** A row of a ledger with the usual header: a 初级客服. */
export const juniorRow = (
  id: string,
  name: string,
  month: string,
  score: unknown,
  sales: unknown = 30_000,
): unknown[] => [id, name, month, "初级客服", score, sales];

/** A rule of HR's own, which nothing of ours touches. */
export const HR_RULE = {
  kind: "Custom",
  areas: [{ row: 1, column: 1, rows: 3, columns: 2 }],
  formula: "=$E2<60",
  stopIfTrue: false,
  style: { fillColor: "#FF00FF" },
} as const;
