import { judgeMonth, type JudgedMonth, type MonthInput } from "../../month";
import { policyFor, type PolicyBook, type PolicyValues } from "../../policy";
import { versionEffect, type OptionOutcome } from "../../views";
import type { Month } from "../../units";
import { runInSlices, type SliceOptions } from "../run/slices";

/** The month that versions are tried on. */
export type TriedMonth = Omit<MonthInput, "asOf"> & { readonly asOf: Month };

/**
 * What the month would come to under other values: `after` beside `before`, each in place of the
 * version in force in that month, whenever it starts itself. Earlier months keep their versions.
 */
export async function effectOnMonth(
  month: TriedMonth,
  before: PolicyValues,
  after: PolicyValues,
  options: Pick<SliceOptions<unknown>, "signal"> = {},
): Promise<OptionOutcome> {
  const judge = (values: PolicyValues) =>
    runInSlices(
      judgeMonth({ ...month, book: withValuesIn(month.book, month.asOf, values) }),
      options,
    );
  return runInSlices(versionEffect(await judge(before), await judge(after)), options);
}

/** What a judged month would come to under another policy as a whole. */
export async function effectOfPolicy(
  judged: JudgedMonth,
  book: PolicyBook,
  options: Pick<SliceOptions<unknown>, "signal"> = {},
): Promise<OptionOutcome> {
  const { asOf } = judged.setting;
  const after = await runInSlices(
    judgeMonth({ ...judged.input, ...(asOf === null ? {} : { asOf }), book }),
    options,
  );
  return runInSlices(versionEffect(judged, after), options);
}

function withValuesIn(book: PolicyBook, month: Month, values: PolicyValues): PolicyBook {
  const { version } = policyFor(book, month);
  const versions = book.versions.map((one) => (one.id === version.id ? { ...one, values } : one));
  return { ...book, versions };
}
