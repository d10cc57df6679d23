import type { ColumnFound, SheetLayout } from "../../scoresheet";
import { formatMonth } from "../../units";
import type { Language } from "../language";
import { sayField } from "../findings/paneFindings";

/** What happened, and what to do next. */
export interface PaneMessage {
  readonly what: string;
  readonly next: string;
}

/** Why an action of the pane did not come to its end. */
export type PaneTrouble =
  | { readonly kind: "emptyWorkbook" }
  | {
      readonly kind: "noScoreSheet";
      /** The sheet that HR chose; null where every sheet was looked at. */
      readonly sheetName: string | null;
      readonly lacks: readonly ColumnFound["field"][];
    }
  | { readonly kind: "policyUnreadable"; readonly why: "broken" | "newer" | "notReached" }
  | { readonly kind: "protected"; readonly sheetName: string | null }
  | { readonly kind: "unrecognised"; readonly sheetName: string | null }
  | { readonly kind: "cellEditing" }
  | { readonly kind: "tooLarge" }
  | { readonly kind: "noFile" }
  | { readonly kind: "apiMissing" }
  | { readonly kind: "notFound" }
  | { readonly kind: "changed" }
  | { readonly kind: "policyChanged" }
  | { readonly kind: "notRecalculated" }
  | { readonly kind: "memoryUnreadable" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "unknown"; readonly detail: string };

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

function sayLacks(lacks: readonly ColumnFound["field"][], language: Language): string {
  return lacks.map((field) => sayField(field, language)).join(language === "zh" ? "、" : ", ");
}

function troubleInChinese(trouble: PaneTrouble): PaneMessage {
  switch (trouble.kind) {
    case "emptyWorkbook":
      return {
        what: "工作簿里没有数据。",
        next: "打开成绩表，或在首行写上 姓名、月份、级别、绩效分数 等标题，再点“校验当月”。",
      };
    case "noScoreSheet": {
      const where =
        trouble.sheetName === null
          ? "没有找到成绩表。"
          : `“${trouble.sheetName}”里没有找到成绩表。`;
      const lacks =
        trouble.lacks.length === 0 ? "" : `缺少的列：${sayLacks(trouble.lacks, "zh")}。`;
      return {
        what: where + lacks,
        next: "标题须在前 20 行内：姓名或工号、月份、绩效分数；或一人一行、各月成绩各占一列。改好后再校验，也可在上方选择工作表。",
      };
    }
    case "policyUnreadable":
      switch (trouble.why) {
        case "broken":
          return {
            what: "本工作簿的制度设置无法读取，校验已停止。",
            next: "请用之前保存的副本恢复，或在“制度”页导出原设置后重新开始；表格内容没有改动。",
          };
        case "newer":
          return {
            what: "本工作簿的制度设置由更新的版本写成，校验已停止。",
            next: "请更新此加载项，然后重新打开工作簿。",
          };
        case "notReached":
          return {
            what: "暂时读不到本工作簿的制度设置。",
            next: "请结束单元格编辑，稍后再点“校验当月”。",
          };
      }
      break;
    case "protected":
      return {
        what:
          trouble.sheetName === null
            ? "工作表受保护，没有做任何改动。"
            : `工作表“${trouble.sheetName}”受保护，没有做任何改动。`,
        next: "在“审阅”选项卡撤销工作表保护后重试。",
      };
    case "cellEditing":
      return { what: "有单元格正在编辑。", next: "按 Enter 或 Esc 结束编辑，然后重试。" };
    case "tooLarge":
      return {
        what: "Excel 拒绝了过大的数据。",
        next: "请把很长的文本移出成绩表，或把表格拆小后重试。",
      };
    case "noFile":
      return {
        what: "Excel 没有交出工作簿文件。",
        next: "请结束单元格编辑，关闭打开的对话框，保存工作簿后重试。",
      };
    case "apiMissing":
      return {
        what: "这个 Excel 不支持此操作。",
        next: "请使用 Microsoft 365 的 Excel（Windows、Mac 或网页版）并更新到最新版本。",
      };
    case "notFound":
      return {
        what: "找不到要用的工作表，可能已被删除。",
        next: "请重新点“校验当月”。",
      };
    case "unrecognised":
      return {
        what: `“${trouble.sheetName ?? "工作表"}”的标题行已被改动，找不到人工调整，没有写入。`,
        next: "请恢复标题（姓名、人工调整），或把这张表改名后再写出。",
      };
    case "changed":
      return {
        what: "校验之后表格又有改动，没有高亮。",
        next: "请重新点“校验当月”，再高亮。",
      };
    case "policyChanged":
      return {
        what: "其他人刚刚也改了制度设置，这次修改没有保存。",
        next: "页面已换成最新的设置；请核对后再改一次。",
      };
    case "memoryUnreadable":
      return {
        what: "工作簿里记住的列对应等内容无法读取，没有改动它。",
        next: "请更新此加载项；或用之前保存的副本。",
      };
    case "notRecalculated":
      return {
        what: "制度设置已保存，但公式没有重新计算。",
        next: "请结束单元格编辑，再按 Ctrl+Alt+F9 重新计算整个工作簿。",
      };
    case "cancelled":
      return { what: "已取消。", next: "表格没有改动，可随时重新开始。" };
    case "unknown":
      return {
        what: "Excel 没有完成这个操作。",
        next: `请重试；若仍失败，请把这段信息交给管理员：${trouble.detail}`,
      };
  }
}

