import type { CellLook } from "../grid";

/** How the sheets look that we write: quiet, and readable in black and white. */
export const TITLE_LOOK: CellLook = { bold: true, size: 16 };
export const SECTION_LOOK: CellLook = { bold: true, size: 12 };
export const HEADING_LOOK: CellLook = {
  bold: true,
  fill: "#DDE7F3",
  color: "#1F2A37",
  vertical: "Center",
  wrap: true,
};
export const NOTE_LOOK: CellLook = { color: "#4B5563" };
/** Amounts in yuan. */
export const MONEY_LOOK: CellLook = { numberFormat: "#,##0.00", align: "Right" };
