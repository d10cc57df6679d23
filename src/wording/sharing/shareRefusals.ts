import type { RefusalCode } from "../../sharing";
import type { Both, Language } from "../language";
import { alike, bracketed } from "../say";
import { message, type PaneMessage } from "../shell/message";

const saveAs: Both = {
  zh: "请在 Excel 中另存为 .xlsx 后再试。",
  en: "Save it as .xlsx in Excel, then try again.",
};
const openAndSaveAs: Both = {
  zh: "请用 Excel 打开，另存为 .xlsx 后再试。",
  en: "Open it in Excel, save it as .xlsx, then try again.",
};
const saveAnew: Both = {
  zh: "请用 Excel 打开，另存后再试。",
  en: "Open it in Excel, save it as a new file, then try again.",
};
const repair: Both = {
  zh: "请用 Excel 打开并修复，另存后再试。",
  en: "Open and repair it in Excel, save it, then try again.",
};
const askTheSender: Both = {
  zh: "请向发来文件的人核实来源，不要打开它。",
  en: "Ask whoever sent it where it comes from, and do not open it.",
};

const refusals: Readonly<Record<RefusalCode, Both<PaneMessage>>> = {
  notWorkbook: message({ zh: "这不是 Excel 工作簿。", en: "This is no Excel workbook." }, saveAs),
  webPage: message(
    {
      zh: "这是网页格式（HTML），不是 Excel 工作簿；不少系统导出的“.xls”其实是网页。",
      en: "This is a web page (HTML), no Excel workbook; many systems export it as “.xls”.",
    },
    openAndSaveAs,
  ),
  textTable: message(
    {
      zh: "这是文本文件（如 .csv），不是 Excel 工作簿。",
      en: "This is a text file (such as .csv), no Excel workbook.",
    },
    {
      zh: "请用 Excel 打开，核对工号和日期后另存为 .xlsx 再试。",
      en: "Open it in Excel, check numbers and dates, save it as .xlsx, then try again.",
    },
  ),
  textUnknown: message(
    {
      zh: "这个文本文件的文字编码无法识别，或文件不完整。",
      en: "The encoding of this text file is unknown, or the file is cut off.",
    },
    {
      zh: "请重新导出，或用 Excel 打开核对后另存为 .xlsx 再试。",
      en: "Export it once more, or open it in Excel, check it, save it as .xlsx, then try again.",
    },
  ),
  openDocument: message(
    {
      zh: "这是 OpenDocument 格式（.ods 等），不是 Excel 工作簿。",
      en: "This is an OpenDocument file (such as .ods), no Excel workbook.",
    },
    {
      zh: "请用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx 后再试。",
      en: "Open it in Excel, WPS or LibreOffice, save it as .xlsx, then try again.",
    },
  ),
  spreadsheet2003: message(
    {
      zh: "这是 Excel 2003 的 XML 表格，不是 .xlsx。",
      en: "This is an XML spreadsheet of Excel 2003, no .xlsx.",
    },
    openAndSaveAs,
  ),
  truncated: message(
    {
      zh: "文件不完整，可能下载或复制中断。",
      en: "The file is cut off; a download or copy may have been interrupted.",
    },
    { zh: "请重新下载或复制原文件后再试。", en: "Fetch the file once more, then try again." },
  ),
  damaged: message({ zh: "文件内容已损坏。", en: "The file is damaged." }, repair),
  encrypted: message(
    { zh: "文件有打开密码。", en: "The file needs a password to open." },
    {
      zh: "请在 Excel 的“文件 → 信息 → 保护工作簿”里去掉打开密码，保存后再试。",
      en: "Remove the password under File → Info → Protect Workbook, save, then try again.",
    },
  ),
  legacyXls: message({ zh: "这是旧的 .xls 格式。", en: "This is the old .xls format." }, saveAs),
  binaryWorkbook: message(
    { zh: "这是二进制的 .xlsb 格式。", en: "This is the binary format .xlsb." },
    saveAs,
  ),
  otherOffice: message(
    { zh: "这是 Office 文件，但不是工作簿。", en: "This is an Office file, but no workbook." },
    { zh: "请选择 .xlsx 或 .xlsm 文件。", en: "Choose an .xlsx or .xlsm file." },
  ),
  noWorksheet: message(
    { zh: "工作簿里没有普通工作表。", en: "The workbook has no worksheet." },
    { zh: "请选择有成绩表的工作簿。", en: "Choose a workbook that has a sheet of cells." },
  ),
  unsafePath: message(
    {
      zh: "文件里有指向文件之外的内容，不安全。",
      en: "The file holds names that lead out of it, which is not safe.",
    },
    askTheSender,
  ),
  duplicatePart: message(
    {
      zh: "文件里有两份同名的内容，无法判断哪一份有效。",
      en: "The file holds two parts of one name; which of them counts cannot be told.",
    },
    saveAnew,
  ),
  bomb: message(
    {
      zh: "文件解压后大得不正常，不安全。",
      en: "The file expands to an abnormal size, which is not safe.",
    },
    askTheSender,
  ),
  fileTooLarge: message(
    { zh: "文件超过 50 MB。", en: "The file is larger than 50 MB." },
    {
      zh: "请删去大图片或不用的工作表，或拆成几个文件后再试。",
      en: "Remove large pictures or unused sheets, or split the file, then try again.",
    },
  ),
  partTooLarge: message(
    {
      zh: "文件里有一项内容过大，无法处理。",
      en: "A part of the file is too large to be handled.",
    },
    {
      zh: "请删去不用的样式、批注或图表后再试。",
      en: "Remove unused styles, notes or charts, then try again.",
    },
  ),
  copyTooLarge: message(
    {
      zh: "改写成普通公式后，有一张工作表会超过 1 GB，Excel 打不开。",
      en: "With plain formulas one of the sheets would pass 1 GB, which Excel does not open.",
    },
    {
      zh: "请改为“转为数值”，或先把这张表拆开。",
      en: "Choose values instead, or split the sheet.",
    },
  ),
  tooManyCells: message(
    {
      zh: "文件里的单元格太多，一次读不完。",
      en: "The file has too many cells to be read at once.",
    },
    {
      zh: "请拆成几个文件（例如一年一个）后再试。",
      en: "Split it, such as into a file a year, then try again.",
    },
  ),
  documentType: message(
    {
      zh: "文件里有自定义的 XML 声明，不安全。",
      en: "The file declares XML entities of its own, which is not safe.",
    },
    saveAnew,
  ),
  badXml: message(
    { zh: "文件里有一项内容无法读取。", en: "A part of the file cannot be read." },
    repair,
  ),
  noSheetLeft: message(
    { zh: "副本里没有可见的工作表。", en: "The copy would have no visible sheet." },
    { zh: "请至少选择一张可见的工作表。", en: "Choose at least one visible sheet." },
  ),
};

/** Why no copy was made, and what to do; the part of the file is named for whoever looks into it. */
export function sayRefusal(
  refusal: { readonly code: RefusalCode; readonly part: string | null },
  language: Language,
): PaneMessage {
  const { what, next } = refusals[refusal.code][language];
  return { what: `${what}${bracketed(alike(refusal.part ?? ""))[language]}`, next };
}
