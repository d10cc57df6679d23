import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asOfMonth, findLayout, readRecords } from "../../src/scoresheet";
import type { ScoreSheet } from "../../src/scoresheet";
import type { Cell } from "../../src/grid";
import { addMonths, formatMonth, monthNumber, monthOf, yearOf } from "../../src/units";
import { brief, gridOf, layoutOf, limits, options } from "./setup";

interface Truth {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly level: string;
    /** One a month; undefined where the sheet says nothing. */
    readonly scores: readonly (Cell | undefined)[];
  }[];
}

const MONTHS = 6;
const FIRST = monthOf(2024, 10);
const BLANKS: readonly Cell[] = ["", null];

const scores = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10) },
  { weight: 2, arbitrary: fc.constant(undefined) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Cell>(
      "85分",
      "８８",
      "产假",
      "病假",
      0,
      "0分",
      850,
      "优秀",
      "八十五",
      true,
      "#N/A",
    ),
  },
);

const truths: fc.Arbitrary<Truth> = fc
  .array(fc.array(scores, { minLength: MONTHS, maxLength: MONTHS }), { minLength: 1, maxLength: 6 })
  .map((people) => ({
    people: people.map((cells, index) => ({
      id: String(1001 + index),
      name: `客服${String.fromCharCode(0x4e00 + index)}`,
      level: index % 2 === 0 ? "初级" : "中级客服",
      scores: cells,
    })),
  }));

type Rows = readonly (readonly Cell[])[];

function longRows(truth: Truth, blank: Cell): Rows {
  const rows = truth.people.flatMap((person) =>
    person.scores.flatMap((score, index): Cell[][] =>
      score === undefined
        ? []
        : [
            [
              person.id,
              person.name,
              formatMonth(addMonths(FIRST, index)),
              person.level,
              score,
              blank,
            ],
          ],
    ),
  );
  return [["工号", "姓名", "月份", "级别", "绩效分数", "备注"], ...rows];
}

function wideRows(truth: Truth, blank: Cell): Rows {
  const months = Array.from({ length: MONTHS }, (_, index) => {
    const month = addMonths(FIRST, index);
    return `${yearOf(month)}年${monthNumber(month)}月`;
  });
  return [
    ["工号", "姓名", "级别", ...months],
    ...truth.people.map((person) => [
      person.id,
      person.name,
      person.level,
      ...person.scores.map((score) => score ?? blank),
    ]),
  ];
}

/** The people, months and scores that were read, without where they stood. */
function essence(sheet: ScoreSheet): string[] {
  return sheet.people
    .flatMap((person) =>
      person.records.map(({ month, level, score }) => {
        const when = month.quantity.kind === "value" ? formatMonth(month.quantity.value) : "?";
        return `${person.key} ${person.name} ${when} ${level.text} ${brief(score.quantity)}`;
      }),
    )
    .sort();
}

function read(rows: Rows, firstRow = 0, firstColumn = 0): ScoreSheet {
  const grid = gridOf(rows, { firstRow, firstColumn });
  return readRecords(grid, layoutOf(grid), { limits });
}

function shuffleColumns(rows: Rows, order: readonly number[]): Rows {
  return rows.map((row) => order.map((column) => row[column] ?? ""));
}

const shapes = [
  ["long", longRows],
  ["wide", wideRows],
] as const;

