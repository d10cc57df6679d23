import type { OptionEffect, PayHow, PayPart, SeenContent, TierUnderOption } from "../../findings";
import { fen, formatMonth, formatPoints, formatYuan, type Fen, type Month } from "../../units";
import type { FindingWords } from "./findingsWords";
import { sayLint } from "../policy/lint";
import { agree, allOf, counted, list as listOf, quote } from "../say";

const list = (items: readonly string[]): string => listOf(items, "en");
const yuan = (amount: Fen): string => `${formatYuan(amount)} yuan`;
const months = (all: readonly Month[]): string => list(all.map(formatMonth));
const people = (count: number): string => counted(count, "person", "people");
const inARow = (count: number): string => counted(count, "month", "months in a row");

function sayContent(seen: SeenContent): string {
  switch (seen.kind) {
    case "text":
      return `says ${quote(seen.text)}`;
    case "boolean":
      return "holds TRUE or FALSE";
    case "error":
      return `holds the error ${seen.error}`;
  }
}

function suggestion(seen: SeenContent): string {
  return seen.kind === "text" && seen.suggestion !== null
    ? `. Is ${seen.suggestion} meant?`
    : ", which is no number.";
}

function sayTierResult({ option, inForce, tier, performance }: TierUnderOption): string {
  const money = performance === null ? "" : `, performance pay ${yuan(performance)}`;
  return `tier ${tier}${money} under ${quote(option.en)}${inForce ? " (used for now)" : ""}`;
}

/** Amounts only where the options differ in money. */
function sayEffects(options: readonly OptionEffect[]): string {
  if (new Set(options.map(({ gross }) => gross)).size < 2) {
    const others = options.filter(({ inForce }) => !inForce);
    return others
      .map(({ option, people: count }) => `${quote(option.en)} changes ${people(count)}`)
      .join("; ");
  }
  return options
    .map(
      ({ option, inForce, gross }) =>
        `gross pay of the month ${yuan(gross)} under ${quote(option.en)}${inForce ? " (used for now)" : ""}`,
    )
    .join("; ");
}

function sayRun(run: {
  readonly count: number;
  readonly months: readonly Month[];
  readonly lastAssessed: Month;
  readonly asOf: Month;
}): string {
  const stand =
    run.lastAssessed < run.asOf
      ? ` (as of the last assessment, ${formatMonth(run.lastAssessed)})`
      : "";
  return `Failed ${inARow(run.count)}: ${months(run.months)}${stand}`;
}

const percent = (basisPoints: number): string => `${basisPoints / 100}%`;

const PAY_PARTS: Readonly<Record<PayPart, string>> = {
  base: "Base pay",
  commission: "Commission",
  performance: "Performance pay",
  gross: "Gross pay",
};

function sayHow(how: PayHow): string {
  switch (how.kind) {
    case "base":
      return `base pay of ${how.level.en}`;
    case "commission":
      switch (how.mode) {
        case "none":
          return "this level earns no commission";
        case "whole":
          return `${yuan(how.sales)} × ${percent(how.rate)}`;
        case "fixed":
          return `the fixed amount for ${yuan(how.sales)}`;
        case "marginal":
          return `${yuan(how.sales)} slice by slice, the highest at ${percent(how.rate)}`;
      }
      break;
    case "performance":
      if (how.score === null) return "this level earns no performance pay";
      return `${yuan(how.base)} × ${percent(how.rate)} × ${formatPoints(how.score)}${how.raw ? "" : " ÷ 100"}`;
    case "gross": {
      const fines = how.fines === 0 ? "" : ` − fines ${yuan(how.fines)}`;
      return `base ${yuan(how.base)} + commission ${yuan(how.commission)} + performance ${yuan(how.performance)} + extra ${yuan(how.extra)}${fines}${sayOwn(how.own)}`;
    }
  }
}

