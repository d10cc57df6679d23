import { useEffect, useState } from "react";

/** Rows drawn in one go: well below what a person notices. */
const ROWS_AT_ONCE = 40;

/** How many of `count` rows to draw: at first a screenful or more, then the others bit by bit. */
export function useGrowingCount(count: number): number {
  const [drawn, setDrawn] = useState(ROWS_AT_ONCE);
  useEffect(() => {
    if (drawn >= count) return;
    const timer = setTimeout(() => setDrawn(drawn + ROWS_AT_ONCE), 0);
    return () => clearTimeout(timer);
  }, [drawn, count]);
  return Math.min(drawn, count);
}
