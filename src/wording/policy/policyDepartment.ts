import type { Language } from "../language";
import { message, type PaneMessage } from "../shell/message";
import { wordsOf } from "../words";

/** What the department's policy is called where policies are compared. */
export const departmentLabel = { zh: "部门统一制度", en: "the department's policy" } as const;

/** What the pane says of the department's policy. */
export const policyDepartmentWords = wordsOf({
  differs: {
    zh: "本工作簿的制度与部门统一制度不同",
    en: "This workbook's policy differs from the department's",
  },
  onlyInDepartment: {
    zh: "部门制度里有，本工作簿没有：",
    en: "In the department's policy and not in this workbook:",
  },
  onlyInWorkbook: {
    zh: "本工作簿里有，部门制度没有：",
    en: "In this workbook and not in the department's policy:",
  },
  takeOver: { zh: "改用部门统一制度", en: "Use the department's policy" },
  keepOwn: { zh: "保留本工作簿的制度", en: "Keep this workbook's policy" },
  fault: { zh: "部门统一制度不能使用", en: "The department's policy cannot be used" },
  undo: { zh: "改回原来的制度", en: "Go back to the former policy" },
  tryAgain: { zh: "重新读取", en: "Read it again" },
});

/** By whose policy a workbook without its own is computed; `version` is "" where there is one for all months. */
export function sayByDepartment(version: string, language: Language): string {
  return {
    zh: `按部门统一制度${version === "" ? "" : ` ${version} 版`}计算；第一次写入本工作簿时，会一并存进文件。`,
    en: `Computed by the department's policy${version === "" ? "" : `, version ${version}`}; it is kept in this workbook once anything is written into it.`,
  }[language];
}

/** What it means that the workbook's own policy differs. */
export function sayDepartmentDiffers(version: string, language: Language): PaneMessage {
  return message(
    {
      zh: `现在按本工作簿的制度计算；部门统一制度${version === "" ? "" : ` ${version} 版`}的结果可能不同。`,
      en: `This workbook is computed by its own policy; the department's${version === "" ? "" : `, version ${version},`} may give other results.`,
    },
    {
      zh: "点“比较”看差别和金额；保留后，同一份部门制度不再提示。",
      en: "“Compare” shows what differs and the amounts. Once you keep your own, this policy of the department's is not mentioned again.",
    },
  )[language];
}

/** The department's policy has taken the place of the workbook's own. */
export function sayTakenOver(language: Language): PaneMessage {
  return message(
    { zh: "已改用部门统一制度。", en: "The department's policy is in force." },
    {
      zh: "公式已重新计算。保存工作簿后，这份制度留在文件里。",
      en: "Formulas are calculated again. Save the workbook, and this policy stays in it.",
    },
  )[language];
}

export function sayTakeOverUndone(language: Language): PaneMessage {
  return message(
    {
      zh: "已改回本工作簿原来的制度。",
      en: "The workbook's own policy is in force again.",
    },
    { zh: "公式已重新计算。", en: "Formulas are calculated again." },
  )[language];
}
