import { Button, Field, Input, makeStyles, Switch, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Preset } from "../../policy";
import { sayUndecidedCount, policyPageWords } from "../../wording";
import { PolicyCard } from "./PolicyCard";
import { ReadingView } from "./ReadingView";
import type { PolicySectionProps } from "./sectionProps";
import { useWordsOf } from "../shared/language";
import { useStore } from "../shared/store";
import { useBusy } from "../shared/pane";

const PRESETS: readonly Preset[] = ["recommended", "literal", "favourable"];

const useStyles = makeStyles({
  presets: { display: "grid", gridTemplateColumns: "repeat(3, 1fr)", gap: "6px" },
  preset: { minWidth: 0, paddingInline: "4px" },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  row: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px" },
  list: { display: "flex", flexDirection: "column", gap: "10px" },
});

/** Every disputed passage with its options: all at once, or one by one. */
export function Readings({ store }: PolicySectionProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyPageWords);
  const busy = useBusy();
  const overview = useStore(store, (state) => state.overview);
  const by = useStore(store, (state) => state.by);
  const last = useStore(store, (state) => state.last);
  const [undecidedOnly, setUndecidedOnly] = useState(false);
  const cards = overview?.readings ?? [];
  const undecided = cards.filter((card) => card.undecided).length;
  return (
    <PolicyCard id="readings" title={`${words.readings} (${cards.length})`}>
      <div className={styles.row}>
        <span role="status">
          {undecided === 0 ? words.allDecided : sayUndecidedCount(undecided, language)}
        </span>
        <Switch
          label={words.undecidedOnly}
          checked={undecidedOnly}
          onChange={(_, { checked }) => setUndecidedOnly(checked)}
        />
      </div>
      <Button
        appearance="primary"
        disabledFocusable={busy}
        onClick={() => void store.useRecommended()}
      >
        {words.useRecommended}
      </Button>
      <div role="group" aria-label={words.presets} className={styles.presets}>
        {PRESETS.map((preset) => (
          <Button
            key={preset}
            size="small"
            className={styles.preset}
            data-preset={preset}
            disabledFocusable={busy}
            onClick={() => void store.usePreset(preset)}
          >
            {words.preset[preset]}
          </Button>
        ))}
      </div>
      <p className={styles.hint}>{words.presetsHint}</p>
      {last === null ? null : (
        <Button size="small" disabledFocusable={busy} onClick={() => void store.undoLast()}>
          {words.undoLast}
        </Button>
      )}
      <Field label={words.who} size="small">
        <Input size="small" value={by} onChange={(_, { value }) => store.setBy(value)} />
      </Field>
      <div className={styles.list}>
        {cards.map((card) => (
          <ReadingView
            key={card.reading.id}
            store={store}
            card={card}
            hidden={undecidedOnly && !card.undecided}
          />
        ))}
      </div>
    </PolicyCard>
  );
}
