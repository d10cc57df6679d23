import {
  Button,
  Link,
  makeStyles,
  mergeClasses,
  SearchBox,
  tokens,
} from "@fluentui/react-components";
import { ChevronDownFilled, ChevronRightFilled } from "@fluentui/react-icons";
import { memo, startTransition, useMemo, useState, type ReactNode } from "react";
import type { CellRef } from "../../grid";
import type { Finding, Severity } from "../../findings";
import { sayFindingTitle, sayMoreFindings } from "../../wording";
import { groupFindings, linesOf, type FindingLine } from "./findingGroups";
import { useFound } from "./findingSearch";
import { FindingRow } from "../shared/FindingRow";
import { useWords } from "../shared/language";
import { ALL_MOUNTED, Lines } from "../shared/Lines";
import { useSectionStyles } from "../shared/section";
import { SEVERITIES, SeverityIcon, severityWord } from "../shared/severity";

const useStyles = makeStyles({
  top: { display: "flex", alignItems: "baseline", justifyContent: "space-between" },
  jump: { paddingInline: "10px", fontSize: tokens.fontSizeBase200 },
  filters: { display: "flex", flexDirection: "column", gap: "8px", padding: "0 10px 10px" },
  counts: { display: "grid", gridTemplateColumns: "repeat(3, 1fr)", gap: "6px" },
  count: { minWidth: 0, paddingInline: "4px", fontWeight: tokens.fontWeightRegular },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
  },
  number: { fontWeight: tokens.fontWeightBold, marginInlineStart: "4px" },
  group: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  /** A line that is a button. */
  button: {
    boxSizing: "border-box",
    width: "100%",
    border: "none",
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  toggle: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    padding: "7px 10px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: "inherit",
  },
  title: { flex: 1, minWidth: 0 },
  rest: {
    padding: "8px 10px",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
  },
  search: { maxWidth: "none" },
});

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly onSelect: (cell: CellRef) => void;
  readonly action: ((finding: Finding) => ReactNode) | undefined;
}

/** Findings in groups that fold; apart from the filter, so that typing there draws none of them. */
const FindingList = memo(function FindingList({ findings, onSelect, action }: FindingListProps) {
  const styles = useStyles();
  const { language, words } = useWords();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const groups = useMemo(() => groupFindings(findings), [findings]);
  const lines = useMemo(() => linesOf(groups, closed, whole), [groups, closed, whole]);

  const toggle = (key: string): void => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    setClosed(next);
  };
  const draw = (line: FindingLine) => {
    switch (line.kind) {
      case "finding":
        return (
          <>
            <FindingRow finding={line.finding} onSelect={onSelect} />
            {action?.(line.finding)}
          </>
        );
      case "rest":
        return (
          <button
            type="button"
            className={mergeClasses(styles.button, styles.rest)}
            onClick={() => setWhole(new Set(whole).add(line.group))}
          >
            {sayMoreFindings(line.count, language)}
          </button>
        );
      case "group":
        return (
          <h3 className={styles.group}>
            <button
              type="button"
              className={mergeClasses(styles.button, styles.toggle)}
              aria-expanded={!closed.has(line.key)}
              onClick={() => toggle(line.key)}
            >
              {closed.has(line.key) ? <ChevronRightFilled /> : <ChevronDownFilled />}
              <SeverityIcon severity={line.group.severity} />
              <span className={styles.title}>{sayFindingTitle(line.group.type, language)}</span>
              <span>{line.group.findings.length}</span>
            </button>
          </h3>
        );
    }
  };
  return (
    <Lines
      label={words.findings}
      lines={lines}
      whole={findings.length <= ALL_MOUNTED}
      draw={draw}
    />
  );
});

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly onSelect: (cell: CellRef) => void;
  /** Goes to the people below. */
  readonly onPeople: () => void;
  /** What HR can say to a finding, below its row. */
  readonly action?: (finding: Finding) => ReactNode;
}

/** The problems of the month: counted, grouped, filtered. */
export const Findings = memo(function Findings({
  findings,
  onSelect,
  onPeople,
  action,
}: FindingsProps) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { language, words } = useWords();
  const [severity, setSeverity] = useState<Severity | null>(null);
  const [typed, setTyped] = useState("");
  // What the list is filtered by may come later than what the box shows.
  const [text, setText] = useState("");
  const type = (value: string): void => {
    setTyped(value);
    startTransition(() => setText(value));
  };
  const graded = useMemo(
    () =>
      severity === null ? findings : findings.filter((finding) => finding.severity === severity),
    [findings, severity],
  );
  const shown = useFound(graded, text, language);
  const counts = useMemo(() => {
    const sums: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
    for (const finding of findings) sums[finding.severity] += 1;
    return sums;
  }, [findings]);

  return (
    <section className={section.card} aria-labelledby="findings-title">
      <div className={styles.top}>
        <h2 id="findings-title" className={section.title}>
          {words.findings}
        </h2>
        <Link as="button" className={styles.jump} onClick={onPeople}>
          {words.toPeople} ↓
        </Link>
      </div>
      {findings.length === 0 ? (
        <p className={section.empty}>{words.noFindings}</p>
      ) : (
        <div className={styles.filters}>
          <div className={styles.counts} role="group" aria-label={words.filterBySeverity}>
            {SEVERITIES.map((one) => (
              <Button
                key={one}
                size="small"
                className={mergeClasses(styles.count, severity === one && styles.pressed)}
                icon={<SeverityIcon severity={one} />}
                aria-pressed={severity === one}
                onClick={() => setSeverity(severity === one ? null : one)}
              >
                {severityWord(one, words)}
                <span className={styles.number}>{counts[one]}</span>
              </Button>
            ))}
          </div>
          <SearchBox
            className={styles.search}
            size="small"
            aria-label={words.filter}
            placeholder={words.filter}
            value={typed}
            onChange={(_, { value }) => type(value)}
          />
        </div>
      )}
      {findings.length > 0 && shown.length === 0 ? (
        <p className={section.empty}>
          {words.noneMatches}{" "}
          <Button
            size="small"
            appearance="transparent"
            onClick={() => {
              setSeverity(null);
              type("");
            }}
          >
            {words.showAll}
          </Button>
        </p>
      ) : null}
      <FindingList findings={shown} onSelect={onSelect} action={action} />
    </section>
  );
});
