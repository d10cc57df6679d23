/**
 * A piece of a formula as a file stores it. A `name` may be a function, a defined name, a reference, a number or a
 * sheet; its neighbours decide what it is.
 */
export interface Token {
  readonly kind: "text" | "name" | "sheet" | "bracket" | "space" | "error" | "operator";
  readonly text: string;
}

const NAME = /[\p{L}\p{N}_.\\$?]+/uy;
const SPACE = /\s+/uy;
const ERROR =
  /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|EXTERNAL!|PYTHON!)/iuy;
const OPERATOR = /<=|>=|<>|[\s\S]/uy;

/** The end of a quoted stretch; a doubled quote inside stands for itself. */
function quotedEnd(formula: string, from: number): number {
  const quote = formula.charAt(from);
  let index = from + 1;
  while (index < formula.length) {
    if (formula.charAt(index) !== quote) index += 1;
    else if (formula.charAt(index + 1) === quote) index += 2;
    else return index + 1;
  }
  return formula.length;
}

/** The end of `[…]` (columns of a table, other workbooks); ' escapes the next character there. */
function bracketEnd(formula: string, from: number): number {
  let depth = 0;
  for (let index = from; index < formula.length; index += 1) {
    const character = formula.charAt(index);
    if (character === "'") index += 1;
    else if (character === "[") depth += 1;
    else if (character === "]") {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return formula.length;
}

function match(pattern: RegExp, formula: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(formula)?.[0];
}

function tokenAt(formula: string, at: number): Token {
  const upTo = (kind: Token["kind"], end: number): Token => ({
    kind,
    text: formula.slice(at, end),
  });
  switch (formula.charAt(at)) {
    case '"':
      return upTo("text", quotedEnd(formula, at));
    case "'":
      return upTo("sheet", quotedEnd(formula, at));
    case "[":
      return upTo("bracket", bracketEnd(formula, at));
  }
  for (const [kind, pattern] of [
    ["space", SPACE],
    ["name", NAME],
    ["error", ERROR],
  ] as const) {
    const text = match(pattern, formula, at);
    if (text !== undefined) return { kind, text };
  }
  return { kind: "operator", text: match(OPERATOR, formula, at) ?? formula.slice(at) };
}

/** The pieces of a formula; put together again they give the formula, whatever it is. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    const token = tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join("");
}
