import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bench, errorOf } from "./harness";
import type { Bench } from "./harness";

let page: Bench;

beforeAll(async () => {
  page = await bench([
    {
      name: "Data",
      cells: [
        ["name", "score", "paid", "formula"],
        ["Ada", 85, true, "=B2*2"],
        ["Bo", null, false, "=SUM(B2:B3)"],
        ["Cy", { error: "#N/A" }, "", "=1/0"],
      ],
    },
    { name: "It's 1", cells: [["x"]] },
    { name: "Hidden", visibility: "Hidden" },
  ]);
});

afterAll(() => page.dispose());

/** Reads one property of a range of the first sheet. */
const read = (address: string, property: string): Promise<unknown> =>
  page.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Data").getRange(address);
    range.load(property);
    await context.sync();
    return (range.toJSON() as unknown as Record<string, unknown>)[property];
  });

describe("Range, properties", () => {
  const cases: [string, string, unknown][] = [
    [
      "A1:B2",
      "values",
      [
        ["name", "score"],
        ["Ada", 85],
      ],
    ],
    [
      "B3:C4",
      "values",
      [
        ["", false],
        ["#N/A", ""],
      ],
    ],
    [
      "B2:C4",
      "valueTypes",
      [
        ["Double", "Boolean"],
        ["Empty", "Boolean"],
        ["Error", "String"],
      ],
    ],
    ["D2:D4", "values", [[170], [85], ["#DIV/0!"]]],
    ["D2:D3", "formulas", [["=B2*2"], ["=SUM(B2:B3)"]]],
    ["B2:C2", "text", [["85", "TRUE"]]],
    ["A1", "numberFormat", [["General"]]],
    ["B2:C3", "address", "Data!B2:C3"],
    ["C3", "rowIndex", 2],
    ["C3", "columnIndex", 2],
    ["B2:C4", "rowCount", 3],
    ["B2:C4", "columnCount", 2],
    ["B2:C4", "cellCount", 6],
    ["A1", "rowHidden", false],
    ["A1", "columnHidden", false],
    ["A1", "hidden", false],
    ["A:A", "isEntireColumn", true],
    ["2:2", "isEntireRow", true],
    ["A:A", "values", null],
    ["A1", "hasSpill", false],
  ];
  test.each(cases)("%s %s", async (address, property, expected) => {
    expect(await read(address, property)).toEqual(expected);
  });
});

describe("Range, other ranges", () => {
  const cases: [string, (range: Excel.Range) => Excel.Range, string][] = [
    ["getCell", (range) => range.getCell(1, 1), "Data!C3"],
    ["getRow", (range) => range.getRow(1), "Data!B3:C3"],
    ["getColumn", (range) => range.getColumn(0), "Data!B2:B3"],
    ["getLastRow", (range) => range.getLastRow(), "Data!B3:C3"],
    ["getLastCell", (range) => range.getLastCell(), "Data!C3"],
    ["getResizedRange", (range) => range.getResizedRange(1, -1), "Data!B2:B4"],
    ["getOffsetRange", (range) => range.getOffsetRange(1, 2), "Data!D3:E4"],
    ["getEntireRow", (range) => range.getEntireRow(), "Data!2:3"],
    ["getEntireColumn", (range) => range.getEntireColumn(), "Data!B:C"],
    ["getIntersection", (range) => range.getIntersection("C3:D9"), "Data!C3"],
    ["getBoundingRect", (range) => range.getBoundingRect("D9"), "Data!B2:D9"],
    ["getUsedRange", (range) => range.getEntireColumn().getUsedRange(true), "Data!B1:C4"],
  ];
  test.each(cases)("%s", async (_, derive, expected) => {
    const address = await page.run(async (context) => {
      const range = derive(context.workbook.worksheets.getItem("Data").getRange("B2:C3"));
      range.load("address");
      await context.sync();
      return range.address;
    });
    expect(address).toBe(expected);
  });

  test("what does not exist is a null object", async () => {
    const flags = await page.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const data = sheets.getItem("Data");
      const objects = [
        data.getRange("A1").getIntersectionOrNullObject("B2"),
        data.getRange("Z1:Z9").getUsedRangeOrNullObject(true),
        sheets.getItem("Hidden").getUsedRangeOrNullObject(true),
        sheets.getItemOrNullObject("nowhere"),
        data.getRange("A1:D4").getMergedAreasOrNullObject(),
        data.getRange("A1:A4").getSpecialCellsOrNullObject("Formulas"),
        context.workbook.names.getItemOrNullObject("nothing"),
        context.workbook.tables.getItemOrNullObject("nothing"),
      ];
      await context.sync();
      return objects.map((object) => object.isNullObject);
    });
    expect(flags).toEqual(flags.map(() => true));
  });

  test("special cells come as areas", async () => {
    const addresses = await page.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Data").getRange("A1:D4");
      const formulas = range.getSpecialCellsOrNullObject("Formulas");
      const errors = range.getSpecialCellsOrNullObject("Formulas", "Errors");
      const constants = range.getSpecialCellsOrNullObject("Constants", "Numbers");
      for (const areas of [formulas, errors, constants]) areas.load("address");
      await context.sync();
      return [formulas.address, errors.address, constants.address];
    });
    expect(addresses).toEqual(["Data!D2:D4", "Data!D4", "Data!B2"]);
  });

  test("the visible view leaves hidden rows out", async () => {
    const values = await page.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Data");
      sheet.getRange("3:3").rowHidden = true;
      const view = sheet.getRange("A2:B4").getVisibleView();
      view.load("values");
      await context.sync();
      sheet.getRange("3:3").rowHidden = false;
      await context.sync();
      return view.values;
    });
    expect(values).toEqual([
      ["Ada", 85],
      ["Cy", "#N/A"],
    ]);
  });
});

