import type { Area } from "../../grid";
import { planMarks, type MarkChoices, type Marks } from "../../views";
import type { Gateway } from "../gateway";
import type { ValidateOptions } from "../month/readScoreSheet";
import type { MonthValidation } from "../month/validateSheet";

/** The cells to mark on one sheet, and the range in which they were found. */
export interface SheetMarks {
  readonly marks: Marks;
  readonly area: Area;
}

/** What "高亮" marks of a validated month, sheet by sheet. */
export function marksOf(
  { report, sheet, area, months }: MonthValidation,
  choices: MarkChoices = {},
): readonly SheetMarks[] {
  return [...months, { sheet, area }].map((place) => ({
    marks: planMarks(report, place.sheet.id, choices),
    area: place.area,
  }));
}

/** Whether the same cells are marked in the same way, wherever the sheets end. */
export function sameMarks(one: readonly SheetMarks[], other: readonly SheetMarks[]): boolean {
  const textOf = (places: readonly SheetMarks[]): string =>
    JSON.stringify(
      places.map(({ marks: { sheetId, cells } }) => [
        sheetId,
        ...[cells.error, cells.warning, cells.candidate].map((refs) =>
          refs.flatMap(({ row, column }) => [row, column]),
        ),
      ]),
    );
  return textOf(one) === textOf(other);
}

/** "高亮": marks these cells in place of earlier marks; says how many. */
export async function putMarks(
  gateway: Pick<Gateway, "applyMarks">,
  places: readonly SheetMarks[],
  { signal, onProgress }: Pick<ValidateOptions, "signal" | "onProgress"> = {},
): Promise<number> {
  signal?.throwIfAborted();
  onProgress?.({ stage: "highlighting", done: 0, of: null });
  let marked = 0;
  for (const { marks, area } of places) {
    await gateway.applyMarks(marks, area, { signal });
    marked += Object.values(marks.cells).reduce((sum, cells) => sum + cells.length, 0);
  }
  return marked;
}

/** The same for a month that was just validated. */
export function markMonth(
  gateway: Pick<Gateway, "applyMarks">,
  validation: MonthValidation,
  options: Pick<ValidateOptions, "signal" | "onProgress"> = {},
): Promise<number> {
  return putMarks(gateway, marksOf(validation), options);
}

/** "清除高亮": removes the add-in's marks from every sheet, and nothing else; returns how many rules were removed. */
export function clearHighlights(gateway: Pick<Gateway, "clearMarks">): Promise<number> {
  return gateway.clearMarks();
}
