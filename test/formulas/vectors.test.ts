import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import * as v from "valibot";
import type { Cell } from "../../src/grid";
import {
  fineFor,
  findLevel,
  isLeaveViolation,
  isReadingId,
  judgePromotion,
  judgeReachedLevel,
  judgeRisk,
  payFor,
  promotionSensitivity,
  singlePolicy,
  type EffectivePolicy,
  type HistoryCell,
  type Level,
  type ScoreHistory,
} from "../../src/policy";
import { lintBands } from "../../src/policy/lint";
import { readScore, type ScoreLimits } from "../../src/scoresheet";
import {
  fen,
  fenFromYuan,
  formatPoints,
  monthFromText,
  pointsFromScore,
  score,
  scoreFromPoints,
  type Score,
} from "../../src/units";
import { decidedPolicy, type Options } from "../policy/decided";
import { row, table, value, type Seen } from "./evaluate";

// The worked examples of the policy. Each runs once: through the function where a function can express
// it, else straight through the judgement.

const CellSchema = v.nullable(v.union([v.number(), v.string(), v.boolean()]));
const Vector = v.object({
  id: v.string(),
  fn: v.string(),
  args: v.record(v.string(), v.unknown()),
  readings: v.record(v.string(), v.string()),
  expect: v.unknown(),
});
type Vector = v.InferOutput<typeof Vector>;

const file = path.join(import.meta.dirname, "..", "cases", "vectors.json");
const { vectors, count } = v.parse(
  v.object({ count: v.number(), vectors: v.array(Vector) }),
  JSON.parse(readFileSync(file, "utf8")),
);

const ran = new Map<string, number>();

function optionsOf(vector: Vector): Options {
  const options: Options = {};
  for (const [reading, option] of Object.entries(vector.readings)) {
    if (!isReadingId(reading)) throw new Error(`${vector.id}: no reading ${reading}`);
    options[reading] = option;
  }
  return options;
}

const cellArgument = (vector: Vector, name: string): Cell => v.parse(CellSchema, vector.args[name]);
const scoresOf = (vector: Vector): Cell[] => v.parse(v.array(CellSchema), vector.args.scores);

function limitsOf(policy: EffectivePolicy): ScoreLimits {
  const { statutoryLeave, other } = policy.values.notAssessed;
  const { minimum, maximum } = policy.score;
  return {
    minimum,
    maximum,
    statutoryLeave: new Set(statutoryLeave),
    otherReasons: new Set(other),
  };
}

function cellsOf(cells: readonly Cell[], policy: EffectivePolicy): HistoryCell[] {
  return cells.map((cell): HistoryCell => {
    const read = readScore(cell, limitsOf(policy), "blank");
    switch (read.kind) {
      case "value":
        return { kind: "score", score: read.value };
      case "notAssessed":
        return { kind: "missing", leave: read.leave };
      case "blank":
      case "zero":
        return { kind: "missing", leave: false };
      case "pending":
      case "problem":
        return { kind: "unreadable" };
    }
  });
}

function levelOf(policy: EffectivePolicy, name: unknown): Level {
  const level = typeof name === "string" ? findLevel(policy, name) : undefined;
  if (level === undefined) throw new Error(`No level ${String(name)}`);
  return level;
}

function historyOf(vector: Vector, policy: EffectivePolicy): ScoreHistory {
  const months = v.parse(v.optional(v.array(v.string())), vector.args.months);
  return {
    cells: cellsOf(scoresOf(vector), policy),
    months: months?.map((text) => {
      const month = monthFromText(text);
      if (month === undefined) throw new Error(`Not a month: ${text}`);
      return month;
    }),
    promotedAt: v.parse(v.optional(v.number()), vector.args.promotedAt),
  };
}

function askedLevel(vector: Vector, policy: EffectivePolicy): Level | undefined {
  return vector.args.target === undefined ? undefined : levelOf(policy, vector.args.target);
}

function expectCell(vector: Vector, seen: Seen): void {
  expect(seen).toEqual(vector.expect);
}

// ---------------------------------------------------------------- one runner for each name

