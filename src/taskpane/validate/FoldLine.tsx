import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownFilled, ChevronRightFilled } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useTabStop } from "../common/lineFocus";

const useStyles = makeStyles({
  heading: { margin: 0, font: "inherit" },
  fold: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    boxSizing: "border-box",
    width: "100%",
    padding: "3px 10px",
    border: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    // Clear of the tabs, which stay at the top.
    scrollMarginTop: "52px",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  aside: { paddingInlineEnd: "72px" },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export function Chevron({ open }: { readonly open: boolean }) {
  return open ? <ChevronDownFilled aria-hidden /> : <ChevronRightFilled aria-hidden />;
}

interface FoldLineProps {
  readonly id?: string | undefined;
  readonly open: boolean;
  readonly count: number;
  readonly quiet?: boolean;
  /** Whether its end is left to a button. */
  readonly aside?: boolean;
  readonly onTurn: () => void;
  readonly children: ReactNode;
}

/** One line for several, which unfolds to them. */
export function FoldLine({
  id,
  open,
  count,
  quiet = false,
  aside = false,
  onTurn,
  children,
}: FoldLineProps) {
  const styles = useStyles();
  const tabIndex = useTabStop();
  return (
    <h3 className={styles.heading}>
      <button
        id={id}
        type="button"
        className={mergeClasses(styles.fold, quiet && styles.quiet, aside && styles.aside)}
        aria-expanded={open}
        tabIndex={tabIndex}
        data-fold={count}
        onClick={onTurn}
      >
        <Chevron open={open} />
        {children}
      </button>
    </h3>
  );
}
