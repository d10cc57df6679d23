import type { Language } from "../language";
import { counted, number } from "../say";

/** What happened, and what to do next. */
export interface PaneMessage {
  readonly what: string;
  readonly next: string;
}

/** The fixed words of the pane. */
export interface PaneWords {
  readonly product: string;
  readonly pages: string;
  readonly loading: string;
  readonly validatePage: string;
  readonly policyPage: string;
  readonly promotionPage: string;
  readonly payPage: string;
  readonly sharePage: string;
  readonly validateMonth: string;
  readonly highlight: string;
  readonly clearHighlights: string;
  readonly cancel: string;
  readonly sheet: string;
  readonly month: string;
  readonly intro: string;
  readonly howRead: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly noneMatches: string;
  readonly showAll: string;
  readonly filter: string;
  readonly filterBySeverity: string;
  readonly error: string;
  readonly warning: string;
  readonly info: string;
  readonly wholeSheet: string;
  readonly people: string;
  readonly toPeople: string;
  readonly to: string;
  readonly candidates: string;
  readonly noCandidates: string;
  readonly oneMonthShort: string;
  readonly others: string;
  readonly reviews: string;
  readonly evidence: string;
  readonly outsideEvidence: string;
  readonly pending: string;
  readonly undecided: string;
  readonly legend: string;
  readonly legendError: string;
  readonly legendWarning: string;
  readonly legendCandidate: string;
  readonly legendHint: string;
  readonly unknownLevel: string;
}

const zh: PaneWords = {
  product: "客服薪酬与晋升",
  pages: "页面",
  loading: "正在加载",
  validatePage: "校验",
  policyPage: "制度",
  promotionPage: "晋升",
  payPage: "薪资",
  sharePage: "共享",
  validateMonth: "校验当月",
  highlight: "高亮",
  clearHighlights: "清除高亮",
  cancel: "取消",
  sheet: "工作表",
  month: "评定月",
  intro: "校验只读取表格，不改动任何内容。结果会列出问题、晋升候选人和依据。",
  howRead: "识别依据",
  findings: "问题",
  noFindings: "没有发现问题。",
  noneMatches: "没有符合筛选的问题。",
  showAll: "全部显示",
  filter: "筛选问题",
  filterBySeverity: "按程度筛选",
  error: "错误",
  warning: "警告",
  info: "提示",
  wholeSheet: "整表",
  people: "晋升与人员",
  toPeople: "看人员",
  to: "升至",
  candidates: "成绩达标",
  noCandidates: "这个月没有人达到下一级的成绩条件。",
  oneMonthShort: "最快再有一个月即可达标",
  others: "其他人员",
  reviews: "绩效复核名单",
  evidence: "依据月份",
  outsideEvidence: "考核窗口内的其他月份",
  pending: "待完成",
  undecided: "尚未确认的口径",
  legend: "高亮图例",
  legendError: "红底加粗：错误",
  legendWarning: "黄底斜体：警告",
  legendCandidate: "绿底下划线：成绩达标（可同时带警告的斜体）",
  legendHint: "高亮是条件格式，可随时清除；原有的填充和规则不受影响。",
  unknownLevel: "级别不明",
};

const en: PaneWords = {
  product: "CS pay and promotion",
  pages: "Pages",
  loading: "Loading",
  validatePage: "Validate",
  policyPage: "Policy",
  promotionPage: "Promotion",
  payPage: "Pay",
  sharePage: "Share",
  validateMonth: "Validate month",
  highlight: "Highlight",
  clearHighlights: "Clear highlights",
  cancel: "Cancel",
  sheet: "Sheet",
  month: "Month",
  intro:
    "Validating only reads the sheet. It lists problems, people whose scores reach the next level, and why.",
  howRead: "How the sheet was read",
  findings: "Findings",
  noFindings: "No problems found.",
  noneMatches: "No finding matches the filter.",
  showAll: "Show all",
  filter: "Filter findings",
  filterBySeverity: "Filter by severity",
  error: "Error",
  warning: "Warning",
  info: "Info",
  wholeSheet: "Sheet",
  people: "Promotion and people",
  toPeople: "People",
  to: "to",
  candidates: "Scores reach the next level",
  noCandidates: "Nobody's scores reach the next level this month.",
  oneMonthShort: "One month short at best",
  others: "Other people",
  reviews: "Performance reviews",
  evidence: "Months that count",
  outsideEvidence: "Other months of the window",
  pending: "Still to do",
  undecided: "Readings not yet decided",
  legend: "Highlight legend",
  legendError: "red, bold: error",
  legendWarning: "yellow, italic: warning",
  legendCandidate: "green, underlined: candidate (italic too where there is a warning)",
  legendHint:
    "Highlights are conditional formats and can be cleared at any time; your own fills and rules stay.",
  unknownLevel: "unknown level",
};

const words: Readonly<Record<Language, PaneWords>> = { zh, en };

export function paneWords(language: Language): PaneWords {
  return words[language];
}

/** The language of the pane for Office's own display language. */
export function languageFor(displayLanguage: string | null): Language {
  return displayLanguage?.toLowerCase().startsWith("zh") === true ? "zh" : "en";
}

/** Errors, warnings and hints in one line, to be announced. */
export function sayCounts(
  counts: { readonly error: number; readonly warning: number; readonly info: number },
  candidates: number,
  language: Language,
): string {
  return language === "zh"
    ? `校验完成：${counts.error} 个错误，${counts.warning} 个警告，${counts.info} 条提示；${candidates} 人成绩达标。`
    : `Validated: ${counted(counts.error, "error")}, ${counted(counts.warning, "warning")}, ${counted(counts.info, "hint")}; ${counted(candidates, "person has", "people have")} the scores for the next level.`;
}

export function sayHighlighted(cells: number, language: Language): string {
  return language === "zh"
    ? `已高亮 ${cells} 个单元格。`
    : `Highlighted ${counted(cells, "cell")}.`;
}

export function sayCleared(rules: number, language: Language): string {
  if (rules === 0)
    return language === "zh" ? "没有需要清除的高亮。" : "There was nothing to clear.";
  return language === "zh" ? "高亮已清除。" : "Highlights cleared.";
}

export function sayRows(done: number, of: number, language: Language): string {
  return language === "zh"
    ? `${number(done, "zh")} / ${number(of, "zh")} 行`
    : `${number(done, "en")} / ${counted(of, "row")}`;
}

/** What stands in a choice while the add-in decides: with what it found, once it has. */
export function sayFound(found: string | undefined, language: Language): string {
  if (language === "zh") return found === undefined ? "自动识别" : `${found}（自动）`;
  return found === undefined ? "Automatic" : `${found} (auto)`;
}

/** What is missing outside Excel, and how to get there. */
export function sayNoHost(why: "noOffice" | "noExcel", language: Language): PaneMessage {
  if (language === "zh")
    return why === "noOffice"
      ? {
          what: "微软的 Office 脚本没有加载。",
          next: "请检查网络能否访问该脚本的地址，然后关闭并重新打开此窗格；仍不行请联系管理员。",
        }
      : {
          what: "这里不是 Excel。",
          next: "请在 Excel 里打开成绩表，再从“开始”选项卡打开此窗格。",
        };
  return why === "noOffice"
    ? {
        what: "Microsoft's Office script did not load.",
        next: "Check that the network reaches it, then close and reopen this pane; if that does not help, ask your administrator.",
      }
    : {
        what: "This is not Excel.",
        next: "Open the score sheet in Excel, then open this pane from the Home tab.",
      };
}
