/** An error that a test wants the host to answer with. */
export interface Fault {
  readonly code: string;
  readonly message?: string;
  /** Fail this action of the request (0 = before all); those before it are done. */
  readonly atAction?: number;
  /** Do everything, then fail, as when an answer is lost on the way. */
  readonly afterwards?: boolean;
}

export interface Faults {
  /** Fails the number-th request from now (1 = the next); the library's own do not count. */
  failRequest(number: number, fault: Fault): void;
  /** Every request fails while a cell is being edited. */
  cellEditing: boolean;
  /** A read of more cells answers null; Infinity: never. */
  readNullAbove: number;
  /** Milliseconds before a request is looked at. */
  delay: number;
  /** Milliseconds until the answer of a function reaches its cell, which shows #BUSY! until then. */
  functionsLate: number;
  /** Excel does not report that it has calculated. */
  silentCalculation: boolean;
  /** No sheet can be added, renamed, hidden, moved or removed. */
  structureProtected: boolean;
  /** Cells ("Sheet1!B2") whose functions never answer: they show #BUSY! for ever. */
  readonly neverAnswered: Set<string>;
  /**
   * Rules of conditional formatting (ids) that cannot be handed over: "members" fail with what they are made of,
   * "listed" also where they are only listed with their type.
   */
  readonly unreadableRules: Map<string, "members" | "listed">;
  /** Takes everything back. */
  clear(): void;
}

/** The faults of one host. */
export class FaultPlan implements Faults {
  cellEditing = false;
  readNullAbove = Infinity;
  delay = 0;
  functionsLate = 0;
  silentCalculation = false;
  structureProtected = false;
  readonly neverAnswered = new Set<string>();
  readonly unreadableRules = new Map<string, "members" | "listed">();
  readonly #planned = new Map<number, Fault>();
  #seen = 0;

  failRequest(number: number, fault: Fault): void {
    this.#planned.set(this.#seen + number, fault);
  }

  clear(): void {
    this.#planned.clear();
    this.cellEditing = false;
    this.readNullAbove = Infinity;
    this.delay = 0;
    this.functionsLate = 0;
    this.silentCalculation = false;
    this.structureProtected = false;
    this.neverAnswered.clear();
    this.unreadableRules.clear();
  }

  /** The fault of the request that comes now. */
  next(): Fault | null {
    this.#seen += 1;
    const fault = this.#planned.get(this.#seen) ?? null;
    this.#planned.delete(this.#seen);
    return fault;
  }
}