describe("Worksheets", () => {
  test("are found by name in any case, and by id", async () => {
    const names = await page.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const byName = sheets.getItem("dATA");
      byName.load("id,name");
      sheets.load("items/name,items/visibility");
      await context.sync();
      const byId = sheets.getItem(byName.id);
      byId.load("name");
      await context.sync();
      return [
        byName.name,
        byId.name,
        ...sheets.items.map((each) => `${each.name} ${each.visibility}`),
      ];
    });
    expect(names).toEqual(["Data", "Data", "Data Visible", "It's 1 Visible", "Hidden Hidden"]);
  });

  test("names that need it are quoted in addresses", async () => {
    const address = await page.run(async (context) => {
      const range = context.workbook.worksheets.getItem("It's 1").getRange("A1");
      range.load("address");
      await context.sync();
      return range.address;
    });
    expect(address).toBe("'It''s 1'!A1");
  });

  test("are added, renamed, shown, frozen and deleted", async () => {
    const seen = await page.run(async (context) => {
      const sheet = context.workbook.worksheets.add("New");
      sheet.load("id,name,position");
      await context.sync();
      sheet.name = "Renamed";
      sheet.tabColor = "#FF0000";
      sheet.showGridlines = false;
      sheet.freezePanes.freezeRows(1);
      sheet.getRange("A1:B1").values = [["a", 1]];
      const frozen = sheet.freezePanes.getLocationOrNullObject();
      frozen.load("address");
      sheet.load("name,tabColor,showGridlines");
      const used = sheet.getUsedRange();
      used.load("address");
      await context.sync();
      const result = [
        sheet.name,
        sheet.tabColor,
        sheet.showGridlines,
        frozen.address,
        used.address,
      ];
      sheet.delete();
      const gone = context.workbook.worksheets.getItemOrNullObject("Renamed");
      await context.sync();
      return [...result, gone.isNullObject];
    });
    expect(seen).toEqual(["Renamed", "#FF0000", false, "Renamed!1:1", "Renamed!A1:B1", true]);
  });

  test("keep custom properties", async () => {
    const seen = await page.run(async (context) => {
      const { customProperties } = context.workbook.worksheets.getItem("Data");
      customProperties.add("Mapping", "1");
      customProperties.add("mapping", "2");
      customProperties.load("items/key,items/value");
      await context.sync();
      return customProperties.items.map(({ key, value }) => [key, value]);
    });
    expect(seen).toEqual([["Mapping", "2"]]);
  });
});

