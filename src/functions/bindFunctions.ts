import { formulas, type Formula, type FormulaContext, type PolicyInForce } from "../formulas";
import type { Month } from "../units";
import { CODE_OUT_OF_REACH, GENERAL_FAULT } from "../wording";
import { customFunctions, excelError } from "./customFunctions";
import { readArgument } from "./readArgument";
import { prepareExplanations, showAnswers, type Shown } from "./showAnswers";

/** What the functions are given beside their arguments. */
export interface FunctionsSource {
  /** The workbook's policy, read once; functions called before wait for it. */
  readonly load: () => Promise<PolicyInForce>;
  /** Calls back whenever the policy has changed, before the formulas are calculated again. */
  readonly subscribe: (listener: (policy: PolicyInForce) => void) => void;
  readonly today: () => Month;
}

type Rows = readonly (readonly Shown[])[];
type Result = Shown | Rows;

/** Arguments in, formula, cells out. A bug of ours becomes an error that says so, never a value. */
function compute(formula: Formula, values: readonly unknown[], context: FormulaContext): Rows {
  try {
    return showAnswers(formula.evaluate(values.map(readArgument), context));
  } catch (bug) {
    console.error(`CS.${formula.id}`, bug);
    return [[excelError("#VALUE!", GENERAL_FAULT)]];
  }
}

/** Rows as they spill; an error alone is thrown, since only then Excel shows its message everywhere. */
function give(rows: Rows, isScalar: boolean): Result {
  const [first] = rows;
  if (rows.length !== 1 || first?.length !== 1) return rows;
  const [only] = first;
  if (only instanceof Error) throw only;
  return isScalar && only !== undefined ? only : rows;
}

/** Associates every formula with its id. What they need is awaited once and then at hand. */
export function bindFunctions(source: FunctionsSource): void {
  let policy: PolicyInForce | null = null;
  source.subscribe((changed) => (policy = changed));
  const loaded = source
    .load()
    .catch((): PolicyInForce => ({ kind: "unreadable", cause: "notReached" }))
    .then((read) => (policy ??= read));

  for (const formula of formulas.values()) {
    const { id, parameters, prepare } = formula;
    let isPrepared = prepare === null;
    const fetched = async (): Promise<void> => {
      await loaded;
      if (prepare !== null) await Promise.all([prepare(), prepareExplanations()]);
      isPrepared = true;
    };
    // At hand, if it can be, before somebody asks; whoever asks meanwhile waits, after a failure tries again.
    if (!isPrepared) fetched().catch(() => undefined);

    customFunctions()?.associate(id, (...given): Result | Promise<Result> => {
      // The invocation follows the arguments.
      const values = given.slice(0, parameters.length);
      const isScalar = !values.some(Array.isArray);
      const answer = (inForce: PolicyInForce): Result =>
        give(compute(formula, values, { policy: inForce, today: source.today() }), isScalar);
      if (isPrepared) return policy === null ? loaded.then(answer) : answer(policy);
      return fetched().then(
        async () => answer(policy ?? (await loaded)),
        () => Promise.reject(excelError("#N/A", CODE_OUT_OF_REACH)),
      );
    });
  }
}
