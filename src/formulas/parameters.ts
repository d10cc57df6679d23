import type { Parameter, ParameterId, Words } from "./types";

const named = <I extends ParameterId>(id: I, zh: string, en: string): Parameter & { id: I } => ({
  id,
  name: { zh, en },
  optional: false,
});

/** The arguments of the functions; several functions share some. */
export const parameters: { readonly [I in ParameterId]: Parameter & { readonly id: I } } = {
  sales: named("sales", "销售额", "sales"),
  score: named("score", "分数", "score"),
  scores: named("scores", "各月分数", "scores"),
  level: named("level", "级别", "level"),
  month: named("month", "月份", "month"),
  extra: named("extra", "额外奖励", "extra"),
  complaints: named("complaints", "投诉次数", "complaints"),
  leaves: named("leaves", "离岗次数", "leaves"),
  clause: named("clause", "条款号", "id"),
  employee: named("employee", "员工", "employee"),
  employees: named("employees", "员工列", "employees"),
  months: named("months", "月份列", "months"),
  historyScores: named("historyScores", "分数列", "scores"),
};

export function optional(parameter: Parameter): Parameter {
  return { ...parameter, optional: true };
}

// Excel offers no list to choose from for arguments of any type, so the descriptions name the levels.
const LEVELS_ZH = "新客服(试用)、初级客服、中级客服、高级客服、储备主管";
const LEVELS_EN = `one of ${LEVELS_ZH}`;

/** What Excel says of each argument; apart, since functions answer without it. */
export const parameterDescriptions: Readonly<Record<ParameterId, Words>> = {
  sales: {
    zh: "当月实际销售额（元），可为区域",
    en: "The month's actual sales in yuan; may be a range",
  },
  score: {
    zh: "绩效考核分数，0 到 100，可为区域；数字 0 视为空白，真正的零分写 0分",
    en: "Performance score from 0 to 100; may be a range; the number 0 is blank, 0分 a real zero",
  },
  scores: {
    zh: "各月分数，旧月在前，一格一个月；多行多列时每行一人；数字 0 视为空白，真正的零分写 0分",
    en: "Scores by month, oldest first, one cell a month; a block is one employee per row; the number 0 is blank, 0分 a real zero",
  },
  level: { zh: `现级别：${LEVELS_ZH}`, en: `The level held: ${LEVELS_EN}` },
  month: {
    zh: "月份，如 2025-03 或 202503，决定采用哪一版制度；工资请写上，省略为今天所在的月份",
    en: "A month such as 2025-03 or 202503 that picks the policy in force; give it for pay, today's where omitted",
  },
  extra: { zh: "额外奖励（元），可省略", en: "Extra award in yuan; may be omitted" },
  complaints: {
    zh: "一个自然月内经确认的买家投诉次数",
    en: "Confirmed customer complaints of one calendar month",
  },
  leaves: {
    zh: "一个自然月内违规离岗的次数，可省略",
    en: "Leave-of-post violations of the month; may be omitted",
  },
  clause: {
    zh: "条款号，如 §4.1.H，§ 可以不写",
    en: "The clause's id such as §4.1.H; § may be left out",
  },
  employee: { zh: "一位员工的工号或姓名", en: "One employee's id or name" },
  employees: { zh: "长表的工号或姓名列", en: "The column of ids or names of a long sheet" },
  months: {
    zh: "长表的月份列，与员工列一样长",
    en: "Its column of months, as long as the employees",
  },
  historyScores: {
    zh: "长表的分数列，与员工列一样长；数字 0 视为空白，真正的零分写 0分",
    en: "Its column of scores, as long as the employees; the number 0 is blank, 0分 a real zero",
  },
};
