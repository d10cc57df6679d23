import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { reviewList, vacancyLists } from "../../views";
import type { PromotionData } from "../../tasks";
import {
  marks,
  sayList,
  sayPastPromotion,
  sayReview,
  sayReviews,
  promotionPageWords,
} from "../../wording";
import { useSectionStyles } from "../common/section";
import type { PromotionStore } from "./promotionStore";
import { useWordsOf } from "../common/language";
import { useStore } from "../common/store";
import { useBusy } from "../common/pane";

const useStyles = makeStyles({
  part: { padding: "8px 10px", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  summary: {
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    outlineColor: tokens.colorStrokeFocus2,
  },
  list: { margin: "6px 0", paddingInlineStart: "18px", lineHeight: tokens.lineHeightBase300 },
  note: {
    margin: "6px 0",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface BackgroundProps {
  readonly store: PromotionStore;
  readonly data: PromotionData;
}

/** Who may be considered for the supervisor's post: names, no judgement. */
function Vacancy({ data }: { readonly data: PromotionData }) {
  const styles = useStyles();
  const { language, words } = useWordsOf(promotionPageWords);
  const { setting, people } = data.month;
  const lists = vacancyLists(
    setting,
    people.map(({ judged }) => judged),
  );
  return (
    <details className={styles.part}>
      <summary className={styles.summary}>{words.vacancy}</summary>
      <p className={styles.note}>{words.vacancyNote}</p>
      <ul className={styles.list}>
        {lists.map(({ level, people: held }) => (
          <li key={level.id}>
            {level.name[language]} ({held.length}){held.length === 0 ? "" : marks(language).colon}
            {sayList(
              held.map(({ ref }) => (ref.name === "" ? ref.employeeId : ref.name)),
              language,
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Those to be reviewed, folded away; written only when HR asks. */
function Reviews({ store, data }: BackgroundProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(promotionPageWords);
  const busy = useBusy();
  const { setting, people } = data.month;
  const reviews = reviewList(
    setting,
    people.map(({ judged }) => judged),
  );
  if (setting.asOf === null) return null;
  const { restricted, nobody } = sayReviews(setting.asOf, language);
  return (
    <details className={styles.part}>
      <summary className={styles.summary}>
        {words.reviews} ({reviews.length})
      </summary>
      <p className={styles.note}>{reviews.length === 0 ? nobody : restricted}</p>
      <ul className={styles.list}>
        {reviews.map((entry) => {
          const { why, facts } = sayReview(entry, language);
          const { key, name, employeeId } = entry.person;
          return (
            <li key={key}>
              {name === "" ? employeeId : name} {employeeId}
              <div className={styles.note} style={{ whiteSpace: "pre-line" }}>
                {`${why}\n${facts}`}
              </div>
            </li>
          );
        })}
      </ul>
      <Button
        size="small"
        disabledFocusable={busy}
        onClick={() => void store.writeReviews(language)}
      >
        {words.writeReviews}
      </Button>
    </details>
  );
}

/** Promotions of the past: worked out when the section is opened. */
function History({ store, data }: BackgroundProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(promotionPageWords);
  const history = useStore(store, (state) => state.history);
  const none =
    data.month.setting.sheet.layout.kind === "wide" ? words.historyWide : words.historyNone;
  return (
    <details
      className={styles.part}
      onToggle={(event) => store.showHistory(event.currentTarget.open)}
    >
      <summary className={styles.summary}>{words.history}</summary>
      {history === null ? (
        <Spinner size="tiny" label={words.loading} />
      ) : history.length === 0 ? (
        <p className={styles.note}>{none}</p>
      ) : (
        <ul className={styles.list}>
          {history.map((past) => {
            const [what, ...lines] = sayPastPromotion(past, language);
            return (
              <li key={`${past.person.key} ${past.month}`}>
                {what}
                {lines.map((line) => (
                  <div key={line} className={styles.note}>
                    {line}
                  </div>
                ))}
              </li>
            );
          })}
        </ul>
      )}
    </details>
  );
}

/** What stands behind the candidates: a vacancy, reviews, promotions of the past. */
export function Background(props: BackgroundProps) {
  const section = useSectionStyles();
  const { words } = useWordsOf(promotionPageWords);
  return (
    <section className={section.card} aria-label={words.more}>
      <Vacancy data={props.data} />
      <Reviews {...props} />
      <History {...props} />
    </section>
  );
}
