import {
  closedChanges,
  type ClosedChanges,
  type ClosedRecord,
  type CurrentFacts,
} from "../../views";
import { factsDigest } from "./closedFacts";

/** How a closed month stands to what the sheet comes to now. */
export interface ClosedComparison {
  readonly facts: CurrentFacts;
  readonly changes: ClosedChanges;
  /** Whether the last reason that was given is of this state, or nothing has changed. */
  readonly explained: boolean;
}

export async function compareClosed(
  record: ClosedRecord,
  facts: CurrentFacts,
): Promise<ClosedComparison> {
  const changes = closedChanges(record, facts);
  const last = record.log.at(-1);
  const explained = changes.lines.length === 0 || last?.facts === (await factsDigest(facts.people));
  return { facts, changes, explained };
}
