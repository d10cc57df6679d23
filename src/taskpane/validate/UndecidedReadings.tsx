import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { MonthReport } from "../../views";
import { Disclosure } from "../common/Disclosure";
import { resultWords } from "../../wording";
import { useWordsOf } from "../common/language";
import { usePane } from "../common/pane";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: "16px", color: tokens.colorNeutralForeground2 },
});

interface UndecidedReadingsProps {
  readonly undecided: MonthReport["undecidedReadings"];
  readonly open: boolean;
}

/** The readings that the results rest on without anybody having decided them (rule D9). */
export function UndecidedReadings({ undecided, open }: UndecidedReadingsProps) {
  const styles = useStyles();
  const { language, words: ours } = useWordsOf(resultWords);
  const { openReading } = usePane().navigation;
  if (undecided.length === 0) return null;
  return (
    <Disclosure title={`${ours.withoutEffect} (${undecided.length})`} open={open}>
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
