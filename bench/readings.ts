import { findLayout, readRecords, type ScoreLimits, type ScoreSheet } from "../src/scoresheet";
import type { Cell } from "../src/grid";
import { builtInBook, findLevel, policyFor, readings, withOption } from "../src/policy";
import { exposureOf, readingEffect } from "../src/views";
import { judgeMonth } from "../src/month";
import { addMonths, formatMonth, monthOf, scoreFromPoints, type Score } from "../src/units";

const PEOPLE = 2_000;
const MONTHS = 24;
const TODAY = monthOf(2026, 11);
const LEVELS = ["试用", "初级客服", "中级客服", "高级客服", "储备主管"];

function points(value: number): Score {
  const score = scoreFromPoints(value);
  if (score === undefined) throw new RangeError(`Not a number of points: ${value}`);
  return score;
}

function scoreSheet(): ScoreSheet {
  const policy = policyFor(builtInBook(), TODAY);
  const { score, notAssessed, headings } = policy.values;
  const limits: ScoreLimits = {
    minimum: points(score.minimumPoints),
    maximum: points(score.maximumPoints),
    statutoryLeave: new Set(notAssessed.statutoryLeave),
    otherReasons: new Set(notAssessed.other),
  };
  const rows: Cell[][] = [["工号", "姓名", "月份", "级别", "绩效分数", "销售额", "投诉次数"]];
  for (let person = 0; person < PEOPLE; person += 1)
    for (let month = 0; month < MONTHS; month += 1) {
      const row = rows.length;
      rows.push([
        `K${person}`,
        `员工${person}`,
        formatMonth(addMonths(TODAY, month - MONTHS)),
        LEVELS[person % LEVELS.length] ?? "",
        row % 97 === 0 ? "" : 55 + ((person * 7 + month * 13) % 45) + (row % 5 === 0 ? 0.5 : 0),
        10_000 + ((person * 131 + month * 977) % 60_000),
        row % 211 === 0 ? 3 : 0,
      ]);
    }
  const grid = {
    sheet: { id: "{1}", name: "成绩" },
    firstRow: 0,
    firstColumn: 0,
    rows,
    isFormula: () => false,
  };
  const layout = findLayout(grid, {
    headings,
    limits,
    isLevel: (text) => findLevel(policy, text) !== undefined,
  });
  if (layout.kind === "none") throw new Error("No layout");
  return readRecords(grid, layout, { limits });
}

interface Measured<T> {
  readonly value: T;
  readonly total: number;
  readonly longest: number;
}

/** Runs to the end, timing each stretch between two pauses. */
function measure<T>(steps: Generator<unknown, T>): Measured<T> {
  let [total, longest] = [0, 0];
  for (;;) {
    const started = performance.now();
    const step = steps.next();
    const took = performance.now() - started;
    total += took;
    longest = Math.max(longest, took);
    if (step.done === true) return { value: step.value, total, longest };
  }
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** What switching a reading costs on 2,000 people × 24 months: each on a month judged for the first time. */
export function benchReadings(): readonly string[] {
  const sheet = scoreSheet();
  const judging = measure(judgeMonth({ sheet, book: builtInBook(), today: TODAY }));
  const judged = judging.value;
  const effects = readings.map(({ id }) => ({ id, ...measure(readingEffect(judged, id)) }));
  const slowest = effects.reduce((one, other) => (other.total > one.total ? other : one));
  const all = effects.reduce((sum, effect) => sum + effect.total, 0);
  const exposures = readings.flatMap(({ id, options }) =>
    options.map((option) =>
      measure(exposureOf(judged, withOption(judged.setting.policies.asOf, id, option.id))),
    ),
  );
  const longest = Math.max(...[judging, ...effects, ...exposures].map((each) => each.longest));
  return [
    `Readings on ${judged.people.length} people × ${MONTHS} months: judged once in ${ms(judging.total)}`,
    `  effect of one reading: slowest ${slowest.id} ${ms(slowest.total)} (aim ≤ 100), all ${effects.length} together ${ms(all)}`,
    `  exposure after a click: slowest ${ms(Math.max(...exposures.map(({ total }) => total)))} (aim ≤ 100)`,
    `  longest block ${ms(longest)} (aim ≤ 50)`,
  ];
}
