import { makeStyles, tokens } from "@fluentui/react-components";
import { sayMoreLines } from "../../wording";
import { useWords } from "./language";

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: "18px",
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
});

/** Lines of a list before the rest is only counted: a hostile file may have thousands. */
const MOST_LINES = 20;

/** Lines of text as a list, cut where there are too many to be read. */
export function ShortList({ lines }: { readonly lines: readonly string[] }) {
  const styles = useStyles();
  const { language } = useWords();
  return (
    <ul className={styles.list}>
      {lines.slice(0, MOST_LINES).map((line, index) => (
        <li key={`${line} ${index}`}>{line}</li>
      ))}
      {lines.length <= MOST_LINES ? null : (
        <li>{sayMoreLines(lines.length - MOST_LINES, language)}</li>
      )}
    </ul>
  );
}
