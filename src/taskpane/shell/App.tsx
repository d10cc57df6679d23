import { FluentProvider, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { Suspense } from "react";
import { paneWords, type Language } from "../../wording";
import { LanguageContext } from "../common/language";
import { usePageStyles, useTheme } from "./themes";
import { pages } from "./pages";
import { useSpokenStyles } from "../common/spoken";
import { pageId, tabId, Tabs } from "./Tabs";
import { ClosedQuestion } from "../closed/ClosedQuestion";
import { KeptPolicy } from "../policy/kept/KeptPolicy";
import { PaneContext } from "../common/pane";
import { useStore } from "../common/store";
import type { Pane } from "./pane";

const useStyles = makeStyles({
  pane: {
    minHeight: "100vh",
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  header: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingInline: "4px",
  },
  page: { display: "flex", flexDirection: "column", gap: "6px", padding: "8px 12px" },
});

interface AppProps {
  readonly pane: Pane;
  readonly language: Language;
  readonly officeIsDark: boolean | null;
}

/** The pane: its tabs, and the page that is open. */
export function App({ pane, language, officeIsDark }: AppProps) {
  usePageStyles();
  const styles = useStyles();
  const spoken = useSpokenStyles();
  const words = paneWords(language);
  const page = useStore(pane.navigation, (place) => place.page);
  const open = pages.find(({ id }) => id === page) ?? pages[0];
  return (
    <LanguageContext value={language}>
      <FluentProvider theme={useTheme(officeIsDark)} className={styles.pane}>
        <header className={styles.header}>
          <h1 className={spoken.only}>{words.product}</h1>
          <Tabs
            label={words.pages}
            pages={pages.map(({ id, title }) => ({ id, title: title(words) }))}
            selected={open.id}
            onSelect={pane.navigation.openPage}
          />
        </header>
        <PaneContext value={pane}>
          <main>
            <KeptPolicy />
            <ClosedQuestion />
            <div
              id={pageId(open.id)}
              className={styles.page}
              role="tabpanel"
              aria-labelledby={tabId(open.id)}
            >
              <Suspense fallback={<Spinner label={words.loading} />}>
                <open.Page />
              </Suspense>
            </div>
          </main>
        </PaneContext>
      </FluentProvider>
    </LanguageContext>
  );
}
