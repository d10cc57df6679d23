import { Bounds, MAX_COLUMNS, MAX_ROWS, intersection } from "./a1";
import { namesRenamed, namesWithout } from "./formulas";
import { Listeners, shiftArea, shiftCharts, shiftOf, shiftParts } from "./parts";
import { plainInput } from "./plainSheets";
import type { PlainSheet } from "./plainSheets";
import { createParts } from "./sheetParts";
import type { SheetParts } from "./sheetParts";
import type {
  Area,
  CalculationReason,
  CellInput,
  CellStyle,
  CellValue,
  ChangeType,
  ConditionalFormat,
  CustomXmlPart,
  NamedItem,
  Sheet,
  SheetVisibility,
  Table,
  Workbook,
  WorkbookEvent,
} from "./workbook";

/**
 * A workbook without an engine, for sheets of a million rows: it keeps values, styles and rules.
 * Formulas are kept as they are written and not calculated; functions cannot be registered.
 */
export function createPlainWorkbook(sheets: readonly PlainSheet[]): Workbook {
  return new PlainWorkbook(sheets);
}

class PlainWorkbook implements Workbook {
  readonly customXmlParts: CustomXmlPart[] = [];
  readonly #sheets: PlainSheetStore[] = [];
  readonly #listeners = new Listeners();
  #active = "";
  #selection: { sheetId: string; area: Area };
  #names: NamedItem[] = [];
  #tables: Table[] = [];
  #nextId = 1;

