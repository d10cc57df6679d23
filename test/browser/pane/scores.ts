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

/** Four people with everything that may happen to a month: a promotion, complaints, absences, leave, gaps. */
export function eventfulSheet(): PlainSheet {
  const months = MONTHS.slice(2);
  const rows = (
    id: string,
    name: string,
    scores: readonly unknown[],
    more: (month: string) => readonly unknown[] = () => ["初级客服", 0, 0],
  ): unknown[][] =>
    scores.map((score, index) => {
      const month = months[months.length - scores.length + index] ?? "";
      const [level, complaints, leaves] = more(month);
      return [id, name, month, level, score, 31_000, complaints, leaves];
    });
  return {
    name: "成绩",
    cells: [
      [...HEADINGS, "离岗次数"],
      ...rows("2001", "林晓", [75, "", 88, 84, "产假", 85, 92, 86, 93, 88], (month) => [
        month < "2024-12" ? "试用" : "初级客服",
        month === "2025-03" ? 2 : 0,
        month === "2025-05" ? 1 : 0,
      ]),
      ...rows("2002", "周敏", [85, 92, 86, 93]),
      ...rows("2003", "陈浩", [85, "", 86, 93, 92]),
      ...rows("2004", "吴倩", [80, 92, 86, 93, 88]),
    ],
  };
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
