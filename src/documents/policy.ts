import type { CellStyle, SheetContent } from "../grid";
import type { PolicySheet } from "../views";
import { sayPolicySheet, type Language, type SheetRow } from "../wording";
import { SheetBuilder, text } from "./builder";

const STYLES: Readonly<Record<SheetRow["kind"], CellStyle>> = {
  title: { bold: true, size: 16 },
  heading: { bold: true, size: 12 },
  columns: { bold: true, fill: "#E8EEF7", wrap: true, vertical: "Top" },
  row: { wrap: true, vertical: "Top" },
};

/** The policy of a month as a sheet to print and hand round. */
export function policyDocument(policy: PolicySheet, language: Language): SheetContent {
  const said = sayPolicySheet(policy, language);
  const sheet = new SheetBuilder(policy.page.columnWidths);
  const breaksBefore: number[] = [];
  for (const { kind, cells, breakBefore } of said.rows) {
    const row = sheet.row(cells.map(text));
    sheet.style(STYLES[kind], row);
    if (breakBefore) breaksBefore.push(row);
  }
  return sheet.build({
    name: said.name,
    tag: "policyBook",
    print: { orientation: policy.page.orientation, titleRows: null, breaksBefore },
  });
}
