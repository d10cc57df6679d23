import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowRightFilled } from "@fluentui/react-icons";
import type { CellRef } from "../../grid";
import type { CandidateRow } from "../../views";
import { useWords } from "./language";
import { useTabStop } from "./lineFocus";

const useStyles = makeStyles({
  heading: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: "8px" },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  id: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  step: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    marginInlineStart: "auto",
    fontSize: tokens.fontSizeBase200,
  },
});

interface PersonHeadingProps {
  readonly row: CandidateRow;
  readonly onSelect: (cell: CellRef) => void;
}

/** Who, and from which level to which; the name leads to the person's cell. */
export function PersonHeading({ row, onSelect }: PersonHeadingProps) {
  const styles = useStyles();
  const { language, words } = useWords();
  const tabIndex = useTabStop();
  const { person, level, target } = row;
  const name = person.name === "" ? person.employeeId : person.name;
  return (
    <div className={styles.heading}>
      <Link
        as="button"
        className={styles.name}
        tabIndex={tabIndex}
        onClick={() => onSelect(row.cell)}
      >
        {name}
      </Link>
      {person.employeeId === "" || person.name === "" ? null : (
        <span className={styles.id}>{person.employeeId}</span>
      )}
      <span className={styles.step}>
        {level === null ? words.unknownLevel : level.name[language]}
        {target === null ? null : (
          <>
            <ArrowRightFilled aria-label={words.to} />
            <strong>{target.name[language]}</strong>
          </>
        )}
      </span>
    </div>
  );
}
