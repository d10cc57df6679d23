import { BooleanNumber } from "@univerjs/core";
import type { IColumnData, IWorksheetData } from "@univerjs/core";
import { blockAddress, cellAddress } from "./addresses";
import { numbered } from "./numbered";
import { pixelsToWidth } from "./readSheet";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The text of a worksheet without cells that has the looks of a sheet of the grid. */
export function emptySheetXml(data: Partial<IWorksheetData>): string {
  const { xSplit = 0, ySplit = 0 } = data.freeze ?? {};
  const pane =
    xSplit <= 0 && ySplit <= 0
      ? ""
      : `<pane${xSplit > 0 ? ` xSplit="${xSplit}"` : ""}${ySplit > 0 ? ` ySplit="${ySplit}"` : ""} topLeftCell="${cellAddress(Math.max(ySplit, 0), Math.max(xSplit, 0))}" activePane="${xSplit > 0 && ySplit > 0 ? "bottomRight" : ySplit > 0 ? "bottomLeft" : "topRight"}" state="frozen"/>`;
  const grid = data.showGridlines === BooleanNumber.FALSE ? ' showGridLines="0"' : "";
  const columns = numbered<Partial<IColumnData>>(data.columnData)
    .map(([index, column]) => {
      if (column.w === undefined && column.hd !== BooleanNumber.TRUE) return "";
      const number = index + 1;
      const width = pixelsToWidth(column.w ?? data.defaultColumnWidth ?? 72);
      return `<col min="${number}" max="${number}" width="${width}" customWidth="1"${column.hd === BooleanNumber.TRUE ? ' hidden="1"' : ""}/>`;
    })
    .join("");
  const merged = (data.mergeData ?? [])
    .map((range) => `<mergeCell ref="${blockAddress(range)}"/>`)
    .join("");
  const tab = /^#[0-9a-f]{6}$/i.test(data.tabColor ?? "")
    ? `<sheetPr><tabColor rgb="FF${(data.tabColor ?? "").slice(1).toUpperCase()}"/></sheetPr>`
    : "";
  return [
    `<worksheet xmlns="${MAIN}">${tab}`,
    `<sheetViews><sheetView workbookViewId="0"${grid}>${pane}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/>`,
    columns === "" ? "" : `<cols>${columns}</cols>`,
    "<sheetData/>",
    merged === ""
      ? ""
      : `<mergeCells count="${data.mergeData?.length ?? 0}">${merged}</mergeCells>`,
    "</worksheet>",
  ].join("");
}
