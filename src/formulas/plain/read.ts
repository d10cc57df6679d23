import type { EffectivePolicy } from "../../policy";
import type { Parameters } from "./parameters";
import { BETWEEN_WORDS } from "./parameters";
import type { FormulaContext } from "./formulaContext";
import { call, choose, iff, quote, substitute, type Branch } from "./syntax";

// What a cell holds is read twice in each formula: as the number that it nearly always is, and as text.
// A text becomes a number by its digits and "e0" behind them: so VALUE never sees a date, a time, a
// percentage or a bracket in it, which offices read in ways of their own.

const POWER = "e0";
const INVALID = "?";

/** Ends trimmed, full-width characters narrowed, all kinds of spaces made one. */
export function tidy(x: string): string {
  return call("TRIM", substitute(call("ASC", x), ["\u3000", " "], ["\u00a0", " "]));
}

export function isBlank(x: string): string {
  return `${tidy(x)}=""`;
}

/** Digits, sign and point of a text; a character that VALUE may forgive is made one that it does not. */
function numberIn(text: string): string {
  return call("VALUE", substitute(text, [" ", INVALID], ["$", INVALID], ["¥", INVALID]));
}

/** A text ending in `POWER`, its unit taken off its end and `mark` put in its place. */
function withoutEnding(text: string, unit: string, mark: string): string {
  return substitute(text, [` ${unit}${POWER}`, unit + POWER], [unit + POWER, mark + POWER]);
}

/** One answer for each kind of content; an error answers itself where it is first looked at. */
function byKind(x: string, number: string, others: readonly Branch[], text: string): string {
  return choose(
    [
      // LibreOffice takes logical values for numbers, so they are asked for first.
      [call("ISLOGICAL", x), "#VALUE!"],
      [call("ISNUMBER", x), number],
      ...others,
    ],
    text,
  );
}

// ---------------------------------------------------------------- money

/** As `tidy`; offices do not agree on what a full-width ¥ is narrowed to. */
export function tidyMoney(x: string): string {
  return tidy(substitute(x, ["￥", "¥"]));
}

function moneyInText(x: string): string {
  // One unit leaves one mark, and one mark is taken off: a text with two units is no number.
  const mark = ";";
  // What stands for start and unit here is no number where a text has it of its own.
  const own = substitute(tidyMoney(x), ["|", INVALID], [mark, INVALID]);
  const bare = substitute(
    `"|"&${withoutEnding(`${own}&"${POWER}"`, "元", mark)}`,
    ["|-¥", `|${mark}-`],
    ["|¥ ", `|${mark}`],
    ["|¥", `|${mark}`],
    ["|", ""],
    [",", ""],
  );
  return numberIn(call("SUBSTITUTE", bare, quote(mark), quote(""), "1"));
}

/** Whether the separators of a text, if it has any, stand where they belong. */
function separatorsAreSound(x: string): string {
  const digits = substitute(tidyMoney(x), ["¥", ""], ["元", ""], [" ", ""]);
  const number = call("VALUE", `${substitute(digits, [",", ""])}&"${POWER}"`);
  const whole = call("TEXT", call("TRUNC", number), quote("#,##0"));
  const found = `${call("FIND", `${whole}&"."`, `${digits}&"."`)}=1`;
  return iff(call("ISNUMBER", call("FIND", quote(","), call("ASC", x))), found, "TRUE");
}

/**
 * What is answered to yuan in a cell: `answer` is given the number, not yet rounded to the fen, and written
 * down twice, for a number and for a text.
 */
export function readYuan(
  x: string | null,
  blank: string,
  answer: (yuan: string) => string,
): string {
  if (x === null) return blank;
  const text = iff(separatorsAreSound(x), answer(moneyInText(x)), "#VALUE!");
  return byKind(x, answer(x), [[isBlank(x), blank]], text);
}

/** Whole fen of yuan that the sheet of the policy's numbers holds. */
export function sheetFen(yuan: string): string {
  return call("ROUND", `${yuan}*100`, "0");
}

/** Whole fen, halves up, of an amount that is not negative. Noise of sums is far below the last term. */
export function fenOf(yuan: string): string {
  return call("INT", `${yuan}*100+0.50001`);
}

// ---------------------------------------------------------------- scores

function scoreInText(x: string): string {
  const bare = withoutEnding(`${tidy(x)}&"${POWER}"`, "分", "");
  return numberIn(substitute(bare, [",", INVALID]));
}

