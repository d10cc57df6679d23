import type { DecisionLine, MonthSummary } from "../../views";
import { formatYuan } from "../../units";
import type { Both, Language } from "../language";
import { agree, counted, number } from "../say";
import { wordsOf } from "../words";

/** The fixed words of what validating found: its summary, its three parts and what filters them. */
export const resultWords = wordsOf({
  summary: { zh: "本月结果", en: "Result of the month" },
  data: { zh: "要改的数据", en: "Data to fix" },
  decisions: { zh: "要定的口径", en: "Questions to decide" },
  people: { zh: "人员", en: "People" },
  noData: { zh: "没有要改的数据。", en: "Nothing to fix." },
  noDecisions: { zh: "没有影响结果的口径要定。", en: "No open question changes a result." },
  show: { zh: "显示哪些", en: "What is listed" },
  thisMonth: { zh: "本月", en: "This month" },
  expandAll: { zh: "全部展开", en: "Expand all" },
  previous: { zh: "上一条", en: "Previous" },
  next: { zh: "下一条", en: "Next" },
  clear: { zh: "清空", en: "Clear" },
  toProblems: { zh: "跳到问题", en: "Go to the problems" },
  mustFirst: { zh: "必须先定", en: "Decide first" },
  candidates: { zh: "成绩达标", en: "Meet the score criteria" },
  oneShort: { zh: "最快再有一个月即可达标", en: "Could qualify next month" },
  excluded: { zh: "暂不能判断", en: "Cannot be judged yet" },
  others: { zh: "其他人员", en: "Other people" },
  notices: { zh: "人员提示", en: "Notes on people" },
  hints: { zh: "其他提醒", en: "Other hints" },
  nobodyFound: { zh: "没有符合筛选的人员。", en: "Nobody matches the filter." },
  proof: { zh: "依据与待办", en: "Evidence and open steps" },
  withoutEffect: {
    zh: "尚未确认、不影响本月的口径",
    en: "Undecided, without effect this month",
  },
});
export type ResultWords = ReturnType<typeof resultWords>;

/** The choice of all months, with how many findings it adds. */
export function sayAllMonths(more: number, language: Language): string {
  return {
    zh: `全部月份 (${number(more, "zh")})`,
    en: `All months (${number(more, "en")})`,
  }[language];
}

/** Amounts in sentences: "1,234.50元". */
const yuan = (amount: Parameters<typeof formatYuan>[0]): Both => ({
  zh: `${formatYuan(amount)}元`,
  en: `${formatYuan(amount)} yuan`,
});

/** A number of the summary: what it counts, and a remark below; the number itself stands before it. */
export interface SummarySaid {
  readonly label: string;
  readonly remark: string;
}

export type SummaryPart = "error" | "decision" | "candidates" | "one-short" | "people";

const NOTHING: Both = { zh: "", en: "" };

interface PartEntry {
  readonly label: Both;
  readonly remark: Both;
}

function errorsSaid({ errors, errorsOfOtherMonths: others }: MonthSummary): PartEntry {
  return {
    label: { zh: "处错误要改", en: `${agree(errors, "error", "errors")} to fix` },
    remark:
      others === 0
        ? NOTHING
        : {
            zh: `其他月份 ${number(others, "zh")} 处`,
            en: `${number(others, "en")} in other months`,
          },
  };
}

function decisionsSaid({ decisions, blocking, moves }: MonthSummary): PartEntry {
  const first: Both =
    blocking === 0
      ? NOTHING
      : {
          zh: `${number(blocking, "zh")} 项必须先定`,
          en: `decide ${number(blocking, "en")} first`,
        };
  const money: Both =
    moves === 0 ? NOTHING : { zh: `牵动 ${yuan(moves).zh}`, en: `moves ${yuan(moves).en} of pay` };
  const comma: Both = blocking === 0 || moves === 0 ? NOTHING : { zh: "，", en: ", " };
  return {
    label: { zh: "项口径要定", en: `${agree(decisions, "question", "questions")} to decide` },
    remark: {
      zh: `${first.zh}${comma.zh}${money.zh}`,
      en: `${first.en}${comma.en}${money.en}`,
    },
  };
}

function partSaid(part: SummaryPart, summary: MonthSummary): PartEntry {
  const { candidates, people } = summary;
  switch (part) {
    case "error":
      return errorsSaid(summary);
    case "decision":
      return decisionsSaid(summary);
    case "candidates":
      return {
        label: { zh: "人成绩达标", en: agree(candidates, "candidate", "candidates") },
        remark: NOTHING,
      };
    case "one-short":
      return { label: { zh: "人差一个月", en: "one month short" }, remark: NOTHING };
    case "people":
      return { label: { zh: "人在册", en: agree(people, "person", "people") }, remark: NOTHING };
  }
}

/** What the numbers of the summary count. */
export function saySummaryPart(
  part: SummaryPart,
  summary: MonthSummary,
  language: Language,
): SummarySaid {
  const { label, remark } = partSaid(part, summary);
  return { label: label[language], remark: remark[language] };
}

/** What the yuan of the summary mean. */
export function sayMoves(language: Language): string {
  return {
    zh: "每项口径的不同选法会使本月应发相差多少，逐项相加；必须先定的不计在内。",
    en: "How much the options of each question differ in this month's pay, added up one by one; those to decide first are not counted.",
  }[language];
}

/** Whom an open reading concerns this month, and what it moves. */
export function sayDecision(
  { effect, blocking, moves }: Pick<DecisionLine, "effect" | "blocking" | "moves">,
  language: Language,
): string {
  if (effect === null) return { zh: "只涉及其他月份", en: "concerns other months only" }[language];
  const { people, options } = effect;
  if (blocking) {
    const sums = options.map(({ gross }) => gross).sort((a, b) => a - b);
    const [least] = sums;
    const most = sums.at(-1);
    const span: Both =
      least === undefined || most === undefined
        ? { zh: "", en: "" }
        : {
            zh: `，应发 ${yuan(least).zh} 至 ${yuan(most).zh}`,
            en: `: ${yuan(least).en} to ${yuan(most).en}`,
          };
    return {
      zh: `${number(people, "zh")} 人工资待定${span.zh}`,
      en: `pay of ${counted(people, "person", "people")} can't be calculated${span.en}`,
    }[language];
  }
  return {
    zh: `${number(people, "zh")} 人，${moves === 0 ? "不影响工资" : `最多差 ${yuan(moves).zh}`}`,
    en: `${counted(people, "person", "people")}, ${moves === 0 ? "pay stays the same" : `up to ${yuan(moves).en}`}`,
  }[language];
}

/** How many cells and people rest on an open reading: what its line unfolds to. */
export function sayConcerned(count: number, language: Language): string {
  return { zh: `${number(count, "zh")} 处`, en: counted(count, "place") }[language];
}

/** The line into which open readings fold that move no pay this month. */
export function sayQuietDecisions(count: number, language: Language): string {
  return {
    zh: `不影响本月工资的另有 ${number(count, "zh")} 项`,
    en: `${number(count, "en")} more do not change this month's pay`,
  }[language];
}

/** Which of the findings that can be gone through is shown. */
export function sayPlace(at: number, of: number): string {
  return `${at} / ${of}`;
}
