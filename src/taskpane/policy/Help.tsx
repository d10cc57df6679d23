import { makeStyles, tokens } from "@fluentui/react-components";
import { sayPrinciples, policyPageWords } from "../../wording";
import { PolicyCard } from "./PolicyCard";
import { useWordsOf } from "../common/language";

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  list: {
    display: "grid",
    gridTemplateColumns: "max-content 1fr",
    gap: "6px 8px",
    margin: 0,
    lineHeight: tokens.lineHeightBase300,
  },
  id: { fontWeight: tokens.fontWeightSemibold },
  said: { margin: 0 },
});

/** Why the recommended readings are what they are: the principles behind all of them. */
export function Help() {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyPageWords);
  return (
    <PolicyCard id="help" title={words.help} folded>
      <p className={styles.text}>{words.helpHint}</p>
      <dl className={styles.list}>
        {sayPrinciples(language).map(({ id, text }) => (
          <div key={id} style={{ display: "contents" }}>
            <dt className={styles.id}>{id}</dt>
            <dd className={styles.said}>{text}</dd>
          </div>
        ))}
      </dl>
    </PolicyCard>
  );
}