describe.each(BLANKS)("with blanks as %j", (blank) => {
  it("long and wide say the same", () => {
    const seed = 13;
    fc.assert(
      fc.property(truths, (truth) => {
        const long = read(longRows(truth, blank));
        const wide = read(wideRows(truth, blank));
        expect(essence(wide), `seed ${seed}`).toEqual(essence(long));
        expect(asOfMonth(wide), `seed ${seed}`).toEqual(asOfMonth(long));
        expect(wide.people.length, `seed ${seed}`).toBe(truth.people.length);
      }),
      { seed, numRuns: 200 },
    );
  });

  it.each(shapes)("%s: where the sheet begins changes the cells and nothing else", (_, rowsOf) => {
    const seed = 14;
    const shifts = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(truths, shifts, shifts, (truth, down, right) => {
        const rows = rowsOf(truth, blank);
        const here = read(rows);
        const there = read(rows, down, right);
        expect(essence(there), `seed ${seed}`).toEqual(essence(here));
        expect(
          there.records.map(({ score }) => score.cell),
          `seed ${seed}`,
        ).toEqual(
          here.records.map(({ score: { cell } }) =>
            cell === null ? null : { ...cell, row: cell.row + down, column: cell.column + right },
          ),
        );
      }),
      { seed, numRuns: 60 },
    );
  });

  it.each(shapes)("%s: titles, blank rows, sums and signatures change nothing", (_, rowsOf) => {
    const seed = 15;
    const noise = fc.constantFrom<readonly Cell[]>(
      [],
      [blank, blank, blank],
      ["", "合计", "", "", 85],
      ["小计", "", "", "", 170],
      ["制表人：王五", "", "审核：赵六"],
      [blank, "平均", blank, 80, 85, 90],
    );
    const titles = fc.array(
      fc.constantFrom<readonly Cell[]>([], ["客服部2025年考核表"], ["部门", "客服部"]),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(truths, titles, fc.infiniteStream(noise), (truth, above, noises) => {
        const [header = [], ...rows] = rowsOf(truth, blank);
        const mixed = rows.flatMap((row) => [row, ...noises.take(1)]);
        const messy = read([...above, header, ...mixed, ...noises.take(3)]);
        expect(essence(messy), `seed ${seed}`).toEqual(essence(read([header, ...rows])));
        expect(messy.nameless, `seed ${seed}`).toEqual([]);
      }),
      { seed, numRuns: 150 },
    );
  });

  it.each(shapes)("%s: the order of columns changes nothing", (_, rowsOf) => {
    const seed = 16;
    const keys = fc.array(fc.double({ noNaN: true }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(truths, keys, (truth, weights) => {
        const rows = rowsOf(truth, blank);
        const order = [...(rows[0] ?? [])].map((_, column) => column);
        order.sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0));
        expect(essence(read(shuffleColumns(rows, order))), `seed ${seed}`).toEqual(
          essence(read(rows)),
        );
      }),
      { seed, numRuns: 100 },
    );
  });

  it.each(shapes)("%s: the order of people changes only their order", (_, rowsOf) => {
    const seed = 17;
    fc.assert(
      fc.property(truths, (truth) => {
        const turned = { people: [...truth.people].reverse() };
        expect(essence(read(rowsOf(turned, blank))), `seed ${seed}`).toEqual(
          essence(read(rowsOf(truth, blank))),
        );
      }),
      { seed, numRuns: 50 },
    );
  });
});

describe("any cells at all", () => {
  it("are read without a throw, and every record is somebody's or nameless", () => {
    const seed = 18;
    const cell = fc.oneof(
      fc.constantFrom<Cell>(
        "姓名",
        "工号",
        "月份",
        "绩效分数",
        "级别",
        "绩效",
        "岗位",
        "2025-03",
        "3月",
        "13月",
        "合计",
        "",
        null,
        0,
        85,
        45_717,
        true,
      ),
      fc.double(),
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constant<Cell>({ error: "#REF!" }),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 });
    let layouts = 0;
    fc.assert(
      fc.property(rows, (cells) => {
        const grid = gridOf([...cells, ["姓名", "月份", "绩效分数"], ...cells]);
        const layout = findLayout(grid, options);
        if (layout.kind === "none") return;
        layouts += 1;
        const sheet = readRecords(grid, layout, { limits });
        const owned = sheet.people.reduce((count, { records }) => count + records.length, 0);
        expect(owned + sheet.nameless.length, `seed ${seed}`).toBeLessThanOrEqual(
          sheet.records.length,
        );
        if (layout.kind === "long")
          expect(owned + sheet.nameless.length, `seed ${seed}`).toBe(sheet.records.length);
      }),
      { seed, numRuns: 500 },
    );
    expect(layouts).toBeGreaterThan(300);
  });
});
