import type { Doing } from "./doing";

/** A column without which no sheet is a score sheet; "name" stands for a name or an employee ID. */
export type MissingColumn = "name" | "month" | "score";

/**
 * Why a workbook's policy cannot be followed: `newer` was written by a later version of the product, `tooLarge` is
 * more than a part may hold; `lost` is gone from the file, in which a hidden copy says that there was one (rule W5).
 */
export type PolicyFault =
  | "broken"
  | "newer"
  | "tooLarge"
  | "notReached"
  | "lost"
  // Of the department's policy, by which workbooks without their own go.
  | "departmentBroken"
  | "departmentNewer"
  | "departmentNotReached";

/** What can go wrong between the add-in and the workbook, as far as a person can do something about it. */
export type Problem =
  | { readonly kind: "emptyWorkbook" }
  | {
      readonly kind: "noScoreSheet";
      /** The sheet that HR chose; null where every sheet was looked at. */
      readonly sheetName: string | null;
      readonly lacks: readonly MissingColumn[];
    }
  /** The workbook counts its days from 1904: its months would be others. */
  | { readonly kind: "from1904"; readonly sheetName: string }
  | { readonly kind: "policyUnreadable"; readonly why: PolicyFault }
  | { readonly kind: "protected"; readonly sheetName: string | null }
  /** Sheets cannot be added, renamed or removed: the workbook's structure is protected. */
  | { readonly kind: "structureProtected" }
  /** The file is open to be read only. */
  | { readonly kind: "readOnly" }
  /** A sheet of ours lacks the headings by which HR's entries in it are found. */
  | {
      readonly kind: "unrecognised";
      readonly sheetName: string;
      readonly headings: readonly string[];
    }
  | { readonly kind: "cellEditing" }
  | { readonly kind: "tooLarge" }
  /** Excel did not hand the workbook over as a file, or not all of it. */
  | { readonly kind: "noFile" }
  | { readonly kind: "apiMissing" }
  | { readonly kind: "notFound" }
  /** The sheet, or what the workbook keeps beside its sheets (null), is no longer as it was read. */
  | { readonly kind: "changed"; readonly sheetName: string | null }
  /** Somebody else has saved the policy meanwhile, twice. */
  | { readonly kind: "policyChanged" }
  /** The policy is another one by now, but the formulas were not calculated again. */
  | { readonly kind: "notRecalculated" }
  /** What the workbook remembers of its sheets cannot be followed; it is left alone. */
  | { readonly kind: "memoryUnreadable" }
  | { readonly kind: "cancelled" }
  /** `detail` is Excel's own message, or an error's: for whoever looks after the add-in. */
  | { readonly kind: "unknown"; readonly detail: string };

export type ProblemKind = Problem["kind"];

/** The kinds that have no facts but their name. */
export type PlainProblem = {
  [Kind in ProblemKind]: { readonly kind: Kind } extends Extract<Problem, { kind: Kind }>
    ? Kind
    : never;
}[ProblemKind];

/** A problem with what was being done when it came up: what a person is told. */
export type Trouble = Problem & { readonly doing: Doing };
