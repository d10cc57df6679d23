import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Switch,
  tokens,
} from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import { formatRef } from "../../grid";
import type { TroubledCell } from "../../tasks";
import {
  differenceWords,
  RESTRICTED,
  sayComparison,
  sayCopyFacts,
  sayDifference,
  sayMoreTroubled,
  sayOnlyValue,
  saySurvey,
  sayTroubled,
  sayWhatIsRemoved,
  sayWithout,
  sharePageWords,
  type SharePageWords,
} from "../../wording";
import { Disclosure } from "../common/Disclosure";
import { useWords, useWordsOf } from "../common/language";
import { Status } from "../shell/Status";
import { shareStoreOf, type ShareState, type ShareStore } from "./shareStore";
import { usePane, useRunning } from "../common/pane";
import { useSectionStyles } from "../common/section";
import { useStore } from "../common/store";

const useStyles = makeStyles({
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  group: {
    display: "flex",
    flexDirection: "column",
    margin: 0,
    padding: 0,
    border: "none",
    minWidth: 0,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: "18px" },
  buttons: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "8px" },
});

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      {children}
    </fieldset>
  );
}

interface PartProps {
  readonly store: ShareStore;
  readonly state: ShareState;
  readonly words: SharePageWords;
}

function isPeople(value: string): value is ShareState["request"]["people"] {
  return value === "keep" || value === "numbers" || value === "remove";
}

/** Calls as values or as plain formulas; what can only be a value is said before. */
function As({ store, state, words, busy }: PartProps & { readonly busy: boolean }) {
  const styles = useStyles();
  const { language } = useWords();
  const { request, survey } = state;
  const noPlain = request.as === "formulas" ? (survey?.plain?.noPlain ?? []) : [];
  const removed = survey === null ? null : sayWhatIsRemoved(survey.removed, language);
  return (
    <>
      <Field label={words.as}>
        <RadioGroup
          value={request.as}
          disabled={busy}
          onChange={(_, { value }) =>
            store.chooseAs(value === "formulas" ? "formulas" : "values", language)
          }
        >
          <Radio value="values" label={words.values} />
          <Radio value="formulas" label={words.formulas} />
        </RadioGroup>
      </Field>
      {request.as === "formulas" ? <p className={styles.quiet}>{words.formulasHint}</p> : null}
      {noPlain.length === 0 ? null : (
        <Group title={words.onlyValues}>
          <ul className={styles.list}>
            {noPlain.map((each) => (
              <li key={`${each.call} ${each.why}`}>
                {sayOnlyValue(each, placeOf(each.first), language)}
              </li>
            ))}
          </ul>
        </Group>
      )}
      {removed === null ? null : <p className={styles.quiet}>{removed}</p>}
    </>
  );
}

/** What the copy is to hold. */
function Contents({ store, state, words }: PartProps) {
  const { request, survey, sheets } = state;
  return (
    <>
      <Group title={words.content}>
        {RESTRICTED.map((content) => (
          <Checkbox
            key={content}
            label={words[content]}
            checked={request.include[content]}
            onChange={(_, { checked }) => store.include(content, checked === true)}
          />
        ))}
      </Group>
      {survey === null ? null : (
        <Group title={words.sheets}>
          {survey.sheets.map(({ name, state: shown }) => (
            <Checkbox
              key={name}
              label={shown === "visible" ? name : `${name}${words.hiddenSheet}`}
              checked={sheets.includes(name)}
              onChange={(_, { checked }) => store.chooseSheet(name, checked === true)}
            />
          ))}
        </Group>
      )}
      <Field label={words.people}>
        <RadioGroup
          value={request.people}
          onChange={(_, { value }) => {
            if (isPeople(value)) store.request({ people: value });
          }}
        >
          <Radio value="keep" label={words.peopleKeep} />
          <Radio value="numbers" label={words.peopleNumbers} />
          <Radio value="remove" label={words.peopleRemove} />
        </RadioGroup>
      </Field>
      <Group title={words.more}>
        <Checkbox
          label={words.highlights}
          checked={request.highlights}
          onChange={(_, { checked }) => store.request({ highlights: checked === true })}
        />
        <Checkbox
          label={words.policy}
          checked={request.policy}
          onChange={(_, { checked }) => store.request({ policy: checked === true })}
        />
        <Checkbox
          label={words.cover}
          checked={state.cover}
          onChange={(_, { checked }) => store.setCover(checked === true)}
        />
      </Group>
      {state.cover ? (
        <Field label={words.by}>
          <Input value={state.by} onChange={(_, { value }) => store.setBy(value)} />
        </Field>
      ) : null}
    </>
  );
}

/** Cells of the list that are shown; the others are counted. */
const CALLS_SHOWN = 5;
const DIFFERENCES_SHOWN = 5;

function placeOf({ sheet, row, column }: Omit<TroubledCell, "error">): string {
  return formatRef({ sheet: { id: "", name: sheet }, row, column });
}

