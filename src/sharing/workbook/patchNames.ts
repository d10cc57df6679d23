import type { DefinedName } from "../formulas/book";
import type { FormulaJudge } from "../formulas/judge";
import { isAbsolute } from "../formulas/references";
import { tokenize } from "../formulas/tokenize";
import type { SheetOutline } from "./surveySheet";
import { escapeXml, withAttributes } from "../xml/tags";
import { applyEdits, childOf, childrenOf, readTree, type Edit } from "../xml/tree";

export interface NamesPatch {
  /** Sheets that stay, in order, by their place before: what a name's own sheet counts by. */
  readonly places: ReadonlyMap<string, number>;
  readonly names: readonly DefinedName[];
  readonly judge: FormulaJudge;
  /** Values that are known of names whose formulas go. */
  readonly values: ReadonlyMap<DefinedName, string>;
  readonly onNameGone: (name: DefinedName) => void;
}

/**
 * Finds the names that cannot stand in the copy, one leaning on the other, so that formulas which use them
 * become values.
 */
export function buryNames(names: readonly DefinedName[], judge: FormulaJudge): void {
  for (let found = true; found;) {
    found = false;
    for (const name of names) {
      if (judge.isBuried(name)) continue;
      const gone = name.sheet !== null && judge.isLeftOut(name.sheet, EVERYWHERE);
      const { kind } = judge.judgeName(name);
      if (!gone && kind !== "freeze" && kind !== "spread") continue;
      judge.bury(name);
      found = true;
    }
  }
}

/** Why names that call the add-in become values. */
const OF_CALLS: ReadonlySet<string> = new Set(["call", "noPlain"]);

/** Values of names that call the add-in, as formulas write them, where a cell shows one. */
export function valuesOfNames(
  names: readonly DefinedName[],
  surveys: readonly SheetOutline[],
  judge: FormulaJudge,
): ReadonlyMap<DefinedName, string> {
  const values = new Map<DefinedName, string>();
  for (const name of names) {
    const verdict = judge.judgeName(name);
    if (verdict.kind !== "freeze" || !OF_CALLS.has(verdict.why.kind)) continue;
    if (!isAbsolute(tokenize(name.text))) continue;
    for (const { named } of surveys) {
      const shown = named.get(name.name.toLowerCase());
      if (shown !== undefined && !values.has(name)) values.set(name, literalOf(shown));
    }
  }
  return values;
}

function literalOf({ type, value }: { readonly type: string; readonly value: string }): string {
  if (type === "b") return value === "1" || value === "true" ? "TRUE" : "FALSE";
  return type === "str" || type === "inlineStr" ? `"${value.replace(/"/gu, '""')}"` : value;
}

const EVERYWHERE = { top: -1, left: -1, bottom: -1, right: -1 };

/** The workbook's names as the copy has them, in the text of its part. */
export function patchNames(part: string, text: string, patch: NamesPatch): string {
  const { names, judge, places, values, onNameGone } = patch;
  const holder = childOf(readTree(part, text), "definedNames");
  if (holder === undefined) return text;
  const edits: Edit[] = [];
  let left = 0;
  childrenOf(holder, "definedName").forEach((element, index) => {
    const name = names[index];
    if (name === undefined) return;
    const value = values.get(name);
    const place = name.sheet === null ? undefined : places.get(name.sheet.toLowerCase());
    if (judge.isBuried(name) && value === undefined) {
      edits.push({ ...element.span, text: "" });
      onNameGone(name);
      return;
    }
    left += 1;
    const verdict =
      value !== undefined ? ({ kind: "rewrite", text: value } as const) : judge.judgeName(name);
    if (verdict.kind === "rewrite")
      edits.push({ ...element.inside, text: escapeXml(verdict.text) });
    const moved = place !== undefined && String(place) !== element.attributes["localSheetId"];
    if (moved) {
      const tag = text.slice(element.tag.start, element.tag.end);
      edits.push({ ...element.tag, text: withAttributes(tag, { localSheetId: String(place) }) });
    }
  });
  return left === 0 && edits.length > 0
    ? applyEdits(text, [{ ...holder.span, text: "" }])
    : applyEdits(text, edits);
}
