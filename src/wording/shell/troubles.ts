import type { Doing, Problem, ProblemKind, Trouble } from "../../problems";
import { sayField } from "../sheet/fields";
import type { Both, Language } from "../language";
import { doings, type Subject } from "./doings";
import type { PaneMessage } from "./message";
import { list, quote } from "../say";

/** What is wrong, and what can be done about it before it is tried again. Neither ends in a full stop. */
interface Said {
  readonly wrong: Both;
  readonly mend: Both;
}

type Facts<Kind extends ProblemKind> = Extract<Problem, { readonly kind: Kind }>;

const quoted = (names: readonly string[]): string => names.map((name) => `${quote(name)}`).join("");

function noScoreSheet({ sheetName, lacks }: Facts<"noScoreSheet">): Said {
  const fields = (language: Language): string =>
    list(
      lacks.map((field) => sayField(field, language)),
      language,
    );
  return {
    wrong: {
      zh:
        (sheetName === null ? "没有找到成绩表" : `${quote(sheetName)}里没有找到成绩表`) +
        (lacks.length === 0 ? "" : `（缺少的列：${fields("zh")}）`),
      en:
        (sheetName === null
          ? "No score sheet was found"
          : `No score sheet was found in ${quote(sheetName)}`) +
        (lacks.length === 0 ? "" : ` (missing: ${fields("en")})`),
    },
    mend: {
      zh: "标题须在前 20 行内：姓名或工号、月份、绩效分数；或一人一行、各月成绩各占一列。请改好标题或另选工作表",
      en: "The first 20 rows must hold the headings: name or employee ID, month and score; or one row a person and one column a month. Mend the headings or choose another sheet",
    },
  };
}

const policyUnreadable: Readonly<Record<Facts<"policyUnreadable">["why"], Said>> = {
  broken: {
    wrong: {
      zh: "本工作簿的制度设置无法读取",
      en: "The policy settings of this workbook cannot be read",
    },
    mend: {
      zh: "表格内容没有改动；请用之前保存的副本恢复，或在“制度”页导出原设置后重新开始",
      en: "Nothing in the sheets was changed; restore the settings from an earlier copy of the file, or take them out and start afresh on the page “Policy”",
    },
  },
  tooLarge: {
    wrong: {
      zh: "本工作簿的制度设置太大，无法读取",
      en: "The policy settings of this workbook are too large to be read",
    },
    mend: {
      zh: "表格内容没有改动；请用之前保存的副本恢复，或在“制度”页导出原设置后重新开始，再导入删减过的文件",
      en: "Nothing in the sheets was changed; restore the settings from an earlier copy of the file, or take them out on the page “Policy”, start afresh and import them with fewer versions",
    },
  },
  newer: {
    wrong: {
      zh: "本工作簿的制度设置由更新的版本写成",
      en: "The policy settings of this workbook were written by a newer version",
    },
    mend: {
      zh: "请更新此加载项，重新打开工作簿",
      en: "Update the add-in and open the workbook again",
    },
  },
  notReached: {
    wrong: {
      zh: "暂时读不到本工作簿的制度设置",
      en: "The policy settings of this workbook cannot be reached at the moment",
    },
    mend: { zh: "请结束单元格编辑，稍等片刻", en: "Finish editing the cell and wait a moment" },
  },
  lost: {
    wrong: {
      zh: "本工作簿的制度设置在另存时丢失",
      en: "The policy settings of this workbook were lost when another program saved it",
    },
    mend: {
      zh: "表格内容没有改动；请点窗格上方的“恢复”",
      en: "Nothing in the sheets was changed; press “Restore” at the top of the pane",
    },
  },
  departmentBroken: {
    wrong: {
      zh: "部门统一制度（policy.json）缺失或无法读取",
      en: "The department's policy (policy.json) is missing or cannot be read",
    },
    mend: {
      zh: "不会用其他制度代算；请告知管理员更正服务器上的文件",
      en: "No other policy takes its place; ask your administrator to mend the file on the server",
    },
  },
  departmentNewer: {
    wrong: {
      zh: "部门统一制度（policy.json）由更新的版本写成",
      en: "The department's policy (policy.json) was written by a newer version",
    },
    mend: {
      zh: "不会用其他制度代算；请更新此加载项，或告知管理员",
      en: "No other policy takes its place; update the add-in, or tell your administrator",
    },
  },
  departmentNotReached: {
    wrong: {
      zh: "取不到部门统一制度（policy.json）",
      en: "The department's policy (policy.json) cannot be reached",
    },
    mend: {
      zh: "不会用其他制度代算；请检查网络，稍等片刻",
      en: "No other policy takes its place; check the network and wait a moment",
    },
  },
};

