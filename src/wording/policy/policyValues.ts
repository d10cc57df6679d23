import type { PolicyVersion } from "../../policy";
import { formatMonth } from "../../units";
import type { Both, Language } from "../language";
import { message, type PaneMessage } from "../shell/message";
import { agree, allOf, counted, inBrackets, list, listed, NOTHING, quote, told } from "../say";
import { wordsOf } from "../words";

/** The sections of the forms, in the order in which they stand. */
export const VALUE_SECTIONS = [
  "levels",
  "tiers",
  "commission",
  "rules",
  "paths",
  "discipline",
  "words",
  "headings",
] as const;
export type ValueSection = (typeof VALUE_SECTIONS)[number];

/** Values that belong to the policy as a whole, by what they are about. */
export const VALUE_GROUPS = [
  "score",
  "performance",
  "commission",
  "promotion",
  "review",
  "fines",
  "probation",
  "minimumWage",
  "notAssessed",
  "document",
] as const;
export type ValueGroup = (typeof VALUE_GROUPS)[number];

/** What the draft is called where it is tried beside a version. */
export const draftLabel: Both = { zh: "草稿", en: "the draft" };

/** The fixed words of the forms, the versions and the files of a policy. */
export const policyValuesWords = wordsOf({
  title: { zh: "数值和版本", en: "Values and versions" },
  intro: {
    zh: "修改数值会另存为一个新版本，从你选的月份起生效；以前的月份仍按原来的版本。",
    en: "Changed values become a new version, in force from the month you choose; earlier months keep theirs.",
  },
  sections: {
    levels: { zh: "级别和底薪", en: "Levels and base salaries" },
    tiers: { zh: "绩效等级和绩效工资", en: "Score tiers and performance pay" },
    commission: { zh: "提成", en: "Commission" },
    rules: { zh: "晋升的成绩条件", en: "Scores needed for a promotion" },
    paths: { zh: "晋升的确认和步骤", en: "Attestations and steps" },
    discipline: { zh: "复核、罚款和试用期", en: "Reviews, fines, probation" },
    words: { zh: "成绩栏用词、最低工资", en: "Words of scores, minimum wage" },
    headings: { zh: "列名", en: "Column headings" },
  },
  groups: {
    score: { zh: "分数范围", en: "Range of scores" },
    performance: { zh: "绩效工资", en: "Performance pay" },
    commission: { zh: "算法", en: "How it is computed" },
    promotion: { zh: "共同规则", en: "Common rules" },
    review: { zh: "绩效复核", en: "Performance review" },
    fines: { zh: "罚款", en: "Fines" },
    probation: { zh: "试用期", en: "Probation" },
    minimumWage: { zh: "当地最低工资", en: "Local minimum wage" },
    notAssessed: { zh: "表示未考核的词", en: "Words for not assessed" },
    document: { zh: "制度文件", en: "The document" },
  },
  versions: { zh: "版本", en: "Versions" },
  originalPolicy: { zh: "原制度", en: "Original policy" },
  inForce: { zh: "当月适用", en: "holds this month" },
  locked: { zh: "已锁定", en: "locked" },
  lock: { zh: "锁定", en: "Lock" },
  unlock: { zh: "解锁", en: "Unlock" },
  newVersion: { zh: "修改数值", en: "Change values" },
  editVersion: { zh: "改数值", en: "Change values" },
  changeVersion: { zh: "改名称和月份", en: "Name and month" },
  removeVersion: { zh: "删除", en: "Remove" },
  removeAsk: {
    zh: "这个版本的数值会一并删除，它的月份改按前一个版本。",
    en: "Its values go with it; its months then go by the version before.",
  },
  remove: { zh: "删除版本", en: "Remove version" },
  keep: { zh: "保留", en: "Keep it" },
  save: { zh: "保存", en: "Save" },
  close: { zh: "取消", en: "Cancel" },
  undoSave: { zh: "撤销上次保存", en: "Undo last save" },
  compare: { zh: "比较两个版本", en: "Compare two versions" },
  earlier: { zh: "从", en: "From" },
  later: { zh: "到", en: "To" },
  noDifference: { zh: "两个版本的数值相同。", en: "Both versions have the same values." },
  draft: { zh: "草稿", en: "Draft" },
  draftHint: {
    zh: "草稿只在此窗格里，保存之前不影响任何计算。",
    en: "The draft lies in this pane only; nothing is computed by it before it is saved.",
  },
  from: { zh: "从哪个月起生效", en: "In force from" },
  since: (month: string): Both => ({ zh: `${month} 起`, en: `from ${month}` }),
  fromHint: { zh: "如 2026-01", en: "such as 2026-01" },
  name: { zh: "版本名称", en: "Name of the version" },
  nameHint: { zh: "可不填", en: "may be left empty" },
  changes: { zh: "改动", en: "Changes" },
  noChanges: { zh: "还没有改动。", en: "Nothing changed yet." },
  effectWorking: { zh: "正在计算对当月的影响…", en: "Working out the effect on the open month…" },
  effectNoMonth: {
    zh: "没有找到成绩表，无法计算对当月的影响。",
    en: "No score sheet was found to try it on.",
  },
  mustMend: { zh: "先改正这些，才能保存", en: "Mend this before saving" },
  alsoFound: { zh: "还可留意", en: "Also worth a look" },
  nothingFound: { zh: "没有需要改正的地方。", en: "Nothing has to be mended." },
  saveNew: { zh: "保存为新版本", en: "Save as new version" },
  saveInto: { zh: "保存到此版本", en: "Save into this version" },
  discard: { zh: "放弃草稿", en: "Discard draft" },
  discardAsk: { zh: "再点一次，放弃全部改动", en: "Once more to discard everything" },
  undoEdit: { zh: "撤销一步", en: "Undo one step" },
  wrong: { zh: "需改正", en: "to mend" },
  none: { zh: "无", en: "none" },
  included: { zh: "含", en: "included" },
  settle: { zh: "改为固定值", en: "Set a fixed value" },
  byReading: { zh: "由口径决定", en: "by its reading" },
  add: { zh: "添加", en: "Add" },
  addWord: { zh: "添加一个词", en: "Add a word" },
  addLevel: { zh: "增加级别", en: "Add a level" },
  removeLevel: { zh: "删除此级别", en: "Remove this level" },
  above: { zh: "排在哪一级之上", en: "Stands above" },
  lowestPlace: { zh: "最低一级", en: "the lowest" },
  addTier: { zh: "增加等级", en: "Add a tier" },
  divideTier: { zh: "从哪一等级分出", en: "Divide which tier" },
  divideAt: { zh: "从多少分起分开", en: "From which score" },
  removeTierBetter: { zh: "删除，并入上一等级", en: "Remove, into the better tier" },
  removeTierWorse: { zh: "删除，并入下一等级", en: "Remove, into the worse tier" },
  meetBelow: { zh: "让下一等级到此为止", en: "End the worse tier here" },
  meetAbove: { zh: "让上一等级从此开始", en: "Start the better tier here" },
  addBand: { zh: "增加提成档", en: "Add a band" },
  removeBand: { zh: "删除此档", en: "Remove this band" },
  addRule: { zh: "增加成绩条件", en: "Add score criteria" },
  removeRule: { zh: "删除成绩条件", en: "Remove the score criteria" },
  addStep: { zh: "增加步骤", en: "Add a step" },
  removeStep: { zh: "删除此步骤", en: "Remove this step" },
  moveUp: { zh: "上移", en: "Up" },
  moveDown: { zh: "下移", en: "Down" },
  requires: { zh: "有此要求", en: "Required" },
  months: { zh: "月数", en: "Months" },
  tier: { zh: "等级", en: "Tier" },
  worstTier: { zh: "不低于", en: "None below" },
  bound: { zh: "要求", en: "Bound" },
  bounds: {
    atLeast: { zh: "至少", en: "At least" },
    exactly: { zh: "恰好", en: "Exactly" },
  },
  level: { zh: "级别", en: "Level" },
  allLevels: { zh: "所有级别", en: "All levels" },
  toSummary: { zh: "查看改动", en: "See changes" },
  transfer: { zh: "导出和导入", en: "Export and import" },
  transferHint: {
    zh: "文件里是本工作簿的全部版本和口径决定，可用于备份或另一个工作簿。",
    en: "The file holds every version and decision of this workbook: a backup, or for another workbook.",
  },
  export: { zh: "导出文件", en: "Export file" },
  copy: { zh: "复制内容", en: "Copy content" },
  copied: {
    zh: "已复制，可粘贴到文本文件里保存。",
    en: "Copied; paste it into a text file to keep it.",
  },
  import: { zh: "导入文件", en: "Import file" },
  importHint: {
    zh: "导入前会先列出内容，确认后才替换。",
    en: "You see what is in it before anything is replaced.",
  },
  importRefused: {
    zh: "没有导入，本工作簿的制度没有改动。",
    en: "Not imported; the policy of this workbook is as it was.",
  },
  otherFile: {
    zh: "这不是本工具导出的制度文件，或文件已损坏。请选择从“制度”页导出的 .json 文件。",
    en: "This is no policy file exported by this tool, or it is damaged. Choose a .json file exported on the page “Policy”.",
  },
  importKept: {
    zh: "文件里有本版本不认识的内容，会原样保留",
    en: "The file holds things unknown here; they are kept as they are",
  },
  importErrors: { zh: "检查发现文件里的制度有错误", en: "The checks find errors in this policy" },
  replace: { zh: "替换本工作簿的制度", en: "Replace this workbook's policy" },
  sheet: { zh: "制度说明", en: "Policy sheet" },
  sheetHint: {
    zh: "写成一张可打印、不装加载项也能看的工作表。",
    en: "A worksheet to print, readable without the add-in.",
  },
  writeSheet: { zh: "制度说明", en: "Policy sheet" },
  openQuestions: { zh: "附上待确认的问题", en: "With the open questions" },
});
export type PolicyValuesWords = ReturnType<typeof policyValuesWords>;

