import type { Rule } from "eslint";

export const officeInRoom: readonly {
  readonly files: readonly string[];
  readonly allowed: Readonly<Record<string, true | readonly string[]>>;
}[];
export const officeByRoom: Rule.RuleModule;
