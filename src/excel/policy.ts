import { PolicySession } from "../tasks";
import { readPolicyParts, writePolicyPart } from "./xmlParts";
import { recalculate } from "./recalculate";

/**
 * The policy of the workbook that the add-in runs in: one for the functions and the pane, which share a
 * page. It takes only what it needs of the gateway, since functions answer before the rest is fetched.
 */
export const workbookPolicy = new PolicySession({ readPolicyParts, writePolicyPart, recalculate });
