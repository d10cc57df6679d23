// Office.js is a set of globals, which an import checker cannot see: this table and this rule see to it that each
// part of Office.js is used in one room only.

// Who may use what: true is all of it, a list names the members; the first line is for everybody else. `typeof
// Office` is always allowed, for it is how a page notices that Office is missing.
/** @type {readonly { readonly files: string[]; readonly allowed: Readonly<Record<string, true | readonly string[]>> }[]} */
export const officeInRoom = [
  { files: ["src/**"], allowed: {} },
  {
    files: ["src/excel/**"],
    allowed: { Excel: true, Office: true, OfficeExtension: true, OfficeRuntime: true },
  },
  { files: ["src/functions/**"], allowed: { CustomFunctions: true } },
  { files: ["src/functions/index.ts"], allowed: { CustomFunctions: true, Office: ["onReady"] } },
  { files: ["src/commands/**"], allowed: { Office: ["actions", "AddinCommands", "onReady"] } },
  { files: ["src/taskpane/index.ts"], allowed: { Office: ["onReady"] } },
];

const globals = new Set(["Office", "Excel", "OfficeExtension", "CustomFunctions", "OfficeRuntime"]);
const windows = new Set(["window", "globalThis", "self"]);

/** @type {import("eslint").Rule.RuleModule} */
export const officeByRoom = {
  meta: {
    type: "problem",
    docs: { description: "Each part of Office.js belongs to one room." },
    messages: {
      notHere: "{{name}} does not belong in this room: see the table in scripts/officeByRoom.mjs.",
    },
    schema: [{ type: "object" }],
  },
  create(context) {
    const allowed = context.options[0] ?? {};

    function memberOf(identifier) {
      const parent = identifier.parent;
      if (parent.type === "MemberExpression" && parent.object === identifier && !parent.computed) {
        return parent.property.name;
      }
      if (parent.type === "TSQualifiedName" && parent.left === identifier) return parent.right.name;
      return undefined;
    }

    function check(identifier) {
      const parent = identifier.parent;
      if (parent.type === "UnaryExpression" && parent.operator === "typeof") return;
      const permission = allowed[identifier.name];
      if (permission === true) return;
      const member = memberOf(identifier);
      if (permission !== undefined && member !== undefined && permission.includes(member)) return;
      const name = member === undefined ? identifier.name : `${identifier.name}.${member}`;
      context.report({ node: identifier, messageId: "notHere", data: { name } });
    }

    return {
      "Program:exit"(program) {
        const scope = context.sourceCode.getScope(program);
        for (const { identifier } of scope.through) {
          if (globals.has(identifier.name)) check(identifier);
        }
        for (const variable of scope.variables) {
          if (variable.defs.length > 0 || !globals.has(variable.name)) continue;
          for (const { identifier } of variable.references) check(identifier);
        }
      },
      MemberExpression(node) {
        if (node.object.type !== "Identifier" || !windows.has(node.object.name)) return;
        const name = node.computed ? node.property.value : node.property.name;
        if (globals.has(name)) {
          context.report({
            node,
            messageId: "notHere",
            data: { name: `${node.object.name}.${name}` },
          });
        }
      },
    };
  },
};
