import type { ClauseCard, ClauseChapter } from "../../views";
import { sayClauseClass } from "../../wording";

const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Everything by which a clause is found, in both languages. */
function textOf({ clause, readings }: ClauseCard): string {
  const { id, restatement } = clause;
  return plain(
    [
      id,
      restatement.zh,
      restatement.en,
      sayClauseClass(clause.class, "zh"),
      sayClauseClass(clause.class, "en"),
      ...readings.flatMap(({ title, question }) => [title.zh, title.en, question.zh, question.en]),
    ].join("\n"),
  );
}

/** The chapters with the clauses that hold every word sought; chapters without any are left out. */
export function searchClauses(
  chapters: readonly ClauseChapter[],
  sought: string,
): readonly ClauseChapter[] {
  const words = plain(sought)
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (words.length === 0) return chapters;
  return chapters.flatMap(({ id, clauses }) => {
    const found = clauses.filter((card) => {
      const text = textOf(card);
      return words.every((word) => text.includes(word));
    });
    return found.length === 0 ? [] : [{ id, clauses: found }];
  });
}
