import { errorOf, isBlank } from "../../grid";
import type { Cell } from "../../grid";
import { monthOf } from "../../units";
import { seenText } from "../cells/readText";
import type { ColumnUse } from "../types";
import { hasLabels, isMonthly, NOTHING, type HeaderLine, type Token } from "./headerTokens";
import type { HeadingReader, HeadingWord } from "./headings";
import type { MonthHeading } from "./readMonthHeading";

/** What a column's heading says, from one line or from several. */
export interface HeaderCell {
  readonly column: number;
  readonly heading: string;
  /** All its lines as they stand, the upper one first. */
  readonly lines: readonly string[];
  readonly word: HeadingWord | null;
  /** The lines mean this together only. */
  readonly joined: boolean;
  /** The month of the cells below; of a monthly field, or of scores where no field is named. */
  readonly says: MonthHeading | null;
  /** The heading of a column of years. */
  readonly ofYears: boolean;
  readonly chosen: ColumnUse | null;
}

export interface HeaderCells {
  /** Those that say something. */
  readonly cells: readonly HeaderCell[];
  /** Columns whose meaning needs more than one line. */
  readonly combined: number;
}

const PLAIN = { joined: false, ofYears: false, chosen: null };

function seen(cell: Cell): string {
  return seenText(cell).trim();
}

function withYear(says: MonthHeading | null, year: number | null): MonthHeading | null {
  return says?.kind === "monthNumber" && year !== null
    ? { kind: "month", month: monthOf(year, says.number) }
    : says;
}

/** An error between two months was a month once; behind the last it may be anything. */
function markBrokenMonths(
  cells: readonly HeaderCell[],
  row: readonly Cell[],
  firstColumn: number,
): readonly HeaderCell[] {
  const months = cells.flatMap(({ column, says }) => (says === null ? [] : [column]));
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return cells;
  const broken: HeaderCell[] = [];
  for (let column = first + 1; column < last; column += 1) {
    const cell = row[column - firstColumn] ?? null;
    if (errorOf(cell) === undefined) continue;
    const heading = seen(cell);
    broken.push({
      ...PLAIN,
      column,
      heading,
      lines: [heading],
      word: null,
      says: { kind: "unreadable" },
    });
  }
  return broken.length === 0 ? cells : [...cells, ...broken].sort((a, b) => a.column - b.column);
}

/** The headings of one line, as they stand. */
export function fromOneLine(line: HeaderLine, firstColumn: number): HeaderCells {
  const cells: HeaderCell[] = [];
  for (const [index, token] of line.tokens.entries()) {
    const { word, ofYears } = token;
    const says = token.number && !line.series ? null : token.says;
    if (word === null && says === null && !ofYears) continue;
    const heading = seen(line.cells[index] ?? null);
    const column = firstColumn + index;
    cells.push({ ...PLAIN, column, heading, lines: [heading], word, says, ofYears });
  }
  return { cells: markBrokenMonths(cells, line.cells, firstColumn), combined: 0 };
}

/** A heading of an upper line and how far it stands for the columns right of it. */
interface Group {
  readonly cell: Cell;
  readonly token: Token;
}

const NO_GROUP: Group = { cell: null, token: NOTHING };

/** What stands over one column: the groups of the upper lines, and whether any of them begins here. */
interface Above {
  readonly groups: readonly Group[];
  readonly own: boolean;
}

/** The groups over each column: merged cells hold what they say in their first. */
function groupsOver(uppers: readonly HeaderLine[], width: number): Above[] {
  const current = uppers.map(() => NO_GROUP);
  const over: Above[] = [];
  for (let index = 0; index < width; index += 1) {
    let own = false;
    for (const [level, { cells, tokens }] of uppers.entries()) {
      const cell = cells[index] ?? null;
      if (isBlank(cell)) {
        // A group ends where the one above it does.
        if (own) current[level] = NO_GROUP;
        continue;
      }
      current[level] = { cell, token: tokens[index] ?? NOTHING };
      own = true;
    }
    over.push({ groups: current.filter(({ cell }) => !isBlank(cell)), own });
  }
  return over;
}

/** Whether a line is a title: one text alone that begins above those who are named below it, or left of them. */
function isTitleOver({ cells }: HeaderLine, lower: HeaderLine): boolean {
  const at = cells.findIndex((cell) => !isBlank(cell));
  if (at < 0 || cells.some((cell, index) => index > at && !isBlank(cell))) return false;
  return lower.tokens.some(
    ({ word }, index) =>
      index >= at && word !== null && (word.field === "name" || word.field === "employeeId"),
  );
}

/** What the lines over one column and its own cell say together; null where they say nothing. */
interface Said {
  readonly word: HeadingWord | null;
  readonly joined: boolean;
  readonly says: MonthHeading | null;
  readonly ofYears: boolean;
  /** Whether it takes more than the lowest line. */
  readonly combined: boolean;
}

/** The word that a group and the cell below it make together, where that says more than the cell alone. */
function joinedWord(
  groups: readonly Group[],
  below: Cell,
  own: HeadingWord | null,
  { joined }: HeadingReader,
): HeadingWord | null {
  const nearest = groups.at(-1);
  if (nearest === undefined) return null;
  const word = joined(nearest.cell, below);
  if (word === undefined || own === null) return word ?? null;
  if (word.field === own.field) return null;
  // 投诉 over 罚款 is no complaint: what stands below says more unless the two are a word themselves.
  return word;
}

