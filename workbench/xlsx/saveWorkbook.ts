import { BooleanNumber } from "@univerjs/core";
import type { ICellData, IWorkbookData } from "@univerjs/core";
import { createParts, type SheetParts } from "../../host";
import type { ChartBook } from "./charts";
import type { ConditionalFormat } from "./conditionalFormats";
import { patchCustomXml, type CustomXmlPart } from "./customXml";
import {
  applyEdits,
  childOf,
  childrenOf,
  DECLARATION,
  prefixOf,
  readTree,
  relationAttribute,
  type Edit,
  type OfficePackage,
  type XmlElement,
} from "../../src/ooxml";
import { insertInSequence, openingTag, placeAtEnd, sliceOf, textElement } from "./xml";
import { OFFICE, unrelate } from "./relations";
import {
  cellsOf,
  CONDITIONAL_FORMATS,
  DEFINED_NAMES,
  openWorkbookFile,
  placeOf,
  readParts,
  TABLES,
  sheetIdsInOrder,
  type ListedSheet,
  type WorkbookFile,
} from "./readWorkbook";
import { patchNames, WORKBOOK_SEQUENCE, type GridName, type NamedSheet } from "./names";
import { standingValues, type StandingValues } from "./standingValues";
import { readSheet } from "./readSheet";
import type { CurrentSheet, Spill } from "./cellContents";
import { emptySheetXml } from "./emptySheet";
import { patchSheet, type SheetContext } from "./saveSheet";
import { patchSheetParts, type CurrentParts, type PartsContext } from "./sheetParts";
import { StyleWriter } from "./styles";
import { TableNumbers, type GridTable } from "./tables";

/** A workbook as it is now in the grid. */
export interface CurrentWorkbook {
  /** With the formula of every cell spelt out. */
  readonly snapshot: Pick<IWorkbookData, "sheetOrder" | "sheets" | "styles" | "resources">;
  /** What formulas fill, by sheet id. */
  readonly spills: Readonly<Record<string, readonly Spill[]>>;
  readonly customXmlParts: readonly CustomXmlPart[];
  /** What stands beside the cells, by sheet id; a sheet that is missing has nothing. */
  readonly parts: Readonly<Record<string, SheetParts>>;
}

/** What changed in the grid and is not in the saved file. */
export type Unsaved = "conditionalFormats";

export interface SavedWorkbook {
  readonly bytes: Uint8Array;
  readonly unsaved: readonly Unsaved[];
}

const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const METADATA_TYPE =
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";

const DYNAMIC_TYPE = `<metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>`;
const DYNAMIC_BLOCK = `<bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray" fDynamic="1" fCollapsed="0"/></ext></extLst></bk>`;
const EMPTY_METADATA = `${DECLARATION}<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></metadata>`;
const METADATA_SEQUENCE =
  "metadataTypes metadataStrings mdxMetadata futureMetadata cellMetadata valueMetadata extLst".split(
    " ",
  );

/** Adds one entry to a counted list, or the list itself; returns the edits and the entry's place. */
function appendCounted(
  root: XmlElement,
  list: XmlElement | undefined,
  local: string,
  attributes: Readonly<Record<string, string>>,
  entry: string,
): { edits: Edit[]; place: number } {
  if (list === undefined) {
    const whole = `${openingTag(local, { ...attributes, count: 1 })}${entry}</${local}>`;
    return { edits: [insertInSequence(root, METADATA_SEQUENCE, local, whole)], place: 0 };
  }
  const count = list.children.length + 1;
  const tag = openingTag(list.name, { ...list.attributes, count });
  return {
    edits: [
      { ...list.tag, text: tag },
      { ...placeAtEnd(list), text: entry },
    ],
    place: count - 1,
  };
}

