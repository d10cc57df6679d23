import { BETWEEN_WORDS } from "./parameters";
import type { FormulaContext } from "./formulaContext";
import { scoreSteps } from "./scoreSteps";
import { call, quote, substitute } from "./syntax";

/**
 * A person's months as arrays over a range, for SUMPRODUCT, MAX, LARGE and LOOKUP: these take arrays in
 * every spreadsheet program without being entered as array formulas. All but `sound` take for granted that it holds.
 */
export interface Months {
  /** How many cells the range has. */
  readonly count: number;
  /** A number, or the error of the first cell that no score can be read in. */
  readonly sound: string;
  /** Where each cell stands: rising from the oldest to the newest. */
  readonly place: string;
  /** The place before the first cell. */
  readonly before: string;
  /** 1 for months with a score. */
  readonly scored: string;
  /** The score as typed, 0 where there is none. */
  readonly points: string;
  /** 1 for months that are none of statutory leave. */
  readonly worked: string;
  /** The place of the newest score, 0 without any. */
  readonly last: string;
  /** How many months have a score. */
  readonly scores: string;
}

/** The greatest element of an array. */
export function greatest(array: string): string {
  return call("SUMPRODUCT", call("MAX", array));
}

// 1 where the difference is positive, else 0; it is never 0. Written so since Univer compares arrays by an
// index of the cells that they came from, and forgets that they were computed.
export function positive(difference: string): string {
  return `(1+${call("SIGN", difference)})/2`;
}

/** Scores as they are compared: six decimals are looked at. */
export function reaches(points: string, lowest: string): string {
  return positive(`${points}-${lowest}+5E-7`);
}

export function fallsShort(points: string, lowest: string): string {
  return positive(`${lowest}-5E-7-${points}`);
}

/** 1 for places after another one. */
export function isAfter(place: string, other: string): string {
  return positive(`${place}-${other}-0.5`);
}

/** 1 for places up to another one, which is one of them. */
export function isUpTo(place: string, other: string): string {
  return positive(`${other}-${place}+0.5`);
}

/** 1 for places from another one on. */
export function isFrom(place: string, other: string): string {
  return positive(`${place}-${other}+0.5`);
}

const POWER = "e0";

export function monthsIn(
  range: string,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  { parameters, policy }: Pick<FormulaContext, "parameters" | "policy">,
): Months {
  const refusesScores = scoreSteps(policy).some(({ tier }) => tier === null);
  const isRounded = policy.score.rounding === "integer";
  const text = call("TRIM", call("ASC", range));
  const isWord = (list: string): string =>
    call("ISNUMBER", call("FIND", `${quote(BETWEEN_WORDS)}&${text}&${quote(BETWEEN_WORDS)}`, list));
  const place = call(rows > 1 ? "ROW" : "COLUMN", range);
  const startsWithDigit = call("ISNUMBER", `-${call("LEFT", text)}`);
  // The number 0 is blank; a text is not equal to it.
  const scored = `${startsWithDigit}*(${range}<>0)`;
  const digits = call("REPT", substitute(text, ["分", ""]), startsWithDigit);
  return {
    count: rows * columns,
    sound: soundness(),
    place,
    before: `(${call(rows > 1 ? "ROW" : "COLUMN", call("INDEX", range, "1", "1"))}-1)`,
    scored,
    points: call("VALUE", `"0"&${digits}`),
    worked: call(
      "ISERR",
      call(
        "FIND",
        `${quote(BETWEEN_WORDS)}&${text}&${quote(BETWEEN_WORDS)}`,
        parameters.notAssessed.leave,
      ),
    ),
    last: greatest(`${scored}*${place}`),
    scores: call("SUMPRODUCT", scored),
  };

  function soundness(): string {
    const { minimum, maximum, from, tier } = parameters.scores;
    const { leave, other } = parameters.notAssessed;
    const word = isWord(`${leave}&${other}`);
    // A word counts as the lowest score here. Logical values are spoilt, but in LibreOffice, which takes them for numbers inside of arrays.
    const number = call(
      "VALUE",
      [
        call("REPT", quote("?"), call("ISLOGICAL", range)),
        call("REPT", `${minimum}&"${POWER}"`, word),
        call(
          "REPT",
          substitute(`${text}&"${POWER}"`, [`分${POWER}`, POWER], [",", "?"]),
          `1-${word}`,
        ),
      ].join("&"),
    );
    const outside = positive(
      `${call("ABS", `${number}*2-${minimum}-${maximum}`)}-${maximum}+${minimum}-1E-6`,
    );
    const scale = call("VALUE", `"1"&${call("REPT", quote("?"), `${outside}*(${range}<>0)`)}`);
    const first = call("VALUE", `"0"&${call("REPT", call("LEFT", text), `1-${word}`)}`);
    const placed = isRounded ? call("INT", `${number}+0.5000005`) : call("ROUND", number, "6");
    const tiers = `{${policy.score.bands.map((band) => band.tier).join(",")}}`;
    const refused = call("MATCH", call("LOOKUP", placed, from, tier), tiers, "0");
    // In one sum, so that the first faulty cell is reported, as in the function.
    return call("SUMPRODUCT", `${refusesScores ? `${scale}+${refused}` : scale}+0*${first}`);
  }
}
