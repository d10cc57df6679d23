import type { Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type { BaseReferenceObject, BaseValueObject, ErrorType } from "@univerjs/engine-formula";
import type { CellValue, EngineAnswer, EngineArgument, EngineFunction } from "./workbook";
import { cellValue } from "./univerCells";

type FunctionVariant = BaseReferenceObject | BaseValueObject;

/** Calls one of our functions from the engine. Never throws: a throw would stop all calculation. */
export class EngineAdapter extends BaseFunction {
  readonly #function: EngineFunction;

  constructor(engineFunction: EngineFunction) {
    super(engineFunction.name.toUpperCase());
    this.#function = engineFunction;
    // References are read here: the engine itself takes "" for a blank.
    this.needsReferenceObject = true;
    this.minParams = -1;
    this.maxParams = -1;
  }

  override calculate(...variants: FunctionVariant[]): BaseValueObject {
    try {
      const answer = this.#function.evaluate({
        sheetId: this.subUnitId ?? "",
        row: this.row,
        column: this.column,
        arguments: variants.map(toArgument),
      });
      return toValueObject(answer);
    } catch {
      return errorObject("#VALUE!");
    }
  }
}

function toArgument(variant: FunctionVariant): EngineArgument {
  if (variant.isReferenceObject()) {
    // isReferenceObject() is the engine's own test of this class.
    const reference = variant as BaseReferenceObject;
    const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
    if (startRow < 0 || startColumn < 0) return { kind: "scalar", value: { error: "#REF!" } };
    const values: CellValue[][] = [];
    for (let row = startRow; row <= endRow; row += 1) {
      const line: CellValue[] = [];
      for (let column = startColumn; column <= endColumn; column += 1) {
        const cell = reference.getCellData(row, column);
        line.push(cell ? cellValue(cell) : null);
      }
      values.push(line);
    }
    return { kind: "matrix", values };
  }
  if (variant.isValueObject() && variant.isArray()) {
    // isArray() is the engine's own test of this class.
    const array = variant as ArrayValueObject;
    const values: CellValue[][] = Array.from({ length: array.getRowCount() }, () =>
      new Array<CellValue>(array.getColumnCount()).fill(null),
    );
    const { startRow, startColumn } = array.getRangePosition();
    array.iterator((value, row, column) => {
      const line = values[row - startRow];
      if (line) line[column - startColumn] = scalar(value);
    });
    return { kind: "matrix", values };
  }
  // What is neither reference nor array is a single value.
  const single = variant as BaseValueObject;
  return single.isNull() ? { kind: "omitted" } : { kind: "scalar", value: scalar(single) };
}

function scalar(value: Nullable<BaseValueObject>): CellValue {
  if (!value || value.isNull()) return null;
  if (value.isError()) {
    // isError() is the engine's own test of this class.
    return { error: (value as ErrorValueObject).getErrorType() };
  }
  return value.getValue();
}

function toValueObject(answer: EngineAnswer): BaseValueObject {
  if (answer.kind === "scalar") return scalarObject(answer.value);
  const calculateValueList = answer.values.map((line) => line.map(scalarObject));
  return ArrayValueObject.create({
    calculateValueList,
    rowCount: answer.values.length,
    columnCount: answer.values[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function scalarObject(value: CellValue): BaseValueObject {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? NumberValueObject.create(value) : errorObject("#NUM!");
    case "boolean":
      return BooleanValueObject.create(value);
    case "string":
      return StringValueObject.create(value);
    default:
      return value === null ? NullValueObject.create() : errorObject(value.error);
  }
}

/** The cast widens the engine's closed list of errors by "#BUSY!". */
function errorObject(text: string): ErrorValueObject {
  return ErrorValueObject.create(text as ErrorType);
}
