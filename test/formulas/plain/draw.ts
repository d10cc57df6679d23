import fc from "fast-check";
import type { Cell } from "../../../src/grid";
import type { Call } from "./cases";

// What people have in the cells of such sheets: mostly numbers, at the edges of the policy more often than
// elsewhere, and now and then everything else.

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const errors: fc.Arbitrary<Cell> = oneOf("#N/A", "#VALUE!", "#NUM!", "#DIV/0!", "#REF!").map(
  (error) => ({ error }) as Cell,
);
const blank: fc.Arbitrary<Cell> = oneOf<Cell>(null, "", "  ", "　", "\u00a0");
const hundredths = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: from * 100, max: to * 100 }).map((value) => value / 100);
const around = (...edges: readonly number[]): fc.Arbitrary<number> =>
  fc
    .tuple(oneOf(...edges), oneOf(-1, -0.01, -0.005, 0, 0.005, 0.01, 1, 0.5))
    .map(([edge, away]) => Math.round((edge + away) * 1000) / 1000);

const wide = (text: string): string =>
  text.replace(/[-0-9.,+]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const written = (value: number): fc.Arbitrary<string> =>
  oneOf(String(value), value.toFixed(2), ` ${value} `, `\u3000${value}`, wide(String(value)));

/** Texts that are numbers to nobody, or that offices take for numbers of another kind. */
const junk: fc.Arbitrary<Cell> = oneOf<Cell>(
  "八十五",
  "abc",
  "?",
  "*",
  "~",
  "85%",
  "1e3",
  "1/2",
  "5-6",
  "2025-01-02",
  "(85)",
  "8 5",
  "- 5",
  "12:30",
  "--5",
  "8,5",
  "1,23",
  "12,34.5",
  "$85",
  "€85",
  "85e0",
  "e0",
  ".",
  "-",
  "八",
  "TRUE",
  "1.2.3",
  "85 86",
  "三万",
  "3万",
  "病假、事假",
  "5分6",
  "分",
  "元",
  "¥",
  "1234,567",
  "0,123",
  "|85",
  "| ¥5",
  "85;",
  ";85元",
  "¥5元",
);
const logical: fc.Arbitrary<Cell> = fc.boolean();

const noise = fc
  .tuple(fc.integer({ min: 1, max: 99 }), oneOf(1e-12, -1e-12, 3e-11, -3e-11))
  .map(([whole, off]) => whole + off);

export const sales: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 8, arbitrary: hundredths(0, 100_000) },
  { weight: 4, arbitrary: around(20_000, 30_000, 40_000, 50_000, 60_000) },
  { weight: 3, arbitrary: hundredths(0, 10_000_000) },
  {
    weight: 1,
    arbitrary: oneOf<Cell>(
      0,
      0.004,
      0.005,
      -0.004,
      -5,
      29_999.999999999996,
      20_015,
      30_005,
      40_000.5,
    ),
  },
  { weight: 2, arbitrary: hundredths(0, 9_999_999).chain(moneyText) },
  { weight: 1, arbitrary: blank },
  { weight: 2, arbitrary: junk },
  { weight: 1, arbitrary: logical },
  { weight: 1, arbitrary: errors },
);

function moneyText(value: number): fc.Arbitrary<string> {
  const grouped = value.toLocaleString("en-US", { maximumFractionDigits: 2 });
  return fc.oneof(
    written(value),
    oneOf(
      grouped,
      `¥${grouped}`,
      `￥${value}`,
      `${value}元`,
      `${grouped} 元`,
      `-¥${grouped}`,
      `¥ ${value}`,
      `-${value}`,
    ),
  );
}

export const score: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 10, arbitrary: hundredths(50, 100) },
  { weight: 4, arbitrary: around(0, 60, 61, 80, 90, 91, 100) },
  { weight: 2, arbitrary: hundredths(0, 100) },
  { weight: 1, arbitrary: noise },
  {
    weight: 1,
    arbitrary: oneOf<Cell>(0, -1, 101, 1000, 79.999, 79.9999995, 90.000001, 79.9999999999999),
  },
  {
    weight: 2,
    arbitrary: hundredths(0, 100).chain((value) =>
      fc.oneof(
        written(value),
        oneOf(`${value}分`, `${value} 分`, wide(`${value}`) + "分", `-${value}`),
      ),
    ),
  },
  {
    weight: 2,
    arbitrary: oneOf<Cell>("产假", "—", "-", "－", "/", "无", "N/A", "n/a", " 病假 ", "0分", "0"),
  },
  { weight: 1, arbitrary: blank },
  { weight: 2, arbitrary: junk },
  { weight: 1, arbitrary: logical },
  { weight: 1, arbitrary: errors },
);

export const level: fc.Arbitrary<Cell> = fc.oneof(
  {
    weight: 12,
    arbitrary: oneOf<Cell>(
      "新客服(试用)",
      "新客服（试用）",
      "试用期",
      "初级",
      "初级客服",
      " 中级客服　",
      "中级",
      "高级客服",
      "储备主管",
      "储备",
    ),
  },
  { weight: 2, arbitrary: oneOf<Cell>("经理", "??", "*", 5, "初 级", "店长") },
  { weight: 2, arbitrary: fc.oneof(blank, oneOf<Cell>(0)) },
  { weight: 1, arbitrary: logical },
  { weight: 1, arbitrary: errors },
);

export const extra: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: hundredths(0, 5_000) },
  { weight: 2, arbitrary: blank },
  { weight: 1, arbitrary: oneOf<Cell>(0, -0.004, -0.005, -10, 0.005, 1.005, "100元", "1,000.50") },
  { weight: 1, arbitrary: fc.oneof(junk, logical, errors) },
);

