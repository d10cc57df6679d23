import type { Fen, Month, Score } from "../../units";
import {
  ABSENT,
  NOT_PAID,
  PAID_FIELDS,
  type KeptFields,
  type Row,
  type RowReader,
} from "./rowReader";
import type {
  CellOf,
  CompanionField,
  MonthlyField,
  OwnAmounts,
  SheetLayout,
  SheetRecord,
  TextOf,
} from "../types";

/**
 * The record of a row that reads its fields whenever they are asked for: a million records then take
 * little more than the cells that they were read from.
 */
export class RowRecord implements SheetRecord {
  constructor(
    readonly reader: RowReader,
    readonly row: number,
    /** The row as it was read; another array once any cell of it has changed. */
    readonly cells: Row,
  ) {}

  /** What was read of this record already, as long as it is the last one asked of its reader. */
  protected get kept(): KeptFields {
    return this.reader.keptOf(this);
  }

  get layout(): SheetLayout {
    return this.reader.layout;
  }
  get employeeId(): TextOf {
    return (this.kept.employeeId ??= this.reader.employeeId(this.row, this.cells));
  }
  get name(): TextOf {
    return (this.kept.name ??= this.reader.name(this.row, this.cells));
  }
  get month(): CellOf<Month> {
    return (this.kept.month ??= this.reader.month(this.row, this.cells));
  }
  get level(): TextOf {
    return (this.kept.level ??= this.reader.level(this.row, this.cells));
  }
  get score(): CellOf<Score> {
    return (this.kept.score ??= this.reader.score(this.row, this.cells));
  }
  get sales(): CellOf<Fen> {
    const column = this.reader.layout.columns.sales?.column;
    return (this.kept.sales ??= this.reader.salesAt(this.row, this.cells, column));
  }
  get extra(): CellOf<Fen> {
    return (this.kept.extra ??= this.reader.amount(this.row, this.cells, "extra"));
  }
  get complaints(): CellOf<number> {
    return (this.kept.complaints ??= this.reader.counted(this.row, this.cells, "complaints"));
  }
  get leaves(): CellOf<number> {
    return (this.kept.leaves ??= this.reader.counted(this.row, this.cells, "leaves"));
  }
  get hired(): CellOf<Month> {
    return (this.kept.hired ??= this.reader.dated(this.row, this.cells, "hired"));
  }
  get hiredDay(): number | null {
    return this.reader.hiredDay(this.cells);
  }
  get levelSince(): CellOf<Month> {
    return (this.kept.levelSince ??= this.reader.dated(this.row, this.cells, "levelSince"));
  }
  get ownPay(): OwnAmounts {
    return (this.kept.ownPay ??= this.reader.ownAmounts(this.row, this.cells));
  }
  get paid(): SheetRecord["paid"] {
    return (this.kept.paid ??= this.reader.paid(this.row, this.cells));
  }
}

/** One month of a wide sheet: its heading as the month of the records below it, and the columns that are of it. */
export interface MonthOfColumns {
  readonly month: CellOf<Month>;
  readonly columns: { readonly [field in MonthlyField]?: number };
}

/** One month of a wide row: the row says who, the columns which month. */
export class WideRecord extends RowRecord {
  readonly #of: MonthOfColumns;

  constructor(reader: RowReader, row: number, cells: Row, of: MonthOfColumns) {
    super(reader, row, cells);
    this.#of = of;
  }

  #money(field: MonthlyField): CellOf<Fen> {
    return this.reader.moneyAt(this.row, this.cells, this.#of.columns[field]);
  }

  override get month(): CellOf<Month> {
    return this.#of.month;
  }
  override get score(): CellOf<Score> {
    const column = this.#of.columns.score;
    return column === undefined
      ? ABSENT
      : (this.kept.score ??= this.reader.scoreAt(
          this.row,
          this.cells,
          column,
          () => this.#of.month,
        ));
  }
  override get sales(): CellOf<Fen> {
    const column = this.#of.columns.sales;
    return (this.kept.sales ??= this.reader.salesAt(this.row, this.cells, column));
  }
  override get extra(): CellOf<Fen> {
    return (this.kept.extra ??= this.#money("extra"));
  }
  override get complaints(): CellOf<number> {
    return (this.kept.complaints ??= this.reader.countAt(
      this.row,
      this.cells,
      this.#of.columns.complaints,
    ));
  }
  override get leaves(): CellOf<number> {
    return (this.kept.leaves ??= this.reader.countAt(
      this.row,
      this.cells,
      this.#of.columns.leaves,
    ));
  }
  override get paid(): SheetRecord["paid"] {
    if (!hasPaid(this.#of.columns)) return NOT_PAID;
    return (this.kept.paid ??= {
      base: this.#money("basePaid"),
      commission: this.#money("commissionPaid"),
      performance: this.#money("performancePaid"),
      gross: this.#money("grossPaid"),
      fines: this.#money("finesPaid"),
    });
  }
}

function hasPaid(columns: MonthOfColumns["columns"]): boolean {
  return PAID_FIELDS.some((field) => columns[field] !== undefined);
}

/** A record whose score stands in another sheet. */
export class ScoredElsewhere extends RowRecord {
  readonly #elsewhere: SheetRecord;

  constructor(record: RowRecord, elsewhere: SheetRecord) {
    super(record.reader, record.row, record.cells);
    this.#elsewhere = elsewhere;
    this.#own = record;
  }

  readonly #own: RowRecord;

  override get score(): CellOf<Score> {
    return this.#elsewhere.score;
  }
  override get month(): CellOf<Month> {
    return this.#own.month;
  }
  override get sales(): CellOf<Fen> {
    return this.#own.sales;
  }
  override get extra(): CellOf<Fen> {
    return this.#own.extra;
  }
  override get complaints(): CellOf<number> {
    return this.#own.complaints;
  }
  override get leaves(): CellOf<number> {
    return this.#own.leaves;
  }
  override get paid(): SheetRecord["paid"] {
    return this.#own.paid;
  }
}

/** A record some of whose fields stand in other sheets of the same people. */
export class FilledRecord extends RowRecord {
  readonly #own: RowRecord;
  readonly #fills: ReadonlyMap<CompanionField, SheetRecord>;

  constructor(record: RowRecord, fills: ReadonlyMap<CompanionField, SheetRecord>) {
    super(record.reader, record.row, record.cells);
    this.#own = record;
    this.#fills = fills;
  }

  #from(field: CompanionField): SheetRecord {
    return this.#fills.get(field) ?? this.#own;
  }

  override get level(): TextOf {
    return this.#from("level").level;
  }
  override get month(): CellOf<Month> {
    return this.#own.month;
  }
  override get score(): CellOf<Score> {
    return this.#own.score;
  }
  override get sales(): CellOf<Fen> {
    return this.#from("sales").sales;
  }
  override get extra(): CellOf<Fen> {
    return this.#from("extra").extra;
  }
  override get complaints(): CellOf<number> {
    return this.#from("complaints").complaints;
  }
  override get leaves(): CellOf<number> {
    return this.#from("leaves").leaves;
  }
  override get hired(): CellOf<Month> {
    return this.#from("hired").hired;
  }
  override get hiredDay(): number | null {
    return this.#from("hired").hiredDay;
  }
  override get levelSince(): CellOf<Month> {
    return this.#from("levelSince").levelSince;
  }
  override get paid(): SheetRecord["paid"] {
    return this.#own.paid;
  }
}
