// @ts-check
"use strict";

// Which room may import which, types included. What is absent is forbidden, and so is a folder that is not here.
// `types` may be imported with `import type` only. docs/architecture.md gives the reasons.
/** @type {Readonly<Record<string, { readonly uses: readonly string[]; readonly types: readonly string[] }>>} */
const rooms = {
  units: { uses: [], types: [] },
  grid: { uses: [], types: [] },
  steps: { uses: [], types: [] },
  policy: { uses: ["units"], types: [] },
  scoresheet: { uses: ["units", "grid", "steps"], types: [] },
  month: { uses: ["units", "grid", "steps", "policy", "scoresheet"], types: [] },
  findings: { uses: ["units", "grid", "steps", "policy", "scoresheet", "month"], types: [] },
  formulas: { uses: ["units", "grid", "policy", "scoresheet"], types: ["problems"] },
  views: {
    uses: ["units", "grid", "steps", "policy", "scoresheet", "month", "findings"],
    types: [],
  },
  ooxml: { uses: ["steps"], types: [] },
  sharing: { uses: ["units", "grid", "steps", "formulas", "ooxml"], types: [] },
  problems: { uses: [], types: ["units", "grid"] },
  wording: {
    uses: ["units"],
    types: [
      "grid",
      "policy",
      "scoresheet",
      "month",
      "findings",
      "formulas",
      "views",
      "sharing",
      "problems",
    ],
  },
  documents: {
    uses: ["units", "grid", "wording"],
    types: ["policy", "scoresheet", "month", "findings", "formulas", "views", "sharing"],
  },
  tasks: {
    uses: [
      "units",
      "grid",
      "steps",
      "policy",
      "scoresheet",
      "month",
      "findings",
      "formulas",
      "views",
      "sharing",
      "wording",
      "documents",
    ],
    types: ["problems"],
  },
  excel: { uses: ["units", "grid", "tasks", "views"], types: ["policy", "problems"] },
  functions: {
    uses: ["units", "grid", "formulas", "tasks", "wording", "excel"],
    types: ["policy"],
  },
  taskpane: {
    uses: ["units", "grid", "tasks", "views", "wording", "excel"],
    types: ["policy", "month", "findings", "problems"],
  },
  commands: { uses: ["tasks", "wording", "excel"], types: [] },
};

// Compiled by tsconfig.pure.json: no Excel, no page, no clock.
const pureRooms = [
  "units",
  "grid",
  "steps",
  "policy",
  "scoresheet",
  "month",
  "findings",
  "formulas",
  "views",
  "ooxml",
  "sharing",
  "problems",
  "wording",
  "documents",
];

// Beside src/. The workbench sees the add-in only as it was built; the host sees nothing of it at all.
/** @type {Readonly<Record<string, readonly string[]>>} */
const neighbours = {
  host: [],
  workbench: ["host"],
};

// But for these rooms: files are taken apart in one way everywhere, and refused in one voice.
/** @type {Readonly<Record<string, readonly string[]>>} */
const sharedRooms = {
  host: [],
  workbench: ["ooxml", "wording"],
};

// These may import everything.
const open = ["test", "bench", "scripts"];

module.exports = { neighbours, open, pureRooms, rooms, sharedRooms };
