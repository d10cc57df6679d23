import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bench, errorOf } from "./harness";
import type { Bench } from "./harness";

let page: Bench;

beforeEach(async () => {
  page = await bench([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
});

afterEach(() => page.dispose());

const FORMULA = '=N("CS.warning")=0';

/** Adds a rule with our mark to areas. */
function mark(context: Excel.RequestContext, addresses: string): Excel.ConditionalFormat {
  const sheet = context.workbook.worksheets.getFirst();
  const format = sheet.getRanges(addresses).conditionalFormats.add("Custom");
  format.custom.rule.formula = FORMULA;
  format.custom.format.fill.color = "#FFEB9C";
  format.custom.format.font.bold = true;
  format.stopIfTrue = true;
  return format;
}

describe("Conditional formats", () => {
  test("are added to areas and read back", async () => {
    const seen = await page.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      mark(context, "A1:B1,C3");
      await context.sync();
      const formats = sheet.getRange().conditionalFormats;
      formats.load("items/type,items/id,items/priority,items/stopIfTrue");
      await context.sync();
      const [format] = formats.items;
      if (!format) return null;
      const areas = format.getRanges();
      areas.load("address");
      format.load("custom/rule/formula,custom/format/fill/color,custom/format/font/bold");
      await context.sync();
      return {
        count: formats.items.length,
        type: format.type,
        priority: format.priority,
        stop: format.stopIfTrue,
        areas: areas.address,
        formula: format.custom.rule.formula,
        fill: format.custom.format.fill.color,
        bold: format.custom.format.font.bold,
      };
    });
    expect(seen).toEqual({
      count: 1,
      type: "Custom",
      priority: 0,
      stop: true,
      areas: "Data!A1:B1,Data!C3",
      formula: FORMULA,
      fill: "#FFEB9C",
      bold: true,
    });
  });

  test("a new rule goes before older ones", async () => {
    const formulas = await page.run(async (context) => {
      const first = mark(context, "A1");
      const second = mark(context, "A1");
      first.custom.rule.formula = "=TRUE";
      second.custom.rule.formula = "=FALSE";
      await context.sync();
      const formats = context.workbook.worksheets.getFirst().getRange("A1").conditionalFormats;
      formats.load("items/custom/rule/formula");
      await context.sync();
      return formats.items.map((format) => format.custom.rule.formula);
    });
    expect(formulas).toEqual(["=FALSE", "=TRUE"]);
  });

  test("one rule is deleted, others stay", async () => {
    const count = await page.run(async (context) => {
      mark(context, "A1:A3");
      const other = mark(context, "B1:B3");
      await context.sync();
      other.delete();
      const left = context.workbook.worksheets.getFirst().getRange().conditionalFormats.getCount();
      await context.sync();
      return left.value;
    });
    expect(count).toBe(1);
  });

  test("clearing cells cuts them out of a rule", async () => {
    const addresses = await page.run(async (context) => {
      mark(context, "A1:C3");
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("B2").conditionalFormats.clearAll();
      const formats = sheet.getRange().conditionalFormats;
      formats.load("items/id");
      await context.sync();
      const [format] = formats.items;
      const areas = format?.getRanges();
      areas?.load("address,cellCount");
      await context.sync();
      return [areas?.address, areas?.cellCount];
    });
    expect(addresses).toEqual(["Data!A1:C1,Data!A3:C3,Data!A2,Data!C2", 8]);
  });

  test("their cells are special cells", async () => {
    const address = await page.run(async (context) => {
      mark(context, "A1:B2");
      const found = context.workbook.worksheets
        .getFirst()
        .getRange("A1:C3")
        .getSpecialCellsOrNullObject("ConditionalFormats");
      found.load("address");
      await context.sync();
      return found.address;
    });
    expect(address).toBe("Data!A1:B2");
  });

  test("other kinds of rules are not emulated, and say so", async () => {
    const error = await errorOf(
      page.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange("A1").conditionalFormats.add("DataBar");
        await context.sync();
      }),
    );
    expect(error.code).toBe("NotImplemented");
  });

  test("a list of addresses is cut off after 8,192 characters without a word", async () => {
    const cells = Array.from({ length: 2000 }, (_, index) => `A${1000 + index}`);
    const count = await page.run(async (context) => {
      const areas = context.workbook.worksheets.getFirst().getRanges(cells.join(","));
      areas.load("areaCount");
      await context.sync();
      return areas.areaCount;
    });
    expect(count).toBe(Math.floor(8193 / 6));
  });
});

