import type { Both, Language } from "../language";
import { counted, number } from "../say";
import { message, type PaneMessage } from "./message";
import { wordsOf } from "../words";

/** The fixed words of the pane. */
export const paneWords = wordsOf({
  product: { zh: "客服薪酬与晋升", en: "CS pay and promotion" },
  pages: { zh: "页面", en: "Pages" },
  loading: { zh: "正在加载", en: "Loading" },
  validatePage: { zh: "校验", en: "Validate" },
  policyPage: { zh: "制度", en: "Policy" },
  promotionPage: { zh: "晋升", en: "Promotion" },
  payPage: { zh: "薪资", en: "Pay" },
  sharePage: { zh: "共享", en: "Share" },
  validateMonth: { zh: "校验当月", en: "Validate month" },
  highlight: { zh: "高亮", en: "Highlight" },
  clearHighlights: { zh: "清除高亮", en: "Clear highlights" },
  cancel: { zh: "取消", en: "Cancel" },
  excelWaits: { zh: "Excel 还没有回答", en: "Excel has not answered yet" },
  endEdit: {
    zh: "如果有单元格正在编辑，请按 Enter 结束编辑，然后会自动继续。",
    en: "If a cell is being edited, press Enter to end that; this then goes on by itself.",
  },
  sheet: { zh: "工作表", en: "Sheet" },
  month: { zh: "评定月", en: "Month" },
  intro: {
    zh: "校验只读取表格，不改动任何内容。结果会列出问题、晋升候选人和依据。",
    en: "Validating only reads the sheet. It lists problems, people whose scores reach the next level, and why.",
  },
  about: { zh: "表格与设置", en: "Sheet and settings" },
  howRead: { zh: "识别依据", en: "How the sheet was read" },
  noneMatches: { zh: "没有符合筛选的问题。", en: "No finding matches the filter." },
  showAll: { zh: "全部显示", en: "Show all" },
  filter: { zh: "筛选问题", en: "Filter findings" },
  filterBySeverity: { zh: "按程度筛选", en: "Filter by severity" },
  error: { zh: "错误", en: "Error" },
  warning: { zh: "警告", en: "Warning" },
  info: { zh: "提示", en: "Info" },
  wholeSheet: { zh: "整表", en: "Sheet" },
  to: { zh: "升至", en: "to" },
  noCandidates: {
    zh: "这个月没有人达到下一级的成绩条件。",
    en: "Nobody's scores reach the next level this month.",
  },
  reviews: { zh: "绩效复核名单", en: "Performance reviews" },
  evidence: { zh: "依据月份", en: "Months that count" },
  outsideEvidence: { zh: "考核窗口内的其他月份", en: "Other months of the window" },
  pending: { zh: "待完成", en: "Still to do" },
  legend: { zh: "高亮图例", en: "Highlight legend" },
  legendError: { zh: "红底加粗：错误", en: "red, bold: error" },
  legendWarning: { zh: "黄底斜体：警告", en: "yellow, italic: warning" },
  legendCandidate: {
    zh: "绿底下划线：成绩达标（可同时带警告的斜体）",
    en: "green, underlined: candidate (italic too where there is a warning)",
  },
  legendHint: {
    zh: "高亮是条件格式，可随时清除；原有的填充和规则不受影响。",
    en: "Highlights are conditional formats and can be cleared at any time; your own fills and rules stay.",
  },
  unknownLevel: { zh: "级别不明", en: "unknown level" },
});
export type PaneWords = ReturnType<typeof paneWords>;

/** The language of the pane for Office's own display language. */
export function languageFor(displayLanguage: string | null): Language {
  return displayLanguage?.toLowerCase().startsWith("zh") === true ? "zh" : "en";
}

type Counts = Readonly<Record<"error" | "warning" | "info", number>>;

/** Errors, warnings and hints in one line. */
export const countsSaid = ({ error, warning, info }: Counts, candidates: number): Both => ({
  zh: `校验完成：${error} 个错误，${warning} 个警告，${info} 条提示；${candidates} 人成绩达标。`,
  en: `Validated: ${counted(error, "error")}, ${counted(warning, "warning")}, ${counted(info, "hint")}; ${counted(candidates, "person has", "people have")} the scores for the next level.`,
});

/** The same, to be announced. */
export function sayCounts(counts: Counts, candidates: number, language: Language): string {
  return countsSaid(counts, candidates)[language];
}

export function sayHighlighted(cells: number, language: Language): string {
  return { zh: `已高亮 ${cells} 个单元格。`, en: `Highlighted ${counted(cells, "cell")}.` }[
    language
  ];
}

export function sayCleared(rules: number, language: Language): string {
  if (rules === 0)
    return { zh: "没有需要清除的高亮。", en: "There was nothing to clear." }[language];
  return { zh: "高亮已清除。", en: "Highlights cleared." }[language];
}

export function sayRows(done: number, of: number, language: Language): string {
  return {
    zh: `${number(done, "zh")} / ${number(of, "zh")} 行`,
    en: `${number(done, "en")} / ${counted(of, "row")}`,
  }[language];
}

/** What stands in a choice while the add-in decides: with what it found, once it has. */
export function sayFound(found: string | undefined, language: Language): string {
  return (
    found === undefined
      ? { zh: "自动识别", en: "Automatic" }
      : { zh: `${found}（自动）`, en: `${found} (auto)` }
  )[language];
}

/** What is missing outside Excel, and how to get there. */
export function sayNoHost(why: "noOffice" | "noExcel", language: Language): PaneMessage {
  return (
    why === "noOffice"
      ? message(
          { zh: "微软的 Office 脚本没有加载。", en: "Microsoft's Office script did not load." },
          {
            zh: "请检查网络能否访问该脚本的地址，然后关闭并重新打开此窗格；仍不行请联系管理员。",
            en: "Check that the network reaches it, then close and reopen this pane; if that does not help, ask your administrator.",
          },
        )
      : message(
          { zh: "这里不是 Excel。", en: "This is not Excel." },
          {
            zh: "请在 Excel 里打开成绩表，再从“开始”选项卡打开此窗格。",
            en: "Open the score sheet in Excel, then open this pane from the Home tab.",
          },
        )
  )[language];
}
