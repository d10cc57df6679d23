import { builtInPolicy, formulas, type Block } from "../src/formulas";
import { monthOf } from "../src/units";

const REPEATS = 5;
const context = { policy: builtInPolicy(), today: monthOf(2026, 11) };

/** Numbers that look drawn at random and are the same in every run. */
function drawn(count: number, from: number, to: number): number[] {
  let state = 12_345;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from + Math.floor((state / 2_147_483_648) * (to - from + 1));
  });
}

function block(rows: number, columns: number, from: number, to: number): Block {
  const cells = drawn(rows * columns, from, to);
  return Array.from({ length: rows }, (_, row) => cells.slice(row * columns, (row + 1) * columns));
}

function best(run: () => void): number {
  let shortest = Infinity;
  for (let i = 0; i < REPEATS; i += 1) {
    const started = performance.now();
    run();
    shortest = Math.min(shortest, performance.now() - started);
  }
  return shortest;
}

/** The least that any function over cells does: look at each and keep a number for each row or cell. */
function bareLoop(cells: Block, perRow: boolean): () => void {
  return () => {
    const results: number[][] = [];
    for (const row of cells) {
      if (perRow) {
        let sum = 0;
        for (const cell of row) if (typeof cell === "number") sum += cell;
        results.push([sum]);
      } else results.push(row.map((cell) => (typeof cell === "number" ? cell * 2 : 0)));
    }
    if (results.length !== cells.length) throw new Error("The loop was left out");
  };
}

function measure(title: string, id: string, cells: Block, perRow: boolean, aim: number): string {
  const formula = formulas.get(id);
  if (formula === undefined) throw new Error(`There is no function ${id}`);
  const rest = formula.parameters.slice(1).map(() => null);
  const bare = best(bareLoop(cells, perRow));
  const ours = best(() => formula.evaluate([cells, ...rest], context));
  return `${title}: ${ours.toFixed(0)} ms, bare loop ${bare.toFixed(0)} ms, ratio ${(ours / bare).toFixed(1)} (aim ≤ ${aim})`;
}

/** A function that is filled down is called once a row; beside one call that spills. */
function measureFilledDown(id: string, level: string, aim: number): string {
  const formula = formulas.get(id);
  if (formula === undefined) throw new Error(`There is no function ${id}`);
  const cells = block(10_000, 12, 55, 100);
  const held: Block = [[level]];
  const spilled = best(() => formula.evaluate([cells, held], context));
  const rows = cells.map((row): Block => [row]);
  const filled = best(() => {
    for (const row of rows) formula.evaluate([row, held], context);
  });
  return `${id} over 10,000 × 12, a call a row: ${filled.toFixed(0)} ms, one call ${spilled.toFixed(0)} ms, ratio ${(filled / spilled).toFixed(1)} (aim ≤ ${aim})`;
}

export function benchFunctions(): readonly string[] {
  return [
    measure("ELIGIBLE over 100,000 × 12", "ELIGIBLE", block(100_000, 12, 55, 100), true, 3),
    measure(
      "COMMISSION over 1,000,000 cells (one column)",
      "COMMISSION",
      block(1_000_000, 1, 0, 80_000),
      false,
      5,
    ),
    measure(
      "COMMISSION over 1,000,000 cells (20 columns)",
      "COMMISSION",
      block(50_000, 20, 0, 80_000),
      false,
      5,
    ),
    measureFilledDown("ELIGIBLE", "初级客服", 8),
    measureFilledDown("MONTHSLEFT", "初级客服", 8),
  ];
}
