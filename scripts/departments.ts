/** Rewrites the workbooks that the browser tests open as departments keep them; run it with tsx. */
import { writeFileSync } from "node:fs";
import {
  buildDepartment,
  departmentFile,
  DEPARTMENT_NAMES,
} from "../test/fixtures/departments/build";

async function writeAll(): Promise<void> {
  for (const department of DEPARTMENT_NAMES)
    writeFileSync(departmentFile(department), await buildDepartment(department));
}

void writeAll();
