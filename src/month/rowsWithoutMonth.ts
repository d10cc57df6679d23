import type { CellRef } from "../grid";
import type { HistoryCell, ScoreHistory } from "../policy";
import { isUnknown, type Person, type SheetRecord } from "../scoresheet";
import { addMonths, type Month } from "../units";
import { hasScoreEntry, type PersonMonth } from "./judged";

const MISSING: HistoryCell = { kind: "missing", leave: false };

/**
 * Whether a row holds something of a month, but not of which (monthUnusable): the month cannot be read, or it is yet to come although
 * it is scored. It may be of any month that the person lacks.
 */
function lacksMonth(record: SheetRecord, today: Month): boolean {
  const month = record.month.quantity;
  if (month.kind === "value" && month.value <= today) return false;
  const { quantity } = record.score;
  const onLeave = quantity.kind === "notAssessed" && quantity.leave && month.kind !== "value";
  return hasScoreEntry(record) || onLeave;
}

/** What the row would be in a list of months. */
function cellOf({ score: { quantity } }: SheetRecord): HistoryCell {
  if (quantity.kind === "value") return { kind: "score", score: quantity.value };
  return isUnknown(quantity) ? { kind: "unreadable" } : { kind: "missing", leave: true };
}

function replaced<T>(list: readonly T[], at: number, value: T): readonly T[] {
  return list.map((each, index) => (index === at ? value : each));
}

/** Every list that some of the cells make in places that are free; the given one first. */
function* placements(
  list: readonly HistoryCell[],
  isFree: readonly boolean[],
  cells: readonly HistoryCell[],
): Generator<readonly HistoryCell[]> {
  const [cell, ...others] = cells;
  if (cell === undefined) {
    yield list;
    return;
  }
  yield* placements(list, isFree, others);
  for (const [index, free] of isFree.entries())
    if (free)
      yield* placements(replaced(list, index, cell), replaced(isFree, index, false), others);
}

/** Lists tried before the rows are taken to matter: their months then have to be mended before anything is judged. */
const MOST_TRIES = 1_000;

/** A person's rows without a usable month, and what may depend on which month they belong to. */
export class RowsWithoutMonth {
  readonly #rows: readonly SheetRecord[];

  readonly #months: readonly PersonMonth[];
  /** The list that the rules are asked about, from its cells and the month of the first one. */
  readonly #listed: (cells: readonly HistoryCell[], first: Month) => ScoreHistory;

  constructor(
    { records }: Person,
    months: readonly PersonMonth[],
    today: Month,
    listed: (cells: readonly HistoryCell[], first: Month) => ScoreHistory,
  ) {
    this.#months = months;
    this.#listed = listed;
    this.#rows = records.filter((record) => lacksMonth(record, today));
  }

  /** The cell to mend: the month of the last of them; null where there are none. */
  get cell(): CellRef | null {
    return this.#rows.at(-1)?.month.cell ?? null;
  }

  /**
   * Whether a judgement is another one if the rows are of months that lack a score; `judge` gives what is
   * compared. One that is the same wherever they belong does not need them (rule M5).
   */
  matterTo(judge: (history: ScoreHistory) => string | null): boolean {
    if (this.#rows.length === 0) return false;
    const first = this.#months[0]?.month;
    if (first === undefined) return true;
    const judgements = new Set<string | null>();
    let tries = 0;
    for (const list of this.#lists(first)) {
      judgements.add(judge(list));
      tries += 1;
      if (tries > MOST_TRIES || judgements.size > 1) return true;
    }
    return false;
  }

  /** Each may also be of a month before the first, as many of which stand before the list as there are rows. */
  *#lists(first: Month): Generator<ScoreHistory> {
    const before = this.#rows.length;
    const lacksScore = ({ records }: PersonMonth): boolean =>
      records.every(({ score }) => score.quantity.kind === "blank");
    const cells = [
      ...Array<HistoryCell>(before).fill(MISSING),
      ...this.#months.map(({ history }) => history),
    ];
    const isFree = [...Array<boolean>(before).fill(true), ...this.#months.map(lacksScore)];
    for (const list of placements(cells, isFree, this.#rows.map(cellOf)))
      yield this.#listed(list, addMonths(first, -before));
  }
}
