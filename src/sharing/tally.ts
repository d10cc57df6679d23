import type { FreezeReason } from "./formulas/judge";
import type { NoPlainCount } from "./types";
import { isNeverCalculated, type CellFate } from "./workbook/patchCells";
import { NAMED_CELLS, type CellPlace, type TroubledCell } from "./workbook/surveySheet";

/** Calls without a plain formula, by function and reason. */
export class NoPlainCounts {
  readonly #counts = new Map<string, NoPlainCount>();

  note(why: FreezeReason, first: CellPlace): void {
    if (why.kind !== "noPlain") return;
    const key = `${why.call} ${why.why}`;
    const before = this.#counts.get(key);
    this.#counts.set(key, {
      call: why.call,
      why: why.why,
      count: (before?.count ?? 0) + 1,
      first: before?.first ?? first,
    });
  }

  get all(): readonly NoPlainCount[] {
    return [...this.#counts.values()];
  }
}

/** What was done so far. */
export class Tally {
  frozen = 0;
  frozenForLeftOut = 0;
  blanked = 0;
  plain = 0;
  keptAsStored = 0;
  corrected = 0;
  /** Plain formulas whose cells show no value of theirs yet. */
  toCalculate = 0;
  rulesGone = 0;
  checksGone = 0;
  notesGone = 0;
  pivotsGone = 0;
  addInsGone = 0;
  troubledCount = 0;
  /** Whether the cells that have formulas are others than before. */
  formulasChanged = false;
  readonly troubled: TroubledCell[] = [];
  readonly namesGone: string[] = [];
  readonly #noPlain = new NoPlainCounts();

  note({ fate, ...place }: CellFate): void {
    if (fate.kind === "plain") {
      this.plain += 1;
      if (fate.shows.kind === "corrected") this.corrected += 1;
      if (isNeverCalculated(fate.shows)) this.toCalculate += 1;
      return;
    }
    if (fate.kind === "blanked") {
      this.blanked += 1;
      return;
    }
    if (fate.why.kind === "leftOut") this.frozenForLeftOut += 1;
    else this.frozen += 1;
    if (fate.why.kind === "differs") this.keptAsStored += 1;
    this.#noPlain.note(fate.why, place);
    if (fate.shows.kind === "value" || fate.shows.kind === "corrected") return;
    this.troubledCount += 1;
    const error = fate.shows.kind === "error" ? fate.shows.error : null;
    if (this.troubled.length < NAMED_CELLS) this.troubled.push({ ...place, error });
  }

  get noPlain(): readonly NoPlainCount[] {
    return this.#noPlain.all;
  }
}
