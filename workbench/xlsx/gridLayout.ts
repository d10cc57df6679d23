import { BooleanNumber } from "@univerjs/core";
import type { IColumnData, IRowData, IWorksheetData } from "@univerjs/core";
import { blockAddress, cellAddress } from "./addresses";
import { pixelsToPoints, pixelsToWidth } from "./readSheet";
import { numbered } from "./numbered";
import type { SheetWriter } from "./sheetWriter";
import { childOf, childrenOf, type Edit, type XmlElement } from "../../src/ooxml";
import { openingTag, placeAtEnd, placeBefore, textElement } from "./xml";

type Data = Partial<IWorksheetData>;

/** Writes what the grid holds of a sheet besides its cells: panes, sizes, hidden lines, merges. */
export function writeGridLayout(writer: SheetWriter, before: Data, now: Data): void {
  if (tab(before) !== tab(now)) writer.setTabColor(tab(now));
  if (view(before) !== view(now)) writeView(writer, now);
  writeColumns(writer, before, now);
  if (merges(before).join() !== merges(now).join()) writeMerges(writer, now);
  writeRows(writer, before, now);
}

function tab({ tabColor }: Data): string | undefined {
  const color = tabColor ?? "";
  return /^#[0-9a-f]{6}$/i.test(color) ? `FF${color.slice(1).toUpperCase()}` : undefined;
}

const frozen = ({ freeze }: Data): [number, number] => [
  Math.max(freeze?.xSplit ?? 0, 0),
  Math.max(freeze?.ySplit ?? 0, 0),
];

const view = (data: Data): string =>
  JSON.stringify([frozen(data), data.showGridlines !== BooleanNumber.FALSE]);

/** The pane that a sheet's frozen lines make; "" for none. */
export function paneXml(data: Data): string {
  const [across, down] = frozen(data);
  if (across === 0 && down === 0) return "";
  return textElement("pane", {
    xSplit: across > 0 ? across : undefined,
    ySplit: down > 0 ? down : undefined,
    topLeftCell: cellAddress(down, across),
    activePane: across > 0 && down > 0 ? "bottomRight" : down > 0 ? "bottomLeft" : "topRight",
    state: "frozen",
  });
}

/** What is selected in panes that are gone goes with them. */
function writeView(writer: SheetWriter, now: Data): void {
  const views = childOf(writer.root, "sheetViews");
  const [first, ...others] = childrenOf(views, "sheetView");
  const kept = (first?.children ?? []).filter(
    ({ local }) => local !== "pane" && local !== "selection",
  );
  const tag = openingTag("sheetView", {
    ...first?.attributes,
    showGridLines: now.showGridlines === BooleanNumber.FALSE ? 0 : undefined,
    workbookViewId: first?.attributes["workbookViewId"] ?? 0,
    topLeftCell: undefined,
  });
  const inner = kept.map((element) => writer.standing(element)).join("");
  const rest = others.map((element) => writer.standing(element)).join("");
  writer.replace(
    "sheetViews",
    `<sheetViews>${tag}${paneXml(now)}${inner}</sheetView>${rest}</sheetViews>`,
  );
}

interface ColumnSize {
  readonly width: number | undefined;
  readonly hidden: boolean;
}

function columnSizes(data: Data): Map<number, ColumnSize> {
  return new Map(
    numbered<Partial<IColumnData>>(data.columnData)
      .filter(([, { w, hd }]) => w !== undefined || hd === BooleanNumber.TRUE)
      .map(([index, { w, hd }]) => [index, { width: w, hidden: hd === BooleanNumber.TRUE }]),
  );
}

const same = (a: ColumnSize | undefined, b: ColumnSize | undefined): boolean =>
  a?.width === b?.width && (a?.hidden ?? false) === (b?.hidden ?? false);

