import { formatAddress } from "../core/a1";
import type {
  CellPosition,
  CellValue,
  EngineAnswer,
  EngineArgument,
  EngineCall,
  EngineFunction,
  Workbook,
} from "../core/workbook";
import type { BlankAs, ErrorShape } from "../protocol/environment";
import { notImplemented } from "../protocol/errors";

/** functions.json, as far as it decides how a function is called. */
export interface FunctionsMetadata {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly FunctionMetadata[];
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly volatile?: boolean;
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
  };
}

export interface ParameterMetadata {
  readonly name: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionSettings {
  readonly blankAs: BlankAs;
  readonly errorShape: ErrorShape;
  /** Milliseconds until an answer reaches its cell. */
  readonly late: number;
  /** Cells ("Sheet1!B2") that are never answered. */
  readonly neverAnswered: ReadonlySet<string>;
}

/** How arguments reach a function. */
type ArgumentSettings = Pick<FunctionSettings, "blankAs" | "errorShape"> & {
  readonly errorsAllowed: boolean;
};

/** A message to the client's function runtime. */
export type InvocationMessage = readonly [1, 1000, "", string, number];

interface Invocation {
  readonly cell: CellPosition;
  readonly key: string;
  answer: EngineAnswer | null;
  message: string | null;
  /** The calculation in which it was asked for. */
  readonly calculation: number;
}

/** So many calls go to the client in one message. */
const BATCH = 500;
const ERRORS_ALLOWED = 4;
const BUSY: EngineAnswer = { kind: "scalar", value: { error: "#BUSY!" } };

/**
 * Calls the functions of the add-in for the engine, as Excel does: a cell shows #BUSY! until its answer
 * has come, then the cell is calculated again. A calculation for another reason than answers asks again.
 */
export class CustomFunctions {
  readonly #workbook: Workbook;
  readonly #settings: () => FunctionSettings;
  readonly #send: (messages: readonly InvocationMessage[]) => void;
  readonly #byCell = new Map<string, Map<string, Invocation>>();
  readonly #pending = new Map<number, Invocation>();
  #outbox: InvocationMessage[] = [];
  #flushing = false;
  #ready = false;
  #nextId = 1;
  #asked = 0;

  constructor(
    workbook: Workbook,
    settings: () => FunctionSettings,
    send: (messages: readonly InvocationMessage[]) => void,
  ) {
    this.#workbook = workbook;
    this.#settings = settings;
    this.#send = send;
  }

  /** How often functions of the add-in were called. */
  get asked(): number {
    return this.#asked;
  }

  get pending(): number {
    return this.#pending.size;
  }

  install(metadata: FunctionsMetadata, namespace: string): void {
    this.#workbook.registerFunctions(
      metadata.functions.map((each) => {
        if (each.options?.stream) throw notImplemented(`streaming function ${each.id}`);
        return this.#engineFunction(each, metadata.allowErrorForDataTypeAny === true, namespace);
      }),
    );
  }

  /** The client's runtime can be called from now on. */
  ready(): void {
    this.#ready = true;
    this.#flush();
  }

  /** The client went away: what it was asked will be asked of the next one. */
  reset(): void {
    this.#ready = false;
    this.#pending.clear();
    this.#byCell.clear();
    this.#outbox = [];
  }

