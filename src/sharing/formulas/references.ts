import {
  areaBetween,
  columnIndex,
  columnLetters,
  LAST_COLUMN,
  LAST_ROW,
  parseCell,
  parseSpan,
  unquoteSheetName,
  type Area,
} from "../../grid";
import type { Token } from "./tokenize";

/** Where a reference leads: the sheet by name, null for the formula's own; other files are "outside". */
export type Place = string | null;

export interface Reference {
  readonly kind: "cells";
  readonly sheet: Place;
  readonly area: Area;
  /** First token, with the sheet's name, and after the last. */
  readonly start: number;
  readonly end: number;
  /** The first token after the sheet's name. */
  readonly bare: number;
}

/** What a formula depends on, other than cells. */
export type Mention =
  | { readonly kind: "name"; readonly name: string; readonly sheet: Place; readonly at: number }
  | {
      readonly kind: "table";
      readonly table: string;
      readonly columns: string;
      readonly start: number;
      readonly end: number;
    }
  /** The same cells of several sheets, `一月:三月!A1`. */
  | { readonly kind: "severalSheets" }
  /** A function that turns texts or numbers into references, so that its references are unknown until it is calculated. */
  | { readonly kind: "computed" };

/** Functions whose result is a reference that the formula's text does not name. */
const COMPUTED = new Set(["INDIRECT", "OFFSET", "GETPIVOTDATA", "CUBEVALUE", "EVALUATE"]);
const NO_NAMES = new Set(["TRUE", "FALSE"]);
const LOCAL_NAME = /^_xlpm\./iu;

/** The name of a sheet without its quotes. */
export function sheetName({ kind, text }: Token): string {
  return kind === "sheet" ? unquoteSheetName(text) : text;
}

interface Prefix {
  readonly start: number;
  readonly sheet: Place;
  readonly outside: boolean;
  readonly several: boolean;
}

function prefixBefore(tokens: readonly Token[], at: number): Prefix {
  if (tokens[at - 1]?.text !== "!")
    return { start: at, sheet: null, outside: false, several: false };
  const token = tokens[at - 2];
  if (token === undefined) return { start: at, sheet: null, outside: true, several: false };
  const name = sheetName(token);
  const quotedSpan = token.kind === "sheet" && name.includes(":");
  const plainSpan = token.kind === "name" && tokens[at - 3]?.text === ":";
  const start = plainSpan ? at - 4 : at - 2;
  const outside =
    token.kind === "bracket" || name.startsWith("[") || tokens[start - 1]?.kind === "bracket";
  return { start, sheet: name, outside, several: quotedSpan || plainSpan };
}

/** The cells that a formula refers to in this workbook. */
export function findReferences(tokens: readonly Token[]): {
  readonly references: Reference[];
  readonly mentions: Mention[];
} {
  const references: Reference[] = [];
  const mentions: Mention[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    at += 1;
    if (token?.kind !== "name") {
      if (
        token?.kind === "bracket" &&
        tokens[at - 2]?.kind !== "name" &&
        tokens[at]?.kind !== "name" &&
        // `[1]!名字` is a name of another file.
        tokens[at]?.text !== "!"
      )
        mentions.push({ kind: "computed" });
      continue;
    }
    const next = tokens[at];
    // The name of a sheet, or the first of several.
    if (next?.text === "!" || (next?.text === ":" && tokens[at + 2]?.text === "!")) continue;
    const bare = at - 1;
    if (next?.text === "(") {
      const name = token.text.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.)+/u, "");
      if (COMPUTED.has(name)) mentions.push({ kind: "computed" });
      continue;
    }
    const prefix = prefixBefore(tokens, bare);
    const last = next?.text === ":" ? tokens[at + 1] : undefined;
    const span = last?.kind === "name" ? parseSpan(token.text, last.text) : undefined;
    const cell = parseCell(token.text);
    const area = span ?? (cell && areaBetween(cell, cell));
    if (span !== undefined) at += 2;
    // `A1:INDEX(…)` ends where the function says.
    else if (area !== undefined && next?.text === ":") mentions.push({ kind: "computed" });
    if (prefix.outside) continue;
    if (area !== undefined) {
      if (prefix.several) mentions.push({ kind: "severalSheets" });
      else
        references.push({
          kind: "cells",
          sheet: prefix.sheet,
          area,
          start: prefix.start,
          end: at,
          bare,
        });
    } else if (next?.kind === "bracket") {
      mentions.push({
        kind: "table",
        table: token.text,
        columns: next.text,
        start: bare,
        end: at + 1,
      });
      at += 1;
    } else if (
      !/^[\d.]/u.test(token.text) &&
      !NO_NAMES.has(token.text.toUpperCase()) &&
      !LOCAL_NAME.test(token.text)
    )
      mentions.push({ kind: "name", name: token.text, sheet: prefix.sheet, at: bare });
  }
  return { references, mentions };
}

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/u;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/u;
const ROW = /^(\$?)(\d{1,7})$/u;

function shiftColumn(fixed: string, letters: string, by: number): string | undefined {
  const moved = columnIndex(letters) + (fixed === "" ? by : 0);
  return moved < 0 || moved > LAST_COLUMN ? undefined : fixed + columnLetters(moved);
}

function shiftRow(fixed: string, number: string, by: number): string | undefined {
  const moved = Number(number) - 1 + (fixed === "" ? by : 0);
  return moved < 0 || moved > LAST_ROW ? undefined : fixed + String(moved + 1);
}

function shiftEnd(text: string, rows: number, columns: number): string {
  const cell = CELL.exec(text);
  if (cell !== null) {
    const [, columnFixed = "", letters = "", rowFixed = "", number = ""] = cell;
    const column = shiftColumn(columnFixed, letters, columns);
    const row = shiftRow(rowFixed, number, rows);
    return column === undefined || row === undefined ? "#REF!" : column + row;
  }
  const whole = COLUMN.exec(text);
  if (whole !== null) return shiftColumn(whole[1] ?? "", whole[2] ?? "", columns) ?? "#REF!";
  const line = ROW.exec(text);
  if (line !== null) return shiftRow(line[1] ?? "", line[2] ?? "", rows) ?? "#REF!";
  return text;
}

/** The formula of a cell that shares another cell's, so many rows and columns away. */
export function shiftFormula(tokens: readonly Token[], rows: number, columns: number): Token[] {
  const shifted = [...tokens];
  for (const { bare, end } of findReferences(tokens).references)
    for (let at = bare; at < end; at += 1) {
      const token = tokens[at];
      if (token?.kind === "name")
        shifted[at] = { kind: "name", text: shiftEnd(token.text, rows, columns) };
    }
  return shifted;
}

/** Whether a formula means the same in whichever cell it is asked. */
export function isAbsolute(tokens: readonly Token[]): boolean {
  const { references, mentions } = findReferences(tokens);
  return (
    mentions.every(({ kind }) => kind === "name" || kind === "table") &&
    references.every(({ bare, end }) =>
      tokens.slice(bare, end).every(({ kind, text }) => kind !== "name" || isFixed(text)),
    )
  );
}

function isFixed(end: string): boolean {
  return /^\$[A-Za-z]{1,3}(?:\$\d+)?$/u.test(end) || /^\$\d+$/u.test(end);
}
