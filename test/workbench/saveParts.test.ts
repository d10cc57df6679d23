import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { UniverWorkbook } from "../../host/core/univerWorkbook";
import { bootOffice, createExcelHost } from "../../host/node";
import { captureWorkbook } from "../../workbench/page/capture";
import { readWorkbook, saveWorkbook } from "../../workbench/xlsx";
import { SHEET_SEQUENCE } from "../../workbench/xlsx/conditionalFormats";
import { readTree } from "../../src/ooxml";
import { convertWithOffice } from "../setup/office";
import { openInEngine } from "./engine";
import { partsOf, richBook } from "./fixture";

/** A file that is open in the engine, with the client library over it. */
async function open(bytes: Uint8Array) {
  const opened = readWorkbook(bytes, "x");
  const injector = openInEngine(opened);
  const workbook = new UniverWorkbook(injector, undefined, true);
  workbook.customXmlParts.push(...opened.customXmlParts.map((part) => ({ ...part })));
  for (const sheet of workbook.sheets()) Object.assign(sheet.parts, opened.parts[sheet.id]);
  const host = createExcelHost({ workbook });
  const office = await bootOffice({ host });
  return {
    run: <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
      office.Excel.run(batch),
    save: async (): Promise<Uint8Array> => {
      await host.whenIdle();
      return saveWorkbook(bytes, captureWorkbook(injector, workbook)).bytes;
    },
    workbook,
    close: () => {
      office.dispose();
      host.dispose();
    },
  };
}

/** Everything that the add-in may write on a sheet, beside its cells. */
async function writeReport(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  chart: string,
): Promise<void> {
  sheet.getRange("A11:C14").values = [
    ["月份", "第一等级", "第二等级"],
    ["1月", 3, 5],
    ["2月", 4, 4],
    ["3月", 6, 2],
  ];
  sheet.getRange("B12:C14").format.fill.color = "#FFEB9C";
  sheet.getRange("A11:C11").format.borders.getItem("EdgeBottom").style = "Continuous";
  sheet.getRange("F11").hyperlink = {
    documentReference: "成绩!A1",
    screenTip: "去成绩",
    textToDisplay: "王芳",
  };
  sheet.getRange("F12").hyperlink = { address: "https://example.com/?a=1&b=2" };
  sheet.getRange("E12:E14").dataValidation.rule = {
    list: { inCellDropDown: true, source: "初级客服,中级客服" },
  };
  sheet.getRange("E12:E14").dataValidation.prompt = {
    showPrompt: true,
    title: "级别",
    message: "从列表中选择 <一个>",
  };
  sheet.getRange("D12:D14").dataValidation.rule = {
    decimal: { formula1: 0, formula2: 100, operator: "Between" },
  };
  sheet.autoFilter.apply("A11:C14", 1, { filterOn: "Custom", criterion1: ">=4" });
  const drawn = sheet.charts.add("ColumnStacked", sheet.getRange("A11:C14"), "Columns");
  drawn.title.text = "各等级人数 & 月份";
  drawn.name = chart;
  drawn.setPosition("H11", "M24");
  drawn.series.getItemAt(0).format.fill.setSolidColor("#0F6CBD");
  drawn.axes.valueAxis.title.text = "人";
  const { pageLayout } = sheet;
  pageLayout.orientation = "Landscape";
  pageLayout.paperSize = "A4";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintMargins("Centimeters", { top: 1.5, bottom: 1.5, left: 1, right: 1 });
  pageLayout.setPrintArea("A1:M40");
  pageLayout.setPrintTitleRows("11:11");
  pageLayout.headersFooters.defaultForAllPages.centerFooter = "第 &P 页";
  pageLayout.headersFooters.defaultForAllPages.leftHeader = "R&&D";
  sheet.horizontalPageBreaks.add("A26");
  sheet.freezePanes.freezeRows(1);
  sheet.getRange("A:A").format.columnWidth = 120;
  sheet.getRange("14:14").format.rowHeight = 30;
  context.workbook.comments.add(sheet.getRange("A11"), "月份写成 2025-01 的样子");
  const tag = sheet.names.add("CS.sheet", "report");
  tag.visible = false;
  tag.comment = "written by the add-in";
  await context.sync();
}

