import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { mappingWords } from "../../wording";
import { columnsStoreOf } from "../columns/columnsStore";
import { Disclosure } from "../common/Disclosure";
import { useWordsOf } from "../common/language";
import { usePane, useRunning } from "../common/pane";
import { useStore } from "../common/store";

const useStyles = makeStyles({
  more: { padding: "4px 10px", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  left: { display: "flex", flexWrap: "wrap", gap: "4px", alignItems: "center" },
});

/** Of whom HR has said that they left: named on request, and taken back with one click. */
export function Left({ expanded }: { readonly expanded: boolean }) {
  const pane = usePane();
  const styles = useStyles();
  const { words } = useWordsOf(mappingWords);
  const left = useStore(pane.month, ({ validation }) => validation?.left);
  const running = useRunning();
  const store = columnsStoreOf(pane);
  if (left === undefined || left.length === 0) return null;
  return (
    <div className={styles.more}>
      <Disclosure title={`${words.people} (${left.length})`} open={expanded}>
        <div className={styles.left}>
          {left.map(({ employeeId, name }) => (
            <Button
              key={`${employeeId} ${name}`}
              size="small"
              disabledFocusable={running}
              onClick={() => void store.sayLeft({ employeeId, name }, false)}
            >
              {name === "" ? employeeId : name} ✕
            </Button>
          ))}
        </div>
      </Disclosure>
    </div>
  );
}
