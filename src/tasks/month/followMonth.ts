import type { Area } from "../../grid";
import type { SheetEdit } from "../gateway";
import { monthInputOf } from "./judgeSheet";
import type { OpenedMonth } from "./openMonth";
import { isPromotionSheet } from "./promotionTable";
import type { ValidateOptions } from "./readScoreSheet";
import { openQuietly } from "./validateSheet";

/** Rows of all sheets that are read again because of an edit in another one than that of the month. */
const READ_AGAIN_ROWS = 20_000;

/** Whether an edit can change what the month says. */
export function concerns({ sheetId }: SheetEdit, opened: OpenedMonth): boolean {
  const { sheet, together } = opened.found;
  return sheetId === sheet.id || together.others.has(sheetId) || hangsOnFormulas(opened);
}

/** Whether anything that is read is worked out by formulas; of a sheet that is too large nobody has looked. */
export function hangsOnFormulas({ live }: OpenedMonth): boolean {
  return live === null || live.hasFormulas;
}

/** Whether cells of the sheet are not calculated yet. */
export function isPending({ judged }: OpenedMonth): boolean {
  return judged.input.sheet.pending.length > 0;
}

/** Whether an edit is of 晋升流程, or of a sheet that may be a new one: nobody is judged by what stands there. */
export function isStepsEdit({ sheetId }: SheetEdit, { found }: OpenedMonth): boolean {
  if (found.promotionTable?.sheet.id === sheetId) return true;
  const sheet = found.sheets.find(({ id }) => id === sheetId);
  return sheet === undefined || (sheet.tag === null && isPromotionSheet(sheet));
}

/** The month from the edited areas of its sheet and the cells of formulas; null where the sheet must be read as a whole. */
export async function readAgain(
  opened: OpenedMonth,
  areas: readonly Area[],
  { policy, today, gateway, signal }: ValidateOptions,
): Promise<OpenedMonth | null> {
  if (opened.live === null || policy.kind === "unreadable") return null;
  const { asOf } = opened.judged.input;
  const by = { book: policy.book, today, month: asOf ?? null };
  const from = await monthInputOf(opened.found, by);
  const followed = await opened.live.follow(areas, from, gateway, signal);
  if (followed === null) return null;
  const { judged, area } = followed;
  const found = { ...opened.found, records: judged.input.sheet, area };
  return { ...opened, found, judged };
}

/** The month after edits and calculations, read silently; null where it cannot be followed. */
export async function followMonth(
  opened: OpenedMonth,
  edits: readonly SheetEdit[],
  options: ValidateOptions,
): Promise<OpenedMonth | null> {
  const { sheet, together } = opened.found;
  const concerned = edits.filter((edit) => concerns(edit, opened));
  const elsewhere = concerned.some(({ sheetId }) => together.others.has(sheetId));
  if (opened.live === null || (elsewhere && together.rows > READ_AGAIN_ROWS)) return null;
  const own = concerned.filter(({ sheetId }) => sheetId === sheet.id);
  const areas = own.map(({ area }) => area).filter((area): area is Area => area !== null);
  const whole = elsewhere || areas.length < own.length;
  return (
    (whole ? null : await readAgain(opened, areas, options)) ?? (await openQuietly(options, sheet))
  );
}
