import type { Bound, PolicyVersion, Words } from "../../policy";
import { formatMonth } from "../../units";
import type { Language } from "../language";
import type { PaneMessage } from "../shell/pane";
import { agree, counted } from "../say";

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

/** The fixed words of the forms, the versions and the files of a policy. */
export interface PolicyValuesWords {
  readonly title: string;
  readonly intro: string;
  readonly sections: Readonly<Record<ValueSection, string>>;
  readonly groups: Readonly<Record<ValueGroup, string>>;
  readonly versions: string;
  readonly originalPolicy: string;
  readonly inForce: string;
  readonly locked: string;
  readonly lock: string;
  readonly unlock: string;
  readonly newVersion: string;
  readonly editVersion: string;
  readonly changeVersion: string;
  readonly removeVersion: string;
  readonly removeAsk: string;
  readonly remove: string;
  readonly keep: string;
  readonly save: string;
  readonly close: string;
  readonly undoSave: string;
  readonly compare: string;
  readonly earlier: string;
  readonly later: string;
  readonly noDifference: string;
  readonly draft: string;
  readonly draftHint: string;
  readonly from: string;
  readonly fromHint: string;
  readonly name: string;
  readonly nameHint: string;
  readonly changes: string;
  readonly noChanges: string;
  readonly effectWorking: string;
  readonly effectNoMonth: string;
  readonly mustMend: string;
  readonly alsoFound: string;
  readonly nothingFound: string;
  readonly saveNew: string;
  readonly saveInto: string;
  readonly discard: string;
  readonly discardAsk: string;
  readonly undoEdit: string;
  readonly wrong: string;
  readonly none: string;
  readonly included: string;
  readonly settle: string;
  readonly byReading: string;
  readonly add: string;
  readonly addWord: string;
  readonly addLevel: string;
  readonly removeLevel: string;
  readonly above: string;
  readonly lowestPlace: string;
  readonly addTier: string;
  readonly divideTier: string;
  readonly divideAt: string;
  readonly removeTierBetter: string;
  readonly removeTierWorse: string;
  readonly meetBelow: string;
  readonly meetAbove: string;
  readonly addBand: string;
  readonly removeBand: string;
  readonly addRule: string;
  readonly removeRule: string;
  readonly addStep: string;
  readonly removeStep: string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly requires: string;
  readonly months: string;
  readonly tier: string;
  readonly worstTier: string;
  readonly bound: string;
  readonly bounds: Readonly<Record<Bound, string>>;
  readonly level: string;
  readonly allLevels: string;
  readonly toSummary: string;
  readonly draftLabel: Words;
  readonly transfer: string;
  readonly transferHint: string;
  readonly export: string;
  readonly copy: string;
  readonly copied: string;
  readonly import: string;
  readonly importHint: string;
  readonly importRefused: string;
  readonly importKept: string;
  readonly importErrors: string;
  readonly replace: string;
  readonly sheet: string;
  readonly sheetHint: string;
  readonly writeSheet: string;
  readonly openQuestions: string;
}

const DRAFT: Words = { zh: "草稿", en: "the draft" };

