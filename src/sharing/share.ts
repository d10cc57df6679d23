import type { LeftOutArea } from "./formulas/judge";
import { AsksForBlock, BLOCK_WORD, FormulaJudge } from "./formulas/judge";
import { mayHoldOf, type PackageStep, patchPiecewise, FileRefusal, type Codec } from "../ooxml";
import { mapSteps } from "../steps";
import { patchSheet, patchWholeSheet, type SheetSetting } from "./patchSheet";
import { DisputedInSheet } from "./disputed";
import { patchPeople, PeopleNames, replaceInText } from "./people";
import { findHeadings, isOneOf, below, planLeftOut, type SheetLeftOut } from "./planLeftOut";
import { tagOfSheet } from "./tags";
import { Tally } from "./tally";
import type { PlainFormulas } from "../formulas";
import type { CopyFacts, ShareChoices, SharedCopy, ShareStep } from "./types";
import { openBook, type Book, type BookSheet } from "./workbook/book";
import {
  cleanProperties,
  cleanWorkbook,
  removeCustomXml,
  removeLists,
  removeMemories,
  removePolicyParts,
} from "./workbook/clean";
import { removeNotes } from "./workbook/notes";
import { LeftOutCells } from "./workbook/leftOutCells";
import { noteDisclosures } from "./workbook/noteDisclosures";
import { leaveNothing } from "./leaveNothing";
import { Uses } from "./reach/uses";
import { patchChart } from "./workbook/patchChart";
import { patchDrawing } from "./workbook/patchDrawing";
import { calculatedOnOpening } from "./workbook/calculation";
import { dropNames, patchNames, valuesOfNames } from "./workbook/patchNames";
import { patchTable } from "./workbook/patchTable";
import { readNamesOfPeople } from "./workbook/peopleOfSheet";
import { removeAddIns, removeCalculationChain } from "./workbook/removeAddIn";
import { removeSheets, withoutSheets } from "./workbook/removeSheet";
import { forgetStrings, readStrings } from "./workbook/sharedStrings";
import { readHead, surveySheet, type SheetOutline } from "./workbook/surveySheet";
import { WitnessInCopy } from "./witnessInCopy";
import { addSheet, freeName } from "./workbook/writeSheet";

const NOTHING: SheetLeftOut = {
  cells: new LeftOutCells([], []),
  areas: [],
  headings: new Map(),
  columns: [],
};

const CHARTS = new Set(["chart", "chartEx"]);

/** Passes over the cells of a workbook: what they hold, and what becomes of them. */
const PASSES = { quick: 1, careful: 2 } as const;

class Sharing {
  readonly #book: Book;
  readonly #choices: ShareChoices;
  readonly #tally = new Tally();
  readonly #kept: readonly BookSheet[];
  readonly #gone: readonly BookSheet[];
  readonly #outlines = new Map<string, SheetOutline>();
  readonly #leftOut = new Map<string, SheetLeftOut>();
  /** Of shared texts, those that cells of the copy show. */
  readonly #usedStrings = new Set<number>();
  readonly #uses = new Uses();
  readonly #witness: WitnessInCopy;
  readonly #plain: PlainFormulas | null;
  /** Values of names whose formulas become values. */
  #values: ReturnType<typeof valuesOfNames> = new Map();
  #people: PeopleNames | null = null;
  #done = 0;
  readonly #total: number;
  readonly #mode: "quick" | "careful";

