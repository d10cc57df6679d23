import type { FormulaJudge } from "../formulas/judge";
import type { Uses } from "../reach/uses";
import {
  applyEdits,
  descendants,
  type Edit,
  escapeXml,
  type OpenTag,
  readTree,
  withAttributes,
  type XmlElement,
} from "../../ooxml";

export interface RegionChoices {
  readonly sheet: string;
  readonly judge: FormulaJudge;
  /** Whether the add-in's own highlights stay. */
  readonly highlights: boolean;
  /** What rules and checks of the copy use of other parts; null where nobody asks. */
  readonly uses: Uses | null;
  /** Called for each rule or check of input that is removed because of its formula. */
  readonly onRuleGone: (kind: Carrier["kind"]) => void;
}

/** Parts of a sheet, outside of its cells, in which formulas stand. */
export const REGIONS: ReadonlySet<string> = new Set([
  "conditionalFormatting",
  "dataValidations",
  "ext",
]);

/** Elements that carry formulas: they are removed with a formula that cannot stay. */
const CARRIERS: Readonly<Record<string, Carrier["kind"]>> = {
  cfRule: "rule",
  dataValidation: "check",
};
/** What holds carriers, or small charts within cells: an empty holder is removed with the last of them. */
const HOLDERS: ReadonlySet<string> = new Set([
  "conditionalFormatting",
  "conditionalFormattings",
  "dataValidations",
  "ext",
  "sparklineGroups",
  "sparklineGroup",
  "sparklines",
]);
const FORMULAS = new Set(["f", "formula", "formula1", "formula2"]);
/** The longest formula that Excel takes in a check of input. */
const LONGEST_CHECK = 255;

/** A rule that formats cells, or a check of what is typed, with its formulas. */
export interface Carrier {
  readonly kind: "rule" | "check";
  readonly formulas: readonly string[];
}

/** A formula of a rule or check as the copy has it; null where the rule or check cannot stand with it. */
function formulaInCopy(
  kind: Carrier["kind"],
  text: string,
  sheet: string,
  judge: FormulaJudge,
): string | null {
  const verdict = judge.judge(text, { sheet, row: 0, column: 0 });
  if (verdict.kind === "keep") return text;
  const fits =
    verdict.kind === "rewrite" && (kind === "rule" || verdict.text.length <= LONGEST_CHECK);
  return fits ? verdict.text : null;
}

/** Whether a rule or check of a sheet stays in the copy. */
export function staysInCopy(
  { kind, formulas }: Carrier,
  sheet: string,
  judge: FormulaJudge,
): boolean {
  return formulas.every((text) => formulaInCopy(kind, text, sheet, judge) !== null);
}

/** Listens to the tags of a sheet outside of its cells, and reports its rules and checks. */
export class CarrierListener {
  #kind: Carrier["kind"] | null = null;
  #formulas: string[] = [];
  #text = "";
  readonly #onCarrier: (carrier: Carrier) => void;

  constructor(onCarrier: (carrier: Carrier) => void) {
    this.#onCarrier = onCarrier;
  }

  open({ local, attributes }: Pick<OpenTag, "local" | "attributes">): void {
    const kind = CARRIERS[local];
    if (kind !== undefined) {
      this.#kind = kind;
      this.#formulas = [];
    } else if (this.#kind !== null && isFormulaValue({ local, attributes }))
      this.#formulas.push(attributes["val"] ?? "");
    this.#text = "";
  }

  text(text: string): void {
    if (this.#kind !== null) this.#text += text;
  }

  close(local: string): void {
    if (this.#kind === null) return;
    if (FORMULAS.has(local) && this.#text.trim() !== "") this.#formulas.push(this.#text);
    this.#text = "";
    if (CARRIERS[local] === undefined) return;
    this.#onCarrier({ kind: this.#kind, formulas: this.#formulas });
    this.#kind = null;
  }
}

/** Whether a value of a colour scale, bar or icon is computed by a formula. */
function isFormulaValue({ local, attributes }: Pick<OpenTag, "local" | "attributes">): boolean {
  return local === "cfvo" && attributes["type"] === "formula";
}

/** The formula of a highlight of the add-in: always true, and it names its owner. */
const OUR_HIGHLIGHT = /^\s*N\(\s*"CS\.(?:error|warning|candidate)"\s*\)\s*=\s*0\s*$/iu;

/** Whether a reference outside of cells and rules can stand in the copy: it must lead somewhere, and calculate nothing. */
function referenceStays(text: string, sheet: string, judge: FormulaJudge): boolean {
  return judge.judge(text, { sheet, row: 0, column: 0 }).kind === "keep";
}

/** Whether an element is one of those for which its holder is there. */
function isHeld(local: string): boolean {
  return CARRIERS[local] !== undefined || HOLDERS.has(local) || local === "sparkline";
}

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
    if (FORMULAS.has(part.local) && part.children.length === 0) {
      this.#choices.uses?.noteFormula(part.text);
      return referenceStays(part.text, this.#choices.sheet, this.#choices.judge);
    }
    const stay = part.children.map((child) => this.visit(child));
    // A sparkline, and what nobody here knows, cannot do without its formulas.
    if (!HOLDERS.has(part.local)) return !stay.includes(false);
    const held = part.children.filter(({ local }) => isHeld(local));
    const left = part.children.filter(({ local }, at) => isHeld(local) && stay[at] === true);
    if (held.length > 0 && left.length === 0) return false;
    if (held.length === 0 && part.local === "ext") return !stay.includes(false);
    const changed: Record<string, string | null> = {};
    part.children.forEach((child, at) => {
      if (stay[at] !== false) return;
      this.edits.push({ ...child.span, text: "" });
      // The dates by which sparklines are spaced are removed with their reference.
      if (child.local === "f" && "dateAxis" in part.attributes) changed["dateAxis"] = null;
    });
    if ("count" in part.attributes && left.length < held.length)
      changed["count"] = String(left.length);
    if (Object.keys(changed).length > 0) {
      const tag = this.#source.slice(part.tag.start, part.tag.end);
      this.edits.push({ ...part.tag, text: withAttributes(tag, changed) });
    }
    return true;
  }

  #carrier(part: XmlElement, kind: Carrier["kind"]): boolean {
    const { judge, sheet, highlights, onRuleGone } = this.#choices;
    const formulas = [...descendants(part)].filter(
      ({ local, children }) => FORMULAS.has(local) && children.length === 0,
    );
    if (!highlights && formulas.some(({ text }) => OUR_HIGHLIGHT.test(text))) return false;
    const values = [...descendants(part)].filter(isFormulaValue);
    const all = [
      ...formulas.map(({ text }) => text),
      ...values.map(({ attributes }) => attributes["val"] ?? ""),
    ];
    const after = all.map((text) => formulaInCopy(kind, text, sheet, judge));
    if (after.includes(null)) {
      onRuleGone(kind);
      return false;
    }
    [...formulas, ...values].forEach(({ inside, tag }, index) => {
      const text = after[index];
      this.#choices.uses?.noteFormula(text ?? "");
      if (text === all[index] || text == null) return;
      const isValue = index >= formulas.length;
      this.edits.push(
        isValue
          ? {
              ...tag,
              text: withAttributes(this.#source.slice(tag.start, tag.end), { val: text }),
            }
          : { ...inside, text: escapeXml(text) },
      );
    });
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
