import type { EditProblem, ValueChange } from "../../policy";
import type { Language } from "../language";
import { sayLint } from "./lint";
import { sayField } from "../findings/paneFindings";
import {
  sayFieldName,
  sayFieldValue,
  saySubject,
  sayTierNumber,
  sayUnit,
  sayWithUnit,
  sayYuan,
  type LevelNamer,
} from "./policyFields";
import { agree, counted } from "../say";

type Sentences = {
  readonly [C in EditProblem["code"]]: (
    problem: Extract<EditProblem, { readonly code: C }>,
  ) => string;
};

const chinese: Sentences = {
  required: () => "请填写。",
  otherKind: () => "这里不能填这种内容。",
  notANumber: ({ text }) => `“${text}”不是数字，请填阿拉伯数字。`,
  largeUnit: ({ text, meant }) => `请写成数字，不要用万、千：“${text}”是不是 ${meant}？`,
  otherUnit: ({ text, unit }) => `“${text}”的单位不对，这里以${unitZh(unit)}计。`,
  notWhole: ({ text }) => `“${text}”不是整数。`,
  tooPrecise: ({ text, decimals }) => `“${text}”的小数太多，最多 ${decimals} 位。`,
  tooSmall: ({ least, unit }) => `不能小于 ${least} ${unitZh(unit)}。`,
  tooLarge: ({ most, unit }) => `不能大于 ${most} ${unitZh(unit)}。`,
  tooLong: ({ most }) => `太长了，最多 ${most} 个字。`,
  tooMany: ({ most }) => `太多了，最多 ${most} 个。`,
  twice: ({ word }) => `“${word}”重复了。`,
  numberAsWord: ({ word }) => `“${word}”像是数字，填在这里会把真实的数字当成文字。`,
  headingTaken: ({ word, field }) => `“${word}”已经是“${sayField(field, "zh")}”列的写法。`,
  wordTaken: ({ word }) => `“${word}”已经表示法定假期，不能再表示别的原因。`,
  unknownOption: ({ option }) => `没有“${option}”这个选项。`,
  unknownReading: () => "没有这个口径。",
  unknownLevel: ({ level }) => `没有“${level}”这个级别。`,
  unknownTier: ({ tier, worst }) => `没有${sayTierNumber(tier, "zh")}，现在共有 ${worst} 个等级。`,
  unknownClause: ({ clause }) => `没有条款“${clause}”。`,
  unknownField: ({ path }) => `制度里没有这一项：${path}`,
  unknownVersion: () => "没有这个版本，可能已被删除。",
  notAMonth: ({ text }) => `“${text}”不是月份，请写成 2026-01 这样。`,
  notADay: ({ text }) => `“${text}”不是日期，请写成 2026-01-31 这样。`,
  notAfter: ({ previous }) => `生效月须晚于上一个版本的 ${previous}。`,
  notBefore: ({ next }) => `生效月须早于下一个版本的 ${next}。`,
  locked: () => "这个版本已锁定，不能修改。",
  changedMeanwhile: () =>
    "其他人刚刚保存了别的数值，草稿还没有保存。请核对改动清单（已按最新数值列出），再保存一次。",
  earliest: () => "后面还有别的版本，不能删除最早的一个。",
  decisionTaken: ({ from }) =>
    from === null
      ? "这个口径已有一条适用于所有月份的决定。"
      : `这个口径从 ${from} 起已有一条决定。`,
  notDecided: () => "这个口径还没有这条决定。",
  onlyLevel: () => "至少要保留一个级别。",
  onlyTier: () => "至少要保留一个等级。",
  outsideTier: ({ tier }) => `分界须落在${sayTierNumber(tier, "zh")}的分数段之内。`,
  thresholdTaken: ({ fromFen }) => `门槛 ${sayYuan(fromFen, "zh")} 已经有了。`,
  form: ({ expected, received }) => `填写有误：应为 ${expected}，现为 ${received}。`,
  lint: ({ result }) => sayLint(result, "zh"),
};

const unitZh = (unit: Parameters<typeof sayUnit>[0]): string => sayUnit(unit, "zh");
const unitEn = (unit: Parameters<typeof sayUnit>[0]): string => sayUnit(unit, "en");

