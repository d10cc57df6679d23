import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import {
  bootOffice,
  createExcelHost,
  createHeadlessWorkbook,
  type BlankAs,
  type BootedOffice,
  type ErrorShape,
  type ExcelHost,
  type FunctionsMetadata,
} from "../../host/node";

/** The built add-in's functions, through Microsoft's runtime, in a workbook with a formula engine. */

const DIST = path.join(import.meta.dirname, "..", "..", "dist");
/** The pane's own scripts stay away: there is nothing to draw it into here. */
const isPane = (name: string): boolean =>
  /react/iu.test(readFileSync(path.join(DIST, name), "utf8"));
const NAMESPACE = "urn:cs-promotion:policy:1";

type Value = string | number | boolean;

let open: { host: ExcelHost; office: BootedOffice } | undefined;

afterEach(async () => {
  if (open === undefined) return;
  const { host, office } = open;
  open = undefined;
  await host.whenIdle();
  office.dispose();
  host.dispose();
});

interface Setting {
  readonly blankAs?: BlankAs;
  readonly errorShape?: ErrorShape;
  readonly part?: string;
  /** What the server answers for the department's policy, which the page names then. */
  readonly department?: () => Promise<Response>;
}

/** Opens a workbook with the data and, in column J, one formula a row. */
async function openWith(
  data: readonly (readonly unknown[])[],
  formulas: readonly string[],
  { part, department, ...options }: Setting = {},
): Promise<ExcelHost> {
  const rows = Array.from({ length: Math.max(data.length, formulas.length) }, (_, row) => {
    const cells: unknown[] = [...(data[row] ?? [])];
    while (cells.length < 9) cells.push(null);
    return [...cells, formulas[row] === "" ? null : (formulas[row] ?? null)];
  });
  const workbook = createHeadlessWorkbook([{ name: "S", cells: rows }]);
  if (part !== undefined) workbook.customXmlParts.push({ id: "{1}", xml: part });
  const host = createExcelHost({ workbook, ...options });
  const metadata = readFileSync(path.join(DIST, "functions.json"), "utf8");
  host.installFunctions(JSON.parse(metadata) as FunctionsMetadata); // its form is test/manifest's concern
  const office = await bootOffice({ host });
  open = { host, office };
  if (department !== undefined) {
    Object.assign(office.window, { fetch: department, AbortSignal, crypto });
    office.runScript('document.querySelector = () => ({ content: "policy.json" })');
  }
  office.runPage(path.join(DIST, "taskpane.html"), (name) => !isPane(name));
  await host.whenIdle();
  return host;
}

async function read(address: string): Promise<Value[][]> {
  if (open === undefined) throw new Error("Nothing is open");
  let values: Value[][] = [];
  await open.office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("S").getRange(address);
    range.load("values");
    await context.sync();
    values = range.values as Value[][]; // what Excel hands over
  });
  return values;
}

const part = (json: unknown): string =>
  `<policy xmlns="${NAMESPACE}">${JSON.stringify(json).replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</policy>`;
const decided = (reading: string, option: string): string =>
  part({ schema: 1, decisions: [{ reading, option, by: "HR", on: "2026-11-01", note: "" }] });

const DATA: readonly (readonly unknown[])[] = [
  [50, 50, 50, null, null],
  [80, 50, 50],
  [null, null, null],
  [85, 85, 95, 95, 85],
  [null, 85, null, 85, 85],
  [85, "缺", 85],
  [85, 101, 85],
  [{ error: "#DIV/0!" }, 85, 85],
  [85, "产假", 85, 85],
  ["0分", "0分", "0分"],
  [85, "８５", "85分"],
];

