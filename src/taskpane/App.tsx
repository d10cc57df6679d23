import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { paneWords, type Language } from "../wording";
import { LanguageContext } from "./language";
import { usePageStyles, useTheme } from "./looks";
import type { PaneStore } from "./paneStore";
import { useSpokenStyles } from "./spoken";
import { pageId, tabId, Tabs } from "./Tabs";
import { ValidatePage } from "./ValidatePage";

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
});

type Page = "validate";

interface AppProps {
  readonly store: PaneStore;
  readonly language: Language;
  readonly officeIsDark: boolean | null;
}

/** The pane: its tabs, and the page that is open. */
export function App({ store, language, officeIsDark }: AppProps) {
  usePageStyles();
  const styles = useStyles();
  const spoken = useSpokenStyles();
  const words = paneWords(language);
  const [page, setPage] = useState<Page>("validate");
  return (
    <LanguageContext value={language}>
      <FluentProvider theme={useTheme(officeIsDark)} className={styles.pane}>
        <header className={styles.header}>
          <h1 className={spoken.only}>{words.product}</h1>
          <Tabs
            label={words.pages}
            pages={[{ id: "validate", title: words.validatePage }]}
            selected={page}
            onSelect={setPage}
          />
        </header>
        <main>
          <div id={pageId(page)} role="tabpanel" aria-labelledby={tabId(page)}>
            <ValidatePage store={store} />
          </div>
        </main>
      </FluentProvider>
    </LanguageContext>
  );
}
