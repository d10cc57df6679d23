import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useWords } from "../shared/language";

const useStyles = makeStyles({
  // A pane is 320 pixels wide: the dialog takes nearly all of it.
  surface: { width: "calc(100vw - 16px)", maxWidth: "560px", padding: "14px" },
  body: { maxHeight: "calc(100vh - 60px)" },
  content: { display: "flex", flexDirection: "column", gap: "8px", minWidth: 0 },
});

interface PreviewDialogProps {
  readonly title: string;
  /** A dialog that opens and closes by itself stays drawn; others are open as long as they are drawn. */
  readonly open?: boolean;
  /** What the confirming button says. */
  readonly confirm: string;
  readonly canConfirm: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is about to be written, to be looked at first. */
export function PreviewDialog({
  title,
  open: isOpen = true,
  confirm,
  canConfirm,
  onConfirm,
  onClose,
  children,
}: PreviewDialogProps) {
  const styles = useStyles();
  const { words } = useWords();
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface className={styles.surface} aria-label={title}>
        <DialogBody className={styles.body}>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={!canConfirm} onClick={onConfirm}>
              {confirm}
            </Button>
            <Button onClick={onClose}>{words.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
