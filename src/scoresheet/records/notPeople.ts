import { normaliseText } from "../../units";

/** Words of rows that sum up; nobody is called so. */
const SUMMARY =
  /合计|小计|总计|共计|累计|总和|平均|均值|最高分|最低分|最大值|最小值|中位数|标准差|及格率|优秀率|总分|总人数|^人数$|^汇总$/u;
const SUMMARY_ENGLISH = /^(?:sub|grand)?(?:total|average|avg|mean|sum|count|max|min)\.?$/iu;

const SIGNING = "制表|填表|审核|复核|审批|批准|经办|负责|签字|签名|盖章|日期|说明|备注|注";
/** Rows in which people sign or that explain: the word alone, or near the front with a colon behind it. */
const SIGNATURE = new RegExp(`^(?:部门|主管|制表)?(?:${SIGNING})人?$`, "u");
const SIGNATURE_LINE = new RegExp(`^[^:(]{0,6}(?:${SIGNING})[^:(]{0,6}:`, "u");

/** Whether a text says that its row sums up. */
export function isSummary(text: string): boolean {
  const bare = normaliseText(text).replace(/\s+/gu, "");
  return SUMMARY.test(bare) || SUMMARY_ENGLISH.test(bare);
}

/** Whether a text in the place of a name or 工号 says that its row is nobody's: a sum, a signature, a note. */
export function isNobody(text: string): boolean {
  if (text === "") return false;
  const bare = normaliseText(text).replace(/\s+/gu, "");
  return isSummary(bare) || SIGNATURE.test(bare) || SIGNATURE_LINE.test(bare);
}