/** The number by which a cell says that its formula is a dynamic array; writes it where missing. */
function dynamicArrayMark(file: OfficePackage, workbookPath: string): number {
  const known = file.relationships(workbookPath).find(({ kind }) => kind === "sheetMetadata");
  const path =
    known?.target ?? `${workbookPath.slice(0, workbookPath.lastIndexOf("/") + 1)}metadata.xml`;
  if (known === undefined) {
    file.add(path, METADATA_TYPE, EMPTY_METADATA);
    file.relate(workbookPath, `${OFFICE}/sheetMetadata`, path.slice(path.lastIndexOf("/") + 1));
  }
  const text = file.text(path);
  const root = readTree(path, text);
  const types = childOf(root, "metadataTypes");
  const type = childrenOf(types, "metadataType").findIndex(
    ({ attributes }) => attributes["name"] === "XLDAPR",
  );
  const cells = childOf(root, "cellMetadata");
  const block = childrenOf(root, "futureMetadata").find(
    ({ attributes }) => attributes["name"] === "XLDAPR",
  );
  const mark = childrenOf(cells, "bk").findIndex(({ children: records }) =>
    records.some(({ attributes }) => Number(attributes["t"]) === type + 1),
  );
  if (type >= 0 && mark >= 0) return mark + 1;
  const newType = appendCounted(root, types, "metadataTypes", {}, DYNAMIC_TYPE);
  const future = appendCounted(root, block, "futureMetadata", { name: "XLDAPR" }, DYNAMIC_BLOCK);
  const number = type >= 0 ? type + 1 : newType.place + 1;
  const cell = appendCounted(
    root,
    cells,
    "cellMetadata",
    {},
    `<bk><rc t="${number}" v="${future.place}"/></bk>`,
  );
  const edits = [...(type >= 0 ? [] : newType.edits), ...future.edits, ...cell.edits];
  file.setText(path, applyEdits(text, edits));
  return cell.place + 1;
}

/** The chain lists every formula cell; Excel rebuilds it, but repairs a file in which it is wrong. */
function dropCalculationChain(file: OfficePackage, workbookPath: string): void {
  const chain = file.relationships(workbookPath).find(({ kind }) => kind === "calcChain");
  if (chain === undefined) return;
  unrelate(file, workbookPath, chain.target);
  file.remove(chain.target);
}

function plainRanges(formats: readonly ConditionalFormat[]): ConditionalFormat[] {
  return formats.map((format) => ({
    ...format,
    stopIfTrue: format.stopIfTrue ?? false,
    ranges: format.ranges.map(({ startRow, startColumn, endRow, endColumn }) => ({
      startRow,
      startColumn,
      endRow,
      endColumn,
    })),
  }));
}

/** The plugin's own text of a resource: an object by ids. */
function readResource<T>(current: CurrentWorkbook, name: string): Record<string, T> {
  const data = current.snapshot.resources?.find((resource) => resource.name === name)?.data;
  return data ? (JSON.parse(data) as Record<string, T>) : {};
}

/** Tables of the grid, by sheet id. */
type GridTables = Record<string, { readonly tables: readonly GridTable[] }>;

/** The sheets of the grid as charts draw them: the values of now, filled ones too. */
function gridBook({ snapshot, spills }: CurrentWorkbook): ChartBook {
  const filled = new Map<string, ICellData>();
  for (const [id, blocks] of Object.entries(spills)) {
    for (const { block, values } of blocks) {
      values.forEach((line, down) =>
        line.forEach((cell, across) => {
          const key = `${id} ${block.startRow + down} ${block.startColumn + across}`;
          if (cell) filled.set(key, cell);
        }),
      );
    }
  }
  return {
    sheetId: (name) => snapshot.sheetOrder.find((id) => snapshot.sheets[id]?.name === name),
    sheetName: (id) => snapshot.sheets[id]?.name,
    values: (id, area) =>
      cellsOf(area).map(({ row, column }) => {
        const cell = snapshot.sheets[id]?.cellData?.[row]?.[column];
        return cell?.v ?? filled.get(`${id} ${row} ${column}`)?.v ?? null;
      }),
  };
}

interface PlacedSheet {
  readonly id: string;
  readonly element: string;
}

/** The sheets in their order of now. */
function orderSheets(opened: WorkbookFile, placed: readonly PlacedSheet[]): PlacedSheet[] {
  const { workbookRoot, workbookText } = opened;
  const list = childOf(workbookRoot, "sheets");
  if (list === undefined) throw new Error("工作簿没有工作表列表，无法保存。");
  const before = sheetIdsInOrder(workbookRoot);
  const elements = childrenOf(list, "sheet");
  // Chart sheets are unknown to the grid: they stay behind the sheet they stood behind.
  const worksheets = new Set(opened.sheets.map(({ id }) => id));
  const after = [...placed];
  before.forEach((id, index) => {
    const element = elements[index];
    if (worksheets.has(id) || element === undefined) return;
    const text = sliceOf(workbookText, element.span);
    const left = before
      .slice(0, index)
      .findLast((other) => after.some((entry) => entry.id === other));
    after.splice(after.findIndex((entry) => entry.id === left) + 1, 0, { id, element: text });
  });
  return after;
}

