import type { Cell } from "../grid";
import { faultOf } from "./faults";
import type { Answer, Answers, Block, Fault, Input, Shape } from "./types";

export function shapeOf(block: Block): Shape {
  return { rows: block.length, columns: block[0]?.length ?? 0 };
}

export function isSingle({ rows, columns }: Shape): boolean {
  return rows === 1 && columns === 1;
}

export function single(answer: Answer): Answers {
  return [[answer]];
}

/** The cell of an input that belongs to a place of the result; a single cell belongs to every place. */
export function cellAt(block: Block, row: number, column: number): Cell {
  const line = block.length === 1 ? block[0] : block[row];
  return (line?.length === 1 ? line[0] : line?.[column]) ?? null;
}

/** The size that all inputs have, single cells aside; or that two of them do not fit together. */
export function commonShape(inputs: readonly Input[]): Shape | Fault {
  let found: { readonly input: Input; readonly shape: Shape } | undefined;
  for (const input of inputs) {
    const shape = shapeOf(input.block);
    if (isSingle(shape)) continue;
    if (found === undefined) found = { input, shape };
    else if (found.shape.rows !== shape.rows || found.shape.columns !== shape.columns)
      return faultOf("#VALUE!", {
        code: "shapes",
        first: found.input.name,
        firstShape: found.shape,
        second: input.name,
        secondShape: shape,
        rule: "sameSize",
      });
  }
  return found?.shape ?? { rows: 1, columns: 1 };
}

/** One answer for each place of the inputs' common size. */
export function spread(
  inputs: readonly Input[],
  answerAt: (row: number, column: number) => Answer,
): Answers {
  const shape = commonShape(inputs);
  if ("kind" in shape) return single(shape);
  const answers: Answer[][] = [];
  for (let row = 0; row < shape.rows; row += 1) {
    // Made in its full length: a list that grows takes far more room, and a column has a million rows.
    const line = new Array<Answer>(shape.columns);
    for (let column = 0; column < shape.columns; column += 1) line[column] = answerAt(row, column);
    answers.push(line);
  }
  return answers;
}

/** One answer for each cell of one input. */
export function mapCells(block: Block, answerOf: (cell: Cell) => Answer): Answers {
  return block.map((cells) => cells.map((cell) => answerOf(cell)));
}
