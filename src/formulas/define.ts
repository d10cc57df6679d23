import { builtInBook, policyFor } from "../policy";
import type { Month } from "../units";
import { faultOf } from "./faults";
import { single } from "./shapes";
import type {
  Answers,
  Block,
  Fault,
  Formula,
  FormulaContext,
  Input,
  Parameter,
  PolicyIn,
  PolicyInForce,
} from "./types";

export type Compute<P extends string> = (
  inputs: Readonly<Record<P, Input>>,
  policyIn: PolicyIn,
) => Answers;

interface Definition<P extends string> {
  readonly id: string;
  /** By name, in the order in which they are typed. */
  readonly parameters: Readonly<Record<P, Parameter>>;
}

const OMITTED: Block = [[null]];

/** The policy of a page without a workbook, and of a workbook that has none of its own. */
export function builtInPolicy(): PolicyInForce {
  return { kind: "book", book: builtInBook() };
}

/** A formula that answers by the workbook's policy. */
export function defineFormula<P extends string>(
  definition: Definition<P> & { readonly compute: Compute<P> },
): Formula {
  const inputsFrom = readInputs(definition);
  return {
    ...described(definition),
    prepare: null,
    evaluate: (blocks, context) => {
      const policyIn = policyByMonth(context);
      return typeof policyIn === "function"
        ? definition.compute(inputsFrom(blocks), policyIn)
        : single(policyIn);
    },
  };
}

/**
 * A formula that few workbooks use: its computation is fetched apart, so that the others start sooner.
 * Where it does not use the policy, it answers whatever state the policy is in.
 */
export function defineLazyFormula<P extends string>(
  definition: Definition<P> & {
    readonly usesPolicy: boolean;
    readonly load: () => Promise<Compute<P>>;
  },
): Formula {
  const inputsFrom = readInputs(definition);
  let compute: Compute<P> | null = null;
  return {
    ...described(definition),
    prepare: async () => {
      compute ??= await definition.load();
    },
    evaluate: (blocks, context) => {
      if (compute === null) throw new Error(`${definition.id} has not been fetched`);
      const policy = definition.usesPolicy ? context.policy : builtInPolicy();
      const policyIn = policyByMonth({ ...context, policy });
      return typeof policyIn === "function"
        ? compute(inputsFrom(blocks), policyIn)
        : single(policyIn);
    },
  };
}

function described<P extends string>({
  id,
  parameters,
}: Definition<P>): Pick<Formula, "id" | "parameters" | "result"> {
  return { id, parameters: Object.values<Parameter>(parameters), result: "matrix" };
}

type Inputs<P extends string> = Readonly<Record<P, Input>>;

/** Blocks in the order of the parameters → inputs by name. The names are listed once, not in every call. */
function readInputs<P extends string>({
  parameters,
}: Definition<P>): (blocks: readonly (Block | null)[]) => Inputs<P> {
  const named = Object.entries<Parameter>(parameters);
  return (blocks) => {
    const inputs = {} as Record<P, Input>; // filled in the next lines, one entry a parameter
    named.forEach(([key, { name }], index) => {
      inputs[key as P] = { name, block: blocks[index] ?? OMITTED }; // a key of the record above
    });
    return inputs;
  };
}

function policyByMonth({ policy, today }: FormulaContext): PolicyIn | Fault {
  if (policy.kind === "unreadable")
    return faultOf("#N/A", { code: "policyUnreadable", cause: policy.cause });
  return (month: Month | null) => policyFor(policy.book, month ?? today);
}
