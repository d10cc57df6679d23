import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { StoredPolicy } from "../../../policy";
import { formatMonth } from "../../../units";
import { versionName } from "../../../views";
import {
  departmentLabel,
  marks,
  policyDepartmentWords,
  policyKeptWords,
  sayDepartmentDiffers,
  sayOptionOutcome,
} from "../../../wording";
import { useWordsOf } from "../../common/language";
import { useBusy, usePane } from "../../common/pane";
import { useStore } from "../../common/store";
import { Message } from "../../shell/Message";
import { Comparison } from "./Comparison";
import type { Department, KeptStore } from "./keptStore";
import { useKeptStyles } from "./keptStyles";

interface DepartmentDiffersProps {
  readonly store: KeptStore;
  /** The settings in force. */
  readonly stored: StoredPolicy;
  readonly department: Department;
}

/** The workbook has a policy of its own that differs from the department's: HR says which of them shall hold. */
export function DepartmentDiffers({ store, stored, department }: DepartmentDiffersProps) {
  const styles = useKeptStyles();
  const { language, words } = useWordsOf(policyDepartmentWords);
  const { words: keptWords } = useWordsOf(policyKeptWords);
  const busy = useBusy();
  const pane = usePane();
  const [compared, setCompared] = useState(false);
  const compare = (): void => {
    setCompared(true);
    void store.weigh();
  };
  return (
    <section className={styles.card} aria-labelledby="department-differs" data-kept="departs">
      <h2 id="department-differs" className={styles.title}>
        {words.differs}
      </h2>
      <Message
        intent="info"
        message={sayDepartmentDiffers(versionName(department.policy.book, pane.today()), language)}
      />
      {compared ? (
        <>
          <Effect store={store} />
          <Comparison
            current={stored}
            other={department.policy.stored}
            titles={{
              onlyInOther: words.onlyInDepartment,
              onlyInCurrent: words.onlyInWorkbook,
            }}
          />
        </>
      ) : null}
      <div className={styles.buttons}>
        {compared ? (
          <Button disabledFocusable={busy} onClick={() => void store.takeOver(department)}>
            {words.takeOver}
          </Button>
        ) : (
          <Button disabledFocusable={busy} onClick={compare}>
            {keptWords.compare}
          </Button>
        )}
        <Button disabledFocusable={busy} onClick={() => void store.decline(department)}>
          {words.keepOwn}
        </Button>
      </div>
    </section>
  );
}

/** What taking it over changes in the open month, in yuan and people. */
function Effect({ store }: { readonly store: KeptStore }) {
  const styles = useKeptStyles();
  const { language, words } = useWordsOf(marks);
  const effect = useStore(store, (state) => state.effect);
  if (effect === null) return null;
  return (
    <p className={styles.text} data-effect={effect.outcome.difference}>
      {effect.month === null ? "" : `${formatMonth(effect.month)}${words.colon}`}
      {sayOptionOutcome({ ...effect.outcome, label: departmentLabel }, language)}
    </p>
  );
}