/** What comes back of all that, through the client library. */
function readReport(context: Excel.RequestContext, sheet: Excel.Worksheet) {
  const { pageLayout } = sheet;
  const link = sheet.getRange("F11");
  const web = sheet.getRange("F12");
  const list = sheet.getRange("E13").dataValidation;
  const limit = sheet.getRange("D13").dataValidation;
  const area = pageLayout.getPrintAreaOrNullObject();
  const titles = pageLayout.getPrintTitleRowsOrNullObject();
  const filter = sheet.autoFilter.getRangeOrNullObject();
  const texts = pageLayout.headersFooters.defaultForAllPages;
  const row = sheet.getRange("14:14");
  link.load("hyperlink");
  web.load("hyperlink");
  for (const validation of [list, limit]) validation.load("rule,prompt");
  for (const range of [area, titles, filter]) range.load("address");
  row.load("format/rowHeight");
  pageLayout.load("orientation,zoom,leftMargin,paperSize");
  texts.load("centerFooter,leftHeader");
  sheet.charts.load("items/name,items/chartType,items/title/text");
  sheet.horizontalPageBreaks.load("items/rowIndex");
  sheet.comments.load("items/content");
  sheet.names.load("items/name,items/visible,items/comment");
  sheet.autoFilter.load("criteria");
  return async () => {
    await context.sync();
    const place = (address: string): string => address.slice(address.indexOf("!") + 1);
    return {
      hyperlink: link.hyperlink,
      web: web.hyperlink,
      list: list.rule,
      prompt: list.prompt,
      limit: limit.rule,
      printed: [place(area.address), place(titles.address)],
      filtered: [place(filter.address), sheet.autoFilter.criteria],
      page: [pageLayout.orientation, pageLayout.paperSize, pageLayout.zoom],
      margin: Math.round(pageLayout.leftMargin * 10) / 10,
      texts: [texts.leftHeader, texts.centerFooter],
      charts: sheet.charts.items.map(({ name, chartType, title }) => [name, chartType, title.text]),
      breaks: sheet.horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex),
      comments: sheet.comments.items.map(({ content }) => content),
      names: sheet.names.items.map(({ name, visible, comment }) => [name, visible, comment]),
      height: row.format.rowHeight,
    };
  };
}

const REPORT = {
  hyperlink: { documentReference: "成绩!A1", screenTip: "去成绩", textToDisplay: "王芳" },
  web: {
    address: "https://example.com/?a=1&b=2",
    textToDisplay: "https://example.com/?a=1&b=2",
  },
  list: { list: { inCellDropDown: true, source: "初级客服,中级客服" } },
  prompt: { showPrompt: true, title: "级别", message: "从列表中选择 <一个>" },
  limit: { decimal: { formula1: 0, formula2: 100, operator: "Between" } },
  printed: ["A1:M40", "11:11"],
  filtered: ["A11:C14", [null, { filterOn: "Custom", criterion1: ">=4" }, null]],
  page: ["Landscape", "A4", { horizontalFitToPages: 1 }],
  margin: 28.3,
  texts: ["R&&D", "第 &P 页"],
  breaks: [25],
  comments: ["月份写成 2025-01 的样子"],
  names: [["CS.sheet", false, "written by the add-in"]],
  height: 30,
};

let original: Uint8Array;
let saved: Uint8Array;

beforeAll(async () => {
  original = await richBook();
  const book = await open(original);
  await book.run(async (context) => {
    const { worksheets } = context.workbook;
    await writeReport(context, worksheets.add("晋升候选人 2025-06"), "new");
    await writeReport(context, worksheets.getItem("成绩"), "standing");
    const table = worksheets.add("流程").tables.add("B2:D3", true);
    table.name = "晋升流程";
    table.getHeaderRowRange().values = [["工号", "步骤", "结果"]];
    table.rows.add(undefined, [["0012", "投票", "完成"]]);
    const people = context.workbook.tables.getItem("人员");
    people.rows.add(undefined, [["赵敏", "初级客服"]]);
    people.columns.getItem("级别").name = "职级";
    worksheets.getItem("隐藏").visibility = "VeryHidden";
    context.workbook.names.getItem("分数区").comment = "改过";
    context.workbook.names.add("合计", "=SUM(成绩!$B$2:$B$4)");
    await context.sync();
  });
  saved = await book.save();
  book.close();
});

