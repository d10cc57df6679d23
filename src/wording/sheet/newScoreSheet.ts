import type { EffectivePolicy } from "../../policy";
import type { SheetField } from "../../scoresheet";
import type { Both, Language } from "../language";
import { counted } from "../say";

/** The columns of a new score sheet, in their order. */
export const NEW_SHEET_FIELDS = [
  "employeeId",
  "name",
  "month",
  "level",
  "score",
  "sales",
  "extra",
  "complaints",
  "leaves",
  "hired",
  "note",
] as const satisfies readonly SheetField[];
export type NewSheetField = (typeof NEW_SHEET_FIELDS)[number];

/** What belongs into a column, said while its heading is selected; at most 255 characters. */
type Hint = Both | ((policy: EffectivePolicy) => Both);

const hints: Readonly<Record<NewSheetField, Hint>> = {
  employeeId: {
    zh: "每人唯一，历史记录按它对应。没有工号时按姓名，重名的人会分不开。",
    en: "Unique for each person; earlier months are matched by it. Without it people are known by name.",
  },
  name: { zh: "本人姓名，不是店铺账号。", en: "The person's own name, not a shop account." },
  month: { zh: "每人每月一行，写成 2025-03。", en: "One row a person and month, such as 2025-03." },
  level: {
    zh: "当月最后一天的级别，从列表里选。",
    en: "The level on the month's last day, from the list.",
  },
  score: ({ score }) => {
    const [least, most] = [score.minimum / 1e6, score.maximum / 1e6];
    return {
      zh: `${least} 至 ${most} 分。没有考核就写原因（如产假、病假），真实的零分写成“0分”。`,
      en: `${least} to ${most}. Not assessed: write the reason (产假, 病假 …); a real zero is written “0分”.`,
    };
  },
  sales: {
    zh: "本人当月实际销售额（元），减去当月登记的退款；没有就写 0。",
    en: "The person's own sales of the month in yuan, less the refunds booked in it; 0 if there are none.",
  },
  extra: {
    zh: "另行决定的奖励（元），不由公式计算。",
    en: "Rewards decided by somebody, in yuan; never computed.",
  },
  complaints: {
    zh: "核实成立的投诉次数，按收到的月份计。",
    en: "Confirmed complaints, in the month in which they came in.",
  },
  leaves: ({ fines: { leaveMinutes, leaveBound, leaveNeedsLoss } }) => ({
    zh: `未经批准、离岗${leaveBound === "over" ? `超过 ${leaveMinutes} 分钟` : ` ${leaveMinutes} 分钟及以上`}${leaveNeedsLoss ? "且流失客户" : ""}的次数。`,
    en: `Unapproved absences of ${leaveBound === "over" ? "more than" : "at least"} ${counted(leaveMinutes, "minute")}${leaveNeedsLoss ? " that lost customers" : ""}.`,
  }),
  hired: { zh: "如 2024-11-18；用来判断入职前后的月份。", en: "Such as 2024-11-18." },
  note: { zh: "不参与计算。", en: "Not used in any computation." },
};

const names: Both = { zh: "成绩表", en: "Scores" };
const examples: readonly Both[] = [
  { zh: "示例甲", en: "Example A" },
  { zh: "示例乙", en: "Example B" },
];

export interface NewScoreSheetSaid {
  readonly name: string;
  /** Headings in the policy's language, since they are read again; hints in the pane's. */
  readonly columns: readonly {
    readonly field: NewSheetField;
    readonly heading: string;
    readonly hint: string;
  }[];
  readonly examples: readonly string[];
}

function hintOf(field: NewSheetField, policy: EffectivePolicy): Both {
  const hint = hints[field];
  return typeof hint === "function" ? hint(policy) : hint;
}

export function sayNewScoreSheet(policy: EffectivePolicy, language: Language): NewScoreSheetSaid {
  return {
    name: names[language],
    columns: NEW_SHEET_FIELDS.map((field) => ({
      field,
      heading: policy.values.headings[field].name,
      hint: hintOf(field, policy)[language],
    })),
    examples: examples.map((name) => name[language]),
  };
}
