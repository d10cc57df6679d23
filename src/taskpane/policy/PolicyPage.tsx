import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import { useWords, useWordsOf } from "../common/language";
import { Status } from "../shell/Status";
import { showSection } from "./PolicyCard";
import { PastDialog } from "./PastDialog";
import { policyStoreOf } from "./policyStore";
import { Rescue } from "./Rescue";
import { StoredNotes } from "./StoredNotes";
import { policySections } from "./sections";
import { StatusAt } from "./StatusAt";
import { policyPageWords } from "../../wording";
import { useStore } from "../common/store";
import { usePane } from "../common/pane";

const useStyles = makeStyles({
  links: {
    display: "flex",
    flexWrap: "wrap",
    gap: "4px 12px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  link: {
    border: "none",
    padding: "2px 0",
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
    font: "inherit",
    cursor: "pointer",
    textDecorationLine: "underline",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** The page "制度": what the policy says, where it is disputed and what each choice costs. */
export default function PolicyPage() {
  const pane = usePane();
  const styles = useStyles();
  const { words: paneWords } = useWords();
  const { words } = useWordsOf(policyPageWords);
  const store = policyStoreOf(pane);
  useEffect(() => store.open(), [store]);
  const policy = useStore(store, (state) => state.policy);
  const reading = useStore(pane.navigation, (place) => place.reading);
  const known = policy !== null;
  useEffect(() => {
    if (!known || reading === null) return;
    store.questions.lead(reading);
    pane.navigation.readingShown();
  }, [known, reading, pane, store]);
  if (policy === null) return <Spinner label={paneWords.loading} />;
  if (policy.kind === "unreadable")
    return (
      <>
        <Status />
        {policy.why === "lost" ? null : <Rescue {...policy} parts={policy.kept.parts} />}
      </>
    );
  return (
    <>
      <PastDialog store={store} />
      <StatusAt store={store} place={null} />
      <StoredNotes store={store} />
      {policySections.length < 2 ? null : (
        <nav aria-label={words.sections}>
          <ul className={styles.links}>
            {policySections.map(({ id, title }) => (
              <li key={id}>
                <button type="button" className={styles.link} onClick={() => showSection(id)}>
                  {title(words)}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {policySections.map(({ id, Section }) => (
        <Section key={id} store={store} />
      ))}
    </>
  );
}
