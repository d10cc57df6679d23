import type { Severity } from "../../findings";
import { perPane, Store } from "../common/store";

type Choices = ReadonlyMap<string, boolean>;

/** How the result is looked at: what is listed of it, what is unfolded, where HR is in it. */
export interface ResultViewState {
  readonly allMonths: boolean;
  /** Whether everything that folds is open. */
  readonly expanded: boolean;
  readonly severity: Severity | null;
  /** What the filter box shows. */
  readonly typed: string;
  /** Folds that HR has opened or closed. */
  readonly folds: Choices;
  /** Long folds of which every line is listed. */
  readonly whole: ReadonlySet<string>;
  /** The line of the finding that was gone to last. */
  readonly current: string | null;
}

const AT_FIRST: ResultViewState = {
  allMonths: false,
  expanded: false,
  severity: null,
  typed: "",
  folds: new Map(),
  whole: new Set(),
  current: null,
};

function chosen(all: Choices, folds: readonly string[], open: boolean): Choices {
  const next = new Map(all);
  for (const fold of folds) next.set(fold, open);
  return next;
}

/** What HR has chosen to see stays while the month is validated again and other pages are visited. */
class ResultView extends Store<ResultViewState> {
  constructor() {
    super(AT_FIRST);
  }

  readonly showAllMonths = (allMonths: boolean): void => this.set({ allMonths });

  readonly expand = (expanded: boolean): void => this.set({ expanded, folds: new Map() });

  readonly chooseSeverity = (severity: Severity | null): void => this.set({ severity });

  readonly type = (typed: string): void => {
    // What is found must not stay behind a fold that was closed before.
    const folds = new Map([...this.read().folds].filter(([, open]) => open));
    this.set({ typed, folds });
  };

  readonly turn = (fold: string, open: boolean): void =>
    this.set({ folds: chosen(this.read().folds, [fold], open) });

  readonly listWhole = (fold: string): void =>
    this.set({ whole: new Set(this.read().whole).add(fold) });

  /** Goes to a finding; the folds that it stands in open. */
  readonly goTo = (current: string, folds: readonly string[]): void =>
    this.set({ current, folds: chosen(this.read().folds, folds, true) });

  readonly reachedLine = (current: string): void => this.set({ current });

  readonly showEverything = (): void => {
    this.chooseSeverity(null);
    this.type("");
  };
}

export const resultViewOf = perPane(ResultView);
export type { ResultView };
