import { columnLetters, formatAddress, type Area } from "../grid";
import type { ScoreSheet, SheetField, SheetLayout } from "../scoresheet";
import type { Month } from "../units";

/** What can be put beside the recognised columns. */
export const FORMULA_COLUMNS = ["commission", "performance", "gross", "promotion", "risk"] as const;
export type FormulaColumnKind = (typeof FORMULA_COLUMNS)[number];

/** Why a column of formulas cannot be offered on a sheet. */
export type FormulaColumnLack =
  | { readonly kind: "columns"; readonly fields: readonly SheetField[] }
  /** A wide sheet whose month columns are not one block that runs from old to new. */
  | { readonly kind: "monthsApart" };

export type FormulaColumn =
  | {
      readonly kind: "formulas";
      /** Each row that gets a formula, and the formula with its "=". */
      readonly rows: readonly { readonly row: number; readonly formula: string }[];
    }
  | { readonly kind: "lacks"; readonly lack: FormulaColumnLack };

interface Places {
  readonly layout: SheetLayout;
  readonly sheet: ScoreSheet;
  readonly asOf: Month | null;
  /** The address of a field in a row: "E4". */
  readonly at: (field: SheetField, row: number) => string;
}

const REQUIRED: Readonly<Record<FormulaColumnKind, readonly SheetField[]>> = {
  commission: ["sales"],
  performance: ["score", "level"],
  gross: ["level", "score", "sales"],
  promotion: ["score", "level"],
  risk: ["score", "level"],
};

/** A blank is asked for first: where a build hands blanks over as 0, a function cannot know it. */
const unlessBlank = (address: string, call: string): string => `=IF(${address}="","",${call})`;

/** The month of the row as the last argument: the row of an earlier month follows the policy of that month. */
function withMonth({ layout, at }: Places, row: number): string {
  return layout.columns.month === undefined ? "" : `,${at("month", row)}`;
}

function rowFormula(kind: FormulaColumnKind, places: Places, row: number): string {
  const { at, layout } = places;
  const month = withMonth(places, row);
  switch (kind) {
    case "commission":
      return unlessBlank(at("sales", row), `CS.COMMISSION(${at("sales", row)}${month})`);
    case "performance":
      return unlessBlank(
        at("score", row),
        `CS.PERFPAY(${at("score", row)},${at("level", row)}${month})`,
      );
    case "gross": {
      const extra = layout.columns.extra === undefined ? "" : at("extra", row);
      const rest = month === "" && extra === "" ? "" : `,${extra}${month}`;
      return unlessBlank(
        at("level", row),
        `CS.PAY(${at("level", row)},${at("sales", row)},${at("score", row)}${rest})`,
      );
    }
    case "promotion":
    case "risk": {
      const name = kind === "promotion" ? "CS.ELIGIBLE" : "CS.RISK";
      return unlessBlank(at("level", row), `${name}(${scoresOf(places, row)},${at("level", row)})`);
    }
  }
}

function absolute(column: number, firstRow: number, lastRow: number): string {
  const letters = columnLetters(column);
  return `$${letters}$${firstRow + 1}:$${letters}$${lastRow + 1}`;
}

/** One person's scores: the month columns of the row, or gathered from the rows of a long sheet. */
function scoresOf({ layout, at }: Places, row: number): string {
  if (layout.kind === "wide") {
    const columns = layout.months.map(({ column }) => column);
    const first = formatAddress({ row, column: Math.min(...columns) });
    const last = formatAddress({ row, column: Math.max(...columns) });
    return `${first}:${last}`;
  }
  const key: SheetField = layout.columns.employeeId === undefined ? "name" : "employeeId";
  const list = (field: SheetField): string =>
    absolute(layout.columns[field]?.column ?? 0, layout.firstRow, layout.lastRow);
  return `CS.HISTORY(${at(key, row)},${list(key)},${list("month")},${list("score")})`;
}

function needsHistory(kind: FormulaColumnKind): boolean {
  return kind === "promotion" || kind === "risk";
}

/** Whether the month columns stand side by side from old to new, as a range of them must. */
function monthsAreOneBlock({ months }: SheetLayout): boolean {
  return months.every((each, index) => {
    const before = months[index - 1];
    return before === undefined || each.column === before.column + 1;
  });
}

function lackOf(kind: FormulaColumnKind, { layout }: Places): FormulaColumnLack | null {
  const wide = layout.kind === "wide";
  const has = (field: SheetField): boolean =>
    layout.columns[field] !== undefined || (wide && field === "score" && needsHistory(kind));
  const missing = REQUIRED[kind].filter((field) => !has(field));
  if (missing.length > 0) return { kind: "columns", fields: missing };
  if (wide && needsHistory(kind) && !monthsAreOneBlock(layout)) return { kind: "monthsApart" };
  if (!wide && needsHistory(kind) && layout.columns.month === undefined)
    return { kind: "columns", fields: ["month"] };
  return null;
}

/** Rows of people; a judgement over a person's months stands once, in the person's newest row. */
function rowsFor(kind: FormulaColumnKind, { layout, sheet, asOf }: Places): number[] {
  if (layout.kind === "wide" || !needsHistory(kind))
    return [...new Set(sheet.records.map(({ row }) => row))].sort((a, b) => a - b);
  const newest = sheet.people.flatMap(({ records }) => {
    const judged = records.filter(
      ({ month: { quantity } }) =>
        quantity.kind === "value" && (asOf === null || quantity.value <= asOf),
    );
    return judged.at(-1)?.row ?? [];
  });
  return newest.sort((a, b) => a - b);
}

/** A column of formulas for the rows of a sheet, or what the sheet lacks for it. */
export function formulaColumn(
  kind: FormulaColumnKind,
  sheet: ScoreSheet,
  asOf: Month | null,
): FormulaColumn {
  const { layout } = sheet;
  const at = (field: SheetField, row: number): string => {
    const column = layout.columns[field]?.column;
    return column === undefined ? "" : formatAddress({ row, column });
  };
  const places: Places = { layout, sheet, asOf, at };
  const lack = lackOf(kind, places);
  if (lack !== null) return { kind: "lacks", lack };
  return {
    kind: "formulas",
    rows: rowsFor(kind, places).map((row) => ({ row, formula: rowFormula(kind, places, row) })),
  };
}

/** The first column to the right of everything on the sheet. */
export function nextEmptyColumn(read: Area): number {
  return read.column + read.columns;
}