  /** Takes [[id, ok, value, errorCode?], …] from the client's runtime. */
  results(results: unknown): void {
    if (!Array.isArray(results)) throw notImplemented("results of functions in another form");
    const { late } = this.#settings();
    if (late > 0) setTimeout(() => this.#take(results), late);
    else this.#take(results);
  }

  #take(results: readonly unknown[]): void {
    const cells: CellPosition[] = [];
    for (const result of results) {
      if (!Array.isArray(result)) continue;
      const [id, ok, value, code] = result as unknown[];
      const invocation = typeof id === "number" ? this.#pending.get(id) : undefined;
      if (typeof id !== "number" || !invocation) continue;
      this.#pending.delete(id);
      // A newer calculation of the cell has asked again.
      if (this.#byCell.get(cellKey(invocation.cell))?.get(invocation.key) !== invocation) continue;
      if (ok === true) {
        const { answer, message } = answerOf(value);
        invocation.answer = answer;
        invocation.message = message;
      } else {
        invocation.answer = { kind: "scalar", value: { error: errorTextOf(code) } };
        invocation.message =
          (code === 1 || code === 7) && typeof value === "string" && value ? value : null;
      }
      cells.push(invocation.cell);
    }
    if (cells.length > 0) this.#workbook.calculateAnswers(cells);
  }

  /** The message that came with the error in a cell. */
  messageAt(cell: CellPosition): string | null {
    const invocations = [...(this.#byCell.get(cellKey(cell))?.values() ?? [])];
    return invocations.reverse().find(({ message }) => message !== null)?.message ?? null;
  }

  #engineFunction(
    metadata: FunctionMetadata,
    errorsAllowed: boolean,
    namespace: string,
  ): EngineFunction {
    return {
      name: `${namespace}.${metadata.name}`.toUpperCase(),
      evaluate: (call) => {
        const { blankAs, errorShape } = this.#settings();
        const prepared = prepare(metadata, call.arguments, { blankAs, errorShape, errorsAllowed });
        if (prepared.kind === "answer") {
          return { kind: "scalar", value: prepared.value };
        }
        return this.#ask(metadata, call, prepared.values, errorsAllowed);
      },
    };
  }

  #ask(
    metadata: FunctionMetadata,
    call: EngineCall,
    values: unknown[],
    errorsAllowed: boolean,
  ): EngineAnswer {
    const cell = { sheetId: call.sheetId, row: call.row, column: call.column };
    const name = this.#addressOf(cell);
    if (this.#settings().neverAnswered.has(name)) return BUSY;
    const key = `${metadata.id}\n${JSON.stringify(values)}`;
    const { number, reason } = this.#workbook.calculation();
    const invocations = this.#byCell.get(cellKey(cell)) ?? new Map<string, Invocation>();
    this.#byCell.set(cellKey(cell), invocations);
    const known = invocations.get(key);
    if (known && (reason === "answers" || known.calculation === number)) {
      return known.answer ?? BUSY;
    }
    if (reason === "change") {
      for (const [otherKey, other] of invocations) {
        if (other.calculation !== number) invocations.delete(otherKey);
      }
    }
    const id = this.#nextId;
    this.#nextId += 1;
    this.#asked += 1;
    const invocation: Invocation = { cell, key, answer: null, message: null, calculation: number };
    invocations.set(key, invocation);
    this.#pending.set(id, invocation);
    const address = metadata.options?.requiresAddress ? name : null;
    const flags = errorsAllowed ? ERRORS_ALLOWED : 0;
    this.#outbox.push([
      1,
      1000,
      "",
      JSON.stringify([id, metadata.id, values, address, flags, null]),
      id,
    ]);
    this.#flush();
    return BUSY;
  }

  #addressOf({ sheetId, row, column }: CellPosition): string {
    const sheetName = this.#workbook.sheet(sheetId)?.name ?? "";
    return formatAddress(sheetName, { row, column, rows: 1, columns: 1 });
  }

  /** Calls leave after the calculation's current step, many in one message. */
  #flush(): void {
    if (!this.#ready || this.#flushing || this.#outbox.length === 0) return;
    this.#flushing = true;
    setTimeout(() => {
      this.#flushing = false;
      this.#send(this.#outbox.splice(0, BATCH));
      this.#flush();
    }, 0);
  }
}

function cellKey({ sheetId, row, column }: CellPosition): string {
  return `${sheetId}!${row}:${column}`;
}

type Prepared =
  | { readonly kind: "values"; readonly values: unknown[] }
  | { readonly kind: "answer"; readonly value: CellValue };

/** Turns the engine's arguments into what a function is called with, or into the cell's error. */
function prepare(
  metadata: FunctionMetadata,
  given: readonly EngineArgument[],
  settings: ArgumentSettings,
): Prepared {
  const busy = given.some((argument) =>
    cellsOf(argument).some((value) => isError(value, "#BUSY!")),
  );
  if (busy) return { kind: "answer", value: { error: "#BUSY!" } };
  const values: unknown[] = [];
  for (const [index, parameter] of metadata.parameters.entries()) {
    const last = index === metadata.parameters.length - 1;
    if (parameter.repeating && last) {
      const all: unknown[] = [];
      for (const argument of given.slice(index)) {
        const converted = convert(parameter, argument, settings);
        if (converted.kind === "answer") return converted;
        all.push(converted.value);
      }
      if (all.length === 0 && !parameter.optional) return refused("#VALUE!");
      values.push(all);
      return { kind: "values", values };
    }
    const argument = given[index] ?? { kind: "omitted" };
    if (argument.kind === "omitted" && !given[index] && !parameter.optional) {
      return refused("#VALUE!");
    }
    const converted = convert(parameter, argument, settings);
    if (converted.kind === "answer") return converted;
    values.push(converted.value);
  }
  return given.length > metadata.parameters.length
    ? refused("#VALUE!")
    : { kind: "values", values };
}

function refused(error: string): { kind: "answer"; value: CellValue } {
  return { kind: "answer", value: { error } };
}

function cellsOf(argument: EngineArgument): readonly CellValue[] {
  switch (argument.kind) {
    case "matrix":
      return argument.values.flat();
    case "scalar":
      return [argument.value];
    case "omitted":
      return [];
  }
}

function isError(value: CellValue, text: string): boolean {
  return value !== null && typeof value === "object" && value.error === text;
}

type Converted =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "answer"; readonly value: CellValue };

