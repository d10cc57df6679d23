import type { Cell } from "../../grid";
import { normaliseText } from "../../units";

/** Grades as departments give them in place of scores: letters, or words from 优 to 差. */
const GRADE =
  /^(?:[A-FS][+-]{0,2}|优秀?|良好?|中等?|一般|及格|合格|称职|基本称职|差|较差|不及格|不合格|不称职|甲|乙|丙|丁)[等级]?$/u;

/** Of the filled cells looked at, so many must be grades for a column to be one of grades. */
const SHARE_OF_GRADES = 0.6;
/** Fewer are slips among scores that are yet to come. */
const LEAST_GRADES = 3;
/** More different ones are no scale. */
const MOST_GRADES = 10;

/** The grade that a cell holds, as it is compared; undefined for anything else. */
export function gradeIn(cell: Cell): string | undefined {
  if (typeof cell !== "string") return undefined;
  const text = normaliseText(cell).toUpperCase();
  return GRADE.test(text) ? text : undefined;
}

/** The grades of a column of scores, the best-known order first; null where it holds scores. */
export function gradesIn(cells: readonly Cell[]): readonly string[] | null {
  const found = new Set<string>();
  let graded = 0;
  for (const cell of cells) {
    const grade = gradeIn(cell);
    if (grade === undefined) continue;
    graded += 1;
    found.add(grade);
  }
  if (graded < LEAST_GRADES || graded < cells.length * SHARE_OF_GRADES || found.size > MOST_GRADES)
    return null;
  return [...found].sort((a, b) => a.localeCompare(b, "zh"));
}
