import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { EditIssue, ValueChange } from "../../../policy";
import { isTargetIssue, type DraftReview, type PolicyDraft } from "../../../tasks";
import {
  marks,
  draftLabel,
  sayDraftState,
  sayEditProblem,
  sayLint,
  sayMoreLines,
  sayValueChange,
  policyValuesWords,
} from "../../../wording";
import { Disclosure } from "../../common/Disclosure";
import { EffectLine } from "./EffectLine";
import type { ValuesStore } from "./valuesStore";
import { levelNamer } from "../levelNamer";
import { useWordsOf } from "../../common/language";
import { useStore } from "../../common/store";
import { useBusy } from "../../common/pane";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: "6px" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: "18px", lineHeight: tokens.lineHeightBase300 },
  line: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  mend: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
    lineHeight: tokens.lineHeightBase300,
  },
  link: {
    border: "none",
    padding: "2px 0",
    backgroundColor: "transparent",
    color: tokens.colorPaletteRedForeground1,
    font: "inherit",
    textAlign: "start",
    textDecorationLine: "underline",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  target: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "8px", alignItems: "start" },
  input: { minWidth: 0, width: "100%" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

/** Changes that are listed before the others fold away. */
const CHANGES_SHOWN = 8;

interface DraftSummaryProps {
  readonly store: ValuesStore;
  readonly draft: PolicyDraft;
  readonly versionName: (id: string) => string;
}

/** What the draft changes and what has to be mended, the way to save it, and what it comes to. */
export function DraftSummary({ store, draft, versionName }: DraftSummaryProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  const busy = useBusy();
  const review = useStore(store, (state) => state.review);
  const effect = useStore(store, (state) => state.effect);
  const refusals = useStore(store, (state) => state.refusals);
  const [asks, setAsks] = useState(false);
  const { target } = draft;
  const blocking = unique([...(review?.blocking ?? []), ...refusals]);
  const ofTarget = (path: string): { readonly validationMessage?: string } => {
    const found = blocking.find((issue) => issue.path === path);
    return found === undefined
      ? {}
      : { validationMessage: sayEditProblem(found.problem, language) };
  };
  const mend = blocking.filter(({ path }) => path !== "from" && path !== "name");
  return (
    <div className={styles.part} data-draft={review?.savable === true ? "savable" : "open"}>
      <h3 className={styles.heading}>{words.changes}</h3>
      {review === null || review.changes.length === 0 ? (
        <p className={styles.line}>{words.noChanges}</p>
      ) : (
        <ChangeList changes={review.changes} draft={draft} />
      )}
      {mend.length === 0 ? null : (
        <div role="group" aria-label={words.mustMend}>
          <h3 className={styles.heading}>{words.mustMend}</h3>
          <ul className={styles.mend}>
            {mend.map((issue) => (
              <li key={keyOf(issue)}>
                {isTargetIssue(issue) || issue.path === "$" ? (
                  sayEditProblem(issue.problem, language)
                ) : (
                  <button
                    type="button"
                    className={styles.link}
                    onClick={() => store.showField(issue.path)}
                  >
                    {sayEditProblem(issue.problem, language)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <OtherFindings review={review} />
      {target.kind === "new" ? (
        <div className={styles.target}>
          <Field label={words.from} hint={words.fromHint} size="small" {...ofTarget("from")}>
            <Input
              className={styles.input}
              input={{ size: 4 }}
              size="small"
              value={target.from}
              onChange={(_, { value }) => store.retarget({ from: value, name: target.name })}
            />
          </Field>
          <Field label={words.name} hint={words.nameHint} size="small" {...ofTarget("name")}>
            <Input
              className={styles.input}
              input={{ size: 4 }}
              size="small"
              value={target.name}
              onChange={(_, { value }) => store.retarget({ from: target.from, name: value })}
            />
          </Field>
        </div>
      ) : (
        <p className={styles.line}>
          {words.saveInto}
          {marks(language).colon}
          {versionName(target.id)}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={busy || review?.savable !== true}
          onClick={() => void store.save()}
        >
          {target.kind === "new" ? words.saveNew : words.saveInto}
        </Button>
        <Button disabledFocusable={draft.before === null} onClick={store.undo}>
          {words.undoEdit}
        </Button>
        <Button
          appearance="subtle"
          onBlur={() => setAsks(false)}
          onClick={() => {
            if (asks || draft.before === null) store.discard();
            else setAsks(true);
          }}
        >
          {asks ? words.discardAsk : words.discard}
        </Button>
      </div>
      {/* Below the buttons: it comes a while after typing, and would move them away under a click. */}
      <EffectLine effect={effect} label={draftLabel} />
    </div>
  );
}

const keyOf = ({ path, problem }: EditIssue): string => JSON.stringify([path, problem]);

function unique(issues: readonly EditIssue[]): readonly EditIssue[] {
  return [...new Map(issues.map((issue) => [keyOf(issue), issue])).values()];
}

interface ChangeListProps {
  readonly changes: readonly ValueChange[];
  readonly draft: Pick<PolicyDraft, "base" | "values">;
}

/** Values that two versions give differently, the first of them at once. */
export function ChangeList({ changes, draft: { base, values } }: ChangeListProps) {
  const styles = useStyles();
  const { language } = useWordsOf(policyValuesWords);
  const levels = [...values.levels, ...base.levels];
  const nameLevel = levelNamer(levels);
  const lines = (some: readonly ValueChange[]) => (
    <ul className={styles.list}>
      {some.map((change, index) => (
        <li key={`${change.path} ${index}`} data-change={change.change}>
          {sayValueChange(change, language, nameLevel)}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {lines(changes.slice(0, CHANGES_SHOWN))}
      {changes.length <= CHANGES_SHOWN ? null : (
        <Disclosure title={sayMoreLines(changes.length - CHANGES_SHOWN, language)}>
          {lines(changes.slice(CHANGES_SHOWN))}
        </Disclosure>
      )}
    </>
  );
}

/** What the checks find besides, folded away: it does not keep the draft from being saved. */
function OtherFindings({ review }: { readonly review: DraftReview | null }) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  if (review === null) return null;
  const blocking = new Set(
    review.blocking.flatMap(({ problem }) => (problem.code === "lint" ? [problem.result] : [])),
  );
  const others = review.lint.filter(
    (result) => result.severity !== "info" && !blocking.has(result),
  );
  if (others.length === 0)
    return review.blocking.length > 0 ? null : <p className={styles.line}>{words.nothingFound}</p>;
  return (
    <Disclosure title={`${words.alsoFound} (${others.length})`}>
      <ul className={styles.list}>
        {others.map((result, index) => (
          <li key={`${result.check} ${index}`}>{sayLint(result, language)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** The draft in one line, which stays in view while its forms are scrolled. */
export function DraftState({ store }: { readonly store: ValuesStore }) {
  const { language } = useWordsOf(policyValuesWords);
  const review = useStore(store, (state) => state.review);
  return (
    <span role="status">
      {sayDraftState(review?.changes.length ?? 0, review?.blocking.length ?? 0, language)}
    </span>
  );
}
