import type { OptionEffect, SeenContent, TierUnderOption } from "../findings";
import { formatMonth, formatPoints, formatYuan, type Fen, type Month } from "../units";
import type { FindingWords } from "./findingsWords";

/** Quotation marks inside become single ones. */
const quote = (text: string): string => `“${text.replaceAll("“", "‘").replaceAll("”", "’")}”`;
const list = (items: readonly string[]): string => items.join(", ");
const yuan = (amount: Fen): string => `${formatYuan(amount)} yuan`;
const months = (all: readonly Month[]): string => list(all.map(formatMonth));
const people = (count: number): string => (count === 1 ? "1 person" : `${count} people`);
const inARow = (count: number): string => (count === 1 ? "1 month" : `${count} months in a row`);

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

export const findingsEnglish: FindingWords = {
  "F-HDR-01": ({ heading, synonyms }) => ({
    text: `No column ${quote(heading)} was found.`,
    fix: `Rename the column to ${quote(heading)}${synonyms.length === 0 ? "" : ` (also understood: ${list(synonyms)})`}.`,
  }),
  "F-HDR-02": ({ heading, rivals }) => ({
    text: `Several columns could be ${quote(heading)}: ${list(rivals.map((rival) => `${rival.column} ${quote(rival.heading)}`))}.`,
    fix: `Keep one as ${quote(heading)} and rename the others.`,
  }),
  "F-HDR-03": ({ heading }) => ({
    text: `The month heading ${quote(heading)} names no year; until it does nobody can be judged.`,
    fix: "Write the year into the earliest month heading, such as 2025年3月.",
  }),
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
  "F-MON-01": ({ problem }) => {
    switch (problem.kind) {
      case "blank":
        return { text: "There is a score but no month.", fix: "Enter the month, such as 2025-03." };
      case "unreadable":
        return {
          text: `The month ${quote(problem.text)} cannot be read.`,
          fix: "Write it like 2025-03.",
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
  "F-MON-02": ({ identical, firstRow }) =>
    identical
      ? { text: `The same as row ${firstRow}.`, fix: "Delete one of the two rows." }
      : {
          text: `Row ${firstRow} has this person and month already, with other content.`,
          fix: "Find out which row is right and delete the other.",
        },
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
        ? `The sheet begins in ${formatMonth(begins)}; promotion rules look back up to ${lookBack} months (from ${formatMonth(neededFrom)}).`
        : `Employed since ${formatMonth(hired)}, but the sheet begins in ${formatMonth(begins)}; promotion rules look back up to ${lookBack} months.`,
    fix: "Add the scores of earlier months to the sheet.",
  }),
  "F-SCO-01": ({ seen }) => ({
    text: `The score ${sayContent(seen)}${suggestion(seen)}`,
    fix: "Enter a number from 0 to 100; where there was no assessment, write the reason, such as 产假 or 病假.",
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
  "F-SCO-04": () => ({
    text: "The score is 0: earned, or a placeholder? Until that is clear it counts as missing.",
    fix: "Write 0分 for a real zero; otherwise clear the cell or write the reason.",
  }),
  "F-SCO-05": ({ scores, greatest }) => ({
    text: `All ${scores} scores of the sheet are at most 1 (the highest is ${formatPoints(greatest)}), as if entered as fractions; until that is mended nobody can be judged.`,
    fix: "Multiply the scores by 100.",
  }),
  "F-SCO-06": ({ score, reading, results }) => ({
    text: `The tier of ${formatPoints(score)} is disputed (reading: ${reading.title.en}): ${results.map(sayTierResult).join("; ")}.`,
    fix: `Decide the reading ${quote(reading.title.en)} on the policy page.`,
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
  "F-DIS-01": (run) => ({
    text: `${sayRun(run)}; ${run.limit} months call for a performance review.`,
    fix: "A responsible person reviews and decides. The law asks for more than some failed months: training or a transfer first, then notice and compensation; pregnancy, maternity, nursing and medical leave are protected.",
  }),
  "F-DIS-02": (run) => ({
    text: `${sayRun(run)}.`,
    fix: "Talk early, offer coaching or training, and keep a record.",
  }),
  "F-DIS-03": ({ complaints, from }) => ({
    text: `${complaints} complaints in the month; from ${from} on people must look at it.`,
    fix: "Verify each complaint; a responsible person decides. A count of complaints cannot end an employment by itself.",
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
  "F-POL-02": ({ reading, blocking, people: count, options }) => ({
    text: blocking
      ? `The reading ${quote(reading.title.en)} is undecided, so the pay of ${people(count)} cannot be computed: ${sayEffects(options)}.`
      : `The reading ${quote(reading.title.en)} is undecided and changes this month's result of ${people(count)}: ${sayEffects(options)}.`,
    fix: `Decide the reading ${quote(reading.title.en)} on the policy page.`,
  }),
};
