import type { CellStyle, SheetContent, WrittenCell } from "../grid";
import type { ClosedPerson, ClosedRecord } from "../views";
import { formatMonth, yuanFromFen, type Fen } from "../units";
import {
  CLOSED_COLUMNS,
  closedSheetWords,
  sayClosedAbout,
  sayClosedColumn,
  sayClosedEntry,
  sayClosedStatus,
  sayReadingThen,
  type ClosedColumn,
  type ReadingThen,
} from "../wording";
import { printed, SheetBuilder, text } from "./builder";
import { MONEY_STYLE, NOTE_STYLE } from "./styles";

const WIDTHS: Readonly<Record<ClosedColumn, number>> = {
  employeeId: 10,
  name: 12,
  level: 13,
  score: 9,
  tier: 9,
  sales: 13,
  extra: 11,
  complaints: 9,
  leaves: 9,
  base: 11,
  commission: 11,
  performance: 11,
  gross: 12,
  fines: 9,
  net: 12,
  status: 14,
  cell: 16,
};

const MONEY: readonly ClosedColumn[] = [
  "sales",
  "extra",
  "base",
  "commission",
  "performance",
  "gross",
  "fines",
  "net",
];
const TOTAL_STYLE: CellStyle = { bold: true, fill: "#F3F5F8" };
/** The add-in's own data: small and pale, since nobody is meant to read them. */
const DATA_STYLE: CellStyle = { color: "#4B5563", size: 8, vertical: "Top" };

const money = (amount: Fen): WrittenCell => ({ number: yuanFromFen(amount) });

/** A number as a number, and whatever else stood in the cell as it stood. */
function contentOf(said: string): WrittenCell {
  const value = Number(said);
  return said !== "" && String(value) === said ? { number: value } : text(said);
}

type Row = Readonly<Partial<Record<ClosedColumn, WrittenCell>>>;
const cellsOf = (row: Row): WrittenCell[] => CLOSED_COLUMNS.map((column) => row[column] ?? null);

function personRow(person: ClosedPerson, { language }: ClosedRecord): WrittenCell[] {
  const { cells, pay, tier, at } = person;
  const amounts: Row =
    pay?.kind === "paid"
      ? {
          base: money(pay.base),
          commission: money(pay.commission),
          performance: money(pay.performance),
          gross: money(pay.gross),
          fines: pay.fines === null ? null : money(pay.fines),
          net: money(pay.net),
        }
      : pay === null
        ? {}
        : { gross: text(closedSheetWords(language).unpaid) };
  return cellsOf({
    employeeId: text(person.employeeId),
    name: text(person.name),
    level: text(cells.level),
    score: contentOf(cells.score),
    tier: tier === null ? null : { number: tier },
    sales: contentOf(cells.sales),
    extra: contentOf(cells.extra),
    complaints: contentOf(cells.complaints),
    leaves: contentOf(cells.leaves),
    ...amounts,
    status: text(sayClosedStatus(person.status, language)),
    cell: text(at.score),
  });
}

/** What the document is made of beside the record. */
export interface ClosedParts {
  /** What the tab is called. */
  readonly name: string;
  readonly readings: readonly ReadingThen[];
  readonly total: Fen;
  /** The record as the add-in reads it back, in pieces that a cell can hold. */
  readonly data: readonly string[];
}

/** A closed month as a sheet of plain values: people, pay part by part, what was done, and the data to compare with. */
export function closedDocument(
  record: ClosedRecord,
  { name, readings, total, data }: ClosedParts,
): SheetContent {
  const { language, people, log } = record;
  const words = closedSheetWords(language);
  const sheet = new SheetBuilder(CLOSED_COLUMNS.map((column) => WIDTHS[column]));
  sheet.title(words.title(formatMonth(record.month)));
  sheet.note(sayClosedAbout(record, total, language));
  sheet.blank();
  const table = sheet.table(
    CLOSED_COLUMNS.map((column) => sayClosedColumn(column, language)),
    people.map((person) => personRow(person, record)),
  );
  const { heading, first, count } = table;
  sheet.style(TOTAL_STYLE, sheet.row(cellsOf({ level: text(words.total), net: money(total) })));
  for (const column of MONEY)
    sheet.style(MONEY_STYLE, first, CLOSED_COLUMNS.indexOf(column), 1, count + 1);
  sheet.section(words.log, { across: true });
  const entries = log.map((entry) => sayClosedEntry(entry, language));
  // What was done, day and person stand in narrow columns; the reason may run on to the right.
  sheet.table(
    [words.what, words.on, words.by, words.changes, "", "", words.reason],
    entries.map(([what = "", on = "", by = "", reason = "", changes = ""]) =>
      [what, on, by, changes, "", "", reason].map(text),
    ),
  );
  if (readings.length > 0) sheet.section(words.readings, { across: true });
  sheet.lines(readings.map((reading) => sayReadingThen(reading, language)));
  sheet.section(words.data, { across: true });
  for (const piece of data) sheet.style(DATA_STYLE, sheet.row([text(piece)]), 0, 1);
  sheet.style(NOTE_STYLE, first, CLOSED_COLUMNS.indexOf("cell"), 1, count);
  return sheet.build({
    name,
    tag: "closed",
    frozenRows: first,
    print: printed("landscape", heading),
  });
}
