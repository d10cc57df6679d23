import type { Doing } from "../../problems";
import {
  closeMonth,
  compareClosed,
  holdsSheet,
  isClosed,
  isForeseen,
  noteClosed,
  OtherMonths,
  policyEffect,
  readClosed,
  takeBackClosed,
  writeClosed,
  type ClosedComparison,
  type ClosedEffect,
  type ClosedMonth,
  type ClosedSignature,
  type ClosedWritten,
  type KeptMonth,
  type OpenedMonth,
  type PolicyGuard,
} from "../../tasks";
import { dayFromDate } from "../../units";
import { sayCannotClose, sayClosedUndone, sayMonthClosed, type Language } from "../../wording";
import { perPane, Store } from "../common/store";
import type { Pane } from "../shell/pane";

/** A change of the policy that waits for HR's reason. */
export interface ClosedQuestion {
  readonly id: number;
  readonly effects: readonly ClosedEffect[];
  /** Null stops the change. */
  readonly answer: (signature: ClosedSignature | null) => void;
}

export interface ClosedState {
  /** What the workbook keeps of closed months; none until it was looked at. */
  readonly months: readonly ClosedMonth[];
  /** How each stands to what the sheet says now, by its key; what is absent is not known. */
  readonly comparisons: ReadonlyMap<string, ClosedComparison>;
  /** Under whose name things are recorded. */
  readonly by: string;
  /** The last thing that was written, while it can be taken back. */
  readonly last: ClosedWritten | null;
  readonly question: ClosedQuestion | null;
  /** The last one, answered or not. */
  readonly asked: ClosedQuestion | null;
}

/** The same month of the same score sheet has the same key. */
export function closedKey({ record }: KeptMonth): string {
  return `${record.month} ${record.sheet.name}`;
}

/** The closed month that is the open one; null where it was never closed. */
export function closedOf(
  months: readonly ClosedMonth[],
  opened: OpenedMonth | null,
): KeptMonth | null {
  const asOf = opened?.judged.setting.asOf ?? null;
  const sheet = opened?.found.sheet.name;
  return (
    months.find(
      (one): one is KeptMonth =>
        one.kind === "kept" && one.record.month === asOf && one.record.sheet.name === sheet,
    ) ?? null
  );
}

type ClosedPane = Pick<Pane, "gateway" | "policy" | "today" | "tasks" | "notices" | "month">;

/** Months that HR has closed: what is kept of them, what has changed since, and the reasons for it. */
export class ClosedStore extends Store<ClosedState> {
  readonly #pane: ClosedPane;
  readonly #others = new OtherMonths();
  #opened: OpenedMonth | null = null;
  /** The list of sheets that the closed months were read by. */
  #sheets: OpenedMonth["found"]["sheets"] | null = null;
  #comparing: AbortController | null = null;
  #questions = 0;

