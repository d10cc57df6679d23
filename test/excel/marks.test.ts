import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MarkKind, Marks } from "../../src/views";
import type { Area } from "../../src/grid";
import {
  numbers,
  openWorkbook,
  problemOf,
  rulesOf,
  type OpenWorkbook,
} from "../workbook/openWorkbook";

const CELLS: Area = { row: 0, column: 0, rows: 40, columns: 6 };
const HR_RULE = {
  kind: "Custom",
  areas: [{ row: 1, column: 1, rows: 30, columns: 2 }],
  formula: "=$B2<60",
  stopIfTrue: false,
  style: { fillColor: "#FF00FF" },
} as const;

let book: OpenWorkbook;

beforeEach(async () => {
  const cells = numbers(CELLS.rows, CELLS.columns);
  book = await openWorkbook([
    { name: "成绩", cells },
    { name: "汇总", cells },
  ]);
  for (const name of ["成绩", "汇总"]) book.sheet(name).addConditionalFormat(HR_RULE);
});
afterEach(() => book.close());

type Places = { readonly [kind in MarkKind]?: readonly (readonly [number, number])[] };

function marks(places: Places, name = "成绩"): Marks {
  const sheet = book.ref(name);
  const cellsOf = (kind: MarkKind) =>
    (places[kind] ?? []).map(([row, column]) => ({ sheet, row, column }));
  return {
    sheetId: sheet.id,
    cells: {
      error: cellsOf("error"),
      warning: cellsOf("warning"),
      candidate: cellsOf("candidate"),
    },
  };
}

const SOME: Places = {
  error: [
    [3, 2],
    [4, 2],
    [9, 4],
  ],
  warning: [[5, 2]],
  candidate: [[7, 0]],
};

/** The formulas of our rules on a sheet, with the cells they cover. */
function ours(name = "成绩"): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { formula, areas } of rulesOf(book.sheet(name))) {
    if (!formula.includes("CS.")) continue;
    const cells = (found[formula] ??= []);
    for (const { row, column, rows, columns } of areas)
      for (let down = 0; down < rows; down += 1)
        for (let across = 0; across < columns; across += 1)
          cells.push(`${row + down},${column + across}`);
  }
  return found;
}

const OURS_OF_SOME = {
  '=N("CS.error")=0': ["3,2", "4,2", "9,4"],
  '=N("CS.warning")=0': ["5,2"],
  '=N("CS.candidate")=0': ["7,0"],
};

const foreign = (name: string) =>
  rulesOf(book.sheet(name)).filter(({ formula }) => !formula.includes("CS."));

function expectForeignUntouched(): void {
  for (const name of ["成绩", "汇总"]) expect(foreign(name)).toEqual([HR_RULE]);
}

describe("highlighting", () => {
  test("each kind on its cells, in looks of its own", async () => {
    await book.gateway.applyMarks(marks(SOME), CELLS);
    expect(ours()).toEqual(OURS_OF_SOME);
    const looks = rulesOf(book.sheet("成绩"))
      .filter(({ formula }) => formula.includes("CS."))
      .map(({ style }) => style);
    expect(
      looks.map(({ bold, italic, underline }) => [bold, italic, underline].map(Boolean)),
    ).toEqual(
      expect.arrayContaining([
        [true, false, false],
        [false, true, false],
        [false, false, true],
      ]),
    );
    expect(new Set(looks.map(({ fillColor }) => fillColor)).size).toBe(3);
    expectForeignUntouched();
  });

  test("again: in place of the earlier marks", async () => {
    await book.gateway.applyMarks(marks(SOME), CELLS);
    await book.gateway.applyMarks(marks({ warning: [[8, 1]] }), CELLS);
    expect(ours()).toEqual({ '=N("CS.warning")=0': ["8,1"] });
    expectForeignUntouched();
  });

  test("thousands of cells in few requests, no address list near the limit", async () => {
    const cells = numbers(9_000, 3);
    await book.close();
    book = await openWorkbook([{ name: "成绩", cells }]);
    const error = cells.flatMap((_, row) => (row % 2 === 0 ? [[row, 1] as const] : []));
    book.host.resetCounters();
    await book.gateway.applyMarks(marks({ error }), { row: 0, column: 0, rows: 9_000, columns: 3 });
    expect(ours()['=N("CS.error")=0']?.length).toBe(4_500);
    expect(book.host.counters.requests).toBeLessThan(8);
  });

  test("nothing is written where the used range is another one by now", async () => {
    const other = { ...CELLS, rows: 39 };
    const { facts } = await problemOf(book.gateway.applyMarks(marks(SOME), other));
    expect(facts).toEqual({ kind: "changed", sheetName: "成绩" });
    expect(ours()).toEqual({});
  });

  test("a protected sheet stays as it is", async () => {
    book.host.protectSheet("成绩");
    const { facts } = await problemOf(book.gateway.applyMarks(marks(SOME), CELLS));
    expect(facts).toEqual({ kind: "protected", sheetName: "成绩" });
    expect(ours()).toEqual({});
    expectForeignUntouched();
  });
});

