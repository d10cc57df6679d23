import { book, ledger, month } from "../setup";
import type { ReadingId } from "../../../src/policy";
import type { CaseTable } from "./types";

const open = (...readings: readonly ReadingId[]) => ({ book: book({}, readings) });
const plain = ledger({ scores: [85, 85] });

export const readingUndecided: CaseTable<"F-POL-02"> = {
  code: "F-POL-02",
  speaks: [
    {
      when: "a reserve supervisor's base salary waits: blocking",
      sheet: ledger({ level: "储备主管", scores: [95, 95] }),
      given: open("SALARY_RESERVE"),
      at: ["error - -"],
    },
    {
      when: "sales between the thresholds",
      sheet: ledger({ scores: [85, 85], sales: [20_000, 55_000] }),
      given: open("COMMISSION_T1_FROM"),
      at: ["warning - -"],
    },
    {
      when: "a disputed score in the as-of month",
      sheet: ledger({ scores: [85, 80] }),
      given: open("SCORE_80"),
      at: ["warning - -"],
    },
    {
      when: "a disputed score of an earlier month that decides a promotion",
      sheet: ledger({ level: "试用", scores: [85, 80, 85] }),
      given: open("SCORE_80"),
      at: ["warning - -"],
    },
    {
      when: "months short change",
      sheet: ledger({ scores: [85, 85, 85] }),
      given: open("MIDDLE_MONTHS"),
      at: ["warning - -"],
    },
    {
      when: "the fine of the second complaint",
      sheet: ledger({ scores: [85, 85], complaints: [0, 2] }),
      given: open("COMPLAINT_2ND"),
      at: ["warning - -"],
    },
    {
      when: "the review after the third complaint",
      sheet: ledger({ scores: [85, 85], complaints: [0, 3] }),
      given: open("COMPLAINT_3_INCLUSIVE"),
      at: ["warning - -"],
    },
    {
      when: "a fine may be taken from pay",
      sheet: ledger({ scores: [85, 85], leaves: [0, 1] }),
      given: open("FINES_NETTED"),
      at: ["warning - -"],
    },
    {
      when: "risk skips a missing month",
      sheet: ledger({ scores: [50, undefined, 50, 50] }),
      given: open("DISMISSAL_BASIS"),
      at: ["warning - -"],
    },
    {
      when: "a run of the past would be a review",
      sheet: ledger({ scores: [50, 50, 50, 70] }),
      given: open("DISMISSAL_ANCHOR"),
      at: ["warning - -"],
    },
    {
      when: "two readings matter: one finding each",
      sheet: ledger({ scores: [85, 80], sales: [20_000, 55_000] }),
      given: open("SCORE_80", "COMMISSION_T1_FROM"),
      at: ["warning - -", "warning - -"],
    },
    {
      when: "the decision holds from a later month only",
      sheet: ledger({ scores: [85, 80] }),
      given: {
        book: {
          ...book({}, ["SCORE_80"]),
          decisions: [
            ...book({}, ["SCORE_80"]).decisions,
            {
              reading: "SCORE_80",
              option: "T2",
              by: "",
              on: "2025-07-01",
              note: "",
              from: month("2025-07"),
            },
          ],
        },
      },
      at: ["warning - -"],
    },
  ],
  silent: [
    {
      when: "everything is decided",
      sheet: ledger({ level: "储备主管", scores: [80, 80], sales: 55_000 }),
    },
    { when: "nobody holds the level", sheet: plain, given: open("SALARY_RESERVE") },
    {
      when: "the only holder has left",
      sheet: ledger({ level: "储备主管", scores: [95, 95], until: "2025-03" }),
      given: open("SALARY_RESERVE"),
    },
    { when: "no sales between the thresholds", sheet: plain, given: open("COMMISSION_T1_FROM") },
    {
      when: "only an earlier month's pay differs",
      sheet: ledger({ scores: [85, 85], sales: [55_000, 20_000] }),
      given: open("COMMISSION_T1_FROM"),
    },
    {
      when: "no score at the edge",
      sheet: plain,
      given: open("SCORE_60", "SCORE_80", "SCORE_90_91"),
    },
    {
      when: "no complaints",
      sheet: plain,
      given: open("COMPLAINT_2ND", "COMPLAINT_3RD_FINE", "FINES_NETTED"),
    },
    {
      when: "readings that change no cell of a sheet",
      sheet: ledger({ scores: [85], leaves: 2 }),
      given: open("LEAVE_10", "LEAVE_NEEDS_LOSS"),
    },
    { when: "no month is missing", sheet: plain, given: open("MISSING_MONTH", "STATUTORY_LEAVE") },
    {
      when: "nobody failed",
      sheet: plain,
      given: open("FAIL_DEF", "DISMISSAL_BASIS", "DISMISSAL_ANCHOR", "DISMISSAL_SCOPE"),
    },
    { when: "nobody is in probation", sheet: plain, given: open("PROBATION_VARIABLE", "JUNIOR_H") },
  ],
};
