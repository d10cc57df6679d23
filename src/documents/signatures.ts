import type { CellStyle } from "../grid";
import { text, type SheetBuilder } from "./builder";

/** Room to sign by hand; high enough for a pen. */
const SIGNATURE_STYLE: CellStyle = { vertical: "Bottom" };
const LINE = "＿＿＿＿＿＿＿＿";

/** A row to sign on, below everything else: each label stands in its column, with a line behind it. */
export function addSignatures(
  sheet: SheetBuilder,
  signatures: readonly { readonly label: string; readonly column: number }[],
): void {
  sheet.blank();
  const width = Math.max(...signatures.map(({ column }) => column)) + 1;
  const cells = Array.from({ length: width }, (_, column) => {
    const found = signatures.find((one) => one.column === column);
    return found === undefined ? null : text(`${found.label}${LINE}`);
  });
  const row = sheet.row(cells);
  sheet.style(SIGNATURE_STYLE, row);
}