describe("clearing", () => {
  test("takes ours from every sheet and nothing else", async () => {
    await book.gateway.applyMarks(marks(SOME), CELLS);
    await book.gateway.applyMarks(marks(SOME, "汇总"), CELLS);
    expect(await book.gateway.clearMarks()).toBe(6);
    expect(ours()).toEqual({});
    expect(ours("汇总")).toEqual({});
    expectForeignUntouched();
  });

  test("knows ours after reopening, when only the formulas are left", async () => {
    book.sheet("汇总").addConditionalFormat({ ...HR_RULE, formula: '=n( "CS.error" ) = 0' });
    book.sheet("汇总").addConditionalFormat({ ...HR_RULE, formula: '=N("CS.errors")=0' });
    expect(await book.gateway.clearMarks()).toBe(1);
    expect(rulesOf(book.sheet("汇总")).map(({ formula }) => formula)).toEqual(
      expect.arrayContaining([HR_RULE.formula, '=N("CS.errors")=0']),
    );
    expect(rulesOf(book.sheet("汇总"))).toHaveLength(2);
  });

  test("nothing to clear", async () => {
    expect(await book.gateway.clearMarks()).toBe(0);
    expectForeignUntouched();
  });

  test("a protected sheet with marks: nothing is cleared anywhere", async () => {
    await book.gateway.applyMarks(marks(SOME), CELLS);
    await book.gateway.applyMarks(marks(SOME, "汇总"), CELLS);
    book.host.protectSheet("汇总");
    const { facts } = await problemOf(book.gateway.clearMarks());
    expect(facts).toEqual({ kind: "protected", sheetName: "汇总" });
    expect(ours()).toEqual(OURS_OF_SOME);
    expect(ours("汇总")).toEqual(OURS_OF_SOME);
  });

  test("a protected sheet without marks is in nobody's way", async () => {
    await book.gateway.applyMarks(marks(SOME), CELLS);
    book.host.protectSheet("汇总");
    expect(await book.gateway.clearMarks()).toBe(3);
    expect(ours()).toEqual({});
  });
});

