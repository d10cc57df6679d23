import type { NoPlainCount, TroubledCell, WorkbookSurvey } from "../../sharing";
import type { Language } from "../language";
import { noPlainReasons } from "./shareReasons";
import { agree, counted, joined, list, listed, number, quote, told } from "../say";
import type { Restricted } from "../sheet/restricted";
import { SHEET_NAMES } from "../sheet/inPolicyLanguage";
import { wordsOf } from "../words";

/** The fixed words of the page "共享". */
export const sharePageWords = wordsOf({
  intro: {
    zh: "生成一份新文件，同事没有加载项也能打开。当前工作簿不会改动。",
    en: "Makes a new file that opens without the add-in. This workbook is not changed.",
  },
  as: { zh: "调用加载项的公式", en: "Formulas of the add-in" },
  values: { zh: "转为数值", en: "Make them values" },
  formulas: { zh: "改写为普通公式", en: "Make them plain formulas" },
  formulasHint: {
    zh: `副本会继续计算；公式用到的制度数字放在${quote(SHEET_NAMES.parameters)}工作表里，收件人看得到。`,
    en: `The copy keeps calculating; the policy's numbers that it needs stand on a sheet ${SHEET_NAMES.parameters}, for everybody to see.`,
  },
  onlyValues: { zh: "下列公式只能转为数值", en: "These can only become values" },
  choices: { zh: "选择内容、工作表和姓名", en: "Choose contents, sheets and names" },
  content: {
    zh: "包含下列内容（不勾选的会从文件里彻底去掉）",
    en: "Include (what is not ticked is really gone from the file)",
  },
  reviews: { zh: "绩效复核与预警", en: "Reviews and warnings" },
  fines: { zh: "投诉、离岗与罚款", en: "Complaints, absences and fines" },
  pay: { zh: "薪资金额", en: "Amounts of pay" },
  notes: { zh: "备注与批注", en: "Remarks and cell notes" },
  otherReadings: { zh: "其他口径的金额", en: "Amounts under other readings" },
  sheets: { zh: "工作表", en: "Sheets" },
  hiddenSheet: { zh: "（隐藏）", en: " (hidden)" },
  people: { zh: "姓名", en: "Names" },
  peopleKeep: { zh: "保留", en: "Keep" },
  peopleNumbers: { zh: "改为编号", en: "Replace by numbers" },
  peopleRemove: { zh: "删除", en: "Remove" },
  more: { zh: "其他", en: "Also" },
  highlights: { zh: "保留高亮", en: "Keep highlights" },
  policy: { zh: "保留制度设置", en: "Keep the policy settings" },
  cover: {
    zh: `首页加${quote(SHEET_NAMES.cover)}`,
    en: `Add a first sheet ${SHEET_NAMES.cover}`,
  },
  by: { zh: "制作人", en: "Made by" },
  troubled: { zh: "这些单元格没有可用的数值", en: "These cells have no value to share" },
  errorsKeep: { zh: "照原样保留错误值", en: "Keep errors as shown" },
  errorsBlank: { zh: "错误值留空", en: "Leave errors blank" },
  neverCalculated: { zh: "未计算", en: "not calculated" },
  make: { zh: "生成副本", en: "Make a copy" },
  again: { zh: "重新查看工作簿", en: "Look through again" },
  done: { zh: "副本已生成", en: "The copy is ready" },
  open: { zh: "打开", en: "Open" },
  save: { zh: "保存", en: "Save" },
  tooLargeToOpen: {
    zh: "文件较大，不能直接打开，请保存后再打开。",
    en: "The file is too large to be opened from here; save it, then open it.",
  },
  fileName: { zh: "副本", en: "Copy" },
  startup: { zh: "打开此工作簿时加载插件", en: "Load the add-in with this workbook" },
  startupHint: {
    zh: "没有安装插件的人打开这个工作簿时会看到插件错误提示。关闭后，该设置会从文件里去掉；副本从不带此设置。",
    en: "People without the add-in see an add-in error when they open this workbook. Switching it off takes the setting out of the file; copies never carry it.",
  },
});
export type SharePageWords = ReturnType<typeof sharePageWords>;