function sayTogether(
  { groups }: Above,
  below: Cell,
  own: Token,
  reader: HeadingReader,
): Said | null {
  // The line nearest to the cell has priority.
  const tokens = groups.map(({ token }) => token).reverse();
  const year = tokens.find((token) => token.year !== null)?.year ?? null;
  const group = tokens.find(({ says, word }) => says !== null || word !== null) ?? NOTHING;
  const joined = own.says === null ? joinedWord(groups, below, own.word, reader) : null;
  const word = joined ?? own.word;
  if (word !== null && !isMonthly(word.field))
    return { word, joined: joined !== null, says: null, ofYears: false, combined: joined !== null };
  if (word === null && own.says === null)
    return own.ofYears ? { ...own, joined: false, combined: false } : null;
  const fits = group.word === null || isMonthly(group.word.field);
  const says = withYear(own.says ?? (word === null ? null : group.says), year);
  return {
    word: word ?? (fits ? group.word : null),
    joined: joined !== null,
    says,
    ofYears: false,
    combined:
      joined !== null ||
      (word !== null && own.says === null && group.says !== null) ||
      (word === null && own.says !== null && fits && group.word !== null) ||
      (own.says?.kind === "monthNumber" && year !== null),
  };
}

/**
 * The headings of several lines: the upper ones name a month, a year or a field for the columns below them, as
 * merged cells do, or make a word with what stands below; null where the lines are no header together.
 */
export function fromLines(
  lines: readonly HeaderLine[],
  firstColumn: number,
  reader: HeadingReader,
): HeaderCells | null {
  const lower = lines.at(-1);
  if (lower === undefined || lines.some(({ plain }) => !plain)) return null;
  const uppers = lines.slice(0, -1);
  if (uppers.some((line) => hasLabels(line) || isTitleOver(line, lower))) return null;
  // Where a column gives the month, numbers above it are no months.
  const namesMonth = lower.tokens.some(({ word }) => word?.field === "month");
  if (namesMonth && uppers.some(({ dated }) => dated > 0)) return null;
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const cells: HeaderCell[] = [];
  let combined = 0;
  let reaching = 0;
  for (const [index, above] of groupsOver(uppers, width).entries()) {
    const below = lower.cells[index] ?? null;
    const own = lower.tokens[index] ?? NOTHING;
    const column = firstColumn + index;
    const texts = above.groups.map(({ cell }) => seen(cell));
    if (isBlank(below)) {
      // A heading that reaches over all lines.
      const reach = above.own ? reachingCell(above, reader) : null;
      if (reach === null) continue;
      reaching += 1;
      cells.push({ ...reach, column, heading: texts.at(-1) ?? "", lines: texts, chosen: null });
      continue;
    }
    const said = sayTogether(above, below, own, reader);
    const top = above.groups.at(-1)?.token;
    const overName =
      above.own && top?.word != null && top.says === null && !isMonthly(top.word.field);
    // Below the heading of a name stands a name: the upper line is the header, the lower one data.
    if (overName && said?.word == null && lower.words < 2) return null;
    if (said === null) continue;
    if (said.combined) combined += 1;
    const { word, joined, says, ofYears } = said;
    const heading = seen(below);
    cells.push({
      column,
      heading,
      lines: [...texts, heading],
      word,
      joined,
      says,
      ofYears,
      chosen: null,
    });
  }
  // Headings that reach down beside others that do not: only all lines together are the header.
  if (reaching > 0 && reaching < cells.length) combined += 1;
  return combined === 0
    ? null
    : { cells: markBrokenMonths(cells, lower.cells, firstColumn), combined };
}

/** What a heading says that stands in the upper lines alone. */
function reachingCell(
  { groups }: Above,
  reader: HeadingReader,
): Pick<HeaderCell, "word" | "joined" | "says" | "ofYears"> | null {
  const [first, second] = groups.slice(-2);
  const last = second ?? first;
  if (last === undefined) return null;
  const joined =
    first === undefined || second === undefined
      ? undefined
      : reader.joined(first.cell, second.cell);
  const { word, says, ofYears } = last.token;
  if (joined !== undefined && word === null)
    return { word: joined, joined: true, says: null, ofYears: false };
  return word === null && says === null && !ofYears ? null : { word, joined: false, says, ofYears };
}

/** What HR has said of columns, in place of what their headings say. */
export function applyChoices(
  { cells, combined }: HeaderCells,
  choices: ReadonlyMap<number, ColumnUse>,
  row: readonly Cell[],
  firstColumn: number,
): HeaderCells {
  const others = cells.filter(({ column }) => !choices.has(column));
  const chosen = [...choices].flatMap(([column, use]): HeaderCell[] => {
    const heading = seen(row[column - firstColumn] ?? null);
    const known = cells.find((cell) => cell.column === column);
    const place = {
      ...PLAIN,
      column,
      heading,
      lines: known?.lines ?? [heading],
      word: null,
      says: null,
      chosen: use,
    };
    const factor = known?.word?.factor ?? 1;
    switch (use.kind) {
      case "ignored":
        return [];
      case "year":
        return [{ ...place, ofYears: true }];
      case "field":
        return [{ ...place, word: { field: use.field, key: "", rank: -1, word: "", factor } }];
      case "month":
        return [
          {
            ...place,
            word: { field: use.field, key: "", rank: -1, word: "", factor },
            says: { kind: "month", month: use.month },
          },
        ];
    }
  });
  return { cells: [...others, ...chosen].sort((a, b) => a.column - b.column), combined };
}
