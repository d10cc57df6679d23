import type { PartProblem, PartReport, United } from "../../policy";
import type { Language } from "../language";

type UnionConflict = United["conflicts"][number];

/** Names of an unknown file, cut so that a message stays a message. */
const LONGEST_NAME = 60;
function quoted(text: string): string {
  const cut = text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;
  return `“${cut}”`;
}

type ProblemSentences = {
  readonly [C in PartProblem["code"]]: (
    problem: Extract<PartProblem, { readonly code: C }>,
  ) => string;
};

const problemsZh: ProblemSentences = {
  tooLarge: ({ limit }) => `文件太大，最多 ${limit} 个字符。`,
  tooDeep: ({ limit }) => `内容嵌套太深，最多 ${limit} 层。`,
  notXml: () => "内容不是完整的 XML，可能被截断。",
  documentType: () => "内容里有文档类型声明（DOCTYPE），为安全起见不读取。",
  otherRoot: ({ name }) => `这不是制度设置：最外层是${quoted(name)}。`,
  unexpectedMarkup: ({ name }) => `内容里有不该有的标记${quoted(name)}。`,
  notJson: () => "内容不是完整的 JSON，可能被截断或改坏了。",
  forbiddenKey: ({ path }) => `${path}：不允许使用这个字段名。`,
  field: ({ path, expected, received }) =>
    received === "undefined"
      ? `${path}：缺少这一项。`
      : `${path}：应为 ${expected}，现为 ${received}。`,
};

const problemsEn: ProblemSentences = {
  tooLarge: ({ limit }) => `The file is too large: ${limit} characters at most.`,
  tooDeep: ({ limit }) => `The content is nested too deeply: ${limit} levels at most.`,
  notXml: () => "The content is not complete XML; it may have been cut off.",
  documentType: () => "The content declares a document type (DOCTYPE) and is not read, to be safe.",
  otherRoot: ({ name }) =>
    `These are no policy settings: the outermost element is ${quoted(name)}.`,
  unexpectedMarkup: ({ name }) => `There is markup that does not belong here: ${quoted(name)}.`,
  notJson: () => "The content is not complete JSON; it may have been cut off or damaged.",
  forbiddenKey: ({ path }) => `${path}: a field may not be called so.`,
  field: ({ path, expected, received }) =>
    received === "undefined"
      ? `${path}: this is missing.`
      : `${path}: expected ${expected}, found ${received}.`,
};

function problemBy<C extends PartProblem["code"]>(
  said: ProblemSentences,
  code: C,
  problem: Extract<PartProblem, { readonly code: C }>,
): string {
  return said[code](problem);
}

/** Why a part of the workbook or a file to import is not read. */
export function sayPartProblem(problem: PartProblem, language: Language): string {
  return problemBy(language === "zh" ? problemsZh : problemsEn, problem.code, problem);
}

/** What a part holds that this product does not know; it is kept as it is. */
export function sayPartReport(report: PartReport, language: Language): string {
  const zh = language === "zh";
  switch (report.kind) {
    case "unknownReading":
      return zh
        ? `${report.path}：本版本不认识口径${quoted(report.reading)}，原样保留，不起作用。`
        : `${report.path}: the reading ${quoted(report.reading)} is unknown here; it is kept and has no effect.`;
    case "unknownOption":
      return zh
        ? `${report.path}：口径没有选项${quoted(report.option)}，原样保留，该口径按未确认处理。`
        : `${report.path}: the reading has no option ${quoted(report.option)}; it is kept, and the reading counts as undecided.`;
    case "unknownField":
      return zh
        ? `${report.path}：本版本不认识这一项，原样保留。`
        : `${report.path}: this field is unknown here; it is kept as it is.`;
  }
}

/** Where two people saved different things and nothing tells which came later. */
export function sayUnionConflict(conflict: UnionConflict, language: Language): string {
  const zh = language === "zh";
  switch (conflict.kind) {
    case "version":
      return zh
        ? `两人保存的版本${quoted(conflict.id)}内容不同，已采用后保存的一份，请核对。`
        : `Two people saved different contents of the version ${quoted(conflict.id)}; the later one was taken. Please check it.`;
    case "field":
      return zh
        ? `两人保存的${quoted(conflict.name)}不同，已采用后保存的一份。`
        : `Two people saved a different ${quoted(conflict.name)}; the later one was taken.`;
  }
}

/** The part or file was written by a later version of the product. */
export function sayNewerSchema(schema: number, language: Language): string {
  return language === "zh"
    ? `制度设置由更新的版本写成（格式 ${schema}），本版本不读取也不改动，请先更新。`
    : `The settings were written by a newer version (format ${schema}); they are neither read nor changed here. Please update first.`;
}
