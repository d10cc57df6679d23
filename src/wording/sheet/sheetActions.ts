import type { Fix, FixKind, FormulaColumnKind, FormulaColumnLack } from "../../views";
import type { Language } from "../language";
import type { PaneMessage } from "../shell/pane";
import { sayField } from "../findings/paneFindings";
import type { Restricted } from "./restricted";
import { counted, number } from "../say";

type Both = Readonly<Record<Language, string>>;

/** The fixed words of what can be done to sheets from the page 校验. */
export interface SheetActionWords {
  readonly applyFixes: string;
  readonly apply: string;
  readonly undo: string;
  readonly writeResults: string;
  readonly withOtherReadings: string;
  readonly start: string;
  readonly newSheet: string;
  readonly withExamples: string;
  readonly insertFormula: string;
  readonly insert: string;
  readonly whichFormula: string;
  readonly firstRows: string;
  readonly fixesIntro: string;
}

const zh: SheetActionWords = {
  applyFixes: "应用安全修复",
  apply: "应用",
  undo: "撤销",
  writeResults: "写出校验结果",
  withOtherReadings: "结果表包含其他口径下的金额和法律提示",
  start: "新建与导入",
  newSheet: "新建成绩表",
  withExamples: "带示例行",
  insertFormula: "插入公式",
  insert: "插入",
  whichFormula: "插入哪一列",
  firstRows: "前几行",
  fixesIntro: "只改写法，不改含义；含公式的单元格不动。逐条核对，取消勾选的不改。",
};

const en: SheetActionWords = {
  applyFixes: "Apply safe fixes",
  apply: "Apply",
  undo: "Undo",
  writeResults: "Write results",
  withOtherReadings: "Include amounts under other readings and legal notes",
  start: "New and import",
  newSheet: "New score sheet",
  withExamples: "With example rows",
  insertFormula: "Insert formula",
  insert: "Insert",
  whichFormula: "Which column",
  firstRows: "First rows",
  fixesIntro:
    "Only how values are written changes, not what they mean; cells with formulas stay. Clear what is to stay as it is.",
};

export function sheetActionWords(language: Language): SheetActionWords {
  return language === "zh" ? zh : en;
}

const fixKinds: Readonly<Record<FixKind, Both>> = {
  text: { zh: "文本改为数字", en: "Text to number" },
  fullWidth: { zh: "全角改为半角数字", en: "Full-width to number" },
  unit: { zh: "去掉单位", en: "Unit removed" },
  separators: { zh: "去掉分隔符", en: "Separators removed" },
  spaces: { zh: "去掉多余空格和全角字符", en: "Stray spaces and full-width characters removed" },
  levelName: { zh: "级别改为正式名称", en: "Level by its own name" },
  date: { zh: "文本改为日期", en: "Text to date" },
};

export function sayFixKind(kind: FixKind, language: Language): string {
  return fixKinds[kind][language];
}

/** What a cell holds after a fix, as the cell will show it. */
export function sayFixedValue({ after, numberFormat }: Fix): string {
  if ("text" in after) return after.text;
  if (numberFormat === null) return String(after.number);
  const day = new Date(Date.UTC(1899, 11, 30) + after.number * 86_400_000).toISOString();
  return numberFormat === "yyyy-mm" ? day.slice(0, 7) : day.slice(0, 10);
}

export function sayFixesCount(count: number, language: Language): string {
  return language === "zh" ? `${count} 处可以安全修复` : counted(count, "safe fix", "safe fixes");
}

export function sayMoreFixes(count: number, language: Language): string {
  return language === "zh" ? `其余 ${count} 处同类` : `${number(count, "en")} more of this kind`;
}

export function sayNoFixes(language: Language): PaneMessage {
  return language === "zh"
    ? { what: "没有可以安全修复的内容。", next: "其余问题需要人来判断，请按问题列表处理。" }
    : {
        what: "There is nothing that can be fixed safely.",
        next: "The other problems take a person; see the list.",
      };
}

/** What changing cells came to. */
export function sayCellsChanged(changed: number, skipped: number, language: Language): PaneMessage {
  const left =
    skipped === 0
      ? ""
      : language === "zh"
        ? `${skipped} 个单元格在此期间已被改动或含公式，未动。`
        : `${counted(skipped, "cell was changed meanwhile or holds a formula, and was", "cells were changed meanwhile or hold formulas, and were")} left alone.`;
  return language === "zh"
    ? { what: `已修改 ${changed} 个单元格。`, next: `${left}可以撤销。` }
    : {
        what: `Changed ${counted(changed, "cell")}.`,
        next: `${left === "" ? "" : `${left} `}This can be undone.`,
      };
}

export function sayCellsRestored(
  changed: number,
  skipped: number,
  language: Language,
): PaneMessage {
  return language === "zh"
    ? {
        what: `已恢复 ${changed} 个单元格。`,
        next: skipped === 0 ? "" : `${skipped} 个单元格后来又被改动，保持现在的内容。`,
      }
    : {
        what: `Restored ${counted(changed, "cell")}.`,
        next:
          skipped === 0
            ? ""
            : `${counted(skipped, "cell was changed again since and keeps what it holds", "cells were changed again since and keep what they hold")}.`,
      };
}

const formulaNames: Readonly<Record<FormulaColumnKind, Both>> = {
  commission: { zh: "提成", en: "Commission" },
  performance: { zh: "绩效工资", en: "Performance pay" },
  gross: { zh: "应发合计", en: "Gross pay" },
  promotion: { zh: "晋升（成绩）", en: "Promotion (scores)" },
  risk: { zh: "绩效预警", en: "Failing months" },
};

export function sayFormulaColumn(kind: FormulaColumnKind, language: Language): string {
  return formulaNames[kind][language];
}

/** Headings that no reader takes for typed pay: in the policy's language, like the other headings of the sheet. */
export const formulaHeadings: Readonly<
  Record<FormulaColumnKind, { readonly text: string; readonly holds: readonly Restricted[] }>
> = {
  commission: { text: "提成（公式）", holds: ["pay"] },
  performance: { text: "绩效工资（公式）", holds: ["pay"] },
  gross: { text: "应发合计（公式）", holds: ["pay"] },
  promotion: { text: "晋升判断（公式）", holds: [] },
  risk: { text: "绩效预警（公式）", holds: ["reviews"] },
};

/** The heading of an inserted column. */
export function sayFormulaHeading(kind: FormulaColumnKind): string {
  return formulaHeadings[kind].text;
}

export function sayFormulaLack(lack: FormulaColumnLack, language: Language): string {
  switch (lack.kind) {
    case "columns": {
      const fields = lack.fields.map((field) => sayField(field, language));
      return language === "zh"
        ? `缺少列：${fields.join("、")}`
        : `Missing columns: ${fields.join(", ")}`;
    }
    case "monthsApart":
      return language === "zh"
        ? "月份列须相邻，并从早到晚排列"
        : "The month columns must stand side by side, from old to new";
  }
}

/** Where the formulas go and how many there are. */
export function sayFormulaPlace(column: string, rows: number, language: Language): string {
  return language === "zh"
    ? `写入 ${column} 列，共 ${rows} 行；空白单元格先判断，不会当作 0。`
    : `Into column ${column}, ${counted(rows, "row")}; blanks are asked for first and never taken for 0.`;
}
