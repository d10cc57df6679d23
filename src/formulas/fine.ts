import type { Cell } from "../grid";
import { fineFor } from "../policy";
import { readCount } from "../scoresheet";
import { yuanFromFen } from "../units";
import { defineFormula } from "./define";
import { faultOf, isFault } from "./faults";
import { valueOf } from "./inputs";
import { optional, parameters } from "./parameters";
import { cellAt, spread } from "./shapes";
import type { Fault, Input, Words } from "./types";

function countAt(input: Input, row: number, column: number): number | Fault {
  const cell: Cell = cellAt(input.block, row, column);
  return valueOf(readCount(cell), input.name) ?? 0;
}

/** Fines of one calendar month (§R5b, §W4c): listed, never netted. */
export const fine = defineFormula({
  id: "FINE",
  parameters: { complaints: parameters.complaints, leaves: optional(parameters.leaves) },
  compute: ({ complaints, leaves }, policyIn) => {
    const policy = policyIn(null);
    return spread([complaints, leaves], (row, column) => {
      const complaintCount = countAt(complaints, row, column);
      if (isFault(complaintCount)) return complaintCount;
      const leaveCount = countAt(leaves, row, column);
      if (isFault(leaveCount)) return leaveCount;
      const result = fineFor(policy, complaintCount, leaveCount);
      return result.kind === "fine"
        ? yuanFromFen(result.amount)
        : faultOf("#NUM!", { code: "countTooLarge" });
    });
  },
});

/** What Excel says of the function; apart, since it answers without it. */
export const fineWords: Words = {
  zh: "一个自然月的投诉和离岗罚款（元），仅列示，不从工资扣",
  en: "Fines of one calendar month for complaints and leaving the post, in yuan; listed, not deducted",
};
