import type { Parameter, Words } from "./types";

const required = (name: Words, description: Words): Parameter => ({
  name,
  description,
  optional: false,
});

export function optional(parameter: Parameter): Parameter {
  return { ...parameter, optional: true };
}

// Excel offers no list to choose from for arguments of any type, so the descriptions name the levels.
const LEVELS_ZH = "新客服(试用)、初级客服、中级客服、高级客服、储备主管";
const LEVELS_EN = `one of ${LEVELS_ZH}`;

/** Arguments that several functions share. */
export const parameters = {
  sales: required(
    { zh: "销售额", en: "sales" },
    {
      zh: "当月实际销售额（元），可为区域",
      en: "The month's actual sales in yuan; may be a range",
    },
  ),
  score: required(
    { zh: "分数", en: "score" },
    {
      zh: "绩效考核分数，0 到 100，可为区域；区域里的 0 视为空白，真正的零分写 0分",
      en: "Performance score from 0 to 100; may be a range, in which 0 is blank and 0分 a real zero",
    },
  ),
  scores: required(
    { zh: "各月分数", en: "scores" },
    {
      zh: "各月分数，旧月在前，一格一个月；多行多列时每行一人；0 视为空白，真正的零分写 0分",
      en: "Scores by month, oldest first, one cell a month; a block is one employee per row; 0 is blank, 0分 a real zero",
    },
  ),
  level: required(
    { zh: "级别", en: "level" },
    { zh: `现级别：${LEVELS_ZH}`, en: `The level held: ${LEVELS_EN}` },
  ),
  month: required(
    { zh: "月份", en: "month" },
    {
      zh: "月份，如 2025-03 或 202503，决定采用哪一版制度；省略为今天所在的月份",
      en: "A month such as 2025-03 or 202503 that picks the policy in force; today's where omitted",
    },
  ),
  extra: required(
    { zh: "额外奖励", en: "extra" },
    { zh: "额外奖励（元），可省略", en: "Extra award in yuan; may be omitted" },
  ),
  complaints: required(
    { zh: "投诉次数", en: "complaints" },
    {
      zh: "一个自然月内经确认的买家投诉次数",
      en: "Confirmed customer complaints of one calendar month",
    },
  ),
  leaves: required(
    { zh: "离岗次数", en: "leaves" },
    {
      zh: "一个自然月内违规离岗的次数，可省略",
      en: "Leave-of-post violations of the month; may be omitted",
    },
  ),
  clause: required(
    { zh: "条款号", en: "id" },
    {
      zh: "条款号，如 §4.1.H，§ 可以不写",
      en: "The clause's id such as §4.1.H; § may be left out",
    },
  ),
  employee: required(
    { zh: "员工", en: "employee" },
    { zh: "一位员工的工号或姓名", en: "One employee's id or name" },
  ),
  employees: required(
    { zh: "员工列", en: "employees" },
    { zh: "长表的工号或姓名列", en: "The column of ids or names of a long sheet" },
  ),
  months: required(
    { zh: "月份列", en: "months" },
    { zh: "长表的月份列，与员工列一样长", en: "Its column of months, as long as the employees" },
  ),
  historyScores: required(
    { zh: "分数列", en: "scores" },
    { zh: "长表的分数列，与员工列一样长", en: "Its column of scores, as long as the employees" },
  ),
} as const satisfies Readonly<Record<string, Parameter>>;
