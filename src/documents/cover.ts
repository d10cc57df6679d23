import type { CellStyle, SheetContent } from "../grid";
import { sayCover, type CoverFacts, type CoverRow, type Language } from "../wording";
import { SheetBuilder, text } from "./builder";

const STYLES: Readonly<Record<CoverRow["kind"], CellStyle>> = {
  title: { bold: true, size: 16, color: "#1F4E79" },
  heading: { bold: true, fill: "#DDE7F3" },
  row: { vertical: "Top", wrap: true },
};

/** The first sheet of a copy: what it is, and what differs from HR's file. */
export function coverDocument(facts: CoverFacts, language: Language): SheetContent {
  const { name, rows } = sayCover(facts, language);
  const sheet = new SheetBuilder([30, 70]);
  for (const { kind, label, text: said } of rows)
    sheet.style(STYLES[kind], sheet.row([text(label), text(said)]));
  return sheet.build({ name });
}
