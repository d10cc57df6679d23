import type { ICellData, IWorksheetData } from "@univerjs/core";
import type { SheetParts } from "../../host";
import { blockAddress, parseBlock, type CellBlock } from "./addresses";
import {
  applyEdits,
  attributeOf,
  childOf,
  childrenOf,
  DECLARATION,
  type Edit,
  type OfficePackage,
  type XmlElement,
} from "../../src/ooxml";
import { isOn, openingTag, placeAtEnd, textElement } from "./xml";
import { unrelate } from "./relations";
import { encodeEscapes } from "./strings";
import type { SheetWriter } from "./sheetWriter";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TABLE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

/** A table as the grid's plugin keeps it, as far as it is read. */
export interface GridTable {
  readonly id: string;
  readonly name: string;
  readonly range: CellBlock;
}

interface FileTable extends GridTable {
  readonly path: string;
  readonly root: XmlElement;
}

type Appearance = SheetParts["tableAppearances"] extends Map<string, infer Value> ? Value : never;

const NEW_APPEARANCE: Appearance = {
  style: "TableStyleMedium2",
  showBandedRows: true,
  showFilterButton: true,
};

function fileTables(file: OfficePackage, sheetPath: string): FileTable[] {
  return file
    .relationships(sheetPath)
    .filter(({ kind, target }) => kind === "table" && file.has(target))
    .map(({ target }) => {
      const root = file.tree(target);
      const { id = "", displayName, name = "", ref = "A1" } = root.attributes;
      return {
        id: `table-${id}`,
        name: displayName ?? name,
        range: parseBlock(ref),
        path: target,
        root,
      };
    });
}

function appearanceOf(root: XmlElement): Appearance {
  const info = childOf(root, "tableStyleInfo")?.attributes;
  return {
    style: info?.["name"] ?? "",
    showBandedRows: isOn(info?.["showRowStripes"]),
    showFilterButton: childOf(root, "autoFilter") !== undefined,
  };
}

/** The appearance of a sheet's tables, by their id. */
export function readTableAppearances(
  file: OfficePackage,
  sheetPath: string,
): Map<string, Appearance> {
  return new Map(fileTables(file, sheetPath).map(({ id, root }) => [id, appearanceOf(root)]));
}

function headings(data: Partial<IWorksheetData>, range: CellBlock): string[] {
  const line: Readonly<Record<number, ICellData | undefined>> =
    data.cellData?.[range.startRow] ?? {};
  return Array.from({ length: range.endColumn - range.startColumn + 1 }, (_, index) => {
    const cell = line[range.startColumn + index];
    const value = cell?.v ?? cell?.p?.body?.dataStream.replace(/\r\n$/, "");
    return value === undefined || value === null || value === ""
      ? `Column${index + 1}`
      : String(value);
  });
}

/** The headings of a table that are others than in the file; null for those that are not, and where it shows none. */
function newHeadings(
  { range, root }: FileTable,
  now: GridTable,
  old: Partial<IWorksheetData>,
  data: Partial<IWorksheetData>,
): (string | null)[] {
  const shown = root.attributes["headerRowCount"] !== "0";
  const before = headings(old, range);
  return headings(data, now.range).map((heading, index) =>
    !shown || heading === before[index] ? null : heading,
  );
}

/** A heading as the part stores it, line breaks too. */
const stored = (heading: string): string => encodeEscapes(heading).replaceAll("\n", "_x000a_");

function styleXml({ style, showBandedRows }: Appearance): string {
  return textElement("tableStyleInfo", {
    name: style === "" ? undefined : style,
    showFirstColumn: 0,
    showLastColumn: 0,
    showRowStripes: showBandedRows ? 1 : 0,
    showColumnStripes: 0,
  });
}

function newTableXml(
  table: GridTable,
  number: number,
  columns: readonly string[],
  appearance: Appearance,
) {
  const ref = blockAddress(table.range);
  const lines = columns.map((name, index) =>
    textElement("tableColumn", { id: index + 1, name: stored(name) }),
  );
  const tag = openingTag("table", {
    xmlns: MAIN,
    id: number,
    name: table.name,
    displayName: table.name,
    ref,
    totalsRowShown: 0,
  });
  const filter = appearance.showFilterButton ? textElement("autoFilter", { ref }) : "";
  return `${DECLARATION}${tag}${filter}${openingTag("tableColumns", { count: lines.length })}${lines.join("")}</tableColumns>${styleXml(appearance)}</table>`;
}

/**
 * The part of a table that grew, was renamed or has other headings; all else of it stays.
 * @param columns new headings; null for those that say what they said
 */
