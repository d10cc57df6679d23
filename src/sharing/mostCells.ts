/** Cells of one file that are kept, blank ones to the left of others included: far more than decades of scores. */
export const MOST_CELLS = 3_000_000;
