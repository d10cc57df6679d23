/** A worksheet: the id stays when it is renamed, the name is for people. */
export interface SheetRef {
  readonly id: string;
  readonly name: string;
}

/** A cell; row and column are counted from 0. */
export interface CellRef {
  readonly sheet: SheetRef;
  readonly row: number;
  readonly column: number;
}

/** 0 is "A", 26 is "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** "E7", without the sheet. */
export function formatAddress(cell: { readonly row: number; readonly column: number }): string {
  return `${columnLetters(cell.column)}${cell.row + 1}`;
}

/** "成绩!E7": for people and tests, so the sheet's name stands without quotes. */
export function formatRef(cell: CellRef): string {
  return `${cell.sheet.name}!${formatAddress(cell)}`;
}

/**
 * The cells as few addresses ("E7:E9,F2") in lists of at most `limit` characters each, since Excel
 * cuts longer lists off without a word. Runs are merged down columns.
 */
export function mergeAddresses(
  cells: readonly { readonly row: number; readonly column: number }[],
  limit: number,
): string[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: string[] = [];
  let start: { row: number; column: number } | undefined;
  let end = 0;
  const close = (): void => {
    if (start === undefined) return;
    const first = formatAddress(start);
    runs.push(end === start.row ? first : `${first}:${formatAddress({ ...start, row: end })}`);
  };
  for (const cell of sorted) {
    if (start !== undefined && cell.column === start.column && cell.row <= end + 1) {
      end = cell.row;
      continue;
    }
    close();
    start = { row: cell.row, column: cell.column };
    end = cell.row;
  }
  close();
  const lists: string[] = [];
  let list = "";
  for (const run of runs) {
    if (list !== "" && list.length + 1 + run.length > limit) {
      lists.push(list);
      list = "";
    }
    list = list === "" ? run : `${list},${run}`;
  }
  if (list !== "") lists.push(list);
  return lists;
}
