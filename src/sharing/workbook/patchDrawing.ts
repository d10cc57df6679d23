import {
  applyEdits,
  descendants,
  readTree,
  withAttributes,
  type Edit,
  type XmlElement,
} from "../../ooxml";
import type { FormulaJudge } from "../formulas/judge";

/** Shapes that show a cell repeat its text, and pictures of cells repeat how they looked. */
class DrawingPatch {
  readonly edits: Edit[] = [];
  readonly #text: string;
  readonly #judge: FormulaJudge;
  readonly #sheet: string;

  constructor(text: string, judge: FormulaJudge, sheet: string) {
    this.#text = text;
    this.#judge = judge;
    this.#sheet = sheet;
  }

  anchor(anchor: XmlElement): void {
    const parts = [...descendants(anchor)];
    const isPictureGone = parts.some(
      ({ attributes }) => this.#fateOf(attributes["cellRange"]) === "leftOut",
    );
    if (isPictureGone) {
      this.edits.push({ ...anchor.span, text: "" });
      return;
    }
    for (const part of parts) {
      const fate = this.#fateOf(part.attributes["textlink"]);
      if (fate === "stays") continue;
      const tag = this.#text.slice(part.tag.start, part.tag.end);
      this.edits.push({ ...part.tag, text: withAttributes(tag, { textlink: "" }) });
      if (fate !== "leftOut") continue;
      for (const { local, inside, selfClosing } of descendants(part))
        if (local === "t" && !selfClosing) this.edits.push({ ...inside, text: "" });
    }
  }

  #fateOf(formula: string | undefined): "stays" | "goes" | "leftOut" {
    if (formula === undefined || formula === "") return "stays";
    const verdict = this.#judge.judge(formula.replace(/^=/u, ""), {
      sheet: this.#sheet,
      row: 0,
      column: 0,
    });
    if (verdict.kind === "keep") return "stays";
    return verdict.kind === "freeze" && verdict.why.kind === "leftOut" ? "leftOut" : "goes";
  }
}

/** A drawing of a sheet as the copy has it: what shows cells that are left out shows nothing. */
export function patchDrawing(
  part: string,
  text: string,
  judge: FormulaJudge,
  sheet: string,
): string {
  if (!/textlink|cellRange/u.test(text)) return text;
  const patch = new DrawingPatch(text, judge, sheet);
  for (const anchor of readTree(part, text).children) patch.anchor(anchor);
  return applyEdits(text, patch.edits);
}
