import {
  shareCopy,
  FileRefusal,
  surveyDocument,
  toBase64,
  workbookName,
  type Comparison,
  type CopyContent,
  type CopyRequest,
  type ShareOptions,
  type SharedCopy,
  type WorkbookSurvey,
} from "../../tasks";
import { dayFromDate } from "../../units";
import { sayRefusal, type Language } from "../../wording";
import type { Pane } from "../shell/pane";
import { Store, perPane } from "../common/store";

export interface ShareState {
  /** Null until the workbook has been looked through. */
  readonly survey: WorkbookSurvey | null;
  /** What plain formulas would show, held against what is stored; null where calls become values. */
  readonly comparison: Comparison | null;
  /** Whether the workbook has policy settings of its own. */
  readonly hasPolicy: boolean;
  /** The names of the sheets that are wanted. */
  readonly sheets: readonly string[];
  readonly request: Omit<CopyRequest, "sheets" | "cover">;
  readonly cover: boolean;
  readonly by: string;
  readonly copy: SharedCopy | null;
  /** What the workbook's file is called; null where it was never saved. */
  readonly name: string | null;
  /** Whether the copy fits into the one request by which Excel opens it. */
  readonly fits: boolean;
  /** Whether the workbook starts the add-in; null where this Excel cannot. */
  readonly starts: boolean | null;
}

const INITIAL: ShareState = {
  survey: null,
  comparison: null,
  hasPolicy: false,
  sheets: [],
  request: {
    as: "values",
    differing: null,
    errors: "keep",
    include: { reviews: false, fines: false, pay: false, notes: false, otherReadings: false },
    people: "keep",
    highlights: true,
    policy: true,
  },
  cover: true,
  by: "",
  copy: null,
  name: null,
  fits: false,
  starts: null,
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const XLSM = "application/vnd.ms-excel.sheet.macroEnabled.12";

/** Milliseconds after which the address of a saved file is released. */
const KEEP_URL_MS = 60_000;

type SharePane = Pick<Pane, "gateway" | "policy" | "today" | "tasks" | "notices">;

/** The page "共享": what a copy is for, what it would be made of, and the copy itself. */
export class ShareStore extends Store<ShareState> {
  readonly #pane: SharePane;

  constructor(pane: SharePane) {
    super(INITIAL);
    this.#pane = pane;
  }

  /** The page is shown: the workbook is looked through once. */
  readonly open = (language: Language): void => {
    void this.#readStart();
    if (this.read().survey === null) void this.survey(language);
  };

  readonly survey = (language: Language): Promise<void> =>
    this.#perform("surveyingWorkbook", language, async (options) => {
      const isFirst = this.read().survey === null;
      const { survey, comparison } = await surveyDocument(options);
      const visible = survey.sheets.filter(({ state }) => state === "visible");
      const name = await workbookName(this.#pane.gateway);
      const hasPolicy = options.policy.source === "workbook";
      this.set({
        survey,
        comparison,
        hasPolicy,
        name,
        ...(isFirst ? { sheets: visible.map(({ name }) => name) } : {}),
      });
    });

  /** What becomes of calls; what must be said of it before is looked up. */
  readonly chooseAs = (as: CopyRequest["as"], language: Language): void => {
    this.request({ as });
    void this.survey(language);
  };

  readonly make = (language: Language): Promise<void> => {
    this.set({ copy: null });
    return this.#perform("makingCopy", language, async (options) => {
      const made = await shareCopy(options);
      // The workbook has changed since it was looked through: HR decides first.
      if (made.kind === "undecided") this.set({ comparison: made.comparison });
      else this.set({ copy: made.copy, fits: toBase64(made.copy.bytes) !== null });
    });
  };

  /** A fresh click: browsers refuse windows that open long after one. */
  readonly openCopy = (): void => {
    const { copy } = this.read();
    const base64 = copy === null ? null : toBase64(copy.bytes);
    if (base64 === null) return;
    this.#pane.gateway
      .openWorkbook(base64)
      .catch((error: unknown) => this.#pane.notices.complain(error, "openingCopy"));
  };

  /** Saves the copy as a file called after the workbook, this word and the day. */
  readonly saveCopy = (word: string): void => {
    const { copy, survey, name } = this.read();
    if (copy === null) return;
    const macros = survey?.hasMacros === true;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([copy.bytes], { type: macros ? XLSM : XLSX }));
    const called = [...(name === null ? [] : [name]), word, this.day()].join("-");
    link.download = `${called}.${macros ? "xlsm" : "xlsx"}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEEP_URL_MS);
  };

  readonly day = (): string => dayFromDate(new Date());

  readonly chooseSheet = (name: string, wanted: boolean): void => {
    const others = this.read().sheets.filter((each) => each !== name);
    this.#choose({ sheets: wanted ? [...others, name] : others });
  };

  readonly include = (content: CopyContent, wanted: boolean): void => {
    const { include } = this.read().request;
    this.request({ include: { ...include, [content]: wanted } });
  };

  readonly request = (change: Partial<ShareState["request"]>): void =>
    this.#choose({ request: { ...this.read().request, ...change } });

  readonly setCover = (cover: boolean): void => this.#choose({ cover });

  readonly setBy = (by: string): void => this.#choose({ by });

  readonly startWithWorkbook = (starts: boolean): void => {
    this.#pane.gateway
      .startWithWorkbook(starts)
      .then(() => this.set({ starts }))
      .catch((error: unknown) => this.#pane.notices.complain(error, "settingStartup"));
  };

  async #readStart(): Promise<void> {
    try {
      this.set({ starts: await this.#pane.gateway.startsWithWorkbook() });
    } catch {
      // Excel that cannot keep this in a workbook is not offered it.
      this.set({ starts: null });
    }
  }

  /** Another choice makes another copy. */
  #choose(change: Partial<ShareState>): void {
    this.set({ ...change, copy: null });
  }

  async #perform(
    doing: "surveyingWorkbook" | "makingCopy",
    language: Language,
    task: (options: ShareOptions) => Promise<void>,
  ): Promise<void> {
    await this.#pane.tasks.perform(
      {
        doing,
        stage: doing === "makingCopy" ? "copying" : "surveying",
        cancellable: true,
        quiet: doing === "surveyingWorkbook",
      },
      async (signal) => {
        const policy = await this.#pane.policy.load();
        if (policy.kind === "unreadable") {
          this.#pane.tasks.fail({ kind: "policyUnreadable", why: policy.why });
          return;
        }
        const { request, sheets, cover, by } = this.read();
        try {
          await task({
            gateway: this.#pane.gateway,
            policy,
            request: { ...request, sheets, cover: cover ? { by } : null },
            today: this.#pane.today(),
            day: this.day(),
            language,
            signal,
            onProgress: this.#pane.tasks.progress,
          });
        } catch (error) {
          if (!(error instanceof FileRefusal)) throw error;
          this.#pane.notices.refuse((spoken) => sayRefusal(error, spoken));
        }
      },
    );
  }
}

/** The one store of the page, which keeps its choices while other pages are open. */
export const shareStoreOf = perPane(ShareStore);
