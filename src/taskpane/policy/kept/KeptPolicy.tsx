import { lazy, Suspense } from "react";
import { usePane } from "../../shared/pane";
import { useStore } from "../../shared/store";
import { keptStoreOf, type KeptState } from "./keptStore";

const KeptCard = lazy(() => import("./KeptCard"));

function needsCard({ policy, restored }: KeptState): boolean {
  if (restored !== null || policy === null) return restored !== null;
  return policy.kind === "read" ? policy.copy.kind === "differs" : policy.why === "lost";
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
