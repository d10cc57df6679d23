import type { CellStyle, SheetContent } from "../grid";
import type { EffectivePolicy } from "../policy";
import type { ReviewEntry } from "../views";
import type { Month } from "../units";
import { reviewsSheetName, sayList, sayReview, sayReviews, type Language } from "../wording";
import { printed, SheetBuilder, text } from "./builder";
import { brokenLines } from "./lines";

/** In characters: name, 工号, level, reason, facts, clause. */
const WIDTHS = [12, 11, 14, 22, 28, 14];
const LINE_CHARACTERS = WIDTHS.reduce((sum, width) => sum + width, 0);

const ROW: CellStyle = { vertical: "Top", wrap: true };

/** The list of those whom people should review, with what the law asks: a sheet apart from all others. */
export function reviewDocument(
  reviews: readonly ReviewEntry[],
  asOf: Month,
  { review, fines }: EffectivePolicy,
  language: Language,
): SheetContent {
  const said = sayReviews(asOf, language);
  const inLines = (line: string): string[] => brokenLines(line, language, LINE_CHARACTERS);
  const sheet = new SheetBuilder(WIDTHS);
  sheet.title(said.title);
  sheet.note(inLines(said.restricted));
  sheet.blank();
  const { heading, first, count } = sheet.table(
    said.columns,
    reviews.map((entry) => {
      const { why, facts } = sayReview(entry, language);
      const { name, employeeId } = entry.person;
      const clauses = [
        ...(entry.failed.length === 0 ? [] : [review.clause]),
        ...(entry.complaints === null ? [] : [fines.complaintClause]),
      ];
      const level = entry.level?.name[language] ?? "";
      return [name, employeeId, level, why, facts, sayList(clauses, language)].map(text);
    }),
  );
  sheet.style(ROW, first, 0, sheet.columns, count);
  if (count === 0) sheet.lines([said.nobody]);
  sheet.section(said.notesTitle);
  said.notes.forEach((note, index) => sheet.lines(inLines(`${index + 1}. ${note}`)));
  return sheet.build({
    name: reviewsSheetName({ asOf }),
    tag: "reviews",
    print: printed("portrait", heading),
  });
}
