import type { ReviewEntry } from "../../views";
import { formatMonth, formatPoints, formatYuan, type Month } from "../../units";
import type { Both, Language } from "../language";
import { column, type WrittenColumn } from "../sheet/restricted";
import { alike, counted } from "../say";
import { wordsOf } from "../words";

/** The columns of the list of reviews. */
export type ReviewColumn = "name" | "employeeId" | "level" | "why" | "facts" | "clause";
export const REVIEW_COLUMNS: readonly ReviewColumn[] = [
  "name",
  "employeeId",
  "level",
  "why",
  "facts",
  "clause",
];

export const reviewColumns: Readonly<Record<ReviewColumn, WrittenColumn>> = {
  name: column({ zh: "姓名", en: "Name" }),
  employeeId: column({ zh: "工号", en: "ID" }),
  level: column({ zh: "级别", en: "Level" }),
  why: column({ zh: "复核原因", en: "Reason for the review" }, "reviews", "fines"),
  facts: column({ zh: "事实", en: "Facts" }, "reviews", "fines"),
  clause: column({ zh: "条款", en: "Clause" }),
};

const reviewWords = wordsOf({
  title: (month: string): Both => ({
    zh: `绩效复核名单 ${month}`,
    en: `Performance reviews ${month}`,
  }),
  restricted: {
    zh: "仅限人事和审批人查阅，请勿随候选人报告一并传阅。列入名单只表示要由人复核，不是处理结论。",
    en: "For HR and approvers only; do not hand round with the report of candidates. Being listed asks for a review by people and decides nothing.",
  },
  failed: (count: number): Both => ({
    zh: `连续 ${count} 个月不及格`,
    en: counted(count, "failed month", "failed months in a row"),
  }),
  complaints: (count: number): Both => ({
    zh: `当月投诉 ${count} 次`,
    en: `${counted(count, "complaint")} in the month`,
  }),
  score: (month: string, score: string | null): Both =>
    score === null ? alike(month) : { zh: `${month}：${score}分`, en: `${month}: ${score}` },
  fine: (amount: string): Both => ({
    zh: `制度列示罚款 ${amount} 元，仅列示`,
    en: `The policy lists a fine of ${amount} yuan; listed only`,
  }),
  nobody: { zh: "本月没有需要复核的人员。", en: "Nobody needs a review this month." },
  notesTitle: {
    zh: "法律提示（不是法律意见，请按当地规定核实）",
    en: "Legal notes (no legal advice; check what holds locally)",
  },
  notes: [
    {
      zh: "几个月考评不及格，单独不足以解除劳动合同：要证明不能胜任，并且经过培训或者调岗以后仍不能胜任，再提前三十天书面通知或者多付一个月工资，另付经济补偿。末位不等于不能胜任。",
      en: "Some failed months alone do not end an employment: incompetence has to be shown, and has to last after training or a transfer; then thirty days' notice or a month's pay, and severance. Being last is not incompetence.",
    },
    {
      zh: "孕期、产期、哺乳期和法定医疗期内的员工受特别保护，不得以不能胜任为由解除。",
      en: "Employees who are pregnant, on maternity leave, nursing or on statutory medical leave are specially protected and may not be dismissed as incompetent.",
    },
    {
      zh: "投诉次数达到几次，不会使劳动合同自行终止；以严重违反制度为由解除，要求制度合法有效、事实严重。",
      en: "No number of complaints ends a contract by itself; dismissal for a serious breach wants valid rules and serious facts.",
    },
    {
      zh: "罚款没有明确的法律依据，不少地方会判令退还，所以这里只列示、不从工资里扣。",
      en: "Fines have no clear legal basis and are refunded in many places; so they are listed here and not taken from pay.",
    },
    {
      zh: "涉及报酬和纪律的制度，须经与员工协商并且公示，才能作为依据；制度文件里看不出做过这两步。",
      en: "Rules on pay and discipline bind only after consultation with the staff and publication; the policy shows neither.",
    },
    {
      zh: "成绩和复核名单属于个人信息，只在需要的人之间使用。",
      en: "Scores and this list are personal data: use them among those who need them.",
    },
  ],
});

export interface ReviewsSaid {
  readonly title: string;
  readonly restricted: string;
  readonly columns: readonly string[];
  readonly nobody: string;
  readonly notesTitle: string;
  readonly notes: readonly string[];
}

/** Everything but the rows. */
export function sayReviews(asOf: Month, language: Language): ReviewsSaid {
  const { title, restricted, nobody, notesTitle, notes } = reviewWords(language);
  return {
    title: title(formatMonth(asOf)),
    restricted,
    columns: REVIEW_COLUMNS.map((name) => reviewColumns[name][language]),
    nobody,
    notesTitle,
    notes,
  };
}

/** Why somebody is listed, and the facts. */
export function sayReview(
  { failed, complaints }: ReviewEntry,
  language: Language,
): { readonly why: string; readonly facts: string } {
  const said = reviewWords(language);
  const why = [
    ...(failed.length === 0 ? [] : [said.failed(failed.length)]),
    ...(complaints === null ? [] : [said.complaints(complaints.count)]),
  ];
  const facts = [
    ...failed.map(({ month, score }) =>
      said.score(formatMonth(month), score === null ? null : formatPoints(score)),
    ),
    ...(complaints === null ? [] : [said.fine(formatYuan(complaints.fine))]),
  ];
  return { why: why.join("\n"), facts: facts.join("\n") };
}
