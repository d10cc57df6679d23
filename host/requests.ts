import type { Connection } from "./connection";
import type { Fault, FaultPlan } from "./faults";
import { RichApiError } from "./protocol/errors";
import { errorOf, processRequest } from "./protocol/process";
import type { RichApiRequest, RichApiResponse } from "./protocol/process";
import { emptiesUndo } from "./undo";

const LOGGED_REQUESTS = 1000;
/** The client's flag of a request that may wait until a cell's edit has ended. */
const WAITS_FOR_EDIT = 64;

export interface Counters {
  /** Requests of the add-in: what its code asked for by context.sync(). */
  readonly requests: number;
  /** Requests of the client library itself: results of functions, releasing ranges. */
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

/** Answers the requests of clients one after the other, counts them and keeps a log. */
export class Requests {
  readonly #maxBytes: number;
  readonly #faults: FaultPlan;
  readonly #log: LoggedRequest[] = [];
  readonly #encoder = new TextEncoder();
  #counters = zero();
  #queue: Promise<unknown> = Promise.resolve();
  #pending = 0;

  /** @param maxBytes of a request, and of an answer */
  constructor(maxBytes: number, faults: FaultPlan) {
    this.#maxBytes = maxBytes;
    this.#faults = faults;
  }

  /** Requests without an answer. */
  get pending(): number {
    return this.#pending;
  }

  get counters(): Omit<Counters, "functionCalls"> {
    return { ...this.#counters };
  }

  /** The latest requests, oldest first. */
  get log(): readonly LoggedRequest[] {
    return this.#log;
  }

  reset(): void {
    this.#counters = zero();
    this.#log.splice(0);
  }

  /** Answers a request after all earlier ones. */
  process(client: Connection, requestJson: string, flags = 0): Promise<string> {
    this.#pending += 1;
    const answer = this.#queue.then(() => this.#answer(client, requestJson, flags));
    this.#queue = answer.finally(() => {
      this.#pending -= 1;
    });
    return answer;
  }

  async #answer(client: Connection, requestJson: string, flags: number): Promise<string> {
    // The wire carries what the client library wrote, which is this shape.
    const request = JSON.parse(requestJson) as RichApiRequest;
    const ofLibrary = isOfLibrary(request);
    if (!ofLibrary && (flags & WAITS_FOR_EDIT) !== 0) await this.#editingEnded();
    if (this.#faults.delay > 0) {
      await new Promise((resolve) => setTimeout(resolve, this.#faults.delay));
    }
    const started = performance.now();
    const bytesIn = this.#size(requestJson);
    const touched = new Set<string>();
    const fault = ofLibrary ? null : this.#faults.next();
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
    while (this.#faults.cellEditing) await new Promise((resolve) => setTimeout(resolve, 10));
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
    if (this.#faults.cellEditing && !ofLibrary) {
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
}

/** Whether a request only hands in function results or releases ranges. */
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
