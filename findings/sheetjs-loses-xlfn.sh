#!/bin/sh
# SheetJS (xlsx 0.18.5): formulas with functions that came after Excel 2007 lose the prefix that the file format
# demands. The reader takes "_xlfn." off (the cell says XLOOKUP(…)), the writer does not put it back: after reading and
# writing, <f> holds a bare XLOOKUP or IFNA, which [MS-XLSX] does not know as a function of the file, and Excel shows
# #NAME? until the formula is entered again. One would expect reading and writing to be each other's inverse. (A
# formula that the program itself sets WITH the prefix is written as it is: only the round trip loses it.)
# Seen (Node 20): before _xlfn.XLOOKUP(1,B1:B1,B1:B1) and _xlfn.IFNA(B1,0), after XLOOKUP(1,B1:B1,B1:B1) and IFNA(B1,0).
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund xlsx@0.18.5 fflate@0.8.3
cat > run.mjs <<'JS'
import assert from "node:assert/strict";
import { strFromU8, unzipSync } from "fflate";
import XLSX from "xlsx";

const formulas = ["_xlfn.XLOOKUP(1,B1:B1,B1:B1)", "_xlfn.IFNA(B1,0)"];
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, {
  "!ref": "A1:B2",
  A1: { t: "n", v: 1, f: formulas[0] },
  A2: { t: "n", v: 1, f: formulas[1] },
  B1: { t: "n", v: 1 },
}, "S");
const inFile = (bytes) =>
  [...strFromU8(unzipSync(new Uint8Array(bytes))["xl/worksheets/sheet1.xml"]).matchAll(/<f>(.*?)<\/f>/g)].map((match) => match[1]);
const first = XLSX.write(book, { type: "buffer", bookType: "xlsx" });
console.log("before:", inFile(first).join("  "));
assert.deepEqual(inFile(first), formulas);
const again = XLSX.write(XLSX.read(first), { type: "buffer", bookType: "xlsx" });
console.log("after: ", inFile(again).join("  "));
assert.deepEqual(inFile(again), formulas.map((formula) => formula.replace("_xlfn.", "")));
JS
node run.mjs
