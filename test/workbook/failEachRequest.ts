import type { OpenWorkbook } from "./openWorkbook";

/** More requests than any task of these tests sends. */
const MOST_REQUESTS = 60;

/**
 * Does something again and again while the first, the second, … of its requests fails, until it succeeds; `afterwards`
 * sees the workbook each time it failed. Gives how often that was.
 */
export async function failEachRequest(
  book: OpenWorkbook,
  act: () => Promise<unknown>,
  afterwards: () => void,
): Promise<number> {
  for (let number = 1; number < MOST_REQUESTS; number += 1) {
    book.host.faults.failRequest(number, { code: "GeneralException" });
    const done = await act().then(
      () => true,
      () => false,
    );
    book.host.faults.clear();
    await book.host.whenIdle();
    if (done) return number - 1;
    afterwards();
  }
  throw new Error("It never succeeded");
}