describe("Names and tables", () => {
  test("a name leads to its cells and is used in formulas", async () => {
    const seen = await page.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Data");
      context.workbook.names.add("Scores", sheet.getRange("B2:B3"), "what they scored");
      sheet.getRange("F1").formulas = [["=SUM(Scores)"]];
      const item = context.workbook.names.getItem("scores");
      item.load("name,formula,comment,type");
      const range = item.getRange();
      range.load("address");
      const sum = sheet.getRange("F1");
      sum.load("values");
      await context.sync();
      const result: unknown[] = [
        item.name,
        item.formula,
        item.comment,
        item.type,
        range.address,
        sum.values,
      ];
      sum.clear();
      item.delete();
      await context.sync();
      return result;
    });
    expect(seen).toEqual([
      "Scores",
      "=Data!$B$2:$B$3",
      "what they scored",
      "Range",
      "Data!B2:B3",
      [[85]],
    ]);
  });

  test("a table has headings, a body and columns", async () => {
    const seen = await page.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Data");
      const table = sheet.tables.add("A1:D4", true);
      table.name = "People";
      await context.sync();
      const heading = table.getHeaderRowRange();
      const body = table.getDataBodyRange();
      const column = table.columns.getItem("score").getDataBodyRange();
      sheet.tables.load("items/name,count");
      for (const range of [heading, body, column]) range.load("address");
      await context.sync();
      const result = [
        sheet.tables.items.map(({ name }) => name),
        heading.address,
        body.address,
        column.address,
      ];
      table.convertToRange();
      const count = context.workbook.tables.getCount();
      await context.sync();
      return [...result, count.value];
    });
    expect(seen).toEqual([["People"], "Data!A1:D1", "Data!A2:D4", "Data!B2:B4", 0]);
  });
});

describe("Tables and names together", () => {
  test("formulas use both, and changes of a table are told", async () => {
    const changed: string[] = [];
    const seen = await page.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Both");
      sheet.getRange("A1:B3").values = [
        ["who", "score"],
        ["Ada", 1],
        ["Bo", 2],
      ];
      const table = sheet.tables.add("A1:B3", true);
      table.name = "Marks";
      table.onChanged.add((event) => {
        changed.push(event.address);
        return Promise.resolve();
      });
      context.workbook.names.add("Factor", sheet.getRange("B2"));
      await context.sync();
      const cell = sheet.getRange("D1");
      cell.formulas = [["=SUM(Marks[score])*10+Factor"]];
      sheet.getRange("B3").values = [[5]];
      cell.load("values");
      await context.sync();
      return cell.values;
    });
    expect(seen).toEqual([[61]]);
    await expect.poll(() => changed).toEqual(["B3"]);
    await page.run(async (context) => {
      context.workbook.names.getItem("Factor").delete();
      context.workbook.worksheets.getItem("Both").tables.getItem("Marks").delete();
      context.workbook.worksheets.getItem("Both").delete();
      await context.sync();
    });
  });
});

describe("Looks", () => {
  test("of cells are set and read back; null where they differ", async () => {
    const seen = await page.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("It's 1");
      const range = sheet.getRange("B2:C3");
      range.format.fill.color = "#ff0000";
      range.format.font.bold = true;
      range.format.wrapText = true;
      range.format.horizontalAlignment = "Center";
      range.numberFormat = [
        ["0.00", "0.00"],
        ["@", "0.00"],
      ];
      range.load("format/fill/color,format/font/bold,format/horizontalAlignment,numberFormat");
      const wider = sheet.getRange("B2:D3");
      wider.load("format/fill/color");
      await context.sync();
      const result = [
        range.format.fill.color,
        range.format.font.bold,
        range.format.horizontalAlignment,
        range.numberFormat,
        wider.format.fill.color,
      ];
      range.clear("Formats");
      range.load("format/fill/color");
      await context.sync();
      return [...result, range.format.fill.color];
    });
    expect(seen).toEqual([
      "#FF0000",
      true,
      "Center",
      [
        ["0.00", "0.00"],
        ["@", "0.00"],
      ],
      null,
      "#FFFFFF",
    ]);
  });

  test("merged cells are found from their top left", async () => {
    const seen = await page.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("It's 1");
      sheet.getRange("E1:F2").merge();
      const found = sheet.getRange("E1:E9").getMergedAreasOrNullObject();
      const missed = sheet.getRange("F1:F9").getMergedAreasOrNullObject();
      found.load("address");
      await context.sync();
      sheet.getRange("E1:F2").unmerge();
      await context.sync();
      return [found.address, missed.isNullObject];
    });
    expect(seen).toEqual(["'It''s 1'!E1:F2", true]);
  });

  test("the text of a cell follows its number format", async () => {
    const text = await page.run(async (context) => {
      const range = context.workbook.worksheets.getItem("It's 1").getRange("H1:J1");
      range.values = [[1234.5, "2026-03-01", "12%"]];
      range.numberFormat = [["#,##0.00", "yyyy-mm-dd", "0%"]];
      range.load("text,values");
      await context.sync();
      return [range.text, range.values];
    });
    expect(text).toEqual([[["1,234.50", "2026-03-01", "12%"]], [[1234.5, 46082, 0.12]]]);
  });
});

