import type { Fen, Month, Score } from "../units";
import { ABSENT, NOT_PAID, type Row, type RowReader } from "./rowReader";
import type { CellOf, SheetRecord, TextOf } from "./types";

/**
 * The record of a row that reads its fields whenever they are asked for: a million records then weigh
 * little more than the cells that they were read from.
 */
export class RowRecord implements SheetRecord {
  constructor(
    protected readonly reader: RowReader,
    readonly row: number,
    /** The row as it was read; another array once any cell of it has changed. */
    readonly cells: Row,
  ) {}

  get employeeId(): TextOf {
    return this.reader.employeeId(this.row, this.cells);
  }
  get name(): TextOf {
    return this.reader.name(this.row, this.cells);
  }
  get month(): CellOf<Month> {
    return this.reader.month(this.row, this.cells);
  }
  get level(): TextOf {
    return this.reader.level(this.row, this.cells);
  }
  get score(): CellOf<Score> {
    return this.reader.score(this.row, this.cells);
  }
  get sales(): CellOf<Fen> {
    return this.reader.amount(this.row, this.cells, "sales");
  }
  get extra(): CellOf<Fen> {
    return this.reader.amount(this.row, this.cells, "extra");
  }
  get complaints(): CellOf<number> {
    return this.reader.counted(this.row, this.cells, "complaints");
  }
  get leaves(): CellOf<number> {
    return this.reader.counted(this.row, this.cells, "leaves");
  }
  get hired(): CellOf<Month> {
    return this.reader.dated(this.row, this.cells, "hired");
  }
  get hiredDay(): number | null {
    return this.reader.hiredDay(this.cells);
  }
  get levelSince(): CellOf<Month> {
    return this.reader.dated(this.row, this.cells, "levelSince");
  }
  get paid(): SheetRecord["paid"] {
    return this.reader.paid(this.row, this.cells);
  }
}

/** A month column of a wide sheet and its heading as the month of the records below it. */
export interface MonthOfColumn {
  readonly column: number;
  readonly month: CellOf<Month>;
}

/** One month cell of a wide row: the row tells who, the column which month. */
export class WideRecord extends RowRecord {
  constructor(
    reader: RowReader,
    row: number,
    cells: Row,
    private readonly of: MonthOfColumn,
  ) {
    super(reader, row, cells);
  }

  override get month(): CellOf<Month> {
    return this.of.month;
  }
  override get score(): CellOf<Score> {
    return this.reader.scoreAt(this.row, this.cells, this.of.column);
  }
  override get sales(): CellOf<Fen> {
    return ABSENT;
  }
  override get extra(): CellOf<Fen> {
    return ABSENT;
  }
  override get complaints(): CellOf<number> {
    return ABSENT;
  }
  override get leaves(): CellOf<number> {
    return ABSENT;
  }
  override get paid(): SheetRecord["paid"] {
    return NOT_PAID;
  }
}
