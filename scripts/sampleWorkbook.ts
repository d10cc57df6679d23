/**
 * Builds the sample workbook: a ledger as a customer-service department would keep it, 14 people
 * over 14 months, with the slips that such ledgers have.
 */
import ExcelJS from "exceljs";

type Slip = string | number | null;

interface Employee {
  readonly id: string;
  readonly name: string;
  /** Level from a month index on (0 is the first month). */
  readonly levels: readonly (readonly [from: number, level: string])[];
  /** Month index of the first score. */
  readonly from: number;
  readonly scores: readonly Slip[];
  /** Sales in thousands of yuan, turned into plausible amounts; one a scored month. */
  readonly sales: readonly number[];
  readonly hired: string;
}

const FIRST = { year: 2025, month: 9 };
const MONTHS = 14;
const TITLE_ROWS = 2;

const employees: readonly Employee[] = [
  {
    id: "A01",
    name: "王芳",
    levels: [[0, "高级客服"]],
    from: 0,
    scores: [93, 94, 92, 95, 96, 93, 94, 95, 97, 92, 94, 96, 95, 98],
    sales: [61, 63, 45, 66, 62, 44, 64, 67, 68, 43, 65, 66, 62, 71],
    hired: "2022-03-01",
  },
  {
    id: "A02",
    name: "李娜",
    levels: [
      [0, "初级客服"],
      [6, "中级客服"],
    ],
    from: 0,
    scores: [84, "86分", 88, 91, 92, 85, 86, 83, 92, 93, 94, 91, 95, 93],
    sales: [31, 32, 33, 35, 41, 36, 38, 42, 43, 44, 46, 45, 47, 48],
    hired: "2024-06-17",
  },
  {
    id: "A03",
    name: "张敏",
    levels: [
      [0, "试用"],
      [3, "初级客服"],
    ],
    from: 0,
    scores: [81, 82, 84, "88", 79, 83, 78, 84, 86, 85, 92, 86, 93, 88],
    sales: [12, 15, 18, 22, 23, 25, 24, 27, 28, 31, 33, 32, 36, 55],
    hired: "2025-09-01",
  },
  {
    id: "A04",
    name: "刘洋",
    levels: [[0, "初级客服"]],
    from: 0,
    scores: [75, 76, 78, 82, 83, 85, 84, 86, 92, 93, 91, 94, 92, 95],
    sales: [26, 25, 27, 28, 31, 32, 33, 35, 37, 38, 36, 41, 42, 44],
    hired: "2025-03-10",
  },
  {
    id: "A05",
    name: "陈静",
    levels: [[0, "试用"]],
    from: 11,
    scores: [82, 85, 88],
    sales: [14, 18, 22],
    hired: "2026-08-03",
  },
  {
    id: "A06",
    name: "杨帆",
    levels: [[0, "试用"]],
    from: 12,
    scores: [84, 86],
    sales: [11, 16],
    hired: "2026-09-01",
  },
  {
    id: "A07",
    name: "赵磊",
    levels: [[0, "初级客服"]],
    from: 0,
    scores: [72, 74, 71, 69, 68, 75, 73, 70, 66, 64, 63, 58, 55, 52],
    sales: [25, 24, 22, 21, 23, 22, 21, 24, 18, 17, 16, 15, 14, 12],
    hired: "2024-11-01",
  },
  {
    id: "A08",
    name: "黄丽",
    levels: [
      [0, "高级客服"],
      [8, "中级客服"],
    ],
    from: 0,
    scores: [88, 84, 79, 77, 60.5, 75, 78, 82, 81, 84, 86, 83, 76, 57],
    sales: [41, 38, 36, 33, 31, 30.5, 33, 34, 35, 36, 37, 33, 28, 22],
    hired: "2023-05-08",
  },
  {
    id: "A09",
    name: "周杰",
    levels: [[0, "储备主管"]],
    from: 0,
    scores: [94, 95, 96, 93, 92, 97, 95, "９３", 94, 96, 98, 95, 94, 96],
    sales: [62, 64, 66, 61, 63, 67, 65, 62, 64, 68, 69, 66, 65, 67],
    hired: "2020-10-12",
  },
  {
    id: "A10",
    name: "吴敏",
    levels: [[0, "初级客服"]],
    from: 0,
    scores: [82, 84, 83, 85, 86, 84, 83, 87, 85, 92, 93, null, 92, 94],
    sales: [27, 28, 29, 31, 32, 33, 31, 34, 35, 37, 38, 36, 39, 41],
    hired: "2025-01-06",
  },
  {
    id: "A11",
    name: "张敏",
    levels: [[0, "中级客服"]],
    from: 0,
    scores: [83, 85, 84, 86, 88, 92, 91, 93, 92, 94, 93, 95, 92, null],
    sales: [41, 42, 43, 41, 44, 45, 43, 46, 47, 48, 46, 47, 49, 48],
    hired: "2023-09-18",
  },
  {
    id: "A12",
    name: "孙悦",
    levels: [[0, "初级客服"]],
    from: 0,
    scores: [76, 78, 74, 77, 79, 75, 73, 72, 71, 74],
    sales: [22, 23, 24, 22, 21, 23, 22, 24, 21, 22],
    hired: "2025-02-17",
  },
  {
    id: "A13",
    name: "朱琳",
    levels: [[0, "初级客服"]],
    from: 0,
    scores: [81, 83, 82, 84, 105, 85, 0, 86, 84, 83, 85, 87, "优秀", 88],
    sales: [24, 25, 26, 27, 28, 29, 31, 32, 31, 33, 34, 35, 36, 37],
    hired: "2025-04-21",
  },
  {
    id: "A14",
    name: "马超",
    levels: [
      [0, "中级客服"],
      [4, "高级客服"],
    ],
    from: 0,
    scores: [92, 93, 94, 92, 95, 93, 92, 80, 90.5, 93, 94, 92, 95, 94],
    sales: [46, 47, 48, 49, 61, 62, 63, 64, 65, 66, 67, 68, 62, 52.3005],
    hired: "2022-07-04",
  },
];

