import { monthFromText, type Month } from "../../src/units";

/** What nearly every ledger of the tests begins with. */
export const HEADER = ["工号", "姓名", "月份", "级别", "绩效分数", "销售额"];

/** A month as the tests write it: "2025-06". */
export function month(text: string): Month {
  const value = monthFromText(text);
  if (value === undefined) throw new Error(`Not a month: ${text}`);
  return value;
}

/** The last month of most ledgers, and the day on which they are validated. */
export const LAST = month("2025-06");
export const TODAY = month("2025-07");
