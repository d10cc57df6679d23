import { makeStyles } from "@fluentui/react-components";
import { policyConflicts } from "../../views";
import { policyPartWords, sayPartReport, sayPolicyConflict } from "../../wording";
import { useWordsOf } from "../common/language";
import { ShortList } from "../common/ShortList";
import { useStore } from "../common/store";
import { Message } from "../shell/Message";
import type { PolicySectionProps } from "./sectionProps";

const useStyles = makeStyles({ notes: { display: "flex", flexDirection: "column", gap: "6px" } });

/** What two people saved differently, and what this product does not know in the workbook's settings. */
export function StoredNotes({ store }: PolicySectionProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyPartWords);
  const policy = useStore(store, (state) => state.policy);
  if (policy?.kind !== "read") return null;
  // Two parts may hold the same unknown field.
  const unknown = [...new Set(policy.reports.map((report) => sayPartReport(report, language)))];
  const conflicts = policyConflicts(policy);
  return (
    <>
      {conflicts.length === 0 ? null : (
        <div className={styles.notes} data-policy-conflicts={conflicts.length}>
          <Message
            intent="warning"
            message={{ what: words.differ, next: words.checkThem }}
            action={{ title: words.settle, run: () => void store.settle() }}
          />
          <ShortList lines={conflicts.map((conflict) => sayPolicyConflict(conflict, language))} />
        </div>
      )}
      {unknown.length === 0 ? null : (
        <div className={styles.notes} data-policy-reports={unknown.length}>
          <Message intent="info" message={{ what: words.unknownKept, next: "" }} />
          <ShortList lines={unknown} />
        </div>
      )}
    </>
  );
}
