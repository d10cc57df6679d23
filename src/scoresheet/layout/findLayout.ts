import { isBlank } from "../../grid";
import type { Cell, Grid } from "../../grid";
import { readScore } from "../cells/readScore";
import type { NoLayout, SheetLayout } from "../types";
import type { Candidate } from "./candidate";
import { completeLayout, type Winner } from "./completeLayout";
import { applyChoices, fromLines, fromOneLine, type HeaderCells } from "./headerCells";
import {
  headerLine,
  sameHeading,
  tokenReader,
  type HeaderLine,
  type ReadToken,
} from "./headerTokens";
import { headingReader, wordSet, type HeadingReader } from "./headings";
import { HEADER_ROWS, type LayoutOptions } from "./layoutOptions";
import { readHeader, type HeaderSetting } from "./readHeader";
import { tableBounds } from "./tableBounds";
import { WEIGHTS, weighLayout, type Judge, type Worth } from "./weighLayout";

/** Beside headings of more a single known word is none: a title, a note, or somebody's cell that holds such a word. */
const LEAST_KNOWN = 2;
/** Lines that a heading may have. */
const MOST_LINES = 3;

/** A candidate with where its heading stands, as indices of the grid's rows. */
interface Found {
  readonly candidate: Candidate;
  readonly top: number;
  readonly bottom: number;
  readonly line: HeaderLine;
}

/** The last row with anything in it: formatted rows below are not looked at. */
function lastFilledRow(grid: Grid): number {
  let index = grid.rows.length - 1;
  while (index >= 0 && grid.rows[index]?.every(isBlank) !== false) index -= 1;
  return grid.firstRow + index;
}

/** Of two candidates that end in the same row: a layout before none, fewer missing columns, lines that explain each other. */
function isBetterCandidate(a: Candidate, b: Candidate): boolean {
  if ((a.layout === null) !== (b.layout === null)) return b.layout === null;
  if (a.lacks.length !== b.lacks.length) return a.lacks.length < b.lacks.length;
  if (a.combined !== b.combined && (a.combined === 0 || b.combined === 0))
    return a.combined > b.combined;
  return a.known > b.known;
}

/** The search for the layout of one sheet. */
class Search {
  readonly #reader: HeadingReader;
  readonly #lines: HeaderLine[];
  readonly #token: ReadToken;
  readonly #setting: HeaderSetting;
  readonly judge: Judge;

  readonly #grid: Grid;
  readonly #options: LayoutOptions;

