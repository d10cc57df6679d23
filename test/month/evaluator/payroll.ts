import type { NumberTruth, PayPart, PersonTruth, RowTruth } from "./department";
import { contradict, pointsOf, rowsIn } from "./months";
import { baseOf, commissionOf, earnsVariable, fineOf, performanceOf } from "./pay";
import type { Judged, Judging } from "./people";
import type { InForce, LevelName } from "./policy";

/** What somebody is paid for a month, in fen. */
export interface Slip {
  readonly base: number;
  readonly commission: number;
  readonly performance: number;
  readonly extra: number;
  readonly gross: number;
  /** What is paid out: less the fines where the reading has it so. */
  readonly net: number;
}

/** A number that may be left blank; null where it cannot be read. */
export function orNone(truth: NumberTruth): number | null {
  return truth === null ? 0 : typeof truth === "number" ? truth : null;
}

const isUnreadable = ({ kind }: RowTruth["score"]): boolean => kind === "beyond" || kind === "word";

/** The parts of a row's pay that can be determined under a policy, each for itself. */
export function partsOf(
  row: RowTruth,
  person: PersonTruth,
  level: LevelName,
  holds: InForce,
  hasSales: boolean,
): Readonly<Record<PayPart, number | null>> {
  const varies = earnsVariable(level, holds);
  const sales = orNone(row.sales);
  const extra = orNone(row.extra);
  const score = pointsOf(row.score, person.zerosEarned);
  const base = baseOf(level, holds);
  const commission =
    sales === null || (varies && !hasSales) ? null : varies ? commissionOf(sales, holds) : 0;
  const performance = isUnreadable(row.score) ? null : performanceOf(level, score, holds);
  const fine = netFine(row, holds);
  const gross =
    base === null ||
    commission === null ||
    performance === null ||
    extra === null ||
    extra < 0 ||
    fine === null
      ? null
      : base + commission + performance + extra - fine;
  return { base, commission, performance, gross };
}

/** What a row's fines take off the pay; null where they cannot be determined. */
function netFine(row: RowTruth, holds: InForce): number | null {
  if (holds.options.FINES_NETTED === "no") return 0;
  const [complaints, leaves] = [orNone(row.complaints), orNone(row.leaves)];
  return complaints === null || leaves === null ? null : fineOf(complaints, leaves, holds);
}

/** The pay of somebody on the payroll; null where what pay needs is not sound. */
export function slipOf({ person }: Judged, judging: Judging): Slip | null {
  const { department, asOf, holds } = judging;
  const rows = rowsIn(person, asOf, department);
  const [row] = rows;
  if (row === undefined || contradict(rows) || !department.columns.level) return null;
  const { level } = row.level;
  if (level === null) return null;
  const parts = partsOf(row, person, level, holds, department.columns.sales);
  const { base, commission, performance, gross: net } = parts;
  const extra = orNone(row.extra);
  if (base === null || commission === null || performance === null || net === null) return null;
  const gross = base + commission + performance + (extra ?? 0);
  return { base, commission, performance, extra: extra ?? 0, gross, net };
}