const CASES: readonly (readonly [formula: string, answer: Value])[] = [
  ["=CS.COMMISSION(29999.999999999996)", 270],
  ['=CS.COMMISSION("３０，０００")', 270],
  ["=CS.COMMISSION(20015)", 140.11],
  ["=CS.COMMISSION(B3)", ""],
  ['=CS.COMMISSION("3万")', "#VALUE!"],
  ["=CS.COMMISSION(TRUE)", "#VALUE!"],
  ["=CS.COMMISSION(A8)", "#DIV/0!"],
  ['=CS.COMMISSION(60000,"3月")', "#VALUE!"],
  ['=CS.COMMISSION(60000,"2025年3月")', 780],
  ['=CS.TIER("0分")', 4],
  ['=CS.TIER("产假")', ""],
  ["=CS.TIER(100.01)", "#VALUE!"],
  ['=CS.BASEPAY("新客服（试用）")', 2200],
  ['=CS.BASEPAY("储备主管")', "#N/A"],
  ['=CS.BASEPAY("经理")', "#N/A"],
  ['=CS.PERFPAY("","试用")', 0],
  ['=CS.PERFPAY("","初级")', "#N/A"],
  ['=CS.PERFPAY(91.05,"初级")', 300.47],
  ['=CS.PAY("初级",45000,85)', 2837],
  ['=CS.PAY("初级",45000,85,,202503)', 2837],
  ['=CS.PAY("","","")', ""],
  ['=CS.PAY("初级",45000,85,-1)', "#VALUE!"],
  ["=CS.FINE(2)", 150],
  ["=CS.FINE(1001)", "#VALUE!"],
  ["=CS.RISK(A1:E1)", "绩效复核"],
  ["=CS.RISK(A2:C2)", "预警2/3"],
  ["=CS.RISK(A3:C3)", ""],
  ["=CS.RISK(A10:C10)", "绩效复核"],
  ["=CS.ELIGIBLE(A4:E4)", "中级客服"],
  ['=CS.ELIGIBLE(A4:E4,"初级")', "成绩达标：中级客服"],
  ['=CS.ELIGIBLE(A4:E4,"储备主管")', "已是最高级"],
  ['=CS.ELIGIBLE(A3:C3,"初级")', "无成绩"],
  ["=CS.ELIGIBLE(A3:C3)", ""],
  ['=CS.ELIGIBLE(A5:E5,"试用")', "缺成绩：第3格"],
  ['=CS.ELIGIBLE(A9:D9,"试用")', "成绩达标：初级客服"],
  ["=CS.ELIGIBLE(A11:C11)", "初级客服"],
  ["=CS.ELIGIBLE(A6:C6)", "#VALUE!"],
  ["=CS.ELIGIBLE(A7:C7)", "#VALUE!"],
  ["=CS.ELIGIBLE(A8:C8)", "#DIV/0!"],
  ['=CS.ELIGIBLE(A3:C3,"经理")', "#N/A"],
  ['=CS.MONTHSLEFT(A3:C3,"高级")', 12],
  ['=CS.MONTHSLEFT(A4:E4,"储备主管")', "#N/A"],
  ['=CS.CLAUSE("X.1")', "#N/A"],
];

describe("the built functions", () => {
  it.each<BlankAs>([0, null, ""])("answer alike with blanks as %o", async (blankAs) => {
    const host = await openWith(
      DATA,
      CASES.map(([formula]) => formula),
      { blankAs },
    );
    const answers = (await read(`J1:J${CASES.length}`)).map(([value]) => value);
    // A cell that stands alone keeps a 0: on such a build a blank cell of sales is sales of 0.
    const expected = CASES.map(([formula, answer]) =>
      formula === "=CS.COMMISSION(B3)" && blankAs === 0 ? 0 : answer,
    );
    expect(answers).toEqual(expected);
    for (const [row, [formula, answer]] of CASES.entries()) {
      if (answer !== "#VALUE!" && answer !== "#N/A") continue;
      const said = host.errorMessageAt("S", `J${row + 1}`) ?? "";
      expect(said, formula).toMatch(/[请是]/u);
      expect(said, formula).not.toMatch(/[A-Z]+_[A-Z]/u);
    }
  });

  it.each<ErrorShape>(["customFunctionError", "errorCellValue", "text"])(
    "pass an error cell on that arrives as %s",
    async (errorShape) => {
      await openWith(DATA, ["=CS.TIER(A8)", "=CS.ELIGIBLE(A8:C8)", "=CS.TIER(A8:C8)"], {
        errorShape,
      });
      expect(await read("J1:L3")).toEqual([
        ["#DIV/0!", "", ""],
        ["#DIV/0!", "", ""],
        ["#DIV/0!", 2, 2],
      ]);
    },
  );

  it("spill: one row an employee, an error only in its own cell", async () => {
    await openWith(
      [
        ["初级", 45000, 85],
        ["储备主管", 20000, 80],
        ["经理", "x", 80],
      ],
      ["=CS.PAYSLIP(A1:A3,B1:B3,C1:C3)", "", "", "=CS.ELIGIBLE(C1:C3,A1:A3)"],
    );
    expect(await read("J1:N3")).toEqual([
      [2200, 450, 187, 0, 2837],
      ["#N/A", 140, "#N/A", 0, "#N/A"],
      ["#N/A", "#N/A", "#N/A", 0, "#N/A"],
    ]);
    expect(await read("J4:J6")).toEqual([["最快还需4个月：中级客服"], ["已是最高级"], ["#N/A"]]);
  });

  it("explain themselves and read a long sheet", async () => {
    await openWith(
      [
        [1001, "2025-01", 85],
        ["1001", 202503, 90],
        ["1002", "2025-02", 70],
      ],
      ["=CS.HISTORY(1001,A1:A3,B1:B3,C1:C3)", '=CS.CLAUSE(" § 6.s5 ")', "=CS.WHY(C1:C2)"],
    );
    expect(await read("J1:L1")).toEqual([[85, "", 90]]);
    expect((await read("J2"))[0]?.[0]).toMatch(/30000/u);
    expect(await read("J3:M3")).toEqual([["条款", "要求", "依据", "结论"]]);
  });
});

