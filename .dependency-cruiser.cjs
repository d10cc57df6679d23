"use strict";

const { neighbours, rooms, sharedRooms } = require("./scripts/rooms.cjs");

const anyOf = (names) => `(?:${names.join("|")})`;
const inside = (names) => `^src/${anyOf(names)}/`;

// One rule a room: everything inside src that its row of the table does not name.
const roomRules = Object.entries(rooms).flatMap(([room, { uses, types }]) => [
  {
    name: `room-${room}`,
    comment: `What src/${room} may import is written in scripts/rooms.cjs; what is absent there is forbidden, so that a piece of data walks through the house in one direction.`,
    severity: "error",
    from: { path: `^src/${room}/` },
    to: {
      path: `^(?:src|${Object.keys(neighbours).join("|")}|test|bench|scripts|assets)/`,
      pathNot: inside([room, ...uses, ...types]),
    },
  },
  ...(types.length === 0
    ? []
    : [
        {
          name: `room-${room}-types-only`,
          comment: `src/${room} knows the shape of these rooms' data, but never calls them: import type.`,
          severity: "error",
          from: { path: `^src/${room}/` },
          to: { path: inside(types), dependencyTypesNot: ["type-only"] },
        },
      ]),
]);

const neighbourRules = Object.entries(neighbours).map(([folder, uses]) => ({
  name: `neighbour-${folder}`,
  comment: `${folder}/ stands outside the add-in: if it shared code with src/, it could agree with our mistakes. What it may share is written in scripts/rooms.cjs.`,
  severity: "error",
  from: { path: `^${folder}/` },
  to: {
    path: `^(?:src|${Object.keys(neighbours).join("|")}|test|bench)/`,
    pathNot: [
      `^${anyOf([folder, ...uses])}/`,
      ...(sharedRooms[folder] ?? []).map((room) => `^src/${room}/index\\.ts$`),
    ],
  },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    ...neighbourRules,
    {
      name: "unlisted-room",
      comment: "Every folder is a room: give it a row in scripts/rooms.cjs before code moves in.",
      severity: "error",
      from: { path: "^src/", pathNot: inside(Object.keys(rooms)) },
      to: {},
    },
    {
      name: "unlisted-room-used",
      comment: "Every folder is a room: give it a row in scripts/rooms.cjs before code moves in.",
      severity: "error",
      from: {},
      to: { path: "^src/", pathNot: inside(Object.keys(rooms)) },
    },
    {
      name: "only-door",
      comment: "A room's index is its only door; what is behind it may be rebuilt without asking.",
      severity: "error",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/[^/]+/", pathNot: ["^src/$1/", "^src/[^/]+/index\\.tsx?$"] },
    },
    {
      name: "only-door-host",
      comment: "The host, too, is entered through its index.",
      severity: "error",
      from: { path: "^workbench/" },
      to: { path: "^host/", pathNot: "^host/index\\.ts$" },
    },
    {
      name: "no-circular",
      comment: "Two files that need each other are one file, or there is a third one to find.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file that nothing imports and that imports nothing is left over.",
      severity: "error",
      from: { orphan: true, path: "^(?:src|host|workbench)/", pathNot: "\\.d\\.ts$" },
      to: {},
    },
    {
      name: "no-node-in-the-add-in",
      comment:
        "The add-in runs in a web view; Node's modules exist in host/, workbench/ and tests only.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "not-to-dev-dependencies",
      comment: "What is shipped may only use what package.json lists as a dependency.",
      severity: "error",
      from: { path: "^src/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
        pathNot: "node_modules/@types/",
      },
    },
    {
      name: "react-in-the-pane-only",
      comment: "Functions must answer before React is fetched, and judgements do not draw.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/taskpane/" },
      to: { path: "node_modules/(?:react|react-dom|scheduler|@fluentui|@tanstack)/" },
    },
    {
      name: "units-and-grid-are-ground",
      comment: "Everything stands on them, so they stand on nothing, not even on a package.",
      severity: "error",
      from: { path: inside(["units", "grid"]) },
      to: { path: "node_modules/" },
    },
    {
      name: "evaluator-for-itself",
      comment:
        "It judges a month by the text of the policy alone: sharing a rule with src/, it would share its mistakes.",
      severity: "error",
      from: { path: "^test/month/evaluator/" },
      to: { pathNot: ["^test/month/evaluator/", "^src/units/"] },
    },
    {
      name: "not-to-unresolvable",
      comment: "An import that cannot be found cannot be judged.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "not-to-tests",
      comment: "A product that needs its tests to run has lost one of the two.",
      severity: "error",
      from: { path: "^(?:src|host|workbench)/" },
      to: { path: "^test/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist/" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
