import type { Finding, FindingOf } from "../findings";
import { fullReadingOf, readingOf, type ReadingId, type Words } from "../policy";
import type { Fen } from "../units";
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
  readonly money: readonly { readonly reading: ReadingId; readonly title: Words }[];
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
      .filter(
        ({ reading, options }) =>
          readingOf(reading.id).level === "money" &&
          new Set(options.map(({ gross }) => gross)).size > 1,
      )
      .map(({ reading: { id, title } }) => ({ reading: id, title })),
  };
}
