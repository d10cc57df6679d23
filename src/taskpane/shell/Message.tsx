import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  type MessageBarIntent,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { PaneMessage } from "../../wording";

interface MessageProps {
  readonly intent: MessageBarIntent;
  readonly message: PaneMessage;
  /** A button that does something about it. */
  readonly action?: { readonly title: ReactNode; readonly run: () => void } | null;
}

/** What happened, and below it what to do next. */
export function Message({ intent, message, action = null }: MessageProps) {
  return (
    <MessageBar intent={intent} layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{message.what}</MessageBarTitle>
        {message.next === "" ? null : <div>{message.next}</div>}
      </MessageBarBody>
      {action === null ? null : (
        <MessageBarActions>
          <Button size="small" onClick={action.run}>
            {action.title}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