interface Row {
  id: Slip;
  name: Slip;
  month: Date | Slip;
  level: Slip;
  score: Slip;
  sales: Slip;
  extra: number | null;
  complaints: number;
  leaves: number;
}

const monthAt = (index: number): { year: number; month: number } => {
  const count = FIRST.year * 12 + FIRST.month - 1 + index;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
};
const dateAt = (index: number): Date => {
  const { year, month } = monthAt(index);
  return new Date(Date.UTC(year, month - 1, 1));
};

/** Thousands of yuan as an amount that looks earned; whole and half thousands stay recognisable. */
function amount(thousands: number, seed: number): number {
  if (!Number.isInteger(thousands)) return Math.round(thousands * 100_000) / 100;
  return thousands * 1000 + ((seed * 137) % 9) * 100 + 20.5;
}

function rowsOf(index: number): Row[] {
  return employees.flatMap((employee): Row[] => {
    const place = index - employee.from;
    const score = employee.scores[place];
    const sales = employee.sales[place];
    if (place < 0 || sales === undefined || score === undefined) return [];
    // A month without assessment has no row, as ledgers go.
    if (score === null) return [];
    const level = employee.levels.filter(([from]) => from <= index).at(-1)?.[1] ?? "";
    return [
      {
        id: employee.id,
        name: employee.name,
        month: dateAt(index),
        level,
        score,
        sales: amount(sales, index + employee.id.charCodeAt(2)),
        extra: null,
        complaints: 0,
        leaves: 0,
      },
    ];
  });
}

