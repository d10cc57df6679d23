import { wordsOf } from "../words";

/** The fixed words of what HR is asked of a sheet as a whole. */
export const questionWords = wordsOf({
  sheet: { zh: "工作表", en: "Sheet" },
  month: { zh: "这张表是哪个月", en: "Which month the sheet is of" },
  monthHint: {
    zh: "例如 2026-10；留空则按表上写的",
    en: "such as 2026-10; blank: as the sheet says",
  },
  clash: {
    zh: "这几处说的不是同一个月，请选定：",
    en: "These do not name the same month; choose:",
  },
  unit: { zh: "销售额的单位", en: "Unit of sales" },
  unitHint: { zh: "按选定的单位读取", en: "Sales are read in this unit" },
  asFound: { zh: "还没选定", en: "Not chosen yet" },
  grades: { zh: "每个等级算多少分", en: "Points of each grade" },
  gradesHint: { zh: "0 到 100", en: "0 to 100" },
  otherHeader: { zh: "另一行也像表头：第", en: "Another row looks like the headings, too: row" },
  useOther: { zh: "改用那一行", en: "Use that row" },
  keepThis: { zh: "就用这一行", en: "Keep this row" },
});
