import { counted, list } from "../say";
import { sayContent, sayRun, yuan } from "./facts";
import type { FindingsOf } from "./findingsWords";

/** What findings about discipline and promotion say. */
export const outcomeFindings: FindingsOf<"conduct" | "eligibility"> = {
  failsReachReview: (run) => ({
    text: {
      zh: `${sayRun(run).zh}，达到 ${run.limit} 个月，需要绩效复核。`,
      en: `${sayRun(run).en}; ${counted(run.limit, "month calls", "months call")} for a performance review.`,
    },
    fix: {
      zh: "由负责人复核并决定。法律另有要求：仅凭几个月不及格还不够，须先培训或调岗后仍不能胜任，并提前通知、给予补偿；孕期、产期、哺乳期和医疗期另有保护。",
      en: "A responsible person reviews and decides. The law asks for more than some failed months: training or a transfer first, then notice and compensation; pregnancy, maternity, nursing and medical leave are protected.",
    },
  }),
  failsBelowReview: (run) => ({
    text: { zh: `${sayRun(run).zh}。`, en: `${sayRun(run).en}.` },
    fix: {
      zh: "尽早面谈，安排辅导或培训，并留下记录。",
      en: "Talk early, offer coaching or training, and keep a record.",
    },
  }),
  complaintsReachReview: ({ complaints, from }) => ({
    text: {
      zh: `当月投诉 ${complaints} 次，达到 ${from} 次，需要由人复核。`,
      en: `${counted(complaints, "complaint")} in the month; from ${from} on people must look at it.`,
    },
    fix: {
      zh: "核实每次投诉是否成立，由负责人决定。投诉次数本身不能使劳动合同终止。",
      en: "Verify each complaint; a responsible person decides. A count of complaints cannot end an employment by itself.",
    },
  }),
  finesInPay: ({ netted, amount }) => ({
    text: netted
      ? {
          zh: `应发合计比应得少 ${yuan(amount).zh}，正好是当月罚款：罚款从工资里扣了。`,
          en: `Gross pay is ${yuan(amount).en} less than earned, exactly the fine of the month: it was taken off the pay.`,
        }
      : { zh: `列有罚款 ${yuan(amount).zh}。`, en: `A fine of ${yuan(amount).en} is listed.` },
    fix: {
      zh: "从工资扣罚款有法律风险：法规只允许扣除员工造成的经济损失，且有限额。建议只列示、不扣，并请法务核实。",
      en: "Taking fines off wages is a legal risk: only a loss that somebody caused may be deducted, within limits. List them only, and ask for legal advice.",
    },
  }),
  countUnusable: ({ of, seen }) => ({
    text: {
      zh: `${of === "complaints" ? "投诉次数" : "离岗次数"}处${sayContent(seen).zh}，不是 0 或正整数。`,
      en: `The number of ${of === "complaints" ? "complaints" : "leaves of post"} ${sayContent(seen).en}, which is neither 0 nor a whole number above it.`,
    },
    fix: { zh: "填写次数，没有就写 0。", en: "Enter how often; 0 for never." },
  }),
  candidate: ({ level, target }) => ({
    text: {
      zh: `成绩达标：${level.zh} → ${target.zh}。`,
      en: `The scores suffice: ${level.en} → ${target.en}.`,
    },
    fix: {
      zh: "在候选人名单里查看依据月份和待完成的步骤；是否晋升由审批人决定。",
      en: "See the list of candidates for the months that prove it and the steps still open; the approvers decide.",
    },
  }),
  oneMonthShort: ({ target }) => ({
    text: {
      zh: `离${target.zh}的成绩条件最快还差 1 个月。`,
      en: `One month short of the score part of ${target.en}, at best.`,
    },
    fix: { zh: "无须处理。", en: "Nothing to do." },
  }),
  candidateDisputed: ({ target, readings }) => ({
    text: {
      zh: `是否达到${target.zh}的成绩条件，取决于尚未确认的口径：${list(
        readings.map(({ title }) => title.zh),
        "zh",
      )}。`,
      en: `Whether the scores suffice for ${target.en} depends on undecided readings: ${list(
        readings.map(({ title }) => title.en),
        "en",
      )}.`,
    },
    fix: { zh: "在制度页确认这些口径。", en: "Decide them on the policy page." },
  }),
  alsoMeetsHigher: ({ target, also }) => ({
    text: {
      zh: `除${target.zh}外，成绩也满足${also.zh}的条件。`,
      en: `Beside ${target.en} the scores also suffice for ${also.en}.`,
    },
    fix: {
      zh: "通常逐级晋升；越级须经专门评审。",
      en: "Promotion goes level by level as a rule; a skip needs a review of its own.",
    },
  }),
};
