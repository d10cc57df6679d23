import { GatewayError, isCancelled, type GatewayProblem } from "../tasks";

/** Excel's error codes that a person can do something about; every other code is "unknown". */
const problems: ReadonlyMap<string, GatewayProblem> = new Map([
  ["AccessDenied", { kind: "protected", sheetName: null }],
  ["InvalidOperationInCellEditMode", { kind: "cellEditing" }],
  ["ResponsePayloadSizeLimitExceeded", { kind: "tooLarge" }],
  ["RequestPayloadSizeLimitExceeded", { kind: "tooLarge" }],
  ["RangeExceedsLimit", { kind: "tooLarge" }],
  ["OperationCellsExceedLimit", { kind: "tooLarge" }],
  ["ApiNotFound", { kind: "apiMissing" }],
  ["ApiNotAvailable", { kind: "apiMissing" }],
  ["NotImplemented", { kind: "apiMissing" }],
  ["UnsupportedFeature", { kind: "apiMissing" }],
  ["UnsupportedOperation", { kind: "apiMissing" }],
  ["ItemNotFound", { kind: "notFound" }],
  ["InvalidReference", { kind: "notFound" }],
]);

function textOf(error: object, key: "code" | "message"): string {
  const value: unknown = Reflect.get(error, key);
  return typeof value === "string" ? value : "";
}

/** Office says so of files that are opened to be read: there Excel denies what it denies on a protected sheet. */
function isReadOnly(): boolean {
  // Before Office is ready there is no document, whatever the types say.
  const context: Partial<Office.Context> | undefined =
    typeof Office === "undefined" ? undefined : Office.context;
  return context?.document?.mode === Office.DocumentMode.ReadOnly;
}

/** What a conversation with Excel throws: that somebody has cancelled goes on as it is. */
export function toThrow(error: unknown): unknown {
  return isCancelled(error) ? error : toGatewayError(error);
}

/** What an error of the client library means to a person. */
export function toGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  if (typeof error !== "object" || error === null)
    return new GatewayError({ kind: "unknown", detail: String(error) });
  const code = textOf(error, "code");
  const message = textOf(error, "message");
  const detail = code === "" ? message : `${code}: ${message}`;
  const problem = problems.get(code) ?? { kind: "unknown", detail };
  const denied = problem.kind === "protected" && isReadOnly();
  return new GatewayError(denied ? { kind: "readOnly" } : problem, detail);
}
