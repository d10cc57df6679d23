import type { Problem } from "../problems";
import { GatewayError } from "../tasks";

/** Excel's error codes that a person can do something about; every other code is "unknown". */
const problems: ReadonlyMap<string, Problem> = new Map([
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

/** What an error of the client library means to a person. */
export function toGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  if (typeof error !== "object" || error === null)
    return new GatewayError({ kind: "unknown", detail: String(error) });
  const code = textOf(error, "code");
  const message = textOf(error, "message");
  const detail = code === "" ? message : `${code}: ${message}`;
  return new GatewayError(problems.get(code) ?? { kind: "unknown", detail }, detail);
}
