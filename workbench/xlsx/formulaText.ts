import { columnIndex, columnLetters } from "../../host";
import { LAST_COLUMN, LAST_ROW } from "./addresses";

/**
 * A formula is written in two ways: as people type it (`=XLOOKUP(…)`, `=CS.TIER(…)`) and as the
 * file stores it (no "=", newer functions behind `_xlfn.`, the add-in's behind `_xldudf_`).
 */
type TokenKind = "function" | "sheet" | "word" | "other";

/** A piece of a formula, in either way of writing. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const WORD = /[\p{L}\p{N}_.\\$?]+/uy;

/** The end of a quoted stretch; a doubled quote inside stands for itself. */
function quotedEnd(formula: string, from: number): number {
  const quote = formula.charAt(from);
  let index = from + 1;
  while (index < formula.length) {
    if (formula.charAt(index) !== quote) index++;
    else if (formula.charAt(index + 1) === quote) index += 2;
    else return index + 1;
  }
  return formula.length;
}

/** The end of `[…]` (columns of a table, other workbooks); ' escapes the next character there. */
function bracketEnd(formula: string, from: number): number {
  let depth = 0;
  for (let index = from; index < formula.length; index++) {
    const character = formula.charAt(index);
    if (character === "'") index++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return index + 1;
  }
  return formula.length;
}

/** The pieces of a formula; put together again they give it. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < formula.length) {
    const character = formula.charAt(position);
    let end = position + 1;
    let kind: TokenKind = "other";
    if (character === '"') end = quotedEnd(formula, position);
    else if (character === "'") {
      end = quotedEnd(formula, position);
      kind = "sheet";
    } else if (character === "[") end = bracketEnd(formula, position);
    else {
      WORD.lastIndex = position;
      const word = WORD.exec(formula)?.[0];
      if (word !== undefined) {
        end = position + word.length;
        const next = formula.charAt(end);
        kind = next === "(" ? "function" : next === "!" ? "sheet" : "word";
      }
    }
    tokens.push({ kind, text: formula.slice(position, end) });
    position = end;
  }
  return tokens;
}

/** Functions newer than the first edition of the format, which the file marks with `_xlfn.`. */
const PREFIXED = new Set(
  `ACOT ACOTH AGGREGATE ANCHORARRAY ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST
  BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH
  CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS
  COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS
  DECIMAL DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST
  FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT
  FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV
  GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC
  IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY
  MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST
  NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC
  PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC QUERYSTRING
  RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE
  SHEET SHEETS SINGLE SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T
  T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRANSLATE TRIMRANGE UNICHAR UNICODE
  UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR
  Z.TEST`.split(/\s+/),
);

/** Functions whose file name has a second prefix. */
const WORKSHEET_PREFIXED = new Set(["FILTER", "SORT"]);

/** Functions whose answer fills as many cells as it has values. */
const ARRAY_FUNCTIONS = new Set(
  `ANCHORARRAY BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND FILTER GROUPBY HSTACK LET MAKEARRAY MAP
  PIVOTBY RANDARRAY REDUCE SCAN SEQUENCE SORT SORTBY TAKE TEXTSPLIT TOCOL TOROW TRIMRANGE UNIQUE VSTACK
  WRAPCOLS WRAPROWS XLOOKUP`.split(/\s+/),
);

const ADD_IN = "CS.";
const ADD_IN_STORED = "_xldudf_CS_";

/**
 * Names that LET and LAMBDA introduce: the first of each pair, and all arguments but the last.
 * A name counts in the whole formula, which is what Excel stores when it is not shadowed.
 */
function localNames(tokens: readonly Token[]): Set<string> {
  const names = new Set<string>();
  const open: { name: string; argument: number; only: string | undefined }[] = [];
  const declare = (): void => {
    const call = open[open.length - 1];
    if (call?.only === undefined) return;
    if (call.name === "LAMBDA" || (call.name === "LET" && call.argument % 2 === 0)) {
      names.add(call.only.toUpperCase());
    }
  };
  tokens.forEach((token, index) => {
    const call = open[open.length - 1];
    if (token.text === "(") {
      const before = tokens[index - 1];
      const name = before?.kind === "function" ? before.text.toUpperCase() : "";
      open.push({ name, argument: 0, only: undefined });
    } else if (token.text === ")") open.pop();
    else if (token.text === "," && call !== undefined) {
      declare();
      call.argument++;
      call.only = undefined;
    } else if (call !== undefined && token.text.trim() !== "") {
      const first = tokens.slice(0, index).findLast(({ text }) => text.trim() !== "")?.text;
      call.only =
        token.kind === "word" && (first === "(" || first === ",") ? token.text : undefined;
    }
  });
  return names;
}