function troubleInEnglish(trouble: PaneTrouble): PaneMessage {
  switch (trouble.kind) {
    case "emptyWorkbook":
      return {
        what: "The workbook holds no data.",
        next: "Open the score sheet, or write headings such as 姓名, 月份, 级别, 绩效分数 into the first row, then validate.",
      };
    case "noScoreSheet": {
      const where =
        trouble.sheetName === null
          ? "No score sheet was found."
          : `No score sheet was found in “${trouble.sheetName}”.`;
      const lacks = trouble.lacks.length === 0 ? "" : ` Missing: ${sayLacks(trouble.lacks, "en")}.`;
      return {
        what: where + lacks,
        next: "The first 20 rows must hold the headings: name or employee ID, month and score; or one row a person and one column a month. Then validate again, or choose a sheet above.",
      };
    }
    case "policyUnreadable":
      switch (trouble.why) {
        case "broken":
          return {
            what: "The policy settings of this workbook cannot be read, so validating has stopped.",
            next: "Restore them from an earlier copy of the file, or take them out and start afresh on the page Policy; nothing in the sheets was changed.",
          };
        case "newer":
          return {
            what: "The policy settings of this workbook were written by a newer version, so validating has stopped.",
            next: "Update the add-in, then open the workbook again.",
          };
        case "notReached":
          return {
            what: "The policy settings of this workbook cannot be reached at the moment.",
            next: "Finish editing the cell, then validate again.",
          };
      }
      break;
    case "protected":
      return {
        what:
          trouble.sheetName === null
            ? "The sheet is protected; nothing was changed."
            : `The sheet “${trouble.sheetName}” is protected; nothing was changed.`,
        next: "Unprotect it on the Review tab, then try again.",
      };
    case "cellEditing":
      return {
        what: "A cell is being edited.",
        next: "Press Enter or Esc to finish, then try again.",
      };
    case "tooLarge":
      return {
        what: "Excel refused the data as too large.",
        next: "Move very long texts off the score sheet, or split it, then try again.",
      };
    case "noFile":
      return {
        what: "Excel did not hand over the workbook as a file.",
        next: "Finish editing the cell, close open dialogs and save the workbook, then try again.",
      };
    case "apiMissing":
      return {
        what: "This Excel does not support the action.",
        next: "Use Excel of Microsoft 365 (Windows, Mac or web), updated to the latest version.",
      };
    case "notFound":
      return {
        what: "The sheet is not there any more.",
        next: "Validate the month again.",
      };
    case "unrecognised":
      return {
        what: `The headings of “${trouble.sheetName ?? "the sheet"}” were changed, so its adjustments are not found; nothing was written.`,
        next: "Restore the headings (Name, Adjustment), or rename the sheet and write again.",
      };
    case "changed":
      return {
        what: "The sheet was changed after validating; nothing was highlighted.",
        next: "Validate the month again, then highlight.",
      };
    case "policyChanged":
      return {
        what: "Somebody else has just changed the policy settings; this change was not saved.",
        next: "The page shows their settings now. Check them, then change it again.",
      };
    case "memoryUnreadable":
      return {
        what: "What the workbook remembers of its sheets cannot be read; it was left as it is.",
        next: "Update the add-in, or use an earlier copy of the file.",
      };
    case "notRecalculated":
      return {
        what: "The policy settings are saved, but the formulas were not calculated again.",
        next: "Finish editing the cell, then press Ctrl+Alt+F9 to calculate the whole workbook.",
      };
    case "cancelled":
      return { what: "Cancelled.", next: "Nothing was changed; start again at any time." };
    case "unknown":
      return {
        what: "Excel did not complete the action.",
        next: `Try again; if it fails again, give this to your administrator: ${trouble.detail}`,
      };
  }
}

