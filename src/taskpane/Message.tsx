import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  type MessageBarIntent,
} from "@fluentui/react-components";
import type { PaneMessage } from "../wording";

interface MessageProps {
  readonly intent: MessageBarIntent;
  readonly message: PaneMessage;
}

/** What happened, and below it what to do next. */
export function Message({ intent, message }: MessageProps) {
  return (
    <MessageBar intent={intent} layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{message.what}</MessageBarTitle>
        {message.next === "" ? null : <div>{message.next}</div>}
      </MessageBarBody>
    </MessageBar>
  );
}
