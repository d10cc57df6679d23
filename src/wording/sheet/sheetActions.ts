import type { Fix, FixKind, FormulaColumnKind, FormulaColumnLack } from "../../views";
import type { Both, Language } from "../language";
import { message, type PaneMessage } from "../shell/message";
import { fieldNames } from "./fields";
import { formulaHeadings } from "./inPolicyLanguage";
import { counted, listed, NOTHING, number } from "../say";
import { wordsOf } from "../words";

/** The fixed words of what can be done to sheets from the page 校验. */
export const sheetActionWords = wordsOf({
  applyFixes: { zh: "应用安全修复", en: "Apply safe fixes" },
  apply: { zh: "应用", en: "Apply" },
  undo: { zh: "撤销", en: "Undo" },
  writeResults: { zh: "写出校验结果", en: "Write results" },
  withOtherReadings: {
    zh: "结果表包含其他口径下的金额和法律提示",
    en: "Include amounts under other readings and legal notes",
  },
  start: { zh: "新建与导入", en: "New and import" },
  newSheet: { zh: "新建成绩表", en: "New score sheet" },
  withExamples: { zh: "带示例行", en: "With example rows" },
  insertFormula: { zh: "插入公式", en: "Insert formula" },
  insert: { zh: "插入", en: "Insert" },
  whichFormula: { zh: "插入哪一列", en: "Which column" },
  firstRows: { zh: "前几行", en: "First rows" },
  fixesIntro: {
    zh: "只改写法，不改含义；含公式的单元格不动。逐条核对，取消勾选的不改。",
    en: "Only how values are written changes, not what they mean; cells with formulas stay. Clear what is to stay as it is.",
  },
});

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
  return { zh: `${count} 处可以安全修复`, en: counted(count, "safe fix", "safe fixes") }[language];
}

export function sayMoreFixes(count: number, language: Language): string {
  return { zh: `其余 ${count} 处同类`, en: `${number(count, "en")} more of this kind` }[language];
}

export function sayNoFixes(language: Language): PaneMessage {
  return message(
    { zh: "没有可以安全修复的内容。", en: "There is nothing that can be fixed safely." },
    {
      zh: "其余问题需要人来判断，请按问题列表处理。",
      en: "The other problems take a person; see the list.",
    },
  )[language];
}

/** What changing cells came to. */
export function sayCellsChanged(changed: number, skipped: number, language: Language): PaneMessage {
  const left: Both =
    skipped === 0
      ? NOTHING
      : {
          zh: `${skipped} 个单元格在此期间已被改动或含公式，未动。`,
          en: `${counted(skipped, "cell was changed meanwhile or holds a formula, and was", "cells were changed meanwhile or hold formulas, and were")} left alone. `,
        };
  return message(
    { zh: `已修改 ${changed} 个单元格。`, en: `Changed ${counted(changed, "cell")}.` },
    { zh: `${left.zh}可以撤销。`, en: `${left.en}This can be undone.` },
  )[language];
}

export function sayCellsRestored(
  changed: number,
  skipped: number,
  language: Language,
): PaneMessage {
  return message(
    { zh: `已恢复 ${changed} 个单元格。`, en: `Restored ${counted(changed, "cell")}.` },
    skipped === 0
      ? NOTHING
      : {
          zh: `${skipped} 个单元格后来又被改动，保持现在的内容。`,
          en: `${counted(skipped, "cell was changed again since and keeps what it holds", "cells were changed again since and keep what they hold")}.`,
        },
  )[language];
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

/** The heading of an inserted column. */
export function sayFormulaHeading(kind: FormulaColumnKind): string {
  return formulaHeadings[kind].text;
}

export function sayFormulaLack(lack: FormulaColumnLack, language: Language): string {
  if (lack.kind === "monthsApart")
    return {
      zh: "月份列须相邻，并从早到晚排列",
      en: "The month columns must stand side by side, from old to new",
    }[language];
  const fields = listed(lack.fields.map((field) => fieldNames[field]));
  return { zh: `缺少列：${fields.zh}`, en: `Missing columns: ${fields.en}` }[language];
}

/** Where the formulas go and how many there are. */
export function sayFormulaPlace(column: string, rows: number, language: Language): string {
  return {
    zh: `写入 ${column} 列，共 ${rows} 行；空白单元格先判断，不会当作 0。`,
    en: `Into column ${column}, ${counted(rows, "row")}; blanks are asked for first and never taken for 0.`,
  }[language];
}
