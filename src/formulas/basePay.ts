import { basePay as basePayOf } from "../policy";
import { yuanFromFen } from "../units";
import { defineFormula } from "./define";
import { isFault } from "./faults";
import { isBlankLevel, policiesAlong, readLevel } from "./inputs";
import { optional, parameters } from "./parameters";
import { unpayable } from "./payment";
import { cellAt, spread } from "./shapes";
import type { Words } from "./types";

/** Base salary of a level (§6.S). */
export const basePay = defineFormula({
  id: "BASEPAY",
  parameters: { level: parameters.level, month: optional(parameters.month) },
  compute: ({ level, month }, policyIn) => {
    const policyOf = policiesAlong(month, policyIn);
    return spread([level, month], (row, column) => {
      const cell = cellAt(level.block, row, column);
      if (isBlankLevel(cell)) return "";
      const policy = policyOf(cellAt(month.block, row, column));
      if (isFault(policy)) return policy;
      const found = readLevel(cell, policy, level.name);
      if (found === null) return "";
      if (isFault(found)) return found;
      const base = basePayOf(found);
      return base.kind === "amount" ? yuanFromFen(base.value) : unpayable(base.why);
    });
  },
});

/** What Excel says of the function; apart, since it answers without it. */
export const basePayWords: Words = {
  zh: "级别的底薪（元）",
  en: "Base salary of a level, in yuan",
};
