import { Button } from "@fluentui/react-components";
import type { PolicyFault } from "../../../problems";
import { policyDepartmentWords, sayTrouble } from "../../../wording";
import { useWordsOf } from "../../common/language";
import { useBusy } from "../../common/pane";
import { Message } from "../../shell/Message";
import type { KeptStore } from "./keptStore";
import { useKeptStyles } from "./keptStyles";

interface DepartmentFaultProps {
  readonly store: KeptStore;
  readonly why: PolicyFault;
}

/** The department has a policy that cannot be followed: nothing is computed by another one. */
export function DepartmentFault({ store, why }: DepartmentFaultProps) {
  const styles = useKeptStyles();
  const { language, words } = useWordsOf(policyDepartmentWords);
  const busy = useBusy();
  return (
    <section className={styles.card} aria-labelledby="department-fault" data-kept="fault">
      <h2 id="department-fault" className={styles.title}>
        {words.fault}
      </h2>
      <Message
        intent="error"
        message={sayTrouble({ kind: "policyUnreadable", why, doing: "showingPolicy" }, language)}
      />
      <div className={styles.buttons}>
        <Button disabledFocusable={busy} onClick={() => void store.askAgain()}>
          {words.tryAgain}
        </Button>
      </div>
    </section>
  );
}