const zh: PolicyValuesWords = {
  title: "数值和版本",
  intro: "修改数值会另存为一个新版本，从你选的月份起生效；以前的月份仍按原来的版本。",
  sections: {
    levels: "级别和底薪",
    tiers: "绩效等级和绩效工资",
    commission: "提成",
    rules: "晋升的成绩条件",
    paths: "晋升的确认和步骤",
    discipline: "复核、罚款和试用期",
    words: "成绩栏用词、最低工资",
    headings: "列名",
  },
  groups: {
    score: "分数范围",
    performance: "绩效工资",
    commission: "算法",
    promotion: "共同规则",
    review: "绩效复核",
    fines: "罚款",
    probation: "试用期",
    minimumWage: "当地最低工资",
    notAssessed: "表示未考核的词",
    document: "制度文件",
  },
  versions: "版本",
  originalPolicy: "原制度",
  inForce: "当月适用",
  locked: "已锁定",
  lock: "锁定",
  unlock: "解锁",
  newVersion: "修改数值",
  editVersion: "改数值",
  changeVersion: "改名称和月份",
  removeVersion: "删除",
  removeAsk: "这个版本的数值会一并删除，它的月份改按前一个版本。",
  remove: "删除版本",
  keep: "保留",
  save: "保存",
  close: "取消",
  undoSave: "撤销上次保存",
  compare: "比较两个版本",
  earlier: "从",
  later: "到",
  noDifference: "两个版本的数值相同。",
  draft: "草稿",
  draftHint: "草稿只在此窗格里，保存之前不影响任何计算。",
  from: "从哪个月起生效",
  fromHint: "如 2026-01",
  name: "版本名称",
  nameHint: "可不填",
  changes: "改动",
  noChanges: "还没有改动。",
  effectWorking: "正在计算对当月的影响…",
  effectNoMonth: "没有找到成绩表，无法计算对当月的影响。",
  mustMend: "先改正这些，才能保存",
  alsoFound: "还可留意",
  nothingFound: "没有需要改正的地方。",
  saveNew: "保存为新版本",
  saveInto: "保存到此版本",
  discard: "放弃草稿",
  discardAsk: "再点一次，放弃全部改动",
  undoEdit: "撤销一步",
  wrong: "需改正",
  none: "无",
  included: "含",
  settle: "改为固定值",
  byReading: "由口径决定",
  add: "添加",
  addWord: "添加一个词",
  addLevel: "增加级别",
  removeLevel: "删除此级别",
  above: "排在哪一级之上",
  lowestPlace: "最低一级",
  addTier: "增加等级",
  divideTier: "从哪一等级分出",
  divideAt: "从多少分起分开",
  removeTierBetter: "删除，并入上一等级",
  removeTierWorse: "删除，并入下一等级",
  meetBelow: "让下一等级到此为止",
  meetAbove: "让上一等级从此开始",
  addBand: "增加提成档",
  removeBand: "删除此档",
  addRule: "增加成绩条件",
  removeRule: "删除成绩条件",
  addStep: "增加步骤",
  removeStep: "删除此步骤",
  moveUp: "上移",
  moveDown: "下移",
  requires: "有此要求",
  months: "月数",
  tier: "等级",
  worstTier: "不低于",
  bound: "要求",
  bounds: { atLeast: "至少", exactly: "恰好" },
  level: "级别",
  allLevels: "所有级别",
  toSummary: "查看改动",
  draftLabel: DRAFT,
  transfer: "导出和导入",
  transferHint: "文件里是本工作簿的全部版本和口径决定，可用于备份或另一个工作簿。",
  export: "导出文件",
  copy: "复制内容",
  copied: "已复制，可粘贴到文本文件里保存。",
  import: "导入文件",
  importHint: "导入前会先列出内容，确认后才替换。",
  importRefused: "没有导入，本工作簿的制度没有改动。",
  importKept: "文件里有本版本不认识的内容，会原样保留",
  importErrors: "检查发现文件里的制度有错误",
  replace: "替换本工作簿的制度",
  sheet: "制度说明",
  sheetHint: "写成一张可打印、不装加载项也能看的工作表。",
  writeSheet: "制度说明",
  openQuestions: "附上待确认的问题",
};