describe("a workbook to which the add-in has written", () => {
  it("holds the parts of each sheet in the order of the format", () => {
    const parts = partsOf(saved);
    const written = Object.entries(parts).filter(([path]) =>
      path.startsWith("xl/worksheets/sheet"),
    );
    expect(written).toHaveLength(5);
    for (const [path, text] of written) {
      const order = readTree(path, text).children.map(({ local }) => SHEET_SEQUENCE.indexOf(local));
      expect(order, path).toEqual([...order].sort((a, b) => a - b));
      expect(order, path).not.toContain(-1);
    }
    for (const [path, text] of Object.entries(parts)) {
      if (/\.(xml|rels|vml)$/.test(path)) expect(() => readTree(path, text), path).not.toThrow();
    }
  });

  it("names every part it adds, and every relationship leads to one", () => {
    const parts = partsOf(saved);
    const types = parts["[Content_Types].xml"] ?? "";
    for (const path of Object.keys(parts)) {
      const ending = path.slice(path.lastIndexOf(".") + 1);
      // Folders, the list itself, and what the fixture leaves undeclared.
      if (path.endsWith("/") || path === "xl/unknown/part.bin") continue;
      if (path === "[Content_Types].xml") continue;
      expect(
        types.includes(`PartName="/${path}"`) || types.includes(`Extension="${ending}"`),
        path,
      ).toBe(true);
    }
    for (const [path, text] of Object.entries(parts)) {
      if (!path.endsWith(".rels")) continue;
      const base = path.replace(/_rels\/[^/]+$/, "");
      for (const { attributes } of readTree(path, text).children) {
        if (attributes["TargetMode"] === "External") continue;
        const target = new URL(attributes["Target"] ?? "", `file:///${base}`).pathname.slice(1);
        expect(Object.keys(parts), `${path} → ${target}`).toContain(decodeURIComponent(target));
      }
    }
  });

  it.each([
    ["a new sheet", "晋升候选人 2025-06", "new"],
    ["a sheet of the file", "成绩", "standing"],
  ])("%s comes back with all of it", async (_, name, chart) => {
    const book = await open(saved);
    const seen = await book.run((context) =>
      readReport(context, context.workbook.worksheets.getItem(name))(),
    );
    expect(seen).toEqual({
      ...REPORT,
      charts: [[chart, "ColumnStacked", "各等级人数 & 月份"]],
    });
    // Saved again without a change, nothing changes.
    expect(partsOf(await book.save())).toEqual(partsOf(saved));
    book.close();
  });

  it("knows new, longer and renamed tables, names and hidden sheets", () => {
    const parts = partsOf(saved);
    const tables = Object.entries(parts).filter(([path]) => path.startsWith("xl/tables/"));
    expect(
      tables.map(([, text]) => /displayName="([^"]*)" ref="([^"]*)"/.exec(text)?.slice(1)),
    ).toEqual(expect.arrayContaining([["晋升流程", "B2:D3"]]));
    const people = tables.find(([, text]) => text.includes("人员"))?.[1] ?? "";
    expect(people).toMatch(/ref="A1:B4"/);
    expect(people).toMatch(/name="姓名".*name="职级"/s);
    const workbook = parts["xl/workbook.xml"] ?? "";
    expect(workbook).toMatch(/name="隐藏"[^>]*state="veryHidden"/);
    expect(workbook).toMatch(/<definedName [^>]*comment="改过"[^>]*>'成绩'!\$B\$2:\$C\$4</);
    expect(workbook).toContain('<definedName name="合计">SUM(成绩!$B$2:$B$4)</definedName>');
    expect(workbook).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">成绩!$A$11:$C$14</definedName>`,
    );
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="3">'晋升候选人 2025-06'!$11:$11</definedName>`,
    );
  });

  it("gives every byte back that it took when all of it is taken off again", async () => {
    const book = await open(saved);
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("晋升候选人 2025-06");
      sheet.charts.getItem("new").delete();
      sheet.autoFilter.remove();
      sheet.horizontalPageBreaks.removePageBreaks();
      sheet.getRange("A1:M40").clear();
      sheet.names.getItem("CS.sheet").delete();
      context.workbook.comments.getItemByCell("'晋升候选人 2025-06'!A11").delete();
      await context.sync();
    });
    const parts = partsOf(await book.save());
    const xml = parts["xl/worksheets/sheet4.xml"] ?? "";
    expect(xml).not.toMatch(/autoFilter|rowBreaks|dataValidation|hyperlink/);
    expect(Object.keys(parts).filter((path) => path.startsWith("xl/charts/"))).toHaveLength(1);
    expect(parts["xl/workbook.xml"]).not.toMatch(/_FilterDatabase" localSheetId="3"/);
    book.close();
  });
});

it("LibreOffice opens it without repair, with its print areas, titles, filter, links and chart", async () => {
  const converted = await convertWithOffice({
    files: { "out.xlsx": saved },
    to: "xlsx",
    recalculate: false,
  });
  const bytes = converted.get("out.xlsx");
  if (bytes === undefined) throw new Error("LibreOffice did not open the file.");
  const book = new ExcelJS.Workbook();
  // The library's own type of a buffer is an older one than Node's.
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  for (const name of ["晋升候选人 2025-06", "成绩"]) {
    const sheet = book.getWorksheet(name);
    expect(sheet?.pageSetup).toMatchObject({
      orientation: "landscape",
      paperSize: 9,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: "A1:M40",
      printTitlesRow: "11:11",
    });
    expect(sheet?.autoFilter).toBe("A11:C14");
    expect(sheet?.getCell("E13").dataValidation).toMatchObject({
      type: "list",
      // LibreOffice adds an empty second one.
      formulae: expect.arrayContaining(['"初级客服,中级客服"']) as unknown,
      prompt: "从列表中选择 <一个>",
    });
    expect(sheet?.getCell("F12").hyperlink).toBe("https://example.com/?a=1&b=2");
    expect(sheet?.getCell("A11").note).toBeDefined();
    expect(sheet?.getColumn(1).width).toBeCloseTo(22.9, 0);
  }
  expect(book.getWorksheet("隐藏")?.state).not.toBe("visible");
  expect(Object.keys(book.getWorksheet("流程")?.getTables() ?? {})).toHaveLength(1);
  const parts = partsOf(bytes);
  expect(parts["xl/worksheets/sheet4.xml"]).toMatch(/<pageSetUpPr fitToPage="true"/);
  const charts = Object.keys(parts).filter((path) => /charts\/chart\d+\.xml$/.test(path));
  expect(charts).toHaveLength(2);
  expect(parts[charts[0] ?? ""]).toContain("各等级人数 &amp; 月份");
}, 180_000);