/** A version by its name and its first month. */
export function sayVersion(
  { id, name, from }: Pick<PolicyVersion, "id" | "name" | "from">,
  language: Language,
): string {
  const words = policyValuesWords(language);
  const called = name === "" && id === "built-in" ? words.originalPolicy : name;
  if (from === null) return called === "" ? id : called;
  const since = words.since(formatMonth(from));
  return called === "" ? since : `${called}${inBrackets(since, language)}`;
}

/** Which reading decides on a value. */
export function sayByReading(title: Both, language: Language): string {
  return { zh: `口径：${title.zh}`, en: `Reading: ${title.en}` }[language];
}

export function sayRemoveWord(word: string, language: Language): string {
  return { zh: `删除${quote(word)}`, en: `Remove ${quote(word)}` }[language];
}

/** The draft in one line. */
export function sayDraftState(changes: number, wrong: number, language: Language): string {
  return {
    zh: `草稿：${changes} 处改动${wrong > 0 ? `，${wrong} 处需改正` : ""}`,
    en: `Draft: ${counted(changes, "change")}${wrong > 0 ? `, ${wrong} to mend` : ""}`,
  }[language];
}

export function sayMoreLines(count: number, language: Language): string {
  return { zh: `另有 ${count} 条`, en: `${count} more` }[language];
}

