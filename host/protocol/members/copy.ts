import { MAX_COLUMNS, MAX_ROWS, boundingArea, intersection, subtractArea } from "../../core/a1";
import { offsetFormula } from "../../core/formulas";
import type { DataValidation, ValidationRule } from "../../core/sheetParts";
import type { Area, CellInput, CellStyle } from "../../core/workbook";
import { assertWritable } from "../environment";
import { invalidArgument, notImplemented } from "../errors";
import type { Parameters } from "../objects";
import { clearConditionalFormats } from "./conditionalFormats";
import { CLEARED_STYLE } from "./format";
import { resolveReference } from "./addresses";
import type { RangeTarget } from "./targets";

const COPY_TYPES = ["All", "Formulas", "Values", "Formats"] as const;
type CopyType = (typeof COPY_TYPES)[number];

/** What of a copied cell arrives with each kind of copy. */
const ARRIVES: Readonly<
  Record<CopyType, { content: "formulas" | "values" | null; styles: boolean; rules: boolean }>
> = {
  All: { content: "formulas", styles: true, rules: true },
  Formulas: { content: "formulas", styles: false, rules: false },
  Values: { content: "values", styles: false, rules: false },
  Formats: { content: null, styles: true, rules: false },
};

/** Copies cells over others, of any sheet of the workbook; a smaller source is repeated. */
export function copyFrom(target: RangeTarget, parameters: Parameters): void {
  const source = sourceOf(target, parameters);
  const asked = parameters.given(1) ? parameters.text(1) : "All";
  const type = COPY_TYPES.find((each) => each === asked);
  if (!type) throw notImplemented(`Range.copyFrom(${asked})`);
  copyCells(target, source, type, {
    skipBlanks: parameters.flag(2),
    transposed: parameters.flag(3),
  });
}

/** @param options skipBlanks: empty cells change nothing; transposed: rows become columns */
export function copyCells(
  target: RangeTarget,
  source: RangeTarget,
  type: CopyType,
  { skipBlanks = false, transposed = false } = {},
): void {
  const { content, styles, rules } = ARRIVES[type];
  assertWritable(target.sheet);
  if (styles) assertWritable(target.sheet, "formatCells");
  const copy = takeCells(source, transposed, content === "values");
  const tiles = tilesOf(target.area, copy);
  const landing = { ...target, area: tiles.whole };
  if (content) writeContent(landing, copy, skipBlanks);
  if (!styles) return;
  writeStyles(landing, copy);
  for (const corner of tiles.corners) {
    const move = { source, target: { ...landing, area: { ...copy.size, ...corner } }, transposed };
    copyMerges(move);
    copyConditionalFormats(move);
    if (rules) copyRules(move);
  }
}

function sourceOf({ env, sheet }: RangeTarget, parameters: Parameters): RangeTarget {
  const object = parameters.object(0);
  if (object && object.typeName !== "Range") {
    throw notImplemented(`Range.copyFrom of ${object.typeName}`);
  }
  // An object of the type "Range" is always bound to such a target.
  const found = object
    ? (object.target as RangeTarget)
    : resolveReference(env, sheet, parameters.text(0));
  if (!isUnbounded(found.area)) return found;
  // Whole rows and columns are copied as far as cells are in use.
  const used = found.sheet.usedArea(false);
  const area = used && intersection(used, found.area);
  const { row, column } = found.area;
  return {
    ...found,
    area:
      boundingArea([{ row, column, rows: 1, columns: 1 }, ...(area ? [area] : [])]) ?? found.area,
  };
}

const isUnbounded = ({ rows, columns }: Area): boolean =>
  rows === MAX_ROWS || columns === MAX_COLUMNS;

interface CopiedCell {
  /** What the cell holds; a formula as it stands at its own place. */
  readonly input: CellInput;
  readonly style: CellStyle;
  readonly row: number;
  readonly column: number;
}

interface CopiedCells {
  readonly cells: readonly (readonly CopiedCell[])[];
  readonly size: { readonly rows: number; readonly columns: number };
}

function takeCells(
  { sheet, area }: RangeTarget,
  transposed: boolean,
  valuesOnly: boolean,
): CopiedCells {
  const rows = transposed ? area.columns : area.rows;
  const columns = transposed ? area.rows : area.columns;
  const cells = Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, across): CopiedCell => {
      const row = area.row + (transposed ? across : down);
      const column = area.column + (transposed ? down : across);
      const formula = valuesOnly ? null : sheet.formula(row, column);
      if (formula !== null && transposed) throw notImplemented("Range.copyFrom of turned formulas");
      const input = formula === null ? { value: sheet.value(row, column) } : { formula };
      return { input, style: sheet.style(row, column), row, column };
    }),
  );
  return { cells, size: { rows, columns } };
}

/** The places at which the copy lands: once, or as often as it fits into the target. */
function tilesOf(area: Area, { size }: CopiedCells) {
  const repeats =
    !isUnbounded(area) && area.rows % size.rows === 0 && area.columns % size.columns === 0;
  const whole = repeats ? area : { ...area, ...size };
  const corners: { row: number; column: number }[] = [];
  for (let row = whole.row; row < whole.row + whole.rows; row += size.rows) {
    for (let column = whole.column; column < whole.column + whole.columns; column += size.columns) {
      corners.push({ row, column });
    }
  }
  return { whole, corners };
}

function cellFor({ cells, size }: CopiedCells, down: number, across: number): CopiedCell {
  const cell = cells[down % size.rows]?.[across % size.columns];
  if (!cell) throw invalidArgument();
  return cell;
}

