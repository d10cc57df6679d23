import type { RefusalCode } from "../../sharing";
import type { Language } from "../language";
import type { PaneMessage } from "../shell/pane";

type Said = Readonly<Record<Language, PaneMessage>>;

const refusals: Readonly<Record<RefusalCode, Said>> = {
  notWorkbook: {
    zh: { what: "这不是 Excel 工作簿。", next: "请在 Excel 中另存为 .xlsx 后再试。" },
    en: { what: "This is no Excel workbook.", next: "Save it as .xlsx in Excel, then try again." },
  },
  webPage: {
    zh: {
      what: "这是网页格式（HTML），不是 Excel 工作簿；不少系统导出的“.xls”其实是网页。",
      next: "请用 Excel 打开，另存为 .xlsx 后再试。",
    },
    en: {
      what: "This is a web page (HTML), no Excel workbook; many systems export it as “.xls”.",
      next: "Open it in Excel, save it as .xlsx, then try again.",
    },
  },
  textTable: {
    zh: {
      what: "这是文本文件（如 .csv），不是 Excel 工作簿。",
      next: "请用 Excel 打开，核对工号和日期后另存为 .xlsx 再试。",
    },
    en: {
      what: "This is a text file (such as .csv), no Excel workbook.",
      next: "Open it in Excel, check numbers and dates, save it as .xlsx, then try again.",
    },
  },
  openDocument: {
    zh: {
      what: "这是 OpenDocument 格式（.ods 等），不是 Excel 工作簿。",
      next: "请用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx 后再试。",
    },
    en: {
      what: "This is an OpenDocument file (such as .ods), no Excel workbook.",
      next: "Open it in Excel, WPS or LibreOffice, save it as .xlsx, then try again.",
    },
  },
  spreadsheet2003: {
    zh: {
      what: "这是 Excel 2003 的 XML 表格，不是 .xlsx。",
      next: "请用 Excel 打开，另存为 .xlsx 后再试。",
    },
    en: {
      what: "This is an XML spreadsheet of Excel 2003, no .xlsx.",
      next: "Open it in Excel, save it as .xlsx, then try again.",
    },
  },
  truncated: {
    zh: { what: "文件不完整，可能下载或复制中断。", next: "请重新下载或复制原文件后再试。" },
    en: {
      what: "The file is cut off; a download or copy may have been interrupted.",
      next: "Fetch the file once more, then try again.",
    },
  },
  damaged: {
    zh: { what: "文件内容已损坏。", next: "请用 Excel 打开并修复，另存后再试。" },
    en: {
      what: "The file is damaged.",
      next: "Open and repair it in Excel, save it, then try again.",
    },
  },
  encrypted: {
    zh: {
      what: "文件有打开密码。",
      next: "请在 Excel 的“文件 → 信息 → 保护工作簿”里去掉打开密码，保存后再试。",
    },
    en: {
      what: "The file needs a password to open.",
      next: "Remove the password under File → Info → Protect Workbook, save, then try again.",
    },
  },
  legacyXls: {
    zh: { what: "这是旧的 .xls 格式。", next: "请在 Excel 中另存为 .xlsx 后再试。" },
    en: {
      what: "This is the old .xls format.",
      next: "Save it as .xlsx in Excel, then try again.",
    },
  },
  binaryWorkbook: {
    zh: { what: "这是二进制的 .xlsb 格式。", next: "请在 Excel 中另存为 .xlsx 后再试。" },
    en: {
      what: "This is the binary format .xlsb.",
      next: "Save it as .xlsx in Excel, then try again.",
    },
  },
  otherOffice: {
    zh: { what: "这是 Office 文件，但不是工作簿。", next: "请选择 .xlsx 或 .xlsm 文件。" },
    en: {
      what: "This is an Office file, but no workbook.",
      next: "Choose an .xlsx or .xlsm file.",
    },
  },
  noWorksheet: {
    zh: { what: "工作簿里没有普通工作表。", next: "请选择有成绩表的工作簿。" },
    en: {
      what: "The workbook has no worksheet.",
      next: "Choose a workbook that has a sheet of cells.",
    },
  },
  unsafePath: {
    zh: {
      what: "文件里有指向文件之外的内容，不安全。",
      next: "请向发来文件的人核实来源，不要打开它。",
    },
    en: {
      what: "The file holds names that lead out of it, which is not safe.",
      next: "Ask whoever sent it where it comes from, and do not open it.",
    },
  },
  duplicatePart: {
    zh: {
      what: "文件里有两份同名的内容，无法判断哪一份有效。",
      next: "请用 Excel 打开，另存后再试。",
    },
    en: {
      what: "The file holds two parts of one name; which of them counts cannot be told.",
      next: "Open it in Excel, save it as a new file, then try again.",
    },
  },
  bomb: {
    zh: { what: "文件解压后大得不正常，不安全。", next: "请向发来文件的人核实来源，不要打开它。" },
    en: {
      what: "The file expands to an abnormal size, which is not safe.",
      next: "Ask whoever sent it where it comes from, and do not open it.",
    },
  },
  fileTooLarge: {
    zh: { what: "文件超过 50 MB。", next: "请删去大图片或不用的工作表，或拆成几个文件后再试。" },
    en: {
      what: "The file is larger than 50 MB.",
      next: "Remove large pictures or unused sheets, or split the file, then try again.",
    },
  },
  partTooLarge: {
    zh: { what: "文件里有一项内容过大，无法处理。", next: "请删去不用的样式、批注或图表后再试。" },
    en: {
      what: "A part of the file is too large to be handled.",
      next: "Remove unused styles, notes or charts, then try again.",
    },
  },
  copyTooLarge: {
    zh: {
      what: "改写成普通公式后，有一张工作表会超过 1 GB，Excel 打不开。",
      next: "请改为“转为数值”，或先把这张表拆开。",
    },
    en: {
      what: "With plain formulas one of the sheets would pass 1 GB, which Excel does not open.",
      next: "Choose values instead, or split the sheet.",
    },
  },
  tooManyCells: {
    zh: {
      what: "文件里的单元格太多，一次读不完。",
      next: "请拆成几个文件（例如一年一个）后再试。",
    },
    en: {
      what: "The file has too many cells to be read at once.",
      next: "Split it, such as into a file a year, then try again.",
    },
  },
  documentType: {
    zh: { what: "文件里有自定义的 XML 声明，不安全。", next: "请用 Excel 打开，另存后再试。" },
    en: {
      what: "The file declares XML entities of its own, which is not safe.",
      next: "Open it in Excel, save it as a new file, then try again.",
    },
  },
  badXml: {
    zh: { what: "文件里有一项内容无法读取。", next: "请用 Excel 打开并修复，另存后再试。" },
    en: {
      what: "A part of the file cannot be read.",
      next: "Open and repair it in Excel, save it, then try again.",
    },
  },
  noSheetLeft: {
    zh: { what: "副本里没有可见的工作表。", next: "请至少选择一张可见的工作表。" },
    en: {
      what: "The copy would have no visible sheet.",
      next: "Choose at least one visible sheet.",
    },
  },
};

/** Why no copy was made, and what to do; the part of the file is named for whoever looks into it. */
export function sayRefusal(
  refusal: { readonly code: RefusalCode; readonly part: string | null },
  language: Language,
): PaneMessage {
  const { what, next } = refusals[refusal.code][language];
  if (refusal.part === null) return { what, next };
  return {
    what: { zh: `${what}（${refusal.part}）`, en: `${what} (${refusal.part})` }[language],
    next,
  };
}
