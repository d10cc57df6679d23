/** Where the workbook is kept; see Gateway.readFileAddress. Known without asking Excel; of a new workbook it is blank. */
export function readFileAddress(): Promise<string | null> {
  const url: unknown = typeof Office === "undefined" ? null : Office.context.document.url;
  return Promise.resolve(typeof url === "string" && url !== "" ? url : null);
}
