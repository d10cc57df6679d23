import type { SheetTag } from "../../grid";
import type { SheetField } from "../../scoresheet";
import { payCheckColumns } from "../pay/payCheck";
import { closedColumns } from "../closed/closedSheet";
import { payColumns } from "../pay/paySheet";
import { reportColumns } from "../promotion/promotionReport";
import { reviewColumns } from "../promotion/promotionReviews";
import { otherReadings, type Restricted, type WrittenColumn } from "./restricted";
import { formulaHeadings, RISK_HEADINGS } from "./inPolicyLanguage";

/** What the columns of a score sheet hold; they are found by the headings of the policy. */
export const fieldHolds: Readonly<Record<SheetField, readonly Restricted[]>> = {
  employeeId: [],
  name: [],
  month: [],
  level: [],
  score: [],
  sales: [],
  extra: ["pay"],
  complaints: ["fines"],
  leaves: ["fines"],
  hired: [],
  confirmed: [],
  levelSince: [],
  note: ["notes"],
  shopAccount: [],
  basePaid: ["pay"],
  commissionPaid: ["pay"],
  performancePaid: ["pay"],
  grossPaid: ["pay"],
  finesPaid: ["fines"],
  netPaid: ["pay"],
};

/**
 * What a sheet that the product writes holds in other places than below its headings: in sentences, or in a list
 * below its table. Such a sheet is left out as a whole.
 */
export const sheetHolds: Readonly<Record<SheetTag, readonly Restricted[]>> = {
  policyBook: [],
  results: ["reviews", "fines", "pay"],
  resultsInFull: ["reviews", "fines", "pay", "otherReadings"],
  candidates: [],
  reviews: ["reviews"],
  payslips: ["pay"],
  payslipsInFull: ["pay", "otherReadings"],
  payCheck: ["pay"],
  payStrips: ["pay"],
  closed: ["fines", "pay", "notes"],
};

/**
 * Headings that earlier versions have written and workbooks may still hold. Whoever renames a heading that holds
 * something puts the old one here.
 */
const former: readonly { readonly text: string; readonly holds: readonly Restricted[] }[] = [];

const tables: readonly Readonly<Record<string, WrittenColumn>>[] = [
  payColumns,
  payCheckColumns,
  closedColumns,
  reportColumns,
  reviewColumns,
];

/** Every heading that the product writes or has written, in both languages, with what it holds. */
export const writtenHeadings: readonly {
  readonly text: string;
  readonly holds: readonly Restricted[];
}[] = [
  ...tables.flatMap((columns) =>
    Object.values(columns).flatMap(({ zh, en, holds }) => [
      { text: zh, holds },
      { text: en, holds },
    ]),
  ),
  ...Object.values(formulaHeadings),
  ...RISK_HEADINGS.map((text) => ({ text, holds: ["reviews"] as const })),
  ...former,
];

/** Marks that make any heading in which they stand one of amounts under other readings. */
export const otherReadingMarks: readonly string[] = [otherReadings.zh, otherReadings.en];