/** Allowances and deductions of the department's own: + 全勤奖 200 yuan. */
function sayOwn(own: readonly { readonly heading: string; readonly amount: Fen }[]): string {
  return own
    .map(
      ({ heading, amount }) =>
        ` ${amount < 0 ? "−" : "+"} ${heading} ${yuan(fen(Math.abs(amount)))}`,
    )
    .join("");
}

function sayUnit(factor: number): string {
  if (factor === 1) return "yuan";
  return factor === 1_000 ? "thousands of yuan" : "10,000s of yuan";
}

export const findingsEnglish: FindingWords = {
  "F-HDR-01": ({ heading, synonyms }) => ({
    text: `No column ${quote(heading)} was found.`,
    fix: `Rename the column to ${quote(heading)}${synonyms.length === 0 ? "" : ` (also understood: ${list(synonyms)})`}.`,
  }),
  "F-HDR-02": ({ heading, rivals }) => ({
    text: `Several columns could be ${quote(heading)}: ${list(rivals.map((rival) => `${rival.column} ${quote(rival.heading)}`))}.`,
    fix: `Keep one as ${quote(heading)} and rename the others.`,
  }),
  "F-HDR-03": ({ heading, against }) =>
    against === null
      ? {
          text: `The month heading ${quote(heading)} names no year; until it does nobody can be judged.`,
          fix: "Write the year into the earliest month heading, such as 2025年3月.",
        }
      : {
          text: `${quote(heading)} and ${quote(against)} do not name the same month; until that is settled nobody can be judged.`,
          fix: "Correct the one that is wrong, or choose the month under “Check headings”.",
        },
  "F-HDR-04": ({ heading, repeats }) =>
    repeats === null
      ? {
          text: `The month heading ${quote(heading)} cannot be read.`,
          fix: "Write it like 2025-03 or 2025年3月; move columns that are no months out of the month columns.",
        }
      : {
          text: `The month heading ${quote(heading)} is ${formatMonth(repeats.month)}, which column ${repeats.column} has already.`,
          fix: "Correct one of the headings, or delete the column that is too many.",
        },
  "F-HDR-05": ({ rows }) => ({
    text: `${rows === null ? "Some rows are" : counted(rows, "row is", "rows are")} hidden or filtered out, and judged all the same.`,
    fix: "Delete the rows that must not count, or move them to another sheet.",
  }),
  "F-HDR-06": ({ rows, columns }) => ({
    text: `Merged cells among the data (${rows} × ${columns}): formulas see only the upper left one.`,
    fix: "Unmerge them and fill each cell.",
  }),
  "F-CALC-01": ({ cells, example }) => ({
    text: `Excel has not calculated ${counted(cells, "cell")} yet (${agree(cells, "", "such as ")}${example}); what rests on ${agree(cells, "it", "them")} is not told until it has.`,
    fix: "Wait until Excel is done; if nothing changes, recalculate (Ctrl+Alt+F9). Do not type over the formula.",
  }),
  "F-EMP-01": ({ row }) => ({
    text: `Row ${row} has data but neither an employee ID nor a name.`,
    fix: "Enter the employee ID or the name, or delete the row.",
  }),
  "F-EMP-02": ({ name, namesakes, hasEmployeeId }) => ({
    text: hasEmployeeId
      ? `${quote(name)} is more than one person: see also ${list(namesakes.map((id) => (id === "" ? "the rows without an employee ID" : `employee ID ${id}`)))}.`
      : `These rows of ${quote(name)} have no employee ID, while somebody of that name has ${list(namesakes.map((id) => `ID ${id}`))}.`,
    fix: hasEmployeeId
      ? "Check whether they are two people; if not, use one employee ID."
      : "Enter the employee ID, so that namesakes are not mixed up.",
  }),
  "F-EMP-03": ({ problem }) =>
    problem.kind === "names"
      ? {
          text: `One employee ID has different names: ${list(problem.names)}.`,
          fix: "Check who it is and make name and ID agree.",
        }
      : {
          text: `${quote(problem.seen)} contains stray spaces or full-width characters.`,
          fix: `Write ${quote(problem.clean)}.`,
        },
  "F-EMP-04": ({ asOf, lastScored }) => ({
    text: `No score in ${formatMonth(asOf)} and the month before${lastScored === null ? "" : `, the last one being of ${formatMonth(lastScored)}`}; not listed this month.`,
    fix: "Enter the scores of somebody who is still employed; for somebody who left there is nothing to do.",
  }),
  "F-LVL-01": ({ text, levels }) => ({
    text:
      text === "" ? "There is a score but no level." : `The policy knows no level ${quote(text)}.`,
    fix: `Enter one of: ${list(levels.map(({ zh }) => zh))}.`,
  }),
  "F-LVL-02": ({ from, to, since, falls }) => ({
    text: falls
      ? `The level falls from ${from.en} (${formatMonth(since)}) to ${to.en}; the policy has no rule for that.`
      : `The level rises from ${from.en} (${formatMonth(since)}) to ${to.en} and leaves out what lies between.`,
    fix: falls
      ? "Check for a slip; if it is true, keep the grounds on file."
      : "Check for a slip; skipping a level needs a review on file.",
  }),
  "F-LVL-03": ({ from, to, since }) => ({
    text: `The level rises from ${from.en} (${formatMonth(since)}) to ${to.en}, and the table 晋升流程 has no record of it.`,
    fix: "Add the record to 晋升流程, or correct the level.",
  }),
  "F-LVL-04": ({ since, months: count, limit }) => ({
    text:
      count > limit
        ? `On probation since ${formatMonth(since)}: ${counted(count, "month")}, more than the limit of ${limit}.`
        : `On probation since ${formatMonth(since)}: the limit of ${counted(limit, "month")} is reached.`,
    fix: "Check the probation in the contract and confirm or decide in time; the limit can be set on the policy page.",
  }),
  "F-MON-01": ({ problem }) => {
    switch (problem.kind) {
      case "blank":
        return { text: "There is a score but no month.", fix: "Enter the month, such as 2025-03." };
      case "unreadable":
        return {
          text: `The month ${quote(problem.text)} cannot be read.`,
          fix: "Write it like 2025-03.",
        };
      case "otherYear":
        return {
          text: `The month ${quote(problem.text)} does not fit the year ${problem.year} beside it.`,
          fix: "Correct the cell that is wrong.",
        };
      case "withoutYear":
        return {
          text: `The month ${quote(problem.text)} names no year.`,
          fix: "Add the year, such as 2025-03.",
        };
      case "future":
        return {
          text: `This month is yet to come (it is ${formatMonth(problem.today)}), but has a score.`,
          fix: "Correct the month; a score entered ahead belongs in when its month has come.",
        };
    }
  },
  "F-MON-02": ({ identical, firstRow, firstSheet }) => {
    const where = `row ${firstRow}${firstSheet === null ? "" : ` of the sheet ${quote(firstSheet)}`}`;
    return identical
      ? { text: `The same as ${where}.`, fix: "Delete one of the two rows." }
      : {
          text: `This person and month stands in ${where} already, with other content.`,
          fix: "Find out which row is right and delete the other.",
        };
  },
  "F-MON-03": ({ hired }) => ({
    text: `There is a score before the person was hired (${formatMonth(hired)}).`,
    fix: "Check the hiring date and the month, and correct the wrong one.",
  }),
  "F-MIS-01": ({ month }) => ({
    text: `No score for ${month === null ? "this month" : formatMonth(month)}.`,
    fix: "Enter the score; where there was no assessment, write the reason in its place, such as 产假 or 病假.",
  }),
  "F-MIS-02": ({ month }) => ({
    text: `Others have a score for ${month === null ? "the assessed month" : formatMonth(month)}, this person has none.`,
    fix: "Enter the score, or write the reason in its place.",
  }),
  "F-MIS-03": ({ begins, lookBack, neededFrom, hired }) => ({
    text:
      hired === null
        ? `The sheet begins in ${formatMonth(begins)}; promotion rules look back up to ${counted(lookBack, "month")} (from ${formatMonth(neededFrom)}).`
        : `Employed since ${formatMonth(hired)}, but the sheet begins in ${formatMonth(begins)}; promotion rules look back up to ${counted(lookBack, "month")}.`,
    fix: "Add the scores of earlier months to the sheet.",
  }),
  "F-SCO-01": ({ seen }) => ({
    text: `The score ${sayContent(seen)}${suggestion(seen)}`,
    fix: "Enter a number from 0 to 100; where there was no assessment, write the reason, such as 产假 or 病假.",
  }),
  "F-SCO-10": ({ heading, grades }) => ({
    text: `${quote(heading)} holds grades (${list(grades)}), not scores; until each has its points nobody can be judged.`,
    fix: "Say under “Check headings” how many points each grade is worth.",
  }),
  "F-SCO-02": ({ cleaned, seen, score }) => {
    const kinds = {
      text: "is stored as text",
      fullWidth: "has full-width digits",
      unit: "carries a unit",
      separators: "carries separators",
    };
    return {
      text: `The score ${quote(seen)} ${kinds[cleaned]}; it was read as ${formatPoints(score)}.`,
      fix: `Make it the number ${formatPoints(score)}, so that formulas can use it.`,
    };
  },
  "F-SCO-03": ({ value, minimum, maximum }) => ({
    text: `The score ${value === null ? "is a number far too large and" : String(value)} is not between ${formatPoints(minimum)} and ${formatPoints(maximum)}.`,
    fix: "Check and correct it.",
  }),
  "F-SCO-04": ({ confirmed }) =>
    confirmed
      ? {
          text: "Confirmed as a real 0, and counted as one. CS formulas still take the number 0 for a blank.",
          fix: "Write 0分 into the cell to make formulas count it too.",
        }
      : {
          text: "The score is 0: earned, or a placeholder? Until it is confirmed it counts as missing.",
          fix: "If it is a real 0, write 0分 or confirm it here; else clear the cell or state the reason.",
        },
  "F-SCO-05": ({ scores, greatest }) => ({
    text: `${scores === 1 ? "The only score of the sheet is" : `All ${counted(scores, "score")} of the sheet are`} at most 1 (the highest is ${formatPoints(greatest)}), as if entered as fractions; until that is mended nobody can be judged.`,
    fix: "Multiply the scores by 100.",
  }),
  "F-SCO-06": ({ score, reading, results }) => ({
    text: `The tier of ${formatPoints(score)} is disputed (reading: ${reading.title.en}): ${results.map(sayTierResult).join("; ")}.`,
    fix: `Decide the reading ${quote(reading.title.en)} on the policy page.`,
  }),
  "F-SCO-07": ({ shown, score, tier, shownTier }) => ({
    text: `The cell shows ${shown} and holds ${formatPoints(score)}${tier === null || shownTier === null ? ", on either side of a limit" : tier === shownTier ? ": one is a pass, the other is not" : `: shown it looks like tier ${shownTier}, in fact it is tier ${tier}`}. What it holds is judged.`,
    fix: "Round the score where it comes from, so that both agree.",
  }),
  "F-SCO-08": ({ score }) => ({
    text: `The score ${formatPoints(score)} has more than two decimals.`,
    fix: "Nothing to do; an average is better rounded where it comes from.",
  }),
  "F-SCO-09": ({ formulas, column }) => ({
    text: `${counted(formulas, "score")} of column ${column} ${agree(formulas, "comes from a formula", "come from formulas")}; this one is typed.`,
    fix: "Check whether it was meant; if not, put the formula back.",
  }),
  "F-SAL-01": ({ seen }) => ({
    text: `The sales cell ${sayContent(seen)}${suggestion(seen)}`,
    fix: "Enter a number in yuan.",
  }),
  "F-SAL-02": ({ sales }) => ({
    text: `Sales are ${yuan(sales)}; they earn no commission.`,
    fix: "Check whether refunds were booked in the right month.",
  }),
  "F-SAL-03": ({ sales, reading, results }) => ({
    text: `The commission on ${yuan(sales)} is disputed (reading: ${reading.title.en}): ${results
      .map(
        ({ threshold, inForce, commission }) =>
          `${yuan(commission)} with a threshold of ${yuan(threshold)}${inForce ? " (used for now)" : ""}`,
      )
      .join("; ")}.`,
    fix: `Decide the reading ${quote(reading.title.en)} on the policy page.`,
  }),
  "F-SAL-04": () => ({
    text: "There is a score but no sales; commission counts as 0 for now.",
    fix: "Enter the sales, or 0 if there were none.",
  }),
  "F-SAL-05": ({ sales, threshold, commission, reached }) => ({
    text: `Sales of ${yuan(sales)} are within 1% below the threshold of ${yuan(threshold)}: commission ${yuan(commission)}, at the threshold ${yuan(reached)}.`,
    fix: "Nothing to do; if orders were added late, check that they are real.",
  }),
  "F-SAL-06": ({ sales, usual }) => ({
    text: `Sales of ${yuan(sales)} are more than 10 times what the person usually sells (median ${yuan(usual)}).`,
    fix: "Check the unit (yuan or 10,000 yuan) and the zeros.",
  }),
  "F-SAL-07": ({ text, factor }) => ({
    text: `${quote(text)}: sales seem to be in ${sayUnit(factor)}; until that is settled no commission is calculated.`,
    fix: "Choose the unit under “Check headings”.",
  }),
  "F-PAY-01": ({ part, typed, seen, computed, how }) => ({
    text:
      typed === null
        ? `${PAY_PARTS[part]} ${seen === null ? "is no amount" : sayContent(seen)}; by the policy it is ${yuan(computed)} (${sayHow(how)}).`
        : `${PAY_PARTS[part]} says ${yuan(typed)}; by the policy it is ${yuan(computed)} (${sayHow(how)}): ${formatYuan(typed > computed ? fen(typed - computed) : fen(computed - typed))} yuan too ${typed > computed ? "much" : "little"}.`,
    fix: `Check, then write ${formatYuan(computed)}; note any ground outside the policy.`,
  }),
  "F-PAY-02": ({ score, reading, results }) => ({
    text: `Performance pay for ${formatPoints(score)} is disputed (${reading.title.en}): ${results
      .map(
        ({ inForce, rate, performance }) =>
          `${performance === null ? "" : `${yuan(performance)} `}at ${percent(rate)}${inForce ? " (used for now)" : ""}`,
      )
      .join("; ")}.`,
    fix: `Decide ${quote(reading.title.en)} on the policy page.`,
  }),
  "F-PAY-03": ({ level, reading, results }) => ({
    text: `The base salary of ${level.en} is not decided, so pay cannot be worked out: ${results
      .map(
        ({ base, gross }) =>
          `${gross === null ? "" : `gross ${yuan(gross)} with a `}base of ${yuan(base)}`,
      )
      .join("; ")}.`,
    fix: `Decide ${quote(reading.title.en)} on the policy page.`,
  }),
  "F-PAY-04": ({ reading, gross, other }) => ({
    text: `Gross pay in probation ${yuan(gross)} (used for now); ${yuan(other)} under the other reading.`,
    fix: `Decide ${quote(reading.title.en)} on the policy page.`,
  }),
  "F-PAY-05": ({ reason }) => {
    const reasons = {
      levelChanged: "The level changed in this month",
      hired: "Hired in the middle of this month",
      left: "The last month before leaving",
    };
    return {
      text: `${reasons[reason]}; the policy has no rule for sharing pay out by days, so a whole month at its last level is reckoned.`,
      fix: "If it is to be shared out, do so by hand and note it.",
    };
  },
  "F-PAY-06": ({ level, base, than }) => ({
    text:
      than.kind === "minimumWage"
        ? `The base salary of ${level.en}, ${yuan(base)}, is below the local minimum wage of ${yuan(than.amount)}.`
        : `The base salary of ${level.en}, ${yuan(base)}, is less than ${percent(than.share)} of that of ${than.level.en}, ${yuan(than.amount)}.`,
    fix: "The law has a say here: check with whoever is responsible before changing the policy.",
  }),
  "F-DIS-01": (run) => ({
    text: `${sayRun(run)}; ${counted(run.limit, "month calls", "months call")} for a performance review.`,
    fix: "A responsible person reviews and decides. The law asks for more than some failed months: training or a transfer first, then notice and compensation; pregnancy, maternity, nursing and medical leave are protected.",
  }),
  "F-DIS-02": (run) => ({
    text: `${sayRun(run)}.`,
    fix: "Talk early, offer coaching or training, and keep a record.",
  }),
  "F-DIS-03": ({ complaints, from }) => ({
    text: `${counted(complaints, "complaint")} in the month; from ${from} on people must look at it.`,
    fix: "Verify each complaint; a responsible person decides. A count of complaints cannot end an employment by itself.",
  }),
  "F-DIS-04": ({ netted, amount }) => ({
    text: netted
      ? `Gross pay is ${yuan(amount)} less than earned, exactly the fine of the month: it was taken off the pay.`
      : `A fine of ${yuan(amount)} is listed.`,
    fix: "Taking fines off wages is a legal risk: only a loss that somebody caused may be deducted, within limits. List them only, and ask for legal advice.",
  }),
  "F-DIS-05": ({ of, seen }) => ({
    text: `The number of ${of === "complaints" ? "complaints" : "leaves of post"} ${sayContent(seen)}, which is neither 0 nor a whole number above it.`,
    fix: "Enter how often; 0 for never.",
  }),
  "F-ELI-01": ({ level, target }) => ({
    text: `The scores suffice: ${level.en} → ${target.en}.`,
    fix: "See the list of candidates for the months that prove it and the steps still open; the approvers decide.",
  }),
  "F-ELI-02": ({ target }) => ({
    text: `One month short of the score part of ${target.en}, at best.`,
    fix: "Nothing to do.",
  }),
  "F-ELI-03": ({ target, readings }) => ({
    text: `Whether the scores suffice for ${target.en} depends on undecided readings: ${list(readings.map(({ title }) => title.en))}.`,
    fix: "Decide them on the policy page.",
  }),
  "F-ELI-04": ({ target, also }) => ({
    text: `Beside ${target.en} the scores also suffice for ${also.en}.`,
    fix: "Promotion goes level by level as a rule; a skip needs a review of its own.",
  }),
  "F-POL-01": ({ fault }) => ({
    text: `The policy in force contradicts itself: ${sayLint(fault, "en")}`,
    fix: "Correct it on the policy page, then validate again.",
  }),
  "F-POL-02": ({ reading, blocking, people: count, options }) => ({
    text: blocking
      ? `The reading ${quote(reading.title.en)} is undecided, so the pay of ${people(count)} cannot be computed: ${sayEffects(options)}.`
      : `The reading ${quote(reading.title.en)} is undecided and changes this month's result of ${people(count)}: ${sayEffects(options)}.`,
    fix: `Decide the reading ${quote(reading.title.en)} on the policy page.`,
  }),
  "F-POL-03": ({ missing }) => ({
    text: `The policy does not name its ${allOf(
      missing.map((field) => (field === "issuer" ? "issuer" : "effective date")),
      "en",
    )}.`,
    fix: "Add it on the policy page, so that it can be proved later.",
  }),
  "F-POL-04": ({ decisions }) => ({
    text: `The workbook holds decisions that this policy does not know: ${list(decisions.map(({ reading, option }) => `${quote(reading.en)} as ${quote(option)}`))}. They count for nothing, and were left as they are.`,
    fix: "Decide them anew on the policy page; if a newer version wrote them, update the add-in first.",
  }),
};