  constructor(pane: ClosedPane) {
    super({
      months: [],
      comparisons: new Map(),
      by: "",
      last: null,
      question: null,
      asked: null,
    });
    this.#pane = pane;
    pane.policy.guard = this.#guard;
    pane.month.subscribe(() => void this.#follow());
    void this.#follow();
  }

  /** Keeps the open month as it is paid. */
  readonly close = (by: string, note: string, language: Language): Promise<void> =>
    this.#writing("closingMonth", by, async (signal) => {
      const { gateway, month, tasks, notices } = this.#pane;
      const opened = await month.open({ signal, onProgress: tasks.progress });
      if (opened.kind !== "opened") {
        tasks.fail(opened);
        return null;
      }
      const signature = this.#signature(by, note);
      const before = closedOf(this.read().months, opened);
      const options = { before, signal, show: false };
      const closed = await closeMonth(gateway, opened, signature, language, options);
      if (closed.kind === "written") return closed;
      notices.refuse((spoken) => sayCannotClose(closed.kind, spoken));
      return null;
    });

  /** Records why the month is no longer what was closed. */
  readonly explain = (closed: KeptMonth, by: string, reason: string): Promise<void> =>
    this.#note("explainingClosed", closed, "explained", by, reason);

  readonly reopen = (closed: KeptMonth, by: string, reason: string): Promise<void> =>
    this.#note("reopeningMonth", closed, "reopened", by, reason);

  /** The sheet becomes once more what it keeps. */
  readonly rewrite = (closed: KeptMonth): Promise<void> =>
    this.#writing("rewritingClosed", this.read().by, async (signal) => {
      await writeClosed(this.#pane.gateway, closed.record, closed, { signal, show: false });
      return null;
    });

  /** Takes the last thing back that was written. */
  readonly undo = (): Promise<void> =>
    this.#writing("takingBackClosed", this.read().by, async () => {
      const { last } = this.read();
      if (last === null) return null;
      await takeBackClosed(this.#pane.gateway, last);
      this.#pane.notices.tell((language) => sayClosedUndone(last.record.month, language));
      return null;
    });

  #signature(by: string, reason: string): ClosedSignature {
    return { by: by.trim(), on: dayFromDate(new Date()), reason: reason.trim() };
  }

  #note(
    doing: Doing,
    closed: KeptMonth,
    kind: "explained" | "reopened",
    by: string,
    reason: string,
  ): Promise<void> {
    return this.#writing(doing, by, async () => {
      const now = this.read().comparisons.get(closedKey(closed)) ?? null;
      const signature = this.#signature(by, reason);
      return noteClosed(this.#pane.gateway, closed, kind, signature, now);
    });
  }

  /** One thing written at a time; what the workbook keeps is read again whatever came of it. */
  async #writing(
    doing: Doing,
    by: string,
    write: (signal: AbortSignal) => Promise<ClosedWritten | null>,
  ): Promise<void> {
    const { tasks, notices, month } = this.#pane;
    await tasks.perform({ doing, stage: "writing", cancellable: true }, async (signal) => {
      try {
        const last = await write(signal);
        this.set({ last, ...(by.trim() === "" ? {} : { by: by.trim() }) });
        const kind = last?.record.log.at(-1)?.kind;
        if (last !== null && kind !== undefined)
          notices.tell((language) =>
            sayMonthClosed(last.record.month, kind, last.place.name, language),
          );
      } finally {
        await this.#read();
      }
    });
    await month.start();
  }

  /** The open month is another one, or says something else. */
  async #follow(): Promise<void> {
    const { opened } = this.#pane.month.read();
    if (opened === this.#opened) return;
    this.#opened = opened;
    if (opened === null) return;
    const { sheets, closed } = opened.found;
    if (sheets !== this.#sheets) {
      this.#sheets = sheets;
      const isAny = closed.length > 0 || sheets.some(({ tag }) => tag === "closed");
      if (isAny || this.read().months.length > 0) {
        await this.#read();
        return;
      }
    }
    await this.#compare();
  }

  /** Reads what the workbook keeps; silent, since nobody asked: what was known stays where that fails. */
  async #read(): Promise<void> {
    try {
      const months = await readClosed(this.#pane.gateway);
      const by = this.read().by || (lastOf(months)?.by ?? "");
      this.set({ months, by });
    } catch (error) {
      if (!isForeseen(error)) throw error;
      this.#sheets = null;
    }
    void this.#compare();
  }

  /** Holds each closed month of the open sheet against what it comes to now; a newer state ends the one before. */
  async #compare(): Promise<void> {
    this.#comparing?.abort();
    const comparing = new AbortController();
    this.#comparing = comparing;
    const { signal } = comparing;
    const opened = this.#opened;
    // What is not calculated yet is no change; what was known stays until it is.
    if (opened === null || opened.judged.input.sheet.pending.length > 0) return;
    const comparisons = new Map<string, ClosedComparison>();
    try {
      for (const month of this.read().months) {
        if (month.kind !== "kept" || !isClosed(month.record)) continue;
        if (!holdsSheet(opened.found, month.record.sheet)) continue;
        // Other months of a large sheet would take seconds each: they are compared when they are opened.
        const isOpen = opened.judged.setting.asOf === month.record.month;
        if (!isOpen && opened.memory === null) continue;
        const facts = await this.#others.factsOf(opened, month.record.month, { signal });
        comparisons.set(closedKey(month), await compareClosed(month.record, facts));
        if (signal.aborted) return;
      }
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    this.set({ comparisons });
  }

  /** What a change of the policy would do to closed months is asked about before it is saved. */
  readonly #guard: PolicyGuard = async (before, after) => {
    if (before.kind !== "read" || after.kind !== "read") return null;
    const { gateway, today, month } = this.#pane;
    const months = await readClosed(gateway);
    if (months.length === 0) return null;
    const { opened } = month.read();
    const around = { gateway, today: today(), opened };
    const effects = await policyEffect(months, before.book, after.book, around);
    if (effects.length === 0) return null;
    const by = this.read().by || (lastOf(months)?.by ?? "");
    const signature = await new Promise<ClosedSignature | null>((answer) => {
      const question = { id: (this.#questions += 1), effects, answer };
      this.set({ question, asked: question, by });
    });
    this.set({ question: null });
    if (signature === null) throw new DOMException("", "AbortError");
    this.set({ by: signature.by });
    return () => this.#record(effects, signature);
  };

  readonly answer = (given: { readonly by: string; readonly reason: string } | null): void =>
    this.read().question?.answer(given === null ? null : this.#signature(given.by, given.reason));

  /** The reason stands with each month; one that cannot be written is asked for on its line. */
  async #record(effects: readonly ClosedEffect[], signature: ClosedSignature): Promise<void> {
    for (const { closed, changes, facts } of effects) {
      const now = changes === null || facts === null ? null : { changes, facts };
      try {
        await noteClosed(this.#pane.gateway, closed, "explained", signature, now);
      } catch (error) {
        if (!isForeseen(error)) throw error;
      }
    }
    this.set({ last: null });
    await this.#read();
  }
}

function lastOf(months: readonly ClosedMonth[]) {
  return months
    .flatMap((one) => (one.kind === "kept" ? [one.record] : []))
    .at(-1)
    ?.log.at(-1);
}

/** One store per pane: it stands at the door of the policy from the beginning. */
export const closedStoreOf = perPane(ClosedStore);
