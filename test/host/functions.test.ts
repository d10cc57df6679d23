import { afterEach, describe, expect, test } from "vitest";
import { bootOffice } from "../../host/node";
import type { BlankAs, ErrorShape, FunctionsMetadata } from "../../host/node";
import { bench } from "./harness";
import type { Bench } from "./harness";

const any = (name: string, more: object = {}) => ({ name, type: "any", ...more });
const matrix = { dimensionality: "matrix" };

const METADATA: FunctionsMetadata = {
  allowErrorForDataTypeAny: true,
  functions: [
    { id: "ADD", name: "ADD", parameters: [any("a"), any("b", { optional: true })] },
    { id: "SHOW", name: "SHOW", parameters: [any("value", matrix)] },
    { id: "SHOW1", name: "SHOW1", parameters: [any("value")] },
    { id: "ALL", name: "ALL", parameters: [any("values", { repeating: true })] },
    { id: "NUMBER", name: "NUMBER", parameters: [{ name: "n", type: "number" }] },
    { id: "TEXT", name: "TEXT", parameters: [{ name: "t", type: "string" }] },
    { id: "SPILL", name: "SPILL", parameters: [any("n")] },
    { id: "FAIL", name: "FAIL", parameters: [any("how")] },
    {
      id: "WHERE",
      name: "WHERE",
      parameters: [],
      options: { requiresAddress: true },
    },
    { id: "ORPHAN", name: "ORPHAN", parameters: [] },
    { id: "DOTTED", name: "A.B", parameters: [any("x")] },
  ],
};

const SCRIPT = `
  var asked = [], factor = 1;
  const show = (value) => JSON.stringify(value);
  CustomFunctions.associate("ADD", (a, b) => { asked.push([a, b]); return (a + (b ?? 0)) * factor; });
  CustomFunctions.associate("SHOW", show);
  CustomFunctions.associate("SHOW1", (value) =>
    value instanceof CustomFunctions.Error ? "error " + value.code : show(value));
  CustomFunctions.associate("ALL", (values, invocation) => show(values) + typeof invocation);
  CustomFunctions.associate("NUMBER", show);
  CustomFunctions.associate("TEXT", show);
  CustomFunctions.associate("SPILL", (n) => Array.from({ length: n }, (_, i) => [i + 1, null]));
  CustomFunctions.associate("DOTTED", (x) => x);
  CustomFunctions.associate("WHERE", (invocation) => invocation.address);
  CustomFunctions.associate("FAIL", (how) => {
    const { ErrorCode, Error: CellError } = CustomFunctions;
    switch (how) {
      case "na": throw new CellError(ErrorCode.notAvailable, "请补分");
      case "value": throw new CellError(ErrorCode.invalidValue, "不是数");
      case "number": throw new CellError(ErrorCode.invalidNumber);
      case "zero": throw new CellError(ErrorCode.divisionByZero);
      case "null": throw new CellError(ErrorCode.nullReference);
      case "name": throw new CellError(ErrorCode.invalidName);
      case "plain": throw new TypeError("a bug");
      case "rejected": return Promise.reject(new CellError(ErrorCode.notAvailable, "later"));
      case "returned": return new CellError(ErrorCode.notAvailable, "given back");
      case "inside": return [[new CellError(ErrorCode.notAvailable, "in here"), 1]];
      case "nan": return NaN;
      case "undefined": return undefined;
      case "ragged": return [[1], [1, 2]];
      default: return "fine";
    }
  });
`;

let page: Bench | null = null;

afterEach(() => {
  page?.dispose();
  page = null;
});

async function start(
  cells: readonly (readonly unknown[])[],
  options: { blankAs?: BlankAs; errorShape?: ErrorShape } = {},
): Promise<Bench> {
  const started = await bench(cells, options);
  page = started;
  started.office.runScript(SCRIPT);
  started.host.installFunctions(METADATA);
  return started;
}

/** What one formula shows over cells that start in A2. */
async function result(
  formula: string,
  cells: readonly (readonly unknown[])[] = [],
  options: { blankAs?: BlankAs; errorShape?: ErrorShape } = {},
): Promise<unknown> {
  const started = await start([[formula], ...cells], options);
  return (await started.values("A1"))[0]?.[0];
}

test.each(["=CS.ADD(1,2)", "=cs.add(1,2)", "=Cs.Add(1,2)", "=SUM(cs.ADD(1,2))"])(
  "%s that was calculated before the functions came is calculated once they have",
  async (formula) => {
    const started = await bench([[formula]]);
    page = started;
    expect(await started.values("A1")).toEqual([["#NAME?"]]);
    started.office.runScript(SCRIPT);
    started.host.installFunctions(METADATA);
    await started.host.whenIdle();
    expect(await started.values("A1")).toEqual([[3]]);
  },
);

