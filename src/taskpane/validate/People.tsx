import { makeStyles, tokens } from "@fluentui/react-components";
import { memo, useMemo } from "react";
import type { CellRef } from "../../grid";
import type { CandidateRow, MonthReport } from "../../views";
import {
  describeCandidate,
  sayCandidatesFooter,
  sayReviewNote,
  type PaneWords,
} from "../../wording";
import { Disclosure } from "../shared/Disclosure";
import { useWords } from "../shared/language";
import { PersonHeading } from "../shared/PersonHeading";
import { PersonRow } from "./PersonRow";
import { useSectionStyles } from "../shared/section";
import { useGrowingCount } from "../shared/useGrowingCount";
import { ALL_MOUNTED, Lines } from "../shared/Lines";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  foot: { padding: "8px 10px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  reviews: { padding: "8px 10px" },
  review: { padding: "6px 0", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});

/** What somebody is taken to be high until drawn, in pixels. */
const LINE_HEIGHT = 62;

/** The heading that the findings lead to. */
export const PEOPLE_TITLE = "people-title";

interface PeopleProps {
  readonly report: MonthReport;
  readonly onSelect: (cell: CellRef) => void;
}

function isOneMonthShort({ status, verdict }: CandidateRow): boolean {
  return status === "not_yet" && verdict?.kind === "judged" && verdict.monthsShort === 1;
}

/** A line of the list: the heading of a part, or somebody. */
type PersonLine =
  | { readonly kind: "part"; readonly key: string; readonly title: string; readonly count: number }
  | { readonly kind: "person"; readonly key: string; readonly row: CandidateRow };

/** Candidates first, then who is near, then the rest. */
function linesOf(people: readonly CandidateRow[], words: PaneWords): readonly PersonLine[] {
  const parts = [
    { title: words.candidates, rows: people.filter(({ status }) => status === "eligible") },
    { title: words.oneMonthShort, rows: people.filter(isOneMonthShort) },
    {
      title: words.others,
      rows: people.filter((row) => row.status !== "eligible" && !isOneMonthShort(row)),
    },
  ];
  return parts.flatMap(({ title, rows }): readonly PersonLine[] =>
    rows.length === 0
      ? []
      : [
          { kind: "part", key: `part ${title}`, title, count: rows.length },
          ...rows.map((row) => ({ kind: "person", key: `person ${row.person.key}`, row }) as const),
        ],
  );
}

/** Everybody on the sheet: candidates first, then who is near, then the rest; reviews folded away below. */
export const People = memo(function People({ report, onSelect }: PeopleProps) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { language, words } = useWords();
  const { people, reviews } = report;
  const lines = useMemo(() => linesOf(people, words), [people, words]);
  const whole = people.length <= ALL_MOUNTED;
  const drawn = useGrowingCount(whole ? lines.length : 0);
  const draw = (line: PersonLine) =>
    line.kind === "person" ? (
      <PersonRow row={line.row} onSelect={onSelect} />
    ) : (
      <h3 className={section.part}>
        {line.title} ({line.count})
      </h3>
    );
  return (
    <>
      <section className={section.card} aria-labelledby={PEOPLE_TITLE}>
        <h2 id={PEOPLE_TITLE} className={section.title}>
          {words.people}
        </h2>
        {people.some(({ status }) => status === "eligible") ? null : (
          <p className={section.empty}>{words.noCandidates}</p>
        )}
        <Lines
          label={words.people}
          lines={whole ? lines.slice(0, drawn) : lines}
          whole={whole}
          height={LINE_HEIGHT}
          draw={draw}
        />
        <p className={`${styles.note} ${styles.foot}`}>{sayCandidatesFooter(language)}</p>
      </section>
      {reviews.length === 0 ? null : (
        <section className={`${section.card} ${styles.reviews}`}>
          <Disclosure title={`${words.reviews} (${reviews.length})`}>
            <p className={styles.note}>{sayReviewNote(language)}</p>
            <ul className={styles.list}>
              {reviews.map((row) => (
                <li key={row.person.key} className={styles.review}>
                  <PersonHeading row={row} onSelect={onSelect} />
                  <div className={styles.note}>{describeCandidate(row, language).review}</div>
                </li>
              ))}
            </ul>
          </Disclosure>
        </section>
      )}
    </>
  );
});
