import type { FormulaJudge } from "../formulas/judge";
import {
  applyEdits,
  childOf,
  childrenOf,
  type Edit,
  escapeXml,
  readTree,
  withAttributes,
} from "../../ooxml";
import type { BookTable } from "./book";

export interface TableChoices {
  readonly judge: FormulaJudge;
  /** New headings, by column of the sheet: those of columns that are left out. */
  readonly headings: ReadonlyMap<number, string>;
}

/** A table's part as the copy has it: formulas of its columns, and headings of what is left out. */
export function patchTable(table: BookTable, text: string, choices: TableChoices): string {
  const { judge, headings } = choices;
  const root = readTree(table.path, text);
  const edits: Edit[] = [];
  const place = { sheet: table.sheet, row: table.area.row + table.headerRows, column: 0 };
  childrenOf(childOf(root, "tableColumns"), "tableColumn").forEach((column, index) => {
    const heading = headings.get(table.area.column + index);
    const attributes: Record<string, string | null> = {};
    if (heading !== undefined)
      Object.assign(attributes, { name: heading, totalsRowFunction: null, totalsRowLabel: null });
    for (const formula of column.children) {
      if (formula.local !== "calculatedColumnFormula" && formula.local !== "totalsRowFormula")
        continue;
      const verdict =
        heading === undefined
          ? judge.judge(formula.text, place)
          : ({ kind: "freeze", why: { kind: "leftOut", tells: true } } as const);
      if (verdict.kind === "keep") continue;
      if (verdict.kind === "rewrite") {
        edits.push({ ...formula.inside, text: escapeXml(verdict.text) });
        continue;
      }
      edits.push({ ...formula.span, text: "" });
      // Without its formula a total is a plain cell below the table.
      if (formula.local === "totalsRowFormula") attributes["totalsRowFunction"] = null;
    }
    const known = Object.entries(attributes).filter(
      ([name, value]) => value !== null || column.attributes[name] !== undefined,
    );
    if (known.length > 0) {
      const tag = text.slice(column.tag.start, column.tag.end);
      edits.push({ ...column.tag, text: withAttributes(tag, Object.fromEntries(known)) });
    }
  });
  if (headings.size > 0) {
    // What a filter searches for, and in which order it sorts, are values of the columns.
    for (const child of root.children)
      if (child.local === "sortState") edits.push({ ...child.span, text: "" });
    for (const filter of childOf(root, "autoFilter")?.children ?? [])
      edits.push({ ...filter.span, text: "" });
  }
  return applyEdits(text, edits);
}
