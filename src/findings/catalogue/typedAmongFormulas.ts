import { columnLetters } from "../../grid";
import type { SheetRecord } from "../../scoresheet";
import { yieldsAt } from "../../steps";
import { atRecord, type Check } from "../check";
import { policyAt } from "../../month";

/** Fewer formulas make no column of formulas. */
const LEAST_FORMULAS = 3;

interface ScoreColumn {
  formulas: number;
  readonly typed: SheetRecord[];
}

/** A typed score in a column that is worked out by formulas otherwise. */
export const typedAmongFormulas: Check = {
  type: "typedAmongFormulas",
  code: "F-SCO-09",
  group: "scores",
  severities: ["warning"],
  of: "sheet",
  kind: "data",
  *find(setting, people) {
    const { sheet, asOf, scoreFormulas } = setting;
    // Most sheets have none, and then nobody need look.
    if (scoreFormulas < LEAST_FORMULAS) return;
    const columns = new Map<string, ScoreColumn>();
    for (const [index, record] of sheet.records.entries()) {
      if (yieldsAt(index)) yield null;
      const { cell, formula, quantity } = record.score;
      if (cell === null || (quantity.kind !== "value" && quantity.kind !== "zero")) continue;
      const key = `${cell.sheet.id} ${cell.column}`;
      let column = columns.get(key);
      if (column === undefined) columns.set(key, (column = { formulas: 0, typed: [] }));
      if (formula) column.formulas += 1;
      else column.typed.push(record);
    }
    const told = [...columns.values()].filter(
      ({ formulas, typed }) => formulas >= LEAST_FORMULAS && formulas > typed.length,
    );
    if (told.every(({ typed }) => typed.length === 0)) return;
    const owners = new Map(
      people.flatMap((person) => person.person.records.map((record) => [record, person] as const)),
    );
    for (const { formulas, typed } of told)
      for (const record of typed) {
        const month = record.month.quantity.kind === "value" ? record.month.quantity.value : null;
        if (asOf !== null && month !== null && month > asOf) continue;
        const { cell } = record.score;
        yield atRecord(
          "warning",
          { person: owners.get(record) ?? null, month },
          cell,
          policyAt(setting, month).performance.clause,
          { type: "typedAmongFormulas", formulas, column: columnLetters(cell?.column ?? 0) },
        );
      }
  },
};