const english: Sentences = {
  required: () => "Please fill this in.",
  otherKind: () => "This cannot stand here.",
  notANumber: ({ text }) => `“${text}” is not a number.`,
  largeUnit: ({ text, meant }) => `Write the number in full: does “${text}” mean ${meant}?`,
  otherUnit: ({ text, unit }) => `“${text}” has another unit; this is counted in ${unitEn(unit)}.`,
  notWhole: ({ text }) => `“${text}” is not a whole number.`,
  tooPrecise: ({ text, decimals }) => `“${text}” has more than ${counted(decimals, "decimal")}.`,
  tooSmall: ({ least, unit }) => `It cannot be less than ${sayWithUnit(least, unit, "en")}.`,
  tooLarge: ({ most, unit }) => `It cannot be more than ${sayWithUnit(most, unit, "en")}.`,
  tooLong: ({ most }) => `Too long: ${counted(most, "character")} at most.`,
  tooMany: ({ most }) => `Too many: ${most} at most.`,
  twice: ({ word }) => `“${word}” stands here twice.`,
  numberAsWord: ({ word }) =>
    `“${word}” looks like a number; as a word it would hide real numbers of a sheet.`,
  headingTaken: ({ word, field }) =>
    `“${word}” already is a heading of the column ${sayField(field, "en")}.`,
  wordTaken: ({ word }) => `“${word}” already means statutory leave.`,
  unknownOption: ({ option }) => `There is no option “${option}”.`,
  unknownReading: () => "There is no such reading.",
  unknownLevel: ({ level }) => `There is no level “${level}”.`,
  unknownTier: ({ tier, worst }) =>
    `There is no tier ${tier}; there ${agree(worst, "is", "are")} ${counted(worst, "tier")}.`,
  unknownClause: ({ clause }) => `There is no clause “${clause}”.`,
  unknownField: ({ path }) => `The policy has no such value: ${path}`,
  unknownVersion: () => "There is no such version; it may have been removed.",
  notAMonth: ({ text }) => `“${text}” is not a month; write it like 2026-01.`,
  notADay: ({ text }) => `“${text}” is not a day; write it like 2026-01-31.`,
  notAfter: ({ previous }) => `It must start after the version before it, ${previous}.`,
  notBefore: ({ next }) => `It must start before the version after it, ${next}.`,
  locked: () => "This version is locked and cannot be changed.",
  changedMeanwhile: () =>
    "Somebody else has just saved other values; the draft is not saved yet. Check the changes, now listed against theirs, and save again.",
  earliest: () => "Other versions follow, so the earliest one cannot be removed.",
  decisionTaken: ({ from }) =>
    from === null
      ? "This reading already has a decision for every month."
      : `This reading already has a decision from ${from} on.`,
  notDecided: () => "This reading has no such decision.",
  onlyLevel: () => "At least one level must remain.",
  onlyTier: () => "At least one tier must remain.",
  outsideTier: ({ tier }) => `The limit must lie inside the scores of tier ${tier}.`,
  thresholdTaken: ({ fromFen }) => `There is a threshold at ${sayYuan(fromFen, "en")} already.`,
  form: ({ expected, received }) => `Expected ${expected}, found ${received}.`,
  lint: ({ result }) => sayLint(result, "en"),
};

const sentences: Readonly<Record<Language, Sentences>> = { zh: chinese, en: english };

function sayBy<C extends EditProblem["code"]>(
  said: Sentences,
  code: C,
  problem: Extract<EditProblem, { readonly code: C }>,
): string {
  return said[code](problem);
}

/** What is wrong with an input, as it stands beside the field. */
export function sayEditProblem(problem: EditProblem, language: Language): string {
  return sayBy(sentences[language], problem.code, problem);
}

/** One difference between two versions: what, whose, before and after. */
export function sayValueChange(
  { name, subject, kind, change, before, after }: ValueChange,
  language: Language,
  nameLevel: LevelNamer,
): string {
  const zh = language === "zh";
  const whose = saySubject(subject, language);
  const label = sayFieldName(name, language);
  const what = whose === null ? label : zh ? `${whose}：${label}` : `${whose}: ${label}`;
  const say = (value: typeof before): string =>
    value === undefined ? "" : sayFieldValue(name, kind, value, language, nameLevel);
  switch (change) {
    case "changed":
      return zh
        ? `${what}由${say(before)}改为${say(after)}`
        : `${what} from ${say(before)} to ${say(after)}`;
    case "added":
      return zh ? `新增 ${what}：${say(after)}` : `Added ${what}: ${say(after)}`;
    case "removed":
      return zh ? `删除 ${what}：${say(before)}` : `Removed ${what}: ${say(before)}`;
  }
}