function convert(
  parameter: ParameterMetadata,
  argument: EngineArgument,
  settings: ArgumentSettings,
): Converted {
  if (argument.kind === "omitted") return { kind: "value", value: null };
  if (parameter.dimensionality === "matrix") {
    const source = argument.kind === "matrix" ? argument.values : [[argument.value]];
    const matrix: unknown[][] = [];
    for (const line of source) {
      const converted: unknown[] = [];
      for (const cell of line) {
        const value = convertCell(parameter.type, cell, settings);
        if (value.kind === "answer") return value;
        converted.push(value.value);
      }
      matrix.push(converted);
    }
    return { kind: "value", value: matrix };
  }
  if (argument.kind === "scalar") return convertCell(parameter.type, argument.value, settings);
  const [line, ...moreLines] = argument.values;
  const [cell, ...moreCells] = line ?? [];
  if (moreLines.length > 0 || moreCells.length > 0 || cell === undefined) return refused("#VALUE!");
  return convertCell(parameter.type, cell, settings);
}

function convertCell(
  type: string | undefined,
  cell: CellValue,
  settings: ArgumentSettings,
): Converted {
  if (cell !== null && typeof cell === "object") {
    return settings.errorsAllowed && (type === undefined || type === "any")
      ? { kind: "value", value: errorArgument(cell.error, settings.errorShape) }
      : { kind: "answer", value: cell };
  }
  switch (type) {
    case "number": {
      const number = cell === null ? 0 : typeof cell === "string" ? textNumber(cell) : Number(cell);
      return number === null ? refused("#VALUE!") : { kind: "value", value: number };
    }
    case "string":
      return {
        kind: "value",
        value: typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell ?? ""),
      };
    case "boolean":
      if (typeof cell === "string" && !/^(true|false)$/i.test(cell)) return refused("#VALUE!");
      return {
        kind: "value",
        value: typeof cell === "string" ? /^true$/i.test(cell) : Boolean(cell),
      };
    default:
      return { kind: "value", value: cell === null ? settings.blankAs : cell };
  }
}

function textNumber(text: string): number | null {
  const number = Number(text.trim());
  return text.trim() === "" || !Number.isFinite(number) ? null : number;
}

const ERROR_NAMES: Readonly<Record<string, string>> = {
  "#N/A": "NotAvailable",
  "#VALUE!": "Value",
  "#DIV/0!": "Div0",
  "#NUM!": "Num",
  "#NAME?": "Name",
  "#REF!": "Ref",
  "#NULL!": "Null",
  "#SPILL!": "Spill",
  "#CALC!": "Calc",
};

function errorArgument(text: string, shape: ErrorShape): unknown {
  switch (shape) {
    case "customFunctionError":
      return { code: text, type: "CustomFunctionError" };
    case "errorCellValue":
      return {
        type: "Error",
        basicType: "Error",
        basicValue: text,
        errorType: ERROR_NAMES[text] ?? "Value",
      };
    case "text":
      return text;
  }
}

function errorTextOf(code: unknown): string {
  switch (code) {
    case 1:
      return "#N/A";
    case 5:
      return "#DIV/0!";
    case 6:
      return "#NUM!";
    case 8:
      return "#NULL!";
    case 9:
    case 10:
      return "#NAME?";
    default:
      return "#VALUE!";
  }
}

function answerOf(value: unknown): { answer: EngineAnswer; message: string | null } {
  if (!Array.isArray(value)) {
    const cell = cellOf(value);
    return { answer: { kind: "scalar", value: cell.value }, message: cell.message };
  }
  const lines = value as unknown[];
  const matrix = lines.map((line) =>
    Array.isArray(line) ? (line as unknown[]).map(cellOf) : null,
  );
  const columns = matrix[0]?.length ?? 0;
  if (columns === 0 || matrix.some((line) => line?.length !== columns)) {
    return { answer: { kind: "scalar", value: { error: "#VALUE!" } }, message: null };
  }
  const values = matrix.map((line) => (line ?? []).map((cell) => cell.value));
  return { answer: { kind: "matrix", values }, message: matrix[0]?.[0]?.message ?? null };
}

/** One cell of an answer; nothing shows as 0, as in Excel. */
function cellOf(value: unknown): { value: CellValue; message: string | null } {
  switch (typeof value) {
    case "number":
    case "string":
    case "boolean":
      return { value, message: null };
    case "object":
      if (value === null) return { value: 0, message: null };
      if ("valueType" in value && value.valueType === "CustomFunctionError") {
        const code = "code" in value && typeof value.code === "string" ? value.code : "#VALUE!";
        const message =
          "message" in value && typeof value.message === "string" ? value.message : null;
        return { value: { error: code }, message };
      }
      if ("basicValue" in value && typeof value.basicValue === "number") {
        return { value: value.basicValue, message: null };
      }
      return { value: { error: "#VALUE!" }, message: null };
    default:
      return { value: 0, message: null };
  }
}
