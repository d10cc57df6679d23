import { Button, Field, Input, makeStyles, Switch, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import type { Preset } from "../../policy";
import { formatMonth } from "../../units";
import type { ReadingCard } from "../../views";
import {
  policyPageWords,
  sayDecidedFold,
  sayQuestionPlace,
  sayStillFold,
  sayUndecidedCount,
  saySigner,
} from "../../wording";
import { Disclosure } from "../common/Disclosure";
import { useWordsOf } from "../common/language";
import { useBusy } from "../common/pane";
import { useStore } from "../common/store";
import { PolicyCard } from "./PolicyCard";
import { goToReading, ReadingView } from "./ReadingView";
import type { PolicySectionProps } from "./sectionProps";
import { StatusAt } from "./StatusAt";

const OTHER_PRESETS: readonly Preset[] = ["literal", "favourable"];

const useStyles = makeStyles({
  presets: { display: "flex", flexWrap: "wrap", gap: "6px" },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  row: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px" },
  steps: { display: "flex", gap: "4px" },
  list: { display: "flex", flexDirection: "column", gap: "10px" },
  lines: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none" },
  line: {
    display: "block",
    boxSizing: "border-box",
    width: "100%",
    padding: "5px 0",
    border: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    lineHeight: tokens.lineHeightBase300,
    textAlign: "start",
    cursor: "pointer",
    overflowWrap: "anywhere",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  name: { color: tokens.colorBrandForegroundLink },
  option: { display: "block", color: tokens.colorNeutralForeground2 },
});

/** The disputed passages, one open question at a time; all at once for who wants that. */
export function Readings({ store }: PolicySectionProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyPageWords);
  const busy = useBusy();
  const overview = useStore(store, (state) => state.overview);
  const weighed = useStore(store, (state) => state.weighed);
  const by = useStore(store, (state) => state.by);
  const { queue, still, current, goTo } = useStore(store.questions, (state) => state);
  const [all, setAll] = useState(false);
  useEffect(() => {
    if (goTo === null) return;
    goToReading(goTo);
    store.questions.arrived();
  }, [goTo, store]);
  const cards = overview?.readings ?? [];
  const undecided = cards.filter((card) => card.undecided).length;
  const asked = new Set(queue);
  const isStill = new Set(still);
  const others = cards.filter(({ reading }) => !asked.has(reading.id));
  const shown = current ?? queue?.[0] ?? null;
  const card = cards.find(({ reading }) => reading.id === shown);
  return (
    <PolicyCard id="readings" title={`${words.readings} (${cards.length})`}>
      <div className={styles.row}>
        <span role="status">
          {undecided === 0 ? words.allDecided : sayUndecidedCount(undecided, language)}
        </span>
        <Switch
          label={words.listAll}
          checked={all}
          onChange={(_, { checked }) => setAll(checked)}
        />
      </div>
      <div role="group" aria-label={words.presets} className={styles.presets}>
        <Button
          appearance="primary"
          data-preset="recommended"
          disabledFocusable={busy}
          onClick={() => void store.useRecommended()}
        >
          {words.useRecommended}
        </Button>
        {OTHER_PRESETS.map((preset) => (
          <Button
            key={preset}
            data-preset={preset}
            disabledFocusable={busy}
            onClick={() => void store.usePreset(preset)}
          >
            {words.preset[preset]}
          </Button>
        ))}
      </div>
      <p className={styles.hint}>{words.presetsHint}</p>
      <StatusAt store={store} place="readings" />
      {all ? (
        <div className={styles.list}>
          {cards.map((one) => (
            <ReadingView key={one.reading.id} store={store} card={one} />
          ))}
        </div>
      ) : (
        <>
          {queue === null ? <p className={styles.hint}>{words.weighing}</p> : null}
          {card === undefined ? null : (
            <>
              <Steps store={store} shown={card.reading.id} queue={queue ?? []} />
              <ReadingView key={card.reading.id} store={store} card={card} />
            </>
          )}
          <Fold
            store={store}
            kind="still"
            cards={others.filter(({ reading, undecided: open }) => open && isStill.has(reading.id))}
            title={(count) =>
              sayStillFold(
                count,
                weighed.month === null ? "" : formatMonth(weighed.month),
                language,
              )
            }
          />
          <Fold
            store={store}
            kind="decided"
            cards={others.filter((one) => !one.undecided)}
            title={(count) => sayDecidedFold(count, language)}
          />
        </>
      )}
      <Disclosure title={saySigner(by, language)}>
        <Field label={words.who} size="small">
          <Input size="small" value={by} onChange={(_, { value }) => store.setBy(value)} />
        </Field>
      </Disclosure>
    </PolicyCard>
  );
}

interface StepsProps extends PolicySectionProps {
  readonly shown: string;
  readonly queue: readonly ReadingCard["reading"]["id"][];
}

/** Which of the open questions is shown, and the ways to the one before and after it. */
function Steps({ store, shown, queue }: StepsProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyPageWords);
  const at = queue.findIndex((id) => id === shown);
  const step = (to: number) => {
    const reading = queue[to];
    return reading === undefined ? undefined : () => store.show(reading);
  };
  // From a question that is none of these the way leads back to the first of them.
  const [before, after] = [step(at - 1), step(at + 1)];
  return (
    <div className={styles.row} data-question={at + 1} data-questions={queue.length}>
      <span role="status">
        {at < 0 ? words.notAsked : sayQuestionPlace(at + 1, queue.length, language)}
      </span>
      <span className={styles.steps}>
        <Button
          size="small"
          icon={<ChevronLeftRegular />}
          disabledFocusable={before === undefined}
          onClick={before}
        >
          {words.previous}
        </Button>
        <Button
          size="small"
          icon={<ChevronRightRegular />}
          iconPosition="after"
          disabledFocusable={after === undefined}
          onClick={after}
        >
          {words.next}
        </Button>
      </span>
    </div>
  );
}

interface FoldProps extends PolicySectionProps {
  readonly kind: "still" | "decided";
  readonly cards: readonly ReadingCard[];
  readonly title: (count: number) => string;
}

/** Readings about which nothing need be done now, in one line; unfolded, each leads to where it can be changed. */
function Fold({ store, kind, cards, title }: FoldProps) {
  const styles = useStyles();
  const { language } = useWordsOf(policyPageWords);
  if (cards.length === 0) return null;
  return (
    <div data-fold={cards.length} data-readings={kind}>
      <Disclosure title={title(cards.length)}>
        <ul className={styles.lines}>
          {cards.map(({ reading, option }) => (
            <li key={reading.id}>
              <button
                type="button"
                className={styles.line}
                data-to-reading={reading.id}
                onClick={() => store.questions.lead(reading.id)}
              >
                <span className={styles.name}>{reading.title[language]}</span>
                <span className={styles.option}>
                  {reading.options.find(({ id }) => id === option)?.label[language] ?? ""}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
