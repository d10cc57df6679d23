/** An error that the host answers with, as Excel would. */
export class RichApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "RichApiError";
  }
}

/** What the emulation does not know must fail loudly. */
export function notImplemented(what: string): RichApiError {
  return new RichApiError("NotImplemented", `NotImplemented: emulated host: ${what}`);
}

export const itemNotFound = (): RichApiError =>
  new RichApiError("ItemNotFound", "The requested resource doesn't exist.");

export const invalidArgument = (
  message = "The argument is invalid or missing or has an incorrect format.",
): RichApiError => new RichApiError("InvalidArgument", message);

export const accessDenied = (): RichApiError =>
  new RichApiError("AccessDenied", "You cannot perform the requested operation.");

export const generalException = (): RichApiError =>
  new RichApiError("GeneralException", "An internal error has occurred.");

export const HTTP_STATUS: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  ItemNotFound: 404,
  InvalidArgument: 400,
  InvalidReference: 400,
  InvalidSelection: 400,
  ItemAlreadyExists: 409,
  GeneralException: 500,
  NotImplemented: 501,
  RequestPayloadSizeLimitExceeded: 413,
  ResponsePayloadSizeLimitExceeded: 413,
  InvalidOperationInCellEditMode: 400,
};
