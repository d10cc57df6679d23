import { policyFor, type EffectivePolicy, type PolicyBook } from "../../policy";
import { readMonth } from "../../scoresheet";
import { formatMonth, type Month } from "../../units";
import { allFormulas } from "../all";
import type { Formula, Parameter, ParameterId } from "../types";
import { Layout } from "./layout";
import { parametersOn } from "./parameters";
import { basePayPlain, commissionPlain, payPlain, payslipPlain, performancePayPlain } from "./pay";
import type { FormulaContext } from "./formulaContext";
import type { Translator } from "./translator";
import { eligiblePlain } from "./eligible";
import { finePlain } from "./fine";
import { monthsIn } from "./months";
import { riskPlain } from "./risk";
import { fits } from "./syntax";
import { tierPlain } from "./tier";
import type {
  ParameterSheet,
  PlainAnswer,
  PlainArgument,
  PlainFormulas,
  PlainWords,
  WhyValue,
} from "./types";

/** Every function is decided here: a new one does not compile until it is. */
const translators: Readonly<Record<keyof typeof allFormulas, Translator | null>> = {
  commission: commissionPlain,
  eligible: eligiblePlain,
  monthsLeft: null,
  why: null,
  tier: tierPlain,
  performancePay: performancePayPlain,
  basePay: basePayPlain,
  pay: payPlain,
  payslip: payslipPlain,
  risk: riskPlain,
  fine: finePlain,
  clause: null,
  history: null,
};

const byName = new Map<
  string,
  { readonly formula: Formula; readonly translator: Translator | null }
>(
  (Object.keys(translators) as (keyof typeof translators)[]).map((key) => [
    allFormulas[key].id,
    { formula: allFormulas[key], translator: translators[key] },
  ]),
);

export interface PlainSetting {
  readonly book: PolicyBook;
  /** Functions without a month use the policy of this one. */
  readonly today: Month;
  readonly words: PlainWords;
}

/** The plain equivalents of our functions under a workbook's policy. */
export function plainFormulas(setting: PlainSetting): PlainFormulas {
  const contexts = new FormulaContexts(setting);
  return {
    sheet: () => contexts.sheet(),
    translate: (name, given) => {
      const known = byName.get(name.toUpperCase());
      if (known === undefined || known.translator === null) return onlyValue("noPlainFormula");
      const { formula, translator } = known;
      const named = nameArguments(formula.parameters, given);
      if (named === null) return onlyValue("arguments");
      for (const { kind, rows, columns } of named.values())
        if (kind === "value" && (rows > 1 || columns > 1)) return onlyValue("shape");
      const context = contexts.forMonth(named.get("month"));
      if (context === null) return onlyValue("month");
      const answer = write(translator, named, context);
      if (answer.kind === "formulas" && !answer.rows.flat().every(fits))
        return onlyValue("tooLong");
      return answer;
    },
  };
}

/** What translators need, for each policy that calls of the workbook use. */
class FormulaContexts {
  readonly #setting: PlainSetting;
  readonly #layout: Layout;
  readonly #blank: number;
  readonly #known: FormulaContext[] = [];

  constructor(setting: PlainSetting) {
    const { words } = setting;
    this.#setting = setting;
    this.#layout = new Layout(words.sheet);
    this.#layout.title(words.title);
    this.#layout.line(words.note);
    this.#blank = this.#layout.sheet().rows.length;
  }

  sheet(): ParameterSheet | null {
    const sheet = this.#layout.sheet();
    return sheet.rows.length > this.#blank ? sheet : null;
  }

  /** For a call with this month; null where only the cell that names it decides which policy applies. */
  forMonth(month: PlainArgument | undefined): FormulaContext | null {
    const { book, today } = this.#setting;
    if (month === undefined) return this.#under(today);
    const constant = constantOf(month);
    if (constant !== undefined) {
      const read = readMonth(constant);
      if (read.kind === "value") return this.#under(read.value);
      return read.kind === "blank" ? this.#under(today) : null;
    }
    if (!isOneForAllMonths(book)) return null;
    return { ...this.#under(today), checksMonth: true };
  }

  #under(month: Month): FormulaContext {
    const { words, book, today } = this.#setting;
    const policy = policyFor(book, month);
    const known = this.#known.find((context) => isSame(context.policy, policy));
    if (known !== undefined) return known;
    const [before, after] = words.ofMonth;
    const layout = isSame(policy, policyFor(book, today))
      ? this.#layout
      : this.#layout.ending(before + formatMonth(month) + after);
    const parameters = parametersOn(layout, policy, words);
    const context = { policy, parameters, words, checksMonth: false };
    this.#known.push(context);
    return context;
  }
}

