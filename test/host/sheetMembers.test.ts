import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createHeadlessWorkbook, createPlainWorkbook } from "../../host/node";
import type { Sheet } from "../../host/node";
import { bench, errorOf } from "./harness";
import type { Bench } from "./harness";

const CELLS = [
  ["姓名", "分数", "级别", "加倍"],
  ["王芳", 85, "初级客服", "=B2*2"],
  ["李静", null, "中级客服", "=$B$2+B3"],
  ["赵敏", 92.5, "初级客服", '="B2"&C4'],
];

/** What the engine cannot hold stands beside it: both kinds of workbooks must carry it. */
describe.each([
  ["with the engine", createHeadlessWorkbook],
  ["without an engine", createPlainWorkbook],
] as const)("a workbook %s", (_, create) => {
  let page: Bench;
  let data: Sheet;

  beforeAll(async () => {
    page = await bench(
      [
        { name: "成绩", cells: CELLS },
        { name: "It's 1", cells: [["x"]] },
      ],
      {},
      create,
    );
  });

  afterAll(() => page.dispose());

  beforeEach(() => {
    const [first] = page.host.workbook.sheets();
    if (!first) throw new Error("no sheet");
    data = first;
  });

  /** Runs a batch on the first sheet and on a second one, which goes afterwards. */
  const onSheets = async <T>(
    batch: (
      sheet: Excel.Worksheet,
      other: Excel.Worksheet,
      context: Excel.RequestContext,
    ) => Promise<T>,
  ): Promise<T> => {
    const { workbook } = page.host;
    const { id } = workbook.addSheet("副本");
    try {
      return await page.run((context) => {
        const { worksheets } = context.workbook;
        return batch(worksheets.getItem("成绩"), worksheets.getItem("副本"), context);
      });
    } finally {
      workbook.deleteSheet(id);
      data.parts.autoFilter = null;
    }
  };

  describe("Range.copyFrom", () => {
    const formulas = (
      copyType: "All" | "Formulas" | "Values" | "Formats",
      from: string,
      to: string,
      read: string,
      more: { skipBlanks?: boolean; transpose?: boolean } = {},
    ): Promise<unknown[][]> =>
      onSheets(async (sheet, other, context) => {
        other
          .getRange(to)
          .copyFrom(
            sheet.getRange(from),
            copyType,
            more.skipBlanks ?? false,
            more.transpose ?? false,
          );
        const range = other.getRange(read);
        range.load("formulas");
        await context.sync();
        return range.formulas;
      });

    test("moves relative references with the cells, and no others", async () => {
      expect(await formulas("All", "A2:D4", "B5", "B5:E7")).toEqual([
        ["王芳", 85, "初级客服", "=C5*2"],
        ["李静", "", "中级客服", "=$B$2+C6"],
        ["赵敏", 92.5, "初级客服", '="B2"&D7'],
      ]);
    });

    test("repeats a row over a block that is a multiple of it", async () => {
      expect(await formulas("Formulas", "D2", "D2:D4", "D2:D4")).toEqual([
        ["=B2*2"],
        ["=B3*2"],
        ["=B4*2"],
      ]);
    });

    test("a block that is no multiple takes the source once", async () => {
      expect(await formulas("Values", "A2:A3", "A1:A3", "A1:A3")).toEqual([
        ["王芳"],
        ["李静"],
        [""],
      ]);
    });

    test("a reference that leaves the sheet becomes an error", async () => {
      expect(await formulas("Formulas", "D2", "A1", "A1")).toEqual([["=#REF!*2"]]);
    });

    test("rows become columns", async () => {
      expect(await formulas("Values", "A1:C2", "A1", "A1:B3", { transpose: true })).toEqual([
        ["姓名", "王芳"],
        ["分数", 85],
        ["级别", "初级客服"],
      ]);
    });

    test("empty cells leave what is there, when asked to", async () => {
      const values = await onSheets(async (sheet, other, context) => {
        other.getRange("A1:B1").values = [["-", "-"]];
        other.getRange("A1:B1").copyFrom(sheet.getRange("A3:B3"), "Values", true);
        const range = other.getRange("A1:B1");
        range.load("values");
        await context.sync();
        return range.values;
      });
      expect(values).toEqual([["李静", "-"]]);
    });

    test("looks, merged cells, rules and links come with All, and only the looks with Formats", async () => {
      const seen = await onSheets(async (sheet, other, context) => {
        const source = sheet.getRange("F1:G2");
        source.format.fill.color = "#FFC7CE";
        source.format.font.bold = true;
        source.format.borders.getItem("EdgeBottom").style = "Continuous";
        source.numberFormat = [
          ["0.00", "0.00"],
          ["0.00", "0.00"],
        ];
        sheet.getRange("F1:G1").merge();
        const rule = sheet.getRange("F1:G9").conditionalFormats.add("Custom");
        rule.custom.rule.formula = "=$F1>F$2";
        rule.custom.format.fill.color = "#FFEB9C";
        sheet.getRange("F2").dataValidation.rule = {
          list: { inCellDropDown: true, source: "=$C$2:$C3" },
        };
        sheet.getRange("G2").hyperlink = { documentReference: "成绩!A1", textToDisplay: "去" };
        await context.sync();
        other.getRange("B3").copyFrom("成绩!F1:G2");
        other.getRange("E3").copyFrom(source, "Formats");
        const arrived = ["B3:C4", "E3:F4"].map((address) => {
          const range = other.getRange(address);
          const bottom = range.format.borders.getItem("EdgeBottom");
          const merged = range.getMergedAreasOrNullObject();
          const validation = range.getCell(1, 0).dataValidation;
          const link = range.getCell(1, 1);
          const { custom } = range.conditionalFormats.getItemAt(0);
          range.load("numberFormat,format/fill/color,format/font/bold");
          bottom.load("style");
          merged.load("address");
          validation.load("rule");
          link.load("hyperlink");
          custom.rule.load("formula");
          return { range, bottom, merged, validation, link, custom };
        });
        await context.sync();
        const result = arrived.map(({ range, bottom, merged, validation, link, custom }) => [
          range.format.fill.color,
          range.format.font.bold,
          range.numberFormat[1],
          bottom.style,
          merged.address,
          custom.rule.formula,
          validation.rule,
          link.hyperlink && link.hyperlink.documentReference,
        ]);
        sheet.getRange("F1:G9").clear();
        await context.sync();
        return result;
      });
      const looks = ["#FFC7CE", true, ["0.00", "0.00"], "Continuous"];
      expect(seen).toEqual([
        [
          ...looks,
          "副本!B3:C3",
          "=$F3>B$2",
          { list: { inCellDropDown: true, source: "=$C$2:$C5" } },
          "成绩!A1",
        ],
        [...looks, "副本!E3:F3", "=$F3>E$2", {}, null],
      ]);
    });
  });

  test("Range.clear takes what the words say, and All takes the rules too", async () => {
    const seen = await onSheets(async (_, other, context) => {
      const cell = other.getRange("A1");
      const state = async (): Promise<unknown[]> => {
        cell.load("values,hyperlink,format/font/bold");
        cell.dataValidation.load("type");
        await context.sync();
        const { values, hyperlink, format, dataValidation } = cell;
        const shown: unknown = values[0]?.[0];
        return [shown, format.font.bold, dataValidation.type, hyperlink?.address ?? null];
      };
      cell.hyperlink = { address: "https://example.com/", textToDisplay: "x" };
      cell.format.font.bold = true;
      cell.dataValidation.rule = { custom: { formula: "=A1>0" } };
      const result = [await state()];
      for (const what of ["Hyperlinks", "Contents", "All"] as const) {
        cell.clear(what);
        result.push(await state());
      }
      return result;
    });
    expect(seen).toEqual([
      ["x", true, "Custom", "https://example.com/"],
      ["x", true, "Custom", null],
      ["", true, "Custom", null],
      ["", false, "None", null],
    ]);
  });

  test("a rule for part of a range leaves the rest of the range alone", async () => {
    const seen = await onSheets(async (_, other, context) => {
      other.getRange("A1:A9").dataValidation.rule = {
        list: { inCellDropDown: true, source: "初级客服,中级客服" },
      };
      other.getRange("A1:A9").dataValidation.prompt = {
        showPrompt: true,
        title: "级别",
        message: "请选择",
      };
      other.getRange("A4").dataValidation.rule = {
        wholeNumber: { formula1: 1, formula2: 9, operator: "Between" },
      };
      const parts = ["A3", "A4", "A9"].map((address) => other.getRange(address).dataValidation);
      for (const part of parts) part.load("type,prompt");
      await context.sync();
      return parts.map(({ type, prompt }) => [type, prompt.message]);
    });
    expect(seen).toEqual([
      ["List", "请选择"],
      ["WholeNumber", "请选择"],
      ["List", "请选择"],
    ]);
  });

  test("an automatic filter hides the rows that do not pass, and is taken off again", async () => {
    const seen = await onSheets(async (sheet, _, context) => {
      const { autoFilter } = sheet;
      const rows = ["2:2", "3:3", "4:4"].map((address) => sheet.getRange(address));
      const hidden = async (): Promise<string> => {
        for (const row of rows) row.load("rowHidden");
        await context.sync();
        return rows.map(({ rowHidden }) => (rowHidden ? "-" : "+")).join("");
      };
      const none = autoFilter.getRangeOrNullObject();
      await context.sync();
      const result: unknown[] = [none.isNullObject];
      autoFilter.apply(sheet.getRange("A1:D4"));
      autoFilter.apply("A1:D4", 2, { filterOn: "Values", values: ["初级客服"] });
      result.push(await hidden());
      autoFilter.apply("A1:D4", 1, {
        filterOn: "Custom",
        criterion1: ">=90",
      });
      const range = autoFilter.getRangeOrNullObject();
      range.load("address");
      autoFilter.load("enabled,isDataFiltered");
      await context.sync();
      result.push(await hidden(), range.address, autoFilter.enabled, autoFilter.isDataFiltered);
      autoFilter.clearCriteria();
      autoFilter.apply("A1:D4", 2, { filterOn: "Values", values: ["初级客服"] });
      autoFilter.apply("A1:D4", 0, { filterOn: "Custom", criterion1: "=王*" });
      result.push(await hidden());
      autoFilter.remove();
      result.push(await hidden());
      autoFilter.load("enabled");
      await context.sync();
      return [...result, autoFilter.enabled];
    });
    expect(seen).toEqual([true, "+-+", "--+", "成绩!A1:D4", true, true, "+--", "+++", false]);
  });

  test("pages begin where rows say so, and the breaks move with the rows", async () => {
    const seen = await onSheets(async (_, other, context) => {
      const { horizontalPageBreaks: breaks } = other;
      const places = async (): Promise<number[]> => {
        breaks.load("items/rowIndex");
        await context.sync();
        return breaks.items.map(({ rowIndex }) => rowIndex);
      };
      breaks.add("A31");
      breaks.add(other.getRange("A11:C11"));
      const result = [await places()];
      other.getRange("5:6").insert("Down");
      result.push(await places());
      other.getRange("13:13").delete("Up");
      result.push(await places());
      breaks.removePageBreaks();
      return [...result, await places()];
    });
    expect(seen).toEqual([[10, 30], [12, 32], [31], []]);
  });

  test("a page is laid out, with print area and titles that come back as ranges", async () => {
    const seen = await onSheets(async (_, other, context) => {
      const { pageLayout } = other;
      const before = pageLayout.getPrintAreaOrNullObject();
      await context.sync();
      pageLayout.orientation = "Landscape";
      pageLayout.paperSize = "A4";
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintMargins("Centimeters", { top: 1.27, left: 2.54 });
      pageLayout.setPrintArea("A1:F40");
      pageLayout.setPrintTitleRows("$3:$4");
      pageLayout.setPrintTitleColumns(other.getRange("A1"));
      const texts = pageLayout.headersFooters.defaultForAllPages;
      texts.centerFooter = "第 &P 页，共 &N 页";
      const area = pageLayout.getPrintAreaOrNullObject();
      const rows = pageLayout.getPrintTitleRowsOrNullObject();
      const columns = pageLayout.getPrintTitleColumnsOrNullObject();
      for (const each of [area, rows, columns]) each.load("address");
      pageLayout.load("orientation,zoom,topMargin,leftMargin,bottomMargin");
      texts.load("centerFooter,leftHeader");
      await context.sync();
      return [
        before.isNullObject,
        pageLayout.orientation,
        pageLayout.zoom,
        [pageLayout.topMargin, pageLayout.leftMargin, pageLayout.bottomMargin],
        [area.address, rows.address, columns.address],
        [texts.centerFooter, texts.leftHeader],
      ];
    });
    expect(seen).toEqual([
      true,
      "Landscape",
      { horizontalFitToPages: 1 },
      [36, 72, 54],
      ["副本!A1:F40", "副本!3:4", "副本!A:A"],
      ["第 &P 页，共 &N 页", ""],
    ]);
  });

  test("a chart draws series of its range, has a title and a place, and is deleted", async () => {
    const seen = await onSheets(async (_, other, context) => {
      other.getRange("A1:C4").values = [
        ["月份", "第一等级", "第二等级"],
        ["1月", 3, 5],
        ["2月", 4, 4],
        ["3月", 6, 2],
      ];
      const chart = other.charts.add("ColumnStacked", other.getRange("A1:C4"), "Auto");
      chart.title.text = "各等级人数";
      chart.name = "tiers";
      chart.setPosition("E2", "J16");
      chart.series.getItemAt(1).format.fill.setSolidColor("#0F6CBD");
      chart.load("left,top,width,height,chartType,title/text");
      chart.series.load("items/name");
      other.charts.load("items/name,count");
      await context.sync();
      const [stored] = page.host.workbook.sheets().flatMap(({ parts }) => parts.charts);
      const result = [
        other.charts.count,
        other.charts.items[0]?.name,
        chart.chartType,
        chart.title.text,
        chart.series.items.map(({ name }) => name),
        [chart.top, chart.height, chart.left > 0, chart.width > 0],
        stored?.source,
        stored?.seriesBy,
        stored?.series[1],
      ];
      chart.delete();
      const gone = other.charts.getItemOrNullObject("tiers");
      await context.sync();
      return [...result, gone.isNullObject];
    });
    const height = create === createPlainWorkbook ? 15 : 18;
    expect(seen).toEqual([
      1,
      "tiers",
      "ColumnStacked",
      "各等级人数",
      ["第一等级", "第二等级"],
      [height, height * 15, true, true],
      { row: 0, column: 0, rows: 4, columns: 3 },
      "Columns",
      {
        name: "第二等级",
        nameCell: { row: 0, column: 2, rows: 1, columns: 1 },
        values: { row: 1, column: 2, rows: 3, columns: 1 },
        categories: { row: 1, column: 0, rows: 3, columns: 1 },
        color: "#0F6CBD",
      },
      true,
    ]);
  });

  test("comments are listed for a sheet and for the workbook, and stay with their cells", async () => {
    const seen = await onSheets(async (_, other, context) => {
      const { comments } = context.workbook;
      const comment = comments.add("副本!B2", "未填写的月份留空", "Plain");
      comments.add(other.getRange("C9"), "第二条");
      await context.sync();
      other.getRange("1:1").insert("Down");
      comment.content = "改过了";
      const place = comment.getLocation();
      place.load("address");
      comment.load("content,resolved");
      other.comments.load("items/content");
      const count = comments.getCount();
      const found = comments.getItemByCell("副本!C10");
      found.load("content");
      await context.sync();
      found.delete();
      const left = other.comments.getCount();
      await context.sync();
      return [
        place.address,
        comment.content,
        other.comments.items.map(({ content }) => content),
        count.value,
        found.content,
        left.value,
      ];
    });
    expect(seen).toEqual(["副本!B3", "改过了", ["改过了", "第二条"], 2, "第二条", 1]);
  });

  test("a table takes rows at its end and in between, and its headings are texts", async () => {
    const seen = await onSheets(async (_, other, context) => {
      other.getRange("B2:C2").values = [["步骤", 2025]];
      const table = other.tables.add("B2:C3", true);
      table.style = "TableStyleLight1";
      table.rows.add(undefined, [["投票", "完成"]]);
      table.rows.add(undefined, [
        ["答辩", ""],
        ["试用", "=1+1"],
      ]);
      await context.sync();
      table.rows.add(1, [["推荐", "进行中"]]);
      table.columns.getItem("2025").name = "结果";
      await context.sync();
      const range = table.getRange();
      range.load("address,formulas");
      table.load("style,showBandedRows");
      table.rows.load("items/values,count");
      table.columns.load("items/name");
      await context.sync();
      table.rows.getItemAt(0).delete();
      const body = table.getDataBodyRange();
      body.load("address");
      await context.sync();
      const row: unknown = table.rows.items[2]?.values;
      return [
        range.address,
        range.formulas,
        [table.style, table.showBandedRows],
        row,
        table.columns.items.map(({ name }) => name),
        body.address,
      ];
    });
    expect(seen).toEqual([
      "副本!B2:C6",
      [
        ["步骤", "结果"],
        ["投票", "完成"],
        ["推荐", "进行中"],
        ["答辩", ""],
        ["试用", "=1+1"],
      ],
      ["TableStyleLight1", true],
      [["答辩", ""]],
      ["步骤", "结果"],
      "副本!B3:C5",
    ]);
  });

  test("rows of a table do not push aside what stands beside it", async () => {
    const error = await errorOf(
      onSheets(async (_, other, context) => {
        other.getRange("A1:C4").values = [
          ["a", "", "b"],
          ["c", "", "d"],
          ["e", "", "f"],
          ["", "", "g"],
        ];
        const table = other.tables.add("A1:A3", true);
        table.rows.add(0, [["x"]]);
        await context.sync();
      }),
    );
    expect(error.message).toContain("TableRowCollection.add");
  });

  test("a hidden name of a sheet is found through the list of sheets, and goes with its sheet", async () => {
    const seen = await page.run(async (context) => {
      const { workbook } = context;
      const sheet = workbook.worksheets.add("制度说明");
      const tag = sheet.names.add("CS.sheet", "policy");
      tag.visible = false;
      tag.comment = "written";
      workbook.names.add("指向", sheet.getRange("B2"));
      workbook.names.add("别处", workbook.worksheets.getItem("成绩").getRange("A1"));
      await context.sync();
      sheet.name = "制度 2025";
      const pointing = workbook.names.getItem("指向");
      pointing.load("formula");
      workbook.worksheets.load("items/name,items/names/items/name,items/names/items/visible");
      await context.sync();
      const found = workbook.worksheets.items.map(({ name, names }) => [
        name,
        names.items.map((item) => [item.name, item.visible]),
      ]);
      const result: unknown[] = [found, pointing.formula];
      sheet.delete();
      pointing.load("formula,type,value");
      workbook.names.load("items/name");
      await context.sync();
      result.push(
        pointing.formula,
        pointing.type,
        workbook.names.items.map(({ name }) => name),
      );
      for (const { name } of workbook.names.items) workbook.names.getItem(name).delete();
      await context.sync();
      return result;
    });
    expect(seen).toEqual([
      [
        ["成绩", []],
        ["It's 1", []],
        ["制度 2025", [["CS.sheet", false]]],
      ],
      "='制度 2025'!$B$2",
      "=#REF!$B$2",
      "Error",
      ["指向", "别处"],
    ]);
    expect(page.host.workbook.names()).toEqual([]);
  });

  test("rows have heights, and sheets hide so that users cannot show them", async () => {
    const seen = await onSheets(async (_, other, context) => {
      const row = other.getRange("A2:C3");
      row.format.rowHeight = 30;
      const mixed = other.getRange("A1:A2");
      row.load("format/rowHeight");
      mixed.load("format/rowHeight");
      other.visibility = "VeryHidden";
      other.load("visibility");
      await context.sync();
      return [row.format.rowHeight, mixed.format.rowHeight, other.visibility];
    });
    expect(seen).toEqual([30, null, "VeryHidden"]);
  });

  test("rows are fitted to their wrapped texts, and to nothing else", async () => {
    const heights = await onSheets(async (_, other, context) => {
      // Ten places: 52.5 points and the margins.
      other.getRange("A:B").format.columnWidth = 56.25;
      other.getRange("A1:A5").values = [
        ["短"],
        ["一二三四五六七"],
        ["two words too long"],
        ["a\nb\nc"],
        ["一二三四五六七"],
      ];
      other.getRange("A1:A4").format.wrapText = true;
      other.getRange("A6").values = [["题"]];
      other.getRange("A6").format.font.size = 20;
      other.getRange("A1:B6").format.autofitRows();
      const rows = [1, 2, 3, 4, 5, 6].map((row) => other.getRange(`A${row}`));
      for (const row of rows) row.load("format/rowHeight");
      await context.sync();
      return rows.map(({ format }) => format.rowHeight);
    });
    // Lines of 11 × 1.5 for Chinese and of 15 else; "two words" and "too long" are two.
    expect(heights).toEqual([16.5, 33, 30, 45, 16.5, 30]);
  });

  const refused: [string, (sheet: Excel.Worksheet) => void, string][] = [
    [
      "a chart that is not drawn",
      (s) => s.charts.add("Sunburst", s.getRange("A1")),
      "NotImplemented",
    ],
    ["a copy of links", (s) => s.getRange("A1").copyFrom("B1", "Link"), "NotImplemented"],
    [
      "a copy from a sheet that is not there",
      (s) => s.getRange("A1").copyFrom("x!A1"),
      "InvalidArgument",
    ],
    [
      "a break before the first row",
      (s) => void s.horizontalPageBreaks.add("A1"),
      "InvalidArgument",
    ],
    [
      "a filter beside its range",
      (s) => s.autoFilter.apply("A1:B4", 2, { filterOn: "Values", values: ["x"] }),
      "InvalidArgument",
    ],
    [
      "a link to nowhere",
      (s) => {
        s.getRange("A1").hyperlink = { textToDisplay: "x" };
      },
      "InvalidArgument",
    ],
    [
      "two rules at once",
      (s) => {
        s.getRange("A1").dataValidation.rule = {
          custom: { formula: "=1" },
          list: { inCellDropDown: true, source: "a" },
        };
      },
      "InvalidArgument",
    ],
    [
      "paper that is not known",
      (s) => {
        s.pageLayout.paperSize = "Ledger";
      },
      "InvalidArgument",
    ],
  ];
  test.each(refused)("%s is refused", async (_, ask, code) => {
    const error = await errorOf(
      page.run(async (context) => {
        ask(context.workbook.worksheets.getFirst());
        await context.sync();
      }),
    );
    expect(error.code).toBe(code);
    expect(data.parts).toMatchObject({ charts: [], rowBreaks: [], autoFilter: null });
  });
});
