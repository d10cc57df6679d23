import { useStore } from "../../shared/store";
import { CopyDiffers } from "./CopyDiffers";
import type { KeptStore } from "./keptStore";
import { LostPolicy } from "./LostPolicy";
import { RestoredPolicy } from "./RestoredPolicy";

/** The one card of the settings: restored, lost, or with a copy that differs. */
export default function KeptCard({ store }: { readonly store: KeptStore }) {
  const policy = useStore(store, (state) => state.policy);
  const restored = useStore(store, (state) => state.restored);
  if (restored !== null) return <RestoredPolicy store={store} restored={restored} />;
  if (policy?.kind === "unreadable") return <LostPolicy store={store} witness={policy.witness} />;
  return policy?.copy.kind === "differs" ? (
    <CopyDiffers store={store} stored={policy.stored} copy={policy.copy} />
  ) : null;
}
