import {
  formatAddress,
  type Area,
  type CellRef,
  type SheetContent,
  type SheetRef,
  type WrittenCell,
} from "../../grid";
import type { MonthReport } from "../../views";
import { sayResultsSheet, type Language, type ResultsSheetSaid } from "../../wording";
import type { Gateway, WriteOptions, WrittenSheet } from "../gateway";
import { HEADING_LOOK, NOTE_LOOK, TITLE_LOOK } from "./sheetStyles";

const COLUMN_WIDTHS = [12, 8, 22, 12, 12, 10, 60, 44, 10];

/** A formula that shows the cell's address and leads there; it works without the add-in. */
function linkTo({ sheet, row, column }: CellRef): WrittenCell {
  const address = formatAddress({ row, column });
  const target = `#'${sheet.name.replaceAll("'", "''")}'!${address}`.replaceAll('"', '""');
  return { formula: `=HYPERLINK("${target}","${address}")` };
}

const text = (value: string): WrittenCell => (value === "" ? null : { text: value });

/** The findings as a sheet that can be filtered and printed. */
export function resultsContent(said: ResultsSheetSaid): SheetContent {
  const width = COLUMN_WIDTHS.length;
  const line = (first: string): WrittenCell[] => [
    text(first),
    ...Array.from({ length: width - 1 }, () => null),
  ];
  const head = [said.title, ...said.about].map(line);
  const heading = head.length;
  const rows: WrittenCell[][] = [
    ...head,
    said.columns.map(text),
    ...said.rows.map(({ cell, texts }) => [
      cell === null ? text(said.wholeSheet) : linkTo(cell),
      ...texts.map(text),
    ]),
  ];
  const of = (severity: "error" | "warning"): Area[] =>
    said.rows.flatMap((row, index) =>
      row.severity === severity
        ? [{ row: heading + 1 + index, column: 1, rows: 1, columns: 1 }]
        : [],
    );
  const body: Area = { row: heading + 1, column: 0, rows: said.rows.length, columns: width };
  return {
    name: said.name,
    tag: said.inFull ? "resultsInFull" : "results",
    rows,
    looks: [
      { look: TITLE_LOOK, areas: [{ row: 0, column: 0, rows: 1, columns: 1 }] },
      { look: NOTE_LOOK, areas: [{ row: 1, column: 0, rows: heading - 1, columns: 1 }] },
      { look: HEADING_LOOK, areas: [{ row: heading, column: 0, rows: 1, columns: width }] },
      ...(said.rows.length === 0
        ? []
        : [
            { look: { vertical: "Top", wrap: true } as const, areas: [body] },
            {
              look: { color: "#0563C1" },
              areas: [{ ...body, columns: 1 }],
            },
            { look: { bold: true, color: "#8A1414" }, areas: of("error") },
            { look: { italic: true, color: "#5C4300" }, areas: of("warning") },
          ]),
    ],
    columnWidths: COLUMN_WIDTHS,
    frozenRows: heading + 1,
    filter: { row: heading, column: 0, rows: said.rows.length + 1, columns: width },
    print: {
      orientation: "landscape",
      titleRows: { first: heading, last: heading },
      breaksBefore: [],
    },
    lists: [],
    hints: [],
    table: null,
    charts: [],
  };
}

/** "写出校验结果": writes the findings of a validation as a sheet, or refreshes the one there is. */
export function writeResults(
  gateway: Pick<Gateway, "writeSheet">,
  report: MonthReport,
  sheet: SheetRef,
  language: Language,
  choices: { readonly otherReadings: boolean },
  options: WriteOptions = {},
): Promise<WrittenSheet> {
  return gateway.writeSheet(
    resultsContent(sayResultsSheet(report, sheet, language, choices)),
    options,
  );
}