function isOneForAllMonths({ versions, decisions }: PolicyBook): boolean {
  return versions.length === 1 && decisions.every(({ from }) => from === undefined);
}

/** The number or text that an argument is; undefined where it is read from cells or computed. */
function constantOf({ kind, text }: PlainArgument): number | string | undefined {
  if (kind !== "value") return undefined;
  if (/^"(?:[^"]|"")*"$/u.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  return /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : undefined;
}

type Named = ReadonlyMap<ParameterId, PlainArgument>;

function onlyValue(why: WhyValue): PlainAnswer {
  return { kind: "value", why };
}

/** The arguments by parameter; null where one is missing or there are too many. */
function nameArguments(
  parameters: readonly Parameter[],
  given: readonly (PlainArgument | null)[],
): Named | null {
  if (given.length > parameters.length) return null;
  const named = new Map<ParameterId, PlainArgument>();
  for (const [index, { id, optional }] of parameters.entries()) {
    const argument = given[index];
    // Between two commas nothing may stand; at the end what is required may not be missing.
    if (argument === undefined && !optional) return null;
    if (argument !== undefined && argument !== null) named.set(id, argument);
  }
  return named;
}

function write(translator: Translator, named: Named, context: FormulaContext): PlainAnswer {
  switch (translator.kind) {
    case "cells":
      return writeCells(translator, named, context);
    case "scores":
      return writeScores(translator, named, context);
  }
}

function writeCells(
  translator: Extract<Translator, { kind: "cells" }>,
  named: Named,
  context: FormulaContext,
): PlainAnswer {
  const sizes = [...named.values()].filter(({ rows, columns }) => rows > 1 || columns > 1);
  const { rows, columns } = sizes[0] ?? { rows: 1, columns: 1 };
  if (sizes.some((size) => size.rows !== rows || size.columns !== columns))
    return onlyValue("shape");
  if (translator.columnsOnly && columns > 1) return onlyValue("shape");
  const lines: string[][] = [];
  for (let row = 0; row < rows; row += 1) {
    const line: string[] = [];
    for (let column = 0; column < columns; column += 1) {
      const written = translator.write((id) => cellText(named.get(id), row, column), context);
      if (typeof written === "string") return onlyValue(written);
      line.push(...written);
    }
    lines.push(line);
  }
  return { kind: "formulas", rows: lines };
}

const MOST_MONTHS = 24;

function writeScores(
  translator: Extract<Translator, { kind: "scores" }>,
  named: Named,
  context: FormulaContext,
): PlainAnswer {
  const scores = named.get("scores");
  const level = named.get("level");
  if (scores === undefined) return onlyValue("arguments");
  const { kind, rows, columns, text } = scores;
  const isOnePerson = rows === 1 || columns === 1;
  if (!isOnePerson || (level !== undefined && (level.rows > 1 || level.columns > 1)))
    return onlyValue("severalPeople");
  // A month alone decides nothing: not worth a formula of its own.
  if (kind !== "range" || rows * columns === 1) return onlyValue("shape");
  if (rows * columns > MOST_MONTHS) return onlyValue("tooManyMonths");
  const months = monthsIn(text, scores, context);
  const written = translator.write(months, cellText(level, 0, 0), context);
  return typeof written === "string" ? onlyValue(written) : { kind: "formulas", rows: [written] };
}

const LITERAL = /^(?:"(?:[^"]|"")*"|\d+(?:\.\d+)?|TRUE|FALSE)$/u;

/** One cell of an argument as a text that can stand anywhere in a formula. */
function cellText(argument: PlainArgument | undefined, row: number, column: number): string | null {
  if (argument === undefined) return null;
  const { kind, text, rows, columns } = argument;
  switch (kind) {
    case "cell":
      return text;
    case "range":
      return `INDEX(${text},${rows === 1 ? 1 : row + 1},${columns === 1 ? 1 : column + 1})`;
    case "value":
      return LITERAL.test(text) ? text : `(${text})`;
  }
}

/** Whether the policies of two times say the same. */
function isSame(one: EffectivePolicy, other: EffectivePolicy): boolean {
  const said = ({ options, undecided }: EffectivePolicy): string =>
    JSON.stringify([options, [...undecided].sort()]);
  return one.version === other.version && said(one) === said(other);
}
