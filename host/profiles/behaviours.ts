/** One way in which some Excel was reported to behave otherwise than the host does by default. */
export interface Behaviour {
  readonly says: string;
  /** Where that is reported: issues of OfficeDev/office-js by their number, pages of Microsoft's documentation. */
  readonly source: string;
}

/** The ways that can be switched on, each under a name that tests and profiles use. */
export const BEHAVIOURS = {
  paneAfterCommand: {
    says: "The pane is shown once the ribbon command that asked for it has completed, and the request waits until then.",
    source: "office-js #3250; @types/office-js on showAsTaskpane: resolves when the UI is shown",
  },
} as const satisfies Readonly<Record<string, Behaviour>>;

export type BehaviourId = keyof typeof BEHAVIOURS;