const runners: Readonly<Record<string, (vector: Vector) => void>> = {
  TIER: (vector) =>
    expectCell(
      vector,
      value("TIER", [cellArgument(vector, "score")], { options: optionsOf(vector) }),
    ),

  COMMISSION: (vector) =>
    expectCell(
      vector,
      value("COMMISSION", [cellArgument(vector, "sales")], { options: optionsOf(vector) }),
    ),

  BASEPAY: (vector) =>
    expectCell(
      vector,
      value("BASEPAY", [cellArgument(vector, "level")], { options: optionsOf(vector) }),
    ),

  PERFPAY: (vector) =>
    expectCell(
      vector,
      value("PERFPAY", [cellArgument(vector, "score"), cellArgument(vector, "level")], {
        options: optionsOf(vector),
      }),
    ),

  PAY: (vector) => {
    const given = ["level", "sales", "score", "extra"].map((name) => cellArgument(vector, name));
    const options = optionsOf(vector);
    const expected = v.parse(
      v.object({
        base: v.number(),
        commission: v.number(),
        performance: v.number(),
        extra: v.number(),
        gross: v.number(),
      }),
      vector.expect,
    );
    const { base, commission, performance, extra, gross } = expected;
    expect(table("PAYSLIP", given, { options })).toEqual([
      [base, commission, performance, extra, gross],
    ]);
    expect(value("PAY", given, { options })).toBe(gross);
    const policy = decidedPolicy(options);
    const fenOf = (name: string) => fenFromYuan(Number(vector.args[name] ?? 0)) ?? fen(0);
    const parts = payFor(policy, levelOf(policy, vector.args.level), {
      sales: fenOf("sales"),
      score: scoreFromPoints(Number(vector.args.score)) ?? null,
      extra: fenOf("extra"),
    });
    expect(parts.gross).toMatchObject({ kind: "amount", value: Math.round(gross * 100) });
  },

  ELIGIBLE: (vector) => {
    const options = optionsOf(vector);
    if (vector.args.months === undefined) {
      expectCell(vector, value("ELIGIBLE", [row(...scoresOf(vector))], { options }));
      return;
    }
    // A function is given no months.
    const policy = decidedPolicy(options);
    const reached = judgeReachedLevel(historyOf(vector, policy), singlePolicy(policy));
    expect(reached).toMatchObject({ kind: "reached", level: { name: { zh: vector.expect } } });
  },

  RISK: (vector) => {
    const options = optionsOf(vector);
    const level = vector.args.level === undefined ? null : cellArgument(vector, "level");
    const seen = value("RISK", [row(...scoresOf(vector)), level], { options });
    const error = v.safeParse(v.object({ error: v.string() }), vector.expect);
    if (error.success) {
      expect(seen).toEqual(error.output);
      return;
    }
    const policy = decidedPolicy(options);
    const risk = judgeRisk(
      { cells: cellsOf(scoresOf(vector), policy) },
      level === null ? null : levelOf(policy, level),
      singlePolicy(policy),
    );
    expect(risk).toMatchObject(v.parse(v.record(v.string(), v.unknown()), vector.expect));
    const texts = {
      ok: "正常",
      at_risk: `预警${Math.min("count" in risk ? risk.count : 0, 3)}/3`,
      dismissal_review: "绩效复核",
      no_data: "",
      excluded: "never",
    };
    expect(seen).toBe(texts[risk.kind]);
  },

  FINE: (vector) => {
    const options = optionsOf(vector);
    const given = [cellArgument(vector, "complaints"), cellArgument(vector, "leaves")] as const;
    const seen = value("FINE", given, { options });
    const expected = v.safeParse(
      v.object({ fine: v.number(), separationReview: v.boolean() }),
      vector.expect,
    );
    if (!expected.success) {
      expect(seen).toEqual(vector.expect);
      return;
    }
    expect(seen).toBe(expected.output.fine);
    const result = fineFor(decidedPolicy(options), Number(given[0] ?? 0), Number(given[1] ?? 0));
    expect(result).toMatchObject({ separationReview: expected.output.separationReview });
  },

  READ_SCORES: (vector) => {
    const cells = v.parse(v.array(v.array(CellSchema)), vector.args.cells);
    const policy = decidedPolicy(optionsOf(vector));
    const zero = vector.args.zeroMeans === "score" ? "score" : "blank";
    const lists = cells.map((line) => line.map((cell) => readScore(cell, limitsOf(policy), zero)));
    const read = lists.map((line) =>
      line.map((quantity) => (quantity.kind === "value" ? pointsFromScore(quantity.value) : null)),
    );
    const error = v.safeParse(v.object({ error: v.string() }), vector.expect);
    if (error.success) {
      expect(lists.flat().map(({ kind }) => kind)).toContain("problem");
      expect(value("ELIGIBLE", [cells])).toEqual(error.output);
      return;
    }
    const isOne = cells.length === 1 || cells[0]?.length === 1;
    expect(isOne ? read.flat() : read).toEqual(vector.expect);
    // What was read is what the function counts: one employee, or one for each row.
    expect(table("ELIGIBLE", [cells])).toHaveLength(isOne ? 1 : cells.length);
  },

  PROMOTION: (vector) => {
    const policy = decidedPolicy(optionsOf(vector));
    const current = levelOf(policy, vector.args.current);
    const verdict = judgePromotion(
      historyOf(vector, policy),
      current,
      singlePolicy(policy),
      askedLevel(vector, policy),
    );
    const expected = v.parse(v.record(v.string(), v.unknown()), vector.expect);
    if ("error" in expected) {
      expect({ kind: verdict.kind, ...expected }).toEqual({
        kind: "targetNotAbove",
        error: "#VALUE!",
      });
      return;
    }
    const seen =
      verdict.kind === "judged"
        ? {
            target: verdict.target.id,
            status: verdict.status,
            monthsShort: verdict.monthsShort,
            blockAt: verdict.blockAt?.index ?? null,
            reasons: verdict.reasons.map(({ kind }) => kind),
            alsoMeets: verdict.alsoMeets?.id ?? null,
            skip: verdict.skip,
          }
        : { target: null, status: verdict.kind === "topLevel" ? "top_level" : verdict.kind };
    expect(seen).toMatchObject(expected);
  },

  SENSITIVITY: (vector) => {
    const policy = decidedPolicy(optionsOf(vector));
    const current = levelOf(policy, vector.args.current);
    expect(promotionSensitivity(historyOf(vector, policy), current, singlePolicy(policy))).toEqual(
      vector.expect,
    );
  },

  LEAVE_VIOLATION: (vector) => {
    const { minutes, approved, lost } = v.parse(
      v.object({ minutes: v.number(), approved: v.boolean(), lost: v.boolean() }),
      vector.args,
    );
    const policy = decidedPolicy(optionsOf(vector));
    const isViolation = isLeaveViolation(policy, { minutes, approved, customersLost: lost });
    expect(isViolation ? 1 : 0).toBe(vector.expect);
  },

  LINT_BANDS: (vector) => {
    const bands = v.parse(
      v.array(
        v.object({
          tier: v.number(),
          from: v.number(),
          fromInc: v.boolean(),
          to: v.number(),
          toInc: v.boolean(),
        }),
      ),
      vector.args.bands,
    );
    const scoreAt = (points: number): Score => {
      const found = scoreFromPoints(points);
      if (found === undefined) throw new Error(`Not a score: ${points}`);
      return found;
    };
    const faults = lintBands(
      bands.map((band) => ({
        tier: band.tier,
        from: scoreAt(band.from),
        fromInclusive: band.fromInc,
        to: scoreAt(band.to),
        toInclusive: band.toInc,
      })),
    );
    expect(faults.map(sayBandFault)).toEqual(vector.expect);
  },
};

function sayBandFault(fault: ReturnType<typeof lintBands>[number]): string {
  const { from, fromInclusive, to, toInclusive } = fault;
  const ends = `${formatPoints(score(from))},${formatPoints(score(to))}`;
  const name = fault.kind === "gap" ? "BAND_GAP" : "BAND_OVERLAP";
  return `${name}${fromInclusive ? "[" : "("}${ends}${toInclusive ? "]" : ")"}`;
}

describe("the worked examples of the policy", () => {
  it.each(vectors.map((vector) => [`${vector.id} ${vector.fn}`, vector] as const))(
    "%s",
    (_, vector) => {
      const run = runners[vector.fn];
      if (run === undefined) throw new Error(`Nothing runs ${vector.fn}`);
      ran.set(vector.id, (ran.get(vector.id) ?? 0) + 1);
      run(vector);
    },
  );

  afterAll(() => {
    expect(vectors).toHaveLength(count);
    expect([...ran.values()].filter((times) => times === 1)).toHaveLength(count);
  });
});
