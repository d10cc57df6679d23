import type { Grid, SheetContent, SheetRef, SheetTag } from "../../src/grid";
import type { Marks } from "../../src/views";
import { GatewayError, type Gateway } from "../../src/tasks";

export interface FakeSheet {
  readonly name: string;
  readonly rows: Grid["rows"];
  readonly visible?: boolean;
  readonly active?: boolean;
  readonly tag?: SheetTag;
}

export interface FakeGateway extends Gateway {
  /** What was asked, in order: "read 成绩", "formulas 成绩 2,4 9x3". */
  readonly asked: string[];
  readonly marked: Marks[];
  readonly written: SheetContent[];
}

/** A workbook in memory. Like the real one it hands a sheet's first rows to `accept` before the rest. */
export function fakeGateway(
  sheets: readonly FakeSheet[],
  address: string | null = null,
): FakeGateway {
  const asked: string[] = [];
  const marked: Marks[] = [];
  const parts: string[] = [];
  const written: SheetContent[] = [];
  const rowsOf = ({ id }: SheetRef): Grid["rows"] => sheets[Number(id)]?.rows ?? [];
  return {
    asked,
    marked,
    written,
    readFileAddress: () => Promise.resolve(address),
    listSheets: () =>
      Promise.resolve(
        sheets.map(({ name, visible = true, active = false, tag = null }, index) => ({
          id: String(index),
          name,
          visible,
          active,
          tag,
        })),
      ),
    readSheet: (sheet, { signal, accept, onProgress } = {}) => {
      const rows = rowsOf(sheet);
      const grid = { sheet, firstRow: 0, firstColumn: 0, isFormula: () => false };
      asked.push(`read ${sheet.name}`);
      if (rows.length === 0) return Promise.resolve({ ...grid, rows });
      if (accept?.({ ...grid, rows: rows.slice(0, 40) }) === false) return Promise.resolve(null);
      onProgress?.({ rows: rows.length, of: rows.length });
      signal?.throwIfAborted();
      return Promise.resolve({ ...grid, rows });
    },
    findFormulas: (sheet, { row, column, rows, columns }) => {
      asked.push(`formulas ${sheet.name} ${row},${column} ${rows}x${columns}`);
      return Promise.resolve(() => false);
    },
    readFormulaHeads: () => Promise.resolve([]),
    readAreas: () => Promise.reject(new GatewayError("notFound")),
    watchEdits: () => Promise.resolve(),
    applyMarks: (marks) => {
      marked.push(marks);
      return Promise.resolve();
    },
    clearMarks: () => Promise.resolve(marked.splice(0).length),
    editCells: (sheet, edits) => {
      asked.push(`edit ${sheet.name} ${edits.length}`);
      return Promise.resolve({ undo: [], skipped: [] });
    },
    writeRow: () => Promise.resolve(),
    writeSheet: (content) => {
      written.push(content);
      return Promise.resolve({
        sheet: { id: content.name, name: content.name },
        refreshed: false,
      });
    },
    removeBlankSheet: () => Promise.resolve(),
    removeWrittenSheet: () => Promise.resolve(),
    selectCell: () => Promise.resolve(),
    readPolicy: () => Promise.resolve({ parts: [], witness: null }),
    writePolicy: () => Promise.resolve(),
    countHiddenRows: () => Promise.resolve(0),
    listTables: () => Promise.resolve([]),
    findMerged: () => Promise.resolve([]),
    readTexts: (_, cells) => Promise.resolve(cells.map(() => "")),
    readSheetParts: () => Promise.resolve([...parts]),
    writeSheetPart: (xml, expected) => {
      if (JSON.stringify(expected) !== JSON.stringify(parts))
        return Promise.reject(new GatewayError({ kind: "changed", sheetName: null }));
      parts.splice(0, parts.length, xml);
      return Promise.resolve();
    },
    recalculate: () => Promise.resolve(),
    readFile: () => Promise.reject(new GatewayError("apiMissing")),
    openWorkbook: () => Promise.resolve(),
    startsWithWorkbook: () => Promise.resolve(false),
    startWithWorkbook: () => Promise.resolve(),
  };
}