/** What is no longer as it was read, by what was worked on. */
const changedSince: Readonly<Record<Subject, Both>> = {
  scores: { zh: "读取之后表格又有改动", en: "The sheet was changed after it was read" },
  steps: {
    zh: "读取之后晋升流程表又有改动",
    en: "The table 晋升流程 was changed after it was read",
  },
  ownSheet: { zh: "读取之后工作表又有改动", en: "The sheet was changed after it was read" },
  memory: {
    zh: "其他人刚刚也改了工作簿记住的内容（列对应、离职等）",
    en: "Somebody else has just changed what the workbook remembers (columns, who left)",
  },
  policy: {
    zh: "其他人刚刚也改了制度设置",
    en: "Somebody else has just changed the policy settings",
  },
  files: { zh: "读取之后工作簿又有改动", en: "The workbook was changed after it was read" },
  copy: { zh: "读取之后工作簿又有改动", en: "The workbook was changed after it was read" },
};

/** What is likely too large, by what was worked on. */
const makeSmaller: Readonly<Record<Subject, Both>> = {
  scores: {
    zh: "请把很长的文本移出成绩表，或把表格拆小",
    en: "Move very long texts off the score sheet, or split it",
  },
  steps: {
    zh: "请把很长的文本移出晋升流程表",
    en: "Move very long texts off the table 晋升流程",
  },
  ownSheet: {
    zh: "请把成绩表拆小，例如每年一张",
    en: "Split the score sheet, for example by year",
  },
  memory: {
    zh: "请对不再使用的表点“恢复自动识别”",
    en: "Press “Recognise anew” for sheets that are no longer used",
  },
  policy: {
    zh: "请在“制度”页删除不再需要的版本",
    en: "Remove versions that are no longer needed on the page “Policy”",
  },
  files: { zh: "请一次少选几个文件", en: "Pick fewer files at a time" },
  copy: {
    zh: "请从工作簿里移走不需要的工作表和图片",
    en: "Take sheets and pictures that are not needed out of the workbook",
  },
};

const notFound = (on: Subject): Said =>
  on === "scores" || on === "steps" || on === "ownSheet"
    ? {
        wrong: {
          zh: "找不到要用的工作表，可能已被删除",
          en: "The sheet is not there any more",
        },
        mend: {
          zh: "请恢复这张表，或另选一张",
          en: "Bring the sheet back, or choose another one",
        },
      }
    : {
        wrong: {
          zh: "Excel 找不到要用的内容，可能已被删除",
          en: "Excel does not find what was to be used; it may have been deleted",
        },
        mend: { zh: "请重新打开此窗格", en: "Open this pane again" },
      };

function withSheet(sheetName: string | null, since: Both): Both {
  return sheetName === null
    ? since
    : { zh: `${since.zh}（${quote(sheetName)}）`, en: `${since.en} (${quote(sheetName)})` };
}

