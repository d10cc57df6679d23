/** Months of a ledger: two years. */
export const MONTHS = 24;
const HEADINGS = ["工号", "姓名", "月份", "级别", "绩效分数", "销售额", "投诉次数", "备注"];
/** Twenty people as a department has them: most are juniors or in the middle, one is a reserve supervisor. */
export const LEVELS: readonly string[] = [
  ...Array<string>(2).fill("试用"),
  ...Array<string>(8).fill("初级客服"),
  ...Array<string>(6).fill("中级客服"),
  ...Array<string>(3).fill("高级客服"),
  "储备主管",
];

export type Sheet = unknown[][];

/** The months from November 2024 on; negative ones stand before it. */
export function monthName(month: number): string {
  const count = 2024 * 12 + 10 + month;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** A long ledger: people × 24 months, most months good, some slips; further columns hold notes. */
export function ledger(rows: number, columns: number): Sheet {
  const notes = Array.from({ length: columns - HEADINGS.length }, (_, index) => `说明${index}`);
  const cells: Sheet = [[...HEADINGS, ...notes]];
  for (let row = 0; cells.length <= rows; row += 1) {
    const person = Math.floor(row / MONTHS);
    const month = row % MONTHS;
    cells.push([
      `K${String(person).padStart(6, "0")}`,
      `员工${person}`,
      monthName(month),
      LEVELS[person % LEVELS.length],
      row % 97 === 0 ? "" : 62 + ((person * 7 + month * 13) % 38),
      10_000 + ((person * 131 + month * 977) % 60_000),
      row % 211 === 0 ? 3 : 0,
      "",
      ...notes.map((_, index) => (index % 3 === 0 ? row + index : "")),
    ]);
  }
  return cells;
}
