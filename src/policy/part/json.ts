import type { PartProblem } from "./problems";

/** About two hundred versions of the policy. */
export const LONGEST_TEXT = 4_000_000;

/** Whether a text could be read again: one that is too large would lock everybody out. */
export function fitsText(text: string): boolean {
  return text.length <= LONGEST_TEXT;
}

const DEEPEST = 64;
/** Keys that reach an object's prototype when code copies or looks them up. No field is ever called so. */
const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

export type JsonResult =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "refused"; readonly problem: PartProblem };

/** JSON of unknown origin, refused when it is too long, too deep or touches prototypes. Never throws. */
export function readJson(text: string): JsonResult {
  const refuse = (problem: PartProblem): JsonResult => ({ kind: "refused", problem });
  if (text.length > LONGEST_TEXT) return refuse({ code: "tooLarge", limit: LONGEST_TEXT });
  // Before parsing, since engines differ in what depth they survive.
  if (depthOf(text) > DEEPEST) return refuse({ code: "tooDeep", limit: DEEPEST });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse({ code: "notJson" });
  }
  const path = findForbiddenKey(value, []);
  return path === undefined
    ? { kind: "json", value }
    : refuse({ code: "forbiddenKey", path: formatPath(path) });
}

/** How deep brackets nest outside strings; for text that is no JSON any bound will do. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (inString) {
      if (character === "\\") index++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") deepest = Math.max(deepest, ++depth);
    else if (character === "}" || character === "]") depth--;
  }
  return deepest;
}

type Path = readonly (string | number)[];

function findForbiddenKey(value: unknown, path: Path): Path | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, isList ? Number(key) : key];
    const found = forbiddenKeys.has(key) ? at : findForbiddenKey(inner, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `$.versions[0].values`: the way to a value from the top of the JSON. */
export function formatPath(path: Path): string {
  const steps = path.map((step) => {
    if (typeof step === "number") return `[${step}]`;
    return /^[A-Za-z_]\w*$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return `$${steps.join("")}`;
}
