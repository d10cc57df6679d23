import type { PartProblem, PartReport, StoredPolicy } from "../../policy";
import type { PolicyConflict } from "../../views";
import type { Both, Language } from "../language";
import { message, type PaneMessage } from "../shell/message";
import { wordsOf } from "../words";
import { alike, counted, quote } from "../say";

/** Names of an unknown file, cut so that a message stays a message. */
const LONGEST_NAME = 60;
const quoted = (text: string): string => quote(text, LONGEST_NAME);

type ProblemSentences = {
  readonly [C in PartProblem["code"]]: (
    problem: Extract<PartProblem, { readonly code: C }>,
  ) => Both;
};

const problems: ProblemSentences = {
  tooLarge: ({ limit }) => ({
    zh: `文件太大，最多 ${limit} 个字符。`,
    en: `The file is too large: ${counted(limit, "character")} at most.`,
  }),
  tooDeep: ({ limit }) => ({
    zh: `内容嵌套太深，最多 ${limit} 层。`,
    en: `The content is nested too deeply: ${counted(limit, "level")} at most.`,
  }),
  notXml: () => ({
    zh: "内容不是完整的 XML，可能被截断。",
    en: "The content is not complete XML; it may have been cut off.",
  }),
  documentType: () => ({
    zh: "内容里有文档类型声明（DOCTYPE），为安全起见不读取。",
    en: "The content declares a document type (DOCTYPE) and is not read, to be safe.",
  }),
  otherRoot: ({ name }) => ({
    zh: `这不是制度设置：最外层是${quoted(name)}。`,
    en: `These are no policy settings: the outermost element is ${quoted(name)}.`,
  }),
  unexpectedMarkup: ({ name }) => ({
    zh: `内容里有不该有的标记${quoted(name)}。`,
    en: `There is markup that does not belong here: ${quoted(name)}.`,
  }),
  notJson: () => ({
    zh: "内容不是完整的 JSON，可能被截断或改坏了。",
    en: "The content is not complete JSON; it may have been cut off or damaged.",
  }),
  forbiddenKey: ({ path }) => ({
    zh: `${path}：不允许使用这个字段名。`,
    en: `${path}: a field may not be called so.`,
  }),
  field: ({ path, expected, received }) =>
    received === "undefined"
      ? { zh: `${path}：缺少这一项。`, en: `${path}: this is missing.` }
      : {
          zh: `${path}：应为 ${expected}，现为 ${received}。`,
          en: `${path}: expected ${expected}, found ${received}.`,
        },
};

function problemBy<C extends PartProblem["code"]>(
  code: C,
  problem: Extract<PartProblem, { readonly code: C }>,
): Both {
  return problems[code](problem);
}

/** Why a part of the workbook or a file to import is not read. */
export function sayPartProblem(problem: PartProblem, language: Language): string {
  return problemBy(problem.code, problem)[language];
}

/** What a part holds that this product does not know; it is kept as it is. */
export function sayPartReport(report: PartReport, language: Language): string {
  switch (report.kind) {
    case "unknownReading":
      return {
        zh: `${report.path}：本版本不认识口径${quoted(report.reading)}，原样保留，不起作用。`,
        en: `${report.path}: the reading ${quoted(report.reading)} is unknown here; it is kept and has no effect.`,
      }[language];
    case "unknownOption":
      return {
        zh: `${report.path}：口径没有选项${quoted(report.option)}，原样保留，该口径按未确认处理。`,
        en: `${report.path}: the reading has no option ${quoted(report.option)}; it is kept, and the reading counts as undecided.`,
      }[language];
    case "unknownField":
      return {
        zh: `${report.path}：本版本不认识这一项，原样保留。`,
        en: `${report.path}: this field is unknown here; it is kept as it is.`,
      }[language];
  }
}

/** Fields beside decisions and versions, by what they are to HR; any other one is called as it is stored. */
const storedFields: { readonly [name in keyof StoredPolicy]?: Both } = {
  words: { zh: "读表用的词", en: "list of words by which sheets are read" },
};

function fieldName(name: string): Both {
  const entry = Object.entries(storedFields).find(([field]) => field === name)?.[1];
  return entry ?? alike(quoted(name));
}

/** What two people saved differently while nothing tells which came later: the part that lies later was taken. */
export function sayPolicyConflict(conflict: PolicyConflict, language: Language): string {
  switch (conflict.kind) {
    case "version": {
      const name = conflict.name === "" ? "" : quoted(conflict.name);
      const id = name === "" ? quoted(conflict.id) : ` (${conflict.id})`;
      return {
        zh: `版本${name}${id}：两份内容不同，采用后保存的一份。`,
        en: `The version ${name}${id}: the two contents differ; the one saved later holds.`,
      }[language];
    }
    case "field": {
      const { zh, en } = fieldName(conflict.name);
      return {
        zh: `${zh}：两份不同，采用后保存的一份。`,
        en: `The ${en}: the two differ; the one saved later holds.`,
      }[language];
    }
    case "decision": {
      const { title, from, taken, other } = conflict;
      return {
        zh: `口径${quoted(title.zh)}${from === null ? "" : `（自 ${from}）`}：同一天一份选了${quoted(other.zh)}，一份选了${quoted(taken.zh)}，采用后保存的${quoted(taken.zh)}。`,
        en: `The reading ${quoted(title.en)}${from === null ? "" : ` (from ${from})`}: on one day decided as ${quoted(other.en)} and as ${quoted(taken.en)}; ${quoted(taken.en)}, saved later, holds.`,
      }[language];
    }
  }
}

/** The fixed words about what the workbook's settings hold that HR should see. */
export const policyPartWords = wordsOf({
  differ: {
    zh: "两个人分别保存过制度设置，内容不同",
    en: "Two people saved different policy settings",
  },
  checkThem: {
    zh: "请核对下面采用的内容，需要时先改正；核对后合为一份，这条提示随之消失。",
    en: "Check what holds now and change it where it is wrong; then store it as one, and this message goes.",
  },
  settle: { zh: "已核对，合为一份", en: "Checked: store as one" },
  unknownKept: {
    zh: "制度设置里有本版本不认识的内容，原样保留，不起作用",
    en: "The policy settings hold things unknown here; they are kept and have no effect",
  },
  look: { zh: "查看", en: "Look" },
});

/** The settings were stored as one. */
export function sayPolicySettled(language: Language): PaneMessage {
  return message({ zh: "制度设置已合为一份。", en: "The policy settings are stored as one." })[
    language
  ];
}

/** The part or file was written by a later version of the product. */
export function sayNewerSchema(schema: number, language: Language): string {
  return {
    zh: `制度设置由更新的版本写成（格式 ${schema}），本版本不读取也不改动，请先更新。`,
    en: `The settings were written by a newer version (format ${schema}); they are neither read nor changed here. Please update first.`,
  }[language];
}
