#!/bin/sh
# HyperFormula 3.5.0: ROUND decides on the binary value times a power of ten, so amounts that end in half a fen go
# down or up by chance: ROUND(1.005,2) is 1 and ROUND(8.325,2) is 8.32, while ROUND(2.675,2) is 2.68. LibreOffice 7.4
# (and Excel) round the decimal number that the cell shows: 1.01, 8.33, 2.68. A commission rate of some per mille
# yields such amounts daily, so a payroll recalculated by it differs from the workbook by single fen. And INT cuts
# towards zero: INT(-0.5) is 0, where LibreOffice and Excel give -1.
# Seen (Node 20): 1, 8.32, 2.68, INT(-0.5) = 0, INT(-1.5) = -1.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund hyperformula@3.5.0
cat > run.mjs <<'JS'
import assert from "node:assert/strict";
import hyperformula from "hyperformula";

const engine = hyperformula.HyperFormula.buildFromArray([[0]], { licenseKey: "gpl-v3" });
const value = (formula) => engine.calculateFormula(formula, 0);
for (const [formula, seen, excel] of [
  ["=ROUND(1.005,2)", 1, 1.01],
  ["=ROUND(8.325,2)", 8.32, 8.33],
  ["=ROUND(2.675,2)", 2.68, 2.68],
  ["=INT(-0.5)+0", 0, -1],
  ["=INT(-1.5)", -1, -2],
]) {
  console.log(`${formula}: ${value(formula)} (a spreadsheet program: ${excel})`);
  assert.equal(value(formula) + 0, seen);
}
JS
node run.mjs
