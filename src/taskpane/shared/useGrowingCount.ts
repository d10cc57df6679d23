import { useEffect, useState } from "react";

/** Rows drawn in one go: well below what a person notices. */
const STEP = 40;

/** How many of `count` rows to draw: at first a screenful or more, then the others bit by bit. */
export function useGrowingCount(count: number): number {
  const [drawn, setDrawn] = useState(STEP);
  useEffect(() => {
    if (drawn >= count) return;
    const timer = setTimeout(() => setDrawn(drawn + STEP), 0);
    return () => clearTimeout(timer);
  }, [drawn, count]);
  return Math.min(drawn, count);
}
