/** `npm run sample` rewrites the workbench's workbook. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { buildSample } from "./sampleWorkbook";

const target = "workbench/sample/sample.xlsx";

void buildSample().then((bytes) => {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  console.log(target);
});
