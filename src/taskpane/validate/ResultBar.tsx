import { Button, makeStyles, mergeClasses, SearchBox, tokens } from "@fluentui/react-components";
import { memo, type JSX, type ReactNode } from "react";
import type { Severity } from "../../findings";
import { resultWords, sayAllMonths, sayPlace } from "../../wording";
import { useWords, useWordsOf } from "../common/language";
import { SEVERITIES, SeverityIcon, severityWord } from "../common/severity";
import { useStore } from "../common/store";
import type { ResultView } from "./resultView";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px" },
  chip: {
    flex: "1 1 auto",
    minWidth: 0,
    paddingInline: "6px",
    fontWeight: tokens.fontWeightRegular,
  },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-3px" },
  },
  number: { fontWeight: tokens.fontWeightBold, marginInlineStart: "4px" },
  search: { flex: "1 1 120px", minWidth: 0, maxWidth: "none" },
  step: { minWidth: 0, paddingInline: "8px" },
  place: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface ChipProps {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly icon?: JSX.Element;
  readonly children: ReactNode;
}

function Chip({ pressed, onPress, icon, children }: ChipProps) {
  const styles = useStyles();
  return (
    <Button
      size="small"
      className={mergeClasses(styles.chip, pressed && styles.pressed)}
      {...(icon !== undefined && { icon })}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {children}
    </Button>
  );
}

interface ResultBarProps {
  readonly view: ResultView;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Findings of other months. */
  readonly more: number;
  /** Which finding was gone to last, and how many can be. */
  readonly at: number;
  readonly of: number;
  readonly onStep: (by: 1 | -1) => void;
}

/** What is listed of the result, what is unfolded, and the way from one problem to the next. */
export const ResultBar = memo(function ResultBar({
  view,
  counts,
  more,
  at,
  of,
  onStep,
}: ResultBarProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(resultWords);
  const { words: paneWords } = useWords();
  const { allMonths, expanded, severity, typed } = useStore(view, (state) => state);
  return (
    <section className={styles.bar} aria-label={words.show}>
      <div className={styles.row}>
        <Chip pressed={!allMonths} onPress={() => view.showAllMonths(false)}>
          {words.thisMonth}
        </Chip>
        <Chip pressed={allMonths} onPress={() => view.showAllMonths(!allMonths)}>
          {sayAllMonths(more, language)}
        </Chip>
        <Chip pressed={expanded} onPress={() => view.expand(!expanded)}>
          {words.expandAll}
        </Chip>
      </div>
      <div className={styles.row} role="group" aria-label={paneWords.filterBySeverity}>
        {SEVERITIES.map((one) => (
          <Chip
            key={one}
            icon={<SeverityIcon severity={one} />}
            pressed={severity === one}
            onPress={() => view.chooseSeverity(severity === one ? null : one)}
          >
            {severityWord(one, paneWords)}
            <span className={styles.number}>{counts[one]}</span>
          </Chip>
        ))}
      </div>
      <div className={styles.row}>
        <SearchBox
          className={styles.search}
          size="small"
          aria-label={paneWords.filter}
          placeholder={paneWords.filter}
          dismiss={{ "aria-label": words.clear }}
          value={typed}
          onChange={(_, { value }) => view.type(value)}
        />
        <Button
          size="small"
          className={styles.step}
          disabledFocusable={of === 0}
          onClick={() => onStep(-1)}
        >
          {words.previous}
        </Button>
        <Button
          size="small"
          className={styles.step}
          disabledFocusable={of === 0}
          onClick={() => onStep(1)}
        >
          {words.next}
        </Button>
        {at === 0 ? null : <span className={styles.place}>{sayPlace(at, of)}</span>}
      </div>
    </section>
  );
});
