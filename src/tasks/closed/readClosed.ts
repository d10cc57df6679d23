import { cellText, formatAddress, type Grid, type SheetContent, type SheetRef } from "../../grid";
import { loadPolicyPart } from "../../policy";
import type { Month } from "../../units";
import type { ClosedRecord } from "../../views";
import type { ClosedDoubt } from "../../wording";
import type { Gateway, SheetSummary } from "../gateway";
import { closedMonths, readSheetMemory, type ClosedMemory } from "../month/sheetMemory";
import { digestOf } from "../policy/witness";
import { closedSheet } from "./closedSheet";
import { readRecord } from "./storedRecord";

/** A closed month as it was found in the workbook (rule W11). */
export type ClosedMonth =
  | {
      readonly kind: "kept";
      readonly record: ClosedRecord;
      readonly place: SheetRef;
      /** The digest of what the sheet keeps. */
      readonly digest: string;
      /** Why the sheet is not what was written; null where it is. */
      readonly doubt: Extract<ClosedDoubt, { readonly kind: "edited" | "foreign" }> | null;
    }
  /** A sheet of ours whose data were changed or deleted. */
  | { readonly kind: "damaged"; readonly place: SheetRef }
  /** The workbook remembers the month, and its sheet is gone. */
  | { readonly kind: "missing"; readonly month: Month; readonly sheetName: string };

export type KeptMonth = Extract<ClosedMonth, { readonly kind: "kept" }>;

type Reading = Pick<Gateway, "listSheets" | "readSheet" | "readSheetParts">;

/** The data of a sheet, below whatever stands above them; null where none are found. */
async function dataOf({ rows }: Grid): Promise<{ readonly json: string; digest: string } | null> {
  const { readWitnessCells } = await loadPolicyPart();
  for (let start = rows.length - 1; start >= 0; start -= 1)
    for (const [column, cell] of (rows[start] ?? []).entries()) {
      if (typeof cell !== "string" || !cell.startsWith("sha256:")) continue;
      const below = rows.slice(start).map((row) => cellText(row[column] ?? null));
      // What HR has written further down is none of it.
      const end = below.indexOf("");
      const found = readWitnessCells(end < 0 ? below : below.slice(0, end));
      if (found !== null) return found;
    }
  return null;
}

/** Which cells of the sheet are not as they are written; cells beyond are HR's own. */
function editedCells(
  { rows, firstRow, firstColumn }: Grid,
  content: SheetContent,
): ClosedDoubt | null {
  let cells = 0;
  let first = "";
  for (const [row, expected] of content.rows.entries())
    for (const [column, cell] of expected.entries()) {
      const written =
        cell === null
          ? ""
          : "number" in cell
            ? String(cell.number)
            : "text" in cell
              ? cell.text
              : "";
      const found = cellText(rows[row - firstRow]?.[column - firstColumn] ?? null);
      if (found.trim() === written.trim()) continue;
      if (cells === 0) first = formatAddress({ row, column });
      cells += 1;
    }
  return cells === 0 ? null : { kind: "edited", cells, first };
}

async function readOne(gateway: Reading, place: SheetSummary): Promise<ClosedMonth> {
  const { id, name } = place;
  const damaged: ClosedMonth = { kind: "damaged", place: { id, name } };
  const grid = await gateway.readSheet(place);
  const data = grid === null ? null : await dataOf(grid);
  if (grid === null || data === null || (await digestOf(data.json)) !== data.digest) return damaged;
  const record = await readRecord(data.json);
  if (record === null) return damaged;
  const { content } = await closedSheet(record, name);
  const edited = editedCells(grid, content);
  return {
    kind: "kept",
    record,
    place: { id, name },
    digest: data.digest,
    doubt: edited?.kind === "edited" ? edited : null,
  };
}

const isOf = ({ month, sheet }: ClosedMemory, { record }: KeptMonth): boolean =>
  record.month === month && record.sheet.name === sheet;

/** Of several sheets of one month, as where somebody has copied one, that which is remembered, else the first. */
function oneOf(sheets: readonly KeptMonth[], memory: ClosedMemory | undefined): KeptMonth[] {
  const [first] = sheets;
  if (first === undefined) return [];
  if (memory === undefined) {
    const isAlone = sheets.every(({ digest }) => digest === first.digest);
    return [isAlone ? first : { ...first, doubt: first.doubt ?? { kind: "foreign" } }];
  }
  const known = memory.digests
    .map((digest) => sheets.find((sheet) => sheet.digest === digest))
    .find((sheet) => sheet !== undefined);
  return [known ?? { ...first, doubt: { kind: "foreign" } }];
}

/**
 * The closed months of a workbook: what their sheets keep, held against what the workbook remembers, oldest first. Only
 * reads; asks for nothing more than the list of sheets and the memory where no month was closed.
 */
export async function readClosed(
  gateway: Reading,
  sheets?: readonly SheetSummary[],
  memory?: readonly ClosedMemory[],
): Promise<readonly ClosedMonth[]> {
  const all = sheets ?? (await gateway.listSheets());
  const remembered = memory ?? closedMonths((await readSheetMemory(gateway)).stored);
  const found: ClosedMonth[] = [];
  for (const sheet of all) if (sheet.tag === "closed") found.push(await readOne(gateway, sheet));
  const kept = found.filter((one): one is KeptMonth => one.kind === "kept");
  const keys = new Map<string, KeptMonth[]>();
  for (const one of kept) {
    const key = `${one.record.month} ${one.record.sheet.name}`;
    keys.set(key, [...(keys.get(key) ?? []), one]);
  }
  const months = [...keys.values()].flatMap((those) => {
    const [first] = those;
    return oneOf(those, first && remembered.find((memory) => isOf(memory, first)));
  });
  months.sort((one, other) => one.record.month - other.record.month);
  return [
    ...months,
    ...found.filter(({ kind }) => kind === "damaged"),
    // One whose data are damaged may be any of them.
    ...remembered.flatMap((one): ClosedMonth[] =>
      found.length > kept.length || kept.some((sheet) => isOf(one, sheet))
        ? []
        : [{ kind: "missing", month: one.month, sheetName: one.sheet }],
    ),
  ];
}

/** Whether the month counts as closed: it was not reopened since. */
export function isClosed({ log }: ClosedRecord): boolean {
  return log.filter(({ kind }) => kind !== "explained").at(-1)?.kind === "closed";
}