  constructor(sheets: readonly PlainSheet[]) {
    for (const sheet of sheets) this.#create(sheet);
    this.#active = this.#sheets[0]?.id ?? "";
    this.#selection = {
      sheetId: this.#active,
      area: { row: 0, column: 0, rows: 1, columns: 1 },
    };
  }

  #create(sheet: PlainSheet): PlainSheetStore {
    const store = new PlainSheetStore(`sheet-${this.#nextId}`, sheet, {
      tell: (event) => {
        if (event.kind === "changed") this.#shiftParts(event.sheetId, event.area, event.changeType);
        this.#listeners.tell(event);
      },
      followName: (before, after) => {
        for (const item of namesRenamed(this.#names, before, after)) this.setName(item);
      },
    });
    this.#nextId += 1;
    this.#sheets.push(store);
    return store;
  }

  /** Tables move with their cells, as parts of a sheet do. */
  #shiftParts(sheetId: string, area: Area, changeType: ChangeType): void {
    const shift = shiftOf(area, changeType);
    if (!shift) return;
    for (const sheet of this.#sheets) {
      if (sheet.id === sheetId) shiftParts(sheet.parts, shift);
      shiftCharts(sheet.parts, sheetId, shift);
    }
    this.#tables = this.#tables.flatMap((table) => {
      if (table.sheetId !== sheetId) return [table];
      const moved = shiftArea(table.area, shift);
      return moved ? [{ ...table, area: moved }] : [];
    });
  }

  sheets(): Sheet[] {
    return [...this.#sheets];
  }

  sheet(id: string): Sheet | undefined {
    return this.#sheets.find((sheet) => sheet.id === id);
  }

  addSheet(name: string): Sheet {
    const sheet = this.#create({ name });
    this.#listeners.tell({ kind: "sheetAdded", sheetId: sheet.id });
    return sheet;
  }

  deleteSheet(id: string): void {
    const index = this.#sheets.findIndex((sheet) => sheet.id === id);
    const [sheet] = index < 0 ? [] : this.#sheets.splice(index, 1);
    if (!sheet) return;
    const { gone, changed } = namesWithout(this.#names, sheet);
    for (const { name, sheetId } of gone) this.deleteName(name, sheetId);
    for (const item of changed) this.setName(item);
    this.#tables = this.#tables.filter((table) => table.sheetId !== id);
    if (this.#active === id) this.activate(this.#sheets[0]?.id ?? "");
    this.#listeners.tell({ kind: "sheetDeleted", sheetId: id });
  }

  moveSheet(id: string, position: number): void {
    const index = this.#sheets.findIndex((sheet) => sheet.id === id);
    const [sheet] = this.#sheets.splice(index, 1);
    if (sheet) this.#sheets.splice(position, 0, sheet);
  }

  activeSheet(): Sheet {
    const sheet = this.sheet(this.#active);
    if (!sheet) throw new Error("The workbook has no sheet.");
    return sheet;
  }

  activate(id: string): void {
    if (this.#active === id) return;
    this.#active = id;
    this.#listeners.tell({ kind: "sheetActivated", sheetId: id });
  }

  selection(): { sheetId: string; area: Area } {
    return this.#selection.sheetId === this.#active
      ? this.#selection
      : { sheetId: this.#active, area: { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  select(sheetId: string, area: Area): void {
    this.activate(sheetId);
    this.#selection = { sheetId, area };
    this.#listeners.tell({ kind: "selectionChanged", sheetId, area });
  }

  names(): NamedItem[] {
    return [...this.#names];
  }

  setName(item: NamedItem): void {
    const name = item.name.toUpperCase();
    const place = this.#names.findIndex(
      (each) => each.name.toUpperCase() === name && each.sheetId === item.sheetId,
    );
    if (place < 0) this.#names.push(item);
    else this.#names[place] = item;
  }

  deleteName(name: string, sheetId?: string): void {
    this.#names = this.#names.filter(
      (item) => item.name.toUpperCase() !== name.toUpperCase() || item.sheetId !== sheetId,
    );
  }

  tables(): Table[] {
    return [...this.#tables];
  }

  addTable(table: Omit<Table, "id">): Table {
    const added = { ...table, id: `table-${this.#nextId}` };
    this.#nextId += 1;
    this.#tables.push(added);
    return added;
  }

  changeTable(id: string, change: Partial<Pick<Table, "name" | "area">>): void {
    this.#tables = this.#tables.map((table) => (table.id === id ? { ...table, ...change } : table));
  }

  deleteTable(id: string): void {
    this.#tables = this.#tables.filter((table) => table.id !== id);
  }

  registerFunctions(): void {
    throw new Error("A plain workbook calculates no formulas.");
  }

  calculating(): boolean {
    return false;
  }

  calculated(): Promise<void> {
    return Promise.resolve();
  }

  calculateAll(): void {
    this.#listeners.tell({ kind: "calculated" });
  }

  calculateAnswers(): void {
    // No functions, no answers.
  }

  calculateSheet(): void {
    this.#listeners.tell({ kind: "calculated" });
  }

  calculation(): { number: number; reason: CalculationReason } {
    return { number: 0, reason: "change" };
  }

  subscribe(listener: (event: WorkbookEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  dispose(): void {
    // Nothing runs.
  }
}

/** What a sheet needs of its workbook. */
interface SheetOwner {
  tell(event: WorkbookEvent): void;
  /** Lets what refers to a sheet by its name follow the new one. */
  followName(before: string, after: string): void;
}

/** Rows of values; undefined and null are empty. Styles and formulas are rare and kept apart. */
class PlainSheetStore implements Sheet {
  readonly parts: SheetParts = createParts();
  visibility: SheetVisibility;
  tabColor = "";
  showGridlines = true;
  #name: string;
  readonly #rows: (CellValue | undefined)[][] = [];
  #formulas = new Map<number, string>();
  #styles = new Map<number, CellStyle>();
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  readonly #widths = new Map<number, number>();
  readonly #heights = new Map<number, number>();
  #merged: Area[] = [];
  #frozen = { rows: 0, columns: 0 };
  #formats: ConditionalFormat[] = [];
  #nextFormat = 1;

  constructor(
    readonly id: string,
    sheet: PlainSheet,
    readonly owner: SheetOwner,
  ) {
    this.#name = sheet.name;
    this.visibility = sheet.visibility ?? "Visible";
    (sheet.cells ?? []).forEach((line, row) => {
      line.forEach((cell, column) => {
        const input = plainInput(cell);
        if (input) this.#put(row, column, input);
      });
    });
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    const before = this.#name;
    this.#name = name;
    this.owner.followName(before, name);
  }

  #put(row: number, column: number, input: CellInput): void {
    const line = (this.#rows[row] ??= []);
    this.#formulas.delete(key(row, column));
    if ("formula" in input) {
      this.#formulas.set(key(row, column), input.formula);
      line[column] = 0;
    } else {
      line[column] = input.value;
    }
  }

  value(row: number, column: number): CellValue {
    return this.#rows[row]?.[column] ?? null;
  }

  formula(row: number, column: number): string | null {
    return this.#formulas.size === 0 ? null : (this.#formulas.get(key(row, column)) ?? null);
  }

  spilled(): boolean {
    return false;
  }

  style(row: number, column: number): CellStyle {
    return (this.#styles.size > 0 && this.#styles.get(key(row, column))) || {};
  }

  write(row: number, column: number, cells: readonly (readonly (CellInput | undefined)[])[]): void {
    let columns = 0;
    cells.forEach((line, rowOffset) => {
      columns = Math.max(columns, line.length);
      line.forEach((input, columnOffset) => {
        if (input) this.#put(row + rowOffset, column + columnOffset, input);
      });
    });
    this.#changed({ row, column, rows: cells.length, columns });
  }

  clear(area: Area): void {
    this.#forCells(area, (row, column) => {
      const line = this.#rows[row];
      if (line) line[column] = null;
      this.#formulas.delete(key(row, column));
    });
    this.#changed(area);
  }

  patchStyle(area: Area, style: CellStyle): void {
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        const merged = { ...this.style(row, column), ...style };
        this.#styles.set(
          key(row, column),
          Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)),
        );
      }
    }
  }

  clearStyle(area: Area): void {
    this.#forCells(area, (row, column) => this.#styles.delete(key(row, column)));
  }

  usedArea(valuesOnly: boolean): Area | null {
    const bounds = new Bounds();
    for (let row = 0; row < this.#rows.length; row += 1) {
      const line = this.#rows[row];
      if (!line) continue;
      let first = 0;
      while (first < line.length && (line[first] ?? null) === null) first += 1;
      if (first === line.length) continue;
      let last = line.length - 1;
      while ((line[last] ?? null) === null) last -= 1;
      bounds.include(row, first);
      bounds.include(row, last);
    }
    if (!valuesOnly) {
      for (const cell of this.#styles.keys()) {
        bounds.include(Math.floor(cell / MAX_COLUMNS), cell % MAX_COLUMNS);
      }
    }
    return bounds.area();
  }

  rowHidden(row: number): boolean {
    return this.#hiddenRows.has(row);
  }

  columnHidden(column: number): boolean {
    return this.#hiddenColumns.has(column);
  }

  hideRows(row: number, rows: number, hidden: boolean): void {
    mark(this.#hiddenRows, row, rows, hidden);
  }

  hideColumns(column: number, columns: number, hidden: boolean): void {
    mark(this.#hiddenColumns, column, columns, hidden);
  }

  columnWidth(column: number): number {
    return this.#widths.get(column) ?? 48;
  }

  setColumnWidth(column: number, columns: number, points: number): void {
    for (let index = column; index < column + columns; index += 1) this.#widths.set(index, points);
  }

  rowHeight(row: number): number {
    return this.#heights.get(row) ?? 15;
  }

  setRowHeight(row: number, rows: number, points: number): void {
    for (let index = row; index < row + rows; index += 1) this.#heights.set(index, points);
  }

  mergedAreas(): Area[] {
    return [...this.#merged];
  }

  merge(area: Area): void {
    this.unmerge(area);
    this.#merged.push(area);
  }

  unmerge(area: Area): void {
    this.#merged = this.#merged.filter((merged) => !intersection(merged, area));
  }

  frozen(): { rows: number; columns: number } {
    return { ...this.#frozen };
  }

  freeze(rows: number, columns: number): void {
    this.#frozen = { rows, columns };
  }

  insertRows(row: number, rows: number): Promise<void> {
    this.#rows.splice(row, 0, ...Array.from({ length: rows }, () => []));
    this.#shift((cell) => ({ ...cell, row: cell.row < row ? cell.row : cell.row + rows }));
    return this.#shifted({ row, column: 0, rows, columns: MAX_COLUMNS }, "RowInserted");
  }

  deleteRows(row: number, rows: number): Promise<void> {
    this.#rows.splice(row, rows);
    this.#shift((cell) => {
      if (cell.row < row) return cell;
      return cell.row < row + rows ? null : { ...cell, row: cell.row - rows };
    });
    return this.#shifted({ row, column: 0, rows, columns: MAX_COLUMNS }, "RowDeleted");
  }

  insertColumns(column: number, columns: number): Promise<void> {
    for (const line of this.#rows) {
      if (line && line.length > column) {
        line.splice(column, 0, ...Array.from({ length: columns }, () => undefined));
      }
    }
    this.#shift((cell) => ({
      ...cell,
      column: cell.column < column ? cell.column : cell.column + columns,
    }));
    return this.#shifted({ row: 0, column, rows: MAX_ROWS, columns }, "ColumnInserted");
  }

  deleteColumns(column: number, columns: number): Promise<void> {
    for (const line of this.#rows) line?.splice(column, columns);
    this.#shift((cell) => {
      if (cell.column < column) return cell;
      return cell.column < column + columns ? null : { ...cell, column: cell.column - columns };
    });
    return this.#shifted({ row: 0, column, rows: MAX_ROWS, columns }, "ColumnDeleted");
  }

  conditionalFormats(): ConditionalFormat[] {
    return [...this.#formats];
  }

  addConditionalFormat(format: Omit<ConditionalFormat, "id">): ConditionalFormat {
    const added = { ...format, id: `format-${this.#nextFormat}` };
    this.#nextFormat += 1;
    this.#formats.unshift(added);
    return added;
  }

  replaceConditionalFormat(id: string, format: Omit<ConditionalFormat, "id">): void {
    this.#formats = this.#formats.map((each) => (each.id === id ? { ...format, id } : each));
  }

  deleteConditionalFormat(id: string): void {
    this.#formats = this.#formats.filter((format) => format.id !== id);
  }

  #forCells(area: Area, visit: (row: number, column: number) => void): void {
    const used = this.usedArea(false);
    const common = used && intersection(used, area);
    if (!common) return;
    for (let row = common.row; row < common.row + common.rows; row += 1) {
      for (let column = common.column; column < common.column + common.columns; column += 1) {
        visit(row, column);
      }
    }
  }

  #changed(area: Area): void {
    this.owner.tell({ kind: "changed", sheetId: this.id, area, changeType: "RangeEdited" });
  }

  #shifted(area: Area, changeType: ChangeType): Promise<void> {
    this.owner.tell({ kind: "changed", sheetId: this.id, area, changeType });
    return Promise.resolve();
  }

  #shift(move: (cell: Cell) => Cell | null): void {
    this.#formulas = moved(this.#formulas, move);
    this.#styles = moved(this.#styles, move);
  }
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** One number per cell: maps with number keys are smaller than maps with texts. */
function key(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

function moved<V>(cells: ReadonlyMap<number, V>, move: (cell: Cell) => Cell | null) {
  const result = new Map<number, V>();
  for (const [cell, value] of cells) {
    const to = move({ row: Math.floor(cell / MAX_COLUMNS), column: cell % MAX_COLUMNS });
    if (to) result.set(key(to.row, to.column), value);
  }
  return result;
}

function mark(set: Set<number>, first: number, count: number, marked: boolean): void {
  for (let index = first; index < first + count; index += 1) {
    if (marked) set.add(index);
    else set.delete(index);
  }
}
