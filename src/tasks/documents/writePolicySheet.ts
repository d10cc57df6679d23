import type { Area, LookOfAreas, SheetContent } from "../../grid";
import type { PolicyBook } from "../../policy";
import { policySheet, type PolicySheet } from "../../views";
import type { Month } from "../../units";
import { sayPolicySheet, type Language, type SheetRow } from "../../wording";
import type { Gateway, WrittenSheet } from "../gateway";
import type { TaskProgress } from "../run/progress";

interface PolicySheetOptions {
  /** Questions that are open are for HR, so they are left out unless chosen. */
  readonly openQuestions: boolean;
  readonly language: Language;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: TaskProgress) => void) | undefined;
}

/** "制度说明": writes the policy of a month as a sheet to print, in place of the one written before. */
export function writePolicySheet(
  gateway: Gateway,
  book: PolicyBook,
  month: Month,
  { openQuestions, language, signal, onProgress }: PolicySheetOptions,
): Promise<WrittenSheet> {
  const content = policySheetContent(policySheet(book, month, { openQuestions }), language);
  return gateway.writeSheet(content, {
    signal,
    onProgress: ({ rows, of }) => onProgress?.({ stage: "writing", done: rows, of }),
  });
}

type RowKind = SheetRow["kind"];

const LOOKS: Readonly<Record<RowKind, LookOfAreas["look"]>> = {
  title: { bold: true, size: 16 },
  heading: { bold: true, size: 12 },
  columns: { bold: true, fill: "#E8EEF7", wrap: true, vertical: "Top" },
  row: { wrap: true, vertical: "Top" },
};

/** The sheet as it is written and printed. */
export function policySheetContent(sheet: PolicySheet, language: Language): SheetContent {
  const said = sayPolicySheet(sheet, language);
  const columns = sheet.page.columnWidths.length;
  const areasOf = (kind: RowKind): Area[] =>
    said.rows.flatMap((one, row) =>
      one.kind === kind ? [{ row, column: 0, rows: 1, columns }] : [],
    );
  const kinds: readonly RowKind[] = ["title", "heading", "columns", "row"];
  return {
    name: said.name,
    tag: "policy",
    rows: said.rows.map(({ cells }) => cells.map((text) => (text === "" ? null : { text }))),
    looks: kinds.map((kind) => ({ look: LOOKS[kind], areas: joined(areasOf(kind)) })),
    columnWidths: sheet.page.columnWidths,
    frozenRows: 0,
    filter: null,
    print: {
      orientation: sheet.page.orientation,
      titleRows: null,
      breaksBefore: said.rows.flatMap(({ breakBefore }, row) => (breakBefore ? [row] : [])),
    },
    lists: [],
    hints: [],
    table: null,
    charts: [],
  };
}

/** Rows that follow one another as one area. */
function joined(areas: readonly Area[]): readonly Area[] {
  return areas.reduce<Area[]>((blocks, area) => {
    const last = blocks.at(-1);
    if (last === undefined || last.row + last.rows !== area.row) return [...blocks, area];
    return [...blocks.slice(0, -1), { ...last, rows: last.rows + area.rows }];
  }, []);
}
