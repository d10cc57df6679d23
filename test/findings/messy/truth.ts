import fc from "fast-check";
import type { Cell } from "../../../src/grid";
import type { FindingCode } from "../../../src/findings";
import { addMonths, type Month } from "../../../src/units";
import { LAST } from "../setup";

/** A slip of whoever keeps a sheet: what it does to a month of a person, and what must be said of it. */
export type Slip =
  | {
      readonly kind: "score";
      readonly cell: Cell;
      readonly code: FindingCode;
      readonly severity: string;
    }
  | {
      readonly kind: "sales";
      readonly cell: Cell;
      readonly code: FindingCode;
      readonly severity: string;
    }
  /** A sheet with one row a month only. */
  | { readonly kind: "level"; readonly cell: Cell }
  | { readonly kind: "name" }
  | { readonly kind: "twice"; readonly alike: boolean };

export interface TrueMonth {
  readonly month: Month;
  readonly score: number;
  readonly sales: number;
}

export interface TruePerson {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly months: readonly TrueMonth[];
  readonly slip: { readonly at: number; readonly slip: Slip } | null;
}

/** A department whose scores and sales give rise to nothing but what is planted. */
export interface Truth {
  readonly people: readonly TruePerson[];
}

const score = (cell: Cell, code: FindingCode, severity: string): Slip => ({
  kind: "score",
  cell,
  code,
  severity,
});
const sales = (cell: Cell, code: FindingCode, severity: string): Slip => ({
  kind: "sales",
  cell,
  code,
  severity,
});

const SCORE_SLIPS: readonly Slip[] = [
  score("优秀", "F-SCO-01", "error"),
  score("八十五", "F-SCO-01", "error"),
  score(true, "F-SCO-01", "error"),
  score("#N/A", "F-SCO-01", "error"),
  score("75", "F-SCO-02", "info"),
  score("７５", "F-SCO-02", "info"),
  score("75分", "F-SCO-02", "info"),
  score(105, "F-SCO-03", "error"),
  score(-1, "F-SCO-03", "error"),
  score(0, "F-SCO-04", "warning"),
  score(75.123, "F-SCO-08", "info"),
  score(null, "F-MIS-01", "warning"),
];
/** Everybody sells from 21,000 to 29,000. */
const SALES_SLIPS: readonly Slip[] = [
  sales("很多", "F-SAL-01", "error"),
  sales("3万", "F-SAL-01", "error"),
  sales(-100, "F-SAL-02", "warning"),
  sales("", "F-SAL-04", "warning"),
  sales(19_900, "F-SAL-05", "info"),
  sales(29_800, "F-SAL-05", "info"),
  sales(600_000, "F-SAL-06", "warning"),
];
const ROW_SLIPS: readonly Slip[] = [
  { kind: "level", cell: "资深客服" },
  { kind: "level", cell: null },
  { kind: "name" },
  { kind: "twice", alike: true },
  { kind: "twice", alike: false },
];

/** Which slips a sheet has room for. */
export type Room = "scores" | "amounts" | "rows";

function slips(room: Room): readonly Slip[] {
  switch (room) {
    case "scores":
      return SCORE_SLIPS;
    case "amounts":
      return [...SCORE_SLIPS, ...SALES_SLIPS];
    case "rows":
      return [...SCORE_SLIPS, ...SALES_SLIPS, ...ROW_SLIPS];
  }
}

const NAMES = ["王芳", "李娜", "张敏", "刘洋", "陈静"];
const LEVELS = ["初级客服", "中级", "高级客服"];

/** Third-tier scores throughout: nobody fails, nobody comes near a promotion. */
const trueMonth = fc.record({
  score: fc.integer({ min: 62, max: 78 }),
  sales: fc.integer({ min: 21_000, max: 29_000 }),
});

export function truths(room: Room): fc.Arbitrary<Truth> {
  return fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 4, max: 6 }))
    .chain(([people, months]) => {
      // Neither the first month nor the last: those say when somebody came, and which month is judged.
      const slip = fc.option(
        fc.record({
          at: fc.integer({ min: 1, max: months - 2 }),
          slip: fc.constantFrom(...slips(room)),
        }),
        { freq: 2 },
      );
      const person = fc.record({
        level: fc.constantFrom(...LEVELS),
        months: fc.array(trueMonth, { minLength: months, maxLength: months }),
        slip,
      });
      return fc.array(person, { minLength: people, maxLength: people }).map((found): Truth => ({
        people: found.map((one, index) => ({
          ...one,
          id: `A0${index + 1}`,
          name: NAMES[index] ?? "",
          months: one.months.map((each, at) => ({
            ...each,
            month: addMonths(LAST, at + 1 - months),
          })),
        })),
      }));
    });
}
