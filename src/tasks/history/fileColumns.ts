import type { Grid } from "../../grid";
import { policyFor } from "../../policy";
import { GatewayError } from "../gateway";
import { layoutOptionsOf } from "../month/layoutOptionsOf";
import {
  describeColumns,
  rememberColumns,
  type ColumnChoices,
  type ColumnData,
} from "../month/mapColumns";
import type { ValidateOptions } from "../month/readScoreSheet";
import { changeSheetMemory, readSheetMemory } from "../month/sheetMemory";
import { aroundFile, optionsForFile, rememberedAs } from "./fileMemory";
import type { HistoryFound } from "./importHistory";
import type { OpenedFile } from "./openFile";

type File = Extract<OpenedFile, { kind: "opened" }>;

/** Rows of a sheet by which its headings are recognised, as many as of a sheet of the workbook. */
const HEAD_ROWS = 200;

function headOf({ rows, ...grid }: Grid): Grid {
  return { ...grid, rows: rows.slice(0, HEAD_ROWS) };
}

function fileOf({ opened }: HistoryFound, name: string): File | undefined {
  return opened.find((file): file is File => file.kind === "opened" && file.name === name);
}

/**
 * The headings of a sheet of a file as they are understood, for HR to correct; null where the file has no such sheet.
 * `sheet` is one of those that the data names; null stands for the first that is in doubt.
 */
export async function readFileColumns(
  found: HistoryFound,
  {
    file: name,
    sheet,
    headerRow,
  }: {
    readonly file: string;
    readonly sheet: string | null;
    readonly headerRow: number | null;
  },
  { gateway, policy, today }: Pick<ValidateOptions, "gateway" | "policy" | "today">,
): Promise<ColumnData | null> {
  if (policy.kind === "unreadable")
    throw new GatewayError({ kind: "policyUnreadable", why: policy.why });
  const memory = await readSheetMemory(gateway);
  if (memory.kind === "unreadable") throw new GatewayError("memoryUnreadable");
  const file = fileOf(found, name);
  const content = found.contents.find((each) => each.name === name);
  const sheets = file?.sheets.filter(({ grid }) => grid.rows.length > 0) ?? [];
  const doubtful = content?.doubts[0]?.sheet;
  const shown =
    sheet === null
      ? (sheets.find(({ grid }) => grid.sheet.name === doubtful) ?? sheets[0])
      : sheets.find(({ grid }) => grid.sheet.id === sheet);
  if (file === undefined || shown === undefined) return null;
  const { stored } = memory;
  const base = layoutOptionsOf(policyFor(policy.book, today));
  const head = headOf(shown.grid);
  return describeColumns(
    {
      head,
      known: rememberedAs(name, head.sheet),
      stored,
      today,
      optionsIn: (year) => optionsForFile(head, base, file, stored, year),
      year: found.years.get(name),
      sheets: sheets.map(({ grid }) => grid.sheet),
      readTexts: (cells) =>
        Promise.resolve(cells.map(({ row, column }) => shown.shown(row, column))),
    },
    headerRow,
  );
}

/**
 * Remembers in the workbook what HR has said of a sheet of a file. Gives the year of the file's first month where it is
 * the names of sheets that lack one: that is of this file alone.
 */
export async function saveFileColumns(
  found: HistoryFound,
  name: string,
  data: ColumnData,
  choices: ColumnChoices,
  { gateway }: Pick<ValidateOptions, "gateway">,
): Promise<number | null> {
  const file = fileOf(found, name);
  let isTab = false;
  await changeSheetMemory(gateway, (stored) => {
    isTab = file !== undefined && aroundFile(file, stored, undefined).months.has(data.sheet.id);
    return rememberColumns(stored, data, choices, isTab);
  });
  return isTab ? choices.year : null;
}