/** Writes the list of sheets, and moves what counts sheets by their place. */
function patchSheetList(opened: WorkbookFile, after: readonly PlacedSheet[]): Edit[] {
  const { workbookRoot, workbookText } = opened;
  const list = childOf(workbookRoot, "sheets");
  if (list === undefined) return [];
  const before = sheetIdsInOrder(workbookRoot);
  const elements = childrenOf(list, "sheet");
  const same =
    after.length === before.length &&
    after.every(({ id, element }, index) => {
      const standing = elements[index];
      return (
        id === before[index] &&
        standing !== undefined &&
        element === sliceOf(workbookText, standing.span)
      );
    });
  if (same) return [];
  const edits: Edit[] = [{ ...list.inside, text: after.map(({ element }) => element).join("") }];
  const moved = (index: string | undefined): number =>
    after.findIndex(({ id }) => id === before[Number(index)]);
  for (const element of childrenOf(childOf(workbookRoot, "bookViews"), "workbookView")) {
    const place = element.attributes["activeTab"] ?? "0";
    const attributes = { ...element.attributes, firstSheet: undefined };
    if (moved(place) === Number(place)) continue;
    const tag = openingTag(element.name, { ...attributes, activeTab: Math.max(moved(place), 0) });
    const end = element.selfClosing ? "/>" : ">";
    edits.push({ ...element.tag, text: tag.slice(0, -1) + end });
  }
  return edits;
}

/** The `<sheet>` line of a sheet of the file, with its name and visibility of now. */
function standingLine(text: string, listed: ListedSheet, current: CurrentParts): string {
  const { element, name } = listed;
  const nowName = current.data.name ?? name;
  const state = stateOf(current);
  if (nowName === name && (state ?? "visible") === (element.attributes["state"] ?? "visible")) {
    return sliceOf(text, element.span);
  }
  return textElement(element.name, { ...element.attributes, name: nowName, state });
}

function stateOf({ data, parts }: CurrentParts): string | undefined {
  if (data.hidden !== BooleanNumber.TRUE) return undefined;
  return parts.veryHidden ? "veryHidden" : "hidden";
}

/** Adds the part of a new sheet and returns its `<sheet>` line. */
function addSheet(
  opened: WorkbookFile,
  id: string,
  current: CurrentSheet,
  beside: CurrentParts,
  context: SheetContext & PartsContext,
  number: number,
): { element: string; unwritable: number } {
  const { file, workbookPath, workbookRoot, styles } = opened;
  const directory = workbookPath.slice(0, workbookPath.lastIndexOf("/") + 1);
  let part = 1;
  while (file.has(`${directory}worksheets/sheet${part}.xml`)) part++;
  const text = emptySheetXml(current.data);
  const saved = patchSheet(id, readSheet("", text, [], styles), current, context);
  const path = `${directory}worksheets/sheet${part}.xml`;
  const place = { file, path, workbookPath, workbookRoot, place: -1 };
  const before = { parts: createParts(), data: beside.data };
  const whole = patchSheetParts(saved.text, place, before, beside, context);
  file.add(path, WORKSHEET_TYPE, DECLARATION + whole);
  const relation = file.relate(workbookPath, `${OFFICE}/worksheet`, `worksheets/sheet${part}.xml`);
  const list = childOf(workbookRoot, "sheets");
  const around = list === undefined ? [workbookRoot] : [workbookRoot, list];
  const element = textElement(`${prefixOf(workbookRoot.name)}sheet`, {
    name: current.data.name ?? `Sheet${number}`,
    sheetId: number,
    state: stateOf(beside),
    ...relationAttribute(around, file.inDialect(OFFICE), relation),
  });
  return { element, unwritable: saved.unwritableFormats };
}

/** The values of the file that stand although the grid's engine says others. */
function standingValuesOf(opened: WorkbookFile, current: CurrentWorkbook): StandingValues {
  const names = new Map(
    childrenOf(childOf(opened.workbookRoot, "definedNames"), "definedName").map(
      ({ attributes, text }) => [(attributes["name"] ?? "").toUpperCase(), text],
    ),
  );
  const sheets = opened.sheets.flatMap(({ id, name, sheet }) => {
    const data = current.snapshot.sheets[id];
    if (data === undefined) return [];
    return { id, name, file: sheet, now: { data, spills: current.spills[id] ?? [], formats: [] } };
  });
  return standingValues(sheets, names);
}

