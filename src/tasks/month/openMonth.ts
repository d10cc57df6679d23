import { partIgnored, type IgnoredEntry } from "../../findings";
import type { JudgedMonth } from "../../month";
import {
  monthReport,
  payMonth,
  promotionMonth,
  ReportMemory,
  withIgnored,
  withPromotions,
  withPromotionTable,
  type MonthReport,
  type PayMonth,
  type PromotionMonth,
} from "../../views";
import { runInSlices, type SliceOptions } from "../run/slices";
import { judgeSheet } from "./judgeSheet";
import { LIVE_ROWS, LiveMonth } from "./liveMonth";
import type { PromotionTable } from "./promotionTable";
import {
  readScoreSheet,
  reportChecked,
  type NoSheet,
  type SheetData,
  type ValidateOptions,
} from "./readScoreSheet";

/** A sheet's month as it was read and judged: what every page shows is a view of it. */
export interface OpenedMonth {
  readonly kind: "opened";
  readonly found: SheetData;
  readonly judged: JudgedMonth;
  /** What is kept for judging it again after an edit; null where the sheet is too large for that. */
  readonly memory: ReportMemory | null;
  /** The same month for following edits; null where it cannot be followed. */
  readonly live: LiveMonth | null;
}

/**
 * Finds the score sheet, reads it and judges everybody on it. Only reads; in slices, so that the page stays responsive.
 * Throws what the gateway throws, and what the signal throws.
 */
export async function openMonth(options: ValidateOptions): Promise<OpenedMonth | NoSheet> {
  const { policy, today, month, signal, onProgress } = options;
  if (policy.kind === "unreadable") return { kind: "policyUnreadable", why: policy.why };
  const found = await readScoreSheet(options);
  if (found.kind !== "sheet") return found;
  const { source, area } = found;
  // What is kept of a large sheet would take more memory than following it is worth.
  const memory = area.rows > LIVE_ROWS ? null : new ReportMemory();
  const judged = await judgeSheet(
    found,
    { book: policy.book, today, month },
    { memory, signal, onPause: reportChecked(onProgress, area.rows) },
  );
  const live =
    memory === null || source === null
      ? null
      : new LiveMonth({ ...source, sheet: found.records, memory });
  return { kind: "opened", found, judged, memory, live };
}

/** Views of a month that were worked out; each is worked out when it is first asked for. */
interface Views {
  /** With everything that was found; what HR has set aside is left out when it is shown. */
  report?: MonthReport;
  pay?: PayMonth;
  promotions?: PromotionMonth;
}

const viewsOf = new WeakMap<JudgedMonth, Views>();

async function view<K extends keyof Views>(
  judged: JudgedMonth,
  key: K,
  make: () => Promise<NonNullable<Views[K]>>,
): Promise<NonNullable<Views[K]>> {
  let views = viewsOf.get(judged);
  if (views === undefined) viewsOf.set(judged, (views = {}));
  return (views[key] ??= await make());
}

/** A month with what 晋升流程 holds by now: nobody is judged again, and what is known of promotions is not lost. */
export async function withSteps(
  opened: OpenedMonth,
  promotionTable: PromotionTable | null,
  sheets: SheetData["sheets"],
): Promise<OpenedMonth> {
  const promotions = promotionTable?.promotions ?? null;
  const known = { ...opened.found.known, promotions };
  const judged = withPromotionTable(opened.judged, promotions);
  const before = await promotionsOf(opened);
  viewsOf.set(judged, { promotions: withPromotions(before, promotions) });
  return {
    ...opened,
    found: { ...opened.found, sheets, promotionTable, known },
    judged,
    // What was found of levels without a record (levelWithoutRecord) holds no longer.
    memory: opened.memory === null ? null : new ReportMemory(),
  };
}

/** What is shown of a view where HR has set these findings aside: made once, so that nothing is drawn anew without need. */
class Shown<View extends object> {
  readonly #known = new WeakMap<View, { readonly entries: readonly IgnoredEntry[]; view: View }>();

  of(whole: View, entries: readonly IgnoredEntry[], make: () => View): View {
    const known = this.#known.get(whole);
    if (known?.entries === entries) return known.view;
    const view = make();
    this.#known.set(whole, { entries, view });
    return view;
  }
}

const shownReports = new Shown<MonthReport>();
const shownPay = new Shown<PayMonth>();

/** Findings and people, as validating shows them. */
export async function reportOf(
  { judged, memory, found }: Pick<OpenedMonth, "judged" | "memory" | "found">,
  { signal, onProgress }: Pick<ValidateOptions, "signal" | "onProgress"> = {},
): Promise<MonthReport> {
  const onPause = reportChecked(onProgress, found.area.rows);
  const { ignored } = found;
  const whole = await view(judged, "report", () =>
    runInSlices(monthReport(judged, memory), { signal, onPause }),
  );
  return shownReports.of(whole, ignored, () => withIgnored(whole, judged.setting.sheet, ignored));
}

/** The payroll, as the page of pay and the written payslips show it. */
export async function payOf(
  { judged, found: { ignored } }: Pick<OpenedMonth, "judged" | "found">,
  options: Pick<SliceOptions<void>, "signal"> = {},
): Promise<PayMonth> {
  const report = viewsOf.get(judged)?.report ?? null;
  const whole = await view(judged, "pay", () => runInSlices(payMonth(judged, report), options));
  const { sheet } = judged.setting;
  return shownPay.of(whole, ignored, () => {
    const { listed } = partIgnored(whole.findings, sheet, ignored);
    return listed === whole.findings ? whole : { ...whole, findings: listed };
  });
}

/** Everybody's way to the next level, as the page of promotions and its report show it. */
export function promotionsOf(
  { judged }: Pick<OpenedMonth, "judged">,
  options: Pick<SliceOptions<void>, "signal"> = {},
): Promise<PromotionMonth> {
  const report = viewsOf.get(judged)?.report ?? null;
  return view(judged, "promotions", () => runInSlices(promotionMonth(judged, report), options));
}
