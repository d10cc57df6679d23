import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useSyncExternalStore } from "react";
import { useWords } from "../shared/language";
import type { PageProps } from "../shell/pageProps";
import { Status } from "../shell/Status";
import { Exposure } from "./Exposure";
import { showSection } from "./PolicyCard";
import { policyStoreOf } from "./policyStore";
import { showReading } from "./ReadingView";
import { Rescue } from "./Rescue";
import { policySections } from "./sections";
import { usePolicy, usePolicyWords } from "./usePolicy";

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
export default function PolicyPage({ store: pane }: PageProps) {
  const styles = useStyles();
  const { words: paneWords } = useWords();
  const { words } = usePolicyWords();
  const store = policyStoreOf(pane);
  useEffect(() => store.open(), [store]);
  const policy = usePolicy(store, (state) => state.policy);
  const { reading } = useSyncExternalStore(pane.subscribe, pane.read);
  const known = policy !== null;
  useEffect(() => {
    if (!known || reading === null) return;
    showReading(reading);
    pane.readingShown();
  }, [known, reading, pane]);
  if (policy === null) return <Spinner label={paneWords.loading} />;
  if (policy.kind === "unreadable")
    return (
      <>
        <Status store={pane} />
        <Rescue store={store} why={policy.why} parts={policy.parts} />
      </>
    );
  return (
    <>
      <Exposure store={store} />
      <Status store={pane} />
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
