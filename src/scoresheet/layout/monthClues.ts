import { isBlank } from "../../grid";
import type { Cell, Grid } from "../../grid";
import { monthOf } from "../../units";
import type { Month } from "../../units";
import { seenText } from "../cells/readText";
import type { MonthClue } from "../types";
import { bareHeading } from "./headings";
import { monthTold, valueTold, type MonthTold } from "./monthText";

// Which month a sheet is of, put together from what stands above its table, its name, that of the file and what HR
// has said (rule S2). Every piece is kept, so that it can be shown.

/** Words of a label whose value is the month or the year of the sheet, as compared. */
export interface ClueWords {
  readonly month: ReadonlySet<string>;
  readonly year: ReadonlySet<string>;
}

/** Rows above the headings that are looked at. */
const ROWS_ABOVE = 15;
/** How far right of its label a value may stand. */
const REACH_COLUMNS = 4;
/** Longer texts are notes, not titles. */
const LONGEST_TITLE = 60;
/** The day on which a sheet was printed says nothing of its month, and notes mention all kinds of months. */
const NO_TITLE =
  /[日号]|制表|打印|填表|日期|^(?:说明|备注|注|附|提示)|^[(（]?\d{1,2}[.、)）]|起执行|起施行/u;
const SEPARATORS = /[|｜;；·•\t\n]|\s{2,}|\s+(?=[^\s:：|]{2,10}[:：])/u;
const LABELLED = /^([^:：]{1,12})[:：](.*)$/su;

function clueOf(
  told: MonthTold,
  source: MonthClue["source"],
  text: string,
  row: number,
  column: number,
): MonthClue {
  return { ...told, source, text: text.trim(), cell: { row, column } };
}

/** The label in a text and what stands behind it; undefined where the text is no label of a month or year. */
function labelIn(
  text: string,
  { month, year }: ClueWords,
): { readonly of: "month" | "year"; readonly value: string } | undefined {
  const [, label = text, value = ""] = LABELLED.exec(text) ?? [];
  const key = bareHeading(label);
  if (year.has(key)) return { of: "year", value };
  if (month.has(key)) return { of: "month", value };
  // 考核月份 2026年3月, without a colon.
  const [first = "", ...rest] = text.trim().split(/\s+/u);
  if (rest.length > 0 && value === "") {
    const of = month.has(bareHeading(first))
      ? "month"
      : year.has(bareHeading(first))
        ? "year"
        : null;
    if (of !== null) return { of, value: rest.join(" ") };
  }
  return undefined;
}

/** The next filled cell right of a label. */
function valueBeside(
  cells: readonly Cell[],
  index: number,
): { cell: Cell; index: number } | undefined {
  for (let at = index + 1; at <= index + REACH_COLUMNS && at < cells.length; at += 1) {
    const cell = cells[at] ?? null;
    if (!isBlank(cell)) return { cell, index: at };
  }
  return undefined;
}

/** What labelled cells of a row say: 考核月份：2026年3月 in one cell or in neighbours. */
function labelsIn(
  cells: readonly Cell[],
  words: ClueWords,
): { told: MonthTold; text: string; index: number }[] {
  const found: { told: MonthTold; text: string; index: number }[] = [];
  for (const [index, cell] of cells.entries()) {
    if (typeof cell !== "string" || isBlank(cell)) continue;
    for (const piece of cell.normalize("NFKC").split(SEPARATORS)) {
      const label = labelIn(piece, words);
      if (label === undefined) continue;
      const own = label.value.trim();
      const beside = own === "" ? valueBeside(cells, index) : undefined;
      const told = valueTold(own === "" ? (beside?.cell ?? null) : own);
      if (told === undefined || (label.of === "year" && told.year === null)) continue;
      const text = own === "" ? `${piece.trim()} ${seenText(beside?.cell ?? null)}` : piece;
      found.push({ told, text, index: beside?.index ?? index });
    }
  }
  return found;
}