export const count: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 2, arbitrary: fc.integer({ min: 7, max: 1100 }) },
  { weight: 2, arbitrary: oneOf<Cell>(1.5, -1, 2.0000000001, "2", " 3 ", "２", "2次", 36, 37, 40) },
  { weight: 1, arbitrary: fc.oneof(blank, junk, logical, errors) },
);

// ---------------------------------------------------------------- months of one person

const monthScore: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 30, arbitrary: hundredths(78, 100) },
  { weight: 12, arbitrary: around(60, 61, 80, 90, 91) },
  { weight: 3, arbitrary: oneOf<Cell>(null, "", 0, "产假", "工伤", "病假", "—", "/", "未考核") },
  { weight: 2, arbitrary: oneOf<Cell>("85", "0分", "92.5分", " 90 ", "９５", 40, 0.5) },
);
const good = fc.oneof(
  { weight: 30, arbitrary: hundredths(88, 100) },
  { weight: 2, arbitrary: oneOf<Cell>(80, 79.5, null, "产假", "工伤", "-") },
);
const failing = fc.oneof(
  { weight: 10, arbitrary: hundredths(40, 64) },
  { weight: 2, arbitrary: around(60, 61) },
  { weight: 2, arbitrary: oneOf<Cell>(null, "产假", 75, "病假", 0) },
);
const spoilt: fc.Arbitrary<Cell> = fc.oneof(
  oneOf<Cell>(101, -1, "八十五", "85abc", "?", "八", ".", 100.01, "1,2"),
  errors,
);

/** Mostly long enough to say something, ends now and then blank, rarely with a cell that cannot be read. */
const list: fc.Arbitrary<Cell[]> = fc
  .tuple(
    fc.oneof(
      fc.array(monthScore, { minLength: 2, maxLength: 24 }),
      fc.array(good, { minLength: 2, maxLength: 24 }),
      fc.array(failing, { minLength: 2, maxLength: 12 }),
    ),
    fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.tuple(fc.nat(), spoilt) },
    ),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
    ),
  )
  .map(([cells, spoil, trailing]) => {
    const given = [...cells, ...Array<Cell>(trailing).fill(null)].slice(-24);
    if (spoil !== null) given[spoil[0] % given.length] = spoil[1];
    return given;
  });

const months: fc.Arbitrary<readonly (readonly Cell[])[]> = fc
  .tuple(list, fc.boolean())
  .map(([cells, isRow]) => (isRow ? [cells] : cells.map((value) => [value])));

const cell = (arbitrary: fc.Arbitrary<Cell>) => arbitrary.map((value) => [[value]]);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4 });

/** Names of levels as people write them into a formula. */
const namedLevel: fc.Arbitrary<Cell> = oneOf<Cell>(
  "试用期",
  "初级客服",
  "初级客服",
  "中级客服",
  "高级",
  "储备主管",
  "经理",
);

/** Calls over one person's months, the level in a cell or in the formula itself. */
export const monthCalls: Readonly<Record<string, fc.Arbitrary<Call>>> = {
  ELIGIBLE: fc.oneof(
    months.map((given): Call => ({ id: "ELIGIBLE", given: [given, null] })),
    fc.tuple(months, cell(level)).map((given): Call => ({ id: "ELIGIBLE", given })),
    fc
      .tuple(months, cell(namedLevel))
      .map((given): Call => ({ id: "ELIGIBLE", given, constant: [1] })),
  ),
  RISK: fc.tuple(months, maybe(cell(level))).map((given) => ({ id: "RISK", given })),
};

/** Months as cells name them; what has a year is one to the plain formula, so none here is wrong in its day. */
const month: fc.Arbitrary<Cell> = fc.oneof(
  {
    weight: 8,
    arbitrary: oneOf<Cell>(
      "2025-03",
      202_503,
      45_717,
      "2025年3月",
      "2025/3",
      "２０２５-０３",
      "25年3月",
    ),
  },
  { weight: 2, arbitrary: oneOf<Cell>(null, "", 0, "  ") },
  { weight: 2, arbitrary: oneOf<Cell>("三月", "Mar", "下个月", -5, 0.5, 3_000_000) },
  { weight: 1, arbitrary: fc.oneof(logical, errors) },
);

/** With the month left out, read from a cell, or written into the formula. */
function withMonth(id: string, drawn: fc.Arbitrary<Call["given"]>, at: number): fc.Arbitrary<Call> {
  return fc
    .tuple(drawn, fc.option(cell(month), { freq: 2 }), fc.boolean())
    .map(([given, monthGiven, isConstant]) => ({
      id,
      given: [...given, monthGiven],
      ...(isConstant ? { constant: [at] } : {}),
    }));
}

/** Calls over single cells, most as people write them. */
export const calls: Readonly<Record<string, fc.Arbitrary<Call>>> = {
  COMMISSION: withMonth("COMMISSION", fc.tuple(cell(sales)), 1),
  TIER: fc.tuple(cell(score)).map((given) => ({ id: "TIER", given })),
  BASEPAY: withMonth("BASEPAY", fc.tuple(cell(level)), 1),
  PERFPAY: withMonth("PERFPAY", fc.tuple(cell(score), cell(level)), 2),
  PAY: withMonth("PAY", fc.tuple(cell(level), cell(sales), cell(score), maybe(cell(extra))), 4),
  PAYSLIP: withMonth(
    "PAYSLIP",
    fc.tuple(cell(level), cell(sales), cell(score), maybe(cell(extra))),
    4,
  ),
  FINE: fc.tuple(cell(count), maybe(cell(count))).map((given) => ({ id: "FINE", given })),
};
