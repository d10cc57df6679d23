import { performanceRounding, type PerformanceRounding } from "./performanceRounding";
import {
  fenOf,
  inForce,
  isBlankLevel,
  isMissing,
  rankOfLevel,
  readScore,
  readYuan,
  salaryOfLevel,
  sheetFen,
  tidyMoney,
  variablePayOfLevel,
  whereMonthIsRead,
} from "./read";
import type { FormulaContext } from "./formulaContext";
import type { CellOf, Translator } from "./translator";
import { call, iff, quote, substitute } from "./syntax";

// Sums are whole fen until the last division, so that parts and total agree to the fen.

/** Percent of the sheet as whole basis points. */
const basisPoints = (percent: string): string => call("ROUND", `${percent}*100`, "0");
/** Fen from an exact product of fen and basis points: halves up, once. */
const share = (product: string): string => call("INT", `(${product}+5000)/10000`);

const NOTHING = quote("");

// ---------------------------------------------------------------- the parts, in fen

/** On sales that are a number of yuan; negative ones earn none. */
function commissionFen(yuan: string, { policy, parameters }: FormulaContext): string {
  const { mode, belowFirst } = policy.commission;
  const { from, rate, more, fixed, greatest } = parameters.commission;
  const sales = call("MAX", "0", fenOf(yuan));
  const reached = (column: string): string => call("LOOKUP", `${sales}/100`, from, column);
  const whole = share(`${sales}*${basisPoints(reached(rate))}`);
  switch (mode) {
    case "whole":
      return whole;
    case "fixed": {
      const amount = sheetFen(reached(fixed));
      const isBelowFirst = `${sales}/100<${call("INDEX", from, "2")}`;
      return belowFirst === 0 ? amount : iff(isBelowFirst, whole, amount);
    }
    case "marginal": {
      const slices = `(${sales}/100>${from})*(${sales}-${sheetFen(from)})*${basisPoints(more)}`;
      return iff(`${yuan}>${greatest}`, "#VALUE!", share(call("SUMPRODUCT", slices)));
    }
  }
}

function baseFen(level: string, context: FormulaContext): string {
  return sheetFen(salaryOfLevel(level, "base", context));
}

function commissionPart(level: string, cell: CellOf, context: FormulaContext): string {
  const earned = variablePayOfLevel(level, context.parameters);
  return `${earned}*${readYuan(cell("sales"), "0", (yuan) => commissionFen(yuan, context))}`;
}

/** For a level that is known; #N/A without a score where performance pay is earned. */
function performancePart(
  level: string,
  cell: CellOf,
  rounding: PerformanceRounding,
  context: FormulaContext,
): string {
  const { parameters, policy } = context;
  const { performance, scores } = parameters;
  const amount = (points: string): string => {
    const score = inForce(points, policy);
    const place = call("LOOKUP", score, scores.from, scores.tier);
    const percent = call("INDEX", performance.rate, call("MATCH", place, performance.tier, "0"));
    const base = salaryOfLevel(level, "performanceBase", context);
    return call("INT", `${base}*${percent}*${score}${rounding.scale}+${rounding.half}`);
  };
  const missing = iff(variablePayOfLevel(level, parameters), "NA()", "0");
  return readScore(cell("score"), parameters, missing, amount);
}

function extraPart(cell: CellOf): string {
  return readYuan(cell("extra"), "0", (yuan) => iff(`${yuan}>-0.005`, fenOf(yuan), "#VALUE!"));
}

// ---------------------------------------------------------------- a row that waits for its month

/** "" where everything but the level is blank or 0, else what is given. */
function unlessWaiting(cell: CellOf, { parameters }: FormulaContext, then: string): string {
  const score = cell("score");
  const given = [cell("sales"), cell("extra"), cell("month"), score].flatMap((part) => {
    if (part === null) return [];
    const other = part === score ? iff(isMissing(part, parameters), NOTHING, part) : part;
    // A logical value joined to text is 0 or 1 in LibreOffice.
    return [iff(call("ISLOGICAL", part), quote("?"), other)];
  });
  if (given.length === 0) return NOTHING;
  const zeros: readonly (readonly [string, string])[] = [
    ["0.", "0"],
    ["0元", "0"],
    ["0分", "0"],
    ["¥0", "0"],
    ["0", ""],
    [" ", ""],
  ];
  const rest = substitute(tidyMoney(given.join(`&" "&`)), ...zeros);
  return iff(call("IFERROR", `${rest}=""`, "FALSE"), NOTHING, then);
}

