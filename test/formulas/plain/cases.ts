import fc from "fast-check";
import type { PlainSheet } from "../../../host/node";
import {
  formulas,
  plainFormulas,
  type Answer,
  type PlainArgument,
  type PlainFormulas,
  type Shape,
} from "../../../src/formulas";
import type { Cell } from "../../../src/grid";
import {
  builtInValues,
  readings,
  type PolicyBook,
  type PolicyValues,
  type ReadingId,
} from "../../../src/policy";
import { addCommissionBand, addLevel, removeLevel } from "../../../src/policy/edit";
import { formatAddress } from "../../../src/grid";
import { monthOf } from "../../../src/units";
import { plainWords, sayVerdict } from "../../../src/wording";
import { decidedBook, ownBook, type Options } from "../../policy/decided";
import { done } from "../../policy/edit/setup";
import type { Shown } from "./engines";

/** One call of a function as a test draws it: its arguments as blocks, and how they stand in the formula. */
export interface Call {
  readonly id: string;
  /** Null was left out. */
  readonly given: readonly (readonly (readonly Cell[])[] | null)[];
  /** Which of the arguments stand in the formula itself; all others are read from cells. */
  readonly constant?: readonly number[];
}

/** A policy and the calls that are judged by it. */
export interface Table {
  readonly says: string;
  readonly book: PolicyBook;
  readonly calls: readonly Call[];
}

export interface Difference {
  readonly policy: string;
  readonly call: Call;
  readonly formula: string;
  readonly expected: Seen;
  readonly seen: Shown;
}

interface Expectation {
  readonly policy: string;
  readonly call: Call;
  readonly expected: Seen;
}

/** All calls in one workbook: formulas on the first sheet, their arguments on the second, then the policies. */
export interface Workbook {
  readonly sheets: readonly PlainSheet[];
  readonly expectations: readonly (readonly Expectation[])[];
  /** Calls that only become their values, by reason. */
  readonly refused: ReadonlyMap<string, number>;
}

const DATA = "数据";
const today = monthOf(2025, 6);

/** What a cell of the function shows. */
export type Seen = number | string | { readonly error: string };

// The bench uses this without the test runner, so that the evaluation of the other tests is out of its reach.
function answers({ id, given }: Call, book: PolicyBook): readonly (readonly Seen[])[] {
  const formula = formulas.get(id);
  if (formula === undefined) throw new Error(`No formula ${id}`);
  const blocks = formula.parameters.map((_, index) => given[index] ?? null);
  const context = { policy: { kind: "book", book }, today } as const;
  return formula.evaluate(blocks, context).map((row) => row.map(seen));
}

function seen(answer: Answer): Seen {
  if (typeof answer !== "object") return answer;
  if (answer.kind === "explanation") throw new Error("No plain formula explains");
  return answer.kind === "fault" ? { error: answer.error } : sayVerdict(answer);
}

/** Readings in an order of their own, each with its default or another option. */
export function drawnOptions(ids: readonly ReadingId[]): fc.Arbitrary<Options> {
  const one = (id: ReadingId): fc.Arbitrary<string> =>
    fc
      .constantFrom(...(readings.find((reading) => reading.id === id)?.options ?? []))
      .map((option) => option.id);
  return fc.record(Object.fromEntries(ids.map((id) => [id, one(id)])));
}

/** The readings under which a formula judges months: those of scores, and what only moves a number. */
export const monthReadings: readonly ReadingId[] = [
  "SCORE_60",
  "SCORE_80",
  "SCORE_90_91",
  "SCORE_ROUNDING",
  "STATUTORY_LEAVE",
  "MIDDLE_MONTHS",
  "FAIL_DEF",
  "DISMISSAL_BASIS",
  "DISMISSAL_SCOPE",
];

export function decidedTable(options: Options, calls: readonly Call[]): Table {
  return { says: JSON.stringify(options), book: decidedBook(options), calls };
}

/** Three levels, salaries with fen, a band of commission more, marginal: nothing of it is disputed. */
const threeLevels: PolicyValues = (() => {
  const fewer = done(removeLevel(done(removeLevel(builtInValues, "reserve")), "senior"));
  const more = done(addCommissionBand(fewer, { from: "80000", rate: "1.55" }));
  return {
    ...more,
    levels: more.levels.map((level, rank) => ({
      ...level,
      baseSalaryFen: 234_567 + rank * 10_011,
    })),
    commission: { ...more.commission, mode: "marginal", belowFirstBasisPoints: 25 },
  };
})();

