import type { NoPlainCount, TroubledCell, WorkbookSurvey } from "../../sharing";
import type { Language } from "../language";
import { sayNoPlain } from "./shareReasons";
import { agree, counted, number } from "../say";

/** The fixed words of the page "共享". */
export interface SharePageWords {
  readonly intro: string;
  readonly as: string;
  readonly values: string;
  readonly formulas: string;
  readonly formulasHint: string;
  readonly onlyValues: string;
  readonly choices: string;
  readonly content: string;
  readonly reviews: string;
  readonly fines: string;
  readonly pay: string;
  readonly notes: string;
  readonly otherReadings: string;
  readonly sheets: string;
  readonly hiddenSheet: string;
  readonly people: string;
  readonly peopleKeep: string;
  readonly peopleNumbers: string;
  readonly peopleRemove: string;
  readonly more: string;
  readonly highlights: string;
  readonly policy: string;
  readonly cover: string;
  readonly by: string;
  readonly troubled: string;
  readonly errorsKeep: string;
  readonly errorsBlank: string;
  readonly neverCalculated: string;
  readonly make: string;
  readonly again: string;
  readonly done: string;
  readonly open: string;
  readonly save: string;
  readonly tooLargeToOpen: string;
  readonly fileName: string;
  readonly startup: string;
  readonly startupHint: string;
}

const zh: SharePageWords = {
  intro: "生成一份新文件，同事没有加载项也能打开。当前工作簿不会改动。",
  as: "调用加载项的公式",
  values: "转为数值",
  formulas: "改写为普通公式",
  formulasHint: "副本会继续计算；公式用到的制度数字放在“制度参数”工作表里，收件人看得到。",
  onlyValues: "下列公式只能转为数值",
  choices: "选择内容、工作表和姓名",
  content: "包含下列内容（不勾选的会从文件里彻底去掉）",
  reviews: "绩效复核与预警",
  fines: "投诉、离岗与罚款",
  pay: "薪资金额",
  notes: "备注与批注",
  otherReadings: "其他口径的金额",
  sheets: "工作表",
  hiddenSheet: "（隐藏）",
  people: "姓名",
  peopleKeep: "保留",
  peopleNumbers: "改为编号",
  peopleRemove: "删除",
  more: "其他",
  highlights: "保留高亮",
  policy: "保留制度设置",
  cover: "首页加“说明”",
  by: "制作人",
  troubled: "这些单元格没有可用的数值",
  errorsKeep: "照原样保留错误值",
  errorsBlank: "错误值留空",
  neverCalculated: "未计算",
  make: "生成副本",
  again: "重新查看工作簿",
  done: "副本已生成",
  open: "打开",
  save: "保存",
  tooLargeToOpen: "文件较大，不能直接打开，请保存后再打开。",
  fileName: "副本",
  startup: "打开此工作簿时加载插件",
  startupHint:
    "没有安装插件的人打开这个工作簿时会看到插件错误提示。关闭后，该设置会从文件里去掉；副本从不带此设置。",
};

const en: SharePageWords = {
  intro: "Makes a new file that opens without the add-in. This workbook is not changed.",
  as: "Formulas of the add-in",
  values: "Make them values",
  formulas: "Make them plain formulas",
  formulasHint:
    "The copy keeps calculating; the policy's numbers that it needs stand on a sheet 制度参数, for everybody to see.",
  onlyValues: "These can only become values",
  choices: "Choose contents, sheets and names",
  content: "Include (what is not ticked is really gone from the file)",
  reviews: "Reviews and warnings",
  fines: "Complaints, absences and fines",
  pay: "Amounts of pay",
  notes: "Remarks and cell notes",
  otherReadings: "Amounts under other readings",
  sheets: "Sheets",
  hiddenSheet: " (hidden)",
  people: "Names",
  peopleKeep: "Keep",
  peopleNumbers: "Replace by numbers",
  peopleRemove: "Remove",
  more: "Also",
  highlights: "Keep highlights",
  policy: "Keep the policy settings",
  cover: "Add a first sheet 说明",
  by: "Made by",
  troubled: "These cells have no value to share",
  errorsKeep: "Keep errors as shown",
  errorsBlank: "Leave errors blank",
  neverCalculated: "not calculated",
  make: "Make a copy",
  again: "Look through again",
  done: "The copy is ready",
  open: "Open",
  save: "Save",
  tooLargeToOpen: "The file is too large to be opened from here; save it, then open it.",
  fileName: "Copy",
  startup: "Load the add-in with this workbook",
  startupHint:
    "People without the add-in see an add-in error when they open this workbook. Switching it off takes the setting out of the file; copies never carry it.",
};

