import type { PartReport, PolicyBook, StoredPolicy, United } from "../../policy";
import type { PolicyFault } from "../../problems";
import type { KeptPolicy } from "../gateway";
import type { WitnessRead } from "./witness";

/** How the hidden copy relates to the part that is in force. */
export type CopyState =
  | { readonly kind: "same" }
  /** There is none, or what is there is no copy any more: the next save writes it. */
  | { readonly kind: "missing" }
  /** It says something else: another program has changed one of the two. */
  | { readonly kind: "differs"; readonly day: string; readonly stored: StoredPolicy };

/** The policy that a workbook uses. */
export type WorkbookPolicy =
  | {
      readonly kind: "read";
      /** Where it comes from. */
      readonly source: "builtIn" | "department" | "workbook";
      readonly book: PolicyBook;
      /** The same as the workbook keeps it: what edits start from. */
      readonly stored: StoredPolicy;
      /** What this product does not know there, and where two people saved different things. */
      readonly reports: readonly PartReport[];
      readonly conflicts: United["conflicts"];
      readonly copy: CopyState;
      readonly kept: KeptPolicy;
    }
  /** There is or was a policy, but not one that this product can follow; what is there is left alone. */
  | {
      readonly kind: "unreadable";
      readonly why: PolicyFault;
      /** The hidden copy, which may bring back what was lost. */
      readonly witness: WitnessRead;
      readonly kept: KeptPolicy;
    };

/**
 * Asked before a policy is written in place of another: it may ask HR, and throw what an abort signal throws to stop the
 * save. What it gives is done once the policy stands.
 */
export type PolicyGuard = (
  before: WorkbookPolicy,
  after: WorkbookPolicy,
) => Promise<(() => Promise<void>) | null>;
