import { parseArea } from "../../host";
import { toBlock, type CellBlock } from "./addresses";
import { tokenize, type Token } from "./formulaText";

/** What a formula of the file looks at. */
export interface References {
  readonly areas: readonly {
    /** In capitals; null for the formula's own sheet. */
    readonly sheet: string | null;
    readonly block: CellBlock;
  }[];
  /** Whether that is all, and engines agree on what follows from it. */
  readonly certain: boolean;
  /** Whether it calls the add-in, whose answers also follow from the policy. */
  readonly ours: boolean;
}

/** Functions whose answer nobody can tell from the cells that the formula names, or that engines calculate apart. */
const UNCERTAIN = new Set(
  `AGGREGATE CELL CUBEVALUE EVALUATE GETPIVOTDATA INDIRECT INFO NOW OFFSET RAND RANDARRAY RANDBETWEEN RTD SUBTOTAL
  TODAY WEBSERVICE`.split(/\s+/),
);
const OURS = /^_xldudf_CS_/i;
const NUMBER = /^\d[\d.]*(?:[eE]\d*)?$/;
const CONSTANTS = new Set(["TRUE", "FALSE"]);
/** Names that stand for names are followed so far. */
const DEEPEST_NAME = 10;

function sheetOf(tokens: readonly Token[], at: number): string | null | undefined {
  if (tokens[at - 1]?.text !== "!") return null;
  const token = tokens[at - 2];
  if (token?.kind !== "sheet") return undefined;
  const name = token.text.startsWith("'")
    ? token.text.slice(1, -1).replaceAll("''", "'")
    : token.text;
  // Another file, or several sheets.
  return name.includes("[") || name.includes(":") || tokens[at - 3]?.text === ":"
    ? undefined
    : name.toUpperCase();
}

/** @param names formulas of the workbook's names, by name in capitals */
export function referencesOf(
  stored: string,
  names: ReadonlyMap<string, string>,
  depth = DEEPEST_NAME,
): References {
  const tokens = tokenize(stored);
  const areas: References["areas"][number][] = [];
  let certain = true;
  let ours = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const { kind, text } = tokens[at] ?? { kind: "other", text: "" };
    if (text.startsWith("[")) certain = false;
    if (kind === "function") {
      const name = text.toUpperCase().replace(/^_XLFN\.(?:_XLWS\.)?/, "");
      if (OURS.test(text)) ours = true;
      else if (UNCERTAIN.has(name)) certain = false;
    }
    if (kind !== "word") continue;
    const sheet = sheetOf(tokens, at);
    const last = tokens[at + 1]?.text === ":" ? tokens[at + 2] : undefined;
    const span = last?.kind === "word" ? parseArea(`${text}:${last.text}`) : null;
    const cell = parseArea(text);
    if (sheet === undefined) certain = false;
    else if (span !== null) {
      areas.push({ sheet, block: toBlock(span) });
      at += 2;
    } else if (cell !== null) {
      areas.push({ sheet, block: toBlock(cell) });
      if (last !== undefined) certain = false;
    } else if (!NUMBER.test(text) && !CONSTANTS.has(text.toUpperCase())) {
      const name = names.get(text.toUpperCase());
      if (name === undefined || depth === 0) {
        // A name that LET or LAMBDA introduces stands for what is written beside it.
        certain &&= text.toLowerCase().startsWith("_xlpm.");
        continue;
      }
      const inside = referencesOf(name, names, depth - 1);
      areas.push(...inside.areas);
      certain &&= inside.certain;
      ours ||= inside.ours;
    }
  }
  return { areas, certain, ours };
}
