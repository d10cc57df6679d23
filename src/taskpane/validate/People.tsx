import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { memo, useMemo, useState } from "react";
import type { CellRef } from "../../grid";
import type { CandidateRow, MonthReport } from "../../views";
import {
  describeCandidate,
  sayCandidatesFooter,
  sayMorePeople,
  sayReviewNote,
} from "../../wording";
import { Disclosure } from "../shared/Disclosure";
import { useWords } from "../shared/language";
import { PersonHeading } from "../shared/PersonHeading";
import { PersonRow } from "./PersonRow";
import { useSectionStyles } from "../shared/section";
import { useGrowingCount } from "../shared/useGrowingCount";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  part: {
    margin: 0,
    padding: "7px 10px",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  more: { width: "100%", justifyContent: "start" },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  foot: { padding: "8px 10px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  reviews: { padding: "8px 10px" },
  review: { padding: "6px 0", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});

/** People of one list that are drawn before somebody asks for more. */
const LISTED = 2_000;

/** The heading that the findings lead to. */
export const PEOPLE_TITLE = "people-title";

interface PeopleProps {
  readonly report: MonthReport;
  readonly onSelect: (cell: CellRef) => void;
}

interface PartProps {
  readonly title: string;
  readonly rows: readonly CandidateRow[];
  readonly onSelect: (cell: CellRef) => void;
}

function Part({ title, rows, onSelect }: PartProps) {
  const styles = useStyles();
  const { language } = useWords();
  const [listed, setListed] = useState(LISTED);
  const drawn = useGrowingCount(Math.min(listed, rows.length));
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className={styles.part}>
        {title} ({rows.length})
      </h3>
      <ul className={styles.list}>
        {rows.slice(0, drawn).map((row) => (
          <PersonRow key={row.person.key} row={row} onSelect={onSelect} />
        ))}
      </ul>
      {listed < rows.length ? (
        <Button
          className={styles.more}
          appearance="transparent"
          onClick={() => setListed(listed + LISTED)}
        >
          {sayMorePeople(rows.length - listed, language)}
        </Button>
      ) : null}
    </>
  );
}

function isOneMonthShort({ status, verdict }: CandidateRow): boolean {
  return status === "not_yet" && verdict?.kind === "judged" && verdict.monthsShort === 1;
}

/** Everybody on the sheet: candidates first, then who is near, then the rest; reviews folded away below. */
export const People = memo(function People({ report, onSelect }: PeopleProps) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { language, words } = useWords();
  const { people, reviews } = report;
  const { eligible, near, others } = useMemo(
    () => ({
      eligible: people.filter(({ status }) => status === "eligible"),
      near: people.filter(isOneMonthShort),
      others: people.filter((row) => row.status !== "eligible" && !isOneMonthShort(row)),
    }),
    [people],
  );
  return (
    <>
      <section className={section.card} aria-labelledby={PEOPLE_TITLE}>
        <h2 id={PEOPLE_TITLE} className={section.title}>
          {words.people}
        </h2>
        {eligible.length === 0 ? <p className={section.empty}>{words.noCandidates}</p> : null}
        <Part title={words.candidates} rows={eligible} onSelect={onSelect} />
        <Part title={words.oneMonthShort} rows={near} onSelect={onSelect} />
        <Part title={words.others} rows={others} onSelect={onSelect} />
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
