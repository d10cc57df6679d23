import { normaliseText } from "../../units";
import type { SkippedKind } from "../types";

/** Words of rows that sum up; nobody is called so. */
const SUMMARY =
  /合计|小计|总计|共计|累计|总和|平均|均值|人均|最高分|最低分|最大值|最小值|中位数|标准差|(?:及格|合格|优秀|良好|达标|达成|完成|转化|同比|环比|增长)率|总分|总人数|^(?:最高|最低|最大|最小|人数|汇总|排名|名次|同比|环比|占比|差额)$/u;
const SUMMARY_ENGLISH = /^(?:sub|grand)?(?:total|average|avg|mean|sum|count|max|min)\.?$/iu;
/** Rows below the headings that say what can be reached: nobody's either. */
const SCALE = /^(?:满分|权重|目标值?|指标|标准分?|单位|占比|分值|计算公式|target|weight|unit)$/iu;

const SIGNING =
  "制表|制单|填表|填报|编制|审核|复核|核对|核准|审批|审定|批准|确认|经办|负责|签字|签名|签收|盖章|日期|说明|备注|注";
/** Whoever signs by rank alone: 总经理, 部门主管签字. */
const SIGNER =
  /^(?:部门|客服部?|人事|行政|财务|运营)?(?:总经理|副总经理|总经办|总监|经理|主管|领导|负责人|人事行政部?|hr)(?:签字|签名|审核|审批|意见|确认)?:?$/iu;
/** Rows in which people sign or that explain: the word alone, or near the front with a colon behind it. */
const SIGNATURE = new RegExp(`^(?:部门|主管|制表)?(?:${SIGNING})人?$`, "u");
const SIGNATURE_LINE = new RegExp(`^[^:(]{0,6}(?:${SIGNING})[^:(]{0,6}:`, "u");

/** What explains levels, tiers or rules: 等级说明, 评分标准, A=90-100. */
const EXPLANATION = /.(?:说明|标准|规则|要求|办法|制度)$|[^=]=|[≥≤<>]/u;

/** How cells are to be filled in, and examples of it. */
const HINT =
  /^(?:[(（]?(?:必填|选填|非必填|可选)|(?:示例|样例|例子)[:：)）]?$|请(?:填|输入|选|写)|(?:例|如|格式)[:：]|例如|填写(?:说明|要求|示例)|(?:required|optional|example)[:)]?$)/iu;

/** The name of a team above its people. Nobody's name is that long and ends so; 一组 and A班 are no names either. */
const GROUP =
  /^(?:.{2,}(?:组|班|班次|队|部|部门|科|科室|中心|团队|片区|分公司|门店)|(?:[a-z0-9]|[一二三四五六七八九十甲乙丙丁]|[白夜早中晚]|第.)(?:组|班|队|区))(?:\(.*\))?:?$/iu;
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
  return SIGNATURE.test(bare) || SIGNATURE_LINE.test(bare) || SIGNER.test(bare)
    ? "signature"
    : null;
}

/** Whether a text explains levels, tiers or rules, unless somebody is called so: then a 工号 stands beside it. */
export function explains(text: string): boolean {
  return EXPLANATION.test(bareText(text));
}

/** Whether a text is the name of a team rather than of a person. */
export function isGroup(text: string): boolean {
  return GROUP.test(bareText(text)) || GROUP_ENGLISH.test(normaliseText(text));
}