describe("the workbook's policy", () => {
  const formulas = ['=CS.BASEPAY("储备主管")', "=CS.TIER(80)", '=CS.CLAUSE("4.1.H")'];

  it.each<[says: string, part: string, base: Value, tier: Value]>([
    ["a decision holds", decided("SALARY_RESERVE", "3000"), 3000, 2],
    ["the other option", decided("SALARY_RESERVE", "30000"), 30000, 2],
    ["an unknown option is none", decided("SALARY_RESERVE", "9"), "#N/A", 2],
    ["an unknown reading changes nothing", decided("NEW_ONE", "x"), "#N/A", 2],
    ["another reading", decided("SCORE_80", "T3"), "#N/A", 3],
    ["a refused score", decided("SCORE_80", "undefined"), "#N/A", "#N/A"],
    ["a broken part is never the built-in policy", "<policy", "#N/A", "#N/A"],
    ["nor is one that is no JSON", `<policy xmlns="${NAMESPACE}">{</policy>`, "#N/A", "#N/A"],
    ["nor one that is too large", part("x".repeat(4_000_000)), "#N/A", "#N/A"],
    ["nor a newer one", part({ schema: 2, decisions: [] }), "#N/A", "#N/A"],
  ])("%s", async (_says, xml, base, tier) => {
    await openWith([], formulas, { part: xml });
    const [[paid], [placed], [clause]] = (await read("J1:J3")) as [Value[], Value[], Value[]];
    expect([paid, placed]).toEqual([base, tier]);
    expect(clause).toMatch(/\p{Script=Han}/u);
  });

  it("asks for the code that reads a part at once, before anything is known of the workbook", async () => {
    const host = createExcelHost({ workbook: createHeadlessWorkbook([{ name: "S" }]) });
    const office = await bootOffice({ host });
    open = { host, office };
    const asked: string[] = [];
    office.runPage(path.join(DIST, "taskpane.html"), (name) => {
      asked.push(name);
      return !isPane(name);
    });
    const readsParts = (name: string): boolean =>
      readFileSync(path.join(DIST, name), "utf8").includes("unexpectedMarkup");
    expect(asked.some(readsParts)).toBe(true);
  });

  it("says that it cannot be read", async () => {
    const host = await openWith([], formulas, { part: "<policy" });
    expect(host.errorMessageAt("S", "J2")).toMatch(/本工作簿的制度设置无法读取/u);
  });

  it("says that it is too large where it is", async () => {
    const host = await openWith([], formulas, { part: part("x".repeat(4_000_000)) });
    expect(host.errorMessageAt("S", "J2")).toMatch(/本工作簿的制度设置无法读取，内容太大/u);
  });
});

describe("the department's policy", () => {
  const formulas = ['=CS.BASEPAY("储备主管")', "=CS.TIER(80)", '=CS.CLAUSE("4.1.H")'];
  const json = JSON.stringify({
    schema: 1,
    decisions: [
      { reading: "SALARY_RESERVE", option: "3000" },
      { reading: "SCORE_80", option: "T3" },
    ],
  });
  const answers = async (): Promise<Value[]> =>
    (await read("J1:J2")).map(([value]) => value ?? "nothing");
  const answering =
    (body: string, status = 200) =>
    (): Promise<Response> =>
      Promise.resolve(new Response(body, { status }));

  it("is that of the first answer, however long the server takes, and asked for once", async () => {
    let asked = 0;
    const late = (): Promise<Response> => {
      asked += 1;
      return new Promise((resolve) => setTimeout(() => resolve(new Response(json)), 300));
    };
    const host = await openWith([], formulas, { department: late });
    expect(await answers()).toEqual([3000, 3]);
    // Never another value before: each formula was called and answered once.
    expect([asked, host.counters.functionCalls]).toEqual([1, formulas.length]);
  });

  it("is none where the workbook has its own, or the page names none", async () => {
    await openWith([], formulas, {
      department: answering(json),
      part: decided("SALARY_RESERVE", "30000"),
    });
    expect(await answers()).toEqual([30000, 2]);
  });

  it.each<[says: string, department: () => Promise<Response>]>([
    ["offline", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["not there", answering("<h1>404</h1>", 404)],
    ["with a server that is down", answering("", 503)],
    ["a page of a proxy", answering("<!doctype html><title>Sign in</title>")],
    ["broken", answering(json.slice(0, -4))],
    ["newer", answering('{"schema":2,"decisions":[]}')],
  ])(
    "%s: nothing that needs it is answered, and no other policy takes its place",
    async (_, department) => {
      const host = await openWith([], formulas, { department });
      expect(await answers()).toEqual(["#N/A", "#N/A"]);
      expect(host.errorMessageAt("S", "J2")).toMatch(/部门统一制度（policy.json）无法读取/u);
      expect((await read("J3"))[0]?.[0]).toMatch(/\p{Script=Han}/u);
    },
  );
});
