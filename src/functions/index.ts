// Takes: arguments from Excel, the workbook's policy, the day.
// Gives: the custom functions, associated when the page loads.
// Never: judgements, sentences, Excel.* (the gateway reads the workbook).
import { workbookPolicy } from "../excel";
import { builtInPolicy, type PolicyInForce } from "../formulas";
import { prefetchPolicyReader, type WorkbookPolicy } from "../tasks";
import { monthFromDate } from "../units";
import { bindFunctions } from "./bindFunctions";

function inForce(policy: WorkbookPolicy): PolicyInForce {
  return policy.kind === "read"
    ? { kind: "book", book: policy.book }
    : { kind: "unreadable", cause: policy.why };
}

/** The workbook's policy; on a page without a workbook the built-in one. */
async function load(): Promise<PolicyInForce> {
  if (typeof Office === "undefined") return builtInPolicy();
  prefetchPolicyReader();
  const { host } = await Office.onReady();
  // Office's types know no page without a host; its library answers null there.
  return (host as unknown) === null ? builtInPolicy() : inForce(await workbookPolicy.load());
}

bindFunctions({
  load,
  subscribe: (listener) => workbookPolicy.subscribe((policy) => listener(inForce(policy))),
  today: () => monthFromDate(new Date()),
});

export { bindFunctions } from "./bindFunctions";
export type { FunctionsSource } from "./bindFunctions";
