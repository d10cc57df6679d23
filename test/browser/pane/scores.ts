import type { PlainSheet } from "../../../host/core/plainSheets";

const HEADINGS = ["工号", "姓名", "月份", "级别", "绩效分数", "销售额", "投诉次数"];

/** Twelve months, oldest first. */
const MONTHS = [7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6].map(
  (month) => `${month >= 7 ? 2024 : 2025}-${String(month).padStart(2, "0")}`,
);

interface Agent {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  /** The last scores, the newest last; fewer than twelve belong to somebody who joined later. */
  readonly scores: readonly unknown[];
  readonly sales?: number;
}

const AGENTS: readonly Agent[] = [
  { id: "1001", name: "林晓", level: "初级客服", scores: [84, 86, 88, 85, 87, 92, 88, 93, 86] },
  { id: "1002", name: "周敏", level: "中级客服", scores: [88, 93, 94, 92, 95, 93, 96] },
  { id: "1003", name: "陈浩", level: "初级客服", scores: [70, 82, 84, 88, 91.5, 86] },
  { id: "1004", name: "吴倩", level: "初级客服", scores: [75, 58, 55, 52] },
  { id: "1005", name: "郑凯", level: "试用", scores: [81, 84] },
  { id: "1006", name: "孙丽", level: "储备主管", scores: [95, 96, 97, 94] },
  { id: "1007", name: "马超", level: "高级客服", scores: [92, 95, "八十五", 93, 94] },
  { id: "1008", name: "朱琳", level: "特级客服", scores: [82, 83, 85] },
  { id: "1009", name: "胡军", level: "中级客服", scores: [85, 88, 130, 90] },
  { id: "1010", name: "郭静", level: "初级客服", scores: [88, "", 86, 91, 95], sales: 55_000 },
];

/** A long sheet of a small department with problems of every severity, and a candidate. */
export function departmentSheet(): PlainSheet {
  const rows = AGENTS.flatMap(({ id, name, level, scores, sales = 31_000 }) =>
    scores.map((score, index) => [
      id,
      name,
      MONTHS[MONTHS.length - scores.length + index],
      level,
      score,
      sales + index * 700,
      0,
    ]),
  );
  return { name: "成绩", cells: [["客服部绩效成绩"], HEADINGS, ...rows] };
}

/** So many findings that only those in view are in the page: every score is a word. */
export function unreadableSheet(people: number): PlainSheet {
  const rows = Array.from({ length: people }, (_, index) =>
    MONTHS.slice(-2).map((month, which) => [
      `${2000 + index}`,
      `员工${index}`,
      month,
      "初级客服",
      which === 0 ? "优秀" : 85,
      30_000,
      0,
    ]),
  ).flat();
  return { name: "成绩", cells: [HEADINGS, ...rows] };
}
