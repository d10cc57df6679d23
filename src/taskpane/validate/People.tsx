import { makeStyles, tokens } from "@fluentui/react-components";
import { memo, useCallback, useMemo, type ReactNode } from "react";
import type { CellRef } from "../../grid";
import { peopleParts, type CandidateRow, type MonthReport, type PeopleParts } from "../../views";
import { describeCandidate, resultWords, sayCandidatesFooter, sayReviewNote } from "../../wording";
import { Disclosure } from "../common/Disclosure";
import { useWords, useWordsOf } from "../common/language";
import { ALL_MOUNTED, Lines } from "../common/Lines";
import { PersonHeading } from "../common/PersonHeading";
import { useSectionStyles } from "../common/section";
import { useGrowingCount } from "../common/useGrowingCount";
import { FoldLine } from "./FoldLine";
import { Left } from "./Left";
import { foldOf, PART_IDS, partId } from "./parts";
import { PersonRow } from "./PersonRow";
import type { Folding } from "./resultLines";
import type { ResultView } from "./resultView";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  foot: { padding: "3px 10px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  more: { padding: "1px 10px", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  review: { padding: "6px 0", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});

/** What somebody is taken to be high until drawn, in pixels. */
const LINE_HEIGHT = 62;

/** A line of the list: the heading of a part, which folds, or somebody. */
type PersonLine =
  | {
      readonly kind: "part";
      readonly key: string;
      readonly part: keyof PeopleParts;
      readonly open: boolean;
      readonly count: number;
    }
  | {
      readonly kind: "person";
      readonly key: string;
      readonly open: boolean;
      readonly row: CandidateRow;
    };

const PARTS: readonly (keyof PeopleParts)[] = ["candidates", "oneShort", "excluded", "others"];

/** Candidates, or the first part that has anybody; the others are one line each until somebody asks for them. */
function linesOf(parts: PeopleParts, isOpen: Folding["isOpen"]): readonly PersonLine[] {
  const filled = PARTS.filter((part) => parts[part].length > 0);
  return filled.flatMap((part): readonly PersonLine[] => {
    const rows = parts[part];
    const key = foldOf(part);
    const open = isOpen(key, part === filled[0]);
    const head: PersonLine = { kind: "part", key, part, open, count: rows.length };
    if (!open) return [head];
    return [
      head,
      ...rows.map((row): PersonLine => {
        const of = `person ${row.person.key}`;
        return { kind: "person", key: of, open: isOpen(of), row };
      }),
    ];
  });
}

interface PeopleProps {
  readonly report: MonthReport;
  /** Those of its people who are listed. */
  readonly people: readonly CandidateRow[];
  readonly folding: Folding;
  readonly view: ResultView;
  readonly expanded: boolean;
  readonly onSelect: (cell: CellRef) => void;
  /** What is only to be known of people. */
  readonly notices: ReactNode;
}

/** The people of the month: who is a candidate, who is near, of whom nothing can be said; all others folded. */
export const People = memo(function People({
  report,
  people,
  folding,
  view,
  expanded,
  onSelect,
  notices,
}: PeopleProps) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { words: paneWords } = useWords();
  const { language, words } = useWordsOf(resultWords);
  const lines = useMemo(() => linesOf(peopleParts(people), folding.isOpen), [people, folding]);
  const whole = people.length <= ALL_MOUNTED;
  const drawn = useGrowingCount(whole ? lines.length : 0);
  const draw = useCallback(
    (line: PersonLine) =>
      line.kind === "person" ? (
        <PersonRow
          row={line.row}
          isOpen={line.open}
          onTurn={() => view.turn(line.key, !line.open)}
          onSelect={onSelect}
        />
      ) : (
        <FoldLine
          id={PART_IDS[line.part]}
          open={line.open}
          count={line.count}
          onTurn={() => view.turn(line.key, !line.open)}
        >
          <span>{`${words[line.part]} (${line.count})`}</span>
        </FoldLine>
      ),
    [onSelect, view, words],
  );
  const isCandidate = ({ status }: CandidateRow): boolean => status === "eligible";
  return (
    <section className={section.card} aria-labelledby={partId("people")}>
      <h2 id={partId("people")} tabIndex={-1} className={section.title}>
        {words.people} ({people.length})
      </h2>
      {report.people.some(isCandidate) ? null : (
        <p className={section.empty}>{paneWords.noCandidates}</p>
      )}
      {report.people.length > 0 && people.length === 0 ? (
        <p className={section.empty}>{words.nobodyFound}</p>
      ) : null}
      <Lines
        label={words.people}
        lines={whole ? lines.slice(0, drawn) : lines}
        whole={whole}
        height={LINE_HEIGHT}
        draw={draw}
      />
      {notices}
      <Reviews rows={report.reviews} expanded={expanded} onSelect={onSelect} />
      <Left expanded={expanded} />
      <p className={`${styles.note} ${styles.foot}`}>{sayCandidatesFooter(language)}</p>
    </section>
  );
});

interface ReviewsProps {
  readonly rows: MonthReport["reviews"];
  readonly expanded: boolean;
  readonly onSelect: (cell: CellRef) => void;
}

/** Those whose failed months call for a review by people: folded away, since they go to few. */
function Reviews({ rows, expanded, onSelect }: ReviewsProps) {
  const styles = useStyles();
  const { language, words } = useWords();
  if (rows.length === 0) return null;
  return (
    <div className={styles.more}>
      <Disclosure title={`${words.reviews} (${rows.length})`} open={expanded}>
        <p className={styles.note}>{sayReviewNote(language)}</p>
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.person.key} className={styles.review}>
              <PersonHeading row={row} onSelect={onSelect} />
              <div className={styles.note}>{describeCandidate(row, language).review}</div>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
