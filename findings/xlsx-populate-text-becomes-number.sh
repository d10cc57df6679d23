#!/bin/sh
# xlsx-populate 1.21.0: a cell that holds the TEXT "88" (t="s", a shared string) is read as the number 88, and opening
# and saving the workbook turns the cell into a number cell for good. "00101" stays text, so a column of texts comes
# back mixed. One would expect the type to be the cell's own (`t`), whatever the text looks like: a score typed as text
# is a fault that HR wants to see, and it is gone after the round trip.
# Cause as seen: its XML parser turns every text node that looks like a plain number into a number before the cell's
# type is asked for.
# Seen (Node 20): [["00101",88],["1E5","+5"]] and <c r="B1"><v>88</v></c> where the file had t="s".
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund xlsx-populate@1.21.0 fflate@0.8.3
cat > run.mjs <<'JS'
import assert from "node:assert/strict";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import XlsxPopulate from "xlsx-populate";

const blank = await XlsxPopulate.fromBlankAsync();
const parts = unzipSync(new Uint8Array(await blank.outputAsync()));
const sheetPath = "xl/worksheets/sheet1.xml";
const texts = ["00101", "88", "1E5", "+5"];
parts["xl/sharedStrings.xml"] = strToU8(
  `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4" uniqueCount="4">${texts
    .map((text) => `<si><t>${text}</t></si>`)
    .join("")}</sst>`,
);
const cells = (row, a, b) => `<row r="${row}"><c r="A${row}" t="s"><v>${a}</v></c><c r="B${row}" t="s"><v>${b}</v></c></row>`;
const sheet = strFromU8(parts[sheetPath]);
const data = `<sheetData>${cells(1, 0, 1)}${cells(2, 2, 3)}</sheetData>`;
assert.match(sheet, /<sheetData\s*\/>|<sheetData>.*<\/sheetData>/);
parts[sheetPath] = strToU8(sheet.replace(/<sheetData\s*\/>|<sheetData>.*<\/sheetData>/, data));

const workbook = await XlsxPopulate.fromDataAsync(zipSync(parts));
const values = workbook.sheet(0).usedRange().value();
console.log("read: ", JSON.stringify(values));
assert.deepEqual(values, [["00101", 88], ["1E5", "+5"]]);
const saved = strFromU8(unzipSync(new Uint8Array(await workbook.outputAsync()))[sheetPath]);
const cell = /<c r="B1"[^>]*>.*?<\/c>/.exec(saved)[0];
console.log("saved:", cell);
assert.ok(!cell.includes('t="s"') && cell.includes("<v>88</v>"));
console.log("as described: the text 88 is a number now");
JS
node run.mjs
