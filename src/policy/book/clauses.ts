import { compactText } from "../../units";
import type { ClauseClass, ClauseId } from "./types";

/**
 * A clause by its id, with our restatement in the policy's language. The English restatements are a
 * module of their own (`clauses.en`), so that the functions start without them.
 */
export interface ClauseEntry {
  readonly id: ClauseId;
  readonly class: ClauseClass;
  readonly zh: string;
}

/** Every clause, in the order of the document. */
export const clauseEntries = [
  {
    id: "§0.T",
    class: "information",
    zh: "文件总名称。同一份文件里有两部制度：晋升制度和日常规章。",
  },
  { id: "§0.A", class: "information", zh: "第一部：客服部晋升制度，即第 1 至 6 章。" },
  { id: "§0.B", class: "information", zh: "第二部：日常规章，即 R、W 各条。" },
  {
    id: "§1",
    class: "information",
    zh: "目的：用公开一致的标准规定客服怎样升级、怎样淘汰，以此激励员工、带好团队。",
  },
  { id: "§2.1", class: "information", zh: "原则：个人素养与工作能力同样看重。" },
  { id: "§2.2", class: "information", zh: "原则：一级一级往上升，升级时薪酬一并调整。" },
  {
    id: "§2.3",
    class: "process",
    zh: "通常一次只升一级。贡献突出或有特殊专长、并且评审结果非常优秀的人可以越级，须由人评审。",
  },
  { id: "§2.4", class: "information", zh: "原则：标准和结果公开，对每个人一视同仁。" },
  {
    id: "§3.0",
    class: "computable",
    zh: "级别由低到高共五级：新客服（试用）、初级客服、中级客服、高级客服、储备主管。",
  },
  { id: "§3.1a", class: "computable", zh: "储备主管是客服岗位中最高的一级，没有下一级。" },
  {
    id: "§3.1b",
    class: "process",
    zh: "客服部主管离开、调动或升任后职位空缺时，可以考虑由高级客服接任。由公司决定，不作计算。",
  },
  {
    id: "§4.1.A",
    class: "attested",
    zh: "初级条件：守公司和部门的规矩，没有违纪。由人确认；升更高级别时同样要确认。",
  },
  {
    id: "§4.1.B",
    class: "attested",
    zh: "初级条件：接受公司文化，融入部门，言行专业。由人确认。",
  },
  {
    id: "§4.1.C",
    class: "attested",
    zh: "初级条件：为人诚实，做事踏实，主动，肯创新，愿意多付出。由人确认。",
  },
  {
    id: "§4.1.D",
    class: "attested",
    zh: "初级条件：本职做得出色，熟练掌握岗位和流程所需的知识与技能。由人确认。",
  },
  {
    id: "§4.1.E",
    class: "attested",
    zh: "初级条件：业绩突出。没有数字标准，由人确认，可参考成绩和销售额。",
  },
  {
    id: "§4.1.F",
    class: "attested",
    zh: "初级条件：试用期的知识与技巧测试通过。及格线没有写明。",
  },
  {
    id: "§4.1.G",
    class: "computable",
    zh: "月度绩效连续 3 次不及格，公司可以解除聘用。这是后果，不是升级条件；本工具只提示“绩效复核”，由人决定。有争议：何为不及格、缺考月怎么数、适用哪些级别、是否只看最近（推荐口径：连续 3 个自然月低于 60 分，所有级别，只看最近）。",
  },
  {
    id: "§4.1.H",
    class: "computable",
    zh: "初级的成绩条件：连续 3 个月的绩效分数属于第二等级。有争议：第一等级算不算（推荐口径：算）；这是升入初级还是由初级升出的条件；是否须为最近连续；缺考月和法定假期月怎么算。",
  },
  {
    id: "§4.2.A",
    class: "attested",
    zh: "中级条件：善于沟通和表达，得到客户和其他部门的好评。由人确认。",
  },
  {
    id: "§4.2.B",
    class: "attested",
    zh: "中级条件：七项操作都熟练：产品卖点、发布商品、编辑商品、上下架、发优惠券、设好首次回复、设好快捷回复。由人确认。",
  },
  {
    id: "§4.2.C",
    class: "attested",
    zh: "中级条件：能主动看出本岗位或其他岗位的问题，并拿出改进办法。由人确认。",
  },
  {
    id: "§4.2.E",
    class: "attested",
    zh: "中级条件：能帮部门领导做好本职之外的事。由人确认。",
  },
  {
    id: "§4.2.F",
    class: "computable",
    zh: "中级的成绩条件：连续 5 个月都在第二等级或更好，其中 2 个月在第一等级。有争议：“2 个月”是至少还是恰好（推荐口径：至少）；看 5 个月还是 §5.2a 的 3 个月（推荐口径：5 个月）；是升入还是升出的条件；是否须为最近连续；缺考月和法定假期月怎么算。",
  },
  {
    id: "§4.3.A",
    class: "attested",
    zh: "高级条件（前半）：善于沟通，懂客户心理，多数客户、同事和领导都认可；成交转化率高，但没有数字标准。由人确认。",
  },
  {
    id: "§4.3.A+",
    class: "attested",
    zh: "高级条件（§4.3.A 的后半，原文被断行）：愿意把客服经验教给别人。由人确认。",
  },
  {
    id: "§4.3.B",
    class: "attested",
    zh: "高级条件：同事不在时主动补位；整理产品知识和常见问题。由人确认。",
  },
  {
    id: "§4.3.C",
    class: "attested",
    zh: "高级条件：善于看出各岗位的问题，提出行得通的办法，与部门领导一起改进流程。由人确认。",
  },
  {
    id: "§4.3.E",
    class: "computable",
    zh: "高级的成绩条件：连续 5 个月都在第一等级，并且半年内没有一个月低于第二等级。有争议：半年怎么算、记录不满半年怎么办（推荐口径：截至评定月的最近 6 个月，须有完整记录）；是升入还是升出的条件；是否须为最近连续；缺考月和法定假期月怎么算。",
  },
  {
    id: "§4.4.A",
    class: "attested",
    zh: "储备主管条件：现任高级客服，表现突出，自己和其他客服的工作都能独立担起来。由人确认；因此不能越过高级客服。有争议：任现级别之前的月份是否计入（推荐口径：计入）。",
  },
  {
    id: "§4.4.B",
    class: "attested",
    zh: "储备主管条件：业绩和能力突出，认同公司，心态乐观并能带动身边的人。由人确认。",
  },
  {
    id: "§4.4.C",
    class: "attested",
    zh: "储备主管条件：能独自写出部门流程、制度或 PPT 方案，文字通顺，条理清楚。由人确认。",
  },
  {
    id: "§4.4.D",
    class: "attested",
    zh: "储备主管条件：能独自组织部门培训，带大家一起提高。由人确认。",
  },
  {
    id: "§4.4.E",
    class: "attested",
    zh: "储备主管条件：部门领导不在时能安排和督促工作、保证部门运转，并代表领导与其他部门沟通。由人确认。",
  },
  {
    id: "§4.4.F",
    class: "attested",
    zh: "储备主管条件：遇到突发情况能沉着、迅速地协调解决。由人确认。",
  },
  {
    id: "§4.4.H",
    class: "computable",
    zh: "储备主管的成绩条件：连续 8 个月都在第一等级，并且一年内没有一个月低于第二等级。有争议：一年怎么算、记录不满一年怎么办（推荐口径：截至评定月的最近 12 个月，须有完整记录）；是升入还是升出的条件；是否须为最近连续；缺考月和法定假期月怎么算。",
  },
  {
    id: "§5.1",
    class: "process",
    zh: "试用转初级：以部门的转正考核为准，再走公司的转正审批流程（流程不在本文件内）。",
  },
  {
    id: "§5.2a",
    class: "process",
    zh: "初级升中级或高级：依据考核期的月度考评，考核期为 3 个月或 6 个月。没有单独写中级升高级的程序。有争议：3 个月与 §4.2.F 的 5 个月不一致；条件是升入还是升出；记录不足怎么办；升级前的月份是否计入。",
  },
  {
    id: "§5.2b",
    class: "process",
    zh: "升中级或高级：部门内部不记名投票作为参考。通过票数没有写明。",
  },
  {
    id: "§5.2c",
    class: "process",
    zh: "升中级或高级：部门领导把人选推荐给总经办，通过审核后走晋升审批流程（流程不在本文件内）。",
  },
  {
    id: "§5.3a",
    class: "process",
    zh: "高级升储备主管：依据 12 个月考核期的月度考评。有争议：记录不足 12 个月怎么办；升级前的月份是否计入。",
  },
  {
    id: "§5.3b",
    class: "process",
    zh: "升储备主管：部门领导推荐后，本人向总经理申请。",
  },
  {
    id: "§5.3c",
    class: "process",
    zh: "升储备主管：审核通过后，行政部组织答辩，包括演讲、评审团打分和问答。评审团组成和通过分数没有写明。",
  },
  {
    id: "§6.S1",
    class: "computable",
    zh: "新客服（试用）底薪 2200 元；只有这一行没有列出提成、绩效和额外奖励。有争议：试用期有没有提成和绩效（推荐口径：没有）。",
  },
  {
    id: "§6.S2",
    class: "computable",
    zh: "初级客服底薪 2200 元，另有提成、绩效工资和额外奖励。",
  },
  {
    id: "§6.S3",
    class: "computable",
    zh: "中级客服底薪 2400 元，另有提成、绩效工资和额外奖励。",
  },
  {
    id: "§6.S4",
    class: "computable",
    zh: "高级客服底薪 2800 元，另有提成、绩效工资和额外奖励。",
  },
  {
    id: "§6.S5",
    class: "computable",
    zh: "储备主管底薪：原文印的是 30000 元，另有提成、绩效工资和额外奖励。有争议：30000 元是高级客服的十倍多，很可能多写了一个 0；推荐口径是 3000 元，须先由人确认才会计算。",
  },
  {
    id: "§6.C0",
    class: "computable",
    zh: "提成按当月的实际销售额计算。退款、运费、优惠券怎么处理没有写明；请填已减去当月退款的金额。",
  },
  {
    id: "§6.C4",
    class: "computable",
    zh: "销售额满 20000 元（含）：提成比例 0.7%，旁边印着 140 元。不满 20000 元没有规定，不计提成。有争议：全额乘比例、每档固定金额还是分段累进（推荐口径：全额乘比例）。",
  },
  {
    id: "§6.C3",
    class: "computable",
    zh: "销售额满 30000 元（含）：提成比例 0.9%，旁边印着 270 元。有争议：提成算法（同 §6.C4）。",
  },
  {
    id: "§6.C2",
    class: "computable",
    zh: "销售额满 40000 元（含）：提成比例 1%，旁边印着 400 元。有争议：提成算法（同 §6.C4）。",
  },
  {
    id: "§6.C1",
    class: "computable",
    zh: "销售额满 60000 元（含）：提成比例 1.3%，旁边印着 650 元，而 60000 元的 1.3% 是 780 元，650 元是 50000 元的 1.3%。有争议：门槛是 60000 元还是 50000 元（推荐口径：60000 元）；提成算法（同 §6.C4）。",
  },
  {
    id: "§6.P0",
    class: "information",
    zh: "绩效分数分四个等级，第一等级最好；等级决定绩效工资的比例。",
  },
  {
    id: "§6.P4",
    class: "computable",
    zh: "低于 60 分为第四等级，没有绩效工资。有争议：60 分到不满 61 分归第三还是第四等级（推荐口径：第三）；分数是否先取整。",
  },
  {
    id: "§6.P3",
    class: "computable",
    zh: "61 至 80 分为第三等级：绩效工资 = 底薪 × 5% × 分数。有争议：60 分到不满 61 分、恰好 80 分归哪一等级；分数是否先除以 100（推荐口径：是）、是否先取整。",
  },
  {
    id: "§6.P2",
    class: "computable",
    zh: "80 至 90 分为第二等级：绩效工资 = 底薪 × 10% × 分数。有争议：恰好 80 分、90 与 91 分之间归哪一等级（推荐口径：都归第二）；分数是否先除以 100、是否先取整。",
  },
  {
    id: "§6.P1",
    class: "computable",
    zh: "91 分及以上为第一等级：比例写 15%，公式却写底薪 × 20% × 分数。有争议：15% 还是 20%（推荐口径：15%）；90 与 91 分之间归哪一等级；分数是否先除以 100、是否先取整。",
  },
  {
    id: "§6.Z",
    class: "process",
    zh: "升级由本人主动申请，公司领导组批准，行政部发通知。",
  },
  {
    id: "§R1a",
    class: "information",
    zh: "班次：白班 9:00 至 18:00，晚班 15:00 至 24:00；每周休一天。",
  },
  { id: "§R1b", class: "process", zh: "谁哪天休息，由主管轮流排。" },
  {
    id: "§R1c",
    class: "duty",
    zh: "晚班一般 24:00 下班；还有客户在咨询时，接待到结束为止。",
  },
  {
    id: "§R1d",
    class: "duty",
    zh: "交接：白班下班前与晚班当面交接；晚班下班前把要交接的事写进自己的笔记本。",
  },
  {
    id: "§R2",
    class: "penalty",
    zh: "每人备一本备忘录，有问题或想法随时记；办公文件找行政部领取，丢了自行补齐（金额没有写明，不作计算）。",
  },
  {
    id: "§R3",
    class: "duty",
    zh: "每周一 17:00 开客服例会，人人汇报上周工作和下一步要改进的地方。",
  },
  {
    id: "§R4",
    class: "information",
    zh: "建议：空闲时记下自己的成交比率，分析没有成交的原因。",
  },
  {
    id: "§R5a",
    class: "duty",
    zh: "认真接待每位咨询的顾客，用语文明有礼，不损害公司形象。",
  },
  {
    id: "§R5b",
    class: "penalty",
    zh: "同一自然月内的买家投诉：第一次罚 50 元，第二次加倍，三次以上写作“自动离职”；本工具只提示由人复核。有争议：两次共 150 元还是 100 元（推荐口径：150 元）；“三次以上”是否含三次（推荐口径：含）；第三次起是否再罚（推荐口径：不再罚）；罚款是否从工资扣（推荐口径：只列示，不扣）。",
  },
  {
    id: "§R6",
    class: "duty",
    zh: "新品上架前，运营部先告知主管，并一起给客服讲解；客服须在开卖之前熟悉产品。",
  },
  {
    id: "§W1",
    class: "duty",
    zh: "回复客户用规定的专业话术，不凭情绪随口作答。",
  },
  {
    id: "§W2",
    class: "duty",
    zh: "遇到大额订单又没有明确指示时先问主管，以成交为目标。多大算大额没有写明。",
  },
  {
    id: "§W3",
    class: "duty",
    zh: "公司做促销需要调班或加班时，客服应当配合。",
  },
  { id: "§W4a", class: "penalty", zh: "上班时不得擅自离开岗位。" },
  {
    id: "§W4b",
    class: "penalty",
    zh: "离岗超过 10 分钟须经主管批准。有争议：恰好 10 分钟算不算（推荐口径：不算）。",
  },
  {
    id: "§W4c",
    class: "penalty",
    zh: "没有请示而离岗并流失客户：每次罚 10 元；屡犯者写作可以解聘，几次算屡犯没有写明，不作计算。有争议：没有流失客户罚不罚（推荐口径：不罚）；罚款是否从工资扣（推荐口径：只列示，不扣）。",
  },
] as const satisfies readonly ClauseEntry[];

/** The ids of the clauses of the built-in policy. */
export type BuiltInClauseId = (typeof clauseEntries)[number]["id"];

/** An id as the look-up compares it: without the sign, spaces and case. */
function clauseKey(id: string): string {
  return compactText(id).replace(/^§/u, "");
}

const byKey: ReadonlyMap<string, ClauseEntry> = new Map(
  clauseEntries.map((clause) => [clauseKey(clause.id), clause]),
);

/** The clause that somebody typed: "§4.1.H", "4.1.h" and full-width forms alike; undefined when there is none. */
export function findClause(idAsTyped: string): ClauseEntry | undefined {
  return byKey.get(clauseKey(idAsTyped));
}