const en: PolicyValuesWords = {
  title: "Values and versions",
  intro:
    "Changed values become a new version, in force from the month you choose; earlier months keep theirs.",
  sections: {
    levels: "Levels and base salaries",
    tiers: "Score tiers and performance pay",
    commission: "Commission",
    rules: "Scores needed for a promotion",
    paths: "Attestations and steps",
    discipline: "Reviews, fines, probation",
    words: "Words of scores, minimum wage",
    headings: "Column headings",
  },
  groups: {
    score: "Range of scores",
    performance: "Performance pay",
    commission: "How it is computed",
    promotion: "Common rules",
    review: "Performance review",
    fines: "Fines",
    probation: "Probation",
    minimumWage: "Local minimum wage",
    notAssessed: "Words for not assessed",
    document: "The document",
  },
  versions: "Versions",
  originalPolicy: "Original policy",
  inForce: "holds this month",
  locked: "locked",
  lock: "Lock",
  unlock: "Unlock",
  newVersion: "Change values",
  editVersion: "Change values",
  changeVersion: "Name and month",
  removeVersion: "Remove",
  removeAsk: "Its values go with it; its months then go by the version before.",
  remove: "Remove version",
  keep: "Keep it",
  save: "Save",
  close: "Cancel",
  undoSave: "Undo last save",
  compare: "Compare two versions",
  earlier: "From",
  later: "To",
  noDifference: "Both versions have the same values.",
  draft: "Draft",
  draftHint: "The draft lies in this pane only; nothing is computed by it before it is saved.",
  from: "In force from",
  fromHint: "such as 2026-01",
  name: "Name of the version",
  nameHint: "may be left empty",
  changes: "Changes",
  noChanges: "Nothing changed yet.",
  effectWorking: "Working out the effect on the open month…",
  effectNoMonth: "No score sheet was found to try it on.",
  mustMend: "Mend this before saving",
  alsoFound: "Also worth a look",
  nothingFound: "Nothing has to be mended.",
  saveNew: "Save as new version",
  saveInto: "Save into this version",
  discard: "Discard draft",
  discardAsk: "Once more to discard everything",
  undoEdit: "Undo one step",
  wrong: "to mend",
  none: "none",
  included: "included",
  settle: "Set a fixed value",
  byReading: "by its reading",
  add: "Add",
  addWord: "Add a word",
  addLevel: "Add a level",
  removeLevel: "Remove this level",
  above: "Stands above",
  lowestPlace: "the lowest",
  addTier: "Add a tier",
  divideTier: "Divide which tier",
  divideAt: "From which score",
  removeTierBetter: "Remove, into the better tier",
  removeTierWorse: "Remove, into the worse tier",
  meetBelow: "End the worse tier here",
  meetAbove: "Start the better tier here",
  addBand: "Add a band",
  removeBand: "Remove this band",
  addRule: "Add score criteria",
  removeRule: "Remove the score criteria",
  addStep: "Add a step",
  removeStep: "Remove this step",
  moveUp: "Up",
  moveDown: "Down",
  requires: "Required",
  months: "Months",
  tier: "Tier",
  worstTier: "None below",
  bound: "Bound",
  bounds: { atLeast: "At least", exactly: "Exactly" },
  level: "Level",
  allLevels: "All levels",
  toSummary: "See changes",
  draftLabel: DRAFT,
  transfer: "Export and import",
  transferHint:
    "The file holds every version and decision of this workbook: a backup, or for another workbook.",
  export: "Export file",
  copy: "Copy content",
  copied: "Copied; paste it into a text file to keep it.",
  import: "Import file",
  importHint: "You see what is in it before anything is replaced.",
  importRefused: "Not imported; the policy of this workbook is as it was.",
  importKept: "The file holds things unknown here; they are kept as they are",
  importErrors: "The checks find errors in this policy",
  replace: "Replace this workbook's policy",
  sheet: "Policy sheet",
  sheetHint: "A worksheet to print, readable without the add-in.",
  writeSheet: "Policy sheet",
  openQuestions: "With the open questions",
};

const words: Readonly<Record<Language, PolicyValuesWords>> = { zh, en };

export function policyValuesWords(language: Language): PolicyValuesWords {
  return words[language];
}

