import type { Both, Language } from "../language";
import { number } from "../say";

/** Words around a month that stays open while HR works in its sheet. */
const live = {
  followEdits: { zh: "随编辑更新", en: "Update while editing" },
  validateAgain: { zh: "重新校验", en: "Validate again" },
  retry: { zh: "重试", en: "Retry" },
} as const satisfies Readonly<Record<string, Both>>;

export function sayLive(word: keyof typeof live, language: Language): string {
  return live[word][language];
}

/** Why the result on screen may not be the sheet's any more. */
export type OutdatedWhy = "colleague" | "notFollowed" | "failed";

const outdated: Readonly<Record<OutdatedWhy, Both>> = {
  colleague: {
    zh: "同事改动了工作簿，结果可能已过时。",
    en: "A colleague has changed the workbook; the result may be out of date.",
  },
  notFollowed: {
    zh: "表格已有改动，结果可能已过时。",
    en: "The sheet has changed; the result may be out of date.",
  },
  failed: {
    zh: "最近的改动还没有校验到，结果可能已过时。",
    en: "The last edits could not be checked; the result may be out of date.",
  },
};

export function sayOutdated(why: OutdatedWhy, language: Language): string {
  return outdated[why][language];
}

/** The line that stands for the rest of a long group of findings. */
export function sayMoreFindings(rest: number, language: Language): string {
  return {
    zh: `其余 ${number(rest, "zh")} 条同类`,
    en: `${number(rest, "en")} more of this kind`,
  }[language];
}

const MINUTE_SECONDS = 60;

/** About how long a task still takes, in seconds rounded up to what a person would say. */
export function sayTimeLeft(seconds: number, language: Language): string {
  const minutes = Math.ceil(seconds / MINUTE_SECONDS);
  const five = Math.max(5, Math.ceil(seconds / 5) * 5);
  return (
    five < MINUTE_SECONDS
      ? { zh: `约剩 ${five} 秒`, en: `about ${five} s left` }
      : { zh: `约剩 ${minutes} 分钟`, en: `about ${minutes} min left` }
  )[language];
}
