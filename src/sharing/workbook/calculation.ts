import { applyEdits, childOf, element, prefixOf, readTree, withAttributes } from "../../ooxml";

/** What may stand before the settings of calculation in the workbook's part. */
const BEFORE = ["definedNames", "externalReferences", "functionGroups", "sheets"];

/** The workbook's part as of a file all of whose formulas are calculated when it is opened. */
export function calculatedOnOpening(part: string, text: string): string {
  const root = readTree(part, text);
  const settings = childOf(root, "calcPr");
  if (settings !== undefined) {
    const tag = text.slice(settings.tag.start, settings.tag.end);
    return applyEdits(text, [
      { ...settings.tag, text: withAttributes(tag, { fullCalcOnLoad: "1" }) },
    ]);
  }
  const before = BEFORE.map((local) => childOf(root, local)).find((each) => each !== undefined);
  if (before === undefined) return text;
  const at = before.span.end;
  const added = element(`${prefixOf(root.name)}calcPr`, { fullCalcOnLoad: 1 });
  return applyEdits(text, [{ start: at, end: at, text: added }]);
}
