/** As much of it as the tests use; it comes without types. */
declare module "xlsx-populate" {
  interface Workbook {
    outputAsync(type: "arraybuffer"): Promise<ArrayBuffer>;
  }
  const XlsxPopulate: { fromDataAsync(data: Uint8Array): Promise<Workbook> };
  export default XlsxPopulate;
}
