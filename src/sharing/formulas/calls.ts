import { formulas } from "../../formulas";
import { tokenize, type Token } from "./tokenize";

/** What the add-in's functions begin with: as people type it, and in builds for development. */
const NAMESPACES = ["CS", "CSDEV"];

/** In capitals, what a text holds that calls one of them, however it is spelled. */
export const CALL_WORDS: readonly string[] = ["CS_", "CS.", "CSDEV"];

/** Marks that files put before names which older programs do not know. */
const FILE_MARKS = /^(?:_xlfn\.|_xlws\.|_xludf\.|_xleta\.)+/iu;
const STORED = new RegExp(`^_xldudf_(?:${NAMESPACES.join("|")})[_.]([\\p{L}\\p{N}_.]+)$`, "iu");
const TYPED = new RegExp(`^(?:${NAMESPACES.join("|")})\\.([\\p{L}\\p{N}_.]+)$`, "iu");

/** A use of one of the add-in's functions within a formula. Indices are of tokens. */
export interface Call {
  /** Without the namespace, in capitals: "COMMISSION". */
  readonly name: string;
  /** The first token: the name, or what says in which file the function is. */
  readonly start: number;
  /** After the closing parenthesis; after the name where the function is handed on without being called. */
  readonly end: number;
  /** Its arguments, each as a stretch of tokens; null where it is handed on as a function. */
  readonly arguments: readonly { readonly start: number; readonly end: number }[] | null;
}

function functionName({ kind, text }: Token, isCalled: boolean): string | null {
  if (kind !== "name") return null;
  const plain = text.replace(FILE_MARKS, "");
  const stored = STORED.exec(plain)?.[1];
  if (stored !== undefined) return stored.toUpperCase();
  const typed = TYPED.exec(plain)?.[1]?.toUpperCase();
  // A workbook may have a name of its own that only looks like ours.
  return typed !== undefined && (isCalled || formulas.has(typed)) ? typed : null;
}

function skipSpace(tokens: readonly Token[], at: number): number {
  return tokens[at]?.kind === "space" ? at + 1 : at;
}

/** The first token of a name: `[1]!CS.TIER` says that the function belongs to another file. */
function startOf(tokens: readonly Token[], at: number): number {
  if (tokens[at - 1]?.text !== "!") return at;
  const before = tokens[at - 2]?.kind;
  if (before === "bracket" || before === "sheet") return at - 2;
  if (before !== "name") return at;
  return tokens[at - 3]?.kind === "bracket" ? at - 3 : at - 2;
}

interface Parentheses {
  /** What stands between the commas, each as a stretch of tokens. */
  readonly list: { start: number; end: number }[];
  /** After the closing one. */
  end: number;
}

/** What each opening parenthesis holds, by its index. Found in one go: a formula may nest thousands of calls. */
function readParentheses(tokens: readonly Token[]): ReadonlyMap<number, Parentheses> {
  const found = new Map<number, Parentheses>();
  const open: (Parentheses & { readonly at: number; start: number })[] = [];
  tokens.forEach(({ kind, text }, at) => {
    if (kind !== "operator") return;
    const last = open.at(-1);
    if (text === "(" || text === "{") {
      const begun = { at, start: at + 1, list: [], end: tokens.length };
      open.push(begun);
      found.set(at, begun);
    } else if (last === undefined) return;
    else if (text === ",") {
      last.list.push({ start: last.start, end: at });
      last.start = at + 1;
    } else if (text === ")" || text === "}") {
      const isBlank = skipSpace(tokens, last.start) >= at;
      if (last.list.length > 0 || !isBlank) last.list.push({ start: last.start, end: at });
      last.end = at + 1;
      open.pop();
    }
  });
  return found;
}

function isCalledAt(tokens: readonly Token[], at: number): boolean {
  return tokens[skipSpace(tokens, at + 1)]?.text === "(";
}

/** The uses of the add-in's functions in a formula, outer ones before those in their arguments. */
export function findCalls(tokens: readonly Token[]): Call[] {
  let parentheses: ReadonlyMap<number, Parentheses> | undefined;
  return tokens.flatMap((token, at): Call[] => {
    const isCalled = isCalledAt(tokens, at);
    const name = functionName(token, isCalled);
    if (name === null) return [];
    const start = startOf(tokens, at);
    if (!isCalled) return [{ name, start, end: at + 1, arguments: null }];
    parentheses ??= readParentheses(tokens);
    const held = parentheses.get(skipSpace(tokens, at + 1));
    return [{ name, start, end: held?.end ?? tokens.length, arguments: held?.list ?? [] }];
  });
}

/** Whether a name is one of those, hidden, that Excel keeps for the functions that a workbook has called. */
export function isNameOfCall(name: string): boolean {
  return STORED.test(name.replace(FILE_MARKS, ""));
}

/** Whether a formula can possibly use one of the functions: quick, and never wrong about a "no". */
export function mayCall(formula: string): boolean {
  return NAMESPACES.some((namespace) => formula.toUpperCase().includes(namespace));
}

export function callsUs(formula: string): boolean {
  if (!mayCall(formula)) return false;
  const tokens = tokenize(formula);
  return tokens.some((token, at) => functionName(token, isCalledAt(tokens, at)) !== null);
}
