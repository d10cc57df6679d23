import { wordsOf } from "../words";

/** Words around the highlights in the sheet (rule V10). */
export const highlightWords = wordsOf({
  withDecisions: { zh: "含未定的口径", en: "Open questions, too" },
  stale: { zh: "高亮已过时", en: "Highlights are out of date" },
  update: { zh: "更新", en: "Update" },
});
