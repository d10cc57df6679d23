import { cellAddress, parseCell, type CellBlock } from "./addresses";
import {
  currentCells,
  isNoAnswer,
  sameContent,
  sameFormula,
  storedContent,
  type CurrentCell,
  type CurrentSheet,
} from "./cellContents";
import { referencesOf, type References } from "./formulaReferences";
import { residueOf, type FileCell, type FileSheet } from "./readSheet";

/** A sheet of the file beside what it is in the grid. */
export interface ComparedSheet {
  readonly id: string;
  readonly name: string;
  readonly file: FileSheet;
  readonly now: CurrentSheet;
}

export interface StandingValues {
  /** Addresses by sheet of formulas whose stored values stay. */
  readonly kept: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether one of them may be out of date: whoever opens the file has to calculate it. */
  readonly outdated: boolean;
}

/** A formula that stands as in the file, and of which the engine says another value. */
interface Differing {
  readonly sheet: string;
  readonly address: string;
  readonly cell: FileCell;
  readonly now: CurrentCell;
}

/** Answers that only this engine knows: the file has no word for them. */
const ENGINE_ERRORS = /^#(?:SPILL!|CALC!|CYCLE!|ERROR!|CONNECT!|BLOCKED!|FIELD!|UNKNOWN!)$/;

/** Cells that are other than in the file, by sheet: what formulas may look at. */
class ChangedCells {
  readonly #bySheet = new Map<string, { row: number; column: number }[]>();

  add(sheet: string, row: number, column: number): void {
    const cells = this.#bySheet.get(sheet);
    if (cells === undefined) this.#bySheet.set(sheet, [{ row, column }]);
    else cells.push({ row, column });
  }

  get any(): boolean {
    return this.#bySheet.size > 0;
  }

  within(sheet: string, { startRow, endRow, startColumn, endColumn }: CellBlock): boolean {
    return (
      this.#bySheet
        .get(sheet)
        ?.some(
          ({ row, column }) =>
            row >= startRow && row <= endRow && column >= startColumn && column <= endColumn,
        ) ?? false
    );
  }
}

/** Addresses of cells that only show what a formula of another cell fills them with, in the file or now. */
function filledCells({ file, now }: ComparedSheet): Set<string> {
  const filled = residueOf(file.cells);
  for (const { block } of now.spills)
    for (const { row, column } of cellsIn(block))
      if (row !== block.startRow || column !== block.startColumn)
        filled.add(cellAddress(row, column));
  return filled;
}

function cellsIn({ startRow, endRow, startColumn, endColumn }: CellBlock) {
  const cells: { row: number; column: number }[] = [];
  for (let row = startRow; row <= endRow; row += 1)
    for (let column = startColumn; column <= endColumn; column += 1) cells.push({ row, column });
  return cells;
}

/** Compares all sheets: notes what changed, and gives the formulas whose values differ without that. */
function compare(sheets: readonly ComparedSheet[], changed: ChangedCells): Differing[] {
  const differing: Differing[] = [];
  for (const sheet of sheets) {
    const { id, file, now } = sheet;
    const current = currentCells(now);
    const filled = filledCells(sheet);
    for (const [address, cell] of file.cells) {
      const standing = current.get(address);
      const stored = storedContent(cell);
      if (filled.has(address) && standing?.formula === undefined) continue;
      if (standing === undefined || !sameFormula(cell, standing)) {
        if (stored.kind !== "empty" || cell.storedFormula !== undefined)
          noteChange(changed, id, cell, standing);
      } else if (standing.formula === undefined) {
        if (!sameContent(stored, standing.content)) changed.add(id, cell.row, cell.column);
      } else if (stored.kind !== "empty" && !isNoAnswer(standing.content)) {
        if (!sameContent(stored, standing.content))
          differing.push({ sheet: id, address, cell, now: standing });
      }
    }
    for (const [address, { content, formula }] of current) {
      if (file.cells.has(address) || (content.kind === "empty" && formula === undefined)) continue;
      if (filled.has(address) && formula === undefined) continue;
      const { row, column } = parseCell(address);
      changed.add(id, row, column);
    }
  }
  return differing;
}

/** A formula changes all the cells that it fills or has filled. */
function noteChange(
  changed: ChangedCells,
  sheet: string,
  { row, column, filled }: FileCell,
  now: CurrentCell | undefined,
): void {
  changed.add(sheet, row, column);
  for (const block of [filled, now?.filled])
    if (block !== undefined)
      for (const cell of cellsIn(block)) changed.add(sheet, cell.row, cell.column);
}

/**
 * Which values of the file stand although the engine says others. A formula that nobody touched has the value that
 * the file tells, unless something that it looks at has changed; and where nobody can tell what it looks at, or the
 * engine is known to calculate it otherwise than Excel, the file's value stays and is calculated on opening.
 * @param names formulas of the workbook's names, by name in capitals
 */
export function standingValues(
  sheets: readonly ComparedSheet[],
  names: ReadonlyMap<string, string>,
): StandingValues {
  const changed = new ChangedCells();
  const differing = compare(sheets, changed);
  const idOf = new Map(sheets.map(({ id, name }) => [name.toUpperCase(), id]));
  const kept = new Map<string, Set<string>>();
  let waiting = differing.map((each) => ({
    ...each,
    looksAt: referencesOf(each.cell.storedFormula ?? "", names),
  }));
  const looksAtChanged = ({ sheet, looksAt }: (typeof waiting)[number]): boolean =>
    looksAt.areas.some((area) =>
      changed.within(area.sheet === null ? sheet : (idOf.get(area.sheet) ?? ""), area.block),
    );
  // What follows from a change is a change for what looks at it.
  for (let found = true; found;) {
    const rest: typeof waiting = [];
    for (const each of waiting) {
      if (isCalculated(each.looksAt, each.now) && (each.looksAt.ours || looksAtChanged(each)))
        noteChange(changed, each.sheet, each.cell, each.now);
      else rest.push(each);
    }
    found = rest.length < waiting.length;
    waiting = rest;
  }
  let outdated = false;
  for (const each of waiting) {
    const set = kept.get(each.sheet) ?? new Set<string>();
    kept.set(each.sheet, set.add(each.address));
    outdated ||= changed.any && (!each.looksAt.certain || looksAtChanged(each));
  }
  return { kept, outdated };
}

/** Whether the engine's answer can be written. */
function isCalculated({ certain }: References, { content }: CurrentCell): boolean {
  return certain && !(content.kind === "error" && ENGINE_ERRORS.test(content.value));
}