function patchTable(
  file: OfficePackage,
  standing: FileTable,
  now: GridTable,
  columns: readonly (string | null)[],
  appearance: Appearance,
): void {
  const { root, path } = standing;
  const text = file.text(path);
  const edits: Edit[] = [];
  const retag = (element: XmlElement, changed: Record<string, string | number>): void => {
    const same = Object.entries(changed).every(
      ([key, value]) => element.attributes[key] === String(value),
    );
    if (same) return;
    const tag = openingTag(element.name, { ...element.attributes, ...changed });
    const empty = element.selfClosing;
    const end = empty ? `${tag.slice(0, -1)}/>` : tag;
    edits.push({ ...element.tag, text: end });
  };
  const ref = blockAddress(now.range);
  retag(root, {
    ref,
    ...(now.name !== standing.name && { name: now.name, displayName: now.name }),
  });
  const filter = childOf(root, "autoFilter");
  if (filter && !appearance.showFilterButton) {
    edits.push({ ...filter.span, text: "" });
  } else if (filter && ref !== blockAddress(standing.range)) {
    // The totals below are not filtered.
    const totals = Number(root.attributes["totalsRowCount"] ?? 0);
    const rows = { ...now.range, endRow: now.range.endRow - totals };
    retag(filter, { ref: blockAddress(rows) });
  }
  const list = childOf(root, "tableColumns");
  const lines = childrenOf(list, "tableColumn");
  if (list) retag(list, { count: columns.length });
  let next = Math.max(0, ...lines.map(({ attributes }) => Number(attributes["id"] ?? 0))) + 1;
  columns.forEach((name, index) => {
    const line = lines[index];
    if (line) {
      if (name !== null) retag(line, { name: stored(name) });
    } else if (list) {
      const added = textElement("tableColumn", {
        id: next++,
        name: stored(name ?? `Column${index + 1}`),
      });
      edits.push({ ...placeAtEnd(list), text: added });
    }
  });
  for (const line of lines.slice(columns.length)) {
    edits.push({ ...line.span, text: "" });
  }
  const info = childOf(root, "tableStyleInfo");
  const old = appearanceOf(root);
  if (old.style !== appearance.style || old.showBandedRows !== appearance.showBandedRows) {
    if (info) edits.push({ ...info.span, text: styleXml(appearance) });
  }
  if (edits.length > 0) file.setText(path, applyEdits(text, edits));
}

/** Numbers of all tables of the workbook: each may be given once. */
export class TableNumbers {
  #last = 0;

  constructor(file: OfficePackage) {
    for (const path of file.paths()) {
      if (!/\/tables\/[^/]+\.xml$/.test(path)) continue;
      this.#last = Math.max(this.#last, Number(file.tree(path).attributes["id"] ?? 0));
    }
  }

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}

/** Adds, changes and removes the tables of a sheet. */
export function writeTables(
  writer: SheetWriter,
  now: readonly GridTable[],
  appearances: SheetParts["tableAppearances"],
  { before: old, now: data }: Readonly<Record<"before" | "now", Partial<IWorksheetData>>>,
  numbers: TableNumbers,
): void {
  const { file, path, root } = writer;
  const standing = fileTables(file, path);
  const parts = childrenOf(childOf(root, "tableParts"), "tablePart");
  const relations = file.relationships(path);
  let lines = parts.map((part) => ({
    target: relations.find(({ id }) => id === attributeOf(part, "id"))?.target,
    text: writer.standing(part),
  }));
  const before = lines.length;
  for (const table of standing) {
    const same = now.find(({ id }) => id === table.id);
    if (same) {
      patchTable(
        file,
        table,
        same,
        newHeadings(table, same, old, data),
        appearances.get(table.id) ?? appearanceOf(table.root),
      );
      continue;
    }
    lines = lines.filter(({ target }) => target !== table.path);
    unrelate(file, path, table.path);
    file.remove(table.path);
  }
  const gone = lines.length < before;
  const added = now.filter(({ id }) => !standing.some((table) => table.id === id));
  const up = path.slice(0, path.lastIndexOf("/worksheets/") + 1);
  for (const table of added) {
    const number = numbers.next();
    let name = number;
    while (file.has(`${up}tables/table${name}.xml`)) name += 1;
    const columns = headings(data, table.range);
    const appearance = appearances.get(table.id) ?? NEW_APPEARANCE;
    const target = `${up}tables/table${name}.xml`;
    file.add(target, TABLE_TYPE, newTableXml(table, number, columns, appearance));
    const relation = writer.relate("table", `../tables/table${name}.xml`);
    lines.push({ target, text: textElement("tablePart", relation) });
  }
  if (!gone && added.length === 0) return;
  const tag = openingTag("tableParts", { count: lines.length });
  const inner = lines.map(({ text }) => text).join("");
  writer.replace("tableParts", lines.length === 0 ? "" : `${tag}${inner}</tableParts>`);
}
