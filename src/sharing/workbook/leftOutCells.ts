import { holdsCell, type Area } from "../../grid";

/** The cells of one sheet that are blank in the copy, and headings that say so. */
export class LeftOutCells {
  readonly #areas: readonly Area[];
  readonly #labels = new Map<string, string>();

  constructor(
    areas: readonly Area[],
    labels: readonly { row: number; column: number; text: string }[],
  ) {
    this.#areas = areas;
    for (const { row, column, text } of labels) this.#labels.set(`${row},${column}`, text);
  }

  /** More cells are blank. */
  with(areas: readonly Area[]): LeftOutCells {
    const labels = [...this.#labels].map(([key, text]) => {
      const [row = 0, column = 0] = key.split(",").map(Number);
      return { row, column, text };
    });
    return new LeftOutCells([...this.#areas, ...areas], labels);
  }

  get any(): boolean {
    return this.#areas.length > 0;
  }

  has(row: number, column: number): boolean {
    return this.#areas.some((area) => holdsCell(area, row, column));
  }

  labelAt(row: number, column: number): string | undefined {
    return this.#labels.size === 0 ? undefined : this.#labels.get(`${row},${column}`);
  }
}
