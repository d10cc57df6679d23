import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";

const useStyles = makeStyles({
  tabs: { display: "flex", flexWrap: "wrap" },
  tab: {
    padding: "10px 12px 8px",
    border: "none",
    borderBottom: "3px solid transparent",
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  selected: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
});

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly pages: readonly { readonly id: Id; readonly title: string }[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

export const tabId = (page: string): string => `tab-${page}`;
export const pageId = (page: string): string => `page-${page}`;

/** Where an arrow key leads, round the ends. */
function target(key: string, index: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (index + 1) % count;
    case "ArrowLeft":
      return (index + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

/** The tabs of the pane: all in reach however narrow it is; arrow keys move between them. */
export function Tabs<Id extends string>({ label, pages, selected, onSelect }: TabsProps<Id>) {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const index = pages.findIndex(({ id }) => id === selected);
    const page = pages[target(event.key, index, pages.length) ?? -1];
    if (page === undefined) return;
    event.preventDefault();
    onSelect(page.id);
    document.getElementById(tabId(page.id))?.focus();
  };
  return (
    <div className={styles.tabs} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {pages.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabId(id)}
          aria-selected={id === selected}
          aria-controls={pageId(id)}
          tabIndex={id === selected ? 0 : -1}
          className={mergeClasses(styles.tab, id === selected && styles.selected)}
          onClick={() => onSelect(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
