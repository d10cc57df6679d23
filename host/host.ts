import { formatArea, intersection, parseArea, splitAddress } from "./core/a1";
import type { Area, Sheet, Workbook, WorkbookEvent } from "./core/workbook";
import { DocumentCopies } from "./client/documentCopies";
import { Connection } from "./connection";
import type { ExternalInterface, Theme } from "./client/external";
import { FaultPlan } from "./faults";
import type { Fault, Faults } from "./faults";
import { CustomFunctions } from "./functions/customFunctions";
import type { FunctionsMetadata } from "./functions/customFunctions";
import type { BehaviourId } from "./profiles/behaviours";
import type { BlankAs, DisplayLanguage, ErrorShape, PaneState } from "./protocol/environment";
import { RichApiError } from "./protocol/errors";
import { EVENT } from "./protocol/members/events";
import { errorOf, processRequest } from "./protocol/process";
import type { RichApiRequest, RichApiResponse } from "./protocol/process";
import { emptiesUndo } from "./undo";

/** Excel on the web refuses larger requests and answers. */
const FIVE_MEGABYTES = 5 * 1024 * 1024;
const LOGGED_REQUESTS = 1000;
/** The client's flag of a request that may wait until a cell's edit has ended. */
const WAITS_FOR_EDIT = 64;

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

export interface Counters {
  /** Requests of the add-in: what its code asked for by context.sync(). */
  readonly requests: number;
  /** Requests of the client library itself: results of functions, letting go of ranges. */
  readonly libraryRequests: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly largestRequest: number;
  readonly largestResponse: number;
  /** How often functions of the add-in were called. */
  readonly functionCalls: number;
  /** Requests that emptied what Excel could undo. */
  readonly undoLost: number;
  /** Milliseconds spent within the host. */
  readonly milliseconds: number;
}

/** One request in the log. */
export interface LoggedRequest {
  readonly number: number;
  readonly actions: number;
  /** The members it used, "Range.values". */
  readonly members: readonly string[];
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly milliseconds: number;
  readonly error: string | null;
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
  /** Tells the add-in that the user opened or closed the pane. */
  setPaneState(state: PaneState): void;
  /** Tells the add-in of an edit by a co-author; the cells must have been changed before. */
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

interface MutableCounters {
  requests: number;
  libraryRequests: number;
  bytesIn: number;
  bytesOut: number;
  largestRequest: number;
  largestResponse: number;
  undoLost: number;
  milliseconds: number;
}

const zero = (): MutableCounters => ({
  requests: 0,
  libraryRequests: 0,
  bytesIn: 0,
  bytesOut: 0,
  largestRequest: 0,
  largestResponse: 0,
  undoLost: 0,
  milliseconds: 0,
});

class Host implements ExcelHost {
  readonly workbook: Workbook;
  readonly locale: DisplayLanguage;
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly theme: Theme;
  readonly faults = new FaultPlan();
  blankAs: BlankAs;
  errorShape: ErrorShape;
  readonly #maxBytes: number;
  readonly #behaviours: ReadonlySet<BehaviourId>;
  readonly #functions: CustomFunctions;
  readonly #log: LoggedRequest[] = [];
  readonly copies: DocumentCopies;
  readonly #createdListeners = new Set<(bytes: Uint8Array) => void>();
  readonly #paneListeners = new Set<(state: PaneState) => void>();
  readonly #encoder = new TextEncoder();
  readonly #unsubscribe: () => void;
  #counters = zero();
  #functionCallsBefore = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #processing = 0;
  #client: Connection | null = null;
  #activeSheetId: string;
  #messageId = 1;

  constructor(options: ExcelHostOptions) {
    this.workbook = options.workbook;
    this.copies = new DocumentCopies(options.document ?? null);
    this.locale = options.locale ?? "zh-CN";
    this.theme = options.theme ?? "light";
    this.blankAs = options.blankAs === undefined ? 0 : options.blankAs;
    this.errorShape = options.errorShape ?? "customFunctionError";
    this.#maxBytes = options.maxBytes ?? FIVE_MEGABYTES;
    this.#behaviours = new Set(options.behaviours);
    this.requirementSets = {
      ...REQUIREMENT_SETS,
      ...(this.#behaviours.has("editingHoldsRequests") && { DelayForCellEdit: "1.1" }),
      ...options.requirementSets,
    };
    this.#activeSheetId = this.workbook.activeSheet().id;
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
    this.#unsubscribe = this.workbook.subscribe((event) => this.#onWorkbookEvent(event));
  }

  get counters(): Counters {
    return {
      ...this.#counters,
      functionCalls: this.#functions.asked - this.#functionCallsBefore,
    };
  }

  get log(): readonly LoggedRequest[] {
    return this.#log;
  }

  resetCounters(): void {
    this.#counters = zero();
    this.#functionCallsBefore = this.#functions.asked;
    this.#log.splice(0);
  }

  process(requestJson: string): Promise<string> {
    this.#client ??= this.#newConnection();
    return this.processFor(this.#client, requestJson);
  }

  processFor(client: Connection, requestJson: string, flags = 0): Promise<string> {
    this.#processing += 1;
    const answer = this.#queue.then(() => this.#answer(client, requestJson, flags));
    this.#queue = answer.finally(() => {
      this.#processing -= 1;
    });
    return answer;
  }

