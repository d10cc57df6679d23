import { errorOf } from "../grid";
import { findClause } from "../policy";
import { readText } from "../scoresheet";
import { cellFault, faultOf } from "./faults";
import { defineFormula } from "./define";
import { parameters } from "./parameters";
import { mapCells } from "./shapes";

/** A clause by its id, in our own words and the policy's language. */
export const clause = defineFormula({
  id: "CLAUSE",
  description: {
    zh: "制度条款的内容（本产品的转述，不是原文）",
    en: "What a clause of the policy says, restated in Chinese",
  },
  parameters: { id: parameters.clause },
  needsPolicy: false,
  compute: ({ id }) =>
    mapCells(id.block, (cell) => {
      const error = errorOf(cell);
      if (error !== undefined) return cellFault(id.name, { code: "error", error });
      const seen = readText(cell);
      if (seen === "") return "";
      return findClause(seen)?.zh ?? faultOf("#N/A", { code: "unknownClause", seen });
    }),
});
