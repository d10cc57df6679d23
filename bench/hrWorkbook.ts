import { strToU8, Zip, ZipDeflate } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const MONTHS = 12;
/** Orders listed for each person and month. */
const ORDERS = 3;
const HEADINGS = [
  "工号",
  "姓名",
  "级别",
  "销售额",
  "绩效分数",
  "额外奖励",
  "投诉次数",
  "离岗次数",
  "底薪",
  "提成",
  "绩效工资",
  "罚款",
  "应发合计",
  "实发工资",
  "备注",
];
const ORDER_HEADINGS = ["日期", "订单号", "姓名", "金额", "数量"];
const LEVELS = ["新客服(试用)", "初级客服", "中级客服", "高级客服", "储备主管"];
/** Packed bytes of a person's month with its orders, by which the size of a file is first guessed. */
const PERSON_BYTES = 210;
const ROWS_AT_A_TIME = 500;

/** A workbook as a department keeps it for a year, its packed size near `bytes` and not above. */
export function hrWorkbook(bytes: number): Uint8Array {
  const guess = Math.max(1, Math.floor(bytes / PERSON_BYTES / MONTHS));
  const sample = Math.min(guess, 400);
  const fixed = workbookOf(1).length;
  const each = (workbookOf(sample).length - fixed) / (sample - 1 || 1);
  return workbookOf(Math.max(1, Math.floor(((bytes - fixed) / each) * 0.96)));
}

/** Numbers that look drawn and are the same each time. */
class Draw {
  #state = 1;

  next(below: number): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state % below;
  }
}

/** Formulas of a person's month by column, as Excel stores those of an add-in. */
function formulasOf(row: number): readonly (readonly [column: string, formula: string])[] {
  return [
    ["I", `_xldudf_CS_BASEPAY(C${row})`],
    ["J", `_xldudf_CS_COMMISSION(D${row})`],
    ["K", `_xldudf_CS_PERFPAY(E${row},C${row})`],
    ["L", `_xldudf_CS_FINE(G${row},H${row})`],
    ["M", `SUM(I${row}:K${row})+F${row}`],
    ["N", `M${row}-L${row}`],
  ];
}

const number = (column: string, row: number, value: number): string =>
  `<c r="${column}${row}" s="1"><v>${value}</v></c>`;
const shared = (column: string, row: number, index: number): string =>
  `<c r="${column}${row}" t="s"><v>${index}</v></c>`;

/** A person's month; of every other month the formulas are filled down, and so shared. */
function personRow(row: number, last: number, fillsDown: boolean, draw: Draw): string {
  const person = row - 2;
  const formulas = formulasOf(row).map(([column, formula], index) => {
    const written = !fillsDown
      ? `<f>${formula}</f>`
      : row === 2
        ? `<f t="shared" ref="${column}2:${column}${last}" si="${index}">${formula}</f>`
        : `<f t="shared" si="${index}"/>`;
    return `<c r="${column}${row}" s="1">${written}<v>${draw.next(2_000_000) / 100}</v></c>`;
  });
  return [
    `<row r="${row}" spans="1:15">`,
    number("A", row, 10_000 + person),
    shared("B", row, LEVELS.length + person),
    shared("C", row, person % LEVELS.length),
    number("D", row, draw.next(8_000_000) / 100),
    number("E", row, 60 + draw.next(4_000) / 100),
    number("F", row, draw.next(3) * 100),
    number("G", row, draw.next(2)),
    number("H", row, draw.next(2)),
    ...formulas,
    `</row>`,
  ].join("");
}

function orderRow(row: number, people: number, draw: Draw): string {
  return [
    `<row r="${row}" spans="1:5">`,
    number("A", row, 46_023 + draw.next(31)),
    number("B", row, 700_000_000 + draw.next(90_000_000)),
    shared("C", row, LEVELS.length + draw.next(people)),
    number("D", row, draw.next(500_000) / 100),
    number("E", row, 1 + draw.next(5)),
    `</row>`,
  ].join("");
}

function headingRow(headings: readonly string[]): string {
  const cells = headings.map(
    (heading, index) =>
      `<c r="${String.fromCharCode(65 + index)}1" t="inlineStr"><is><t>${heading}</t></is></c>`,
  );
  return `<row r="1">${cells.join("")}</row>`;
}

function workbookOf(people: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  const draw = new Draw();
  /** Excel packs as quickly as this, too. */
  const add = (path: string, ...texts: readonly Iterable<string>[]): void => {
    const part = new ZipDeflate(path, { level: 1 });
    zip.add(part);
    part.push(strToU8(DECLARATION));
    for (const text of texts) for (const piece of text) part.push(strToU8(piece));
    part.push(new Uint8Array(0), true);
  };
  function* sheet(
    headings: readonly string[],
    rows: number,
    write: (row: number) => string,
  ): Generator<string> {
    yield `<worksheet xmlns="${MAIN}"><sheetData>${headingRow(headings)}`;
    for (let from = 2; from < rows + 2; from += ROWS_AT_A_TIME) {
      const count = Math.min(ROWS_AT_A_TIME, rows + 2 - from);
      yield Array.from({ length: count }, (_, index) => write(from + index)).join("");
    }
    yield `</sheetData></worksheet>`;
  }
  const names = Array.from({ length: MONTHS }, (_, month) => [
    `${month + 1}月`,
    `${month + 1}月订单`,
  ]).flat();
  const paths = names.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const types = paths.map(
    (path) => `<Override PartName="/xl/${path}" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
  );
  add("[Content_Types].xml", [
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${SPREADSHEET}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>`,
    ...types,
    `</Types>`,
  ]);
  add("_rels/.rels", [
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ]);
  add("xl/workbook.xml", [
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`,
    ...names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`),
    `</sheets></workbook>`,
  ]);
  add("xl/_rels/workbook.xml.rels", [
    `<Relationships xmlns="${PACKAGE}/relationships">`,
    ...paths.map(
      (path, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="${path}"/>`,
    ),
    `<Relationship Id="rIdTexts" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ]);
  add("xl/styles.xml", [
    `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`,
  ]);
  add("xl/sharedStrings.xml", [
    `<sst xmlns="${MAIN}">`,
    ...LEVELS.map((level) => `<si><t>${level}</t></si>`),
    ...Array.from({ length: people }, (_, person) => `<si><t>员工${person}</t></si>`),
    `</sst>`,
  ]);
  paths.forEach((path, index) => {
    const isOrders = index % 2 === 1;
    const fillsDown = index % 4 === 2;
    add(
      `xl/${path}`,
      isOrders
        ? sheet(ORDER_HEADINGS, people * ORDERS, (row) => orderRow(row, people, draw))
        : sheet(HEADINGS, people, (row) => personRow(row, people + 1, fillsDown, draw)),
    );
  });
  zip.end();
  return Buffer.concat(pieces);
}