/** The draft has become a version; from a month on where it is a new one. */
export function sayVersionSaved(from: string | null, language: Language): PaneMessage {
  if (from === null) return message({ zh: "版本已保存。", en: "The version is saved." })[language];
  return message(
    {
      zh: `新版本已保存，自 ${from} 起生效。`,
      en: `The new version is saved; it holds from ${from}.`,
    },
    { zh: "以前的月份仍按原来的版本。", en: "Earlier months keep theirs." },
  )[language];
}

export function sayVersionRemoved(name: string, language: Language): PaneMessage {
  return message({ zh: `已删除版本${quote(name)}。`, en: `Removed the version ${quote(name)}.` })[
    language
  ];
}

export function sayVersionsRestored(language: Language): PaneMessage {
  return message({
    zh: "版本已恢复到上次保存之前。",
    en: "The versions are as they were before the last save.",
  })[language];
}

export function sayImported(language: Language): PaneMessage {
  return message(
    { zh: "已用文件里的制度替换。", en: "The policy of the file is in place." },
    { zh: "如需恢复，请点“撤销上次保存”。", en: "“Undo last save” takes it back." },
  )[language];
}

/** What an exported file is called; the month is the open one. */
export function sayPolicyFile(month: string, language: Language): string {
  return { zh: `客服制度_${month}.json`, en: `CS-policy_${month}.json` }[language];
}

/** What a file to import holds. */
export function sayFileContent(
  { decisions, versions }: { readonly decisions: number; readonly versions: readonly string[] },
  language: Language,
): string {
  const names: Both =
    versions.length === 0
      ? NOTHING
      : { zh: `：${list(versions, "zh")}`, en: `: ${list(versions, "en")}` };
  return {
    zh: `文件里有 ${decisions} 条口径决定、${versions.length} 个版本${names.zh}。`,
    en: `The file holds ${counted(decisions, "decision")} and ${counted(versions.length, "version")}${names.en}.`,
  }[language];
}

/** What the workbook would lose; "" where nothing. */
export function sayFileLoses(
  {
    lostDecisions,
    lostVersions,
  }: { readonly lostDecisions: number; readonly lostVersions: readonly string[] },
  language: Language,
): string {
  if (lostDecisions === 0 && lostVersions.length === 0) return "";
  const lost = listed(
    told([
      lostDecisions > 0 && {
        zh: ` ${lostDecisions} 条口径决定`,
        en: counted(lostDecisions, "decision"),
      },
      lostVersions.length > 0 && {
        zh: `版本 ${list(lostVersions, "zh")} `,
        en: `the ${agree(lostVersions.length, "version", "versions")} ${list(lostVersions, "en")}`,
      },
    ]),
    allOf,
  );
  return {
    zh: `替换后，本工作簿现有的${lost.zh}不再保留。`,
    en: `Replacing drops ${lost.en} of this workbook.`,
  }[language];
}

export function saySheetWritten(name: string, refreshed: boolean, language: Language): PaneMessage {
  return message(
    refreshed
      ? { zh: `已更新工作表${quote(name)}。`, en: `The sheet ${quote(name)} is up to date.` }
      : { zh: `已写入工作表${quote(name)}。`, en: `The sheet ${quote(name)} is written.` },
  )[language];
}
