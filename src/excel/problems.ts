import { GatewayError, type GatewayProblem } from "../tasks";

/** Excel's error codes that a person can do something about; every other code is "unknown". */
const problems: ReadonlyMap<string, GatewayProblem> = new Map([
  ["AccessDenied", "protected"],
  ["InvalidOperationInCellEditMode", "cellEditing"],
  ["ResponsePayloadSizeLimitExceeded", "tooLarge"],
  ["RequestPayloadSizeLimitExceeded", "tooLarge"],
  ["RangeExceedsLimit", "tooLarge"],
  ["OperationCellsExceedLimit", "tooLarge"],
  ["ApiNotFound", "apiMissing"],
  ["ApiNotAvailable", "apiMissing"],
  ["NotImplemented", "apiMissing"],
  ["UnsupportedFeature", "apiMissing"],
  ["UnsupportedOperation", "apiMissing"],
  ["ItemNotFound", "notFound"],
  ["InvalidReference", "notFound"],
]);

function textOf(error: object, key: "code" | "message"): string {
  const value: unknown = Reflect.get(error, key);
  return typeof value === "string" ? value : "";
}

/** What an error of the client library means to a person. */
export function toGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  if (typeof error !== "object" || error === null) return new GatewayError("unknown");
  const code = textOf(error, "code");
  const message = textOf(error, "message");
  const detail = code === "" ? message : `${code}: ${message}`;
  return new GatewayError(problems.get(code) ?? "unknown", detail);
}
