import type { FormulaJudge } from "../formulas/judge";
import { escapeXml, withAttributes } from "../xml/tags";
import { applyEdits, descendants, readTree, type Edit, type XmlElement } from "../xml/tree";

export interface RegionChoices {
  readonly sheet: string;
  readonly judge: FormulaJudge;
  /** Whether the add-in's own highlights stay. */
  readonly highlights: boolean;
  /** Told of each rule or check of input that goes because of its formula. */
  readonly onRuleGone: (kind: "rule" | "check") => void;
}

/** Parts of a sheet, outside of its cells, in which formulas stand. */
export const REGIONS: ReadonlySet<string> = new Set([
  "conditionalFormatting",
  "dataValidations",
  "ext",
]);

/** What carries formulas, and what holds it: an empty holder goes with the last of them. */
const CARRIERS: Readonly<Record<string, "rule" | "check">> = {
  cfRule: "rule",
  dataValidation: "check",
};
const HOLDERS = new Set(["conditionalFormatting", "conditionalFormattings", "dataValidations"]);
const FORMULAS = new Set(["f", "formula", "formula1", "formula2"]);
/** The longest formula that Excel takes in a check of input. */
const LONGEST_CHECK = 255;

/** The formula of a highlight of the add-in: always true, and it names its owner. */
const OUR_HIGHLIGHT = /^\s*N\(\s*"CS\.(?:error|warning|candidate)"\s*\)\s*=\s*0\s*$/iu;

class RegionPatch {
  readonly #source: string;
  readonly #choices: RegionChoices;
  readonly edits: Edit[] = [];

  constructor(source: string, choices: RegionChoices) {
    this.#source = source;
    this.#choices = choices;
  }

  /** Whether the element stays; edits inside of it are noted. */
  visit(part: XmlElement): boolean {
    const kind = CARRIERS[part.local];
    if (kind !== undefined) return this.#carrier(part, kind);
    const stay = part.children.map((child) => this.visit(child));
    const isHolder = HOLDERS.has(part.local) || part.local === "ext";
    const carriers = part.children.filter(
      ({ local }) => CARRIERS[local] !== undefined || HOLDERS.has(local),
    );
    if (
      isHolder &&
      carriers.length > 0 &&
      !part.children.some((child, at) => stay[at] && carriers.includes(child))
    )
      return false;
    part.children.forEach((child, at) => {
      if (stay[at] === false) this.edits.push({ ...child.span, text: "" });
    });
    const left = carriers.filter((child) => stay[part.children.indexOf(child)]).length;
    if (part.attributes["count"] !== undefined && left < carriers.length) {
      const tag = this.#source.slice(part.tag.start, part.tag.end);
      this.edits.push({ ...part.tag, text: withAttributes(tag, { count: String(left) }) });
    }
    return true;
  }

  #carrier(part: XmlElement, kind: "rule" | "check"): boolean {
    const { judge, sheet, highlights, onRuleGone } = this.#choices;
    const place = { sheet, row: 0, column: 0 };
    const formulas = [...descendants(part)].filter(
      ({ local, children }) => FORMULAS.has(local) && children.length === 0,
    );
    if (!highlights && formulas.some(({ text }) => OUR_HIGHLIGHT.test(text))) return false;
    const values = [...descendants(part)].filter(
      ({ local, attributes }) => local === "cfvo" && attributes["type"] === "formula",
    );
    const edits: Edit[] = [];
    for (const { text, inside } of formulas) {
      const verdict = judge.judge(text, place);
      const fits =
        verdict.kind === "rewrite" && (kind === "rule" || verdict.text.length <= LONGEST_CHECK);
      if (fits) edits.push({ ...inside, text: escapeXml(verdict.text) });
      else if (verdict.kind !== "keep") {
        onRuleGone(kind);
        return false;
      }
    }
    for (const { attributes, tag } of values) {
      const verdict = judge.judge(attributes["val"] ?? "", place);
      if (verdict.kind === "rewrite")
        edits.push({
          ...tag,
          text: withAttributes(this.#source.slice(tag.start, tag.end), { val: verdict.text }),
        });
      else if (verdict.kind !== "keep") {
        onRuleGone(kind);
        return false;
      }
    }
    this.edits.push(...edits);
    return true;
  }
}

const [BEFORE, AFTER] = ["<region>", "</region>"];

/** The text of a region with the formulas as the copy has them; "" where nothing of it stays. */
export function patchRegion(region: string, choices: RegionChoices): string {
  const source = BEFORE + region + AFTER;
  const root = readTree(choices.sheet, source);
  const [part] = root.children;
  if (part === undefined) return region;
  const patch = new RegionPatch(source, choices);
  if (!patch.visit(part)) return "";
  return applyEdits(source, patch.edits).slice(BEFORE.length, -AFTER.length);
}
