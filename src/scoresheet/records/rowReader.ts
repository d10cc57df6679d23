import type { Fen, Month, Score } from "../../units";
import { errorOf, isBlank, isNotCalculated } from "../../grid";
import type { Cell, CellRef, Grid } from "../../grid";
import { explains, isGroup, isSummary, nobodyIn } from "./notPeople";
import { BLANK } from "../cells/quantity";
import { readCount } from "../cells/readCount";
import { readDate } from "../cells/readSheetMonth";
import { readMoney } from "../cells/readMoney";
import { readScore } from "../cells/readScore";
import { readName, readText, seenText } from "../cells/readText";
import { remembered } from "../cells/remembered";
import { headingKey, headingReader, type HeadingReader } from "../layout/headings";
import { amountReader, scoreReader } from "./cellReaders";
import { monthReader, type MonthReader } from "./monthReader";
import { OwnAmountsReader } from "./ownAmounts";
import type {
  CellOf,
  HeadingNames,
  MonthlyField,
  OwnAmounts,
  Quantity,
  ScoreLimits,
  SheetField,
  SheetLayout,
  SheetMonth,
  SheetRecord,
  SkippedKind,
  TextOf,
} from "../types";

export interface RecordOptions {
  readonly limits: ScoreLimits;
  /** By which headings printed again, and those of other tables below, are known. */
  readonly headings?: HeadingNames<SheetField> | undefined;
  /** Whether HR has confirmed the 0 of a person's month as a score (rule N6). */
  readonly zeroConfirmed?: (who: Who, month: Month) => boolean;
  /** A sheet that tells of people whatever the month: a row of it need hold nothing of one. */
  readonly lasting?: boolean;
}

/** What a row says of whose it is. */
export interface Who {
  readonly employeeId: string;
  readonly name: string;
}

/** The same for the same person: by 工号, else by name. */
export function whoKey({ employeeId, name }: Who): string {
  return employeeId === "" ? `name:${name}` : `id:${employeeId}`;
}

/** One row of the sheet as it was read. */
export type Row = readonly Cell[];

/** A field for which the sheet has no column. */
export const ABSENT: CellOf<never> = { cell: null, quantity: BLANK, seen: null, formula: false };
const NO_TEXT: TextOf = { cell: null, text: "", seen: "", pending: false };
export const NOT_PAID: SheetRecord["paid"] = {
  base: ABSENT,
  commission: ABSENT,
  performance: ABSENT,
  gross: ABSENT,
  fines: ABSENT,
};

export const PAID_FIELDS: readonly Exclude<MonthlyField, "score">[] = [
  "basePaid",
  "commissionPaid",
  "performancePaid",
  "grossPaid",
  "finesPaid",
];

/** The month that a sheet's name gives, for each of its rows. */
function monthOfSheet({ month, text }: SheetMonth): CellOf<Month> {
  const quantity: Quantity<Month> =
    month === null
      ? { kind: "problem", problem: { code: "monthWithoutYear", text } }
      : { kind: "value", value: month, cleaned: null };
  return { cell: null, quantity, seen: text, formula: false };
}

/** The fields of one record as far as they have been read. */
export type KeptFields = {
  -readonly [
    field in Exclude<keyof SheetRecord, "row" | "layout" | "hiredDay">
  ]?: SheetRecord[field];
};

function isPending(cell: Cell): boolean {
  const error = errorOf(cell);
  return error !== undefined && isNotCalculated(error);
}

const textUnlessError = (read: (cell: Cell) => string) => (cell: Cell) =>
  errorOf(cell) === undefined ? read(cell) : "";

