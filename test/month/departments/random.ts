import fc from "fast-check";
import { addMonths, type Month } from "../../../src/units";
import {
  PAY_PARTS,
  type Department,
  type LevelTruth,
  type NumberTruth,
  type PayPart,
  type PersonTruth,
  type RowTruth,
} from "../evaluator/department";
import { partsOf } from "../evaluator/payroll";
import { inForce, LADDER, type LevelName } from "../evaluator/policy";
import {
  END,
  personSketches,
  points,
  policies,
  rarely,
  word,
  type MonthSketch,
  type PersonSketch,
} from "./sketches";

const WORDS: Readonly<Record<LevelName, readonly string[]>> = {
  probation: ["试用", "新客服(试用)", "新客服（试用）"],
  junior: ["初级", "初级客服", " 初级"],
  middle: ["中级", "中级客服", "中级"],
  senior: ["高级客服", "高级", "高级"],
  reserve: ["储备主管", "储备", "储备主管"],
};
const NO_LEVEL: LevelTruth = { text: "", level: null };
const UNKNOWN: LevelTruth = { text: "资深", level: null };

const named = (level: LevelName, at: number): LevelTruth => ({
  text: WORDS[level][at % 3] ?? "",
  level,
});

interface Held {
  readonly level: LevelName;
  /** The index of the month in which it began. */
  readonly since: number;
}

/** The level held in each month. */
function careerOf({ months, level, rises }: PersonSketch): readonly Held[] {
  let rank = level;
  let since = 0;
  return months.map((_, at) => {
    for (const rise of rises)
      if (rise.at === at) {
        const next = Math.min(4, Math.max(0, rank + rise.by));
        if (next !== rank) since = at;
        rank = next;
      }
    return { level: LADDER[rank] ?? "junior", since };
  });
}

function typedOf(
  row: RowTruth,
  sketch: MonthSketch["typed"],
  person: PersonTruth,
  { policy, columns }: Circumstances,
): RowTruth["typed"] {
  const { month } = row;
  const { level } = row.level;
  const parts =
    month === null || level === null
      ? null
      : partsOf(row, person, level, inForce(policy, month), columns.sales);
  const amount = (part: PayPart): NumberTruth => {
    const right = parts?.[part] ?? 123_456;
    switch (sketch[part]) {
      case "none":
        return null;
      case "right":
        return right;
      case "fenMore":
        return right + 1;
      case "word":
        return word("未结");
    }
  };
  const [base, commission, performance, gross] = PAY_PARTS.map(amount);
  return {
    base: base ?? null,
    commission: commission ?? null,
    performance: performance ?? null,
    gross: gross ?? null,
  };
}

const UNTYPED: RowTruth["typed"] = { base: null, commission: null, performance: null, gross: null };

/** The same month once more, as somebody may have typed it. */
function againOf(
  row: RowTruth,
  kind: MonthSketch["again"],
  { columns }: Circumstances,
): readonly RowTruth[] {
  switch (kind) {
    case "same":
      return [row];
    case "otherScore":
      return [{ ...row, score: points(66) }];
    case "otherSales":
      return columns.sales ? [{ ...row, sales: 123_400 }] : [row];
    case "otherLevel":
      return columns.level ? [{ ...row, level: named("middle", 0) }] : [row];
    case "blankScore":
      return [{ ...row, score: { kind: "blank" } }];
    default:
      return [];
  }
}

type Circumstances = Pick<Department, "layout" | "policy" | "today" | "columns">;

/** More rows without a usable month than these are a sheet that has to be mended before it is judged. */
const MOST_SLIPS = 2;

/** The month as it stands in the sheet, rarely one that cannot be or that nobody can read. */
function monthAsTyped(
  month: Month,
  slip: MonthSketch["slip"],
  { layout, today }: Circumstances,
): Month | null {
  if (layout !== "long" || slip === "no") return month;
  return slip === "future" ? addMonths(today, 1 + (month % 3)) : null;
}

function rowOf(
  sketch: MonthSketch,
  held: LevelTruth,
  who: Pick<RowTruth, "month" | "hired" | "since">,
  { layout, columns }: Circumstances,
): RowTruth {
  const hasMore = layout !== "wide";
  return {
    ...who,
    level: columns.level ? held : NO_LEVEL,
    // What HR has confirmed is the 0 of a month.
    score: who.month === null && sketch.score.kind === "zero" ? points(70) : sketch.score,
    sales: columns.sales ? sketch.sales : null,
    extra: hasMore ? sketch.extra : null,
    complaints: hasMore ? sketch.complaints : null,
    leaves: layout === "long" ? sketch.leaves : null,
    typed: UNTYPED,
  };
}

function personOf(sketch: PersonSketch, index: number, given: Circumstances): PersonTruth {
  const { months, ended, hired, tellsSince, sinceBefore, left, zerosEarned, types } = sketch;
  const isLong = given.layout === "long";
  const career = careerOf(sketch);
  const first = addMonths(END, 1 - ended - months.length);
  const last = career.at(-1)?.level ?? "junior";
  const level = months.at(-1)?.level === "unknown" ? UNKNOWN : named(last, index);
  const person: PersonTruth = { id: `P${index}`, rows: [], left, zerosEarned, level };
  let slips = 0;
  const rows = months.flatMap((one, at): readonly RowTruth[] => {
    const held = career[at];
    if (!one.there || held === undefined) return [];
    const month = addMonths(first, at);
    const typedMonth = slips < MOST_SLIPS ? monthAsTyped(month, one.slip, given) : month;
    if (typedMonth !== month) slips += 1;
    const own =
      one.level === "right" ? named(held.level, at) : one.level === "blank" ? NO_LEVEL : UNKNOWN;
    const since = addMonths(first, isLong && held.since > 0 ? held.since : -sinceBefore);
    const row = rowOf(
      one,
      isLong ? own : level,
      {
        month: typedMonth,
        hired: hired === null ? null : { month: addMonths(first, -hired.before), day: hired.day },
        since: tellsSince ? since : null,
      },
      given,
    );
    if (given.layout === "wide") return [row];
    const typed = types ? typedOf(row, one.typed, person, given) : UNTYPED;
    if (!isLong) return [{ ...row, typed: { ...UNTYPED, gross: typed.gross } }];
    const full = { ...row, typed };
    return [full, ...(typedMonth === month ? againOf(full, one.again, given) : [])];
  });
  return { ...person, rows };
}

/** A department with its policy, its sheet's form and the month to judge. */
export const departments: fc.Arbitrary<Department> = fc
  .record({
    people: fc.array(personSketches, { minLength: 1, maxLength: 20, size: "max" }),
    policy: policies,
    layout: rarely<Department["layout"]>("long", 3, "wide", "blocks"),
    earlierApart: rarely(false, 4, true),
    level: rarely(true, 15, false),
    sales: rarely(true, 15, false),
    ahead: fc.constantFrom(0, 1, 1, 2),
    asOf: rarely<number | null>(null, 5, 0, 1, 2),
  })
  .map(({ people, policy, layout, earlierApart, level, sales, ahead, asOf }) => {
    const columns = { level, sales: sales && layout !== "wide" };
    const given = { layout, policy, columns, today: addMonths(END, ahead) };
    const built = people.map((one, index) => personOf(one, index, given));
    return {
      ...given,
      earlierApart: earlierApart && layout === "long",
      people: built.filter(({ rows }) => rows.length > 0),
      asOf: asOf === null ? null : addMonths(END, -asOf),
    };
  });