/** What labelled cells and titles above a row say, the upper ones first; labels before titles. */
export function cluesAbove(
  { rows, firstRow, firstColumn }: Grid,
  headerIndex: number,
  words: ClueWords,
): readonly MonthClue[] {
  const labels: MonthClue[] = [];
  const titles: MonthClue[] = [];
  for (let index = Math.max(0, headerIndex - ROWS_ABOVE); index < headerIndex; index += 1) {
    const cells = rows[index] ?? [];
    const labelled = labelsIn(cells, words);
    for (const { told, text, index: at } of labelled)
      labels.push(clueOf(told, "label", text, firstRow + index, firstColumn + at));
    const filled = cells.filter((cell) => !isBlank(cell));
    if (labelled.length > 0 || filled.length > 3 || filled.some((cell) => typeof cell !== "string"))
      continue;
    for (const [at, cell] of cells.entries()) {
      if (typeof cell !== "string" || isBlank(cell) || cell.length > LONGEST_TITLE) continue;
      const told = NO_TITLE.test(cell.trim()) ? undefined : monthTold(cell);
      if (told === undefined) continue;
      titles.push(clueOf(told, "title", cell, firstRow + index, firstColumn + at));
      break;
    }
  }
  return [...labels, ...titles];
}

/** What the name of a sheet or file says. */
export function clueInName(name: string, source: "tab" | "file"): MonthClue | undefined {
  const told = monthTold(name);
  return told === undefined ? undefined : { ...told, source, text: name.trim(), cell: null };
}

/** The name of a file as people see it, from its path or address: without folders and ending. */
export function fileNameIn(address: string): string {
  const last = address.split(/[/\\]/u).at(-1)?.split(/[?#]/u)[0] ?? "";
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // A per cent sign that is just one.
  }
  return name.replace(/\.[a-z]{2,5}$/iu, "");
}

type Clash = readonly [MonthClue, MonthClue];

/** What clues come to together. */
export interface CluesSettled {
  /** Null where the clues do not give all of it, or contradict each other. */
  readonly month: Month | null;
  readonly year: number | null;
  /** 1 to 12. */
  readonly number: number | null;
  /** What was put together. */
  readonly from: readonly MonthClue[];
  /** Two clues that cannot both be right. */
  readonly yearClash: Clash | null;
  readonly numberClash: Clash | null;
}

interface Part {
  readonly clue: MonthClue | null;
  readonly clash: Clash | null;
}

/** The first clue that says a part, and the first that says otherwise; HR's own word settles it. */
function settlePart(clues: readonly MonthClue[], part: "year" | "number"): Part {
  const named = clues.filter((clue) => clue[part] !== null);
  const said = named.find(({ source }) => source === "said");
  if (said !== undefined) return { clue: said, clash: null };
  const [first] = named;
  const other = named.find((clue) => clue[part] !== first?.[part]);
  if (first === undefined) return { clue: null, clash: null };
  return { clue: first, clash: other === undefined ? null : [first, other] };
}

/**
 * The month that clues give together, the first of each part in their order. HR's own word settles everything; two
 * others that disagree settle nothing.
 */
export function settleClues(clues: readonly MonthClue[]): CluesSettled {
  // A file with a tab for each month is named after one of them, or after none.
  const ofTab = clues.find(({ source, number }) => source === "tab" && number !== null);
  const named = clues.filter(
    ({ source, number }) =>
      source !== "file" || number === null || ofTab === undefined || number === ofTab.number,
  );
  const { clue: byYear, clash: yearClash } = settlePart(named, "year");
  const { clue: byNumber, clash: numberClash } = settlePart(named, "number");
  const year = yearClash === null ? (byYear?.year ?? null) : null;
  const number = numberClash === null ? (byNumber?.number ?? null) : null;
  return {
    year,
    number,
    month: year === null || number === null ? null : monthOf(year, number),
    from: [...new Set([byNumber, byYear])].filter((clue) => clue !== null),
    yearClash,
    numberClash,
  };
}