/** What a copy would be made of, in one line. */
export function saySurvey(survey: WorkbookSurvey, language: Language): string {
  const sheets = survey.sheets.length;
  const hidden = survey.sheets.filter(({ state }) => state !== "visible").length;
  const calls = survey.sheets.reduce((sum, sheet) => sum + sheet.calls, 0);
  const formulas = survey.sheets.reduce((sum, sheet) => sum + sheet.formulas, 0);
  const rows = survey.sheets.reduce((sum, sheet) => sum + sheet.hiddenRows, 0);
  const columns = survey.sheets.reduce((sum, sheet) => sum + sheet.hiddenColumns, 0);
  const all = joined(
    told([
      {
        zh: `${calls} 个公式调用加载项（共 ${formulas} 个公式）`,
        en: `${number(calls, "en")} of ${counted(formulas, "formula")} ${agree(calls, "calls", "call")} the add-in`,
      },
      {
        zh: `${sheets} 张工作表${hidden > 0 ? `（${hidden} 张隐藏）` : ""}`,
        en: `${counted(sheets, "sheet")}${hidden > 0 ? ` (${hidden} hidden)` : ""}`,
      },
      rows + columns > 0 && {
        zh: `隐藏 ${rows} 行、${columns} 列`,
        en: `${counted(rows, "hidden row")}, ${counted(columns, "hidden column")}`,
      },
      { zh: `${survey.people} 人`, en: counted(survey.people, "person", "people") },
      survey.notes > 0 && { zh: `${survey.notes} 条批注`, en: counted(survey.notes, "note") },
      survey.hasMacros && { zh: "含宏（原样保留）", en: "macros (kept as they are)" },
    ]),
    "comma",
  );
  return { zh: `${all.zh}。`, en: `${all.en}.` }[language];
}

/** Which calls have no plain formula, where the first of them stands, and why. */
export function sayOnlyValue(
  { call, why, count }: Pick<NoPlainCount, "call" | "why" | "count">,
  first: string,
  language: Language,
): string {
  const reason = noPlainReasons[why];
  return {
    zh: `CS.${call} ${count} 个（${first}${count > 1 ? " 等" : ""}）：${reason.zh}`,
    en: `${count} of CS.${call} (${first}${count > 1 ? " …" : ""}): ${reason.en}`,
  }[language];
}

/** What stands outside of cells, calls the add-in and is not in a copy; null where there is nothing. */
export function sayWhatIsRemoved(
  { rules, checks, sheets, names }: WorkbookSurvey["removed"],
  language: Language,
): string | null {
  if (rules + checks + names.length === 0) return null;
  const all = joined(
    told([
      rules > 0 && { zh: `${rules} 条条件格式`, en: counted(rules, "conditional format") },
      checks > 0 && { zh: `${checks} 条数据验证`, en: counted(checks, "data validation") },
      sheets.length > 0 && {
        zh: `在工作表 ${list(sheets, "zh")}`,
        en: `on ${list(sheets, "en")}`,
      },
      names.length > 0 && {
        zh: `名称 ${list(names, "zh")}`,
        en: `the ${agree(names.length, "name", "names")} ${list(names, "en")}`,
      },
    ]),
    "comma",
  );
  return {
    zh: `还有调用加载项、副本里会去掉的：${all.zh}。要保留的，请先改用 Excel 自带的函数。`,
    en: `Also calling the add-in, and not in the copy: ${all.en}. To keep them, use Excel's own functions there first.`,
  }[language];
}

/** What a copy will not hold, in one line above its button. */
export function sayWithout(contents: readonly Restricted[], language: Language): string {
  const words = { zh: sharePageWords("zh"), en: sharePageWords("en") };
  if (contents.length === 0)
    return {
      zh: "副本含全部内容，薪资金额也在内。",
      en: "The copy holds everything, amounts of pay as well.",
    }[language];
  const all = listed(contents.map((each) => ({ zh: words.zh[each], en: words.en[each] })));
  return { zh: `副本不含：${all.zh}。`, en: `Not in the copy: ${all.en}.` }[language];
}

/** How many more cells there are than those named. */
export function sayMoreTroubled(count: number, language: Language): string {
  return { zh: `… 另有 ${count} 个`, en: `… and ${count} more` }[language];
}

/** What such a cell shows. */
export function sayTroubled({ error }: Pick<TroubledCell, "error">, language: Language): string {
  return error ?? sharePageWords(language).neverCalculated;
}

/** One quiet line after validating a workbook with formulas of ours. */
export const sayColleagues = wordsOf({
  text: {
    zh: "没有加载项的同事看不到这些公式的结果，请发副本：",
    en: "Colleagues without the add-in need a copy:",
  },
  link: { zh: "共享", en: "Share" },
});
