import fc from "fast-check";
import { formatAddress, type Cell, type Grid } from "../../../src/grid";
import { formatMonth, monthNumber, yearOf, type Month } from "../../../src/units";
import type { Slip, TruePerson, Truth } from "./truth";

/** How a sheet is laid out. */
export type Shape = "long" | "wide" | "blocks" | "twoRows" | "tabs";

/** What does not matter: a clerk reads past it. */
export interface Noise {
  readonly title: boolean;
  readonly blankRows: boolean;
  readonly subtotals: boolean;
  readonly signature: boolean;
  readonly note: boolean;
  readonly shift: { readonly rows: number; readonly columns: number };
  /** Long only: the heading again below each person, a target above the table, the name of a team. */
  readonly repeated: boolean;
  readonly target: boolean;
  readonly team: boolean;
  /** Long only: a column whose cells hold a word of headings, a legend beside or between the people, headings of two lines. */
  readonly job: boolean;
  readonly legend: "none" | "beside" | "between";
  readonly twoLines: boolean;
  /** Long only: year and month in columns of their own, or the year in the title alone. */
  readonly year: "inMonth" | "apart" | "inTitle";
  /** One sheet a month: how the sheets are named, and whether every other one has no 工号. */
  readonly tabs: "iso" | "words" | "yearInTitle";
  readonly withoutId: boolean;
  readonly headings: number;
  readonly monthStyle: number;
  readonly reversed: boolean;
}

export const noises: fc.Arbitrary<Noise> = fc.record({
  title: fc.boolean(),
  blankRows: fc.boolean(),
  subtotals: fc.boolean(),
  signature: fc.boolean(),
  note: fc.boolean(),
  shift: fc.record({
    rows: fc.integer({ min: 0, max: 3 }),
    columns: fc.integer({ min: 0, max: 2 }),
  }),
  repeated: fc.boolean(),
  target: fc.boolean(),
  team: fc.boolean(),
  job: fc.boolean(),
  legend: fc.constantFrom("none", "beside", "between"),
  twoLines: fc.boolean(),
  year: fc.constantFrom("inMonth", "apart", "inTitle"),
  tabs: fc.constantFrom("iso", "words", "yearInTitle"),
  withoutId: fc.boolean(),
  headings: fc.integer({ min: 0, max: 4 }),
  monthStyle: fc.integer({ min: 0, max: 4 }),
  reversed: fc.boolean(),
});

export interface LaidOut {
  /** The sheet to validate last; those before it are of other months. */
  readonly grids: readonly Grid[];
  /** "F-SCO-01 error 成绩!E3 2025-05" for each slip. */
  readonly expected: readonly string[];
}

const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  id: ["工号", "员工编号", "编号", "客服编号", "Employee ID"],
  name: ["姓名", "员工姓名", " 姓 名 ", "名字", "Employee"],
  month: ["月份", "考核月份", "年月", "统计月份", "Month"],
  level: ["级别", "职级", "客服等级", "岗位等级", "Level"],
  score: ["绩效分数", "考核得分", "得分（分）", "考核总分（100分制）", "Score"],
  sales: ["销售额", "业绩", "实际销售额（元）", "当月实际成交额（元）", "Sales (CNY)"],
};

function heading(field: string, { headings }: Noise): string {
  return HEADINGS[field]?.[headings] ?? field;
}

function spelled(month: Month, { monthStyle }: Noise): Cell {
  const [year, number] = [yearOf(month), monthNumber(month)];
  switch (monthStyle) {
    case 0:
      return formatMonth(month);
    case 1:
      return `${year}年${number}月`;
    case 2:
      return year * 100 + number;
    case 3:
      return `${year}.${number}`;
    default:
      // The serial of the month's first day.
      return Date.UTC(year, number - 1, 1) / 86_400_000 + 25_569;
  }
}

function scoreOf({ months, slip }: TruePerson, at: number): Cell {
  return slip?.at === at && slip.slip.kind === "score"
    ? slip.slip.cell
    : (months[at]?.score ?? null);
}

function salesOf({ months, slip }: TruePerson, at: number): Cell {
  return slip?.at === at && slip.slip.kind === "sales"
    ? slip.slip.cell
    : (months[at]?.sales ?? null);
}

/** A sheet under construction: rows of cells, and what must be said of them. */
class Draft {
  readonly rows: Cell[][] = [];
  readonly expected: string[] = [];

  readonly #name: string;
  readonly #noise: Noise;

  constructor(name: string, noise: Noise, title: string | null = null) {
    this.#name = name;
    this.#noise = noise;
    for (let row = 0; row < noise.shift.rows; row += 1) this.rows.push([]);
    if (title !== null) this.add([title]);
    else if (noise.title) this.add(["客服部绩效考核成绩表"]);
  }

  /** The row that the next one will be. */
  get next(): number {
    return this.rows.length;
  }

  /** Lays cells beside the rows from one on, behind a blank column. */
  beside(from: number, width: number, legend: readonly (readonly Cell[])[]): void {
    const start = width + this.#noise.shift.columns + 1;
    for (const [at, cells] of legend.entries()) {
      const row = (this.rows[from + at] ??= []);
      while (row.length < start) row.push(null);
      row.push(...cells);
    }
  }

