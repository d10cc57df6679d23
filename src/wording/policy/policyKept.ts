import type { PolicyLine, PolicySummary } from "../../views";
import type { Both, Language } from "../language";
import { message, type PaneMessage } from "../shell/message";
import { alike, bracketed, counted, joined, listed, NOTHING, quote, told } from "../say";
import { wordsOf } from "../words";

/** What the pane says of settings that were lost, and of a hidden copy that says something else. */
export const policyKeptWords = wordsOf({
  lost: { zh: "制度设置在另存时丢失", en: "The policy settings were lost" },
  restore: { zh: "恢复", en: "Restore" },
  contents: { zh: "查看会恢复的内容", en: "Show what comes back" },
  fromFile: { zh: "从导出的文件恢复…", en: "Restore from an exported file…" },
  exportCopy: { zh: "导出副本内容", en: "Export what the copy holds" },
  startAfresh: { zh: "不恢复，改用内置制度…", en: "Do without, use the built-in policy…" },
  sure: {
    zh: "改用内置制度后，丢失的口径和版本要重新确认，隐藏副本也会被替换，不能撤销。请先导出副本内容。",
    en: "With the built-in policy the lost readings and versions must be decided again. The hidden copy is replaced, too, and this cannot be undone: export what it holds first.",
  },
  sureOfNothing: {
    zh: "改用内置制度后，丢失的口径和版本要重新确认，不能撤销。",
    en: "With the built-in policy the lost readings and versions must be decided again; this cannot be undone.",
  },
  replace: { zh: "改用内置制度", en: "Use the built-in policy" },
  undo: { zh: "撤销恢复", en: "Undo restoring" },
  close: { zh: "知道了", en: "Close" },
  differs: { zh: "隐藏副本与制度设置不同", en: "The hidden copy differs from the settings" },
  compare: { zh: "比较", en: "Compare" },
  onlyInCopy: { zh: "副本里有，现行设置没有：", en: "In the copy and not in force:" },
  onlyInSettings: { zh: "现行设置里有，副本没有：", en: "In force and not in the copy:" },
  nothing: { zh: "没有。", en: "Nothing." },
  otherThings: {
    zh: "口径和版本都相同，差别在识别用词或已阅的提示。",
    en: "Readings and versions are the same; words by which sheets are read, or notes marked as read, differ.",
  },
  takeCopy: { zh: "改用副本", en: "Use the copy" },
  keepSettings: { zh: "保留现行设置", en: "Keep the settings in force" },
});

/** People named in a sentence before the rest is only counted. */
const MOST_NAMES = 3;

function names(by: readonly string[]): Both {
  const named = listed(by.slice(0, MOST_NAMES).map(alike));
  const more = by.length - MOST_NAMES;
  return more <= 0
    ? named
    : { zh: `${named.zh}等 ${by.length} 人`, en: `${named.en} and ${more} more` };
}

/** How much settings hold: "5 条口径决定、1 个自定义版本". */
const amountOf = ({ decisions, versions }: PolicySummary): Both => ({
  zh: `${decisions} 条口径决定、${versions} 个自定义版本`,
  en: `${counted(decisions, "decision")} and ${counted(versions, "version")} of your own`,
});

const lost: Both = {
  zh: "另一个程序保存这个文件时去掉了制度设置；要用制度的内容现在都不计算。",
  en: "Another program took the policy settings out when it saved this file; what depends on them is not computed.",
};

/** What was lost, by whom it was decided and when it was last saved. */
export function sayLost(summary: PolicySummary, day: string, language: Language): PaneMessage {
  const by = names(summary.by);
  const held = joined(
    told([
      amountOf(summary),
      by.zh !== "" && { zh: `决定人：${by.zh}`, en: `decided by ${by.en}` },
      day !== "" && { zh: `保存于 ${day}`, en: `saved on ${day}` },
    ]),
    "comma",
  );
  return message(lost, {
    zh: `隐藏副本里有 ${held.zh}。`,
    en: `The hidden copy holds ${held.en}.`,
  })[language];
}

/** The same where the copy cannot bring anything back. */
export function sayLostForGood(why: "broken" | "newer", language: Language): PaneMessage {
  const next: Readonly<Record<typeof why, Both>> = {
    newer: {
      zh: "隐藏副本由更新的版本写成：请更新此加载项后再恢复。",
      en: "The hidden copy was written by a newer version: update the add-in, then restore.",
    },
    broken: {
      zh: "隐藏副本也已损坏：请用之前导出的制度文件恢复，或打开另存之前的工作簿。",
      en: "The hidden copy is damaged, too: restore from a policy file that was exported earlier, or open the workbook as it was before it was saved.",
    },
  };
  return message(lost, next[why])[language];
}

export function sayPolicyLine(line: PolicyLine, language: Language): string {
  const when: Both =
    line.from === "" ? NOTHING : { zh: `，从 ${line.from} 起`, en: `, from ${line.from}` };
  if (line.kind === "version")
    return {
      zh: `版本${quote(line.name)}${when.zh}`,
      en: `Version ${quote(line.name)}${when.en}`,
    }[language];
  const signed = bracketed(alike([line.by, line.on].filter((each) => each !== "").join(" ")));
  return {
    zh: `${line.title.zh}：${line.option.zh}${when.zh}${signed.zh}`,
    en: `${line.title.en}: ${line.option.en}${when.en}${signed.en}`,
  }[language];
}

export function sayRestored(summary: PolicySummary, language: Language): PaneMessage {
  const amount = amountOf(summary);
  return message(
    { zh: `已恢复 ${amount.zh}。`, en: `Restored: ${amount.en}.` },
    {
      zh: "公式已重新计算。保存工作簿后，恢复的设置留在文件里。",
      en: "Formulas are calculated again. Save the workbook, and the settings stay in it.",
    },
  )[language];
}

export function sayRestoreUndone(language: Language): PaneMessage {
  return message(
    { zh: "已撤销恢复。", en: "Restoring was undone." },
    {
      zh: "隐藏副本没有改动，可以再次恢复。",
      en: "The hidden copy is as it was; you can restore again.",
    },
  )[language];
}

/** A picked file that holds no settings. */
export function sayNoPolicyFile(language: Language): PaneMessage {
  return message(
    {
      zh: "这不是本工具导出的制度文件，没有恢复。",
      en: "This is no policy file of this add-in; nothing was restored.",
    },
    {
      zh: "请选择在“制度”页导出的文件。",
      en: "Choose a file that was exported on the page Policy.",
    },
  )[language];
}

/** What a copy that differs means. */
export function sayCopyDiffers(day: string, language: Language): PaneMessage {
  return message(
    {
      zh: "现在按制度设置计算。工作簿里的隐藏副本内容不同，可能有另一个程序改过文件。",
      en: "The settings are in force. The hidden copy in the workbook says something else; another program may have changed the file.",
    },
    day === "" ? NOTHING : { zh: `副本保存于 ${day}。`, en: `The copy was saved on ${day}.` },
  )[language];
}
