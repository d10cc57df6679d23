import type { WrittenCell } from "../grid";
import { compactText } from "../units";

/** What HR has typed as somebody's adjustment. */
export interface KeptAdjustment {
  readonly employeeId: string;
  readonly name: string;
  readonly adjustment: WrittenCell;
}

/** Hands the adjustments out, each to one person: by 工号, else by name where one of both lacks a 工号. */
export class Adjustments {
  readonly #left: KeptAdjustment[];

  constructor(kept: readonly KeptAdjustment[]) {
    this.#left = [...kept];
  }

  take(employeeId: string, name: string): WrittenCell {
    const sameName = (other: string): boolean =>
      name !== "" && compactText(other) === compactText(name);
    const byId = this.#left.findIndex((one) => employeeId !== "" && one.employeeId === employeeId);
    const index =
      byId >= 0
        ? byId
        : this.#left.findIndex(
            (one) => (employeeId === "" || one.employeeId === "") && sameName(one.name),
          );
    if (index < 0) return null;
    const [taken] = this.#left.splice(index, 1);
    return taken?.adjustment ?? null;
  }

  /** Those that belong to nobody who was asked for. */
  left(): readonly KeptAdjustment[] {
    return this.#left;
  }
}