function writeContent({ sheet, area }: RangeTarget, copy: CopiedCells, skipBlanks: boolean): void {
  const lines = Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (__, across): CellInput | undefined => {
      const { input, row, column } = cellFor(copy, down, across);
      if ("formula" in input) {
        const [rows, columns] = [area.row + down - row, area.column + across - column];
        return { formula: offsetFormula(input.formula, rows, columns) };
      }
      return skipBlanks && input.value === null ? undefined : input;
    }),
  );
  sheet.write(area.row, area.column, lines);
}

/** Cells of one style that lie beside and below one another are written together. */
function writeStyles({ sheet, area }: RangeTarget, copy: CopiedCells): void {
  const runs = new Map<string, { style: CellStyle; area: Area }>();
  const done: { style: CellStyle; area: Area }[] = [];
  for (let down = 0; down < area.rows; down += 1) {
    let across = 0;
    while (across < area.columns) {
      const { style } = cellFor(copy, down, across);
      const text = JSON.stringify(style);
      let end = across + 1;
      while (end < area.columns && JSON.stringify(cellFor(copy, down, end).style) === text) {
        end += 1;
      }
      const place = { row: area.row + down, column: area.column + across };
      const run = { ...place, rows: 1, columns: end - across };
      const key = `${run.column}:${run.columns}:${text}`;
      const above = runs.get(key);
      if (above && above.area.row + above.area.rows === run.row) {
        above.area = { ...above.area, rows: above.area.rows + 1 };
      } else {
        const begun = { style, area: run };
        runs.set(key, begun);
        done.push(begun);
      }
      across = end;
    }
  }
  for (const { style, area: styled } of done) {
    sheet.patchStyle(styled, { ...CLEARED_STYLE, ...style });
  }
}

interface Move {
  readonly source: RangeTarget;
  readonly target: RangeTarget;
  readonly transposed: boolean;
}

/** An area of the source at its place in the target. */
function moved({ source, target, transposed }: Move, area: Area): Area {
  const down = area.row - source.area.row;
  const across = area.column - source.area.column;
  return transposed
    ? {
        row: target.area.row + across,
        column: target.area.column + down,
        rows: area.columns,
        columns: area.rows,
      }
    : { ...area, row: target.area.row + down, column: target.area.column + across };
}

/** How far the copy is from what was copied. */
const distance = ({ source, target }: Move) => ({
  rows: target.area.row - source.area.row,
  columns: target.area.column - source.area.column,
});

function copyMerges(move: Move): void {
  const { source, target } = move;
  const merged = source.sheet.mergedAreas().filter((area) => isWithin(area, source.area));
  for (const area of target.sheet.mergedAreas()) {
    if (intersection(area, target.area)) target.sheet.unmerge(area);
  }
  for (const area of merged) target.sheet.merge(moved(move, area));
}

function isWithin(area: Area, outer: Area): boolean {
  const common = intersection(area, outer);
  return common?.rows === area.rows && common.columns === area.columns;
}

function copyConditionalFormats(move: Move): void {
  const { source, target, transposed } = move;
  const same = source.sheet.id === target.sheet.id;
  const formats = source.sheet.conditionalFormats();
  if (!same || !intersection(source.area, target.area))
    clearConditionalFormats({ ...target, areas: [target.area] });
  for (const { id, ...format } of [...formats].reverse()) {
    const parts = format.areas.flatMap((area) => intersection(area, source.area) ?? []);
    const [first] = format.areas;
    if (parts.length === 0 || !first) continue;
    if (transposed) throw notImplemented("Range.copyFrom of turned conditional formats");
    const areas = parts.map((part) => moved(move, part));
    if (same) {
      const standing = target.sheet.conditionalFormats().find((each) => each.id === id);
      if (standing) {
        const all = [...standing.areas, ...areas];
        target.sheet.replaceConditionalFormat(id, { ...standing, areas: all });
      }
      continue;
    }
    if (format.kind !== "Custom") {
      throw notImplemented(`Range.copyFrom of a conditional format ${format.kind}`);
    }
    const [corner = first] = areas;
    const formula = offsetFormula(
      format.formula,
      corner.row - first.row,
      corner.column - first.column,
    );
    target.sheet.addConditionalFormat({ ...format, formula, areas });
  }
}

function movedRule(rule: ValidationRule, rows: number, columns: number): ValidationRule {
  const move = <V>(value: V): V | string =>
    typeof value === "string" && value.startsWith("=")
      ? offsetFormula(value, rows, columns)
      : value;
  return Object.fromEntries(
    Object.entries(rule).map(([kind, said]) => [
      kind,
      Object.fromEntries(
        Object.entries(said as Readonly<Record<string, unknown>>).map(([key, value]) => [
          key,
          move(value),
        ]),
      ),
    ]),
  );
}

/** What may be typed, and where a click leads. */
function copyRules(move: Move): void {
  const { source, target } = move;
  const { rows, columns } = distance(move);
  const validations = source.sheet.parts.dataValidations.flatMap((each): DataValidation[] => {
    const part = intersection(each.area, source.area);
    return part
      ? [{ ...each, area: moved(move, part), rule: movedRule(each.rule, rows, columns) }]
      : [];
  });
  const links = source.sheet.parts.hyperlinks.flatMap((each) => {
    const part = intersection(each.area, source.area);
    return part ? [{ ...each, area: moved(move, part) }] : [];
  });
  const { parts } = target.sheet;
  const kept = <T extends { readonly area: Area }>(items: readonly T[]): T[] =>
    items.flatMap((item) =>
      subtractArea(item.area, target.area).map((area) => ({ ...item, area })),
    );
  parts.dataValidations = [...kept(parts.dataValidations), ...validations];
  parts.hyperlinks = [...kept(parts.hyperlinks), ...links];
}
