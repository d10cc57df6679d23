import { parseArea, splitAddress } from "./core/a1";
import type { Area, Sheet, Workbook } from "./core/workbook";
import { DocumentCopies } from "./client/documentCopies";
import { Connection } from "./connection";
import { Events } from "./events";
import type { ExternalInterface, Theme } from "./client/external";
import { FaultPlan } from "./faults";
import type { Faults } from "./faults";
import { CustomFunctions } from "./functions/customFunctions";
import type { FunctionsMetadata } from "./functions/customFunctions";
import type { BehaviourId } from "./profiles/behaviours";
import type { BlankAs, DisplayLanguage, ErrorShape, PaneState } from "./protocol/environment";
import { EVENT } from "./protocol/members/events";
import { Requests } from "./requests";
import type { Counters, LoggedRequest } from "./requests";

/** Excel on the web refuses larger requests and answers. */
const FIVE_MEGABYTES = 5 * 1024 * 1024;

/** What the emulation claims to be; members outside of these sets are refused by the client library. */
export const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: "1.13",
  SharedRuntime: "1.1",
  SharedRuntimeInternal: "1.1",
  RibbonApi: "1.1",
  CustomFunctions: "1.7",
  CustomFunctionsRuntime: "1.3",
  CompressedFile: "1.1",
  File: "1.1",
};

export interface ExcelHostOptions {
  readonly workbook: Workbook;
  /** The file of the open workbook as it would be saved now; without it getFileAsync fails. */
  readonly document?: () => Promise<Uint8Array>;
  /** Language of Excel's own surface: Office.context.displayLanguage. */
  readonly locale?: DisplayLanguage;
  /** Office.context.officeTheme; default light. */
  readonly theme?: Theme;
  /** What a blank cell is to a function's argument of the type any; default 0. */
  readonly blankAs?: BlankAs;
  /** How an error cell reaches such an argument; default an object like CustomFunctions.Error. */
  readonly errorShape?: ErrorShape;
  /** Limit of a request and of a response in bytes; default 5 MB. */
  readonly maxBytes?: number;
  /** In which ways this Excel is another one than the default. */
  readonly behaviours?: readonly BehaviourId[];
  /** Replaces single requirement sets, e.g. {ExcelApi: "1.9"}. */
  readonly requirementSets?: Readonly<Record<string, string>>;
}

export interface ExcelHost {
  readonly workbook: Workbook;
  readonly locale: DisplayLanguage;
  readonly requirementSets: Readonly<Record<string, string>>;
  /** Answers one request of the client library, after all earlier ones. */
  process(requestJson: string): Promise<string>;
  readonly faults: Faults;
  readonly counters: Counters;
  resetCounters(): void;
  /** The latest requests, oldest first. */
  readonly log: readonly LoggedRequest[];
  blankAs: BlankAs;
  errorShape: ErrorShape;
  /** Makes the functions of functions.json known to formulas as NAMESPACE.NAME; default CS. */
  installFunctions(metadata: FunctionsMetadata, namespace?: string): void;
  /** Resolves when no calculation runs and no function has yet to answer; rejects after the time. */
  whenIdle(milliseconds?: number): Promise<void>;
  /** Runs what the add-in associated with a ribbon command's function name. */
  runAction(id: string): Promise<void>;
  /** Presses the ribbon button of a function name; resolves with the status when the add-in says that it is over. */
  pressButton(id: string): Promise<number>;
  /** The add-in called Office.addin.showAsTaskpane or hide. */
  onPaneState(listener: (state: PaneState) => void): () => void;
  /** The add-in opened a new workbook by Excel.createWorkbook. */
  onWorkbookCreated(listener: (bytes: Uint8Array) => void): () => void;
  /** Copies of the document that the add-in has asked for and not closed. */
  readonly openDocumentCopies: number;
  /** Reports to the add-in that the user opened or closed the pane. */
  setPaneState(state: PaneState): void;
  /** Reports an edit by a co-author to the add-in; the cells must have been changed before. */
  tellRemoteChange(sheetName: string, address: string): void;
  /** The message that came with a function's error in a cell ("B2"), null if there is none. */
  errorMessageAt(sheetName: string, address: string): string | null;
  /** Puts a sheet under protection, as a user would. */
  protectSheet(sheetName: string, options?: Readonly<Record<string, unknown>>): void;
  /** Connects a client: the object for its `window.external`. A former client is disconnected. */
  connect(): ExternalInterface;
  /** The page is gone; functions stay known and show #BUSY! until the next page connects. */
  disconnect(): void;
  dispose(): void;
}

export function createExcelHost(options: ExcelHostOptions): ExcelHost {
  return new Host(options);
}

class Host implements ExcelHost {
  readonly workbook: Workbook;
  readonly locale: DisplayLanguage;
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly faults = new FaultPlan();
  blankAs: BlankAs;
  errorShape: ErrorShape;
  readonly #theme: Theme;
  readonly #behaviours: ReadonlySet<BehaviourId>;
  readonly #functions: CustomFunctions;
  readonly #requests: Requests;
  readonly #events: Events;
  readonly #copies: DocumentCopies;
  readonly #createdListeners = new Set<(bytes: Uint8Array) => void>();
  readonly #paneListeners = new Set<(state: PaneState) => void>();
  #functionCallsBefore = 0;
  #client: Connection | null = null;

