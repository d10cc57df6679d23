import { LAST_ROW, type Area } from "../grid";
import { compactText } from "../units";
import type { LeftOutArea } from "./formulas/judge";
import type { LeftOut } from "./types";
import { LeftOutCells } from "./workbook/leftOutCells";
import type { HeadCell, SheetSurvey } from "./workbook/surveySheet";

/** A heading of a sheet: the cell, and the column of values below it. */
export interface Heading {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Headings as they are compared: without white space and without what stands in brackets, such as a unit. */
function plainHeading(text: string): string {
  return compactText(text).replace(/\([^)]*\)/gu, "");
}

function textOfHead(cell: HeadCell, strings: ReadonlyMap<number, string>): string {
  return cell.shared === null ? (cell.text ?? "") : (strings.get(cell.shared) ?? "");
}

/** A row with at least two known headings is a row of headings; of several the first counts. */
const LEAST_HEADINGS = 2;

/** The headings of a sheet; none where it has no row of them. */
export function findHeadings(
  { head }: Pick<SheetSurvey, "head">,
  strings: ReadonlyMap<number, string>,
  known: readonly string[],
): readonly Heading[] {
  const wanted = new Set(known.map(plainHeading));
  const rows = new Map<number, Heading[]>();
  for (const cell of head) {
    const text = textOfHead(cell, strings);
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), { ...cell, text }]);
  }
  for (const [, row] of [...rows].sort(([one], [other]) => one - other))
    if (row.filter(({ text }) => wanted.has(plainHeading(text))).length >= LEAST_HEADINGS)
      return row;
  return [];
}

export function isOneOf(heading: string, headings: readonly string[]): boolean {
  return headings.some((each) => plainHeading(each) === plainHeading(heading));
}

/** The values below a heading. */
export function below({ row, column }: Heading): Area {
  return { row: row + 1, column, rows: LAST_ROW - row, columns: 1 };
}

/** What is left out of one sheet. */
export interface SheetLeftOut {
  readonly cells: LeftOutCells;
  readonly areas: readonly LeftOutArea[];
  /** New headings by column, for tables, whose own part repeats them. */
  readonly headings: ReadonlyMap<number, string>;
  readonly columns: readonly string[];
}

/** The columns of a sheet that are left out; each gets a heading of its own, since tables want them to differ. */
export function planLeftOut(
  sheet: string,
  headings: readonly Heading[],
  leftOut: LeftOut,
): SheetLeftOut {
  const gone = headings.filter(
    ({ text }) =>
      isOneOf(text, leftOut.headings) ||
      leftOut.headingWords.some((word) => compactText(text).includes(compactText(word))),
  );
  const labels = gone.map(({ row, column }, index) => ({
    row,
    column,
    text: index === 0 ? leftOut.label : `${leftOut.label} ${index + 1}`,
  }));
  const areas = gone.map(below);
  return {
    cells: new LeftOutCells(areas, labels),
    areas: gone.map((heading) => ({
      sheet,
      area: { ...below(heading), row: heading.row, rows: LAST_ROW - heading.row + 1 },
      discloses: true,
    })),
    headings: new Map(labels.map(({ column, text }) => [column, text])),
    columns: gone.map(({ text }) => text),
  };
}