describe("Protection", () => {
  test("refuses writing, allows what its options allow", async () => {
    page.host.protectSheet("Data", { allowFormatCells: true });
    const write = (change: (sheet: Excel.Worksheet) => void) =>
      page.run(async (context) => {
        change(context.workbook.worksheets.getFirst());
        await context.sync();
      });
    const { code } = await errorOf(
      write((sheet) => {
        sheet.getRange("A1").values = [[2]];
      }),
    );
    expect(code).toBe("AccessDenied");
    await write((sheet) => {
      sheet.getRange("A1").format.fill.color = "#00FF00";
    });
    expect(await page.values("A1")).toEqual([[1]]);
  });

  test("refuses conditional formats on a protected sheet", async () => {
    page.host.protectSheet("Data");
    const { code } = await errorOf(
      page.run(async (context) => {
        mark(context, "A1");
        await context.sync();
      }),
    );
    expect(code).toBe("AccessDenied");
  });

  test("is put on and taken off; taking off what is not there fails", async () => {
    const states = await page.run(async (context) => {
      const { protection } = context.workbook.worksheets.getFirst();
      protection.protect({ allowFormatCells: true }, "secret");
      protection.load("protected,options");
      await context.sync();
      return [protection.protected, protection.options.allowFormatCells];
    });
    expect(states).toEqual([true, true]);
    const unprotect = (password?: string) =>
      page.run(async (context) => {
        context.workbook.worksheets.getFirst().protection.unprotect(password);
        await context.sync();
      });
    expect((await errorOf(unprotect("wrong"))).code).toBe("AccessDenied");
    await unprotect("secret");
    expect((await errorOf(unprotect())).code).toBe("AccessDenied");
  });
});

describe("Writing", () => {
  const cases: [string, unknown, unknown, string][] = [
    ["a number", 1.5, 1.5, "Double"],
    ["a text", "abc", "abc", "String"],
    ["a truth value", true, true, "Boolean"],
    ["nothing", "", "", "Empty"],
    ["a formula", "=B1+C1", 5, "Double"],
    ["a formula after an apostrophe", "'=B1+C1", "=B1+C1", "String"],
    ["a number as text after an apostrophe", "'007", "007", "String"],
    ["a number as text, which Excel takes for a number", "007", 7, "Double"],
    ["an amount with separators", "1,234.5", 1234.5, "Double"],
    ["a day", "2026-03-01", 46082, "Double"],
    ["a month", "2026-03", 46082, "Double"],
    ["a day that does not exist", "2026-02-30", "2026-02-30", "String"],
    ["an error", "#N/A", "#N/A", "Error"],
    ["full-width digits", "８５", "８５", "String"],
    ["a unit", "85分", "85分", "String"],
  ];
  test.each(cases)("%s", async (_, written, value, type) => {
    const seen = await page.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      range.values = [[written]];
      range.load("values,valueTypes");
      await context.sync();
      return [range.values, range.valueTypes];
    });
    expect(seen).toEqual([[[value]], [[type]]]);
  });

  test("one value fills a range; null leaves a cell alone", async () => {
    await page.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      // The client's types only know matrices; Excel takes one value for all cells too.
      sheet.getRange("A1:B1").values = "x" as never;
      sheet.getRange("A2:B2").values = [[null, 50]];
      await context.sync();
    });
    expect(await page.values("A1:B2")).toEqual([
      ["x", "x"],
      [4, 50],
    ]);
  });

  test("text cells keep what looks like a number", async () => {
    await page.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      range.numberFormat = [["@"]];
      range.values = [["007"]];
      await context.sync();
    });
    expect(await page.values("A1")).toEqual([["007"]]);
  });

  test("clearing contents leaves the looks", async () => {
    const seen = await page.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      range.format.fill.color = "#123456";
      range.clear("Contents");
      range.load("values,format/fill/color");
      await context.sync();
      return [range.values, range.format.fill.color];
    });
    expect(seen).toEqual([[[""]], "#123456"]);
  });
});

describe("Custom XML parts", () => {
  const XML = '<?xml version="1.0"?><p:policy xmlns:p="urn:one" xmlns="urn:two">1</p:policy>';

  test("are added, found by namespace, changed and deleted", async () => {
    const seen = await page.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      const added = parts.add(XML);
      parts.add('<x xmlns="urn:two"/>');
      added.load("id,namespaceUri");
      await context.sync();
      const scoped = parts.getByNamespace("urn:one");
      scoped.load("items/id");
      const only = scoped.getOnlyItem();
      const xml = only.getXml();
      await context.sync();
      const same = parts.getItem(added.id);
      same.setXml(XML.replace(">1<", ">2<"));
      const changed = same.getXml();
      const all = parts.getCount();
      await context.sync();
      same.delete();
      const none = parts.getByNamespace("urn:one").getOnlyItemOrNullObject();
      const gone = parts.getItemOrNullObject(added.id);
      await context.sync();
      return [
        added.namespaceUri,
        scoped.items.length,
        xml.value === XML,
        changed.value.includes(">2<"),
        all.value,
        none.isNullObject,
        gone.isNullObject,
      ];
    });
    expect(seen).toEqual(["urn:one", 1, true, true, 2, true, true]);
  });

  test.each(["", "no xml", "<a>", "<a></b>", "<a>&b;</a>", "<a/><b/>"])(
    "%j is refused",
    async (xml) => {
      const { code } = await errorOf(
        page.run(async (context) => {
          context.workbook.customXmlParts.add(xml);
          await context.sync();
        }),
      );
      expect(code).toBe("InvalidArgument");
      expect(page.host.workbook.customXmlParts).toEqual([]);
    },
  );
});

