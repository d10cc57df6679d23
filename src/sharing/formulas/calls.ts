import { formulas } from "../../formulas";
import { tokenize, type Token } from "./tokenize";

/** What the add-in's functions begin with: as people type it, and in builds for development. */
const NAMESPACES = ["CS", "CSDEV"];

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

function readArguments(
  tokens: readonly Token[],
  open: number,
): { readonly list: Call["arguments"]; readonly end: number } {
  const list: { start: number; end: number }[] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open; at < tokens.length; at += 1) {
    const text = tokens[at]?.kind === "operator" ? tokens[at]?.text : undefined;
    if (text === "(" || text === "{") depth += 1;
    else if (text === "," && depth === 1) {
      list.push({ start, end: at });
      start = at + 1;
    } else if (text === ")" || text === "}") {
      depth -= 1;
      if (depth > 0) continue;
      const isBlank = tokens.slice(start, at).every(({ kind }) => kind === "space");
      if (list.length > 0 || !isBlank) list.push({ start, end: at });
      return { list, end: at + 1 };
    }
  }
  return { list, end: tokens.length };
}

/** The uses of the add-in's functions in a formula, outer ones before those in their arguments. */
export function findCalls(tokens: readonly Token[]): Call[] {
  return tokens.flatMap((token, at): Call[] => {
    const open = skipSpace(tokens, at + 1);
    const isCalled = tokens[open]?.text === "(";
    const name = functionName(token, isCalled);
    if (name === null) return [];
    const start = startOf(tokens, at);
    if (!isCalled) return [{ name, start, end: at + 1, arguments: null }];
    const { list, end } = readArguments(tokens, open);
    return [{ name, start, end, arguments: list }];
  });
}

/** Whether a formula can possibly use one of the functions: quick, and never wrong about a "no". */
export function mayCall(formula: string): boolean {
  return NAMESPACES.some((namespace) => formula.toUpperCase().includes(namespace));
}

export function callsUs(formula: string): boolean {
  return mayCall(formula) && findCalls(tokenize(formula)).length > 0;
}
