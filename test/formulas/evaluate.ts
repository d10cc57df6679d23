import { expect, it } from "vitest";
import { formulas, type Answer, type Block, type PolicyInForce } from "../../src/formulas";
import type { Cell } from "../../src/grid";
import { monthOf, type Month } from "../../src/units";
import { loadExplanation, sayFault, sayVerdict } from "../../src/wording";
import { decidedBook, type Options } from "../policy/decided";

/** An argument as a test writes it: one cell, rows of cells, or undefined for one left out. */
export type Argument = Cell | Block | undefined;
/** A cell of a result: its value, or its error. */
export type Seen = number | string | { readonly error: string };

export interface Setting {
  /** Readings decided otherwise than by default; the others are decided with their default. */
  readonly options?: Options;
  readonly policy?: PolicyInForce;
  readonly today?: Month;
}

// What a function fetches apart is here from the start.
for (const formula of formulas.values()) await formula.prepare?.();
const { sayExplanation } = await loadExplanation();

export const today = monthOf(2025, 6);

function isBlock(argument: Argument): argument is Block {
  return Array.isArray(argument);
}

function answersOf(id: string, given: readonly Argument[], setting: Setting) {
  const formula = formulas.get(id);
  if (formula === undefined) throw new Error(`No formula ${id}`);
  if (given.length > formula.parameters.length) throw new Error(`${id}: too many arguments`);
  const blocks = formula.parameters.map((_, index): Block | null => {
    const argument = given[index];
    return argument === undefined ? null : isBlock(argument) ? argument : [[argument]];
  });
  const policy = setting.policy ?? { kind: "book", book: decidedBook(setting.options) };
  return formula.evaluate(blocks, { policy, today: setting.today ?? today });
}

function seen(answer: Answer): Seen {
  if (typeof answer !== "object") return answer;
  if (answer.kind === "explanation") return sayExplanation(answer.cell);
  return answer.kind === "fault" ? { error: answer.error } : sayVerdict(answer);
}

/** What the cells of a formula show. */
export function table(id: string, given: readonly Argument[], setting: Setting = {}): Seen[][] {
  return answersOf(id, given, setting).map((row) => row.map(seen));
}

/** What a formula with one answer shows. */
export function value(id: string, given: readonly Argument[], setting: Setting = {}): Seen {
  const rows = table(id, given, setting);
  const [only] = rows[0] ?? [];
  if (only === undefined || rows.length !== 1 || rows[0]?.length !== 1)
    throw new Error(`${id} gives more than one cell: ${JSON.stringify(rows)}`);
  return only;
}

/** The message of the first error in a result. */
export function message(id: string, given: readonly Argument[], setting: Setting = {}): string {
  for (const answer of answersOf(id, given, setting).flat())
    if (typeof answer === "object" && answer.kind === "fault") return sayFault(answer.why);
  throw new Error(`${id} gives no error`);
}

export const NA: Seen = { error: "#N/A" };
export const VALUE: Seen = { error: "#VALUE!" };

export const row = (...cells: readonly Cell[]): Block => [cells];
export const column = (...cells: readonly Cell[]): Block => cells.map((cell) => [cell]);

/** What a blank cell may arrive as, depending on the build of Excel; 0 only where 0 is no value of its own. */
export const blanks: readonly Cell[] = [null, "", "  ", "　"];

export type Case = readonly [
  says: string,
  given: readonly Argument[],
  expected: Seen | readonly (readonly Seen[])[],
  options?: Options,
];

/** One test a row of a table: the shape of the answer is that of what is expected. */
export function runCases(id: string, cases: readonly Case[]): void {
  it.each(cases.map(([says, ...rest]) => [says, rest] as const))(
    "%s",
    (_, [given, expected, options = {}]) => {
      const seenRows = table(id, given, { options });
      expect(Array.isArray(expected) ? seenRows : seenRows[0]?.[0]).toEqual(expected);
      if (!Array.isArray(expected)) expect(seenRows.flat()).toHaveLength(1);
    },
  );
}