/** Six levels, rules of other lengths, words of their own, fixed amounts; the disputed salary is undecided. */
const sixLevels: PolicyValues = (() => {
  const more = done(
    addLevel(builtInValues, {
      above: "senior",
      name: "资深客服",
      nameEnglish: "Expert",
      baseSalary: "2950.50",
      variablePay: true,
    }),
  );
  return {
    ...more,
    commission: { ...more.commission, mode: "fixed" },
    promotion: {
      ...more.promotion,
      rules: more.promotion.rules.map((rule, index) => ({
        ...rule,
        streakMonths: 2 + index,
        window: index === 1 ? { months: 7, worstTier: 3 as const } : rule.window,
      })),
    },
    notAssessed: { statutoryLeave: ["外派", "产假"], other: ["病假", "-"] },
  };
})();

/** Policies of a department's own, the readings that they still dispute at their defaults. */
export const ownBooks: Readonly<Record<string, PolicyBook>> = {
  threeLevels: ownBook(threeLevels),
  sixLevels: ownBook(sixLevels),
};

export async function workbookOf(tables: readonly Table[]): Promise<Workbook> {
  // What a function fetches apart.
  for (const formula of formulas.values()) await formula.prepare?.();
  const data: Cell[][] = [];
  const lines: string[][] = [];
  const expectations: Expectation[][] = [];
  const parameterSheets: PlainSheet[] = [];
  const refused = new Map<string, number>();
  tables.forEach(({ says, book, calls }, index) => {
    const words = { ...plainWords, sheet: `${plainWords.sheet}${index + 1}` };
    const plain = plainFormulas({ book, today, words });
    for (const each of calls) {
      const answer = translated(plain, each, data);
      if (answer.kind === "value") {
        refused.set(answer.why, (refused.get(answer.why) ?? 0) + 1);
        continue;
      }
      const expected = answers(each, book);
      answer.rows.forEach((row, line) => {
        lines.push(row.map((formula) => `=${formula}`));
        expectations.push(
          row.map((_, column) => ({
            policy: says,
            call: each,
            expected: expected[line]?.[column] ?? { error: "the function has no such cell" },
          })),
        );
      });
    }
    const sheet = plain.sheet();
    if (sheet !== null)
      parameterSheets.push({ name: sheet.name, cells: sheet.rows.map(({ cells }) => cells) });
  });
  return {
    sheets: [{ name: "公式", cells: lines }, { name: DATA, cells: data }, ...parameterSheets],
    expectations,
    refused,
  };
}

/** The call with its arguments written into rows of the second sheet. */
function translated(plain: PlainFormulas, { id, given, constant = [] }: Call, data: Cell[][]) {
  const parameters = formulas.get(id)?.parameters ?? [];
  const top = data.length;
  let left = 0;
  const references = given.map((block, index): PlainArgument | null => {
    if (block === null) return null;
    const written = constant.includes(index) ? constantOf(block) : null;
    if (written !== null) return { text: written, kind: "value", rows: 1, columns: 1 };
    const { rows, columns } = sizeOf(block);
    const first = formatAddress({ row: top, column: left });
    const last = formatAddress({ row: top + rows - 1, column: left + columns - 1 });
    block.forEach((line, row) => {
      line.forEach((cell, column) => {
        const target = (data[top + row] ??= []);
        target[left + column] = cell;
      });
    });
    left += columns;
    const isCell = rows === 1 && columns === 1;
    return {
      text: isCell ? `${DATA}!${first}` : `${DATA}!${first}:${last}`,
      kind: isCell ? "cell" : "range",
      rows,
      columns,
    };
  });
  data[top] ??= [];
  return plain.translate(id, references.slice(0, parameters.length));
}

/** A text or number as a formula writes it; null where it is neither. */
function constantOf(block: readonly (readonly Cell[])[]): string | null {
  const cell = block[0]?.[0];
  if (typeof cell === "string") return `"${cell.replaceAll('"', '""')}"`;
  return typeof cell === "number" && cell >= 0 ? String(cell) : null;
}

function sizeOf(block: readonly (readonly Cell[])[]): Shape {
  return { rows: block.length, columns: block[0]?.length ?? 0 };
}

/** Where the engine's answers are not the function's. */
export function differences(
  { sheets, expectations }: Workbook,
  answers: readonly (readonly Shown[])[],
): readonly Difference[] {
  return expectations.flatMap((line, row) =>
    line.flatMap(({ policy, call, expected }, column): Difference[] => {
      const seen = answers[row]?.[column] ?? "";
      if (isSame(expected, seen)) return [];
      const formula = String(sheets[0]?.cells?.[row]?.[column]);
      return [{ policy, call, formula, expected, seen }];
    }),
  );
}

function isSame(expected: Seen, seen: Shown): boolean {
  if (typeof expected !== "object") return expected === seen;
  return typeof seen === "object" && seen.error === expected.error;
}