/** Reads the cells of rows by the columns of one layout. It keeps the fields of one row at most, whatever it has read. */
export class RowReader {
  readonly #sheet: Grid["sheet"];
  readonly #firstColumn: number;
  readonly #isFormula: Grid["isFormula"];
  readonly #hasPaid: boolean;
  readonly #sheetMonth: CellOf<Month> | null;
  readonly #idText = remembered(textUnlessError(readText));
  readonly #nameText = remembered(textUnlessError(readName));
  readonly #levelText = remembered((cell: Cell) => (isPending(cell) ? "" : readText(cell)));
  readonly #money = remembered((cell: Cell) => readMoney(cell));
  readonly #count = remembered(readCount);
  readonly #date = remembered(readDate);
  readonly #salesMoney: (cell: Cell) => Quantity<Fen>;
  readonly #monthIn: MonthReader;
  readonly #points: (cell: Cell) => Quantity<Score>;
  readonly #saysNobody = remembered((text: string) => ({ kind: nobodyIn(text) }));
  readonly #saysAlone = remembered((text: string): { readonly kind: SkippedKind | null } => ({
    kind: explains(text) ? "signature" : isGroup(text) ? "group" : null,
  }));
  readonly #keyOf = remembered(headingKey);
  readonly #heading: HeadingReader | null;
  readonly #own: OwnAmountsReader;
  #lastRecord: SheetRecord | null = null;
  #kept: KeptFields = {};

  readonly #options: RecordOptions;

  constructor(
    grid: Grid,
    readonly layout: SheetLayout,
    options: RecordOptions,
  ) {
    this.#options = options;
    this.#sheet = grid.sheet;
    this.#firstColumn = grid.firstColumn;
    this.#isFormula = grid.isFormula;
    this.#hasPaid = PAID_FIELDS.some((field) => layout.columns[field] !== undefined);
    this.#sheetMonth = layout.sheetMonth === null ? null : monthOfSheet(layout.sheetMonth);
    this.#points = remembered(scoreReader(layout, options.limits));
    this.#monthIn = monthReader(layout.year);
    this.#own = new OwnAmountsReader(grid, layout);
    this.#heading = options.headings === undefined ? null : headingReader(options.headings);
    this.#salesMoney = layout.unit === null ? this.#money : remembered(amountReader(layout.unit));
  }

  /** Checks ask for the same few fields of a record one after the other: those of the last one are kept. */
  keptOf(record: SheetRecord): KeptFields {
    if (record !== this.#lastRecord) {
      this.#lastRecord = record;
      this.#kept = {};
    }
    return this.#kept;
  }

  /** Whether its rows tell of people whatever the month. */
  get isLasting(): boolean {
    return this.#options.lasting === true;
  }

  cellAt(cells: Row, column: number): Cell {
    return cells[column - this.#firstColumn] ?? null;
  }

  isBlankAt(cells: Row, field: SheetField): boolean {
    const column = this.layout.columns[field]?.column;
    return column === undefined || isBlank(this.cellAt(cells, column));
  }

  quantityAt<T>(
    row: number,
    cells: Row,
    column: number,
    read: (cell: Cell) => Quantity<T>,
  ): CellOf<T> {
    const seen = this.cellAt(cells, column);
    return {
      cell: { sheet: this.#sheet, row, column },
      quantity: read(seen),
      seen,
      formula: this.#isFormula(row, column),
    };
  }

  #quantity<T>(
    row: number,
    cells: Row,
    field: SheetField,
    read: (cell: Cell) => Quantity<T>,
  ): CellOf<T> {
    const column = this.layout.columns[field]?.column;
    return column === undefined ? ABSENT : this.quantityAt(row, cells, column, read);
  }

  /** A score of the month; a 0 that HR has confirmed for it counts. */
  scoreAt(row: number, cells: Row, column: number, month: () => CellOf<Month>): CellOf<Score> {
    const asked = this.quantityAt(row, cells, column, this.#points);
    const { limits, zeroConfirmed } = this.#options;
    if (asked.quantity.kind !== "zero" || zeroConfirmed === undefined) return asked;
    const { quantity } = month();
    if (quantity.kind !== "value") return asked;
    const who = {
      employeeId: this.employeeId(row, cells).text,
      name: this.name(row, cells).text,
    };
    return zeroConfirmed(who, quantity.value)
      ? { ...asked, quantity: readScore(asked.seen, limits, "score") }
      : asked;
  }

  score(row: number, cells: Row): CellOf<Score> {
    const column = this.layout.columns.score?.column;
    return column === undefined
      ? ABSENT
      : this.scoreAt(row, cells, column, () => this.month(row, cells));
  }

  /** The month of a long row: of its own cell, or that of the whole sheet. */
  month(row: number, cells: Row): CellOf<Month> {
    if (this.#sheetMonth !== null) return this.#sheetMonth;
    const { layout } = this;
    const monthIn = this.#monthIn;
    const years = layout.year?.column;
    const year = years === null || years === undefined ? null : this.cellAt(cells, years);
    return this.#quantity(row, cells, "month", (cell) => monthIn(cell, year));
  }

  moneyAt(row: number, cells: Row, column: number | undefined): CellOf<Fen> {
    return column === undefined ? ABSENT : this.quantityAt(row, cells, column, this.#money);
  }

  salesAt(row: number, cells: Row, column: number | undefined): CellOf<Fen> {
    return column === undefined ? ABSENT : this.quantityAt(row, cells, column, this.#salesMoney);
  }

  countAt(row: number, cells: Row, column: number | undefined): CellOf<number> {
    return column === undefined ? ABSENT : this.quantityAt(row, cells, column, this.#count);
  }

  amount(row: number, cells: Row, field: SheetField): CellOf<Fen> {
    return this.#quantity(row, cells, field, this.#money);
  }

  counted(row: number, cells: Row, field: SheetField): CellOf<number> {
    return this.#quantity(row, cells, field, this.#count);
  }

  employeeId(row: number, cells: Row): TextOf {
    return this.#textOf(row, cells, "employeeId", this.#idText);
  }

  name(row: number, cells: Row): TextOf {
    return this.#textOf(row, cells, "name", this.#nameText);
  }

  /** The text of the name alone. */
  nameOf(cells: Row): string {
    const column = this.layout.columns.name?.column;
    return column === undefined ? "" : this.#nameText(this.cellAt(cells, column));
  }

  level(row: number, cells: Row): TextOf {
    return this.#textOf(row, cells, "level", this.#levelText);
  }

  #textOf(row: number, cells: Row, field: SheetField, read: (cell: Cell) => string): TextOf {
    const column = this.layout.columns[field]?.column;
    if (column === undefined) return NO_TEXT;
    const cell = this.cellAt(cells, column);
    return {
      cell: { sheet: this.#sheet, row, column },
      text: read(cell),
      seen: seenText(cell),
      pending: isPending(cell),
    };
  }

  /** The first of some columns whose cell Excel has not calculated yet, and how many there are. */
  pendingIn(
    cells: Row,
    columns: readonly number[],
  ): { readonly count: number; readonly first: number } {
    let count = 0;
    let first = -1;
    for (const column of columns) {
      if (!isPending(this.cellAt(cells, column))) continue;
      if (count === 0) first = column;
      count += 1;
    }
    return { count, first };
  }

  /** The cell that stands for the person of a row. */
  whoCell(row: number): CellRef {
    const { name, employeeId } = this.layout.columns;
    return { sheet: this.#sheet, row, column: (name ?? employeeId)?.column ?? this.#firstColumn };
  }

  dated(row: number, cells: Row, field: SheetField): CellOf<Month> {
    return this.#quantity(row, cells, field, (cell) => this.#date(cell).month);
  }

  hiredDay(cells: Row): number | null {
    const column = this.layout.columns.hired?.column;
    return column === undefined ? null : this.#date(this.cellAt(cells, column)).day;
  }

  ownAmounts(row: number, cells: Row): OwnAmounts {
    return this.#own.read(row, cells);
  }

  paid(row: number, cells: Row): SheetRecord["paid"] {
    if (!this.#hasPaid) return NOT_PAID;
    return {
      base: this.amount(row, cells, "basePaid"),
      commission: this.amount(row, cells, "commissionPaid"),
      performance: this.amount(row, cells, "performancePaid"),
      gross: this.amount(row, cells, "grossPaid"),
      fines: this.amount(row, cells, "finesPaid"),
    };
  }

  /** Why a row is nobody's: a sum, a signature, a note, a team, or the heading printed again; null where it is somebody's. */
  nobody(employeeId: TextOf, name: TextOf): SkippedKind | null {
    if (employeeId.text === "" && name.text === "") return null;
    const said = this.#saysNobody(name.text).kind ?? this.#saysNobody(employeeId.text).kind;
    if (said !== null) return said;
    if (this.#isHeaderAt(name, "name") || this.#isHeaderAt(employeeId, "employeeId"))
      return "heading";
    if (employeeId.text !== "" && this.#saysAlone(employeeId.text).kind === "signature")
      return "signature";
    // Teams and explanations stand alone; somebody with a 工号 is a person, whatever the name.
    const [only, other] = name.text === "" ? [employeeId, name] : [name, employeeId];
    return other.text === "" ? this.#saysAlone(only.text).kind : null;
  }

  /** The heading printed again, in whatever spacing or words. */
  #isHeaderAt(text: TextOf, field: SheetField): boolean {
    const heading = this.layout.columns[field]?.heading;
    if (text.seen === "" || heading === undefined) return false;
    if (text.seen === heading || this.#keyOf(text.seen) === this.#keyOf(heading)) return true;
    return this.#heading?.tell(text.seen).word?.field === field;
  }

  /**
   * What another table is that a row heads, since its cells name other columns than those they stand in: one of people of
   * its own, or a legend; null for any other row.
   */
  headsOtherTable(cells: Row): "people" | "legend" | null {
    const heading = this.#heading;
    if (heading === null) return null;
    const { name, employeeId } = this.layout.columns;
    const differs = [name, employeeId].some((found) => {
      const cell = found === undefined ? null : this.cellAt(cells, found.column);
      const told = typeof cell === "string" && cell !== "" ? heading.tell(cell).word : null;
      return told !== null && told.field !== found?.field;
    });
    if (!differs) return null;
    const words = cells.flatMap((cell) =>
      typeof cell === "string" ? (heading.tell(cell).word?.field ?? []) : [],
    );
    if (words.length < 2) return null;
    return words.some((field) => field === "name" || field === "employeeId") ? "people" : "legend";
  }

  /** Whether a row is the heading of this table again. */
  isOwnHeading(cells: Row): boolean {
    let same = 0;
    for (const { field, column, heading } of Object.values(this.layout.columns)) {
      const cell = this.cellAt(cells, column);
      if (typeof cell !== "string" || cell === "") continue;
      if (this.#keyOf(cell) === this.#keyOf(heading)) same += 1;
      else if (this.#heading?.tell(cell).word?.field === field) same += 1;
      else return false;
    }
    return same >= 2;
  }

  /** Whether a row below a legend is somebody of this table again: a name, a month and a score in their columns. */
  isSomebody(row: number, cells: Row, months: readonly { readonly held: readonly number[] }[]) {
    const employeeId = this.employeeId(row, cells);
    const name = this.name(row, cells);
    if (employeeId.text === "" && name.text === "") return false;
    if (this.nobody(employeeId, name) !== null) return false;
    const scored = (column: number): boolean => {
      const { kind } = this.#points(this.cellAt(cells, column));
      return kind === "value" || kind === "notAssessed";
    };
    const { score } = this.layout.columns;
    if (this.layout.kind === "wide") return months.some(({ held }) => held.some(scored));
    const { kind } = this.month(row, cells).quantity;
    return score !== undefined && scored(score.column) && kind !== "problem" && kind !== "blank";
  }

  /** Whether a row that may have a 工号 waits for that or for its name. */
  whoWaits(cells: Row): boolean {
    const { employeeId, name } = this.layout.columns;
    if (employeeId === undefined) return false;
    return (
      isPending(this.cellAt(cells, employeeId.column)) ||
      (name !== undefined && isPending(this.cellAt(cells, name.column)))
    );
  }

  saysSummary(cells: Row): boolean {
    return cells.some((cell) => typeof cell === "string" && isSummary(cell));
  }
}
