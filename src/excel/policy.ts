import { PolicySession } from "../tasks";
import { dayFromDate } from "../units";
import { readPolicy } from "./keptPolicy";

/** The address by which the page names the department's policy; undefined or "" where the build has none. */
const address =
  typeof document === "undefined"
    ? ""
    : document.querySelector<HTMLMetaElement>("meta[name=department-policy]")?.content;

/**
 * The policy of the workbook that the add-in runs in: one for the functions and the pane, which share a
 * page. It takes only what it needs of the gateway, since functions answer before the rest is fetched.
 */
export const workbookPolicy = new PolicySession(
  {
    readPolicy,
    writePolicy: async (write, expected) =>
      (await import("./writePolicy")).writePolicy(write, expected),
    recalculate: async () => (await import("./recalculate")).recalculate(),
  },
  {
    day: () => dayFromDate(new Date()),
    department: address
      ? async () => (await import("./departmentPolicy")).fetchDepartmentPolicy(address)
      : null,
  },
);
