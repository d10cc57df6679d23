import type { FormulaJudge } from "../formulas/judge";
import { element } from "../xml/tags";
import {
  applyEdits,
  childOf,
  descendants,
  prefixOf,
  readTree,
  type Edit,
  type XmlElement,
} from "../xml/tree";

const REFERENCES: Readonly<Record<string, string>> = {
  numRef: "numCache",
  strRef: "strCache",
  multiLvlStrRef: "multiLvlStrCache",
};

function insideOf(text: string, part: XmlElement | undefined): string {
  return part === undefined ? "" : text.slice(part.inside.start, part.inside.end);
}

/** What a chart shows of a reference that goes, as a part of the chart itself. */
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

class ChartPatch {
  readonly edits: Edit[] = [];
  readonly #text: string;
  readonly #judge: FormulaJudge;
  readonly #sheet: string;

  constructor(text: string, judge: FormulaJudge, sheet: string) {
    this.#text = text;
    this.#judge = judge;
    this.#sheet = sheet;
  }

  visit(part: XmlElement, above: readonly XmlElement[]): void {
    // A series that shows what is left out is left out with it, and so is what others have added to a chart.
    if (part.local === "ser" || part.local === "ext" || part.local === "data") {
      if (this.#showsLeftOut(part)) {
        this.edits.push({ ...part.span, text: "" });
        return;
      }
    }
    const formula = childOf(part, "f");
    if (REFERENCES[part.local] !== undefined && formula !== undefined) {
      const verdict = this.#judge.judge(formula.text, this.#place);
      if (verdict.kind === "freeze" || verdict.kind === "spread") this.#freeze(part, above);
      return;
    }
    for (const child of part.children) this.visit(child, [...above, part]);
  }

  get #place() {
    return { sheet: this.#sheet, row: 0, column: 0 };
  }

  #showsLeftOut(part: XmlElement): boolean {
    return [...descendants(part)].some(({ local, text }) => {
      if (local !== "f" && local !== "sqref") return false;
      const verdict = this.#judge.judge(text, this.#place);
      return verdict.kind === "freeze" && verdict.why.kind === "leftOut";
    });
  }

  #freeze(reference: XmlElement, above: readonly XmlElement[]): void {
    const parent = above.at(-1);
    if (parent === undefined) return;
    const verdict = this.#judge.judge(childOf(reference, "f")?.text ?? "", this.#place);
    const hidden = verdict.kind === "freeze" && verdict.why.kind === "leftOut";
    const isTitle = parent.local === "tx" && !SERIES.has(above.at(-2)?.local ?? "");
    // A title can only be a reference or a formatted text: without its reference the chart's own holds.
    if (isTitle || hidden) this.edits.push({ ...parent.span, text: "" });
    else this.edits.push({ ...reference.span, text: literal(this.#text, reference, parent) });
  }
}

/** A chart's part as the copy has it: references that go become what the chart shows of them. */
export function patchChart(part: string, text: string, judge: FormulaJudge, sheet: string): string {
  const root = readTree(part, text);
  const patch = new ChartPatch(text, judge, sheet);
  patch.visit(root, []);
  return applyEdits(text, patch.edits);
}
