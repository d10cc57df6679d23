import {
  formatAddress,
  quoteSheetName,
  type CellRef,
  type CellStyle,
  type SheetContent,
  type SheetRef,
  type WrittenCell,
} from "../grid";
import type { PayCheckLine, PayMonth } from "../views";
import { formatMonth, yuanFromFen, type Fen } from "../units";
import {
  PAY_CHECK_COLUMNS,
  payCheckWords,
  sayPayCheckAbout,
  sayPayCheckColumn,
  sayPayCheckPart,
  sayPayCheckReason,
  sayPayCheckSheetName,
  sayTyped,
  type Language,
  type PayCheckColumn,
} from "../wording";
import { printed, SheetBuilder, text } from "./builder";
import { brokenLines } from "./lines";
import { MONEY_STYLE } from "./styles";

export interface PayCheckChoices {
  /** Whether what agrees is left out. */
  readonly onlyDifferent: boolean;
}

const WIDTHS: Readonly<Record<PayCheckColumn, number>> = {
  employeeId: 10,
  name: 12,
  part: 16,
  typed: 14,
  computed: 14,
  difference: 13,
  reason: 60,
  clause: 10,
  cell: 10,
};

/** Characters of a line that runs over all columns. */
const LINE_CHARACTERS = 130;
/** A difference shows which way it goes. */
const DIFFERENCE_STYLE: CellStyle = {
  numberFormat: "+#,##0.00;-#,##0.00;0.00",
  align: "Right",
};
const DIFFERENT_STYLE: CellStyle = { bold: true, color: "#8A1414" };
const LINK_STYLE: CellStyle = { color: "#0563C1" };

const at = (column: PayCheckColumn): number => PAY_CHECK_COLUMNS.indexOf(column);
const money = (amount: Fen | null): WrittenCell =>
  amount === null ? null : { number: yuanFromFen(amount) };

/** The address of a cell, which leads there without the add-in. */
function linkTo({ sheet, row, column }: CellRef): WrittenCell {
  const address = formatAddress({ row, column });
  const target = `#${quoteSheetName(sheet.name)}!${address}`.replaceAll('"', '""');
  return { formula: `=HYPERLINK("${target}","${address}")` };
}

function rowOf(line: PayCheckLine, language: Language): WrittenCell[] {
  const { person, part, typed, seen, computed, difference, clause, cell } = line;
  const cells: Readonly<Record<PayCheckColumn, WrittenCell>> = {
    employeeId: text(person?.employeeId ?? ""),
    name: text(person?.name ?? payCheckWords(language).nobody),
    part: text(sayPayCheckPart(part, language)),
    typed: typed === null && seen !== null ? text(sayTyped(line, language)) : money(typed),
    computed: money(computed),
    difference: money(difference),
    reason: text(sayPayCheckReason(line, language)),
    clause: text(clause ?? ""),
    cell: cell === null ? null : linkTo(cell),
  };
  return PAY_CHECK_COLUMNS.map((column) => cells[column]);
}

/** Typed pay beside the policy as a sheet: one row for each part, as the page of pay lists them. */
export function payCheckDocument(
  { pay, sheet: scores }: { readonly pay: PayMonth; readonly sheet: SheetRef },
  lines: readonly PayCheckLine[],
  language: Language,
  { onlyDifferent }: PayCheckChoices,
): SheetContent {
  const words = payCheckWords(language);
  const sheet = new SheetBuilder(PAY_CHECK_COLUMNS.map((column) => WIDTHS[column]));
  sheet.title(words.sheetTitle(pay.month === null ? "" : formatMonth(pay.month)));
  for (const line of sayPayCheckAbout(pay, scores.name, onlyDifferent, language))
    sheet.note(brokenLines(line, language, LINE_CHARACTERS));
  const place = sheet.table(
    PAY_CHECK_COLUMNS.map((column) => sayPayCheckColumn(column, language)),
    lines.map((line) => rowOf(line, language)),
  );
  const { heading, first, count } = place;
  if (count === 0) sheet.note([words.none]);
  sheet.style({ align: "Right" }, heading, at("typed"), 3);
  sheet.style({ vertical: "Top" }, first, 0, sheet.columns, count);
  sheet.style(MONEY_STYLE, first, at("typed"), 2, count);
  sheet.style(DIFFERENCE_STYLE, first, at("difference"), 1, count);
  sheet.style({ wrap: true }, first, at("reason"), 1, count);
  sheet.style(LINK_STYLE, first, at("cell"), 1, count);
  sheet.cover(
    DIFFERENT_STYLE,
    lines.flatMap(({ verdict }, index) =>
      verdict === "differs" || verdict === "notRead"
        ? [{ row: first + index, column: at("difference"), rows: 1, columns: 1 }]
        : [],
    ),
  );
  return sheet.build({
    name: sayPayCheckSheetName(pay),
    tag: "payCheck",
    frozenRows: first,
    filter: count === 0 ? null : sheet.areaOf(place),
    print: printed("landscape", heading),
  });
}
