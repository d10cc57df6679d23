import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTabStop } from "./lineFocus";

const useStyles = makeStyles({
  summary: {
    cursor: "pointer",
    color: tokens.colorNeutralForeground2,
    borderRadius: tokens.borderRadiusSmall,
    outlineColor: tokens.colorStrokeFocus2,
    paddingBlock: "2px",
  },
  content: { paddingBlockStart: "6px" },
});

interface DisclosureProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Whether it is open at first. */
  readonly open?: boolean;
}

/** Something that stays folded until somebody asks for it. */
export function Disclosure({ title, children, open = false }: DisclosureProps) {
  const styles = useStyles();
  const tabIndex = useTabStop();
  return (
    // What opens or closes all of its kind draws it anew; in between it is its reader's.
    <details key={String(open)} open={open}>
      <summary className={styles.summary} tabIndex={tabIndex}>
        {title}
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