/** Cells without a value come first, and HR decides what becomes of them. */
function Troubled({ store, state, words }: PartProps) {
  const styles = useStyles();
  const { language } = useWords();
  const { survey, request } = state;
  if (survey === null || survey.troubledCount === 0) return null;
  const shown = survey.troubled.slice(0, CALLS_SHOWN);
  const more = survey.troubledCount - shown.length;
  return (
    <Group title={`${words.troubled} (${survey.troubledCount})`}>
      <ul className={styles.list}>
        {shown.map((cell) => (
          <li key={placeOf(cell)}>
            {placeOf(cell)} {sayTroubled(cell, language)}
          </li>
        ))}
        {more > 0 ? <li>{sayMoreTroubled(more, language)}</li> : null}
      </ul>
      <RadioGroup
        aria-label={words.troubled}
        value={request.errors}
        onChange={(_, { value }) => store.request({ errors: value === "blank" ? "blank" : "keep" })}
      >
        <Radio value="keep" label={words.errorsKeep} />
        <Radio value="blank" label={words.errorsBlank} />
      </RadioGroup>
    </Group>
  );
}

/** Cells that say one thing and whose formulas say another: HR decides what the copy shows. */
function Differences({ store, state }: PartProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(differenceWords);
  const { comparison, hasPolicy, request } = state;
  if (comparison === null || request.as === "values") return null;
  const { differences, untold } = comparison;
  const about = { hasPolicy, firstUntold: untold.first === null ? null : placeOf(untold.first) };
  const lines = sayComparison(comparison, about, language);
  if (lines.length === 0) return null;
  const told = lines.map((line) => (
    <p key={line} className={styles.quiet}>
      {line}
    </p>
  ));
  if (differences.length === 0) return <>{told}</>;
  const shown = differences.slice(0, DIFFERENCES_SHOWN);
  const more = differences.length - shown.length;
  return (
    <Group title={`${words.title} (${differences.length})`}>
      {told}
      <ul className={styles.list}>
        {shown.map((each) => (
          <li key={placeOf(each)}>{sayDifference(each, placeOf(each), language)}</li>
        ))}
        {more > 0 ? <li>{sayMoreTroubled(more, language)}</li> : null}
      </ul>
      <Field label={words.choose} required>
        <RadioGroup
          value={request.differing ?? ""}
          onChange={(_, { value }) =>
            store.request({ differing: value === "computed" ? "computed" : "stored" })
          }
        >
          <Radio value="stored" label={words.stored} />
          <Radio value="computed" label={words.computed} />
        </RadioGroup>
      </Field>
    </Group>
  );
}

/** The copy, once there is one: what was done, and where it goes. */
function Made({ store, state, words }: PartProps) {
  const section = useSectionStyles();
  const styles = useStyles();
  const { language } = useWords();
  const { copy, fits } = state;
  if (copy === null) return null;
  return (
    <section className={section.form} aria-label={words.done} data-testid="copy">
      <strong role="status">{words.done}</strong>
      <ul className={styles.list}>
        {sayCopyFacts(copy.facts, language).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {fits ? null : <p className={styles.quiet}>{words.tooLargeToOpen}</p>}
      <div className={styles.buttons}>
        <Button disabled={!fits} onClick={store.openCopy}>
          {words.open}
        </Button>
        <Button appearance="primary" onClick={() => store.saveCopy(words.fileName)}>
          {words.save}
        </Button>
      </div>
    </section>
  );
}

/** The page "共享": a copy for colleagues who have no add-in. */
export default function SharePage() {
  const pane = usePane();
  const styles = useStyles();
  const section = useSectionStyles();
  const { language, words } = useWordsOf(sharePageWords);
  const store = shareStoreOf(pane);
  const state = useStore(store, (all) => all);
  useEffect(() => store.open(language), [store, language]);
  const { survey, starts } = state;
  const busy = useRunning();
  // What can only be a value is said before a copy is made.
  const waits = (survey?.plain != null) !== (state.request.as === "formulas");
  // Which of two values the copy shows is HR's to say.
  const isUndecided =
    state.request.as === "formulas" &&
    state.request.differing === null &&
    (state.comparison?.differences.length ?? 0) > 0;
  const part = { store, state, words };
  return (
    <>
      <section className={section.form} aria-label={words.make}>
        <p className={styles.quiet}>{words.intro}</p>
        {survey === null ? null : <div>{saySurvey(survey, language)}</div>}
        <As {...part} busy={busy} />
        <Troubled {...part} />
        <Differences {...part} />
        <div data-testid="without">
          {sayWithout(
            RESTRICTED.filter((content) => !state.request.include[content]),
            language,
          )}
        </div>
        <Disclosure title={words.choices}>
          <Contents {...part} />
        </Disclosure>
        {survey === null && !busy ? (
          <Button onClick={() => void store.survey(language)}>{words.again}</Button>
        ) : null}
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={busy || survey === null || waits || isUndecided}
          onClick={() => void store.make(language)}
        >
          {words.make}
        </Button>
      </section>
      <Status />
      <Made {...part} />
      {starts === null ? null : (
        <section className={section.form} aria-label={words.startup}>
          <Switch
            label={words.startup}
            checked={starts}
            onChange={(_, { checked }) => store.startWithWorkbook(checked)}
          />
          <p className={styles.quiet}>{words.startupHint}</p>
        </section>
      )}
    </>
  );
}