  constructor(options: ExcelHostOptions) {
    this.workbook = options.workbook;
    this.#copies = new DocumentCopies(options.document ?? null);
    this.locale = options.locale ?? "zh-CN";
    this.#theme = options.theme ?? "light";
    this.blankAs = options.blankAs === undefined ? 0 : options.blankAs;
    this.errorShape = options.errorShape ?? "customFunctionError";
    this.#requests = new Requests(options.maxBytes ?? FIVE_MEGABYTES, this.faults);
    this.#behaviours = new Set(options.behaviours);
    this.requirementSets = {
      ...REQUIREMENT_SETS,
      ...(this.#behaviours.has("editingHoldsRequests") && { DelayForCellEdit: "1.1" }),
      ...options.requirementSets,
    };
    this.#functions = new CustomFunctions(
      this.workbook,
      () => ({
        blankAs: this.blankAs,
        errorShape: this.errorShape,
        late: this.faults.functionsLate,
        neverAnswered: this.faults.neverAnswered,
      }),
      (messages) => this.#client?.send(messages),
    );
    this.#events = new Events(this.workbook, this.faults, () => this.#client);
  }

  get counters(): Counters {
    return {
      ...this.#requests.counters,
      functionCalls: this.#functions.asked - this.#functionCallsBefore,
    };
  }

  get log(): readonly LoggedRequest[] {
    return this.#requests.log;
  }

  resetCounters(): void {
    this.#requests.reset();
    this.#functionCallsBefore = this.#functions.asked;
  }

  process(requestJson: string): Promise<string> {
    this.#client ??= this.#newConnection();
    return this.#requests.process(this.#client, requestJson);
  }

  installFunctions(metadata: FunctionsMetadata, namespace = "CS"): void {
    this.#functions.install(metadata, namespace);
  }

  async whenIdle(milliseconds = 60_000): Promise<void> {
    const until = Date.now() + milliseconds;
    while (
      this.workbook.calculating() ||
      this.#functions.pending > 0 ||
      this.#requests.pending > 0
    ) {
      if (Date.now() > until) {
        throw new Error(
          `The host is still busy: ${this.#functions.pending} function calls without an answer, ` +
            `${this.#requests.pending} requests, calculating: ${this.workbook.calculating()}.`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async runAction(id: string): Promise<void> {
    const client = this.#client;
    if (!client) throw new Error("No add-in is connected.");
    const until = Date.now() + 10_000;
    while (!client.actionsReady && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const argument = JSON.stringify({ source: { id } });
    client.send([[2, 1000, "", JSON.stringify([id, argument]), this.#events.nextMessageId()]]);
  }

  async pressButton(id: string): Promise<number> {
    const client = this.#client;
    if (!client) throw new Error("No add-in is connected.");
    return client.press(id);
  }

  onPaneState(listener: (state: PaneState) => void): () => void {
    this.#paneListeners.add(listener);
    return () => this.#paneListeners.delete(listener);
  }

  onWorkbookCreated(listener: (bytes: Uint8Array) => void): () => void {
    this.#createdListeners.add(listener);
    return () => this.#createdListeners.delete(listener);
  }

  get openDocumentCopies(): number {
    return this.#copies.open;
  }

  #workbookCreated(bytes: Uint8Array): void {
    for (const listener of this.#createdListeners) listener(bytes);
  }

  setPaneState(state: PaneState): void {
    const client = this.#client;
    if (!client) return;
    client.environment.paneState = state;
  }

  #paneStateChanged(client: Connection, state: PaneState): void {
    for (const listener of this.#paneListeners) listener(state);
    const visibility = state === "Visible" ? "Visible" : "Hidden";
    client.send([
      [
        65536,
        EVENT.visibilityChanged,
        "",
        JSON.stringify({ visibility }),
        this.#events.nextMessageId(),
      ],
    ]);
  }

  tellRemoteChange(sheetName: string, address: string): void {
    const sheet = this.#sheetNamed(sheetName);
    this.#events.tellChange(sheet.id, cellsOf(address), "RangeEdited", "Remote");
  }

  errorMessageAt(sheetName: string, address: string): string | null {
    const sheet = this.#sheetNamed(sheetName);
    const { row, column } = cellsOf(address);
    const value = sheet.value(row, column);
    if (value === null || typeof value !== "object") return null;
    return this.#functions.messageAt({ sheetId: sheet.id, row, column });
  }

  protectSheet(sheetName: string, options: Readonly<Record<string, unknown>> = {}): void {
    const { protection } = this.#sheetNamed(sheetName).parts;
    protection.protected = true;
    protection.options = { ...options };
  }

  disconnect(): void {
    this.#client?.disconnect();
    this.#client = null;
    this.#functions.reset();
  }

  connect(): ExternalInterface {
    this.disconnect();
    const client = this.#newConnection();
    this.#client = client;
    if (this.workbook.calculation().number > 0) this.workbook.calculateAll();
    return client.external;
  }

  dispose(): void {
    this.disconnect();
    this.#events.dispose();
    this.workbook.dispose();
  }

  #newConnection(): Connection {
    return new Connection({
      workbook: this.workbook,
      locale: this.locale,
      theme: this.#theme,
      requirementSets: this.requirementSets,
      copies: this.#copies,
      behaves: (id) => this.#behaviours.has(id),
      readNullAbove: () => this.faults.readNullAbove,
      structureProtected: () => this.faults.structureProtected,
      unreadableRule: (id) => this.faults.unreadableRules.get(id),
      process: (connection, request, flags) => this.#requests.process(connection, request, flags),
      workbookCreated: (bytes) => this.#workbookCreated(bytes),
      paneStateChanged: (connection, state) => this.#paneStateChanged(connection, state),
      functionResults: (results) => this.#functions.results(results),
      functionsReady: () => this.#functions.ready(),
    });
  }

  #sheetNamed(name: string): Sheet {
    const sheet = this.workbook.sheets().find((each) => each.name === name);
    if (!sheet) throw new Error(`There is no sheet ${name}.`);
    return sheet;
  }
}

function cellsOf(address: string): Area {
  const area = parseArea(splitAddress(address).local);
  if (!area) throw new Error(`${address} is no address.`);
  return area;
}
