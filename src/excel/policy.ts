import { PolicySession } from "../tasks";
import { dayFromDate } from "../units";
import { readPolicy } from "./keptPolicy";
import { recalculate } from "./recalculate";

/**
 * The policy of the workbook that the add-in runs in: one for the functions and the pane, which share a
 * page. It takes only what it needs of the gateway, since functions answer before the rest is fetched.
 */
export const workbookPolicy = new PolicySession(
  {
    readPolicy,
    writePolicy: async (write, expected) =>
      (await import("./writePolicy")).writePolicy(write, expected),
    recalculate,
  },
  () => dayFromDate(new Date()),
);