describe("Events", () => {
  test("changes, selections and activated sheets reach who listens", async () => {
    const seen: unknown[] = [];
    await page.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.onChanged.add((event) => {
        seen.push(["changed", event.address, event.changeType, event.source]);
        return Promise.resolve();
      });
      sheets.onActivated.add((event) => {
        seen.push(["activated", event.worksheetId]);
        return Promise.resolve();
      });
      sheets.getFirst().onSelectionChanged.add((event) => {
        seen.push(["selected", event.address]);
        return Promise.resolve();
      });
      await context.sync();
      sheets.getFirst().getRange("B2:C3").values = [
        [1, 2],
        [3, 4],
      ];
      sheets.getFirst().getRange("B2").select();
      sheets.add("Other").activate();
      await context.sync();
    });
    page.host.tellRemoteChange("Data", "A1:A2");
    await expect.poll(() => seen.length).toBe(4);
    expect(seen).toEqual([
      ["changed", "B2:C3", "RangeEdited", "Local"],
      ["selected", "B2"],
      ["activated", page.host.workbook.sheets()[1]?.id],
      ["changed", "A1:A2", "RangeEdited", "Remote"],
    ]);
  });

  test("are not sent any more once the handler is removed", async () => {
    let count = 0;
    const handler = await page.run(async (context) => {
      const result = context.workbook.worksheets.getFirst().onChanged.add(() => {
        count += 1;
        return Promise.resolve();
      });
      await context.sync();
      return result;
    });
    const write = () =>
      page.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange("A1").values = [[count]];
        await context.sync();
      });
    await write();
    await expect.poll(() => count).toBe(1);
    await page.office.Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    await write();
    await page.host.whenIdle();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(count).toBe(1);
  });
});

describe("Shared runtime", () => {
  test("ribbon commands run what is associated with them", async () => {
    page.office.runScript(`
      var ran = [];
      Office.actions.associate("validateMonth", (event) => { ran.push(event.source.id); });
    `);
    await page.host.runAction("validateMonth");
    expect(page.office.window["ran"]).toEqual(["validateMonth"]);
  });

  test("a button is over when the add-in says so; unknown ones end with a status of their own", async () => {
    page.office.runScript(`
      var event = null;
      Office.actions.associate("slow", (given) => { event = given; });
    `);
    const over: number[] = [];
    void page.host.pressButton("slow").then((status) => over.push(status));
    await expect.poll(() => page.office.window["event"]).not.toBeNull();
    expect(page.office.window["event"]).toMatchObject({ source: { id: "slow" } });
    expect(over).toEqual([]);
    page.office.runScript("event.completed();");
    await expect.poll(() => over).toEqual([0]);
    expect(await page.host.pressButton("nobody's")).not.toBe(0);
  });

  test("where the pane comes after the command, showing it waits for its end", async () => {
    const late = await bench([[1]], { behaviours: ["paneAfterCommand"] });
    late.host.setPaneState("Background");
    const states: string[] = [];
    late.host.onPaneState((state) => states.push(state));
    late.office.runScript(`
      var event = null;
      Office.actions.associate("show", (given) => { event = given; Office.addin.showAsTaskpane(); });
    `);
    void late.host.pressButton("show");
    await expect.poll(() => late.office.window["event"]).not.toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(states).toEqual([]);
    late.office.runScript("event.completed();");
    await expect.poll(() => states).toEqual(["Visible"]);
    late.dispose();
  });

  test("the pane is shown and hidden, and says so", async () => {
    const states: string[] = [];
    page.host.onPaneState((state) => states.push(state));
    const { addin } = page.office.Office;
    const modes: string[] = [];
    await addin.onVisibilityModeChanged((message) => modes.push(message.visibilityMode));
    await addin.hide();
    await addin.showAsTaskpane();
    await addin.setStartupBehavior("Load" as Office.StartupBehavior);
    expect(await addin.getStartupBehavior()).toBe("Load");
    expect(states).toEqual(["Background", "Visible"]);
    await expect.poll(() => modes).toEqual(["Hidden", "Taskpane"]);
  });
});
