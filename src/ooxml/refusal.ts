/** Why a file cannot be shared. */
export type RefusalCode =
  /** Nothing that is known here: a picture, .pdf, an empty file. */
  | "notWorkbook"
  /** A web page, as many systems export tables, whatever its ending. */
  | "webPage"
  /** A text with commas or tabs: .csv, .tsv. */
  | "textTable"
  /** A text whose encoding is none of those in use, or that ends within a character. */
  | "textUnknown"
  /** .ods, .fods and other files of OpenDocument. */
  | "openDocument"
  /** XML of Excel 2003. */
  | "spreadsheet2003"
  /** Ends too early: an unfinished download or copy. */
  | "truncated"
  /** Contents that do not agree with their check sums or with themselves. */
  | "damaged"
  /** Needs a password to open. */
  | "encrypted"
  /** The binary format before 2007. */
  | "legacyXls"
  /** The binary format .xlsb. */
  | "binaryWorkbook"
  /** Another Office file: a document, a presentation. */
  | "otherOffice"
  /** A workbook of nothing but charts, dialogs or macros. */
  | "noWorksheet"
  /** Names of parts that lead out of the file. */
  | "unsafePath"
  | "duplicatePart"
  /** Expands to far more than a workbook does. */
  | "bomb"
  | "fileTooLarge"
  /** A part that must be read as a whole is too large. */
  | "partTooLarge"
  /** Formulas of the copy would make a part larger than a file may hold. */
  | "copyTooLarge"
  /** More cells than are read from one file. */
  | "tooManyCells"
  /** XML that declares entities of its own. */
  | "documentType"
  /** XML that is not well-formed, or in an unknown encoding. */
  | "badXml"
  /** Nothing would be left to share. */
  | "noSheetLeft";

/** A file is refused: nothing was made of it. `part` names the culprit inside of the file, if there is one. */
export class FileRefusal extends Error {
  override readonly name = "FileRefusal";
  readonly code: RefusalCode;
  readonly part: string | null;

  constructor(code: RefusalCode, part: string | null = null) {
    super(part === null ? code : `${code}: ${part}`);
    this.code = code;
    this.part = part;
  }
}
