import {
  makeStyles,
  mergeClasses,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import type { Finding } from "../../findings";
import { mayIgnore } from "../../tasks";
import { ignoreWords } from "../../wording";
import { useWordsOf } from "../common/language";
import { usePane, useRunning } from "../common/pane";
import { ignoreStoreOf } from "./ignoreStore";

/** In the corner of a row, which leaves room for it. */
export const useAsideStyles = makeStyles({
  row: { position: "relative" },
  button: {
    border: "none",
    backgroundColor: "transparent",
    padding: "2px 6px",
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorBrandForegroundLink,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "nowrap",
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
    ":disabled": { color: tokens.colorNeutralForegroundDisabled, cursor: "default" },
  },
  corner: { position: "absolute", top: "3px", insetInlineEnd: "4px" },
});

interface IgnoreButtonProps {
  /** One finding, or all of a line. */
  readonly findings: readonly Finding[];
  readonly inCorner?: boolean;
}

/** Sets a finding aside, or all of a line; an open reading has no such button. Arrow keys lead to it from its row. */
export function IgnoreButton({ findings, inCorner = false }: IgnoreButtonProps) {
  const styles = useAsideStyles();
  const { words } = useWordsOf(ignoreWords);
  const store = ignoreStoreOf(usePane());
  const running = useRunning();
  // The dialog gives the focus back.
  const restored = useRestoreFocusTarget();
  if (!findings.every(mayIgnore)) return null;
  return (
    <button
      type="button"
      {...restored}
      className={mergeClasses(styles.button, inCorner && styles.corner)}
      tabIndex={-1}
      aria-disabled={running}
      onClick={() => {
        if (!running) store.ask(findings);
      }}
    >
      {findings.length === 1 ? words.ignore : words.ignoreAll}
    </button>
  );
}