  constructor(book: Book, choices: ShareChoices, mode: "quick" | "careful") {
    this.#book = book;
    this.#mode = mode;
    this.#total =
      PASSES[mode] * book.sheetParts.reduce((sum, { path }) => sum + book.file.sizeOf(path), 1);
    this.#choices = choices;
    this.#witness = new WitnessInCopy(book, choices);
    const sheets = book.sheetParts.filter((sheet) => sheet !== this.#witness.sheet);
    const gone = (sheet: BookSheet): boolean => {
      const tag = tagOfSheet(book, sheet.name);
      const isChosen = choices.sheets === null || choices.sheets.includes(sheet.name);
      return !isChosen || (tag !== null && choices.leftOut.tags.includes(tag));
    };
    const { plain } = choices;
    this.#plain = plain === null ? null : plain.make(freeName(plain.sheet, book.sheets));
    this.#kept = sheets.filter((sheet) => !gone(sheet));
    this.#gone = sheets.filter(gone);
    if (!this.#kept.some(({ state }) => state === "visible")) throw new FileRefusal("noSheetLeft");
  }

  /** Whether the recipient must not see something: then nothing may remember it. */
  get #isPartial(): boolean {
    const { leftOut, people } = this.#choices;
    return (
      this.#gone.length > 0 ||
      leftOut.headings.length > 0 ||
      leftOut.headingWords.length > 0 ||
      leftOut.notes ||
      people.kind !== "keep"
    );
  }

  /** The sheets that are in the copy. */
  get #stays(): readonly BookSheet[] {
    const { isRemoved, sheet } = this.#witness;
    return isRemoved || sheet === undefined ? this.#kept : [...this.#kept, sheet];
  }

  /** The sheets that are not in the copy. */
  get #removed(): readonly BookSheet[] {
    const { isRemoved, sheet } = this.#witness;
    return isRemoved && sheet !== undefined ? [...this.#gone, sheet] : this.#gone;
  }

