import { book, ledger, month } from "../setup";
import { builtInValues, type LintResult, type ReadingId } from "../../../src/policy";
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
      at: ["warning - -"],
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

const fault: LintResult = {
  check: "PC20",
  severity: "error",
  clause: "§6.S3",
  facts: {
    level: { id: "middle", name: { zh: "中级客服", en: "Middle agent" } },
    below: { id: "junior", name: { zh: "初级客服", en: "Junior agent" } },
    baseFen: 200_000,
    belowFen: 220_000,
  },
};
const reserve: LintResult = {
  check: "PC41",
  severity: "error",
  clause: "§6.S5",
  facts: { reading: "SALARY_RESERVE", title: { zh: "储备主管底薪", en: "Base salary" } },
};

export const policyFaulty: CaseTable<"F-POL-01"> = {
  code: "F-POL-01",
  speaks: [
    {
      when: "a check found an error",
      sheet: plain,
      given: { policyFaults: [fault] },
      at: ["error - -"],
    },
    {
      when: "each error is told, open readings apart",
      sheet: plain,
      given: { policyFaults: [fault, reserve, fault] },
      at: ["error - -", "error - -"],
    },
  ],
  silent: [
    { when: "no check found anything", sheet: plain },
    {
      when: "an open reading has its own findings",
      sheet: plain,
      given: { policyFaults: [reserve] },
    },
    {
      when: "a warning is for the policy page",
      sheet: plain,
      given: { policyFaults: [{ ...fault, severity: "warning" }] },
    },
  ],
};

const dated = (issuer: string | null, effectiveFrom: string | null) => ({
  book: {
    ...book(),
    versions: [
      {
        id: "own",
        from: null,
        name: "",
        locked: false,
        values: { ...builtInValues, document: { issuer, effectiveFrom } },
      },
    ],
  },
});

export const policyUndated: CaseTable<"F-POL-03"> = {
  code: "F-POL-03",
  speaks: [
    { when: "the built-in policy names neither", sheet: plain, at: ["info - -"] },
    {
      when: "only the issuer is known",
      sheet: plain,
      given: dated("总经办", null),
      at: ["info - -"],
    },
    {
      when: "only the date is known",
      sheet: plain,
      given: dated(null, "2025-01-01"),
      at: ["info - -"],
    },
    { when: "a blank date", sheet: plain, given: dated("总经办", " "), at: ["info - -"] },
    { when: "a blank issuer", sheet: plain, given: dated("　", "2025-01-01"), at: ["info - -"] },
  ],
  silent: [
    { when: "both are known", sheet: plain, given: dated("总经办", "2025-01-01") },
    {
      when: "both are known, with spaces around",
      sheet: plain,
      given: dated(" 总经办 ", " 2025-01-01 "),
    },
  ],
};

const decidedBy = (reading: string, option: string) => ({
  book: {
    ...book(),
    decisions: [...book().decisions, { reading, option, by: "", on: "2025-01-01", note: "" }],
  },
});

export const decisionUnknown: CaseTable<"F-POL-04"> = {
  code: "F-POL-04",
  speaks: [
    {
      when: "a reading of a later version",
      sheet: plain,
      given: decidedBy("OVERTIME", "double"),
      at: ["warning - -"],
    },
    {
      when: "an option of a later version",
      sheet: plain,
      given: decidedBy("SCORE_80", "T1"),
      at: ["warning - -"],
    },
  ],
  silent: [{ when: "everything is known", sheet: plain }],
};
