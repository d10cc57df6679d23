/** What every spreadsheet since Excel 2007 takes. */
export const LONGEST_FORMULA = 8_192;
const DEEPEST_NESTING = 64;

export function call(name: string, ...given: readonly string[]): string {
  return `${name}(${given.join(",")})`;
}

export function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

export function iff(condition: string, then: string, otherwise: string): string {
  return call("IF", condition, then, otherwise);
}

export type Branch = readonly [condition: string, then: string];

/** The first of the branches whose condition holds, else the last text. */
export function choose(branches: readonly Branch[], otherwise: string): string {
  return branches.reduceRight((rest, [condition, then]) => iff(condition, then, rest), otherwise);
}

/** `text` with each of the pairs replaced, one after the other. */
export function substitute(
  text: string,
  ...pairs: readonly (readonly [from: string, to: string])[]
): string {
  return pairs.reduce(
    (inner, [from, to]) => call("SUBSTITUTE", inner, quote(from), quote(to)),
    text,
  );
}

/** How deep calls and brackets are nested; what stands in texts and sheet names does not count. */
function nestingOf(formula: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted: string | null = null;
  for (const character of formula) {
    if (quoted !== null) {
      if (character === quoted) quoted = null;
    } else if (character === '"' || character === "'") quoted = character;
    else if (character === "(") deepest = Math.max(deepest, (depth += 1));
    else if (character === ")") depth -= 1;
  }
  return deepest;
}

export function fits(formula: string): boolean {
  return formula.length < LONGEST_FORMULA && nestingOf(formula) <= DEEPEST_NESTING;
}
