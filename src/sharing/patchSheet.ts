import { mayHold, patchMiddle, patchPiecewise, type PackageStep, type PatchMaker } from "../ooxml";
import type { FormulaJudge } from "./formulas/judge";
import { patchPeople, type PeopleNames } from "./people";
import type { SheetLeftOut } from "./planLeftOut";
import type { Uses } from "./reach/uses";
import type { Tally } from "./tally";
import type { DisputedInSheet } from "./disputed";
import type { ShareChoices } from "./types";
import type { Book, BookSheet } from "./workbook/book";
import { noteDrawings } from "./workbook/notes";
import { patchCells, type CellFate } from "./workbook/patchCells";
import { changesAny, patchSurroundings, type Surroundings } from "./workbook/patchSurroundings";
import { NotQuick, quickCells } from "./workbook/quickCells";

/** What a sheet becomes part of. */
export interface SheetSetting {
  readonly book: Book;
  readonly choices: ShareChoices;
  readonly judge: FormulaJudge;
  readonly tally: Tally;
  readonly plan: SheetLeftOut;
  /** Names of people that are replaced; null: none. */
  readonly people: PeopleNames | null;
  /** What the copy uses of other parts; null where everything stays. */
  readonly uses: Uses | null;
  /** Whether cells of any sheet are left out. */
  readonly hidesCells: boolean;
  readonly onShared: (index: number) => void;
  /** Cells of this sheet that disagree with their plain formulas. */
  readonly disputed: DisputedInSheet;
}

/** What happened to a sheet, reported once it is done: work that is begun again reports nothing twice. */
class Happened {
  readonly #fates: CellFate[] = [];
  /** Calls that became the value they showed, which is what becomes of most. */
  #frozen = 0;
  formulasChanged = false;
  rules = 0;
  checks = 0;

  note(fate: CellFate): void {
    const { fate: what } = fate;
    const isUsual =
      what.kind === "frozen" && what.why.kind === "call" && what.shows.kind === "value";
    if (isUsual) this.#frozen += 1;
    else this.#fates.push(fate);
  }

  tell(tally: Tally): void {
    tally.frozen += this.#frozen;
    for (const fate of this.#fates) tally.note(fate);
    if (this.formulasChanged || this.#frozen + this.#fates.length > 0) tally.formulasChanged = true;
    tally.rulesGone += this.rules;
    tally.checksGone += this.checks;
  }
}

function makersFor(
  sheet: BookSheet,
  setting: SheetSetting,
  happened: Happened,
): { readonly around: readonly PatchMaker[]; readonly cells: PatchMaker } {
  const { book, choices, judge, plan, uses, hidesCells, onShared, disputed } = setting;
  const { leftOut, cover, errors, highlights } = choices;
  const surroundings: Surroundings = {
    onRelation: uses === null ? null : (id) => uses.noteRelation(sheet.path, id),
    forgetViews: uses !== null,
    noteDrawings: leftOut.notes ? noteDrawings(book, sheet) : new Set(),
    forgetFilters: plan.cells.any,
    slicers: hidesCells,
    deselect: cover !== null,
  };
  const cells = patchCells({
    sheet: sheet.name,
    judge,
    errors,
    highlights,
    leftOut: plan.cells,
    uses,
    disputed,
    onFate: (fate) => happened.note(fate),
    onFormulaChanged: () => {
      happened.formulasChanged = true;
    },
    onShared,
    onRuleGone: (kind) => {
      if (kind === "rule") happened.rules += 1;
      else happened.checks += 1;
    },
  });
  return { around: changesAny(surroundings) ? [patchSurroundings(surroundings)] : [], cells };
}

/** Patches a sheet of a copy of which nothing is left out, as text; false where it has to be parsed as XML. */
function* patchQuickly(sheet: BookSheet, setting: SheetSetting): Generator<PackageStep, boolean> {
  const { book, choices, judge, tally } = setting;
  const happened = new Happened();
  const { around, cells } = makersFor(sheet, setting, happened);
  const quick = quickCells({
    sheet: sheet.name,
    judge,
    errors: choices.errors,
    onFate: (fate) => happened.note(fate),
  });
  try {
    yield* patchMiddle(book.file, sheet.path, [...around, cells], {
      opening: "<sheetData>",
      closing: "</sheetData>",
      patch: quick,
      refuse: () => {
        throw new NotQuick();
      },
    });
  } catch (error) {
    if (error instanceof NotQuick) return false;
    throw error;
  }
  happened.tell(tally);
  return true;
}

/** Patches a sheet of the copy. */
export function* patchSheet(sheet: BookSheet, setting: SheetSetting): Generator<PackageStep, void> {
  const { book, tally, people } = setting;
  const happened = new Happened();
  const { around, cells } = makersFor(sheet, setting, happened);
  const names = people === null ? [] : [patchPeople(people)];
  const contents = sheet.hasCells ? [...around, cells] : around;
  yield* patchPiecewise(book.file, sheet.path, [contents, names]);
  happened.tell(tally);
}

/** Patches a sheet of a copy of which nothing is left out: as text where that can be, and only if it must change. */
export function* patchWholeSheet(
  sheet: BookSheet,
  setting: SheetSetting,
): Generator<PackageStep, void> {
  const { book, choices, judge } = setting;
  if (sheet.hasCells && (yield* patchQuickly(sheet, setting))) return;
  const words = judge.words;
  const changes = words === null || !choices.highlights || choices.cover !== null;
  if (changes || (yield* mayHold(book.file, sheet.path, words))) yield* patchSheet(sheet, setting);
}
