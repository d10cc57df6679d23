import type * as wording from "../../../src/wording";
import type { Message } from "./facts";
import { closedMessages } from "./closed";
import { findingsMessages } from "./findings";
import { payMessages } from "./pay";
import { policyMessages } from "./policy";
import { promotionMessages } from "./promotion";
import { sharingMessages } from "./sharing";
import { sheetMessages } from "./sheet";
import { shellMessages } from "./shell";
import { validateMessages } from "./validate";

/** The functions that say something; what else the room lets out are tables, lists and types. */
type MessageName = Extract<
  keyof typeof wording,
  `say${string}` | `describe${string}` | `name${string}` | `${string}SheetName`
>;

/** Every message with facts of every kind, so that all can be walked; one that is missing does not compile. */
export const MESSAGES: Readonly<Record<MessageName, Message>> = {
  ...closedMessages,
  ...findingsMessages,
  ...payMessages,
  ...policyMessages,
  ...promotionMessages,
  ...sharingMessages,
  ...sheetMessages,
  ...shellMessages,
  ...validateMessages,
};

/** The texts of a message, one after the other. */
export function textsOf(message: unknown): readonly string[] {
  if (typeof message === "string") return [message];
  return typeof message === "object" && message !== null
    ? Object.values<unknown>({ ...message }).flatMap(textsOf)
    : [];
}
