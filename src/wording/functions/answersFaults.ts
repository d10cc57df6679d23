import type { Allowed, FaultReason, Shape, Words } from "../../formulas";
import { formatMonth, formatPoints } from "../../units";

const CONFIRM = "请在任务窗格“制度”页确认";
const LONGEST_QUOTED = 24;

/** What somebody typed, short enough for a message; unlike `quote`, with quotation marks inside as they were typed. */
function quoteTyped(text: string): string {
  const characters = [...text];
  return `“${characters.length > LONGEST_QUOTED ? `${characters.slice(0, LONGEST_QUOTED).join("")}…` : text}”`;
}

const sizeOf = ({ rows, columns }: Shape): string => `${rows}行${columns}列`;

const place = (input: Words, at: number | null): string =>
  at === null ? input.zh : `${input.zh}第${at}格`;

type CellReason = Extract<FaultReason, { code: "cell" }>;

const UNITS = { points: "分", times: "次", yuan: "元" };

const grouped = (value: number): string =>
  value.toLocaleString("en-US", { maximumFractionDigits: 2 });

/** 0 到 100 分 */
function sayRange({ unit, least, most }: Allowed): string {
  return `${grouped(least)} 到 ${grouped(most)} ${UNITS[unit]}`;
}

/** What may stand in such a cell. */
function wanted({ allowed, input }: CellReason): string {
  switch (allowed?.unit) {
    case "points":
      return `请填 ${sayRange(allowed)}的分数；没有考核请留空`;
    case "times":
      return `请填 ${sayRange(allowed)}的整数`;
    case "yuan":
    case undefined:
      return `请填数字（${input.zh}）`;
  }
}

/** Why a number that can be read cannot be used. */
function sayOutside(seen: string, { input, at, allowed }: CellReason): string {
  const range = allowed === null ? "" : `，须在 ${sayRange(allowed)}之间`;
  return `${place(input, at)}是 ${seen}${range}，请改正`;
}

function sayCell(reason: CellReason): string {
  const { input, at, problem } = reason;
  const where = place(input, at);
  switch (problem.code) {
    case "error":
      return `${where}是错误值 ${problem.error}，请先改正这个单元格`;
    case "boolean":
      return `${where}是逻辑值（TRUE/FALSE），${wanted(reason)}`;
    case "notNumber": {
      const hint = problem.suggestion === undefined ? "" : `，例如 ${problem.suggestion}`;
      return `${where}${quoteTyped(problem.text)}不是数字，${wanted(reason)}${hint}`;
    }
    case "outOfRange":
      return sayOutside(String(problem.value), reason);
    case "tooLarge":
      return `${sayOutside(quoteTyped(problem.text), reason)}单位和位数`;
    case "notWhole":
      return `${where}是 ${problem.value}，次数须为整数，${wanted(reason)}`;
    case "grade":
    case "unitUnknown":
      return `${where}${quoteTyped(problem.text)}不是数字，${wanted(reason)}`;
    case "unreadableMonth":
    case "otherYear":
      return `${where}${quoteTyped(problem.text)}看不出是哪个月，请写成 2025-03 或 202503`;
    case "monthWithoutYear":
      return `${where}${quoteTyped(problem.text)}缺少年份，请写成 2025-03 或 2025年3月`;
  }
}

function sayRefused({
  at,
  score,
  reading,
}: Extract<FaultReason, { code: "refusedScore" }>): string {
  const where = at === null ? "分数" : `第${at}格的分数`;
  const points = score === null ? "" : ` ${formatPoints(score)} `;
  return reading === null
    ? `${where}${points}不在任何绩效等级内，请在任务窗格“制度”页检查等级的起止分数`
    : `口径“${reading.title.zh}”选为不计算，${where}${points}没有等级；${CONFIRM}`;
}

function sayShapes(reason: Extract<FaultReason, { code: "shapes" }>): string {
  const { first, firstShape, second, secondShape, rule } = reason;
  const sizes = `${first.zh}是${sizeOf(firstShape)}，${second.zh}是${sizeOf(secondShape)}`;
  switch (rule) {
    case "sameSize":
      return `${sizes}，大小不一致；请选同样大小的区域，或用一个单元格`;
    case "levels":
      return `${sizes}，对不上；级别请用一个单元格，或每位员工一格（一列对多行，一行对多列）`;
  }
}