  *run(): Generator<ShareStep, SharedCopy> {
    const judge = yield* this.#plan();
    yield* this.#steps(this.#witness.readTexts());
    yield* this.#patchSheets(judge);
    for (const work of [
      () => this.#patchTables(judge),
      () => this.#patchWorkbook(judge),
      () => this.#removeParts(),
      () => this.#patchCharts(judge),
    ]) {
      work();
      yield this.#progress;
    }
    if (this.#isPartial) {
      const some = this.#kept.filter(({ name }) => this.#leftOut.get(name)?.cells.any === true);
      const paths = new Set(some.map(({ path }) => path));
      yield* this.#steps(leaveNothing(this.#book, this.#stays, this.#uses, paths));
    }
    if (this.#hidesCells || this.#witness.isRemoved)
      yield* this.#steps(forgetStrings(this.#book, (index) => this.#isShown(index)));
    yield* this.#patchPeople();
    const facts = this.#facts();
    yield* this.#steps(this.#addSheets(facts));
    return { bytes: yield* this.#steps(this.#book.file.toBytes()), facts };
  }

  #steps<T>(work: Generator<PackageStep, T>): Generator<ShareStep, T> {
    let last = 0;
    return mapSteps(work, ({ bytes, until }) => {
      this.#done += Math.max(0, bytes - last);
      last = bytes;
      return until === undefined ? this.#progress : { ...this.#progress, until };
    });
  }

  get #progress(): ShareStep {
    return { done: Math.min(this.#done, this.#total), total: this.#total };
  }

  get #hidesCells(): boolean {
    return this.#gone.length > 0 || [...this.#leftOut.values()].some(({ cells }) => cells.any);
  }

  /** Whether a cell of the copy shows a shared text. */
  #isShown(index: number): boolean {
    if (this.#witness.holds(index)) return !this.#witness.isRemoved;
    return !this.#hidesCells || this.#usedStrings.has(index);
  }

  // ---------------------------------------------------------------- what is to be done

  *#plan(): Generator<ShareStep, FormulaJudge> {
    const book = this.#book;
    const { leftOut, people } = this.#choices;
    const partial = this.#isPartial;
    const any = { book, translate: null, leftOutSheets: new Set<string>(), leftOutAreas: [] };
    const first = new FormulaJudge(any);
    yield* this.#steps(dropNames(book, book.names, first));
    const blocksUnknown = this.#mayPassOver(first);
    if (!blocksUnknown) yield* this.#outlineSheets(first);
    const wanted = new Set(
      partial
        ? [...this.#outlines.values()].flatMap(({ head }) =>
            head.flatMap(({ shared }) => shared ?? []),
          )
        : [],
    );
    const strings = yield* this.#steps(readStrings(book, wanted));
    const known = [...leftOut.headings, ...leftOut.known];
    const names = new Set<string>();
    for (const sheet of this.#outlines.values()) {
      const headings = findHeadings(sheet, strings, known);
      const part = book.sheetParts.find(({ name }) => name === sheet.name);
      if (people.kind !== "keep" && part !== undefined) {
        const columns = headings.filter(({ text }) => isOneOf(text, people.headings));
        for (const name of yield* this.#steps(readNamesOfPeople(book, part, columns)))
          names.add(name);
      }
      this.#leftOut.set(sheet.name, this.#leaveOutOf(sheet.name, headings));
    }
    if (people.kind !== "keep") this.#people = new PeopleNames(names, people.label);
    const judge = new FormulaJudge({
      book,
      translate: this.#plain?.translate ?? null,
      leftOutSheets: new Set(this.#gone.map(({ name }) => name.toLowerCase())),
      leftOutAreas: [...this.#leftOut.values()].flatMap(({ areas }) => areas),
      blocksUnknown,
    });
    if (this.#witness.isRemoved)
      for (const name of book.names) if (this.#witness.owns(name)) judge.drop(name);
    for (const { name, blocks } of this.#outlines.values())
      for (const block of blocks) judge.noteFrozenBlock(name, block);
    this.#values = valuesOfNames(book.names, [...this.#outlines.values()], judge);
    const others = book.names.filter((name) => !this.#values.has(name));
    yield* this.#steps(dropNames(book, others, judge));
    yield* this.#followLeftOut(judge);
    return judge;
  }

  /** Whether sheets need not be read before they are patched: nothing but an `A1#` in a cell can depend on others. */
  #mayPassOver(judge: FormulaJudge): boolean {
    const { file, names, tables } = this.#book;
    const isWhole = !this.#isPartial && !this.#witness.isRemoved && this.#mode === "quick";
    return (
      isWhole &&
      !names.some(
        (name) => judge.isDropped(name) || name.text.toUpperCase().includes(BLOCK_WORD),
      ) &&
      !tables.some(({ path }) => file.text(path).toUpperCase().includes(BLOCK_WORD))
    );
  }

  /** Reads of each sheet what the copy depends on, and no more of it than that. */
  *#outlineSheets(judge: FormulaJudge): Generator<ShareStep, void> {
    const { file, names, sheetParts, tables } = this.#book;
    const words = judge.words ?? [];
    const texts = [...names.map(({ text }) => text), ...tables.map(({ path }) => file.text(path))];
    let asksForBlocks = texts.some((text) => text.toUpperCase().includes(BLOCK_WORD));
    const concerned: BookSheet[] = [];
    for (const sheet of sheetParts) {
      // Sheets with no word of these in them have nothing to say to any of this.
      const groups = this.#isPartial ? [[BLOCK_WORD]] : [[BLOCK_WORD], words];
      const [asks, holds] = yield* this.#steps(mayHoldOf(file, sheet.path, groups));
      asksForBlocks ||= asks === true;
      if (holds !== false) concerned.push(sheet);
    }
    const isWhole = asksForBlocks || names.some((name) => judge.isDropped(name));
    for (const sheet of concerned) {
      if (isWhole)
        this.#outlines.set(sheet.name, yield* this.#steps(surveySheet(this.#book, sheet)));
      else if (this.#isPartial)
        this.#outlines.set(sheet.name, yield* this.#steps(readHead(this.#book, sheet)));
    }
  }

  /** Finds, from formula to formula, which values disclose cells that are left out. */
  *#followLeftOut(judge: FormulaJudge): Generator<ShareStep, void> {
    if (![...this.#leftOut.values()].some(({ areas }) => areas.some(({ discloses }) => discloses)))
      return;
    const withFormulas = new Set(this.#kept.filter(({ hasCells }) => hasCells));
    for (let found = true; found;) {
      found = false;
      judge.followNamesAnew();
      for (const sheet of withFormulas) {
        const result = yield* this.#steps(noteDisclosures(this.#book, sheet, judge));
        if (result === "found") found = true;
        else if (result === "noFormulas") withFormulas.delete(sheet);
      }
    }
  }

  #leaveOutOf(sheet: string, headings: ReturnType<typeof findHeadings>): SheetLeftOut {
    const { leftOut, people } = this.#choices;
    const plan = planLeftOut(sheet, headings, leftOut);
    if (people.kind !== "remove") return plan;
    // The column of names stays with its heading, and blank.
    const columns = headings.filter(({ text }) => isOneOf(text, people.headings));
    const areas: LeftOutArea[] = columns.map((heading) => ({
      sheet,
      area: below(heading),
      discloses: false,
    }));
    return {
      ...plan,
      cells: plan.cells.with(areas.map(({ area }) => area)),
      areas: [...plan.areas, ...areas],
    };
  }

  // ---------------------------------------------------------------- sheets

  *#patchSheets(judge: FormulaJudge): Generator<ShareStep, void> {
    const uses = this.#isPartial ? this.#uses : null;
    for (const sheet of this.#kept) {
      uses?.noteSheet(sheet.path);
      const setting: SheetSetting = {
        book: this.#book,
        choices: this.#choices,
        judge,
        tally: this.#tally,
        plan: this.#leftOut.get(sheet.name) ?? NOTHING,
        people: this.#people,
        uses,
        hidesCells: this.#hidesCells,
        onShared: (index) => this.#usedStrings.add(index),
        disputed: new DisputedInSheet(this.#choices.disputed, sheet.name),
      };
      const isWhole =
        uses === null &&
        !this.#witness.isRemoved &&
        this.#mode === "quick" &&
        !setting.disputed.any;
      yield* this.#steps(isWhole ? patchWholeSheet(sheet, setting) : patchSheet(sheet, setting));
    }
  }

  #patchTables(judge: FormulaJudge): void {
    const { file, tables } = this.#book;
    for (const table of tables) {
      const plan = this.#leftOut.get(table.sheet);
      file.setText(
        table.path,
        patchTable(table, file.text(table.path), { judge, headings: plan?.headings ?? new Map() }),
      );
    }
  }

  #patchCharts(judge: FormulaJudge): void {
    const { file } = this.#book;
    const charts = new Set(
      file
        .owners()
        .flatMap((owner) => file.relationships(owner))
        .filter(({ kind, external }) => CHARTS.has(kind) && !external)
        .flatMap(({ target }) => file.find(target) ?? []),
    );
    for (const path of charts) {
      file.setText(path, patchChart(path, file.text(path), judge, this.#kept[0]?.name ?? ""));
    }
    for (const { name, path } of this.#kept)
      for (const { kind, target } of file.relationships(path)) {
        const drawing = kind === "drawing" ? file.find(target) : undefined;
        if (drawing !== undefined)
          file.setText(drawing, patchDrawing(drawing, file.text(drawing), judge, name));
      }
  }

  // ---------------------------------------------------------------- the workbook

  #patchWorkbook(judge: FormulaJudge): void {
    const book = this.#book;
    const gone = new Set(this.#removed.map(({ name }) => name));
    const left = book.sheets.filter((name) => !gone.has(name));
    const places = new Map(left.map((name, index) => [name.toLowerCase(), index]));
    const text = patchNames(book.path, book.file.text(book.path), {
      names: book.names,
      places,
      judge,
      values: this.#values,
      onNameGone: (name) => {
        if (!this.#witness.owns(name)) this.#tally.namesGone.push(name.name);
      },
    });
    const named = withoutSheets(book.path, text, this.#removed);
    book.file.setText(
      book.path,
      this.#tally.toCalculate + this.#tally.corrected > 0
        ? calculatedOnOpening(book.path, named)
        : named,
    );
  }

  #removeParts(): void {
    const book = this.#book;
    const { leftOut, policy } = this.#choices;
    if (this.#hidesCells) this.#tally.pivotsGone = removeMemories(book, this.#kept);
    if (leftOut.notes) this.#tally.notesGone = removeNotes(book, this.#kept);
    removeSheets(book, this.#removed);
    if (!policy) removePolicyParts(book);
    if (this.#isPartial) {
      removeCustomXml(book);
      cleanProperties(book);
      cleanWorkbook(book);
    } else if (this.#witness.isRemoved) removeLists(book);
    this.#tally.addInsGone = removeAddIns(book.file);
    if (this.#tally.formulasChanged || this.#gone.length > 0)
      removeCalculationChain(book.file, book.path);
  }

  /** Names of people in all the parts that are not sheets. */
  *#patchPeople(): Generator<ShareStep, void> {
    const { file } = this.#book;
    if (this.#people === null) return;
    const names = this.#people;
    const done = new Set(this.#kept.map(({ path }) => path));
    for (const path of file.paths()) {
      const isText = /\.(?:xml|vml|rels)$/iu.test(path) && path !== "[Content_Types].xml";
      if (!isText || done.has(path)) continue;
      try {
        yield* this.#steps(patchPiecewise(file, path, [[patchPeople(names)]]));
      } catch (error) {
        // Drawings of the older kind are often no XML.
        if (!(error instanceof FileRefusal) || !/\.vml$/iu.test(path)) throw error;
        file.setText(path, replaceInText(file.text(path), names));
      }
    }
  }

  *#addSheets(facts: CopyFacts): Generator<PackageStep, void> {
    const { plain, cover } = this.#choices;
    const numbers = this.#plain?.sheet() ?? null;
    if (plain !== null && numbers !== null) yield* addSheet(this.#book, plain.lay(numbers), "end");
    if (cover !== null) yield* addSheet(this.#book, cover(facts), "front");
  }

  #facts(): CopyFacts {
    const tally = this.#tally;
    return {
      sheets: this.#kept.map(({ name }) => name),
      sheetsLeftOut: this.#gone.map(({ name }) => name),
      frozen: tally.frozen,
      frozenForLeftOut: tally.frozenForLeftOut,
      blanked: tally.blanked,
      plain: tally.plain,
      noPlain: tally.noPlain,
      keptAsStored: tally.keptAsStored,
      corrected: tally.corrected,
      troubled: tally.troubled,
      troubledCount: tally.troubledCount,
      namesGone: tally.namesGone,
      rulesGone: tally.rulesGone,
      checksGone: tally.checksGone,
      columnsLeftOut: this.#kept.flatMap(({ name }) => this.#leftOut.get(name)?.columns ?? []),
      notesGone: tally.notesGone,
      pivotsGone: tally.pivotsGone,
      addInsGone: tally.addInsGone,
      people: this.#people?.count ?? 0,
    };
  }
}

export interface ShareOptions {
  /** "quick" changes the text of sheets where that can be done, "careful" reads all of them as XML; the copy is the same. */
  readonly mode?: "quick" | "careful";
  /** The platform's own packing, for those who wait where a step says so; null: none. */
  readonly codec?: Codec | null;
}

/**
 * A copy of a workbook that needs no add-in, in steps of some milliseconds each. The bytes given are not changed.
 * @throws FileRefusal with the reason where no copy can be made.
 */
export function* shareWorkbook(
  bytes: Uint8Array,
  choices: ShareChoices,
  { mode = "quick", codec = null }: ShareOptions = {},
): Generator<ShareStep, SharedCopy> {
  try {
    return yield* new Sharing(openBook(bytes, codec), choices, mode).run();
  } catch (error) {
    if (!(error instanceof AsksForBlock)) throw error;
    return yield* shareWorkbook(bytes, choices, { mode: "careful", codec });
  }
}