describe("Rows and columns", () => {
  test("are inserted and deleted, and formulas follow", async () => {
    const seen = await page.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Shift");
      sheet.getRange("A1:B2").values = [
        [1, "=A2*10"],
        [2, "=A1*10"],
      ];
      await context.sync();
      sheet.getRange("2:2").insert("Down");
      const used = sheet.getUsedRange();
      used.load("address,formulas");
      await context.sync();
      const first = [used.address, used.formulas];
      sheet.getRange("2:2").delete("Up");
      sheet.getRange("A:A").insert("Right");
      const again = sheet.getUsedRange(true);
      again.load("address,values");
      await context.sync();
      sheet.delete();
      await context.sync();
      return [...first, again.address, again.values];
    });
    expect(seen).toEqual([
      "Shift!A1:B3",
      [
        [1, "=A3*10"],
        ["", ""],
        [2, "=A1*10"],
      ],
      "Shift!B1:C2",
      [
        [1, 20],
        [2, 10],
      ],
    ]);
  });
});

describe("The workbook", () => {
  test("knows selection, active sheet, culture and calculation mode", async () => {
    const seen = await page.run(async (context) => {
      const { application } = context.workbook;
      context.workbook.worksheets.getItem("It's 1").getRange("B2:C4").select();
      const selected = context.workbook.getSelectedRange();
      const cell = context.workbook.getActiveCell();
      const active = context.workbook.worksheets.getActiveWorksheet();
      application.load("calculationMode,cultureInfo/name");
      for (const range of [selected, cell]) range.load("address");
      active.load("name");
      await context.sync();
      context.workbook.worksheets.getItem("Data").activate();
      await context.sync();
      return [
        selected.address,
        cell.address,
        active.name,
        application.calculationMode,
        application.cultureInfo.name,
      ];
    });
    expect(seen).toEqual(["'It''s 1'!B2:C4", "'It''s 1'!B2", "It's 1", "Automatic", "zh-CN"]);
  });
});

describe("Bad requests", () => {
  const cases: [string, (context: Excel.RequestContext) => void, string][] = [
    [
      "a sheet that is not there",
      (c) => c.workbook.worksheets.getItem("x").load("id"),
      "ItemNotFound",
    ],
    [
      "an address that is none",
      (c) => c.workbook.worksheets.getFirst().getRange("A0").load("values"),
      "InvalidArgument",
    ],
    [
      "a cell left of A",
      (c) => c.workbook.worksheets.getFirst().getRange("A1").getOffsetRange(0, -1).load("values"),
      "InvalidArgument",
    ],
    [
      "values of another size",
      (c) => {
        c.workbook.worksheets.getFirst().getRange("A1:B1").values = [[1]];
      },
      "InvalidArgument",
    ],
    ["a sheet name twice", (c) => void c.workbook.worksheets.add("data"), "ItemAlreadyExists"],
    ["a sheet name with a slash", (c) => void c.workbook.worksheets.add("a/b"), "InvalidArgument"],
    [
      "a member that is not emulated",
      (c) => c.workbook.worksheets.getFirst().shapes.load("items"),
      "NotImplemented",
    ],
  ];
  test.each(cases)("%s", async (_, ask, code) => {
    const error = await errorOf(
      page.run(async (context) => {
        ask(context);
        await context.sync();
      }),
    );
    expect(error.code).toBe(code);
    if (code === "NotImplemented") {
      expect(error.message).toBe("NotImplemented: emulated host: Worksheet.shapes");
    }
  });

  test("a property that was not loaded is the client's own error", async () => {
    const error = await errorOf(
      page.run((context) => {
        const range = context.workbook.worksheets.getFirst().getRange("A1");
        return Promise.resolve(range.values);
      }),
    );
    expect(error.code).toBe("PropertyNotLoaded");
  });

  test("members outside of the declared requirement sets are refused by the client", async () => {
    const old = await bench([[1]], { requirementSets: { ExcelApi: "1.9" } });
    const error = await errorOf(
      old.run((context) => {
        context.workbook.application.cultureInfo.load("name");
        return Promise.resolve();
      }),
    );
    expect(error.code).toBe("ApiNotFound");
    const { requirements } = old.office.Office.context;
    expect(requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
    expect(requirements.isSetSupported("ExcelApi", "1.10")).toBe(false);
    old.dispose();
    expect(page.office.Office.context.requirements.isSetSupported("ExcelApi", "1.13")).toBe(true);
    expect(page.office.Office.context.requirements.isSetSupported("SharedRuntime", "1.1")).toBe(
      true,
    );
  });
});
