import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useMemo } from "react";
import { groupOf, type PromotionPerson } from "../../views";
import type { PromotionData } from "../../tasks";
import {
  sayCandidatesFooter,
  sayPromotionScope,
  sayTrouble,
  promotionPageWords,
} from "../../wording";
import { Choices } from "../common/Choices";
import { useWords, useWordsOf } from "../common/language";
import { Message } from "../shell/Message";
import { useSectionStyles } from "../common/section";
import { Status } from "../shell/Status";
import { useGrowingCount } from "../common/useGrowingCount";
import { Background } from "./Background";
import { PersonCard } from "./PersonCard";
import { promotionStoreOf, type PromotionStore } from "./promotionStore";
import { useStore } from "../common/store";
import { Outdated } from "../common/Outdated";
import { useBusy, usePane } from "../common/pane";

const useStyles = makeStyles({
  scope: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px" },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  foot: { margin: 0, padding: "8px 10px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** What HR can write, and who handles the steps. */
function Actions({ store }: { readonly store: PromotionStore }) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { language, words } = useWordsOf(promotionPageWords);
  const busy = useBusy();
  const { data, loading, handledBy, withReviews } = useStore(store, (state) => state);
  const setting = data?.month.setting;
  const asOf = setting?.asOf ?? null;
  return (
    <section className={section.form} aria-label={words.writeReport}>
      <Choices
        disabled={busy}
        found={
          data === null || setting === undefined
            ? null
            : { sheetName: data.sheet.name, month: asOf, months: setting.scoredMonths }
        }
      />
      <div className={styles.scope}>
        <span className={styles.small}>
          {data === null || asOf === null
            ? ""
            : sayPromotionScope(
                { sheet: data.sheet.name, month: asOf, people: data.month.people.length },
                language,
              )}
        </span>
        <Button size="small" appearance="subtle" onClick={() => void store.readAgain()}>
          {words.readAgain}
        </Button>
      </div>
      <Outdated />
      <Button
        appearance="primary"
        disabledFocusable={busy}
        onClick={() => void store.writeReport(language)}
      >
        {words.writeReport}
      </Button>
      <Checkbox
        label={words.withReviews}
        checked={withReviews}
        onChange={(_, { checked }) => store.setWithReviews(checked === true)}
      />
      <Field label={words.handledBy} hint={words.handledByHint} size="small">
        <Input
          size="small"
          value={handledBy}
          onChange={(_, { value }) => store.setHandledBy(value)}
        />
      </Field>
      {data === null || data.table !== null ? null : (
        <>
          <span className={styles.small}>{words.tableAbsent}</span>
          <Button size="small" disabledFocusable={busy} onClick={() => void store.createTable()}>
            {words.createTable}
          </Button>
        </>
      )}
      {loading && data === null ? <Spinner size="tiny" label={words.loading} /> : null}
    </section>
  );
}

interface GroupProps {
  readonly store: PromotionStore;
  readonly data: PromotionData;
  readonly title: string;
  readonly people: readonly PromotionPerson[];
  /** Whether the first person's card is unfolded to begin with. */
  readonly opensFirst?: boolean;
}

function Group({ store, data, title, people, opensFirst = false }: GroupProps) {
  const styles = useStyles();
  const section = useSectionStyles();
  const drawn = useGrowingCount(people.length);
  if (people.length === 0) return null;
  return (
    <>
      <h3 className={section.part}>
        {title} ({people.length})
      </h3>
      <ul className={styles.list}>
        {people.slice(0, drawn).map((person, index) => (
          <PersonCard
            key={person.row.person.key}
            store={store}
            data={data}
            person={person}
            startsOpen={opensFirst && index === 0}
          />
        ))}
      </ul>
    </>
  );
}

function Candidates({
  store,
  data,
}: {
  readonly store: PromotionStore;
  readonly data: PromotionData;
}) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { language, words } = useWordsOf(promotionPageWords);
  const { people } = data.month;
  const groups = useMemo(() => {
    const of = (group: ReturnType<typeof groupOf>) =>
      people.filter(({ row }) => groupOf(row) === group);
    return {
      eligible: of("eligible"),
      near: of("oneMonthShort"),
      missing: of("missingData"),
      others: of(null),
      excluded: of("excluded"),
    };
  }, [people]);
  const group = (title: string, members: readonly PromotionPerson[], opensFirst = false) => (
    <Group store={store} data={data} title={title} people={members} opensFirst={opensFirst} />
  );
  return (
    <section className={section.card} aria-labelledby="candidates-title">
      <h2 id="candidates-title" className={section.title}>
        {words.people}
      </h2>
      {groups.eligible.length === 0 ? <p className={section.empty}>{words.nobody}</p> : null}
      {group(words.candidates, groups.eligible, true)}
      {group(words.oneMonthShort, groups.near)}
      {group(words.missingData, groups.missing)}
      {group(words.others, groups.others)}
      {group(words.excluded, groups.excluded)}
      <p className={`${styles.small} ${styles.foot}`}>{sayCandidatesFooter(language)}</p>
    </section>
  );
}

/** The page "晋升": who may be proposed, what is still to do, and the reports for those who decide. */
export default function PromotionPage() {
  const pane = usePane();
  const { language } = useWords();
  const store = promotionStoreOf(pane);
  useEffect(() => store.open(), [store]);
  const { data, trouble } = useStore(store, (state) => state);
  return (
    <>
      <Actions store={store} />
      <Status />
      {trouble === null ? null : <Message intent="error" message={sayTrouble(trouble, language)} />}
      {data === null ? null : (
        <>
          <Candidates store={store} data={data} />
          <Background store={store} data={data} />
        </>
      )}
    </>
  );
}
