import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Grid } from "../../src/grid";
import { readWorkbookGrids } from "../../src/sharing";
import { buildDepartment, departmentFile, DEPARTMENT_NAMES } from "../fixtures/departments/build";

function sheetsOf(bytes: Uint8Array): readonly [string, Grid["rows"]][] {
  const steps = readWorkbookGrids(bytes);
  for (;;) {
    const step = steps.next();
    if (step.done === true)
      return step.value.sheets.map(({ grid }) => [grid.sheet.name, grid.rows]);
  }
}

test.each(DEPARTMENT_NAMES)("%s.xlsx is what its script builds", async (department) => {
  const kept = sheetsOf(new Uint8Array(readFileSync(departmentFile(department))));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept).toEqual(sheetsOf(await buildDepartment(department)));
});
