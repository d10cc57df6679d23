import type { CellLook, SheetContent } from "../../grid";
import type { EffectivePolicy } from "../../policy";
import type { ReviewEntry } from "../../views";
import type { Month } from "../../units";
import { reviewsSheetName, sayReview, sayReviews, type Language } from "../../wording";
import { HEADING_LOOK, NOTE_LOOK, SECTION_LOOK, TITLE_LOOK } from "./sheetStyles";
import { brokenLines, SheetRows, text } from "./sheetRows";

/** In characters: name, 工号, level, reason, facts, clause. */
const WIDTHS = [12, 11, 14, 22, 28, 14];
const LINE = WIDTHS.reduce((sum, width) => sum + width, 0);

const ROW: CellLook = { vertical: "Top", wrap: true };

/** The list of those whom people should review, with what the law asks: a sheet apart from all others. */
export function reviewsSheet(
  reviews: readonly ReviewEntry[],
  asOf: Month,
  { review, fines }: EffectivePolicy,
  language: Language,
): SheetContent {
  const said = sayReviews(asOf, language);
  const rows = new SheetRows(WIDTHS.length);
  rows.look(TITLE_LOOK, rows.add([text(said.title)]), 0, 1);
  for (const line of brokenLines(said.restricted, language, LINE))
    rows.look(NOTE_LOOK, rows.add([text(line)]), 0, 1);
  rows.add();
  const heading = rows.add(said.columns.map(text));
  rows.look(HEADING_LOOK, heading);
  for (const entry of reviews) {
    const { why, facts } = sayReview(entry, language);
    const { name, employeeId } = entry.person;
    const clauses = [
      ...(entry.failed.length === 0 ? [] : [review.clause]),
      ...(entry.complaints === null ? [] : [fines.complaintClause]),
    ];
    const row = rows.add(
      [
        name,
        employeeId,
        entry.level?.name[language] ?? "",
        why,
        facts,
        clauses.join(language === "zh" ? "、" : ", "),
      ].map(text),
    );
    rows.look(ROW, row);
  }
  if (reviews.length === 0) rows.add([text(said.nobody)]);
  rows.add();
  rows.look(SECTION_LOOK, rows.add([text(said.notesTitle)]), 0, 1);
  said.notes.forEach((note, index) => {
    for (const line of brokenLines(`${index + 1}. ${note}`, language, LINE)) rows.add([text(line)]);
  });
  return {
    name: reviewsSheetName({ asOf }),
    tag: "reviews",
    rows: rows.rows,
    looks: rows.looks,
    columnWidths: WIDTHS,
    frozenRows: 0,
    filter: null,
    print: {
      orientation: "portrait",
      titleRows: { first: heading, last: heading },
      breaksBefore: [],
    },
    lists: [],
    hints: [],
    table: null,
    charts: [],
  };
}
