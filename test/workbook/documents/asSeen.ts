import { columnLetters, type Area, type SheetContent, type WrittenCell } from "../../../src/grid";

function holds({ row, column, rows, columns }: Area, at: number, of: number): boolean {
  return at >= row && at < row + rows && of >= column && of < column + columns;
}

/** The style of a cell, of all styles that are applied to it; "" where it is Excel's own. */
function lookAt({ styles }: SheetContent, row: number, column: number): string {
  const facts = new Map<string, unknown>();
  for (const { style, areas } of styles)
    if (areas.some((area) => holds(area, row, column)))
      for (const [name, value] of Object.entries(style)) facts.set(name, value);
  return [...facts]
    .map(([name, value]) => `${name}=${String(value)}`)
    .sort()
    .join(" ");
}

/** By style: the cells that have it, as ranges within columns. Some styles cover rows that are still blank. */
function looksOf(content: SheetContent): string[] {
  const ends = content.styles.flatMap(({ areas }) => areas.map(({ row, rows }) => row + rows));
  const last = Math.max(content.rows.length, ...ends);
  const ranges = new Map<string, string[]>();
  content.columnWidths.forEach((_, column) => {
    const letters = columnLetters(column);
    let from = 0;
    for (let row = 1; row <= last; row += 1) {
      const style = lookAt(content, from, column);
      if (row < last && lookAt(content, row, column) === style) continue;
      ranges.set(style, [...(ranges.get(style) ?? []), `${letters}${from + 1}:${letters}${row}`]);
      from = row;
    }
  });
  ranges.delete("");
  return [...ranges].map(([style, cells]) => `${style} | ${cells.join(" ")}`).sort();
}

function shown(cell: WrittenCell): unknown {
  if (cell === null) return null;
  if ("number" in cell) return cell.number;
  return "text" in cell ? cell.text : { formula: cell.formula };
}

/** The cells up to the last one that holds anything. */
function withoutBlanks(cells: readonly WrittenCell[]): readonly WrittenCell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}

/** A sheet as people see it, line by line: what it is, what each row holds, the styles of its cells. */
export function asSeen(content: SheetContent): string {
  const { name, tag, columnWidths, frozenRows, filter, print, lists, hints, table, charts } =
    content;
  const facts = { name, tag, columnWidths, frozenRows, filter, print, lists, hints, table, charts };
  return [
    ...Object.entries(facts).map(([key, value]) => `${key} ${JSON.stringify(value)}`),
    ...content.rows.map((cells) => JSON.stringify(withoutBlanks(cells).map(shown))),
    ...looksOf(content),
    "",
  ].join("\n");
}