  add(cells: readonly Cell[]): void {
    const indent = Array<Cell>(this.#noise.shift.columns).fill(null);
    this.rows.push([...indent, ...cells]);
  }

  expect(code: string, severity: string, row: number, column: number, month: Month | null): void {
    const address = formatAddress({ row, column: column + this.#noise.shift.columns });
    const when = month === null ? "-" : formatMonth(month);
    this.expected.push(`${code} ${severity} ${this.#name}!${address} ${when}`);
  }

  end(): void {
    if (this.#noise.subtotals) this.add(["合计", "", null, 300]);
    if (this.#noise.signature) this.add(["制表：赵", null, "审核：钱"]);
  }

  grid(): Grid {
    const width = Math.max(...this.rows.map((row) => row.length));
    return {
      sheet: { id: `{${this.#name}}`, name: this.#name },
      firstRow: 0,
      firstColumn: 0,
      rows: this.rows.map((row) => [...row, ...Array<Cell>(width - row.length).fill(null)]),
      isFormula: () => false,
    };
  }
}

function expectSlip(
  draft: Draft,
  slip: Slip,
  row: number,
  columns: { readonly score: number; readonly sales: number | null },
  month: Month,
): void {
  if (slip.kind === "score") draft.expect(slip.code, slip.severity, row, columns.score, month);
  if (slip.kind === "sales" && columns.sales !== null)
    draft.expect(slip.code, slip.severity, row, columns.sales, month);
}

const LEGEND: readonly (readonly Cell[])[] = [
  ["级别", "底薪"],
  ["初级", 2200],
  ["中级", 2400],
  ["高级", 2800],
];

/** The upper and the lower line of headings that mean something together only. */
const TWO_LINES: Readonly<Record<string, readonly [string, string]>> = {
  level: ["岗位", "等级"],
  score: ["月度绩效考核", "考核得分"],
  sales: ["当月实际", "销售额（元）"],
};
const PLAIN_HEADINGS: Readonly<Record<string, string>> = {
  year: "年份",
  job: "职务",
  note: "备注",
};

function longHeadings(fields: readonly string[], noise: Noise): readonly (readonly Cell[])[] {
  const plain = (field: string): string => PLAIN_HEADINGS[field] ?? heading(field, noise);
  if (!noise.twoLines) return [fields.map(plain)];
  return [
    fields.map((field) => TWO_LINES[field]?.[0] ?? plain(field)),
    fields.map((field) => TWO_LINES[field]?.[1] ?? null),
  ];
}

/** The month's cell of a row; its year stands beside it, above all, or in the cell. */
function monthCell(month: Month, noise: Noise): Cell {
  if (noise.year === "inMonth") return spelled(month, noise);
  return noise.monthStyle % 2 === 0 ? `${monthNumber(month)}月` : monthNumber(month);
}

/** The year that all months of a sheet are of; null where they are of several. */
function oneYear({ people }: Truth): number | null {
  const years = new Set(people.flatMap(({ months }) => months.map(({ month }) => yearOf(month))));
  const [year, more] = years;
  return year === undefined || more !== undefined ? null : year;
}

function layLong(truth: Truth, given: Noise): Draft {
  const { people } = truth;
  const year = oneYear(truth);
  const noise: Noise =
    given.year === "inTitle" && year === null ? { ...given, year: "apart" } : given;
  const title = noise.year === "inTitle" ? `${year ?? ""}年度客服部绩效` : null;
  const draft = new Draft("成绩", noise, title);
  const fields = [
    "id",
    "name",
    ...(noise.year === "apart" ? ["year"] : []),
    "month",
    "level",
    ...(noise.job ? ["job"] : []),
    "score",
    "sales",
    ...(noise.note ? ["note"] : []),
  ];
  const columnOf = (field: string): number => fields.indexOf(field);
  const rowOf = (cells: Readonly<Record<string, Cell>>): Cell[] =>
    fields.map((field) => cells[field] ?? null);
  const headings = longHeadings(fields, noise);
  if (noise.target) draft.add(rowOf({ id: "目标", sales: 50_000 }));
  const top = draft.next;
  for (const line of headings) draft.add(line);
  for (const [rank, person] of people.entries()) {
    if (noise.legend === "between" && rank > 0)
      for (const [word, amount] of LEGEND)
        draft.add(rowOf({ id: word ?? null, name: amount ?? null }));
    if (noise.team) draft.add(rowOf({ name: "售前白班组", score: 70 }));
    if (noise.repeated && rank > 0) for (const line of headings) draft.add(line);
    const order = person.months.map((_, at) => at);
    for (const at of noise.reversed ? order.reverse() : order) {
      const { month } = person.months[at] ?? {};
      if (month === undefined) continue;
      const slip = person.slip?.at === at ? person.slip.slip : null;
      const row = draft.next;
      const cells = {
        id: person.id,
        name: slip?.kind === "name" ? `${person.name}\u3000` : person.name,
        year: yearOf(month),
        month: monthCell(month, noise),
        level: slip?.kind === "level" ? slip.cell : person.level,
        job: "客服",
        score: scoreOf(person, at),
        sales: salesOf(person, at),
        note: "无",
      };
      draft.add(rowOf(cells));
      if (slip === null) continue;
      const columns = { score: columnOf("score"), sales: columnOf("sales") };
      expectSlip(draft, slip, row, columns, month);
      if (slip.kind === "level") draft.expect("F-LVL-01", "error", row, columnOf("level"), month);
      if (slip.kind === "name") draft.expect("F-EMP-03", "warning", row, 1, null);
      if (slip.kind === "twice") {
        const score = (person.months[at]?.score ?? 0) + (slip.alike ? 0 : 1);
        const severity = slip.alike ? "warning" : "error";
        draft.expect("F-MON-02", severity, draft.next, columnOf("month"), month);
        draft.add(rowOf({ ...cells, score }));
      }
    }
    if (noise.blankRows) draft.add([]);
    if (noise.subtotals) draft.add(rowOf({ name: `${person.name}小计`, score: 300 }));
  }
  draft.end();
  if (noise.legend === "beside") draft.beside(top + headings.length - 1, fields.length, LEGEND);
  return draft;
}

/** One row a person; sales, where there are any, in a block of their own or beside each score. */
function layWide({ people }: Truth, noise: Noise, shape: "wide" | "blocks" | "twoRows"): Draft {
  const draft = new Draft("成绩", noise);
  const who = ["id", "name", "level"].map((field) => heading(field, noise));
  const months = people[0]?.months.map(({ month }) => month) ?? [];
  const order = months.map((_, at) => at);
  if (noise.reversed) order.reverse();
  const named = order.map((at) => spelled(months[at] ?? months[0] ?? (0 as Month), noise));
  const blank = order.slice(1).map(() => null);
  if (shape === "wide") draft.add([...who, ...named]);
  if (shape === "blocks") {
    draft.add([null, null, null, "绩效分数", ...blank, "销售额", ...blank]);
    draft.add([...who, ...named, ...named]);
  }
  if (shape === "twoRows") {
    draft.add([...who, ...named.flatMap((name) => [name, null])]);
    draft.add([null, null, null, ...named.flatMap(() => ["分数", "销售额"])]);
  }
  for (const person of people) {
    const row = draft.next;
    const scores = order.map((at) => scoreOf(person, at));
    const sales = order.map((at) => salesOf(person, at));
    const cells =
      shape === "wide"
        ? scores
        : shape === "blocks"
          ? [...scores, ...sales]
          : scores.flatMap((score, index) => [score, sales[index] ?? null]);
    draft.add([person.id, person.name, person.level, ...cells]);
    if (noise.blankRows) draft.add([]);
    if (person.slip === null) continue;
    const { at, slip } = person.slip;
    const place = order.indexOf(at);
    const month = months[at];
    if (month === undefined) continue;
    const columns = {
      wide: { score: 3 + place, sales: null },
      blocks: { score: 3 + place, sales: 3 + order.length + place },
      twoRows: { score: 3 + 2 * place, sales: 4 + 2 * place },
    }[shape];
    expectSlip(draft, slip, row, columns, month);
  }
  draft.end();
  return draft;
}

/** What the sheet of a month is called. */
function tabOf(month: Month, { tabs }: Noise): string {
  switch (tabs) {
    case "iso":
      return formatMonth(month);
    case "words":
      return `${yearOf(month)}年${monthNumber(month)}月份绩效`;
    case "yearInTitle":
      return `${monthNumber(month)}月`;
  }
}

/** One sheet a month, each with everybody; the last has everybody's 工号. */
function layTabs({ people }: Truth, noise: Noise): readonly Draft[] {
  const months = people[0]?.months ?? [];
  return months.map(({ month }, at) => {
    const title = noise.tabs === "yearInTitle" ? `${yearOf(month)}年度客服部绩效` : null;
    const draft = new Draft(tabOf(month, noise), noise, title);
    const hasId = !noise.withoutId || (months.length - 1 - at) % 2 === 0;
    const who = hasId ? ["id", "name"] : ["name"];
    draft.add([...who, "level", "score", "sales"].map((field) => heading(field, noise)));
    for (const person of people) {
      const row = draft.next;
      const own = hasId ? [person.id, person.name] : [person.name];
      draft.add([...own, person.level, scoreOf(person, at), salesOf(person, at)]);
      const columns = { score: own.length + 1, sales: own.length + 2 };
      if (person.slip?.at === at) expectSlip(draft, person.slip.slip, row, columns, month);
    }
    draft.end();
    return draft;
  });
}

export function layOut(truth: Truth, shape: Shape, noise: Noise): LaidOut {
  const drafts =
    shape === "long"
      ? [layLong(truth, noise)]
      : shape === "tabs"
        ? layTabs(truth, noise)
        : [layWide(truth, noise, shape)];
  return {
    grids: drafts.map((draft) => draft.grid()),
    expected: drafts.flatMap(({ expected }) => expected),
  };
}
