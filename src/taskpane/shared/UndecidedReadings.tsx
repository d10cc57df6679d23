import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { MonthReport } from "../../views";
import { Disclosure } from "./Disclosure";
import { useWords } from "./language";
import { usePane } from "./pane";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: "16px", color: tokens.colorNeutralForeground2 },
});

interface UndecidedReadingsProps {
  readonly undecided: MonthReport["undecidedReadings"];
}

/** The readings that the results rest on without anybody having decided them (rule D9). */
export function UndecidedReadings({ undecided }: UndecidedReadingsProps) {
  const styles = useStyles();
  const { language, words } = useWords();
  const { openReading } = usePane().navigation;
  if (undecided.length === 0) return null;
  return (
    <Disclosure title={`${words.undecided} (${undecided.length})`}>
      <ul className={styles.list}>
        {undecided.map(({ id, title }) => (
          <li key={id}>
            <Link as="button" inline onClick={() => openReading(id)}>
              {title[language]}
            </Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