  constructor(grid: Grid, options: LayoutOptions) {
    this.#grid = grid;
    this.#options = options;
    this.#reader = headingReader(options.headings);
    const others = options.others;
    const token = tokenReader(this.#reader, wordSet(others?.year ?? []));
    this.#token = token;
    const rows = options.chosen === undefined ? HEADER_ROWS.first : HEADER_ROWS.most;
    this.#lines = grid.rows.slice(0, rows).map((cells) => headerLine(cells, token));
    this.#setting = { grid, lastRow: lastFilledRow(grid), options };
    this.judge = {
      limits: options.limits,
      isLevel: options.isLevel,
      isHeading: (cell: Cell) => typeof cell === "string" && token(cell).word !== null,
    };
  }

  /** Looks at more rows than usual: somebody explains much above the table. False where there are none. */
  lookFarther(): boolean {
    const more = this.#grid.rows.slice(this.#lines.length, HEADER_ROWS.most);
    this.#lines.push(...more.map((cells) => headerLine(cells, this.#token)));
    return more.length > 0;
  }

  /** The ways in which a row, alone or with those above it, can be read as a header. */
  #waysAt(bottom: number): { readonly top: number; readonly header: HeaderCells }[] {
    const { firstColumn } = this.#grid;
    const line = this.#lines[bottom];
    if (line === undefined) return [];
    const ways: { readonly top: number; readonly header: HeaderCells }[] = [];
    if (line.words > 0 || this.#options.chosen !== undefined)
      ways.push({ top: bottom, header: fromOneLine(line, firstColumn) });
    // An amount is no heading, and neither are lines that it stands in.
    if (!line.plain) return ways;
    for (let top = bottom - 1; top >= Math.max(0, bottom - MOST_LINES + 1); top -= 1) {
      const header = fromLines(this.#lines.slice(top, bottom + 1), firstColumn, this.#reader);
      if (header === null) continue;
      ways.push({ top, header });
    }
    return ways;
  }

  #readAt(bottom: number): Found | null {
    const grid = this.#grid;
    const options = this.#options;
    const choices = options.chosen?.columns;
    const line = this.#lines[bottom];
    let best: Found | null = null;
    for (const { top, header } of this.#waysAt(bottom)) {
      const said =
        choices === undefined || choices.size === 0
          ? header
          : applyChoices(header, choices, line?.cells ?? [], grid.firstColumn);
      const { cells, apart } = tableBounds(grid, { top, bottom }, said.cells, options.isLevel);
      const read = { ...said, cells, top, bottom };
      const candidate = readHeader(read, apart, this.#setting);
      if (candidate === null || line === undefined) continue;
      if (best === null || isBetterCandidate(candidate, best.candidate))
        best = { candidate, top, bottom, line };
    }
    return best;
  }

  /** Every row that can be read as a header, the upper ones first. */
  candidates(): Found[] {
    const { chosen } = this.#options;
    const found: Found[] = [];
    for (let bottom = 0; bottom < this.#lines.length; bottom += 1) {
      if (chosen !== undefined && this.#grid.firstRow + bottom !== chosen.headerRow) continue;
      const read = this.#readAt(bottom);
      // A heading printed again is the same table.
      if (read !== null && !found.some(({ line }) => sameHeading(line, read.line)))
        found.push(read);
    }
    // The upper line of a heading is none of its own.
    const headings =
      found.length < 2 || this.#options.chosen !== undefined ? found : this.#withoutRows(found);
    return headings.filter(
      (one) =>
        !headings.some(
          (other) =>
            other !== one &&
            other.top < other.bottom &&
            one.bottom >= other.top &&
            one.bottom < other.bottom &&
            isBetterCandidate(other.candidate, one.candidate),
        ),
    );
  }

  /** The candidates without the rows of somebody that hold words of headings and a month. */
  #withoutRows(all: readonly Found[]): Found[] {
    return all.filter(
      (one) =>
        !all.some(
          (other) =>
            other.bottom < one.bottom &&
            other.candidate.known > one.candidate.known &&
            isRowOf(one.line, other, this.#grid, this.judge),
        ),
    );
  }

  /** Where the rows that a candidate can explain end: at the next heading that is as good. */
  #endOf(found: Found, all: readonly Found[]): number {
    const next = all.find((other) => other.top > found.bottom && endsTable(found, other));
    return next === undefined ? this.#grid.rows.length : next.top;
  }

  worthOf(found: Found, all: readonly Found[]): Worth {
    const end = this.#endOf(found, all);
    return weighLayout(this.#grid, found.candidate, found.bottom, end, this.judge);
  }
}

/** Whether a heading further down ends the table of another: one that lacks more may be a row of it that holds known words. */
function endsTable({ candidate }: Found, other: Found): boolean {
  return other.candidate.layout !== null && other.candidate.lacks.length <= candidate.lacks.length;
}

/** Whether a line is a row of somebody by the heading of another candidate: a score stands where that has its scores. */
function isRowOf(line: HeaderLine, { candidate }: Found, { firstColumn }: Grid, judge: Judge) {
  const { layout } = candidate;
  if (layout === null) return false;
  const columns = [
    ...(layout.columns.score === undefined ? [] : [layout.columns.score]),
    ...layout.months,
  ];
  return columns.some(({ column }) => {
    const cell = line.cells[column - firstColumn] ?? null;
    return typeof cell === "number" && readScore(cell, judge.limits, "ask").kind === "value";
  });
}

/** A candidate that is a layout. */
type FoundLayout = Found & Winner;

interface Weighed extends FoundLayout {
  readonly worth: Worth;
}

function layoutsAmong(all: readonly Found[], chosen: boolean): FoundLayout[] {
  const layouts = all.flatMap((one) => {
    const { layout } = one.candidate;
    return layout === null ? [] : [{ ...one, layout }];
  });
  const sound = layouts.filter(({ candidate }) => candidate.known >= LEAST_KNOWN);
  return chosen || sound.length === 0 ? layouts : sound;
}

/** The candidates by worth, the best first; of equals the upper. */
function weighed(search: Search, all: readonly FoundLayout[]): Weighed[] {
  return all
    .map((one) => ({ ...one, worth: search.worthOf(one, all) }))
    .sort((a, b) => b.worth.value - a.worth.value);
}

/**
 * Where the people and months of a sheet stand (rule S1.4): of the upper rows that can be read
 * as a heading the one that explains most of what stands below it. A layout may lack one required column (problem
 * `columnMissing`); a sheet that lacks more, and one without headings, is no score sheet. Two rows that explain about
 * as much are a doubt (`headerInDoubt`).
 */
export function findLayout(grid: Grid, options: LayoutOptions): SheetLayout | NoLayout {
  const search = new Search(grid, options);
  const isChosen = options.chosen !== undefined;
  let all = search.candidates();
  let layouts = layoutsAmong(all, isChosen);
  if (layouts.length === 0 && !isChosen && search.lookFarther()) {
    all = search.candidates();
    layouts = layoutsAmong(all, isChosen);
  }
  const [only, more] = layouts;
  if (only === undefined) {
    // One known word is no header: a title, a note, a list of names.
    const best = all.reduce<Candidate | null>(
      (known, { candidate }) =>
        known === null || isBetterCandidate(candidate, known) ? candidate : known,
      null,
    );
    const problems = best !== null && best.known >= LEAST_KNOWN ? best.lacks : [];
    return { kind: "none", sheet: grid.sheet, problems };
  }
  // Most sheets have one heading; then there is nothing to compare.
  if (more === undefined) return completeLayout(grid, only, [], null, options);
  const [best, second] = weighed(search, layouts);
  const isClose =
    best !== undefined &&
    second !== undefined &&
    options.chosen === undefined &&
    second.worth.value >= best.worth.value * WEIGHTS.close;
  const winner = best ?? only;
  const others =
    options.chosen === undefined
      ? layouts.filter(
          (one) =>
            one.bottom !== winner.bottom && (one.top < winner.bottom || endsTable(winner, one)),
        )
      : [];
  return completeLayout(grid, winner, others, isClose ? second.bottom : null, options);
}

/** Why a layout is what it is, line by line, for tests and for whoever wonders: each heading that was scored. */
export function explainLayout(grid: Grid, options: LayoutOptions): readonly string[] {
  const search = new Search(grid, options);
  const layouts = layoutsAmong(search.candidates(), options.chosen !== undefined);
  return weighed(search, layouts).map(({ candidate, layout, top, bottom, worth }) => {
    const kinds = Object.entries(worth.explained).map(([kind, count]) => `${kind} ${count}`);
    return [
      `rows ${grid.firstRow + top + 1}-${grid.firstRow + bottom + 1}`,
      layout.kind,
      `worth ${worth.value.toFixed(1)}`,
      `headings ${candidate.known}`,
      ...kinds,
      `contradicted ${worth.contradicted}`,
      `lacks ${candidate.lacks.length}`,
    ].join(", ");
  });
}

/** Whether every required column was found; a sheet that lacks one gives way to a sheet that does not. */
export function hasRequiredColumns(layout: SheetLayout): boolean {
  return !layout.problems.some(({ code }) => code === "columnMissing");
}
