import type { EditProblem, ValueChange } from "../../policy";
import type { Both, Language } from "../language";
import { sayLint } from "./lint";
import { fieldNames } from "../sheet/fields";
import { subjectSaid, valueSaid, yuanSaid, type LevelNamer } from "./fieldValues";
import { fieldLabels, units, withUnit } from "./policyFields";
import { agree, counted, joined, NOTHING, quote } from "../say";
import { tierChinese } from "../tiers";

type Sentences = {
  readonly [C in EditProblem["code"]]: (
    problem: Extract<EditProblem, { readonly code: C }>,
  ) => Both;
};

const sentences: Sentences = {
  required: () => ({ zh: "请填写。", en: "Please fill this in." }),
  otherKind: () => ({ zh: "这里不能填这种内容。", en: "This cannot stand here." }),
  notANumber: ({ text }) => ({
    zh: `${quote(text)}不是数字，请填阿拉伯数字。`,
    en: `${quote(text)} is not a number.`,
  }),
  largeUnit: ({ text, meant }) => ({
    zh: `请写成数字，不要用万、千：${quote(text)}是不是 ${meant}？`,
    en: `Write the number in full: does ${quote(text)} mean ${meant}?`,
  }),
  otherUnit: ({ text, unit }) => ({
    zh: `${quote(text)}的单位不对，这里以${units[unit].zh}计。`,
    en: `${quote(text)} has another unit; this is counted in ${units[unit].en}.`,
  }),
  notWhole: ({ text }) => ({
    zh: `${quote(text)}不是整数。`,
    en: `${quote(text)} is not a whole number.`,
  }),
  tooPrecise: ({ text, decimals }) => ({
    zh: `${quote(text)}的小数太多，最多 ${decimals} 位。`,
    en: `${quote(text)} has more than ${counted(decimals, "decimal")}.`,
  }),
  tooSmall: ({ least, unit }) => ({
    zh: `不能小于 ${withUnit(least, unit).zh}。`,
    en: `It cannot be less than ${withUnit(least, unit).en}.`,
  }),
  tooLarge: ({ most, unit }) => ({
    zh: `不能大于 ${withUnit(most, unit).zh}。`,
    en: `It cannot be more than ${withUnit(most, unit).en}.`,
  }),
  tooLong: ({ most }) => ({
    zh: `太长了，最多 ${most} 个字。`,
    en: `Too long: ${counted(most, "character")} at most.`,
  }),
  tooMany: ({ most }) => ({ zh: `太多了，最多 ${most} 个。`, en: `Too many: ${most} at most.` }),
  twice: ({ word }) => ({ zh: `${quote(word)}重复了。`, en: `${quote(word)} stands here twice.` }),
  numberAsWord: ({ word }) => ({
    zh: `${quote(word)}像是数字，填在这里会把真实的数字当成文字。`,
    en: `${quote(word)} looks like a number; as a word it would hide real numbers of a sheet.`,
  }),
  headingTaken: ({ word, field }) => ({
    zh: `${quote(word)}已经是${quote(fieldNames[field].zh)}列的写法。`,
    en: `${quote(word)} already is a heading of the column ${fieldNames[field].en}.`,
  }),
  wordTaken: ({ word }) => ({
    zh: `${quote(word)}已经表示法定假期，不能再表示别的原因。`,
    en: `${quote(word)} already means statutory leave.`,
  }),
  unknownOption: ({ option }) => ({
    zh: `没有${quote(option)}这个选项。`,
    en: `There is no option ${quote(option)}.`,
  }),
  unknownReading: () => ({ zh: "没有这个口径。", en: "There is no such reading." }),
  unknownLevel: ({ level }) => ({
    zh: `没有${quote(level)}这个级别。`,
    en: `There is no level ${quote(level)}.`,
  }),
  unknownTier: ({ tier, worst }) => ({
    zh: `没有${tierChinese(tier)}，现在共有 ${worst} 个等级。`,
    en: `There is no tier ${tier}; there ${agree(worst, "is", "are")} ${counted(worst, "tier")}.`,
  }),
  unknownClause: ({ clause }) => ({
    zh: `没有条款${quote(clause)}。`,
    en: `There is no clause ${quote(clause)}.`,
  }),
  unknownField: ({ path }) => ({
    zh: `制度里没有这一项：${path}`,
    en: `The policy has no such value: ${path}`,
  }),
  unknownVersion: () => ({
    zh: "没有这个版本，可能已被删除。",
    en: "There is no such version; it may have been removed.",
  }),
  notAMonth: ({ text }) => ({
    zh: `${quote(text)}不是月份，请写成 2026-01 这样。`,
    en: `${quote(text)} is not a month; write it like 2026-01.`,
  }),
  notADay: ({ text }) => ({
    zh: `${quote(text)}不是日期，请写成 2026-01-31 这样。`,
    en: `${quote(text)} is not a day; write it like 2026-01-31.`,
  }),
  notAfter: ({ previous }) => ({
    zh: `生效月须晚于上一个版本的 ${previous}。`,
    en: `It must start after the version before it, ${previous}.`,
  }),
  notBefore: ({ next }) => ({
    zh: `生效月须早于下一个版本的 ${next}。`,
    en: `It must start before the version after it, ${next}.`,
  }),
  locked: () => ({
    zh: "这个版本已锁定，不能修改。",
    en: "This version is locked and cannot be changed.",
  }),
  changedMeanwhile: () => ({
    zh: "其他人刚刚保存了别的数值，草稿还没有保存。请核对改动清单（已按最新数值列出），再保存一次。",
    en: "Somebody else has just saved other values; the draft is not saved yet. Check the changes, now listed against theirs, and save again.",
  }),
  earliest: () => ({
    zh: "后面还有别的版本，不能删除最早的一个。",
    en: "Other versions follow, so the earliest one cannot be removed.",
  }),
  decisionTaken: ({ from }) =>
    from === null
      ? {
          zh: "这个口径已有一条适用于所有月份的决定。",
          en: "This reading already has a decision for every month.",
        }
      : {
          zh: `这个口径从 ${from} 起已有一条决定。`,
          en: `This reading already has a decision from ${from} on.`,
        },
  notDecided: () => ({ zh: "这个口径还没有这条决定。", en: "This reading has no such decision." }),
  onlyLevel: () => ({ zh: "至少要保留一个级别。", en: "At least one level must remain." }),
  onlyTier: () => ({ zh: "至少要保留一个等级。", en: "At least one tier must remain." }),
  outsideTier: ({ tier }) => ({
    zh: `分界须落在${tierChinese(tier)}的分数段之内。`,
    en: `The limit must lie inside the scores of tier ${tier}.`,
  }),
  thresholdTaken: ({ fromFen }) => ({
    zh: `门槛 ${yuanSaid(fromFen).zh} 已经有了。`,
    en: `There is a threshold at ${yuanSaid(fromFen).en} already.`,
  }),
  form: ({ expected, received }) => ({
    zh: `填写有误：应为 ${expected}，现为 ${received}。`,
    en: `Expected ${expected}, found ${received}.`,
  }),
  lint: ({ result }) => ({ zh: sayLint(result, "zh"), en: sayLint(result, "en") }),
};

