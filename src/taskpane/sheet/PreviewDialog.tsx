import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useWords } from "../common/language";
import { PaneDialog } from "../common/PaneDialog";

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
  const { words } = useWords();
  return (
    <PaneDialog
      title={title}
      open={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={!canConfirm} onClick={onConfirm}>
            {confirm}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      {children}
    </PaneDialog>
  );
}
