import type { PolicyLine } from "../../../views";
import { sayMoreLines, sayPolicyLine } from "../../../wording";
import { useWords } from "../../common/language";
import { useKeptStyles } from "./keptStyles";

/** Lines before the rest is only counted. */
const MOST_LINES = 40;

/** What settings hold, one line a decision and a version. */
export function PolicyLines({ lines }: { readonly lines: readonly PolicyLine[] }) {
  const styles = useKeptStyles();
  const { language } = useWords();
  return (
    <ul className={styles.list}>
      {lines.slice(0, MOST_LINES).map((line, index) => (
        <li key={index}>{sayPolicyLine(line, language)}</li>
      ))}
      {lines.length > MOST_LINES ? (
        <li>{sayMoreLines(lines.length - MOST_LINES, language)}</li>
      ) : null}
    </ul>
  );
}
