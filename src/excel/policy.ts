import { PolicySession } from "../tasks";
import { excelGateway } from "./gateway";

/** The policy of the workbook that the add-in runs in: one for the functions and the pane, which share a page. */
export const workbookPolicy = new PolicySession(excelGateway);
