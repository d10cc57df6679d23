import { Button, makeStyles } from "@fluentui/react-components";
import { policyPageWords } from "../../wording";
import { useWordsOf } from "../common/language";
import { useBusy } from "../common/pane";
import { useStore } from "../common/store";
import { Status } from "../shell/Status";
import { samePlace, type PolicyPlace } from "./place";
import type { PolicySectionProps } from "./sectionProps";

const useStyles = makeStyles({
  here: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: "6px" },
  button: { alignSelf: "flex-start" },
});

interface StatusAtProps extends PolicySectionProps {
  readonly place: PolicyPlace;
}

/** What came of a click, where it was clicked, with the way back. */
export function StatusAt({ store, place }: StatusAtProps) {
  const styles = useStyles();
  const { words } = useWordsOf(policyPageWords);
  const busy = useBusy();
  const isHere = useStore(store, (state) => samePlace(state.place, place));
  const last = useStore(store, (state) => state.last);
  if (!isHere) return null;
  return (
    <div className={styles.here}>
      <Status />
      {last === null ? null : (
        <Button
          size="small"
          className={styles.button}
          disabledFocusable={busy}
          onClick={() => void store.undoLast()}
        >
          {words.undoLast}
        </Button>
      )}
    </div>
  );
}
