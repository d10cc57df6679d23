import { isBlank } from "../../grid";
import type { Grid } from "../../grid";
import type { Month } from "../../units";
import { seenText } from "../cells/readText";
import { MONTHLY_FIELDS } from "../types";
import type { CellOf, MonthColumn, MonthlyField, SheetField, TextOf } from "../types";
import type { Collected, PersonMet } from "./collected";
import { PAID_FIELDS, type Row, type RowReader } from "./rowReader";
import { RowRecord, WideRecord, type MonthOfColumns } from "./rowRecord";

/** A long row with nothing in any of these was prepared for later and says nothing yet. */
const LONG_CONTENT: readonly SheetField[] = [
  "month",
  "score",
  "sales",
  "extra",
  "complaints",
  "leaves",
  ...PAID_FIELDS,
];

/** Whether a quantity holds a number, readable or out of range: what makes a row without a name matter. */
function hasNumber({ quantity }: CellOf<number>): boolean {
  if (quantity.kind === "problem") return quantity.problem.code === "outOfRange";
  return quantity.kind === "value" || quantity.kind === "zero";
}

/** Whether Excel has yet to say whose a row is: a 工号 may still come to any, or to none and the name counts. */
function isUnplaced(employeeId: TextOf, name: TextOf): boolean {
  return employeeId.pending || (employeeId.text === "" && name.pending);
}

/** Notes a row from which nothing is read, unless there is nothing on it. */
function passOver(
  reader: RowReader,
  row: number,
  cells: Row,
  { employeeId, name }: { readonly employeeId: TextOf; readonly name: TextOf },
  into: Collected,
): void {
  const nobody = reader.nobody(employeeId, name);
  const text = name.text === "" ? employeeId.text : name.text;
  if (nobody !== null) into.skip(reader, row, nobody, text);
  else if (text !== "") into.skip(reader, row, "blank", text);
  else if (into.remembersMore) {
    const other = cells.find((cell) => !isBlank(cell));
    if (other === undefined) return;
    const kind = reader.saysSummary(cells) ? "sum" : "other";
    into.skip(reader, row, kind, seenText(other).trim());
  }
}

/** Reads a row; gives whose it is. */
export function readLongRow(
  reader: RowReader,
  row: number,
  cells: Row,
  into: Collected,
): PersonMet | undefined {
  const holds = reader.isLasting || !LONG_CONTENT.every((field) => reader.isBlankAt(cells, field));
  const employeeId = reader.employeeId(row, cells);
  const name = reader.name(row, cells);
  if (!holds) {
    passOver(reader, row, cells, { employeeId, name }, into);
    return undefined;
  }
  const nobody = reader.nobody(employeeId, name);
  if (nobody !== null) {
    into.skip(reader, row, nobody, name.text === "" ? employeeId.text : name.text);
    return undefined;
  }
  const record = new RowRecord(reader, row, cells);
  let owner: PersonMet | undefined;
  if (isUnplaced(employeeId, name)) {
    into.unplaced.push(record);
  } else if (employeeId.text !== "" || name.text !== "") {
    owner = into.meet(employeeId.text, name.text, row, reader);
    owner.records.push(record);
  } else {
    const matters = hasNumber(record.score) || hasNumber(record.sales);
    if (!matters || reader.saysSummary(cells)) {
      passOver(reader, row, cells, { employeeId, name }, into);
      return undefined;
    }
    into.nameless.push(record);
    into.skip(reader, row, "nameless", seenText(record.score.seen));
  }
  into.records.add(record);
  return owner;
}

function monthFromHeading(reader: RowReader, grid: Grid, found: MonthColumn): CellOf<Month> {
  const { headerRow } = reader.layout;
  const cells = grid.rows[headerRow - grid.firstRow] ?? [];
  return reader.quantityAt(headerRow, cells, found.column, () => ({
    kind: "value",
    value: found.month,
    cleaned: null,
  }));
}

export interface WideMonth {
  readonly month: MonthOfColumns;
  /** Its columns, in no order. */
  readonly held: readonly number[];
}

/** The months of a wide sheet by date, each with the columns that hold something of it. */
export function wideMonths(reader: RowReader, grid: Grid): readonly WideMonth[] {
  const { layout } = reader;
  const found = new Map<Month, MonthOfColumns>();
  const enter = (field: MonthlyField, columns: readonly MonthColumn[]): void => {
    for (const column of columns) {
      const known = found.get(column.month);
      found.set(column.month, {
        month: known?.month ?? monthFromHeading(reader, grid, column),
        columns: { ...known?.columns, [field]: column.column },
      });
    }
  };
  enter("score", layout.months);
  for (const field of MONTHLY_FIELDS)
    if (field !== "score") enter(field, layout.blocks[field] ?? []);
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([, month]) => ({ month, held: Object.values(month.columns) }));
}

/** What distinguishes a person without any month yet from a note that somebody left below the table. */
const WIDE_CONTENT: readonly SheetField[] = ["employeeId", "name", "level", "hired", "levelSince"];

/** Reads a row; gives whose its records are. */
export function readWideRow(
  reader: RowReader,
  row: number,
  cells: Row,
  months: readonly WideMonth[],
  into: Collected,
): PersonMet | undefined {
  const employeeId = reader.employeeId(row, cells);
  const name = reader.name(row, cells);
  const nobody = reader.nobody(employeeId, name);
  if (nobody !== null) {
    into.skip(reader, row, nobody, name.text === "" ? employeeId.text : name.text);
    return undefined;
  }
  const filled = months.filter(({ held }) =>
    held.some((column) => !isBlank(reader.cellAt(cells, column))),
  );
  const unplaced = isUnplaced(employeeId, name);
  const hasWho = !unplaced && (employeeId.text !== "" || name.text !== "");
  if (filled.length === 0) {
    const told = WIDE_CONTENT.filter((field) => !reader.isBlankAt(cells, field)).length;
    if (hasWho && told >= 2) into.meet(employeeId.text, name.text, row, reader);
    else passOver(reader, row, cells, { employeeId, name }, into);
    return undefined;
  }
  const records = filled.map(({ month }) => new WideRecord(reader, row, cells, month));
  let owner: PersonMet | undefined;
  if (unplaced) {
    into.unplaced.push(...records);
  } else if (hasWho) {
    owner = into.meet(employeeId.text, name.text, row, reader);
    owner.records.push(...records);
  } else {
    const first = records.find(({ score, sales }) => hasNumber(score) || hasNumber(sales));
    if (first === undefined || reader.saysSummary(cells)) {
      passOver(reader, row, cells, { employeeId, name }, into);
      return undefined;
    }
    into.nameless.push(first);
    into.skip(reader, row, "nameless", seenText(first.score.seen));
  }
  for (const record of records) into.records.add(record);
  return owner;
}
