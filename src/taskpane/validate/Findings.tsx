import {
  Button,
  Link,
  makeStyles,
  mergeClasses,
  SearchBox,
  tokens,
} from "@fluentui/react-components";
import { ChevronDownFilled, ChevronRightFilled } from "@fluentui/react-icons";
import { memo, useDeferredValue, useMemo, useState, type ReactNode } from "react";
import type { CellRef } from "../../grid";
import type { Finding, Severity } from "../../findings";
import { sayFindingTitle, sayMoreFindings } from "../../wording";
import { filterFindings, groupFindings, linesOf, type FindingLine } from "./findingGroups";
import { FindingRow } from "../shared/FindingRow";
import { useWords } from "../shared/language";
import { Lines } from "../shared/Lines";
import { useSectionStyles } from "../shared/section";
import { SEVERITIES, SeverityIcon, severityWord } from "../shared/severity";

/** Up to here every finding is in the page; beyond, only those near the window. */
const ALL_MOUNTED = 200;

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
  toggle: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    boxSizing: "border-box",
    width: "100%",
    padding: "7px 10px",
    border: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  title: { flex: 1, minWidth: 0 },
  rest: {
    boxSizing: "border-box",
    width: "100%",
    padding: "8px 10px",
    border: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  search: { maxWidth: "none" },
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
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const text = useDeferredValue(typed);
  const shown = useMemo(
    () => filterFindings(findings, { severity, text }, language),
    [findings, severity, text, language],
  );
  const groups = useMemo(() => groupFindings(shown), [shown]);
  const lines = useMemo(() => linesOf(groups, closed, whole), [groups, closed, whole]);
  const counts = useMemo(() => {
    const sums: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
    for (const finding of findings) sums[finding.severity] += 1;
    return sums;
  }, [findings]);

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
            className={styles.rest}
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
              className={styles.toggle}
              aria-expanded={!closed.has(line.key)}
              onClick={() => toggle(line.key)}
            >
              {closed.has(line.key) ? <ChevronRightFilled /> : <ChevronDownFilled />}
              <SeverityIcon severity={line.group.severity} />
              <span className={styles.title}>{sayFindingTitle(line.group.code, language)}</span>
              <span>{line.group.findings.length}</span>
            </button>
          </h3>
        );
    }
  };

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
            onChange={(_, { value }) => setTyped(value)}
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
              setTyped("");
            }}
          >
            {words.showAll}
          </Button>
        </p>
      ) : null}
      <Lines label={words.findings} lines={lines} whole={shown.length <= ALL_MOUNTED} draw={draw} />
    </section>
  );
});