function ledger(): Row[] {
  const rows = Array.from({ length: MONTHS }, (_, index) => rowsOf(index)).flat();
  const find = (id: string, index: number): Row => {
    const date = dateAt(index).getTime();
    const row = rows.find(
      (candidate) =>
        candidate.id === id &&
        candidate.month instanceof Date &&
        candidate.month.getTime() === date,
    );
    if (row === undefined) throw new Error(`No row for ${id} in month ${index}`);
    return row;
  };
  const copyAfter = (row: Row, changes: Partial<Row>): void => {
    rows.splice(rows.indexOf(row) + 1, 0, { ...row, ...changes });
  };

  // Ordinary life of a ledger.
  find("A01", 13).extra = 300;
  find("A04", 9).extra = 200;
  find("A07", 11).complaints = 1;
  find("A07", 12).complaints = 2;
  find("A12", 4).leaves = 1;
  find("A03", 13).sales = 55_000;

  // Slips. Each is listed by its cell in test/browser/sample.test.ts.
  find("A07", 13).complaints = 3;
  find("A01", 3).level = "";
  find("A14", 5).level = "资深客服";
  find("A04", 6).name = "刘 洋";
  find("A07", 5).sales = "3万";
  find("A11", 8).sales = -1200;
  find("A10", 12).sales = null;
  copyAfter(find("A05", 12), {});
  copyAfter(find("A08", 2), { score: 83 });
  find("A14", 12).month = new Date(Date.UTC(2062, 8, 1));
  find("A12", 3).month = "去年12月";
  copyAfter(find("A06", 13), { id: null, name: null, score: 83, sales: 19_800 });
  return rows;
}

const HEADINGS = [
  ["工号", 8],
  ["姓名", 10],
  ["月份", 12],
  ["级别", 13],
  ["绩效分数", 11],
  ["销售额", 13],
  ["额外奖励", 10],
  ["投诉次数", 10],
  ["离岗次数", 10],
  ["底薪", 11],
  ["提成", 11],
  ["绩效工资", 11],
  ["应发合计", 12],
] as const;

const HEADER_FILL: ExcelJS.Fill = {
  type: "pattern",
  pattern: "solid",
  fgColor: { argb: "FFDCE6F1" },
};
const THIN: Partial<ExcelJS.Borders> = { bottom: { style: "thin", color: { argb: "FF9DB2CC" } } };

function styleHeader(row: ExcelJS.Row): void {
  row.height = 22;
  row.eachCell((cell) => {
    cell.font = { bold: true, name: "Microsoft YaHei", size: 10.5 };
    cell.fill = HEADER_FILL;
    cell.border = THIN;
    cell.alignment = { horizontal: "center", vertical: "middle" };
  });
}

function addLedger(workbook: ExcelJS.Workbook, rows: readonly Row[]): void {
  const header = TITLE_ROWS + 1;
  const sheet = workbook.addWorksheet("成绩", {
    views: [{ state: "frozen", xSplit: 2, ySplit: header, activeCell: "A4" }],
  });
  sheet.getCell("A1").value = "客服部绩效与销售台账";
  sheet.getCell("A1").font = { bold: true, size: 14, name: "Microsoft YaHei" };
  sheet.getCell("A2").value = "每人每月一行；底薪、提成、绩效工资、应发合计由公式计算，请勿手改。";
  sheet.getCell("A2").font = { size: 9, color: { argb: "FF7F7F7F" }, name: "Microsoft YaHei" };
  HEADINGS.forEach(([heading, width], column) => {
    sheet.getCell(header, column + 1).value = heading;
    sheet.getColumn(column + 1).width = width;
  });
  styleHeader(sheet.getRow(header));
  rows.forEach((row, index) => {
    const line = header + 1 + index;
    const plain = [
      row.id,
      row.name,
      row.month,
      row.level,
      row.score,
      row.sales,
      row.extra,
      row.complaints,
      row.leaves,
    ];
    plain.forEach((value, column) => {
      if (value !== null && value !== "") sheet.getCell(line, column + 1).value = value;
    });
    const formulas = [
      `_xldudf_CS_BASEPAY(D${line},C${line})`,
      `_xldudf_CS_COMMISSION(F${line},C${line})`,
      `_xldudf_CS_PERFPAY(E${line},D${line},C${line})`,
      `_xldudf_CS_PAY(D${line},F${line},E${line},G${line},C${line})`,
    ];
    formulas.forEach((formula, column) => {
      sheet.getCell(line, plain.length + column + 1).value = { formula };
    });
    sheet.getCell(line, 3).numFmt = "yyyy-mm";
    for (const column of [6, 7, 10, 11, 12, 13]) sheet.getCell(line, column).numFmt = "#,##0.00";
    for (const column of [1, 3, 4])
      sheet.getCell(line, column).alignment = { horizontal: "center" };
  });
  sheet.autoFilter = { from: { row: header, column: 1 }, to: { row: header, column: 13 } };
}

