import { builtInBook, policyFor } from "../policy";
import type { Month } from "../units";
import { faultOf } from "./faults";
import type {
  Answers,
  Block,
  Formula,
  FormulaContext,
  Input,
  Parameter,
  PolicyIn,
  PolicyInForce,
} from "./types";

interface Definition<P extends string> {
  readonly id: string;
  readonly description: Formula["description"];
  readonly parameters: Readonly<Record<P, Parameter>>;
  /** Clauses are the same whatever the workbook says; everything else waits for its policy. */
  readonly needsPolicy: boolean;
  readonly compute: (inputs: Readonly<Record<P, Input>>, policyIn: PolicyIn) => Answers;
}

const OMITTED: Block = [[null]];

/** The policy of a page without a workbook, and of a workbook that has none of its own. */
export function builtInPolicy(): PolicyInForce {
  return { kind: "book", book: builtInBook() };
}

/** A formula from its parameters by name, in the order in which they are typed. */
export function defineFormula<P extends string>(definition: Definition<P>): Formula {
  const { id, description, needsPolicy, compute } = definition;
  const parameters = Object.entries<Parameter>(definition.parameters);
  const evaluate = (blocks: readonly (Block | null)[], context: FormulaContext): Answers => {
    if (needsPolicy && context.policy.kind === "unreadable")
      return [[faultOf("#N/A", { code: "policyUnreadable", cause: context.policy.cause })]];
    const inputs = {} as Record<P, Input>; // filled in the next lines, one entry a parameter
    parameters.forEach(([key, { name }], index) => {
      inputs[key as P] = { name, block: blocks[index] ?? OMITTED }; // a key of the record above
    });
    return compute(inputs, policyByMonth(context));
  };
  return {
    id,
    description,
    parameters: parameters.map(([, parameter]) => parameter),
    result: "matrix",
    evaluate,
  };
}

function policyByMonth({ policy, today }: FormulaContext): PolicyIn {
  const book = policy.kind === "book" ? policy.book : builtInBook();
  return (month: Month | null) => policyFor(book, month ?? today);
}
