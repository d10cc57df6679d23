#!/bin/sh
# fast-formula-parser 1.0.19: EDATE from the last days of a month runs over into the month after: one month after
# 31 January 2026 is 3 March (46084), not 28 February (46081). The spreadsheet rule is "the same day, at most the last
# of that month"; its own EOMONTH knows the month's length. Due dates of probation and reviews come out a month late,
# only for people who started on the 29th to 31st.
# Seen (Node 20): EDATE(31 Jan 2026, 1) = 46084, EDATE(31 Mar 2026, -1) = 46084, EDATE(28 Jan 2026, 1) = 46081.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund fast-formula-parser@1.0.19
cat > run.mjs <<'JS'
import assert from "node:assert/strict";
import FormulaParser from "fast-formula-parser";

const parser = new FormulaParser();
const value = (formula) => Number(parser.parse(formula, { sheet: "S", row: 1, col: 1 }));
for (const [formula, seen, spreadsheet] of [
  ["EDATE(DATE(2026,1,31),1)", 46084, 46081],
  ["EDATE(DATE(2026,3,31),-1)", 46084, 46081],
  ["EDATE(DATE(2026,1,28),1)", 46081, 46081],
]) {
  console.log(`${formula}: ${value(formula)} (a spreadsheet program: ${spreadsheet})`);
  assert.equal(value(formula), seen);
}
JS
node run.mjs
