import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import { buildSample } from "../../../scripts/sampleWorkbook";
import {
  readPayMonth,
  writeCandidates,
  writePayslips,
  writePolicySheet,
  writeReviews,
} from "../../../src/tasks";
import { monthOf } from "../../../src/units";
import { convertWithOffice } from "../../setup/office";
import { overprinted, readPdf, textOf, type PdfPage } from "../../setup/pdf";
import { openFile, type OpenFile } from "../openFile";
import { openedMonth } from "../openedMonth";

/** What the add-in writes, opened and printed by LibreOffice: a reader that knows nothing of us. */

const SHOTS = process.env["SHEET_SHOTS"];
const TODAY = monthOf(2026, 11);
const CANDIDATES = "晋升候选人 2026-10";
const REVIEWS = "绩效复核 2026-10";
const POLICY = "制度说明";
const PAYSLIPS = "工资表 2026-10";

/** A ledger of one month and so many people that their payslips take several pages. */
async function departmentFile(people: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("成绩");
  sheet.addRow(["工号", "姓名", "月份", "级别", "绩效分数", "销售额", "投诉次数"]);
  for (let person = 0; person < people; person += 1)
    sheet.addRow([
      `P${String(person).padStart(2, "0")}`,
      ["王芳", "欧阳静怡", "李娜", "司马相如"][person % 4],
      "2026-10",
      ["试用", "初级客服", "中级客服", "高级客服"][person % 4],
      61 + (person % 39),
      31_000 + person * 100,
      person % 11 === 0 ? 3 : 0,
    ]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function writePay(file: OpenFile, formulas: boolean): Promise<void> {
  const read = await readPayMonth(await openedMonth(file.options));
  const { gateway } = file.options;
  await writePayslips(gateway, read, "zh", { formulas, otherReadings: false });
}

/** Where a person stands on the payslips, and the columns of HR's adjustment. */
function type(file: OpenFile, employeeId: string, adjustment: number | string): void {
  const sheet = file.sheet(PAYSLIPS);
  const rows = Array.from({ length: 60 }, (_, row) => sheet.value(row, 0));
  const row = rows.indexOf(employeeId);
  const cell = typeof adjustment === "string" ? { formula: adjustment } : { value: adjustment };
  sheet.write(row, 10, [[cell]]);
}

/** The texts of a sheet's cells. */
function textsOf(file: OpenFile, name: string): string[] {
  const sheet = file.sheet(name);
  const used = sheet.usedArea(true);
  return Array.from({ length: used?.rows ?? 0 }, (_, row) =>
    Array.from({ length: used?.columns ?? 0 }, (__, column) => sheet.value(row, column)),
  ).flatMap((row) =>
    row.flatMap((value) => (typeof value === "string" && value !== BESIDE ? [value] : [])),
  );
}

const BESIDE = "人事自己的批注";
const written = new Map<string, string[]>();
const files: Record<string, Uint8Array> = {};
let pages: ReadonlyMap<string, readonly PdfPage[]>;

/** The pages of a sheet: each carries its name at the foot. */
function pagesOf(file: string, sheet: string): readonly PdfPage[] {
  const name = sheet.replaceAll(" ", "");
  return (pages.get(file) ?? []).filter(({ words, height }) =>
    words
      .filter(({ top }) => top > height * 0.93)
      .map(({ text }) => text)
      .join("")
      .includes(name),
  );
}

beforeAll(async () => {
  const sample = await openFile(await buildSample(), TODAY);
  const { options } = sample;
  if (options.policy.kind !== "read") throw new Error("The sample's policy cannot be read.");
  const opened = await openedMonth(options);
  await writeCandidates(opened, { language: "zh", withReviews: false }, options);
  await writeReviews(opened, "zh", options);
  await writePolicySheet(options.gateway, options.policy.book, monthOf(2026, 10), {
    openQuestions: true,
    language: "zh",
  });
  await writePay(sample, false);
  type(sample, "A01", -120.55);
  type(sample, "A07", "=50*3");
  sample.sheet(PAYSLIPS).write(9, 20, [[{ value: BESIDE }]]);
  await writePay(sample, false);
  files["sample.xlsx"] = await sample.save();
  for (const name of [CANDIDATES, REVIEWS, POLICY, PAYSLIPS])
    written.set(`sample ${name}`, textsOf(sample, name));
  await writePay(sample, true);
  files["formulas.xlsx"] = await sample.save();
  await sample.close();

  const department = await openFile(await departmentFile(60), TODAY);
  await writePay(department, false);
  files["department.xlsx"] = await department.save();
  written.set(`department ${PAYSLIPS}`, textsOf(department, PAYSLIPS));
  await department.close();

  // Everything is calculated again: sums are LibreOffice's own, and what only we can calculate is #NAME?.
  const pdfs = await convertWithOffice({ files, to: "pdf", recalculate: true });
  pages = new Map([...pdfs].map(([name, bytes]) => [name.replace(".pdf", ""), readPdf(bytes)]));
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  for (const [name, bytes] of [...pdfs, ...Object.entries(files)])
    writeFileSync(path.join(SHOTS, name), bytes);
}, 180_000);

test("LibreOffice opens all files without repair", () => {
  expect([...pages.keys()].sort()).toEqual(["department", "formulas", "sample"]);
});

describe("what is printed", () => {
  const printed = [
    ["sample", CANDIDATES, 842],
    ["sample", REVIEWS, 595],
    ["sample", POLICY, 595],
    ["sample", PAYSLIPS, 842],
    ["formulas", PAYSLIPS, 842],
    ["department", PAYSLIPS, 842],
  ] as const;

  test.each(printed)("%s %s lies on pages of A4, as wide as one page", (file, name, width) => {
    const found = pagesOf(file, name);
    expect(found.length).toBeGreaterThan(0);
    for (const page of found) expect(Math.round(page.width)).toBe(width);
  });

  test("what HR has written beside our cells is not", () => {
    expect(textOf(pages.get("sample") ?? [])).not.toContain(BESIDE);
  });

  test.each(printed.filter(([file]) => file !== "formulas"))(
    "%s %s loses no letter and prints none over another",
    (file, name) => {
      const found = pagesOf(file, name);
      const count = (text: string): Map<string, number> => {
        const letters = new Map<string, number>();
        for (const letter of text.replace(/\s/gu, ""))
          letters.set(letter, (letters.get(letter) ?? 0) + 1);
        return letters;
      };
      const shown = count(textOf(found));
      const lost = [...count((written.get(`${file} ${name}`) ?? []).join(""))].filter(
        ([letter, times]) => (shown.get(letter) ?? 0) < times,
      );
      expect(lost).toEqual([]);
      expect(found.flatMap(overprinted)).toEqual([]);
    },
  );

  test.each([
    ["sample", CANDIDATES, "待完成", /^A\d\d$/u],
    ["department", PAYSLIPS, "调整后合计", /^P\d\d$/u],
  ] as const)("%s %s has its headings on every page with rows", (file, name, heading, id) => {
    const found = pagesOf(file, name);
    expect(found.length).toBeGreaterThan(1);
    const withRows = found.filter(({ words }) => words.some(({ text }) => id.test(text)));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(textOf([page])).toContain(heading);
  });
});

type Amounts = readonly (number | null)[];

const AMOUNT = /^-?[\d,]+\.\d\d$/u;

/** From the base salary to the fines, as the page shows them: of a person by 工号, of totals by their label. */
function amountsOn(page: PdfPage | undefined): Record<string, Amounts> {
  const found: Record<string, Amounts> = {};
  const words = page?.words ?? [];
  for (const { text: label, top } of words) {
    const line = words
      .filter((word) => Math.abs(word.top - top) < 3)
      .sort((a, b) => a.left - b.left);
    const amounts = line.flatMap(({ text }) =>
      AMOUNT.test(text) ? [Number(text.replaceAll(",", ""))] : [],
    );
    // Sales come first where they are shown; nobody's adjustment leaves a cell blank.
    const [base, commission, performance, extra, gross, ...after] = /^A\d\d$/u.test(label)
      ? amounts.slice(1)
      : amounts;
    if (gross === undefined || AMOUNT.test(label) || line[0]?.text !== label) continue;
    const [adjustment, ...rest] = after.length === 3 ? after : [null, ...after];
    found[label] = [base, commission, performance, extra, gross, adjustment, ...rest].map(
      (amount) => amount ?? null,
    );
  }
  return found;
}

/** The same of the file itself: the values that its formulas have come to. */
async function amountsIn(bytes: Uint8Array | undefined): Promise<Record<string, Amounts>> {
  const book = new ExcelJS.Workbook();
  // The library's own type of a buffer is an older one than Node's.
  await book.xlsx.load(Buffer.from(bytes ?? []) as unknown as ArrayBuffer);
  const found: Record<string, Amounts> = {};
  book.getWorksheet(PAYSLIPS)?.eachRow((row) => {
    const [id, , level] = [1, 2, 3].map((column) => row.getCell(column).text);
    const cells = Array.from({ length: 8 }, (_, index): number | null => {
      const { result, value } = row.getCell(6 + index);
      const amount: unknown = result ?? value;
      return typeof amount === "number" ? amount : null;
    });
    // Of whoever is not paid there is no base salary.
    if (cells[0] !== null) found[(id === "" ? level : id) ?? ""] = cells;
  });
  return found;
}

describe("the payslips of the sample's October add up by hand, in values and in formulas", () => {
  /** As test/views/pay works them out, in yuan; A01's and A07's adjustments are HR's. */
  const BY_HAND: Readonly<Record<string, Amounts>> = {
    A01: [2800, 932.37, 411.6, 300, 4443.97, -120.55, 4323.42, 0],
    A02: [2400, 480.21, 334.8, 0, 3215.01, null, 3215.01, 0],
    A03: [2200, 550, 193.6, 0, 2943.6, null, 2943.6, 0],
    A04: [2200, 444.21, 313.5, 0, 2957.71, null, 2957.71, 0],
    A05: [2200, 0, 0, 0, 2200, null, 2200, 0],
    A06: [2200, 0, 0, 0, 2200, null, 2200, 0],
    A07: [2200, 0, 0, 0, 2200, 150, 2350, 150],
    A08: [2400, 156.24, 0, 0, 2556.24, null, 2556.24, 0],
    A10: [2200, 415.21, 310.2, 0, 2925.41, null, 2925.41, 0],
    A13: [2200, 334.98, 193.6, 0, 2728.58, null, 2728.58, 0],
    A14: [2800, 523.01, 394.8, 0, 3717.81, null, 3717.81, 0],
    合计: [25_800, 3836.23, 2152.1, 300, 32_088.33, 29.45, 32_117.78, 150],
    "新客服(试用)": [4400, 0, 0, 0, 4400, 0, 4400, 0],
    初级客服: [11_000, 1744.4, 1010.9, 0, 13_755.3, 150, 13_905.3, 150],
    中级客服: [4800, 636.45, 334.8, 0, 5771.25, 0, 5771.25, 0],
    高级客服: [5600, 1455.38, 806.4, 300, 8161.78, -120.55, 8041.23, 0],
  };
  test("as LibreOffice adds the values", () => {
    expect(amountsOn(pagesOf("sample", PAYSLIPS)[0])).toEqual(BY_HAND);
  });

  test("as the workbook holds the formulas and what they come to", async () => {
    expect(await amountsIn(files["formulas.xlsx"])).toEqual(BY_HAND);
  });
});
