import type { Quantity, SheetRecord } from "../scoresheet";

function sameQuantity<T>(a: Quantity<T>, b: Quantity<T>): boolean {
  switch (a.kind) {
    case "value":
      return b.kind === "value" && a.value === b.value;
    case "notAssessed":
      return b.kind === "notAssessed" && a.word === b.word;
    case "pending":
      return false;
    case "problem":
      return b.kind === "problem" && JSON.stringify(a.problem) === JSON.stringify(b.problem);
    case "blank":
    case "zero":
      return a.kind === b.kind;
  }
}

/** Whether two rows of one person and month say the same, so that either may go (monthTwice). */
export function sameContent(a: SheetRecord, b: SheetRecord): boolean {
  return (
    sameQuantity(a.score.quantity, b.score.quantity) &&
    sameQuantity(a.sales.quantity, b.sales.quantity) &&
    sameQuantity(a.extra.quantity, b.extra.quantity) &&
    sameQuantity(a.complaints.quantity, b.complaints.quantity) &&
    sameQuantity(a.leaves.quantity, b.leaves.quantity) &&
    a.level.text === b.level.text
  );
}
