import type { Cell } from "../grid";
import { faultOf } from "./faults";
import { isSingle, shapeOf, single } from "./shapes";
import type { Answer, Answers, Block, Fault, Input } from "./types";

/** Who is in a block of scores and where each answer goes (rules D2 and F1). */
export interface Employees {
  readonly count: number;
  /** One employee's scores, oldest first. */
  readonly scoresOf: (employee: number) => readonly Cell[];
  readonly levelOf: (employee: number) => Cell;
  readonly arrange: (answers: readonly Answer[]) => Answers;
}

const inColumn = (answers: readonly Answer[]): Answers => answers.map((answer) => [answer]);
const inRow = (answers: readonly Answer[]): Answers => [answers];

function columnOf(block: Block, column: number): Cell[] {
  return block.map((row) => row[column] ?? null);
}

/**
 * Several levels say which way the employees run; with one level or none a single row or column is one
 * employee and a block is one employee per row.
 */
function findEmployees(scores: Input, level: Input): Employees | Fault {
  const shape = shapeOf(scores.block);
  const levels = shapeOf(level.block);
  const rowOf = (employee: number): readonly Cell[] => scores.block[employee] ?? [];
  if (isSingle(levels)) {
    const only = level.block[0]?.[0] ?? null;
    const levelOf = (): Cell => only;
    if (shape.rows === 1) return { count: 1, scoresOf: rowOf, levelOf, arrange: inColumn };
    if (shape.columns === 1)
      return {
        count: 1,
        scoresOf: () => columnOf(scores.block, 0),
        levelOf,
        arrange: inColumn,
      };
    return { count: shape.rows, scoresOf: rowOf, levelOf, arrange: inColumn };
  }
  if (levels.columns === 1 && levels.rows === shape.rows)
    return {
      count: shape.rows,
      scoresOf: rowOf,
      levelOf: (employee) => level.block[employee]?.[0] ?? null,
      arrange: inColumn,
    };
  if (levels.rows === 1 && levels.columns === shape.columns)
    return {
      count: shape.columns,
      scoresOf: (employee) => columnOf(scores.block, employee),
      levelOf: (employee) => level.block[0]?.[employee] ?? null,
      arrange: inRow,
    };
  return faultOf("#VALUE!", {
    code: "shapes",
    first: scores.name,
    firstShape: shape,
    second: level.name,
    secondShape: levels,
    rule: "levels",
  });
}

/** Each employee's answer, lying as the employees do; one answer where the shapes do not fit. */
export function judgeEach(
  scores: Input,
  level: Input,
  judge: (scores: readonly Cell[], level: Cell) => Answer,
): Answers {
  const employees = findEmployees(scores, level);
  if ("kind" in employees) return single(employees);
  const answers: Answer[] = [];
  for (let employee = 0; employee < employees.count; employee += 1)
    answers.push(judge(employees.scoresOf(employee), employees.levelOf(employee)));
  return employees.arrange(answers);
}
