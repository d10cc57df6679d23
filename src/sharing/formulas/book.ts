import { quoteSheetName, type Area } from "../../grid";

/** A defined name of a workbook; `sheet` is the one it belongs to, null the workbook's. */
export interface DefinedName {
  readonly name: string;
  readonly sheet: string | null;
  readonly text: string;
  readonly hidden: boolean;
}

export interface TableFacts {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly columns: readonly string[];
}

/** What the formulas of a workbook may refer to. */
export interface BookFacts {
  readonly sheets: readonly string[];
  readonly names: readonly DefinedName[];
  readonly tables: readonly TableFacts[];
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

interface Index {
  readonly names: ReadonlyMap<string, readonly DefinedName[]>;
  readonly tables: ReadonlyMap<string, TableFacts>;
}

/** Names and tables of a workbook by what they are called in lower case. */
const indices = new WeakMap<BookFacts, Index>();

function indexOf(book: BookFacts): Index {
  const known = indices.get(book);
  if (known !== undefined) return known;
  const names = new Map<string, DefinedName[]>();
  for (const each of book.names) {
    const key = each.name.toLowerCase();
    const before = names.get(key);
    if (before === undefined) names.set(key, [each]);
    else before.push(each);
  }
  const tables = new Map<string, TableFacts>();
  for (const each of book.tables) {
    const key = each.name.toLowerCase();
    if (!tables.has(key)) tables.set(key, each);
  }
  const index = { names, tables };
  indices.set(book, index);
  return index;
}

/** The name as a formula on that sheet understands it: the sheet's own comes first. */
export function findName(book: BookFacts, name: string, sheet: string): DefinedName | undefined {
  const called = indexOf(book).names.get(name.toLowerCase()) ?? [];
  return (
    called.find((each) => each.sheet !== null && same(each.sheet, sheet)) ??
    called.find((each) => each.sheet === null)
  );
}

export function findTable(book: BookFacts, name: string): TableFacts | undefined {
  return indexOf(book).tables.get(name.toLowerCase());
}

/** One key for a name: names of one sheet are distinguished from those of another. */
export function nameKey({ name, sheet }: Pick<DefinedName, "name" | "sheet">): string {
  return `${sheet === null ? "" : quoteSheetName(sheet.toLowerCase())}!${name.toLowerCase()}`;
}

/** The cells that `[列]`, `[[#This Row],[列]]` and the like refer to; undefined where a column is unknown. */
export function tableArea(table: TableFacts, columns: string, row: number): Area | undefined {
  const inner = columns.slice(1, -1);
  const parts = inner.startsWith("[") ? [...inner.matchAll(/\[((?:'.|[^\]'])*)\]/gu)] : [];
  const items = (inner.startsWith("[") ? parts.map((part) => part[1] ?? "") : [inner])
    .map((item) => item.replace(/'(.)/gu, "$1").trim())
    .filter((item) => item !== "");
  const special = new Set(
    items.filter((item) => item.startsWith("#")).map((item) => item.toLowerCase()),
  );
  const wanted = items
    .filter((item) => !item.startsWith("#"))
    .map((item) => table.columns.findIndex((column) => same(column, item)));
  if (wanted.includes(-1)) return undefined;
  const { area, headerRows, totalsRows } = table;
  const first = Math.min(...wanted);
  const across =
    wanted.length === 0
      ? area
      : { ...area, column: area.column + first, columns: Math.max(...wanted) - first + 1 };
  if (special.has("#this row")) return { ...across, row, rows: 1 };
  if (special.has("#all")) return across;
  if (special.has("#headers")) return { ...across, rows: headerRows };
  return { ...across, row: area.row + headerRows, rows: area.rows - headerRows - totalsRows };
}