describe("Arguments", () => {
  const cases: [string, string, unknown[][], unknown][] = [
    ["numbers", "=CS.ADD(1,2)", [], 3],
    ["cells", "=CS.ADD(A2,B2)", [[3, 4]], 7],
    ["a dotted name", "=CS.A.B(5)", [], 5],
    ["lower case", "=cs.add(1,2)", [], 3],
    ["within a built-in function", "=SUM(CS.ADD(1,2),A2)", [[10]], 13],
    ["with a built-in function inside", "=CS.ADD(SUM(A2:B2),1)", [[3, 4]], 8],
    ["one of our own inside", "=CS.ADD(CS.ADD(1,2),3)", [], 6],
    ["an optional one left out", "=CS.ADD(1)", [], 1],
    ["a cell for a matrix", "=CS.SHOW(A2)", [[1]], "[[1]]"],
    [
      "a range for a matrix",
      "=CS.SHOW(A2:B3)",
      [
        [1, "x"],
        [true, 2],
      ],
      '[[1,"x"],[true,2]]',
    ],
    ["a literal for a matrix", "=CS.SHOW(7)", [], "[[7]]"],
    ["an array literal", "=CS.SHOW({1,2;3,4})", [], "[[1,2],[3,4]]"],
    ["a formula's empty text is no blank", "=CS.SHOW(A2)", [['=""']], '[[""]]'],
    ["a whole column as far as the grid goes", "=LEN(CS.SHOW(B:B))>99", [], true],
    ["an empty text is no blank", "=CS.SHOW(A2)", [[""]], '[[""]]'],
    ["repeating ones as one array", "=CS.ALL(1,A2,3)", [[2]], "[1,2,3]object"],
    ["a text for a number", "=CS.NUMBER(A2)", [["12"]], "12"],
    ["no number for a number", "=CS.NUMBER(A2)", [["x"]], "#VALUE!"],
    ["a blank for a number", "=CS.NUMBER(A2)", [], "0"],
    ["a number for a text", "=CS.TEXT(A2)", [[12]], '"12"'],
    ["a blank for a text", "=CS.TEXT(A2)", [], '""'],
    ["a range for one value", "=CS.SHOW1(A2:B2)", [[1, 2]], "#VALUE!"],
    ["a required one missing", "=CS.SHOW1()", [], "#VALUE!"],
    ["the address", "=CS.WHERE()", [], "Data!A1"],
    ["a function that is not known", "=CS.NOTHING(1)", [], "#NAME?"],
    ["a function without code", "=CS.ORPHAN()", [], "#VALUE!"],
  ];
  test.each(cases)("%s", async (_, formula, cells, expected) => {
    expect(await result(formula, cells)).toBe(expected);
  });

  const blanks: [BlankAs, string][] = [
    [0, "[[0,1]]"],
    [null, "[[null,1]]"],
    ["", '[["",1]]'],
  ];
  test.each(blanks)("a blank cell as %j", async (blankAs, expected) => {
    expect(await result("=CS.SHOW(A2:B2)", [[null, 1]], { blankAs })).toBe(expected);
  });

  const shapes: [ErrorShape, string][] = [
    ["customFunctionError", "error #N/A"],
    ["text", '"#N/A"'],
    [
      "errorCellValue",
      '{"type":"Error","basicType":"Error","basicValue":"#N/A","errorType":"NotAvailable"}',
    ],
  ];
  test.each(shapes)("an error cell as %s", async (errorShape, expected) => {
    expect(await result("=CS.SHOW1(A2)", [[{ error: "#N/A" }]], { errorShape })).toBe(expected);
  });

  test("an error for a number shows in the cell, the function is not asked", async () => {
    expect(await result("=CS.NUMBER(A2)", [[{ error: "#DIV/0!" }]])).toBe("#DIV/0!");
    expect(page?.host.counters.functionCalls).toBe(0);
  });
});

