import { Link, makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { ClauseCard, ClauseChapter } from "../../views";
import {
  marks,
  sayChapter,
  sayClauseClass,
  sayClauseUse,
  sayFieldName,
  sayFieldValue,
  sayMatches,
  saySubject,
  policyPageWords,
} from "../../wording";
import { useSpokenStyles } from "../common/spoken";
import { searchClauses } from "./clauseSearch";
import { levelNamer } from "./levelNamer";
import { PolicyCard, unfoldAround } from "./PolicyCard";
import type { PolicyStore } from "./policyStore";
import type { PolicySectionProps } from "./sectionProps";
import { useWordsOf } from "../common/language";
import { useStore } from "../common/store";

const useStyles = makeStyles({
  search: { maxWidth: "none" },
  empty: { margin: 0, color: tokens.colorNeutralForeground2 },
  chapter: {
    cursor: "pointer",
    fontWeight: tokens.fontWeightSemibold,
    paddingBlock: "4px",
    outlineColor: tokens.colorStrokeFocus2,
  },
  list: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none" },
  clause: {
    padding: "6px 0 8px",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
    scrollMarginTop: "52px",
    ":focus": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  head: {
    display: "flex",
    gap: "8px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  id: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  small: {
    margin: "2px 0 0",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const clauseElement = (id: string): string => `clause-${id}`;

/** The clauses by chapter, searchable in both languages, with what rests on each. */
export function Clauses({ store }: PolicySectionProps) {
  const styles = useStyles();
  const spoken = useSpokenStyles();
  const { language, words } = useWordsOf(policyPageWords);
  const chapters = useStore(store, ({ description }) => description?.chapters ?? null);
  const wanted = useStore(store, ({ clause }) => clause);
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const shown = wanted === null ? typed : "";
  const sought = useDeferredValue(shown);
  const found = useMemo(() => searchClauses(chapters ?? [], sought), [chapters, sought]);
  const count = found.reduce((sum, { clauses }) => sum + clauses.length, 0);
  const searching = sought.trim() !== "";
  const holds = ({ clauses }: ClauseChapter): boolean =>
    clauses.some(({ clause }) => clause.id === wanted?.id);

  // Something has led to a clause: its chapter is open by now, so that it can be gone to.
  useEffect(() => {
    if (wanted === null) return;
    const element = document.getElementById(clauseElement(wanted.id));
    unfoldAround(element);
    element?.scrollIntoView({ block: "center" });
    element?.focus({ preventScroll: true });
  }, [wanted]);

  return (
    <PolicyCard id="clauses" title={words.clauseBook} folded>
      <SearchBox
        className={styles.search}
        size="small"
        aria-label={words.searchClauses}
        placeholder={words.searchClauses}
        value={shown}
        onChange={(_, { value }) => {
          setTyped(value);
          store.openClause(null);
        }}
      />
      <div role="status" className={spoken.only}>
        {searching ? sayMatches(count, language) : ""}
      </div>
      {chapters !== null && count === 0 ? <p className={styles.empty}>{words.noClause}</p> : null}
      {found.map((chapter) => (
        <details
          key={chapter.id}
          open={searching || open.has(chapter.id) || holds(chapter)}
          onToggle={({ currentTarget }) => {
            const next = new Set(open);
            if (currentTarget.open) next.add(chapter.id);
            else next.delete(chapter.id);
            setOpen(next);
            if (!currentTarget.open && holds(chapter)) store.openClause(null);
          }}
        >
          <summary className={styles.chapter}>
            {sayChapter(chapter.id, language)} ({chapter.clauses.length})
          </summary>
          <ul className={styles.list}>
            {chapter.clauses.map((card) => (
              <ClauseRow key={card.clause.id} store={store} card={card} />
            ))}
          </ul>
        </details>
      ))}
    </PolicyCard>
  );
}

interface ClauseRowProps {
  readonly store: PolicyStore;
  readonly card: ClauseCard;
}

function ClauseRow({ store, card: { clause, fields, uses, readings } }: ClauseRowProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyPageWords);
  const policy = useStore(store, ({ overview }) => overview?.policy ?? null);
  const { colon, item, semicolon } = marks(language);
  const nameLevel = levelNamer(policy?.levels);
  return (
    <li
      id={clauseElement(clause.id)}
      tabIndex={-1}
      className={styles.clause}
      data-clause={clause.id}
    >
      <div className={styles.head}>
        <span className={styles.id}>{clause.id}</span>
        <span>{sayClauseClass(clause.class, language)}</span>
      </div>
      <p className={styles.text}>{clause.restatement[language]}</p>
      {fields.length === 0 ? null : (
        <p className={styles.small}>
          {words.clauseValues}
          {colon}
          {fields
            .map(({ name, subject, kind, value }) => {
              const whose = saySubject(subject, language);
              const said = sayFieldValue(name, kind, value, language, nameLevel);
              return `${whose === null ? "" : `${whose} `}${sayFieldName(name, language)} ${said}`;
            })
            .join(semicolon)}
        </p>
      )}
      <p className={styles.small}>
        {uses.length === 0
          ? words.noUse
          : `${words.uses}${colon}${uses.map((use) => sayClauseUse(use, language)).join(item)}`}
      </p>
      {readings.length === 0 ? null : (
        <p className={styles.small}>
          {words.readings}
          {colon}
          {readings.map(({ id, title }, index) => (
            <span key={id}>
              {index === 0 ? "" : item}
              <Link as="button" inline onClick={() => store.questions.lead(id)}>
                {title[language]}
              </Link>
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