/** Performance pay alone: #N/A for an unknown level whatever the score. */
function ownPerformance(
  level: string,
  cell: CellOf,
  rounding: PerformanceRounding,
  context: FormulaContext,
): string {
  const known = rankOfLevel(level, context.parameters);
  return iff(known, performancePart(level, cell, rounding, context), "0");
}

/** `waiting` where no level is given, else `known`: a month that cannot be read is reported before an unknown level. */
function forLevel(
  level: string,
  cell: CellOf,
  context: FormulaContext,
  waiting: string,
  known: string,
): string {
  const month = cell("month");
  if (month === null || !context.checksMonth) return iff(isBlankLevel(level), waiting, known);
  const spoken = iff(call("ISERROR", level), level, known);
  const isUnnamed = call("IFERROR", isBlankLevel(level), "FALSE");
  return iff(isUnnamed, waiting, whereMonthIsRead(month, context, spoken));
}

/** Yuan of an amount in fen, for a level that is given. */
function paid(level: string, cell: CellOf, context: FormulaContext, fen: string): string {
  return forLevel(level, cell, context, unlessWaiting(cell, context, "NA()"), `(${fen})/100`);
}

// ---------------------------------------------------------------- the functions

export const commissionPlain: Translator = {
  kind: "cells",
  columnsOnly: false,
  write: (cell, context) => [
    readYuan(cell("sales"), NOTHING, (yuan) => {
      const amount = `${commissionFen(yuan, context)}/100`;
      const month = cell("month");
      if (month === null || !context.checksMonth) return amount;
      // Sales that cannot be read are reported first.
      return iff(call("ISERROR", yuan), yuan, whereMonthIsRead(month, context, amount));
    }),
  ],
};

export const basePayPlain: Translator = {
  kind: "cells",
  columnsOnly: false,
  write: (cell, context) => {
    const level = cell("level") ?? NOTHING;
    const base = salaryOfLevel(level, "base", context);
    return [forLevel(level, cell, context, NOTHING, base)];
  },
};

export const performancePayPlain: Translator = {
  kind: "cells",
  columnsOnly: false,
  write: (cell, context) => {
    const level = cell("level") ?? NOTHING;
    const rounding = performanceRounding(context.policy);
    if (rounding === null) return "amounts";
    return [paid(level, cell, context, ownPerformance(level, cell, rounding, context))];
  },
};

export const payPlain: Translator = {
  kind: "cells",
  columnsOnly: false,
  write: (cell, context) => {
    const level = cell("level") ?? NOTHING;
    const rounding = performanceRounding(context.policy);
    if (rounding === null) return "amounts";
    const parts = [
      baseFen(level, context),
      commissionPart(level, cell, context),
      performancePart(level, cell, rounding, context),
      extraPart(cell),
    ];
    return [paid(level, cell, context, parts.join("+"))];
  },
};

export const payslipPlain: Translator = {
  kind: "cells",
  columnsOnly: true,
  write: (cell, context) => {
    const level = cell("level") ?? NOTHING;
    const rounding = performanceRounding(context.policy);
    if (rounding === null) return "amounts";
    const extra = extraPart(cell);
    const base = baseFen(level, context);
    const commission = commissionPart(level, cell, context);
    const performance = performancePart(level, cell, rounding, context);
    const gross = [base, commission, performance, extra].join("+");
    // The extra award is given whatever the level is, but on a row that waits.
    const isUnnamed = call("IFERROR", isBlankLevel(level), "FALSE");
    const ownExtra = `${extra}/100`;
    return [
      paid(level, cell, context, base),
      paid(level, cell, context, commission),
      paid(level, cell, context, ownPerformance(level, cell, rounding, context)),
      iff(isUnnamed, unlessWaiting(cell, context, ownExtra), ownExtra),
      paid(level, cell, context, gross),
    ];
  },
};