/** The message of an error: what is wrong, where, and what to do. Readings are named by their titles. */
export function sayFault(reason: FaultReason): string {
  switch (reason.code) {
    case "cell":
      return `${sayCell(reason)}。`;
    case "refusedScore":
      return `${sayRefused(reason)}。`;
    case "unknownLevel":
      return `没有${quoteTyped(reason.seen)}这个级别，请填其中之一：${reason.levels.join("、")}。`;
    case "levelNeeded":
      return `没有填级别，请填其中之一：${reason.levels.join("、")}。`;
    case "topLevel":
      return `${reason.level}已是最高级，没有下一级可算。`;
    case "scoreNeeded":
      return reason.zero
        ? "绩效分数是 0，按空白处理，不能计算绩效工资；真正的零分请写“0分”。"
        : "没有绩效分数，不能计算绩效工资；请填入分数（真正的零分写“0分”）。";
    case "undecided":
      return `口径“${reason.reading.title.zh}”尚未确认，不能计算；${CONFIRM}。`;
    case "notGiven":
      return `口径“${reason.reading.title.zh}”的现行选择要看年月或升级时间，函数不知道；请在任务窗格“校验”页查看，或在“制度”页改选。`;
    case "never":
      return `按现行口径，再多的月份也不能达到${reason.target}的成绩条件；请在任务窗格“制度”页检查。`;
    case "negative":
      return `${reason.input.zh}是 ${grouped(reason.yuan)} 元，不能小于 0 元，请改正；扣款不写在这里。`;
    case "fineTooLarge":
      return `投诉 ${reason.complaints} 次、离岗 ${reason.leaves} 次的罚款超过上限 ${grouped(reason.most)} 元，请检查次数。`;
    case "grossTooLarge":
      return `应发合计约 ${grouped(reason.yuan)} 元，超过能精确计算的 ${grouped(reason.most)} 元，请检查单位和位数。`;
    case "shapes":
      return `${sayShapes(reason)}。`;
    case "oneEmployee":
      return `一次只解释一位员工：分数请选一行或一列（现为${sizeOf(reason.scores)}），级别请用一个单元格（现为${sizeOf(reason.levels)}）。`;
    case "oneCell":
      return `${reason.input.zh}请用一个单元格，现为${sizeOf(reason.shape)}。`;
    case "columnOnly":
      return `工资条每人一行，${reason.input.zh}请用一个单元格或一列，现为${sizeOf(reason.shape)}。`;
    case "unknownClause":
      return `没有条款${quoteTyped(reason.seen)}；请填制度里的条款号，如 §4.1.H 或 6.C1。`;
    case "unknownEmployee":
      return `员工列里没有${quoteTyped(reason.seen)}，请检查工号或姓名。`;
    case "monthNeeded":
      return "该员工有一行填了分数却没有月份，请补上月份。";
    case "scoresDiffer":
      return `${formatMonth(reason.month)} 有不同的分数：${reason.scores.map(formatPoints).join("、")}；请只留一个。`;
    case "policyUnreadable":
      switch (reason.cause) {
        case "broken":
          return "本工作簿的制度设置无法读取，内容已损坏；请打开任务窗格“制度”页处理。";
        case "tooLarge":
          return "本工作簿的制度设置无法读取，内容太大；请打开任务窗格“制度”页处理。";
        case "newer":
          return "本工作簿的制度设置无法读取，它由更新版本的加载项保存；请更新加载项。";
        case "notReached":
          return "本工作簿的制度设置无法读取，Excel 没有回应；请打开任务窗格后重新计算。";
        case "lost":
          return "本工作簿的制度设置在另存时丢失；请打开任务窗格，点“恢复”。";
        case "departmentBroken":
        case "departmentNewer":
        case "departmentNotReached":
          return "部门统一制度（policy.json）无法读取；请打开任务窗格查看原因。";
      }
  }
}

/** A bug of ours: nothing is known that somebody could mend in the sheet. */
export const GENERAL_FAULT = "加载项内部出错；请重新计算，若仍出错，请告知管理员。";

/** A part of the add-in that is fetched when it is needed did not come. */
export const CODE_OUT_OF_REACH = "加载项的一部分取不到，请检查网络后重新计算。";
