/** `npm run sample` writes the workbench's workbook anew. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { buildSample } from "./sampleWorkbook";

const target = "workbench/sample/sample.xlsx";

void buildSample().then((bytes) => {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  console.log(target);
});
