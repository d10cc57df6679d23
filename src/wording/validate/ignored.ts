import type { IgnoreReason } from "../../findings";
import type { Both, Language } from "../language";
import { counted, number } from "../say";
import { message, type PaneMessage } from "../shell/message";
import { wordsOf } from "../words";

/** The fixed words of setting findings aside (rule V9). */
export const ignoreWords = wordsOf({
  ignore: { zh: "不处理此项", en: "Ignore" },
  ignoreAll: { zh: "全部不处理", en: "Ignore all" },
  reason: { zh: "原因", en: "Reason" },
  usual: { zh: "常用原因", en: "Usual reasons" },
  /** Each is put into the box and may be changed there. */
  reasons: [
    { zh: "已核对无误", en: "Checked, it is right" },
    { zh: "已与本人确认", en: "Confirmed with the person" },
    { zh: "情况属实，本月不改", en: "True, not changed this month" },
  ],
  by: { zh: "确认人", en: "Decided by" },
  comesBack: {
    zh: "记在工作簿里，不改表格；相关单元格的内容一改，就会重新列出。",
    en: "Kept in the workbook; no cell is changed. It is listed again as soon as the cells concerned hold something else.",
  },
  restore: { zh: "恢复", en: "Restore" },
  restoreAll: { zh: "全部恢复", en: "Restore all" },
  /** Why open readings have no such button. */
  notForDecisions: {
    zh: "口径定下后不再列出，所以不能“不处理”。",
    en: "These go once they are decided, so they cannot be ignored.",
  },
});

/** How many findings are set aside. */
export function sayIgnoredCount(count: number, language: Language): string {
  return { zh: `已忽略 ${number(count, "zh")} 项`, en: `${number(count, "en")} ignored` }[language];
}

/** What is about to be set aside: one finding, or all of a line. */
export function sayIgnoreTitle(title: string, count: number, language: Language): string {
  if (count === 1) return { zh: `不处理：${title}`, en: `Ignore: ${title}` }[language];
  return {
    zh: `不处理：${title}（${number(count, "zh")} 项）`,
    en: `Ignore: ${title} (${number(count, "en")})`,
  }[language];
}

const undo: Both = { zh: "点“撤销”可以恢复。", en: "Press “Undo” to list them again." };
const undoRestored: Both = {
  zh: "点“撤销”可以再次忽略。",
  en: "Press “Undo” to ignore them again.",
};

export function sayIgnored(count: number, language: Language): PaneMessage {
  const what: Both = {
    zh: `已忽略 ${number(count, "zh")} 项。`,
    en: `Ignored ${counted(count, "item")}.`,
  };
  return message(what, undo)[language];
}

export function sayListedAgain(count: number, language: Language): PaneMessage {
  const what: Both = {
    zh: `已恢复 ${number(count, "zh")} 项。`,
    en: `Restored ${counted(count, "item")}.`,
  };
  return message(what, undoRestored)[language];
}

/** What was set aside or restored last is as it was before. */
export function sayIgnoringUndone(language: Language): PaneMessage {
  return message({ zh: "已撤销。", en: "Undone." })[language];
}

function reasonSaid({ reason, by, on }: IgnoreReason): Both {
  const signed = [by, on].filter((one) => one !== "");
  if (signed.length === 0) return { zh: reason, en: reason };
  return { zh: `${reason}（${signed.join("，")}）`, en: `${reason} (${signed.join(", ")})` };
}

/** Why something was set aside, by whom and when: "已核对无误（王主管，2026-11-30）". */
export function sayIgnoreReason(said: IgnoreReason, language: Language): string {
  return reasonSaid(said)[language];
}

/** The same in a written sheet, where it stands in place of what to do. */
export function sayIgnoredInSheet(said: IgnoreReason, language: Language): string {
  const { zh, en } = reasonSaid(said);
  return { zh: `不处理：${zh}`, en: `Ignored: ${en}` }[language];
}