/** A version by its name and its first month. */
export function sayVersion(
  { id, name, from }: Pick<PolicyVersion, "id" | "name" | "from">,
  language: Language,
): string {
  const zh = language === "zh";
  const called = name === "" && id === "built-in" ? words[language].originalPolicy : name;
  if (from === null) return called === "" ? id : called;
  const since = zh ? `${formatMonth(from)} 起` : `from ${formatMonth(from)}`;
  return called === "" ? since : zh ? `${called}（${since}）` : `${called} (${since})`;
}

/** Which reading decides on a value. */
export function sayByReading(title: Words, language: Language): string {
  return language === "zh" ? `口径：${title.zh}` : `Reading: ${title.en}`;
}

export function sayRemoveWord(word: string, language: Language): string {
  return language === "zh" ? `删除“${word}”` : `Remove “${word}”`;
}

/** The draft in one line. */
export function sayDraftState(changes: number, wrong: number, language: Language): string {
  if (language === "zh") return `草稿：${changes} 处改动${wrong > 0 ? `，${wrong} 处需改正` : ""}`;
  return `Draft: ${counted(changes, "change")}${wrong > 0 ? `, ${wrong} to mend` : ""}`;
}

export function sayMoreLines(count: number, language: Language): string {
  return language === "zh" ? `另有 ${count} 条` : `${count} more`;
}

/** The draft has become a version; from a month on where it is a new one. */
export function sayVersionSaved(from: string | null, language: Language): PaneMessage {
  if (from === null)
    return language === "zh"
      ? { what: "版本已保存。", next: "" }
      : { what: "The version is saved.", next: "" };
  return language === "zh"
    ? { what: `新版本已保存，自 ${from} 起生效。`, next: "以前的月份仍按原来的版本。" }
    : {
        what: `The new version is saved; it holds from ${from}.`,
        next: "Earlier months keep theirs.",
      };
}

export function sayVersionRemoved(name: string, language: Language): PaneMessage {
  return language === "zh"
    ? { what: `已删除版本“${name}”。`, next: "" }
    : { what: `Removed the version “${name}”.`, next: "" };
}

export function sayVersionsRestored(language: Language): PaneMessage {
  return language === "zh"
    ? { what: "版本已恢复到上次保存之前。", next: "" }
    : { what: "The versions are as they were before the last save.", next: "" };
}

export function sayImported(language: Language): PaneMessage {
  return language === "zh"
    ? { what: "已用文件里的制度替换。", next: "如需恢复，请点“撤销上次保存”。" }
    : { what: "The policy of the file is in place.", next: "“Undo last save” takes it back." };
}

/** What a file to import holds. */
export function sayFileContent(
  { decisions, versions }: { readonly decisions: number; readonly versions: readonly string[] },
  language: Language,
): string {
  if (language === "zh")
    return `文件里有 ${decisions} 条口径决定、${versions.length} 个版本${versions.length > 0 ? `：${versions.join("、")}` : ""}。`;
  return `The file holds ${counted(decisions, "decision")} and ${counted(versions.length, "version")}${versions.length > 0 ? `: ${versions.join(", ")}` : ""}.`;
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
  const names = lostVersions.join(language === "zh" ? "、" : ", ");
  if (language === "zh")
    return `替换后，本工作簿现有的${[
      ...(lostDecisions > 0 ? [` ${lostDecisions} 条口径决定`] : []),
      ...(lostVersions.length > 0 ? [`版本 ${names} `] : []),
    ].join("和")}不再保留。`;
  return `Replacing drops ${[
    ...(lostDecisions > 0 ? [counted(lostDecisions, "decision")] : []),
    ...(lostVersions.length > 0
      ? [`the ${agree(lostVersions.length, "version", "versions")} ${names}`]
      : []),
  ].join(" and ")} of this workbook.`;
}

export function saySheetWritten(name: string, refreshed: boolean, language: Language): PaneMessage {
  if (language === "zh")
    return { what: refreshed ? `已更新工作表“${name}”。` : `已写入工作表“${name}”。`, next: "" };
  return {
    what: refreshed ? `The sheet “${name}” is up to date.` : `The sheet “${name}” is written.`,
    next: "",
  };
}