export function sayTrouble(trouble: PaneTrouble, language: Language): PaneMessage {
  return language === "zh" ? troubleInChinese(trouble) : troubleInEnglish(trouble);
}

/** Errors, warnings and hints in one line, to be announced. */
export function sayCounts(
  counts: { readonly error: number; readonly warning: number; readonly info: number },
  candidates: number,
  language: Language,
): string {
  return language === "zh"
    ? `校验完成：${counts.error} 个错误，${counts.warning} 个警告，${counts.info} 条提示；${candidates} 人成绩达标。`
    : `Validated: ${counts.error} errors, ${counts.warning} warnings, ${counts.info} hints; scores of ${candidates} people reach the next level.`;
}

export function sayHighlighted(cells: number, language: Language): string {
  return language === "zh" ? `已高亮 ${cells} 个单元格。` : `Highlighted ${cells} cells.`;
}

export function sayCleared(rules: number, language: Language): string {
  if (rules === 0)
    return language === "zh" ? "没有需要清除的高亮。" : "There was nothing to clear.";
  return language === "zh" ? "高亮已清除。" : "Highlights cleared.";
}

export function sayRows(done: number, of: number, language: Language): string {
  const rows = (count: number): string => count.toLocaleString(language === "zh" ? "zh-CN" : "en");
  return language === "zh" ? `${rows(done)} / ${rows(of)} 行` : `${rows(done)} / ${rows(of)} rows`;
}

/** How a sheet was understood, line by line: its shape, its months and their order, its columns and why. */
export function sayLayout(layout: SheetLayout, language: Language): string[] {
  const chinese = language === "zh";
  const row = layout.headerRow + 1;
  const lines = [
    layout.kind === "long"
      ? chinese
        ? `一人一月一行，标题在第 ${row} 行`
        : `One row a person and month, headings in row ${row}`
      : chinese
        ? `一人一行，${layout.months.length} 个月份列，标题在第 ${row} 行`
        : `One row a person, ${layout.months.length} month columns, headings in row ${row}`,
  ];
  const columns = Object.values(layout.columns).map((found) => sayColumn(found, language));
  if (columns.length > 0) lines.push(columns.join(chinese ? "；" : "; "));
  return lines;
}

/** "最早 2024-07 → 最新 2025-06": what the sheet spans, whichever way its months stand. */
export function sayOrder(
  months: readonly Parameters<typeof formatMonth>[0][],
  order: SheetLayout["order"],
  language: Language,
): string {
  const chinese = language === "zh";
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return "";
  const span = chinese
    ? `最早 ${formatMonth(first)} → 最新 ${formatMonth(last)}`
    : `earliest ${formatMonth(first)} → latest ${formatMonth(last)}`;
  switch (order) {
    case "rising":
      return chinese ? `${span}（左旧右新）` : `${span} (older on the left)`;
    case "falling":
      return chinese ? `${span}（左新右旧）` : `${span} (newer on the left)`;
    case "mixed":
      return chinese
        ? `${span}（列序混合，按日期排列）`
        : `${span} (columns mixed, sorted by date)`;
    case null:
      return span;
  }
}

function sayColumn({ field, heading, why }: ColumnFound, language: Language): string {
  const name = sayField(field, language);
  if (why === "name" && name === heading) return name;
  const reason: Record<Language, Record<ColumnFound["why"], string>> = {
    zh: { name: "", synonym: "同义", content: "按内容", chosen: "已选定" },
    en: { name: "", synonym: "synonym", content: "by content", chosen: "chosen" },
  };
  const text = reason[language][why];
  if (language === "zh")
    return text === "" ? `${name}←“${heading}”` : `${name}←“${heading}”（${text}）`;
  return text === "" ? `${name} ← “${heading}”` : `${name} ← “${heading}” (${text})`;
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
