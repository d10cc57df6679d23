import type { ICommandService } from "@univerjs/core";
import type { ICommandInfo } from "@univerjs/core";
import {
  FormulaExecutedStateType,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
} from "@univerjs/engine-formula";
import type {
  ISetFormulaCalculationNotificationMutation,
  ISetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import type { Area, CalculationReason, CellPosition } from "./workbook";
import { toRange } from "./univerRanges";

/** The engine starts a calculation this long after a structural change; with room for a busy machine. */
const START_EXPECTED_WITHIN = 400;

type CalculationRequest =
  | { readonly kind: "all" }
  | { readonly kind: "areas"; readonly areas: readonly SheetArea[] }
  | { readonly kind: "answers"; readonly areas: readonly SheetArea[] };

export interface SheetArea {
  readonly sheetId: string;
  readonly area: Area;
}

/**
 * Runs the engine's calculations one after the other. The engine calculates in steps with pauses, starts
 * by itself after structural changes, and throws a running calculation away when a user edits a cell.
 */
export class Calculation {
  readonly #unitId: string;
  readonly #commands: ICommandService;
  readonly #subscription: { dispose(): void };
  #all = false;
  #areas: SheetArea[] = [];
  readonly #answers: SheetArea[] = [];
  #running: "none" | "own" | "engine" = "none";
  #request: CalculationRequest | null = null;
  #starting = false;
  #reason: CalculationReason = "change";
  #number = 0;
  #startExpectedUntil = 0;
  #expectation: ReturnType<typeof setTimeout> | null = null;
  #disposed = false;
  readonly #waiting: (() => void)[] = [];

  readonly #onSettled: () => void;

  constructor(unitId: string, commands: ICommandService, onSettled: () => void) {
    this.#unitId = unitId;
    this.#commands = commands;
    this.#onSettled = onSettled;
    this.#subscription = commands.onCommandExecuted((command) => this.#onCommand(command));
  }

  current(): { number: number; reason: CalculationReason } {
    return { number: this.#number, reason: this.#reason };
  }

  busy(): boolean {
    return this.#running !== "none" || this.#expecting() || this.#requested();
  }

  settled(): Promise<void> {
    if (!this.busy()) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  expectStart(): void {
    this.#startExpectedUntil = Date.now() + START_EXPECTED_WITHIN;
    if (this.#expectation) clearTimeout(this.#expectation);
    this.#expectation = setTimeout(() => {
      this.#startExpectedUntil = 0;
      this.#next();
    }, START_EXPECTED_WITHIN + 1);
  }

  request(request: CalculationRequest): void {
    switch (request.kind) {
      case "all":
        this.#all = true;
        break;
      case "areas":
        this.#areas.push(...request.areas);
        break;
      case "answers":
        this.#answers.push(...request.areas);
        break;
    }
    setTimeout(() => this.#next(), 0);
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#expectation) clearTimeout(this.#expectation);
    this.#subscription.dispose();
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #expecting(): boolean {
    return Date.now() < this.#startExpectedUntil;
  }

  #requested(): boolean {
    return this.#all || this.#areas.length > 0 || this.#answers.length > 0;
  }

  #next(): void {
    if (this.#disposed || this.#running !== "none" || this.#expecting()) return;
    const request = this.#take();
    if (!request) {
      this.#onSettled();
      for (const resolve of this.#waiting.splice(0)) resolve();
      return;
    }
    this.#request = request;
    this.#reason = request.kind === "answers" ? "answers" : "change";
    const params: ISetFormulaCalculationStartMutation = {
      options: null,
      forceCalculation: request.kind === "all",
      dirtyRanges:
        request.kind === "all"
          ? []
          : request.areas.map(({ sheetId, area }) => ({
              unitId: this.#unitId,
              sheetId,
              range: toRange(area),
            })),
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtySuperTableMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
      rowData: {},
    };
    this.#starting = true;
    this.#number += 1;
    this.#running = "own";
    this.#commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, params, {
      onlyLocal: true,
    });
    this.#starting = false;
  }

  /** Changes before answers: an answer must not be taken for the one a changed cell asks for again. */
  #take(): CalculationRequest | null {
    if (this.#all) {
      this.#all = false;
      this.#areas = [];
      return { kind: "all" };
    }
    if (this.#areas.length > 0) return { kind: "areas", areas: this.#areas.splice(0) };
    if (this.#answers.length > 0) return { kind: "answers", areas: this.#answers.splice(0) };
    return null;
  }

  #onCommand(command: Readonly<ICommandInfo>): void {
    switch (command.id) {
      case SetFormulaCalculationStartMutation.id:
        if (this.#starting) return;
        this.#startExpectedUntil = 0;
        this.#giveBack();
        this.#running = "engine";
        this.#number += 1;
        this.#reason = "change";
        return;
      case SetFormulaCalculationStopMutation.id:
        this.#giveBack();
        return;
      case SetFormulaCalculationNotificationMutation.id: {
        // The type of this command's parameters.
        const params = command.params as ISetFormulaCalculationNotificationMutation;
        const state = params.functionsExecutedState;
        if (params.stageInfo || state === undefined || state === null) return;
        if (state === FormulaExecutedStateType.STOP_EXECUTION) return;
        // The results are put into the cells within this same turn.
        setTimeout(() => this.#ended(), 0);
        return;
      }
    }
  }

  #ended(): void {
    this.#running = "none";
    this.#request = null;
    this.#next();
  }

  /** A calculation that was stopped is asked for again. */
  #giveBack(): void {
    const request = this.#request;
    this.#request = null;
    if (request) this.request(request);
  }
}

/** Cells joined to vertical runs. */
export function mergeRuns(cells: readonly CellPosition[]): SheetArea[] {
  const sorted = [...cells].sort(
    (a, b) => compare(a.sheetId, b.sheetId) || a.column - b.column || a.row - b.row,
  );
  const runs: { sheetId: string; row: number; column: number; rows: number }[] = [];
  for (const { sheetId, row, column } of sorted) {
    const last = runs.at(-1);
    if (last?.sheetId === sheetId && last.column === column && row <= last.row + last.rows) {
      last.rows = row - last.row + 1;
    } else {
      runs.push({ sheetId, row, column, rows: 1 });
    }
  }
  return runs.map(({ sheetId, row, column, rows }) => ({
    sheetId,
    area: { row, column, rows, columns: 1 },
  }));
}

function compare(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
