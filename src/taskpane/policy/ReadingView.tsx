import { Badge, Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, CircleRegular } from "@fluentui/react-icons";
import { memo, useMemo, useState } from "react";
import type { Decision } from "../../policy";
import { workedExample, type ReadingCard } from "../../views";
import { formatMonth } from "../../units";
import {
  marks,
  sayDecisionRecord,
  sayExample,
  sayOptionOutcome,
  policyPageWords,
} from "../../wording";
import { Disclosure } from "../common/Disclosure";
import { SeverityIcon } from "../common/severity";
import type { PolicyStore } from "./policyStore";
import { RecordForm } from "./RecordForm";
import { StatusAt } from "./StatusAt";
import { useWordsOf } from "../common/language";
import { useStore } from "../common/store";
import { useBusy } from "../common/pane";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    padding: "10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    scrollMarginTop: "52px",
  },
  top: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  undecided: { display: "inline-flex", alignItems: "center", gap: "4px" },
  question: { margin: 0, lineHeight: tokens.lineHeightBase300 },
  option: {
    display: "grid",
    gridTemplateColumns: "20px 1fr",
    columnGap: "6px",
    boxSizing: "border-box",
    width: "100%",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: "inherit",
    font: "inherit",
    lineHeight: tokens.lineHeightBase300,
    textAlign: "start",
    cursor: "pointer",
    overflowWrap: "anywhere",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    borderTopColor: tokens.colorBrandStroke1,
    borderRightColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderLeftColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
  icon: { fontSize: "18px", marginTop: "1px" },
  label: { fontWeight: tokens.fontWeightSemibold },
  mark: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  effect: { display: "block", minHeight: tokens.lineHeightBase300 },
  kept: { visibility: "hidden" },
  example: {
    display: "block",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  clause: { marginInlineEnd: "8px" },
  text: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  record: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px" },
});

const readingId = (reading: string): string => `reading-${reading}`;

/** Goes to a reading that is drawn, and lets the keyboard go on from there. */
export function goToReading(reading: string): void {
  const element = document.getElementById(readingId(reading));
  element?.scrollIntoView();
  document.getElementById(`${readingId(reading)}-title`)?.focus({ preventScroll: true });
}

interface ReadingViewProps {
  readonly store: PolicyStore;
  readonly card: ReadingCard;
}

const fromOf = ({ from }: Decision): string | undefined =>
  from === undefined ? undefined : formatMonth(from);

/** One disputed passage: what is asked, what each option comes to, and the decision on record. */
export const ReadingView = memo(function ReadingView({ store, card }: ReadingViewProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyPageWords);
  const busy = useBusy();
  const { reading, undecided, disputed, decisions } = card;
  const asks = useStore(store, (state) => state.asksFor === reading.id);
  const [wasUndecided] = useState(undecided);
  return (
    <article
      id={readingId(reading.id)}
      className={styles.card}
      aria-labelledby={`${readingId(reading.id)}-title`}
      data-reading={reading.id}
      data-undecided={undecided}
    >
      <div className={styles.top}>
        <h3 id={`${readingId(reading.id)}-title`} tabIndex={-1} className={styles.title}>
          {reading.title[language]}
        </h3>
        <Badge appearance="outline" color="informative" size="small">
          {words.level[reading.level]}
        </Badge>
        {undecided || wasUndecided ? (
          // Decided it keeps its place, so that the options do not move under a hand.
          <span className={mergeClasses(styles.undecided, !undecided && styles.kept)}>
            <SeverityIcon severity={reading.level === "blocking" ? "error" : "warning"} />
            {words.undecided}
          </span>
        ) : null}
      </div>
      <p className={styles.question}>{reading.question[language]}</p>
      {disputed ? null : <p className={styles.text}>{words.settled}</p>}
      {reading.options.map(({ id }) => (
        <Option key={id} store={store} card={card} option={id} busy={busy} />
      ))}
      <StatusAt store={store} place={{ reading: reading.id }} />
      <Disclosure title={words.why}>
        <p className={styles.text}>{reading.why[language]}</p>
        <p className={styles.text}>
          {words.clauses}{" "}
          {reading.clauses.map((clause) => (
            <Link
              key={clause}
              as="button"
              inline
              className={styles.clause}
              onClick={() => store.openClause(clause)}
            >
              {clause}
            </Link>
          ))}
        </p>
      </Disclosure>
      {decisions.map((decision) => (
        <div key={fromOf(decision) ?? ""} className={styles.record}>
          <span>{`${words.onRecord}${marks(language).colon}${sayDecisionRecord({ ...decision, from: fromOf(decision) ?? null }, language)}`}</span>
          <Button
            size="small"
            disabledFocusable={busy}
            onClick={() => void store.undo(card, fromOf(decision))}
          >
            {words.undo}
          </Button>
          <RecordForm
            key={JSON.stringify([decision.by, decision.note])}
            store={store}
            decision={decision}
            asks={asks && decision === card.decision}
          />
        </div>
      ))}
    </article>
  );
});

type Outcome = Parameters<typeof sayOptionOutcome>[0];

/** What an option comes to. While that is worked out anew its place is kept, so that nothing below moves. */
function Effect({ outcome }: { readonly outcome: Outcome | undefined }) {
  const styles = useStyles();
  const { language } = useWordsOf(policyPageWords);
  const [last, setLast] = useState(outcome);
  if (outcome !== undefined && outcome !== last) setLast(outcome);
  return (
    <span className={mergeClasses(styles.effect, outcome === undefined && styles.kept)}>
      {last === undefined ? "" : sayOptionOutcome(outcome ?? last, language)}
    </span>
  );
}

interface OptionProps {
  readonly store: PolicyStore;
  readonly card: ReadingCard;
  readonly option: string;
  readonly busy: boolean;
}

function Option({ store, card, option, busy }: OptionProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyPageWords);
  const { reading, disputed } = card;
  const policy = useStore(store, (state) => state.overview?.policy ?? null);
  const effect = useStore(store, ({ weighed }) => weighed.effects.get(reading.id) ?? null);
  const examples = useMemo(
    () => (policy === null ? [] : workedExample(reading.id, option, policy)),
    [policy, reading.id, option],
  );
  const label = reading.options.find(({ id }) => id === option)?.label[language] ?? option;
  const inForce = card.option === option;
  const outcome = effect?.options.find((one) => one.option === option);
  const marks = [
    ...(inForce ? [card.undecided ? words.inForceByDefault : words.inForce] : []),
    ...(reading.default === option ? [words.recommended] : []),
  ];
  return (
    <button
      type="button"
      className={mergeClasses(styles.option, inForce && styles.chosen)}
      data-option={option}
      aria-pressed={inForce && !card.undecided}
      aria-disabled={busy}
      onClick={() => {
        if (!busy) void store.decide(card, option);
      }}
    >
      {inForce && !card.undecided ? (
        <CheckmarkCircleFilled className={styles.icon} aria-hidden />
      ) : (
        <CircleRegular className={styles.icon} aria-hidden />
      )}
      <span>
        <span className={styles.label}>{label}</span>{" "}
        {marks.map((mark) => (
          <span key={mark} className={styles.mark}>
            · {mark}{" "}
          </span>
        ))}
        {disputed && !inForce ? <Effect outcome={outcome} /> : null}
        {examples.map((line, index) => (
          <span key={index} className={styles.example}>
            {sayExample(line, language)}
          </span>
        ))}
      </span>
    </button>
  );
}
