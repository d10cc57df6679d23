import type { Finding, FindingOf } from "../findings";
import { fullReadingOf, readingOf, type ReadingId, type Words } from "../policy";
import { fen, type Fen } from "../units";
import type { MonthReport } from "./types";

/** A reading without which nothing is paid, with what its people earn under each option. */
export interface FirstRunBlocking {
  readonly reading: ReadingId;
  readonly title: Words;
  readonly people: number;
  readonly options: readonly {
    readonly option: string;
    readonly label: Words;
    readonly payroll: Fen;
  }[];
}

/** What a workbook without decisions is asked first: only what changes an amount of the month. */
export interface FirstRun {
  readonly blocking: readonly FirstRunBlocking[];
  /** The one that moves most pay first; `pay` is how far the month's payroll lies apart between its options. */
  readonly money: readonly {
    readonly reading: ReadingId;
    readonly title: Words;
    readonly pay: Fen;
  }[];
}

type Undecided = FindingOf<"readingUndecided">;

const isUndecided = (finding: Finding): finding is Undecided => finding.type === "readingUndecided";

/** The undecided blocking and money readings that change an amount of a validated month. */
export function firstRunOf({ findings }: MonthReport): FirstRun {
  const undecided = findings.filter(isUndecided);
  return {
    blocking: undecided
      .filter(({ blocking }) => blocking)
      .map(({ reading: { id, title }, people, options }) => ({
        reading: id,
        title,
        people,
        options: fullReadingOf(id).options.flatMap(({ id: option, label }) => {
          const effect = options.find((one) => one.option.zh === label.zh);
          return effect === undefined ? [] : [{ option, label, payroll: effect.gross }];
        }),
      })),
    money: undecided
      .filter(({ reading }) => readingOf(reading.id).level === "money")
      .map(({ reading: { id, title }, options }) => ({
        reading: id,
        title,
        pay: spreadOf(options.map(({ gross }) => gross)),
      }))
      .filter(({ pay }) => pay > 0)
      .sort((one, other) => other.pay - one.pay),
  };
}

function spreadOf(amounts: readonly Fen[]): Fen {
  return amounts.length === 0 ? fen(0) : fen(Math.max(...amounts) - Math.min(...amounts));
}
