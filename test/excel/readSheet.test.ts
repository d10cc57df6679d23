import { afterEach, describe, expect, test } from "vitest";
import type { Area } from "../../src/grid";
import {
  numbers,
  openWorkbook,
  problemOf,
  toldOf,
  type OpenWorkbook,
} from "../workbook/openWorkbook";

let book: OpenWorkbook;
afterEach(() => book.close());

const MEGABYTE = 1_000_000;

/** Requests that read cells, with the bytes of their answers. */
function reads(): { bytes: number; error: string | null }[] {
  return book.host.log
    .filter(({ members }) => members.some((member) => /^Range\.(values|formulas)$/.test(member)))
    .map(({ bytesOut, error }) => ({ bytes: bytesOut, error }));
}

describe("what is read", () => {
  test("the used range with its place, blanks as empty text, errors as their text", async () => {
    book = await openWorkbook([
      {
        name: "成绩",
        cells: [
          [],
          [null, "姓名", "分数"],
          [null, "甲", 88.5],
          [null, "乙", null],
          [null, { error: "#N/A" }, true],
        ],
      },
    ]);
    const grid = await book.gateway.readSheet(book.ref("成绩"));
    expect(grid?.firstRow).toBe(1);
    expect(grid?.firstColumn).toBe(1);
    expect(grid?.rows).toEqual([
      ["姓名", "分数"],
      ["甲", 88.5],
      ["乙", ""],
      ["#N/A", true],
    ]);
  });

  test("an empty sheet has no rows", async () => {
    book = await openWorkbook([{ name: "空" }]);
    expect((await book.gateway.readSheet(book.ref("空")))?.rows).toEqual([]);
  });

  test("a sheet that is gone", async () => {
    book = await openWorkbook([{ name: "一" }]);
    const gone = book.gateway.readSheet({ id: "nowhere", name: "无" });
    expect((await problemOf(gone)).problem).toBe("notFound");
  });

  test("formulas, told from text and values, in the area that was asked for", async () => {
    book = await openWorkbook([
      {
        name: "成绩",
        cells: [
          ["a", "=1+1"],
          ["=2*3", 4],
          ["x", "=A1"],
        ],
      },
    ]);
    const area: Area = { row: 0, column: 0, rows: 2, columns: 2 };
    const isFormula = await book.gateway.findFormulas(book.ref("成绩"), area);
    const cells = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => [row, column] as const));
    expect(cells.filter(([row, column]) => isFormula(row, column))).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  test("sheets in tab order, with the active and the hidden ones", async () => {
    book = await openWorkbook([
      { name: "一" },
      { name: "二", visibility: "Hidden" },
      { name: "三" },
    ]);
    book.host.workbook.activate(book.sheet("三").id);
    const sheets = await book.gateway.listSheets();
    expect(sheets.map(({ name, active, visible }) => ({ name, active, visible }))).toEqual([
      { name: "一", active: false, visible: true },
      { name: "二", active: false, visible: false },
      { name: "三", active: true, visible: true },
    ]);
  });
});

