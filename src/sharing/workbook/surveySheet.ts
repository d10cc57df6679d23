import { callsUs } from "../formulas/calls";
import { type PackageStep, readPiecewise } from "../../ooxml";
import type { Area } from "../../grid";
import { tagOfSheet } from "../tags";
import type { Book, BookSheet, SheetState } from "./book";
import { listenToCells, type SheetCell } from "./cells";
import { isBlock, SheetFormulas } from "./formulasOfSheet";
import { CarrierListener, type Carrier } from "./regions";

/** Rows in which a sheet's headings are looked for, as the reader of score sheets does. */
const HEADING_ROWS = 20;
/** In sheets that the add-in has written facts, a chart and readings stand above the headings. */
const OWN_HEADING_ROWS = 200;
/** Cells that are named one by one; the others are counted. */
export const NAMED_CELLS = 200;

export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A cell whose formula calls the add-in and whose value is none that anybody wants to share. */
export interface TroubledCell extends CellPlace {
  /** The error that it shows; null where it was never calculated. */
  readonly error: string | null;
}

/** A text or number of a sheet's first rows; `text` null is a number of the list of shared texts. */
export interface HeadCell {
  readonly row: number;
  readonly column: number;
  readonly text: string | null;
  readonly shared: number | null;
}

export interface SheetSurvey {
  readonly name: string;
  readonly state: SheetState;
  /** Cells with a formula. */
  readonly formulas: number;
  /** Of them, those that call the add-in. */
  readonly calls: number;
  readonly troubled: readonly TroubledCell[];
  readonly troubledCount: number;
  /** Blocks filled by one formula that calls the add-in. */
  readonly blocks: readonly Area[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  readonly head: readonly HeadCell[];
  /** Rules that format cells, and checks of what is typed. */
  readonly carriers: readonly Carrier[];
  /** The value of the first cell that is nothing but a name, by that name in lower case. */
  readonly named: ReadonlyMap<string, { readonly type: string; readonly value: string }>;
}

/** What a copy needs to know of a sheet before it is made. */
export type SheetOutline = Pick<SheetSurvey, "name" | "head" | "blocks" | "named">;

const ONLY_A_NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;

function isOn(text: string | undefined): boolean {
  return text === "1" || text === "true";
}

/** Called for each formula that calls the add-in, in full; says whether it would calculate in a copy or be a value. */
export type OnCall = (formula: string, place: CellPlace) => "calculates" | "value";

class Survey {
  formulas = 0;
  calls = 0;
  troubledCount = 0;
  hiddenRows = 0;
  hiddenColumns = 0;
  readonly troubled: TroubledCell[] = [];
  readonly blocks: Area[] = [];
  readonly head: HeadCell[] = [];
  readonly named = new Map<string, { type: string; value: string }>();
  readonly #sheet: BookSheet;
  readonly #texts = new SheetFormulas();
  /** Whether the carrier of a shared formula calls the add-in: then all who share it do. */
  readonly #groups = new Map<string, boolean>();

  readonly #onCall: OnCall | undefined;
  readonly headingRows: number;

  constructor(book: Book, sheet: BookSheet, onCall?: OnCall) {
    this.#sheet = sheet;
    this.headingRows = tagOfSheet(book, sheet.name) === null ? HEADING_ROWS : OWN_HEADING_ROWS;
    this.#onCall = onCall;
  }

  cell(cell: SheetCell): void {
    const { row, column, formula, value, type } = cell;
    if (row < this.headingRows && value !== undefined) {
      const shared = type === "s" ? Number(value) : null;
      this.head.push({ row, column, text: shared === null ? value : null, shared });
    }
    if (formula === undefined) return;
    this.formulas += 1;
    const calls = this.#calls(cell);
    if (calls === null) return;
    if (!calls) {
      if (ONLY_A_NAME.test(formula.text) && value !== undefined)
        this.named.set(formula.text.toLowerCase(), { type, value });
      return;
    }
    this.calls += 1;
    if (formula.kind === "array" && isBlock(formula.block)) this.blocks.push(formula.block);
    if (this.#onCall !== undefined) {
      const text = this.#texts.of(cell);
      const place = { sheet: this.#sheet.name, row, column };
      if (text !== undefined && this.#onCall(text, place) === "calculates") return;
    }
    const error = type === "e" ? (value ?? "") : null;
    if (error === null && value !== undefined) return;
    this.troubledCount += 1;
    if (this.troubled.length < NAMED_CELLS)
      this.troubled.push({ sheet: this.#sheet.name, row, column, error });
  }

  #calls(cell: SheetCell): boolean | null {
    const { formula } = cell;
    if (formula === undefined || formula.kind === "dataTable") return null;
    const { group } = formula;
    if (group === undefined) return callsUs(formula.text);
    const known = this.#groups.get(group);
    if (formula.text === "") return known ?? false;
    const text = this.#texts.of(cell);
    const calls = text !== undefined && callsUs(text);
    this.#groups.set(group, calls);
    return calls;
  }
}

/** The first rows of a sheet, which is read no further. */
export function* readHead(book: Book, sheet: BookSheet): Generator<PackageStep, SheetOutline> {
  const survey = new Survey(book, sheet);
  let isRead = !sheet.hasCells;
  if (!isRead)
    yield* readPiecewise(
      book.file,
      sheet.path,
      listenToCells({
        cell: (cell) => {
          survey.cell(cell);
          isRead = cell.row >= survey.headingRows;
        },
      }),
      () => isRead,
    );
  return { name: sheet.name, head: survey.head, blocks: [], named: new Map() };
}

/** What a sheet holds that matters for sharing it. */
export function* surveySheet(
  book: Book,
  sheet: BookSheet,
  onCall?: OnCall,
): Generator<PackageStep, SheetSurvey> {
  const survey = new Survey(book, sheet, onCall);
  const carriers: Carrier[] = [];
  const listener = new CarrierListener((carrier) => carriers.push(carrier));
  if (sheet.hasCells)
    yield* readPiecewise(
      book.file,
      sheet.path,
      listenToCells({
        cell: (cell) => survey.cell(cell),
        text: (text) => listener.text(text),
        close: (local) => listener.close(local),
        open: ({ local, attributes }) => {
          listener.open({ local, attributes });
          if (!isOn(attributes["hidden"])) return;
          if (local === "row") survey.hiddenRows += 1;
          else if (local === "col")
            survey.hiddenColumns +=
              Number(attributes["max"] ?? 0) - Number(attributes["min"] ?? 0) + 1;
        },
      }),
    );
  const { formulas, calls, troubled, troubledCount, blocks, hiddenRows, hiddenColumns } = survey;
  return {
    name: sheet.name,
    state: sheet.state,
    formulas,
    calls,
    troubled,
    troubledCount,
    blocks,
    hiddenRows,
    hiddenColumns,
    head: survey.head,
    carriers,
    named: survey.named,
  };
}
