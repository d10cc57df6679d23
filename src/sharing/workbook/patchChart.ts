import type { FormulaJudge, Judgement } from "../formulas/judge";
import {
  applyEdits,
  childOf,
  descendants,
  type Edit,
  element,
  escapeContent,
  prefixOf,
  readTree,
  type XmlElement,
} from "../../ooxml";

const REFERENCES: Readonly<Record<string, string>> = {
  numRef: "numCache",
  strRef: "strCache",
  multiLvlStrRef: "multiLvlStrCache",
};

function insideOf(text: string, part: XmlElement | undefined): string {
  return part === undefined ? "" : text.slice(part.inside.start, part.inside.end);
}

/** What a chart shows of a reference that is removed, as a part of the chart itself. */
function literal(text: string, reference: XmlElement, parent: XmlElement): string {
  const prefix = prefixOf(reference.name);
  const cache = childOf(reference, REFERENCES[reference.local] ?? "");
  if (parent.local === "tx") {
    const shown = [...(cache === undefined ? [] : descendants(cache))].find(
      ({ local }) => local === "v",
    );
    return element(`${prefix}v`, {}, insideOf(text, shown));
  }
  const none = element(`${prefix}ptCount`, { val: 0 });
  if (reference.local === "numRef")
    return element(`${prefix}numLit`, {}, insideOf(text, cache) || none);
  if (reference.local === "strRef")
    return element(`${prefix}strLit`, {}, insideOf(text, cache) || none);
  const count = childOf(cache, "ptCount");
  const level = childOf(cache, "lvl");
  const points =
    (count === undefined ? none : text.slice(count.span.start, count.span.end)) +
    insideOf(text, level);
  return element(`${prefix}strLit`, {}, points);
}

/** Parents of `tx` in which a plain text may stand in the place of a reference. */
const SERIES = new Set(["ser"]);
/** Elements in which formulas stand; those of charts that others have extended are called otherwise. */
const FORMULAS = new Set(["f", "sqref"]);

class ChartPatch {
  readonly edits: Edit[] = [];
  readonly #text: string;
  readonly #judge: FormulaJudge;
  readonly #sheet: string;
  /** Of charts of the newer kind, the numbers of the data that was removed. */
  readonly #dataGone = new Set<string>();

  constructor(text: string, judge: FormulaJudge, sheet: string) {
    this.#text = text;
    this.#judge = judge;
    this.#sheet = sheet;
  }

  patch(root: XmlElement): string {
    this.#visit(root, []);
    for (const series of descendants(root)) {
      if (series.local !== "series") continue;
      const data = childOf(series, "dataId")?.attributes["val"];
      if (data !== undefined && this.#dataGone.has(data)) this.#remove(series);
    }
    return applyEdits(this.#text, this.edits);
  }

  #remove({ span }: XmlElement): void {
    this.edits.push({ ...span, text: "" });
  }

  #visit(part: XmlElement, above: readonly XmlElement[]): void {
    if (this.#isRemoved(part)) {
      this.#remove(part);
      if (part.local === "data") this.#dataGone.add(part.attributes["id"] ?? "");
      return;
    }
    const formula = childOf(part, "f");
    if (formula !== undefined) {
      const verdict = this.#judgeOf(formula.text);
      if (verdict.kind === "rewrite" && verdict.was === "anchor")
        this.edits.push({ ...formula.inside, text: escapeContent(verdict.text) });
      else if (verdict.kind !== "keep" && REFERENCES[part.local] !== undefined)
        this.#freeze(part, above);
    }
    for (const child of part.children) this.#visit(child, [...above, part]);
  }

  /**
   * A series that shows what is left out is left out with it. What others have added to a chart, and data of the
   * newer kind of charts, cannot do without their references.
   */
  #isRemoved(part: XmlElement): boolean {
    if (part.local === "ser") return this.#any(part, (verdict) => isLeftOut(verdict));
    if (part.local !== "ext" && part.local !== "data") return false;
    return this.#any(
      part,
      (verdict) =>
        verdict.kind !== "keep" && !(verdict.kind === "rewrite" && verdict.was === "anchor"),
    );
  }

  #any(part: XmlElement, is: (verdict: Judgement) => boolean): boolean {
    return [...descendants(part)].some(
      ({ local, text }) => FORMULAS.has(local) && is(this.#judgeOf(text)),
    );
  }

  #judgeOf(formula: string): Judgement {
    return this.#judge.judge(formula, { sheet: this.#sheet, row: 0, column: 0 });
  }

  #freeze(reference: XmlElement, above: readonly XmlElement[]): void {
    const parent = above.at(-1);
    if (parent === undefined) return;
    const verdict = this.#judgeOf(childOf(reference, "f")?.text ?? "");
    const isTitle = parent.local === "tx" && !SERIES.has(above.at(-2)?.local ?? "");
    // A title can only be a reference or a formatted text: without its reference the chart's own holds.
    if (isTitle || isLeftOut(verdict)) this.#remove(parent);
    else this.edits.push({ ...reference.span, text: literal(this.#text, reference, parent) });
  }
}

function isLeftOut(verdict: Judgement): boolean {
  return verdict.kind === "freeze" && verdict.why.kind === "leftOut";
}

/** A chart's part as the copy has it: references that are removed become the values that the chart shows. */
export function patchChart(part: string, text: string, judge: FormulaJudge, sheet: string): string {
  return new ChartPatch(text, judge, sheet).patch(readTree(part, text));
}
