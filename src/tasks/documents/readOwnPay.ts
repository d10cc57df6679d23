import type { OwnPay } from "../../documents";
import {
  formatAddress,
  quoteSheetName,
  type Area,
  type Cell,
  type Grid,
  type WrittenCell,
} from "../../grid";
import {
  holdsAmounts,
  ownAmountOf,
  ownColumns,
  readText,
  type OwnColumn,
  type SheetLayout,
  type SheetRecord,
} from "../../scoresheet";
import type { PayMonth } from "../../views";
import { GatewayError, type Gateway } from "../gateway";

/** Rows read in one round trip. */
const ROWS_A_REQUEST = 5_000;

/** The rows of one sheet whose columns are carried along. */
interface Rows {
  readonly layout: SheetLayout;
  readonly records: SheetRecord[];
}

function bySheet({ paid, unpaid }: PayMonth): readonly Rows[] {
  const found = new Map<string, Rows>();
  for (const { record } of [...paid, ...unpaid]) {
    if (record === null) continue;
    const { layout } = record;
    const rows = found.get(layout.sheet.id) ?? { layout, records: [] };
    found.set(layout.sheet.id, rows);
    rows.records.push(record);
  }
  return [...found.values()];
}

/** The columns by which a row is known to be the one that was read. */
const whoColumns = ({ columns }: SheetLayout): readonly number[] =>
  [columns.employeeId, columns.name].flatMap((found) => found?.column ?? []);

interface RowCells {
  readonly own: readonly Cell[];
}

/** The cells of rows of a sheet, read in blocks; throws "changed" where a row is no longer the person's. */
async function readRows(
  gateway: Pick<Gateway, "readAreas">,
  { layout, records }: Rows,
  columns: readonly OwnColumn[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<SheetRecord, RowCells>> {
  const wanted = [...whoColumns(layout), ...columns.map(({ column }) => column)];
  const rows = [...records].sort((one, other) => one.row - other.row);
  const found = new Map<SheetRecord, RowCells>();
  for (let at = 0; at < rows.length;) {
    signal?.throwIfAborted();
    const from = rows[at]?.row ?? 0;
    let end = at;
    while ((rows[end]?.row ?? Infinity) < from + ROWS_A_REQUEST) end += 1;
    const block = rows.slice(at, end);
    const last = block.at(-1)?.row ?? from;
    const areas = wanted.map((column): Area => ({
      row: from,
      column,
      rows: last - from + 1,
      columns: 1,
    }));
    const read = await gateway.readAreas(layout.sheet, areas);
    const columnsRead: readonly Grid["rows"][] = read.areas.map(({ values }) => values);
    for (const record of block) {
      const cells = columnsRead.map((values) => values[record.row - from]?.[0] ?? null);
      const who = whoColumns(layout).length;
      if (!isStill(record, cells.slice(0, who)))
        throw new GatewayError({ kind: "changed", sheetName: layout.sheet.name });
      found.set(record, { own: cells.slice(who) });
    }
    at = end;
  }
  return found;
}

/** Whether a row still has the 工号 and name with which it was read. */
function isStill({ employeeId, name }: SheetRecord, who: readonly Cell[]): boolean {
  const seen = [employeeId, name].flatMap((text) => (text.cell === null ? [] : text.seen));
  return seen.every((text, index) => {
    const now = readText(who[index] ?? null);
    // Of cells that are shown as one only the first says whose the row is.
    return now === "" || now === readText(text);
  });
}

/** The same column of another sheet: its heading, and which one of that heading it is. */
const columnKey = ({ heading, known }: OwnColumn): string => `${known ?? ""} ${heading}`;

/**
 * What the department's own columns hold for those on the payroll, as they stand now (rule S5.2): values, or formulas
 * that refer to them. No columns on sheets that have none.
 */
export async function readOwnPay(
  gateway: Pick<Gateway, "readAreas">,
  pay: PayMonth,
  { formulas, signal }: { readonly formulas: boolean; readonly signal?: AbortSignal | undefined },
): Promise<OwnPay> {
  const headings = new Map<string, OwnColumn>();
  const read: { readonly record: SheetRecord; readonly cells: Map<string, WrittenCell> }[] = [];
  for (const rows of bySheet(pay)) {
    const { sheet } = rows.layout;
    const candidates = ownColumns(rows.layout, rows.records);
    if (candidates.length === 0) continue;
    const cells = await readRows(gateway, rows, candidates, signal);
    const kept = candidates.flatMap((column, index) =>
      holdsAmounts([...cells.values()].map(({ own }) => own[index] ?? null))
        ? [{ column, index }]
        : [],
    );
    for (const { column } of kept) headings.set(columnKey(column), column);
    for (const [record, { own }] of cells) {
      const written = new Map<string, WrittenCell>();
      for (const { column, index } of kept) {
        const amount = ownAmountOf(own[index] ?? null);
        if (amount === null) continue;
        const address = formatAddress({ row: record.row, column: column.column });
        written.set(
          columnKey(column),
          formulas
            ? { formula: `=${quoteSheetName(sheet.name)}!${address}` }
            : typeof amount === "number"
              ? { number: amount }
              : { text: amount },
        );
      }
      read.push({ record, cells: written });
    }
  }
  const keys = [...headings.keys()];
  return {
    columns: [...headings.values()].map(({ heading, known }) => ({ heading, known })),
    rows: new Map(
      read.map(({ record, cells }) => [record, keys.map((key) => cells.get(key) ?? null)]),
    ),
  };
}
