import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
} from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  // A pane is 320 pixels wide: the dialog takes nearly all of it.
  surface: { width: "calc(100vw - 16px)", maxWidth: "560px", padding: "14px" },
  body: { maxHeight: "calc(100vh - 60px)" },
  content: { display: "flex", flexDirection: "column", gap: "8px", minWidth: 0 },
  stacked: { flexDirection: "column", alignItems: "stretch" },
});

interface PaneDialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons, side by side where they fit. */
  readonly actions: ReactNode;
  /** Whether each button has a line of its own. */
  readonly stacked?: boolean;
  /** Whether it must be answered: a click beside it does not close it. */
  readonly mustAnswer?: boolean;
  /** What it is told by in tests and by other tools. */
  readonly hooks?: Readonly<Record<`data-${string}`, string | number>>;
}

/** A dialog of the pane. It stays drawn while it closes by itself: then the pane behind it is there again for everybody. */
export function PaneDialog({
  title,
  open: isOpen,
  onClose,
  children,
  actions,
  stacked = false,
  mustAnswer = false,
  hooks,
}: PaneDialogProps) {
  const styles = useStyles();
  return (
    <Dialog
      open={isOpen}
      modalType={mustAnswer ? "alert" : "modal"}
      onOpenChange={(_, { open }) => (open ? undefined : onClose())}
    >
      <DialogSurface className={styles.surface} aria-label={title} {...hooks}>
        <DialogBody className={styles.body}>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions className={mergeClasses(stacked && styles.stacked)} fluid={stacked}>
            {actions}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
