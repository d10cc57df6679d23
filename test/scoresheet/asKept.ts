import {
  builtInBook,
  findLevel,
  headingsInForce,
  otherHeadingsInForce,
  policyFor,
} from "../../src/policy";
import {
  findLayout,
  readSheets,
  type LayoutOptions,
  type ScoreSheet,
  type SheetLayout,
  type SheetInput,
} from "../../src/scoresheet";
import type { Cell, Grid } from "../../src/grid";
import { formatMonth, formatYuan, monthOf } from "../../src/units";
import { brief, briefMonth, limits } from "./setup";

// Sheets as departments keep them, read with the words of the product.

const policy = policyFor(builtInBook(), monthOf(2026, 11));

export const productOptions: LayoutOptions = {
  headings: headingsInForce(policy),
  others: otherHeadingsInForce(policy),
  limits: {
    ...limits,
    statutoryLeave: new Set(policy.words.statutoryLeave),
    otherReasons: new Set(policy.words.otherReasons),
  },
  isLevel: (text) => findLevel(policy, text) !== undefined,
};

export type Rows = readonly (readonly Cell[])[];

export function kept(rows: Rows, name = "Sheet1"): Grid {
  return {
    sheet: { id: `{${name}}`, name },
    firstRow: 0,
    firstColumn: 0,
    rows,
    isFormula: () => false,
  };
}

export function layoutKept(
  rows: Rows,
  more: Partial<LayoutOptions> = {},
  name = "Sheet1",
): SheetLayout {
  const found = findLayout(kept(rows, name), { ...productOptions, ...more });
  if (found.kind === "none") throw new Error(`No layout: ${JSON.stringify(found.problems)}`);
  return found;
}

export function partOf(rows: Rows, more: Partial<LayoutOptions> = {}, name = "Sheet1"): SheetInput {
  const grid = kept(rows, name);
  return { grid, layout: layoutKept(rows, more, name) };
}

export function readKept(main: SheetInput, months: readonly SheetInput[] = []): ScoreSheet {
  return readSheets(
    main,
    { months },
    { limits: productOptions.limits, headings: productOptions.headings },
  );
}

const POINT = 1_000_000;

/** "钱一 2025-06 70 30,000.00" for every record, in the order of the sheet. */
export function toldOf(sheet: ScoreSheet): string[] {
  return sheet.people.flatMap((person) =>
    person.records.map(({ month, score, sales }) => {
      const points =
        score.quantity.kind === "value"
          ? String(score.quantity.value / POINT)
          : brief(score.quantity);
      const yuan =
        sales.quantity.kind === "value" ? formatYuan(sales.quantity.value) : brief(sales.quantity);
      const who = person.name === "" ? person.employeeId : person.name;
      return [who, briefMonth(month.quantity), points, ...(sales.cell === null ? [] : [yuan])].join(
        " ",
      );
    }),
  );
}

export function monthsOf({ people }: ScoreSheet): string[] {
  const months = new Set(
    people.flatMap(({ records }) =>
      records.flatMap(({ month }) =>
        month.quantity.kind === "value" ? [month.quantity.value] : [],
      ),
    ),
  );
  return [...months].sort((a, b) => a - b).map(formatMonth);
}