/** `=SORT(A1:A3)` → `_xlfn._xlws.SORT(A1:A3)`, `=CS.TIER(B2)` → `_xldudf_CS_TIER(B2)`. */
export function toFileFormula(formula: string): string {
  const tokens = tokenize(formula.replace(/^\s*=/, ""));
  const locals = localNames(tokens);
  return tokens
    .map(({ kind, text }) => {
      const name = text.toUpperCase();
      if (locals.has(name) && (kind === "function" || kind === "word")) return `_xlpm.${text}`;
      if (kind !== "function") return text;
      if (name.startsWith(ADD_IN)) return ADD_IN_STORED + name.slice(ADD_IN.length);
      if (WORKSHEET_PREFIXED.has(name)) return `_xlfn._xlws.${name}`;
      return PREFIXED.has(name) ? `_xlfn.${name}` : text;
    })
    .join("");
}

/** Marks before names that older programs do not know; some programs put one before the other. */
const FILE_MARKS = /^(?:_xlfn\.|_xlws\.|_xlpm\.|_xludf\.)+/i;
/** The add-in's functions as programs write them: `_xldudf_CS_TIER`, `_xldudf_cs_tier`, `_XLDUDF_CS_TIER`, `cs.tier`. */
const ADD_IN_ANYHOW = /^(?:_xldudf_cs[_.]|cs\.)(?=[a-z])/i;

/** The file's formula as people type it, with "=" in front; the add-in's functions in capitals, as Excel shows them. */
export function fromFileFormula(stored: string): string {
  const typed = tokenize(stored).map(({ kind, text }) => {
    if (kind !== "function" && kind !== "word") return text;
    const plain = text.replace(FILE_MARKS, "");
    const isOurs = kind === "function" || /^_xldudf_/i.test(plain);
    const ours = isOurs ? ADD_IN_ANYHOW.exec(plain)?.[0] : undefined;
    return ours === undefined ? plain : ADD_IN + plain.slice(ours.length).toUpperCase();
  });
  return `=${typed.join("")}`;
}

/**
 * Whether a formula must be stored as a dynamic array even where it fills one cell. A call of the
 * add-in belongs to these: stored plainly, Excel would show it with "@" in front.
 */
export function mayFillSeveralCells(formula: string): boolean {
  return tokenize(formula).some(
    ({ kind, text }) =>
      kind === "function" &&
      (text.toUpperCase().startsWith(ADD_IN) || ARRAY_FUNCTIONS.has(text.toUpperCase())),
  );
}

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)(\d{1,7})$/;

function shiftColumn(fixed: string, name: string, by: number): string | undefined {
  const column = columnIndex(name);
  if (column > LAST_COLUMN) return undefined;
  const moved = fixed === "" ? column + by : column;
  return moved < 0 || moved > LAST_COLUMN ? undefined : fixed + columnLetters(moved);
}

function shiftRow(fixed: string, number: string, by: number): string | undefined {
  const row = Number(number) - 1;
  const moved = fixed === "" ? row + by : row;
  return moved < 0 || moved > LAST_ROW ? undefined : fixed + String(moved + 1);
}

/** The formula of a cell that shares another cell's, so many rows and columns away. */
export function shiftFormula(stored: string, rows: number, columns: number): string {
  const tokens = tokenize(stored);
  const inSpan = (index: number, pattern: RegExp): boolean => {
    const before = tokens[index - 1]?.text === ":" ? tokens[index - 2] : undefined;
    const after = tokens[index + 1]?.text === ":" ? tokens[index + 2] : undefined;
    return [before, after].some((token) => token?.kind === "word" && pattern.test(token.text));
  };
  return tokens
    .map(({ kind, text }, index) => {
      if (kind !== "word") return text;
      const cell = CELL.exec(text);
      if (cell !== null) {
        const [, columnFixed = "", name = "", rowFixed = "", number = ""] = cell;
        if (columnIndex(name) > LAST_COLUMN) return text;
        const column = shiftColumn(columnFixed, name, columns);
        const row = shiftRow(rowFixed, number, rows);
        return column === undefined || row === undefined ? "#REF!" : column + row;
      }
      const whole = COLUMN.exec(text);
      if (whole !== null && inSpan(index, COLUMN)) {
        return shiftColumn(whole[1] ?? "", whole[2] ?? "", columns) ?? "#REF!";
      }
      const line = ROW.exec(text);
      if (line !== null && inSpan(index, ROW)) {
        return shiftRow(line[1] ?? "", line[2] ?? "", rows) ?? "#REF!";
      }
      return text;
    })
    .join("");
}