describe("chunks", () => {
  test("first 20,000 cells, then answers of 2 to 4 MB, one round trip each", async () => {
    const cells = numbers(60_000, 12);
    book = await openWorkbook([{ name: "大", cells }]);
    book.host.resetCounters();
    const grid = await book.gateway.readSheet(book.ref("大"));
    expect(grid?.rows).toEqual(cells);
    const [first, ...rest] = reads();
    const last = rest.pop();
    expect(first?.bytes).toBeLessThan(MEGABYTE);
    expect(rest.length).toBeGreaterThan(0);
    for (const { bytes } of rest) {
      expect(bytes).toBeGreaterThan(2 * MEGABYTE);
      expect(bytes).toBeLessThan(4 * MEGABYTE);
    }
    expect(last?.bytes).toBeLessThan(4 * MEGABYTE);
    // The used range, then the chunks; nothing per row.
    expect(book.host.log.length).toBe(rest.length + 3);
  });

  test("Chinese text weighs three bytes a character", async () => {
    const text = "连续五个月绩效考核".repeat(12);
    const cells = Array.from({ length: 30_000 }, (_, row) => [`${row}`, text]);
    book = await openWorkbook([{ name: "长", cells }]);
    book.host.resetCounters();
    const grid = await book.gateway.readSheet(book.ref("长"));
    expect(grid?.rows.length).toBe(30_000);
    for (const { bytes, error } of reads().slice(1)) {
      expect(error).toBeNull();
      expect(bytes).toBeLessThan(4 * MEGABYTE);
    }
  });

  test.each([
    { what: "refused as too large", maxBytes: 60_000, readNullAbove: Infinity },
    { what: "answered with nothing", maxBytes: 5 * MEGABYTE, readNullAbove: 3_000 },
  ])("an answer $what is read again in halves", async ({ maxBytes, readNullAbove }) => {
    const cells = numbers(5_000, 6);
    book = await openWorkbook([{ name: "窄", cells }], { maxBytes });
    book.host.faults.readNullAbove = readNullAbove;
    expect((await book.gateway.readSheet(book.ref("窄")))?.rows).toEqual(cells);
  });

  test("formulas come in chunks as well", async () => {
    const cells = Array.from({ length: 30_000 }, (_, row) => [row % 7 === 0 ? `=${row}+1` : row]);
    book = await openWorkbook([{ name: "式", cells }]);
    const area: Area = { row: 0, column: 0, rows: cells.length, columns: 1 };
    const isFormula = await book.gateway.findFormulas(book.ref("式"), area);
    expect(cells.every((_, row) => isFormula(row, 0) === (row % 7 === 0))).toBe(true);
  });

  describe("formulas of many cells", () => {
    const ROWS = 60_000;
    const COLUMNS = 4;
    const area: Area = { row: 0, column: 0, rows: ROWS, columns: COLUMNS };
    const formulas = async () => {
      book.host.resetCounters();
      return book.gateway.findFormulas(book.ref("大"), area);
    };
    const requests = (): number => book.host.counters.requests;

    test("are not read where Excel says that there are none", async () => {
      book = await openWorkbook([{ name: "大", cells: numbers(ROWS, COLUMNS) }]);
      const isFormula = await formulas();
      expect(requests()).toBe(1);
      expect(isFormula(ROWS - 1, COLUMNS - 1)).toBe(false);
    });

    test("are read where there is a single one", async () => {
      const cells: unknown[][] = numbers(ROWS, COLUMNS);
      cells[ROWS - 1]?.splice(COLUMNS - 1, 1, "=A1");
      book = await openWorkbook([{ name: "大", cells }]);
      const isFormula = await formulas();
      expect(isFormula(ROWS - 1, COLUMNS - 1)).toBe(true);
      expect(isFormula(ROWS - 1, 0)).toBe(false);
    });

    test("are read where Excel does not tell", async () => {
      const cells: unknown[][] = numbers(ROWS, COLUMNS);
      cells[7]?.splice(0, 1, "=B1");
      book = await openWorkbook([{ name: "大", cells }]);
      book.host.faults.failRequest(1, { code: "GeneralException" });
      const isFormula = await formulas();
      expect(isFormula(7, 0)).toBe(true);
      expect(isFormula(8, 0)).toBe(false);
    });

    test("are read on a protected sheet, on which Excel may find none", async () => {
      book = await openWorkbook([{ name: "大", cells: numbers(ROWS, COLUMNS) }]);
      book.host.protectSheet("大");
      await formulas();
      expect(requests()).toBeGreaterThan(1);
    });
  });

  test("a single row beyond the limit is an error, not a loop", async () => {
    const long = "字".repeat(9_000);
    book = await openWorkbook([{ name: "长", cells: [[long]] }], { maxBytes: 20_000 });
    expect((await problemOf(book.gateway.readSheet(book.ref("长")))).problem).toBe("tooLarge");
  });
});

describe("on the way", () => {
  test("progress rises to the end", async () => {
    book = await openWorkbook([{ name: "大", cells: numbers(30_000, 4) }]);
    const seen: number[] = [];
    await book.gateway.readSheet(book.ref("大"), {
      onProgress: ({ rows, of }) => {
        expect(of).toBe(30_000);
        seen.push(rows);
      },
    });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(30_000);
  });

  test("cancelled between two chunks", async () => {
    book = await openWorkbook([{ name: "大", cells: numbers(30_000, 4) }]);
    const controller = new AbortController();
    const request = book.gateway.readSheet(book.ref("大"), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(await toldOf(request)).toEqual({ kind: "cancelled" });
    expect(reads().length).toBe(1);
  });

  test("a sheet that its first rows rule out is not read on", async () => {
    book = await openWorkbook([{ name: "别的", cells: numbers(30_000, 4) }]);
    const heads: number[] = [];
    const grid = await book.gateway.readSheet(book.ref("别的"), {
      accept: (head) => {
        heads.push(head.rows.length);
        return false;
      },
    });
    expect(grid).toBeNull();
    expect(heads).toEqual([5_000]);
    expect(reads().length).toBe(1);
  });

  test("every request may fail: the error is told, and the next read is whole", async () => {
    const cells = numbers(12_000, 4);
    book = await openWorkbook([{ name: "大", cells }]);
    await book.gateway.readSheet(book.ref("大"));
    const { requests } = book.host.counters;
    for (let number = 1; number <= requests; number += 1) {
      book.host.faults.failRequest(number, { code: "GeneralException" });
      const { problem, message } = await problemOf(book.gateway.readSheet(book.ref("大")));
      expect(problem).toBe("unknown");
      expect(message).toContain("GeneralException");
      book.host.faults.clear();
    }
    expect((await book.gateway.readSheet(book.ref("大")))?.rows).toEqual(cells);
  });

  test("while a cell is being edited", async () => {
    book = await openWorkbook([{ name: "一", cells: [[1]] }]);
    book.host.faults.cellEditing = true;
    expect((await problemOf(book.gateway.readSheet(book.ref("一")))).problem).toBe("cellEditing");
  });
});
