import { afterEach, describe, expect, test } from "vitest";
import {
  PolicySession,
  readColumns,
  saveColumns,
  validateSheet,
  type ColumnChoices,
  type Gateway,
  type MonthValidation,
  type ValidateOptions,
} from "../../../src/tasks";
import { formatAddress } from "../../../src/grid";
import type { ScoreSheet } from "../../../src/scoresheet";
import { formatMonth, monthOf, yuanFromFen } from "../../../src/units";
import {
  briefRow,
  keptDepartments,
  lettered,
  payroll,
  tenThousands,
  type KeptDepartment,
} from "../../fixtures/departments/kept";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";

const TODAY = monthOf(2026, 11);

let book: OpenWorkbook;
afterEach(() => book.close());

async function optionsFor({ sheets, address }: KeptDepartment): Promise<ValidateOptions> {
  book = await openWorkbook(sheets);
  const gateway: Gateway = {
    ...book.gateway,
    readFileAddress: () => Promise.resolve(address),
  };
  const policy = await new PolicySession(gateway).load();
  return { gateway, policy, today: TODAY, sheetId: null, month: null };
}

async function oneClick(options: ValidateOptions): Promise<MonthValidation> {
  const validation = await validateSheet(options);
  if (validation.kind !== "month") throw new Error(validation.kind);
  return validation;
}

/** "KF101 赵子涵 2026-10 62 21000" for every record, as the truth tells them; without sales where they stand elsewhere. */
function readRows({ people }: ScoreSheet): string[] {
  return people.flatMap((person) =>
    person.records.map(({ month, score, sales }) =>
      [
        person.employeeId,
        person.name,
        month.quantity.kind === "value" ? formatMonth(month.quantity.value) : month.quantity.kind,
        score.quantity.kind === "value" ? score.quantity.value / 1_000_000 : score.quantity.kind,
        ...(sales.cell === null
          ? []
          : [sales.quantity.kind === "value" ? yuanFromFen(sales.quantity.value) : "?"]),
      ].join(" "),
    ),
  );
}

const codesOf = ({ report }: MonthValidation): string[] => [
  ...new Set(report.findings.map(({ code }) => code)),
];

/** Said of every such workbook: its records are younger than a year, and the policy is as it came. */
const ALWAYS = ["F-MIS-03", "F-POL-01", "F-POL-02", "F-POL-03"];

describe.each(keptDepartments.map((department) => ({ ...department, of: department.name })))(
  "$of, after one click",
  (department) => {
    const { asOf, rows } = department;

    test("everybody, every month and every score, and no question", async () => {
      const validation = await oneClick(await optionsFor(department));
      const { records } = validation.opened.found;
      const withSales = records.records.some(({ sales }) => sales.cell !== null);
      const expected = rows.map((row) =>
        withSales ? briefRow(row) : briefRow(row).split(" ").slice(0, -1).join(" "),
      );
      // English names hold a space of their own.
      const plain = withSales ? rows.map(briefRow) : expected;
      expect(readRows(records).sort()).toEqual([...plain].sort());
      expect(validation.report.layout.problems).toEqual([]);
      expect(validation.report.asOf).toBe(asOf);
    });

    test("everybody is judged, and nothing is found that is not there", async () => {
      const validation = await oneClick(await optionsFor(department));
      const { report } = validation;
      expect(report.people).toHaveLength(new Set(rows.map(({ id }) => id)).size);
      expect(report.people.filter(({ status }) => status === "excluded")).toEqual([]);
      expect(codesOf(validation).filter((code) => !ALWAYS.includes(code))).toEqual([]);
    });
  },
);

describe("a payroll with the department's own allowances", () => {
  test("the two that are wrong are found, and nobody else", async () => {
    const department = payroll();
    const validation = await oneClick(await optionsFor(department));
    expect(readRows(validation.opened.found.records)).toEqual(department.rows.map(briefRow));
    const { findings } = validation.report;
    expect(
      findings
        .filter(({ code }) => !ALWAYS.includes(code))
        .map(({ code, severity, cell }) =>
          [code, severity, cell === null ? "-" : formatAddress(cell)].join(" "),
        ),
    ).toEqual(department.wrong.map((cell) => `F-PAY-01 error ${cell}`));
  });
});

describe("asked once, answered once", () => {
  async function answer(
    options: ValidateOptions,
    choices: Omit<ColumnChoices, "headerRow" | "uses" | "year">,
  ): Promise<MonthValidation> {
    const before = await oneClick(options);
    const read = await readColumns(options, before.sheet);
    await saveColumns(options, read, {
      headerRow: read.headerRow,
      uses: new Map(),
      year: null,
      ...choices,
    });
    return oneClick(options);
  }

  test("letters: one finding, then the points that HR gives them", async () => {
    const department = lettered();
    const options = await optionsFor(department);
    const before = await oneClick(options);
    expect(codesOf(before).filter((code) => !ALWAYS.includes(code))).toEqual(["F-SCO-10"]);
    expect(before.report.people.every(({ exclusion }) => exclusion?.kind === "gradesUnknown")).toBe(
      true,
    );
    const after = await answer(options, { grades: department.points });
    expect(readRows(after.opened.found.records)).toEqual(department.rows.map(briefRow));
    expect(codesOf(after).filter((code) => !ALWAYS.includes(code))).toEqual([]);
  });

  test("万元: everybody's scores at once, sales once the unit is said", async () => {
    const department = tenThousands();
    const options = await optionsFor(department);
    const before = await oneClick(options);
    expect(codesOf(before).filter((code) => !ALWAYS.includes(code))).toEqual(["F-SAL-07"]);
    expect(before.report.people.every(({ status }) => status !== "excluded")).toBe(true);
    const after = await answer(options, { unit: 10_000 });
    expect(readRows(after.opened.found.records)).toEqual(department.rows.map(briefRow));
    expect(codesOf(after).filter((code) => !ALWAYS.includes(code))).toEqual([]);
  });
});
