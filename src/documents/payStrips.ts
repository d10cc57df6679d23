import type { SheetContent, SheetRef } from "../grid";
import type { PayMonth } from "../views";
import { formatMonth } from "../units";
import {
  PAY_COLUMNS,
  payStripWords,
  sayOwnHeading,
  sayPayColumn,
  sayPayStripsAbout,
  sayPayStripsName,
  type Language,
} from "../wording";
import { Adjustments, type KeptAdjustment } from "./adjustments";
import { SheetBuilder, text } from "./builder";
import { brokenLines } from "./lines";
import { NOTHING_OWN, OWN_WIDTH, paidRow, WIDTHS, type OwnPay, type Writing } from "./payslips";
import { MONEY_STYLE } from "./styles";

/** The columns of the payslips that a strip has, in the same order: those up to the gross, or up to HR's adjustment. */
const WITHOUT_ADJUSTMENT = PAY_COLUMNS.indexOf("gross") + 1;
const WITH_ADJUSTMENT = PAY_COLUMNS.indexOf("adjusted") + 1;
const SALES = PAY_COLUMNS.indexOf("sales");
const MONTH_WIDTH = 10;
const LINE_CHARACTERS = 110;

/** So many strips, each a heading, amounts and room to cut, fit on a page of A4 across that is printed as large as it is, headings on two lines each. */
const STRIPS_A_PAGE = 8;
/** Characters of the standard font on such a page. */
const CHARACTERS_A_PAGE = 140;

/** How many strips stand on a page; a sheet that is wider is printed smaller, and more of them fit. */
function stripsAPage(widths: readonly number[]): number {
  const characters = widths.reduce((sum, width) => sum + width, 0);
  return Math.floor(STRIPS_A_PAGE * Math.max(1, (characters / CHARACTERS_A_PAGE) * 0.9));
}

/**
 * The month's pay as strips to cut: the headings above each person, and pages that end between two people. What HR has
 * typed as adjustments into the payslips is on them.
 */
export function payStripDocument(
  {
    pay,
    sheet: scores,
    own = NOTHING_OWN,
  }: { readonly pay: PayMonth; readonly sheet: SheetRef; readonly own?: OwnPay },
  kept: readonly KeptAdjustment[],
  language: Language,
  { formulas }: { readonly formulas: boolean },
): SheetContent {
  const writing: Writing = {
    pay,
    language,
    choices: { formulas, otherReadings: false },
    adjustments: new Adjustments(kept),
    own,
  };
  const columns = PAY_COLUMNS.slice(0, kept.length === 0 ? WITHOUT_ADJUSTMENT : WITH_ADJUSTMENT);
  const headings = [
    ...columns.map((column) => sayPayColumn(column, language)),
    ...own.columns.map((column) => sayOwnHeading(column, language)),
    payStripWords(language).month,
  ];
  const widths = [
    ...columns.map((column) => WIDTHS[column]),
    ...own.columns.map(() => OWN_WIDTH),
    MONTH_WIDTH,
  ];
  const sheet = new SheetBuilder(widths);
  const month = pay.month === null ? "" : formatMonth(pay.month);
  sheet.title(payStripWords(language).title(month));
  for (const line of sayPayStripsAbout(pay, scores.name, language))
    sheet.note(brokenLines(line, language, LINE_CHARACTERS));
  sheet.blank();
  const breaksBefore: number[] = [];
  const perPage = stripsAPage(widths);
  for (const [index, entry] of pay.paid.entries()) {
    // The title takes the place of a strip.
    if (index > 0 && (index + 1) % perPage === 0) breaksBefore.push(sheet.next);
    const heading = sheet.headings(headings);
    const cells = paidRow(entry, sheet.next, writing);
    const row = sheet.row([
      ...cells.slice(0, columns.length),
      ...cells.slice(PAY_COLUMNS.length),
      text(month),
    ]);
    sheet.blank();
    sheet.style({ align: "Right" }, heading, SALES - 1, headings.length - SALES);
    sheet.style(MONEY_STYLE, row, SALES, headings.length - SALES - 1);
  }
  return sheet.build({
    name: sayPayStripsName(pay),
    tag: "payStrips",
    print: { orientation: "landscape", titleRows: null, breaksBefore },
  });
}
