import { useStore } from "../../common/store";
import { CopyDiffers } from "./CopyDiffers";
import { DepartmentDiffers } from "./DepartmentDiffers";
import { DepartmentFault } from "./DepartmentFault";
import { DepartmentLine } from "./DepartmentLine";
import type { KeptStore } from "./keptStore";
import { LostPolicy } from "./LostPolicy";
import { RestoredPolicy } from "./RestoredPolicy";

/** One card: what was just restored, what was lost, a copy that differs, or how the department's policy stands to it. */
export default function KeptCard({ store }: { readonly store: KeptStore }) {
  const policy = useStore(store, (state) => state.policy);
  const restored = useStore(store, (state) => state.restored);
  const department = useStore(store, (state) => state.department);
  const departs = useStore(store, (state) => state.departs);
  if (restored !== null) return <RestoredPolicy store={store} restored={restored} />;
  if (policy === null) return null;
  if (policy.kind === "unreadable")
    return policy.why === "lost" ? (
      <LostPolicy store={store} witness={policy.witness} />
    ) : (
      <DepartmentFault store={store} why={policy.why} />
    );
  if (policy.copy.kind === "differs")
    return <CopyDiffers store={store} stored={policy.stored} copy={policy.copy} />;
  if (policy.source === "department") return <DepartmentLine book={policy.book} />;
  return department !== null && departs ? (
    <DepartmentDiffers store={store} stored={policy.stored} department={department} />
  ) : null;
}
