import type { Language } from "../language";
import type { PaneMessage } from "../shell/pane";

/** What can be done with policy settings that cannot be read. */
export interface PolicyRescueWords {
  readonly exportRaw: string;
  readonly startAfresh: string;
  readonly sure: string;
  readonly replace: string;
  readonly keep: string;
}

const zh: PolicyRescueWords = {
  exportRaw: "导出原设置",
  startAfresh: "重新开始",
  sure: "重新开始会用内置制度替换读不出来的设置，已确认的口径和自定义数值都要重做，不能撤销。请先导出原设置。",
  replace: "替换并重新开始",
  keep: "保留原样",
};

const en: PolicyRescueWords = {
  exportRaw: "Export the settings as they are",
  startAfresh: "Start afresh",
  sure: "Starting afresh replaces the unreadable settings by the built-in policy: readings and values of your own must be decided again, and this cannot be undone. Export the settings first.",
  replace: "Replace and start afresh",
  keep: "Keep them",
};

export function policyRescueWords(language: Language): PolicyRescueWords {
  return language === "zh" ? zh : en;
}

export function sayStartedAfresh(language: Language): PaneMessage {
  return language === "zh"
    ? { what: "已改用内置制度。", next: "请重新确认各项口径。" }
    : { what: "The workbook goes by the built-in policy.", next: "Decide its readings again." };
}
