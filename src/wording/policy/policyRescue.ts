import type { Language } from "../language";
import { message, type PaneMessage } from "../shell/message";
import { wordsOf } from "../words";

/** What can be done with policy settings that cannot be read. */
export const policyRescueWords = wordsOf({
  exportRaw: { zh: "导出原设置", en: "Export the settings as they are" },
  startAfresh: { zh: "重新开始", en: "Start afresh" },
  sure: {
    zh: "重新开始会用内置制度替换读不出来的设置，已确认的口径和自定义数值都要重做，不能撤销。请先导出原设置。",
    en: "Starting afresh replaces the unreadable settings by the built-in policy: readings and values of your own must be decided again, and this cannot be undone. Export the settings first.",
  },
  replace: { zh: "替换并重新开始", en: "Replace and start afresh" },
  keep: { zh: "保留原样", en: "Keep them" },
});

export function sayStartedAfresh(language: Language): PaneMessage {
  return message(
    { zh: "已改用内置制度。", en: "The workbook goes by the built-in policy." },
    { zh: "请重新确认各项口径。", en: "Decide its readings again." },
  )[language];
}