function saidOf(trouble: Trouble, on: Subject): Said {
  switch (trouble.kind) {
    case "emptyWorkbook":
      return {
        wrong: { zh: "工作簿里没有数据", en: "The workbook holds no data" },
        mend: {
          zh: "打开成绩表，或在首行写上 姓名、月份、级别、绩效分数 等标题",
          en: "Open the score sheet, or write headings such as 姓名, 月份, 级别, 绩效分数 into the first row",
        },
      };
    case "noScoreSheet":
      return noScoreSheet(trouble);
    case "from1904":
      return {
        wrong: {
          zh: `本工作簿的日期从 1904 年算起，${quote(trouble.sheetName)}里的月份会错位`,
          en: `This workbook counts its dates from 1904, so that the months in ${quote(trouble.sheetName)} would be others`,
        },
        mend: {
          zh: "请在 Excel 的“选项 → 高级”里取消“使用 1904 日期系统”，核对日期后保存",
          en: "Clear “Use 1904 date system” under Options → Advanced in Excel, check the dates and save",
        },
      };
    case "policyUnreadable":
      return policyUnreadable[trouble.why];
    case "protected":
      return {
        wrong:
          trouble.sheetName === null
            ? { zh: "工作表受保护", en: "The sheet is protected" }
            : {
                zh: `工作表${quote(trouble.sheetName)}受保护`,
                en: `The sheet ${quote(trouble.sheetName)} is protected`,
              },
        mend: { zh: "在“审阅”选项卡撤销工作表保护", en: "Unprotect it on the Review tab" },
      };
    case "structureProtected":
      return {
        wrong: {
          zh: "工作簿的结构受保护，不能增加、改名或删除工作表",
          en: "The workbook's structure is protected: no sheet can be added, renamed or removed",
        },
        mend: {
          zh: "在“审阅”选项卡撤销“保护工作簿”",
          en: "Take back “Protect Workbook” on the Review tab",
        },
      };
    case "readOnly":
      return {
        wrong: {
          zh: "工作簿以只读方式打开",
          en: "The workbook is open to be read only",
        },
        mend: {
          zh: "点“启用编辑”或“编辑工作簿”；仍是只读的，请另存为自己的副本，在副本里操作",
          en: "Press “Enable Editing” or “Edit Workbook”; where that is not offered, save a copy of your own and work there",
        },
      };
    case "unrecognised":
      return {
        wrong: {
          zh: `${quote(trouble.sheetName)}的标题行已被改动，找不到${quoted(trouble.headings)}，人工填写的内容无法保留`,
          en: `The headings of ${quote(trouble.sheetName)} were changed: what was typed below ${quoted(trouble.headings)} is not found and would be lost`,
        },
        mend: {
          zh: `请恢复标题${quoted(trouble.headings)}，或把这张表改名`,
          en: `Restore the headings ${quoted(trouble.headings)}, or rename the sheet`,
        },
      };
    case "cellEditing":
      return {
        wrong: { zh: "有单元格正在编辑", en: "A cell is being edited" },
        mend: { zh: "按 Enter 或 Esc 结束编辑", en: "Press Enter or Esc to finish" },
      };
    case "tooLarge":
      return {
        // Settings are too large for a part as well as for Excel.
        wrong:
          on === "policy"
            ? { zh: "制度设置太大", en: "The policy settings are too large" }
            : { zh: "Excel 拒绝了过大的数据", en: "Excel refused the data as too large" },
        mend: makeSmaller[on],
      };
    case "noFile":
      return {
        wrong: {
          zh: "Excel 没有交出工作簿文件",
          en: "Excel did not hand over the workbook as a file",
        },
        mend: {
          zh: "请结束单元格编辑，关闭打开的对话框，保存工作簿",
          en: "Finish editing the cell, close open dialogs and save the workbook",
        },
      };
    case "apiMissing":
      return {
        wrong: { zh: "这个 Excel 不支持此操作", en: "This Excel does not support the action" },
        mend: {
          zh: "请使用 Microsoft 365 的 Excel（Windows、Mac 或网页版）并更新到最新版本",
          en: "Use Excel of Microsoft 365 (Windows, Mac or web), updated to the latest version",
        },
      };
    case "notFound":
      return notFound(on);
    case "changed":
      return {
        wrong: withSheet(trouble.sheetName, changedSince[on]),
        mend: { zh: "请核对最新的内容", en: "Check what it holds now" },
      };
    case "policyChanged":
      return {
        wrong: changedSince.policy,
        mend: {
          zh: "“制度”页已换成最新的设置，请核对",
          en: "The page “Policy” shows their settings now; check them",
        },
      };
    case "memoryUnreadable":
      return {
        wrong: {
          zh: "工作簿里记住的列对应等内容无法读取，已原样保留",
          en: "What the workbook remembers of its sheets cannot be read and was left as it is",
        },
        mend: {
          zh: "请更新此加载项，或打开之前保存的副本",
          en: "Update the add-in, or open an earlier copy of the file",
        },
      };
    case "notRecalculated":
      return {
        wrong: {
          zh: "制度设置已更新，但公式没有重新计算",
          en: "The policy settings are new, but the formulas were not calculated again",
        },
        mend: {
          zh: "请结束单元格编辑，按 Ctrl+Alt+F9 重新计算整个工作簿",
          en: "Finish editing the cell and press Ctrl+Alt+F9 to calculate the whole workbook",
        },
      };
    case "cancelled":
      return {
        wrong: { zh: "已取消", en: "Cancelled" },
        mend: { zh: "单元格的内容没有改动", en: "No cell was changed" },
      };
    case "unknown":
      return {
        wrong: { zh: "出现了意外的错误", en: "Something unexpected went wrong" },
        mend: report(trouble.detail),
      };
  }
}

/** Nobody knows what would help: whoever looks after the add-in can tell from the detail. */
function report(detail: string): Both {
  return detail === ""
    ? {
        zh: "若再次失败，请联系管理员",
        en: "If it fails once more, ask your administrator",
      }
    : {
        zh: `若再次失败，请把这段信息交给管理员：${detail}`,
        en: `If it fails once more, give this to your administrator: ${detail}`,
      };
}

const SAVING: ReadonlySet<Doing> = new Set([
  "savingPolicy",
  "startingPolicyAfresh",
  "restoringPolicy",
  "takingBackPolicy",
]);

/** The policy was saved before the formulas failed to follow: what was being done did come about. */
function cameAbout({ kind, doing }: Trouble): boolean {
  return kind === "notRecalculated" && SAVING.has(doing);
}

/** What to do next: to mend what is wrong and then try again, in the order that suits it. */
function nextOf(trouble: Trouble, mend: Both, again: Both): Both {
  if (cameAbout(trouble)) return { zh: `${mend.zh}。`, en: `${mend.en}.` };
  switch (trouble.kind) {
    case "unknown":
      return {
        zh: `请${again.zh}。${mend.zh}`,
        en: `${capital(again.en)}. ${mend.en}`,
      };
    case "cancelled":
      return {
        zh: `${mend.zh}，可随时重新开始。`,
        en: `${mend.en}; start again at any time.`,
      };
    default:
      return { zh: `${mend.zh}，然后${again.zh}。`, en: `${mend.en}, then ${again.en}.` };
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What was being done, why it came to nothing, and what to do next. */
export function sayTrouble(trouble: Trouble, language: Language): PaneMessage {
  const { on, not, again } = doings[trouble.doing];
  const { wrong, mend } = saidOf(trouble, on);
  const next = nextOf(trouble, mend, again);
  const what: Both = cameAbout(trouble)
    ? { zh: `${wrong.zh}。`, en: `${wrong.en}.` }
    : { zh: `${wrong.zh}，${not.zh}。`, en: `${wrong.en}; ${not.en}.` };
  return { what: what[language], next: next[language] };
}
