#!/bin/sh
# exceljs 4.4.0: of the defined names of a workbook only those that refer to plain areas live through load and save. A
# name with a constant (=0.03, a rate) is dropped without a word; a name with a formula is taken for an area, and what
# stands before the first "!" becomes the sheet's name, quoted: SUM(Data!$A$1:$A$9) comes back as
# 'SUM(Data'!$A$1:$A$9, which refers to a sheet that does not exist. One would expect a name to be kept as the text it
# is, or to be dropped as a whole.
# Seen (Node 20): Rate gone, Total = 'SUM(Data'!$A$1:$A$9, Block (a plain area) unchanged.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund exceljs@4.4.0 fflate@0.8.3
cat > run.mjs <<'JS'
import assert from "node:assert/strict";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const source = new ExcelJS.Workbook();
source.addWorksheet("Data").getCell("A1").value = 1;
const parts = unzipSync(new Uint8Array(await source.xlsx.writeBuffer()));
const NAMES = {
  Rate: "0.03",
  Total: "SUM(Data!$A$1:$A$9)",
  Block: "Data!$A$1:$B$9",
};
const names = Object.entries(NAMES).map(([name, text]) => `<definedName name="${name}">${text}</definedName>`).join("");
const workbook = strFromU8(parts["xl/workbook.xml"]).replace("</sheets>", `</sheets><definedNames>${names}</definedNames>`);
assert.ok(workbook.includes("Rate"));

const opened = new ExcelJS.Workbook();
await opened.xlsx.load(zipSync({ ...parts, "xl/workbook.xml": strToU8(workbook) }));
const after = strFromU8(unzipSync(new Uint8Array(await opened.xlsx.writeBuffer()))["xl/workbook.xml"]);
const kept = Object.fromEntries(
  [...after.matchAll(/<definedName name="([^"]*)"[^>]*>([^<]*)</g)].map(([, name, text]) => [name, text.replaceAll("&apos;", "'")]),
);
console.log(kept);
assert.deepEqual(kept, { Total: "'SUM(Data'!$A$1:$A$9", Block: "Data!$A$1:$B$9" });
JS
node run.mjs
