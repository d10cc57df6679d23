import { lazy, Suspense } from "react";
import type { PolicyFault } from "../../../problems";
import { usePane } from "../../common/pane";
import { useStore } from "../../common/store";
import { keptStoreOf, type KeptState } from "./keptStore";

const KeptCard = lazy(() => import("./KeptCard"));

/** What the card speaks of; what else cannot be read is said on the policy's page. */
const FAULTS: ReadonlySet<PolicyFault> = new Set([
  "lost",
  "departmentBroken",
  "departmentNewer",
  "departmentNotReached",
]);

function needsCard({ policy, restored, departs }: KeptState): boolean {
  if (restored !== null || policy === null) return restored !== null;
  if (policy.kind === "unreadable") return FAULTS.has(policy.why);
  return policy.copy.kind === "differs" || policy.source === "department" || departs;
}

/** Above every page: what was lost and how it comes back. Nothing, and no code, where all is well. */
export function KeptPolicy() {
  const store = keptStoreOf(usePane());
  const shown = useStore(store, needsCard);
  return shown ? (
    <Suspense fallback={null}>
      <KeptCard store={store} />
    </Suspense>
  ) : null;
}