  async #answer(client: Connection, requestJson: string, flags: number): Promise<string> {
    // The wire carries what the client library wrote, which is this shape.
    const request = JSON.parse(requestJson) as RichApiRequest;
    const ofLibrary = isOfLibrary(request);
    if (!ofLibrary && (flags & WAITS_FOR_EDIT) !== 0) await this.#editingEnded();
    if (this.faults.delay > 0) {
      await new Promise((resolve) => setTimeout(resolve, this.faults.delay));
    }
    const started = performance.now();
    const bytesIn = this.#size(requestJson);
    const touched = new Set<string>();
    const fault = ofLibrary ? null : this.faults.next();
    const response = await this.#respond(client, request, bytesIn, fault, touched, ofLibrary);
    let text = JSON.stringify(response);
    let error = response.Error?.Code ?? null;
    if (this.#size(text) > this.#maxBytes) {
      error = "ResponsePayloadSizeLimitExceeded";
      text = JSON.stringify(failed(error, "The response payload size has exceeded the limit."));
    }
    const bytesOut = this.#size(text);
    const milliseconds = performance.now() - started;
    const counters = this.#counters;
    if (ofLibrary) counters.libraryRequests += 1;
    else counters.requests += 1;
    counters.bytesIn += bytesIn;
    counters.bytesOut += bytesOut;
    counters.largestRequest = Math.max(counters.largestRequest, bytesIn);
    counters.largestResponse = Math.max(counters.largestResponse, bytesOut);
    counters.milliseconds += milliseconds;
    if (emptiesUndo(touched)) counters.undoLost += 1;
    if (!ofLibrary) {
      this.#log.push({
        number: counters.requests,
        actions: request.Actions.length,
        members: [...touched],
        bytesIn,
        bytesOut,
        milliseconds,
        error,
      });
      if (this.#log.length > LOGGED_REQUESTS) this.#log.shift();
    }
    return text;
  }

  /** Resolves when no cell is being edited. */
  async #editingEnded(): Promise<void> {
    while (this.faults.cellEditing) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  async #respond(
    client: Connection,
    request: RichApiRequest,
    bytesIn: number,
    fault: Fault | null,
    touched: Set<string>,
    ofLibrary: boolean,
  ): Promise<RichApiResponse> {
    if (bytesIn > this.#maxBytes) {
      return failed(
        "RequestPayloadSizeLimitExceeded",
        "The request payload size has exceeded the limit.",
      );
    }
    if (this.faults.cellEditing && !ofLibrary) {
      return failed(
        "InvalidOperationInCellEditMode",
        "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
      );
    }
    const error = fault && new RichApiError(fault.code, fault.message ?? fault.code);
    const at = fault?.afterwards ? -1 : (fault?.atAction ?? 0);
    const response = await processRequest(
      request,
      client.environment,
      client.references,
      touched,
      (index) => (index === at ? error : null),
    );
    return error && fault.afterwards && !response.Error
      ? failed(error.code, error.message)
      : response;
  }

  #size(text: string): number {
    return this.#encoder.encode(text).length;
  }

  installFunctions(metadata: FunctionsMetadata, namespace = "CS"): void {
    this.#functions.install(metadata, namespace);
  }

  async whenIdle(milliseconds = 60_000): Promise<void> {
    const until = Date.now() + milliseconds;
    while (this.workbook.calculating() || this.#functions.pending > 0 || this.#processing > 0) {
      if (Date.now() > until) {
        throw new Error(
          `The host is still busy: ${this.#functions.pending} function calls without an answer, ` +
            `${this.#processing} requests, calculating: ${this.workbook.calculating()}.`,
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
    client.send([[2, 1000, "", JSON.stringify([id, argument]), this.#nextMessageId()]]);
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
    return this.copies.open;
  }

  workbookCreated(bytes: Uint8Array): void {
    for (const listener of this.#createdListeners) listener(bytes);
  }

  setPaneState(state: PaneState): void {
    const client = this.#client;
    if (!client) return;
    client.environment.paneState = state;
  }

  paneStateChanged(client: Connection, state: PaneState): void {
    for (const listener of this.#paneListeners) listener(state);
    const visibility = state === "Visible" ? "Visible" : "Hidden";
    client.send([
      [65536, EVENT.visibilityChanged, "", JSON.stringify({ visibility }), this.#nextMessageId()],
    ]);
  }

  tellRemoteChange(sheetName: string, address: string): void {
    const sheet = this.#sheetNamed(sheetName);
    this.#tellChange(sheet.id, cellsOf(address), "RangeEdited", "Remote");
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
    this.#unsubscribe();
    this.workbook.dispose();
  }

  #newConnection(): Connection {
    return new Connection({
      workbook: this.workbook,
      locale: this.locale,
      theme: this.theme,
      requirementSets: this.requirementSets,
      copies: this.copies,
      behaves: (id) => this.#behaviours.has(id),
      readNullAbove: () => this.faults.readNullAbove,
      structureProtected: () => this.faults.structureProtected,
      unreadableRule: (id) => this.faults.unreadableRules.get(id),
      process: (connection, request, flags) => this.processFor(connection, request, flags),
      workbookCreated: (bytes) => this.workbookCreated(bytes),
      paneStateChanged: (connection, state) => this.paneStateChanged(connection, state),
      functionResults: (results) => this.#functions.results(results),
      functionsReady: () => this.#functions.ready(),
    });
  }

  #sheetNamed(name: string): Sheet {
    const sheet = this.workbook.sheets().find((each) => each.name === name);
    if (!sheet) throw new Error(`There is no sheet ${name}.`);
    return sheet;
  }

  #nextMessageId(): number {
    this.#messageId += 1;
    return this.#messageId;
  }

  #onWorkbookEvent(event: WorkbookEvent): void {
    switch (event.kind) {
      case "changed":
        return this.#tellChange(event.sheetId, event.area, event.changeType, "Local");
      case "sheetActivated": {
        const before = this.#activeSheetId;
        this.#activeSheetId = event.sheetId;
        if (before !== event.sheetId) {
          this.#tell(EVENT.sheetDeactivated, before, { worksheetId: before });
        }
        return this.#tell(EVENT.sheetActivated, event.sheetId, { worksheetId: event.sheetId });
      }
      case "sheetAdded":
        return this.#tell(EVENT.sheetAdded, event.sheetId, {
          worksheetId: event.sheetId,
          source: "Local",
        });
      case "sheetDeleted":
        return this.#tell(EVENT.sheetDeleted, event.sheetId, {
          worksheetId: event.sheetId,
          source: "Local",
        });
      case "selectionChanged":
        return this.#tell(EVENT.selectionChanged, event.sheetId, {
          worksheetId: event.sheetId,
          address: formatArea(event.area),
        });
      case "calculated":
        if (this.faults.silentCalculation) return;
        for (const { id } of this.workbook.sheets()) {
          this.#tell(EVENT.calculated, id, { worksheetId: id, address: "" });
        }
        return;
      case "sheetRenamed":
        return;
    }
  }

  #tellChange(sheetId: string, area: Area, changeType: string, source: "Local" | "Remote"): void {
    this.#tell(EVENT.dataChanged, sheetId, {
      worksheetId: sheetId,
      address: formatArea(area),
      changeType,
      source,
      triggerSource: "Unknown",
      shiftDirection: "None",
    });
    this.#tellTables(sheetId, area, changeType, source);
  }

  /** To those who listen to a table that the change touches, and to those who listen to all tables. */
  #tellTables(sheetId: string, area: Area, changeType: string, source: "Local" | "Remote"): void {
    const client = this.#client;
    if (!client?.listensToAny(EVENT.tableChanged)) return;
    for (const table of this.workbook.tables()) {
      if (table.sheetId !== sheetId || !intersection(table.area, area)) continue;
      const details = JSON.stringify({
        tableId: table.id,
        worksheetId: sheetId,
        address: formatArea(area),
        changeType,
        source,
      });
      for (const target of [table.id, sheetId, EVENT.wholeWorkbook]) {
        if (!client.listensTo(EVENT.tableChanged, target)) continue;
        client.sendLater([65536, EVENT.tableChanged, target, details, this.#nextMessageId()]);
      }
    }
  }

  /** To those who listen to the sheet and to those who listen to all sheets. */
  #tell(eventType: number, sheetId: string, details: Readonly<Record<string, unknown>>): void {
    const client = this.#client;
    if (!client) return;
    for (const target of [sheetId, EVENT.wholeWorkbook]) {
      if (!client.listensTo(eventType, target)) continue;
      client.sendLater([65536, eventType, target, JSON.stringify(details), this.#nextMessageId()]);
    }
  }
}

/** Whether a request only hands in function results or lets go of ranges. */
function isOfLibrary(request: RichApiRequest): boolean {
  const service = Object.values(request.ObjectPaths).some(
    ({ ObjectPathType: type, Name: name }) =>
      type === 2 && name !== undefined && /CustomFunctions|InternalService/.test(name),
  );
  const calls = request.Actions.filter(({ Name: name }) => name !== undefined && name !== "");
  return (
    service || (calls.length > 0 && calls.every(({ Name: name }) => name === "_RemoveReference"))
  );
}

function failed(code: string, message: string): RichApiResponse {
  return {
    Results: [],
    TraceIds: [],
    Error: errorOf(new RichApiError(code, message), "", 0),
  };
}

function cellsOf(address: string): Area {
  const area = parseArea(splitAddress(address).local);
  if (!area) throw new Error(`${address} is no address.`);
  return area;
}