describe("a rule that Excel cannot hand over", () => {
  /** HR's rule on 成绩 becomes unreadable, and another rule of HR's beside it stays readable. */
  function spoil(how: "members" | "listed", name = "成绩"): void {
    const [rule] = book.sheet(name).conditionalFormats();
    if (rule === undefined) throw new Error("no rule");
    book.host.faults.unreadableRules.set(rule.id, how);
  }

  test.each(["members", "listed"] as const)(
    "%s: highlighting and clearing go on around it",
    async (how) => {
      spoil(how);
      await book.gateway.applyMarks(marks(SOME), CELLS);
      expect(ours()).toEqual(OURS_OF_SOME);
      await book.gateway.applyMarks(marks({ warning: [[8, 1]] }), CELLS);
      expect(ours()).toEqual({ '=N("CS.warning")=0': ["8,1"] });
      await book.gateway.applyMarks(marks(SOME, "汇总"), CELLS);
      expect(await book.gateway.clearMarks()).toBe(4);
      expect([ours(), ours("汇总")]).toEqual([{}, {}]);
      expectForeignUntouched();
    },
  );

  test.each(["members", "listed"] as const)(
    "%s: one of ours that Undo brought back is left, the others go",
    async (how) => {
      await book.gateway.applyMarks(marks(SOME), CELLS);
      const spoiled = book
        .sheet("成绩")
        .conditionalFormats()
        .find(({ formula }) => formula.includes("CS.warning"));
      if (spoiled === undefined) throw new Error("no rule");
      book.host.faults.unreadableRules.set(spoiled.id, how);
      expect(await book.gateway.clearMarks()).toBe(2);
      expect(ours()).toEqual({ '=N("CS.warning")=0': ["5,2"] });
      // Read again after reopening, it is known.
      book.host.faults.clear();
      expect(await book.gateway.clearMarks()).toBe(1);
      expectForeignUntouched();
    },
  );

  test("costs no further request where all can be read", async () => {
    await book.gateway.applyMarks(marks(SOME), CELLS);
    book.host.resetCounters();
    await book.gateway.clearMarks();
    expect(book.host.counters.requests).toBeLessThanOrEqual(4);
  });

  test("other failures are no such rule", async () => {
    await book.gateway.applyMarks(marks(SOME), CELLS);
    book.host.faults.failRequest(2, { code: "GeneralException" });
    book.host.faults.failRequest(3, { code: "GeneralException" });
    expect((await problemOf(book.gateway.clearMarks())).problem).toBe("unknown");
    expect(ours()).toEqual(OURS_OF_SOME);
  });
});

describe("a request fails", () => {
  const before: Places = { warning: [[8, 1]] };
  const oursBefore = { '=N("CS.warning")=0': ["8,1"] };

  async function requestsOf(action: () => Promise<unknown>): Promise<number> {
    book.host.resetCounters();
    await action();
    await book.host.whenIdle();
    return book.host.counters.requests;
  }

  test.each([
    { when: "before anything of it is done", fault: { code: "GeneralException" } },
    { when: "half done", fault: { code: "GeneralException", atAction: 9 } },
  ])("while highlighting, $when: the earlier marks stay", async ({ fault }) => {
    const requests = await requestsOf(() => book.gateway.applyMarks(marks(SOME), CELLS));
    expect(requests).toBeGreaterThan(2);
    let failed = 0;
    for (let number = 1; number <= requests; number += 1) {
      await book.gateway.clearMarks();
      await book.gateway.applyMarks(marks(before), CELLS);
      await book.host.whenIdle();
      book.host.faults.failRequest(number, fault);
      const outcome = await book.gateway.applyMarks(marks(SOME), CELLS).then(
        () => "done",
        () => "failed",
      );
      book.host.faults.clear();
      if (outcome === "failed") {
        failed += 1;
        expect(ours()).toEqual(oursBefore);
      } else expect(ours()).toEqual(OURS_OF_SOME);
      expectForeignUntouched();
    }
    expect(failed).toBeGreaterThan(1);
  });

  test("while clearing: all marks or none", async () => {
    await book.gateway.applyMarks(marks(SOME), CELLS);
    const requests = await requestsOf(() => book.gateway.clearMarks());
    for (let number = 1; number <= requests; number += 1) {
      await book.gateway.clearMarks();
      await book.gateway.applyMarks(marks(SOME), CELLS);
      await book.host.whenIdle();
      book.host.faults.failRequest(number, { code: "GeneralException" });
      await book.gateway.clearMarks().catch(() => undefined);
      book.host.faults.clear();
      expect([{}, OURS_OF_SOME]).toContainEqual(ours());
      expectForeignUntouched();
    }
  });
});
