import { findName, nameKey, type BookFacts, type DefinedName } from "../formulas/book";
import { isNameOfCall } from "../formulas/calls";
import type { FormulaJudge } from "../formulas/judge";
import {
  applyEdits,
  childOf,
  childrenOf,
  type Edit,
  escapeXml,
  type PackageStep,
  readTree,
  withAttributes,
} from "../../ooxml";
import { findReferences, isAbsolute } from "../formulas/references";
import { tokenize } from "../formulas/tokenize";
import type { SheetOutline } from "./surveySheet";

export interface NamesPatch {
  /** Sheets that stay, in order, by their place before: what a name's own sheet counts by. */
  readonly places: ReadonlyMap<string, number>;
  readonly names: readonly DefinedName[];
  readonly judge: FormulaJudge;
  /** Values that are known of names whose formulas are removed. */
  readonly values: ReadonlyMap<DefinedName, string>;
  readonly onNameGone: (name: DefinedName) => void;
}

/**
 * Finds the names that cannot stand in the copy, and all those that use them, so that formulas with any of them become
 * values. Each name is read once, however long a chain they make.
 */
export function* dropNames(
  book: BookFacts,
  names: readonly DefinedName[],
  judge: FormulaJudge,
): Generator<PackageStep, void> {
  const users = new Map<string, DefinedName[]>();
  const dropped: DefinedName[] = [];
  for (const name of names) {
    yield { part: "", bytes: 0 };
    for (const used of usedNames(book, name)) {
      const key = nameKey(used);
      const before = users.get(key);
      if (before === undefined) users.set(key, [name]);
      else before.push(name);
    }
    const isOnSheetLeftOut = name.sheet !== null && judge.isLeftOut(name.sheet, EVERYWHERE);
    const { kind } = judge.judgeName(name);
    if (isOnSheetLeftOut || kind === "freeze" || kind === "spread") dropped.push(name);
  }
  for (let name = dropped.pop(); name !== undefined; name = dropped.pop()) {
    if (judge.isDropped(name)) continue;
    judge.drop(name);
    dropped.push(...(users.get(nameKey(name)) ?? []));
  }
}

/** The names that a name's formula uses. */
function usedNames(book: BookFacts, { text, sheet }: DefinedName): DefinedName[] {
  return findReferences(tokenize(text)).mentions.flatMap((mention) =>
    mention.kind === "name"
      ? (findName(book, mention.name, mention.sheet ?? sheet ?? "") ?? [])
      : [],
  );
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

const EVERYWHERE = { row: -1, column: -1, rows: 1, columns: 1 };

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
    const isOfCall = isNameOfCall(name.name);
    if (isOfCall || (judge.isDropped(name) && value === undefined)) {
      edits.push({ ...element.span, text: "" });
      // Nobody has seen the names that Excel keeps for functions.
      if (!isOfCall) onNameGone(name);
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
