import type { Cell } from "../grid";
import { commissionAmount, type EffectivePolicy } from "../policy";
import { fenFromYuan, yuanFromFen } from "../units";
import { defineFormula } from "./define";
import { isFault } from "./faults";
import { policiesAlong, readMoneyCell } from "./inputs";
import { optional, parameters } from "./parameters";
import { cellAt, isSingle, mapCells, shapeOf, spread } from "./shapes";
import type { Answer, Fault, Words } from "./types";

function answer(cell: Cell, policy: EffectivePolicy | Fault, input: Words): Answer {
  const sales = readMoneyCell(cell, input);
  if (sales === null) return "";
  if (isFault(sales)) return sales;
  return isFault(policy) ? policy : yuanFromFen(commissionAmount(policy, sales));
}

/** Under one policy numbers, which are nearly all there are, need no quantity of their own. */
function answerUnder(policy: EffectivePolicy, input: Words): (cell: Cell) => Answer {
  return (cell) => {
    const sales = typeof cell === "number" ? fenFromYuan(cell) : undefined;
    return sales === undefined
      ? answer(cell, policy, input)
      : yuanFromFen(commissionAmount(policy, sales));
  };
}

/** Commission on the month's sales (§6.C). */
export const commission = defineFormula({
  id: "COMMISSION",
  parameters: { sales: parameters.sales, month: optional(parameters.month) },
  compute: ({ sales, month }, policyIn) => {
    const policyOf = policiesAlong(month, policyIn);
    if (isSingle(shapeOf(month.block))) {
      const policy = policyOf(cellAt(month.block, 0, 0));
      if (!isFault(policy)) return mapCells(sales.block, answerUnder(policy, sales.name));
    }
    return spread([sales, month], (row, column) =>
      answer(
        cellAt(sales.block, row, column),
        policyOf(cellAt(month.block, row, column)),
        sales.name,
      ),
    );
  },
});

/** What Excel says of the function; apart, since it answers without it. */
export const commissionWords: Words = {
  zh: "按当月实际销售额计算提成（元）",
  en: "Commission on the month's actual sales, in yuan",
};