/** Whether a cell is blank or holds a word that stands for a month without assessment. */
export function isMissing(x: string, { notAssessed }: Parameters): string {
  // Nothing between two separators is found where the lists of words meet.
  const word = `${quote(BETWEEN_WORDS)}&${tidy(x)}&${quote(BETWEEN_WORDS)}`;
  return call("ISNUMBER", call("FIND", word, `${notAssessed.leave}&${notAssessed.other}`));
}

/**
 * As `readYuan`, for a score; `answer` is given points of six decimals, inside the scale or an error.
 * `missing` answers for blank cells, words and the number 0.
 */
export function readScore(
  x: string | null,
  parameters: Parameters,
  missing: string,
  answer: (points: string) => string,
): string {
  if (x === null) return missing;
  const { minimum, maximum } = parameters.scores;
  const scaled = (points: string): string => {
    const rounded = `${call("INT", `${points}*1E6+0.500001`)}/1E6`;
    const outside = `${call("ABS", `${rounded}*2-${minimum}-${maximum}`)}>${maximum}-${minimum}`;
    return iff(outside, "#VALUE!", answer(rounded));
  };
  const number = iff(`${x}=0`, missing, scaled(x));
  return byKind(x, number, [[isMissing(x, parameters), missing]], scaled(scoreInText(x)));
}

/** Points as every rule uses them (SCORE_ROUNDING). */
export function inForce(points: string, policy: EffectivePolicy): string {
  return policy.score.rounding === "integer" ? call("INT", `${points}+0.5`) : points;
}

// ---------------------------------------------------------------- counts and levels

/** As `readYuan`, for a count: whole and not negative, else #VALUE!; a blank cell is none. */
export function readCount(x: string | null, answer: (count: string) => string): string {
  if (x === null) return answer("0");
  const whole = (given: string): string => {
    const count = `${call("INT", `${given}*1E6+0.5`)}/1E6`;
    const bad = call("OR", `${count}<0`, `${count}<>${call("INT", count)}`);
    return iff(bad, "#VALUE!", answer(count));
  };
  const parsed = numberIn(substitute(`${tidy(x)}&"${POWER}"`, [",", INVALID]));
  return byKind(x, whole(x), [[isBlank(x), answer("0")]], whole(parsed));
}

/** Nothing, or the number that a blank cell may arrive as. */
export function isBlankLevel(x: string): string {
  return iff(call("ISLOGICAL", x), "FALSE", call("OR", isBlank(x), `${x}=0`));
}

/** The place on the ladder of the level in a cell; #N/A for a level that the table does not name. */
export function rankOfLevel(x: string, { levels }: Parameters): string {
  return ofLevel(x, levels.spelling, levels.rank);
}

/** 1 where the level in a cell earns commission and performance pay, else 0; #N/A as above. */
export function variablePayOfLevel(x: string, { salaries }: Parameters): string {
  return ofLevel(x, salaries.spelling, salaries.variablePay);
}

function ofLevel(x: string, spellings: string, column: string): string {
  return call("LOOKUP", "2", `1/${call("EXACT", spellings, tidy(x))}`, column);
}

/** A salary in yuan of the level in a cell; #N/A as above, and for one that waits for a decision. */
export function salaryOfLevel(
  x: string,
  which: "base" | "performanceBase",
  { policy, parameters: { salaries } }: Pick<FormulaContext, "policy" | "parameters">,
): string {
  const column = salaries[which];
  if (policy.levels.every(({ baseSalary }) => typeof baseSalary === "number"))
    return ofLevel(x, salaries.spelling, column);
  const settled = `${call("EXACT", salaries.spelling, tidy(x))}*${call("ISNUMBER", column)}`;
  return call("LOOKUP", "2", `1/(${settled})`, column);
}

// ---------------------------------------------------------------- months

/** The first serial number after 9999-12-31. */
const END_OF_DATES = "2958466";

/**
 * `then` where the cell that names a month can be read, else #VALUE!; for policies that do not differ by month,
 * so that it matters no more which month it is. A text with a year is taken for a month.
 */
export function whereMonthIsRead(
  x: string | null,
  { checksMonth }: Pick<FormulaContext, "checksMonth">,
  then: string,
): string {
  if (x === null || !checksMonth) return then;
  const text = tidy(x);
  const speaks = ["19", "20", "年"].map((part) =>
    call("ISNUMBER", call("FIND", quote(part), text)),
  );
  const isRead = choose(
    [
      [call("ISLOGICAL", x), "FALSE"],
      [call("ISNUMBER", x), call("AND", call("OR", `${x}=0`, `${x}>=1`), `${x}<${END_OF_DATES}`)],
      [`${text}=""`, "TRUE"],
    ],
    call("OR", ...speaks),
  );
  return iff(isRead, then, "#VALUE!");
}