function addSummary(workbook: ExcelJS.Workbook, rows: readonly Row[]): void {
  const sheet = workbook.addWorksheet("汇总", {
    views: [{ state: "frozen", xSplit: 3, ySplit: 1, activeCell: "D2" }],
  });
  const firstMonth = 4;
  const lastMonth = firstMonth + MONTHS - 1;
  const letter = (column: number): string => sheet.getColumn(column).letter;
  const headings: string[] = ["工号", "姓名", "级别"];
  for (let index = 0; index < MONTHS; index += 1) {
    const { year, month } = monthAt(index);
    headings.push(`${year}年${month}月`);
  }
  headings.push("成绩达到的级别", "下一步", "还需几个月", "预警");
  headings.forEach((heading, column) => {
    sheet.getCell(1, column + 1).value = heading;
    sheet.getColumn(column + 1).width = column < 3 ? 12 : column < 3 + MONTHS ? 10 : 22;
  });
  styleHeader(sheet.getRow(1));
  const last = TITLE_ROWS + 1 + rows.length;
  const ledgerColumn = (column: string): string => `成绩!$${column}$4:$${column}$${last}`;
  employees.forEach((employee, index) => {
    const line = index + 2;
    const scores = `${letter(firstMonth)}${line}:${letter(lastMonth)}${line}`;
    sheet.getCell(line, 1).value = employee.id;
    sheet.getCell(line, 2).value = employee.name;
    sheet.getCell(line, 3).value = employee.levels.at(-1)?.[1] ?? "";
    for (let month = 0; month < MONTHS; month += 1) {
      const { year, month: number } = monthAt(month);
      // A blank where the ledger has no score for that month; text scores do not sum.
      sheet.getCell(line, firstMonth + month).value = {
        formula:
          `IF(SUMIFS(${ledgerColumn("E")},${ledgerColumn("A")},$A${line},` +
          `${ledgerColumn("C")},DATE(${year},${number},1))=0,"",` +
          `AVERAGEIFS(${ledgerColumn("E")},${ledgerColumn("A")},$A${line},` +
          `${ledgerColumn("C")},DATE(${year},${number},1)))`,
      };
    }
    const formulas = [
      `_xldudf_CS_ELIGIBLE(${scores})`,
      `_xldudf_CS_ELIGIBLE(${scores},$C${line})`,
      `_xldudf_CS_MONTHSLEFT(${scores},$C${line})`,
      `_xldudf_CS_RISK(${scores},$C${line})`,
    ];
    formulas.forEach((formula, column) => {
      sheet.getCell(line, lastMonth + 1 + column).value = { formula };
    });
  });
}

function addNotes(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet("说明");
  const lines = [
    "本文件为示例：人员与数据均为虚构。",
    "“成绩”为台账，“汇总”按人横排，公式来自加载项（CS.…）。",
    "在任务窗格点击“校验当月”，查看问题与晋升候选人。",
  ];
  lines.forEach((text, index) => (sheet.getCell(index + 1, 1).value = text));
  sheet.getColumn(1).width = 60;
}

export async function buildSample(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  // A fixed date keeps the file the same from build to build.
  workbook.created = workbook.modified = new Date(Date.UTC(2026, 10, 1));
  const rows = ledger();
  addLedger(workbook, rows);
  addSummary(workbook, rows);
  addNotes(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
