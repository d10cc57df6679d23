import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

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
}

/** Something that stays folded until somebody asks for it. */
export function Disclosure({ title, children }: DisclosureProps) {
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary}>{title}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
