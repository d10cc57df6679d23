import type { Faults } from "../faults";

/** One way in which some Excel was reported to behave otherwise than the host does by default. */
export interface Behaviour {
  readonly says: string;
  /** Where that is reported: issues of OfficeDev/office-js by their number, pages of Microsoft's documentation. */
  readonly source: string;
  /** What switches it on: a behaviour of the whole session, an option of the host, or a fault that comes and goes. */
  readonly by: "behaviours" | "blankAs" | `faults.${keyof Faults}`;
}

/** The ways that can be switched on, each under a name that tests and profiles use. */
export const BEHAVIOURS = {
  paneAfterCommand: {
    says: "The pane is shown once the ribbon command that asked for it has completed, and the request waits until then.",
    source: "office-js #3250; @types/office-js on showAsTaskpane: resolves when the UI is shown",
    by: "behaviours",
  },
  blankIsNull: {
    says: "A blank cell reaches a function as null.",
    source:
      'office-js #1951, #4702, #5262: 0 on older desktop builds, null or "" on newer ones and on the web',
    by: "blankAs",
  },
  blankIsEmptyText: {
    says: "A blank cell reaches a function as an empty text.",
    source: "office-js #1951, #4702, #5262",
    by: "blankAs",
  },
  functionsLate: {
    says: "Functions answer some time after the edit; until then their cells show #BUSY!.",
    source: "Microsoft's page on custom functions: they are calculated asynchronously",
    by: "faults.functionsLate",
  },
  neverAnswered: {
    says: "A cell shows #BUSY! for ever, as above the limit of 5 MB.",
    source: "office-js #4654, #2786",
    by: "faults.neverAnswered",
  },
  silentCalculation: {
    says: "Excel does not tell that it has calculated.",
    source: "no report: what the add-in must bear all the same",
    by: "faults.silentCalculation",
  },
  editingHoldsRequests: {
    says: "While a cell is being edited (faults.cellEditing) requests that may wait do, and no click into the pane ends it.",
    source: "office-js #806 (open), docs-pr #660; Excel.run({ delayForCellEdit })",
    by: "behaviours",
  },
  freezeNeedsVisibleSheet: {
    says: "Rows cannot be frozen on a hidden sheet: GeneralException.",
    source:
      "office-js #2196, #1463 (fixed in newer builds), #3148: freezing goes through the sheet's window",
    by: "behaviours",
  },
  zoomNeedsSheetOnScreen: {
    says: "How many pages wide a sheet prints is lost unless the sheet is on screen when it is set.",
    source: "office-js #1860 (backlog)",
    by: "behaviours",
  },
  readOnlyFile: {
    says: "The file is open to be read only: Office.context.document.mode says so, and whatever writes is AccessDenied, showing the pane and starting with the workbook included.",
    source: "office-js #5148, comment in #6209 (2026)",
    by: "behaviours",
  },
  structureProtected: {
    says: "The workbook's structure is protected: AccessDenied for adding, renaming, hiding, moving and removing sheets.",
    source: "Microsoft's page on protecting a workbook; @types/office-js on WorkbookProtection",
    by: "faults.structureProtected",
  },
  ruleUnreadable: {
    says: "A rule of conditional formatting cannot be handed over: two made by hand on the same cells, a duplicated one, one that Undo brought back. ItemNotFound for what it is made of, or for the whole request.",
    source: "office-js #5222, #6827, #6835 (open), #6396 (fix pending)",
    by: "faults.unreadableRules",
  },
} as const satisfies Readonly<Record<string, Behaviour>>;

type Rows = typeof BEHAVIOURS;

/** Those of the whole session, which a host is created with. */
export type BehaviourId = {
  [Id in keyof Rows]: Rows[Id]["by"] extends "behaviours" ? Id : never;
}[keyof Rows];
