import { normaliseText } from "../../units";
import type { SkippedKind } from "../types";

/** Words of rows that sum up; nobody is called so. */
const SUMMARY =
  /合计|小计|总计|共计|累计|总和|平均|均值|最高分|最低分|最大值|最小值|中位数|标准差|及格率|优秀率|总分|总人数|^人数$|^汇总$/u;
const SUMMARY_ENGLISH = /^(?:sub|grand)?(?:total|average|avg|mean|sum|count|max|min)\.?$/iu;
/** Rows below the headings that say what can be reached: nobody's either. */
const SCALE = /^(?:满分|权重|目标值?|指标|标准分?|单位|占比|分值|计算公式|target|weight|unit)$/iu;

const SIGNING = "制表|填表|审核|复核|审批|批准|经办|负责|签字|签名|盖章|日期|说明|备注|注";
/** Rows in which people sign or that explain: the word alone, or near the front with a colon behind it. */
const SIGNATURE = new RegExp(`^(?:部门|主管|制表)?(?:${SIGNING})人?$`, "u");
const SIGNATURE_LINE = new RegExp(`^[^:(]{0,6}(?:${SIGNING})[^:(]{0,6}:`, "u");

/** How cells are to be filled in, and examples of it. */
const HINT =
  /^(?:[(（]?(?:必填|选填|非必填|可选)|(?:示例|样例|例子)[:：)）]?$|请(?:填|输入|选|写)|(?:例|如|格式)[:：]|例如|填写(?:说明|要求|示例)|(?:required|optional|example)[:)]?$)/iu;

/** The name of a team above its people. Nobody's name is that long and ends so. */
const GROUP = /^.{2,}(?:组|班|班次|队|部|部门|科|科室|中心|团队|片区|分公司|门店)(?:\(.*\))?:?$/u;
const GROUP_ENGLISH = /^(?:team|group|shift|department)\b|\b(?:team|group|shift|department)$/iu;

function bareText(text: string): string {
  return normaliseText(text).replace(/\s+/gu, "");
}

/** Whether a text says that its row sums up. */
export function isSummary(text: string): boolean {
  const bare = bareText(text);
  return SUMMARY.test(bare) || SUMMARY_ENGLISH.test(bare) || SCALE.test(bare);
}

/** Why a text in the place of a name or 工号 says that its row is nobody's: a sum, a signature or note, a hint. */
export function nobodyIn(text: string): SkippedKind | null {
  if (text === "") return null;
  const bare = bareText(text);
  if (isSummary(bare)) return "sum";
  if (HINT.test(bare)) return "hint";
  return SIGNATURE.test(bare) || SIGNATURE_LINE.test(bare) ? "signature" : null;
}

/** Whether a text is the name of a team rather than of a person. */
export function isGroup(text: string): boolean {
  return GROUP.test(bareText(text)) || GROUP_ENGLISH.test(normaliseText(text));
}