/** A column whose size changed gets a line of its own; a line for several gives way around it. */
function writeColumns(writer: SheetWriter, before: Data, now: Data): void {
  const old = columnSizes(before);
  const sizes = columnSizes(now);
  const changed = [...new Set([...old.keys(), ...sizes.keys()])]
    .filter((index) => !same(old.get(index), sizes.get(index)))
    .sort((a, b) => a - b);
  if (changed.length === 0) return;
  let lines = childrenOf(childOf(writer.root, "cols"), "col").map((element) => ({
    first: Number(element.attributes["min"]),
    last: Number(element.attributes["max"]),
    attributes: element.attributes,
  }));
  for (const index of changed) {
    const number = index + 1;
    const standing = lines.find(({ first, last }) => first <= number && number <= last);
    const { width, hidden } = sizes.get(index) ?? { width: undefined, hidden: false };
    const style = standing?.attributes["style"];
    const pixels = width ?? now.defaultColumnWidth ?? 72;
    const attributes: Record<string, string> = {
      width: String(pixelsToWidth(pixels)),
      ...(style !== undefined && { style }),
      ...(hidden && { hidden: "1" }),
      customWidth: "1",
    };
    const own = { first: number, last: number, attributes };
    const around = standing
      ? [
          { ...standing, last: number - 1 },
          { ...standing, first: number + 1 },
        ].filter(({ first, last }) => first <= last)
      : [];
    lines = [...lines.filter((line) => line !== standing), ...around, own];
  }
  const inner = lines
    .sort((a, b) => a.first - b.first)
    .map(({ first, last, attributes }) =>
      textElement("col", { ...attributes, min: first, max: last }),
    );
  writer.replace("cols", `<cols>${inner.join("")}</cols>`);
}

const merges = ({ mergeData }: Data): string[] => (mergeData ?? []).map(blockAddress).sort();

function writeMerges(writer: SheetWriter, now: Data): void {
  const cells = (now.mergeData ?? []).map((range) =>
    textElement("mergeCell", { ref: blockAddress(range) }),
  );
  const tag = openingTag("mergeCells", { count: cells.length });
  writer.replace("mergeCells", cells.length === 0 ? "" : `${tag}${cells.join("")}</mergeCells>`);
}

interface RowSize {
  readonly height: number | undefined;
  readonly hidden: boolean;
}

/** A height that the grid fitted to the text by itself is not one that somebody has set. */
function rowSizes(data: Data): Map<number, RowSize> {
  return new Map(
    numbered<Partial<IRowData>>(data.rowData).map(([index, { h, hd, ia }]) => [
      index,
      { height: ia === BooleanNumber.TRUE ? undefined : h, hidden: hd === BooleanNumber.TRUE },
    ]),
  );
}

/** Sets height and visibility on the lines of rows; a row without cells gets a line. */
function writeRows(writer: SheetWriter, before: Data, now: Data): void {
  const old = rowSizes(before);
  const sizes = rowSizes(now);
  const changed = [...new Set([...old.keys(), ...sizes.keys()])].filter((index) => {
    const a = old.get(index);
    const b = sizes.get(index);
    return a?.height !== b?.height || (a?.hidden ?? false) !== (b?.hidden ?? false);
  });
  if (changed.length === 0) return;
  const sheetData = childOf(writer.root, "sheetData");
  if (sheetData === undefined) return;
  const standing = new Map<number, XmlElement>();
  let row = -1;
  for (const element of childrenOf(sheetData, "row")) {
    const written = element.attributes["r"];
    row = written === undefined ? row + 1 : Number(written) - 1;
    standing.set(row, element);
  }
  const numbers = [...standing.keys()].sort((a, b) => a - b);
  const edits: Edit[] = [];
  const prefix = sheetData.name.slice(0, -"sheetData".length);
  const added: string[] = [];
  for (const index of changed.sort((a, b) => a - b)) {
    const { height, hidden } = sizes.get(index) ?? { height: undefined, hidden: false };
    const size = {
      ht: height === undefined ? undefined : pixelsToPoints(height),
      customHeight: height === undefined ? undefined : 1,
      hidden: hidden ? 1 : undefined,
    };
    const element = standing.get(index);
    if (element) {
      const empty = element.selfClosing;
      const tag = openingTag(element.name, { ...element.attributes, ...size });
      const text = empty ? `${tag.slice(0, -1)}/>` : tag;
      edits.push({ ...element.tag, text });
      continue;
    }
    if (size.ht === undefined && !hidden) continue;
    const text = textElement(`${prefix}row`, { r: index + 1, ...size });
    const next = standing.get(numbers.find((number) => number > index) ?? -1);
    if (sheetData.selfClosing) added.push(text);
    else edits.push({ ...(next === undefined ? placeAtEnd(sheetData) : placeBefore(next)), text });
  }
  if (added.length > 0) {
    const tag = openingTag(sheetData.name, sheetData.attributes);
    const text = `${tag}${added.join("")}</${sheetData.name}>`;
    edits.push({ ...sheetData.span, text });
  }
  writer.edit(edits);
}