const words: Readonly<Record<Language, SharePageWords>> = { zh, en };

export function sharePageWords(language: Language): SharePageWords {
  return words[language];
}

/** What a copy would be made of, in one line. */
export function saySurvey(survey: WorkbookSurvey, language: Language): string {
  const sheets = survey.sheets.length;
  const hidden = survey.sheets.filter(({ state }) => state !== "visible").length;
  const calls = survey.sheets.reduce((sum, sheet) => sum + sheet.calls, 0);
  const formulas = survey.sheets.reduce((sum, sheet) => sum + sheet.formulas, 0);
  const rows = survey.sheets.reduce((sum, sheet) => sum + sheet.hiddenRows, 0);
  const columns = survey.sheets.reduce((sum, sheet) => sum + sheet.hiddenColumns, 0);
  if (language === "zh") {
    const parts = [
      `${calls} 个公式调用加载项（共 ${formulas} 个公式）`,
      `${sheets} 张工作表${hidden > 0 ? `（${hidden} 张隐藏）` : ""}`,
      ...(rows + columns > 0 ? [`隐藏 ${rows} 行、${columns} 列`] : []),
      `${survey.people} 人`,
      ...(survey.notes > 0 ? [`${survey.notes} 条批注`] : []),
      ...(survey.hasMacros ? ["含宏（原样保留）"] : []),
    ];
    return `${parts.join("，")}。`;
  }
  const parts = [
    `${number(calls, "en")} of ${counted(formulas, "formula")} ${agree(calls, "calls", "call")} the add-in`,
    `${counted(sheets, "sheet")}${hidden > 0 ? ` (${hidden} hidden)` : ""}`,
    ...(rows + columns > 0
      ? [`${counted(rows, "hidden row")}, ${counted(columns, "hidden column")}`]
      : []),
    counted(survey.people, "person", "people"),
    ...(survey.notes > 0 ? [counted(survey.notes, "note")] : []),
    ...(survey.hasMacros ? ["macros (kept as they are)"] : []),
  ];
  return `${parts.join(", ")}.`;
}

/** Which calls have no plain formula, where the first of them stands, and why. */
export function sayOnlyValue(
  { call, why, count }: Pick<NoPlainCount, "call" | "why" | "count">,
  first: string,
  language: Language,
): string {
  const reason = sayNoPlain(why, language);
  if (language === "zh")
    return `CS.${call} ${count} 个（${first}${count > 1 ? " 等" : ""}）：${reason}`;
  return `${count} of CS.${call} (${first}${count > 1 ? " …" : ""}): ${reason}`;
}

/** What stands outside of cells, calls the add-in and is not in a copy; null where there is nothing. */
export function sayWhatGoes(
  { rules, checks, sheets, names }: WorkbookSurvey["goes"],
  language: Language,
): string | null {
  if (rules + checks + names.length === 0) return null;
  if (language === "zh") {
    const parts = [
      ...(rules > 0 ? [`${rules} 条条件格式`] : []),
      ...(checks > 0 ? [`${checks} 条数据验证`] : []),
      ...(sheets.length > 0 ? [`在工作表 ${sheets.join("、")}`] : []),
      ...(names.length > 0 ? [`名称 ${names.join("、")}`] : []),
    ];
    return `还有调用加载项、副本里会去掉的：${parts.join("，")}。要保留的，请先改用 Excel 自带的函数。`;
  }
  const parts = [
    ...(rules > 0 ? [counted(rules, "conditional format")] : []),
    ...(checks > 0 ? [counted(checks, "data validation")] : []),
    ...(sheets.length > 0 ? [`on ${sheets.join(", ")}`] : []),
    ...(names.length > 0
      ? [`the ${agree(names.length, "name", "names")} ${names.join(", ")}`]
      : []),
  ];
  return `Also calling the add-in, and not in the copy: ${parts.join(", ")}. To keep them, use Excel's own functions there first.`;
}

/** How many more cells there are than those named. */
export function sayMoreTroubled(count: number, language: Language): string {
  return language === "zh" ? `… 另有 ${count} 个` : `… and ${count} more`;
}

/** What such a cell shows. */
export function sayTroubled({ error }: Pick<TroubledCell, "error">, language: Language): string {
  return error ?? words[language].neverCalculated;
}

/** One quiet line after validating a workbook with formulas of ours. */
export function sayColleagues(language: Language): {
  readonly text: string;
  readonly link: string;
} {
  return language === "zh"
    ? { text: "没有加载项的同事看不到这些公式的结果，请发副本：", link: "共享" }
    : { text: "Colleagues without the add-in need a copy:", link: "Share" };
}
