import { sayLint } from "../policy/lint";
import { allOf, counted, list, quote } from "../say";
import { decideReading, sayEffects } from "./facts";
import type { FindingsOf } from "./findingsWords";

/** What findings about the policy say. */
export const policyFindings: FindingsOf<"policy"> = {
  policyFaulty: ({ fault }) => ({
    text: {
      zh: `现行制度自相矛盾：${sayLint(fault, "zh")}`,
      en: `The policy in force contradicts itself: ${sayLint(fault, "en")}`,
    },
    fix: {
      zh: "在制度页改正后再校验。",
      en: "Correct it on the policy page, then validate again.",
    },
  }),
  readingUndecided: ({ reading, blocking, people, options }) => ({
    text: blocking
      ? {
          zh: `口径${quote(reading.title.zh)}尚未确认，${people} 人的工资算不出来：${sayEffects(options).zh}。`,
          en: `The reading ${quote(reading.title.en)} is undecided, so the pay of ${counted(people, "person", "people")} cannot be computed: ${sayEffects(options).en}.`,
        }
      : {
          zh: `口径${quote(reading.title.zh)}尚未确认，会改变 ${people} 人本月的结果：${sayEffects(options).zh}。`,
          en: `The reading ${quote(reading.title.en)} is undecided and changes this month's result of ${counted(people, "person", "people")}: ${sayEffects(options).en}.`,
        },
    fix: decideReading(reading.title),
  }),
  policyUndated: ({ missing }) => ({
    text: {
      zh: `制度没有写明${list(
        missing.map((field) => (field === "issuer" ? "发布人" : "生效日期")),
        "zh",
      )}。`,
      en: `The policy does not name its ${allOf(
        missing.map((field) => (field === "issuer" ? "issuer" : "effective date")),
        "en",
      )}.`,
    },
    fix: {
      zh: "在制度页补上，便于日后查证。",
      en: "Add it on the policy page, so that it can be proved later.",
    },
  }),
  decisionUnknown: ({ decisions }) => ({
    text: {
      zh: `工作簿里有现行制度不认得的口径设置：${list(
        decisions.map(({ reading, option }) => `${quote(reading.zh)}选${quote(option)}`),
        "zh",
      )}；没有采用，也没有删除。`,
      en: `The workbook holds decisions that this policy does not know: ${list(
        decisions.map(({ reading, option }) => `${quote(reading.en)} as ${quote(option)}`),
        "en",
      )}. They count for nothing, and were left as they are.`,
    },
    fix: {
      zh: "在制度页重新确认这些口径；如由更新的版本写成，请先更新加载项。",
      en: "Decide them anew on the policy page; if a newer version wrote them, update the add-in first.",
    },
  }),
};
