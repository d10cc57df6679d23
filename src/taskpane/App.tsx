import { FluentProvider, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Language } from "../wording";
import { paneWords } from "../wording";
import { LanguageContext } from "./language";
import { useTheme } from "./looks";
import type { PaneStore } from "./paneStore";
import { ValidatePage } from "./ValidatePage";

const useStyles = makeStyles({
  pane: {
    minHeight: "100vh",
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  tabs: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingInline: "4px",
  },
});

/** The pane's pages, in the order of their tabs. */
const PAGES = ["validate"] as const;
type Page = (typeof PAGES)[number];

interface AppProps {
  readonly store: PaneStore;
  readonly language: Language;
  readonly officeIsDark: boolean | null;
}

/** The pane: its tabs, and the page that is open. */
export function App({ store, language, officeIsDark }: AppProps) {
  const styles = useStyles();
  const words = paneWords(language);
  const [page, setPage] = useState<Page>("validate");
  const titles: Record<Page, string> = { validate: words.validatePage };
  return (
    <LanguageContext value={language}>
      <FluentProvider theme={useTheme(officeIsDark)} className={styles.pane}>
        <header className={styles.tabs}>
          <TabList
            aria-label={words.pages}
            selectedValue={page}
            onTabSelect={(_, { value }) => {
              const chosen = PAGES.find((candidate) => candidate === value);
              if (chosen !== undefined) setPage(chosen);
            }}
          >
            {PAGES.map((id) => (
              <Tab key={id} id={`tab-${id}`} value={id} aria-controls={`page-${id}`}>
                {titles[id]}
              </Tab>
            ))}
          </TabList>
        </header>
        <main>
          <div id={`page-${page}`} role="tabpanel" aria-labelledby={`tab-${page}`}>
            <ValidatePage store={store} />
          </div>
        </main>
      </FluentProvider>
    </LanguageContext>
  );
}
