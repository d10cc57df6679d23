import type { CellStyle } from "../grid";

/** The styles of the sheets that we write: quiet, and readable in black and white. */
export const TITLE_STYLE: CellStyle = { bold: true, size: 16 };
export const SECTION_STYLE: CellStyle = { bold: true, size: 12 };
export const HEADING_STYLE: CellStyle = {
  bold: true,
  fill: "#DDE7F3",
  color: "#1F2A37",
  vertical: "Center",
  wrap: true,
};
export const NOTE_STYLE: CellStyle = { color: "#4B5563" };
/** Amounts in yuan. */
export const MONEY_STYLE: CellStyle = { numberFormat: "#,##0.00", align: "Right" };