function sayBy<C extends EditProblem["code"]>(
  code: C,
  problem: Extract<EditProblem, { readonly code: C }>,
): Both {
  return sentences[code](problem);
}

/** What is wrong with an input, as it stands beside the field. */
export function sayEditProblem(problem: EditProblem, language: Language): string {
  return sayBy(problem.code, problem)[language];
}

/** One difference between two versions: what, whose, before and after. */
export function sayValueChange(
  { name, subject, kind, change, before, after }: ValueChange,
  language: Language,
  nameLevel: LevelNamer,
): string {
  const [whose, label] = [subjectSaid(subject), fieldLabels[name]];
  const say = (value: typeof before): Both =>
    value === undefined ? NOTHING : valueSaid(name, kind, value, nameLevel);
  const what = whose === null ? label : joined([whose, label], "colon");
  const [was, is] = [say(before), say(after)];
  const changes: Readonly<Record<typeof change, Both>> = {
    changed: {
      zh: `${what.zh}由${was.zh}改为${is.zh}`,
      en: `${what.en} from ${was.en} to ${is.en}`,
    },
    added: { zh: `新增 ${what.zh}：${is.zh}`, en: `Added ${what.en}: ${is.en}` },
    removed: { zh: `删除 ${what.zh}：${was.zh}`, en: `Removed ${what.en}: ${was.en}` },
  };
  return changes[change][language];
}