/** Whoever opens the file calculates all of it. */
function calculateOnOpening(file: OfficePackage, workbookPath: string): void {
  const text = file.text(workbookPath);
  const root = readTree(workbookPath, text);
  const settings = childOf(root, "calcPr");
  const prefix = prefixOf(root.name);
  const tag = textElement(`${prefix}calcPr`, { ...settings?.attributes, fullCalcOnLoad: 1 });
  const edit = settings
    ? { ...settings.span, text: tag }
    : insertInSequence(root, WORKBOOK_SEQUENCE, "calcPr", tag);
  file.setText(workbookPath, applyEdits(text, [edit]));
}

/**
 * Writes what changed in the grid into the file it was opened from: cells, sheets that were added,
 * removed, renamed, moved or hidden, what stands beside their cells, conditional formats, names and
 * custom XML parts. All other parts of the file, and sheets without a change, stay byte for byte.
 * @param original the bytes that `readWorkbook` was given
 */
export function saveWorkbook(original: Uint8Array, current: CurrentWorkbook): SavedWorkbook {
  const opened = openWorkbookFile(original);
  const { file, workbookPath, workbookText, workbookRoot, styles, sheets } = opened;
  const writer = new StyleWriter(file, workbookPath, styles);
  let mark: number | undefined;
  const values = standingValuesOf(opened, current);
  const context: SheetContext & PartsContext = {
    book: gridBook(current),
    numbers: new TableNumbers(file),
    styles,
    writer,
    gridStyles: current.snapshot.styles,
    kept: values.kept,
    dynamicArrayMark: () => (mark ??= dynamicArrayMark(file, workbookPath)),
  };
  const formats = readResource<ConditionalFormat[]>(current, CONDITIONAL_FORMATS);
  const tables: GridTables = readResource(current, TABLES);
  const standingParts = readParts(opened);
  const unsaved = new Set<Unsaved>();
  const placed: PlacedSheet[] = [];
  let formulasChanged = false;
  let number = Math.max(
    0,
    ...childrenOf(childOf(workbookRoot, "sheets"), "sheet").map(({ attributes }) =>
      Number(attributes["sheetId"] ?? 0),
    ),
  );
  for (const id of current.snapshot.sheetOrder) {
    const data = current.snapshot.sheets[id];
    if (data === undefined) continue;
    const sheet: CurrentSheet = {
      data,
      spills: current.spills[id] ?? [],
      formats: plainRanges(formats[id] ?? []),
    };
    const beside: CurrentParts = {
      parts: current.parts[id] ?? createParts(),
      data,
      tables: tables[id]?.tables ?? [],
    };
    const listed = sheets.find((candidate) => candidate.id === id);
    if (listed === undefined) {
      const added = addSheet(opened, id, sheet, beside, context, ++number);
      placed.push({ id, element: added.element });
      if (added.unwritable > 0) unsaved.add("conditionalFormats");
      continue;
    }
    const saved = patchSheet(id, listed.sheet, sheet, context);
    const standing = { parts: standingParts[id] ?? createParts(), data: listed.sheet.data };
    const text = patchSheetParts(saved.text, placeOf(opened, listed), standing, beside, context);
    if (text !== listed.sheet.text) file.setText(listed.path, text);
    formulasChanged ||= saved.formulasChanged;
    if (saved.unwritableFormats > 0) unsaved.add("conditionalFormats");
    placed.push({ id, element: standingLine(workbookText, listed, beside) });
  }
  for (const listed of sheets) {
    if (current.snapshot.sheetOrder.includes(listed.id)) continue;
    unrelate(file, workbookPath, listed.path);
    file.removeTree(listed.path);
    formulasChanged = true;
  }
  const after = orderSheets(opened, placed);
  const named = after.map(({ id }): NamedSheet => ({
    id,
    name: current.snapshot.sheets[id]?.name ?? "",
    parts: current.snapshot.sheets[id] && (current.parts[id] ?? createParts()),
  }));
  const names = readResource<GridName>(current, DEFINED_NAMES);
  const edits = [
    ...patchSheetList(opened, after),
    ...patchNames(workbookRoot, workbookText, sheetIdsInOrder(workbookRoot), named, names),
  ];
  if (edits.length > 0) file.setText(workbookPath, applyEdits(workbookText, edits));
  if (values.outdated) calculateOnOpening(file, workbookPath);
  writer.finish();
  patchCustomXml(file, workbookPath, current.customXmlParts);
  if (formulasChanged) dropCalculationChain(file, workbookPath);
  return { bytes: file.bytes(), unsaved: [...unsaved] };
}