describe("Answers", () => {
  const failures: [string, string, string | null][] = [
    ["na", "#N/A", "请补分"],
    ["value", "#VALUE!", "不是数"],
    ["number", "#NUM!", null],
    ["zero", "#DIV/0!", null],
    ["null", "#NULL!", null],
    ["name", "#VALUE!", null],
    ["plain", "#VALUE!", null],
    ["rejected", "#N/A", "later"],
    ["returned", "#N/A", "given back"],
    ["nan", "#VALUE!", null],
    ["ragged", "#VALUE!", null],
  ];
  test.each(failures)("%s", async (how, text, message) => {
    expect(await result(`=CS.FAIL("${how}")`)).toBe(text);
    expect(page?.host.errorMessageAt("Data", "A1")).toBe(message);
  });

  test("undefined shows as 0", async () => {
    expect(await result('=CS.FAIL("undefined")')).toBe(0);
  });

  test("an error inside of an array", async () => {
    const started = await start([['=CS.FAIL("inside")']]);
    expect(await started.values("A1:B1")).toEqual([["#N/A", 1]]);
  });

  test("arrays spill, null within shows as 0", async () => {
    const started = await start([["=CS.SPILL(3)", null, "=SUM(A1:A3)"]]);
    expect(await started.values("A1:C3")).toEqual([
      [1, 0, 6],
      [2, 0, ""],
      [3, 0, ""],
    ]);
    const seen = await started.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:A3");
      range.load("hasSpill,formulas");
      await context.sync();
      return [range.hasSpill, range.formulas];
    });
    expect(seen).toEqual([true, [["=CS.SPILL(3)"], [2], [3]]]);
  });

  test("a blocked array shows #SPILL!, and spills once the way is free", async () => {
    const started = await start([["=CS.SPILL(3)"], [null], ["in the way"]]);
    expect(await started.values("A1:A3")).toEqual([["#SPILL!"], [""], ["in the way"]]);
    await started.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A3").clear();
      await context.sync();
    });
    expect(await started.values("A1:A3")).toEqual([[1], [2], [3]]);
  });

  test("a value written into a spilled array blocks it", async () => {
    const started = await start([["=CS.SPILL(3)"]]);
    expect(await started.values("A1:A3")).toEqual([[1], [2], [3]]);
    await started.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A2").values = [["x"]];
      await context.sync();
    });
    expect(await started.values("A1:A3")).toEqual([["#SPILL!"], ["x"], [""]]);
  });

  test("a cell shows #BUSY! until the answer comes", async () => {
    const started = await start([[1]]);
    const seen = await started.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("B1:C1");
      range.formulas = [["=CS.ADD(A1,1)", "=B1+1"]];
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(seen).toEqual([["#BUSY!", "#BUSY!"]]);
    expect(await started.values("B1:C1")).toEqual([[2, 3]]);
  });
});

describe("Without a page", () => {
  test("functions wait, and the next page answers", async () => {
    const started = await start([[1, "=CS.ADD(A1,1)"]]);
    expect(await started.values("B1")).toEqual([[2]]);
    started.office.dispose();
    started.host.workbook.calculateAll();
    await expect(started.host.whenIdle(300)).rejects.toThrow("1 function calls without an answer");
    const next = await bootOffice({ host: started.host });
    next.runScript(SCRIPT + "factor = 7;");
    await started.host.whenIdle();
    expect(started.host.workbook.sheets()[0]?.value(0, 1)).toBe(14);
    next.dispose();
  });
});

describe("Recalculation", () => {
  test("a changed cell is asked again, others are not", async () => {
    const started = await start([
      [1, "=CS.ADD(A1,1)", "=B1*10"],
      [2, "=CS.ADD(A2,1)", "=B2*10"],
    ]);
    expect(await started.values("B1:C2")).toEqual([
      [2, 20],
      [3, 30],
    ]);
    started.host.resetCounters();
    await started.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [[5]];
      await context.sync();
    });
    expect(await started.values("B1:C2")).toEqual([
      [6, 60],
      [3, 30],
    ]);
    expect(started.host.counters.functionCalls).toBe(1);
  });

  test.each(["application", "worksheet"])("calculate on the %s asks all again", async (where) => {
    const started = await start([
      [1, "=CS.ADD(A1,1)"],
      [2, "=CS.ADD(A2,1)"],
    ]);
    expect(await started.values("B1:B2")).toEqual([[2], [3]]);
    started.office.runScript("factor = 100");
    started.host.resetCounters();
    await started.run(async (context) => {
      if (where === "application") context.workbook.application.calculate("Full");
      else context.workbook.worksheets.getFirst().calculate(true);
      await context.sync();
    });
    expect(await started.values("B1:B2")).toEqual([[200], [300]]);
    expect(started.host.counters.functionCalls).toBe(2);
  });

  test("each cell asks for itself, once", async () => {
    const started = await start([[1, "=CS.ADD(A1,1)", "=CS.ADD(A1,1)"]]);
    await started.host.whenIdle();
    started.host.resetCounters();
    started.host.workbook.calculateAll();
    expect(await started.values("B1:C1")).toEqual([[2, 2]]);
    expect(started.host.counters.functionCalls).toBe(2);
  });

  test("a change while an answer is on its way is not lost", async () => {
    const started = await start([[1, "=CS.ADD(A1,1)"]]);
    await started.host.whenIdle();
    const write = (value: number) =>
      started.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange("A1").values = [[value]];
        await context.sync();
      });
    for (const value of [2, 3, 2, 9]) await write(value);
    expect(await started.values("B1")).toEqual([[10]]);
  });

  test("three thousand formulas are answered, and chains of them settle", async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => [
      index,
      `=CS.ADD(A${index + 1},1)`,
      index < 5 ? `=CS.ADD(B${index + 1},1)` : null,
    ]);
    const started = await start(rows);
    const values = await started.values("B1:C3000");
    expect(values.map(([first]) => first)).toEqual(rows.map((_, index) => index + 1));
    expect(values.slice(0, 5).map(([, second]) => second)).toEqual([2, 3, 4, 5, 6]);
  });
});
