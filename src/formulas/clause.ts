import { errorOf } from "../grid";
import { loadClauses } from "../policy";
import { readText } from "../scoresheet";
import { defineLazyFormula } from "./define";
import { cellFault, faultOf } from "./faults";
import { parameters } from "./parameters";
import { mapCells } from "./shapes";
import type { Words } from "./types";

/** A clause by its id, in our own words and the policy's language. */
export const clause = defineLazyFormula({
  id: "CLAUSE",
  parameters: { id: parameters.clause },
  // The clauses are those of the document, whatever HR has decided.
  usesPolicy: false,
  load: async () => {
    const { findClause } = await loadClauses();
    return ({ id }) =>
      mapCells(id.block, (cell) => {
        const error = errorOf(cell);
        if (error !== undefined) return cellFault(id.name, { code: "error", error });
        const seen = readText(cell);
        if (seen === "") return "";
        return findClause(seen)?.zh ?? faultOf("#N/A", { code: "unknownClause", seen });
      });
  },
});

/** What Excel says of the function; apart, since it answers without it. */
export const clauseWords: Words = {
  zh: "制度条款的内容（本产品的转述，不是原文）",
  en: "What a clause of the policy says, restated in Chinese",
};
