import type { Sheet, Table } from "../../core/workbook";
import { itemNotFound } from "../errors";
import type { TableTarget } from "./targets";

/** The table as it is now. @throws ItemNotFound where it has been deleted. */
export function current({ env, id }: TableTarget): { table: Table; sheet: Sheet } {
  const table = env.workbook.tables().find((each) => each.id === id);
  const sheet = table && env.workbook.sheet(table.sheetId);
  if (!table || !sheet) throw itemNotFound();
  return { table, sheet };
}
