// Takes: nothing; of units and grid at most their types.
// Gives: what can go wrong as codes and facts, what was being done then, and the stages of tasks.
// Never: sentences, values, Excel: types only, so that wording can stand on them.
export type { Doing } from "./doing";
export type {
  MissingColumn,
  PlainProblem,
  PolicyFault,
  Problem,
  ProblemKind,
  Trouble,
} from "./problem";
export type { TaskStage } from "./stage";
