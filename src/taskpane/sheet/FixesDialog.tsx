import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { formatAddress } from "../../grid";
import type { Fix, FixKind } from "../../views";
import {
  sayFixedValue,
  sayFixesCount,
  sayFixKind,
  sayMoreFixes,
  sheetActionWords,
} from "../../wording";
import { useWordsOf } from "../common/language";
import { PreviewDialog } from "./PreviewDialog";

/** Rows of a kind that are listed; the others go with the box of their kind. */
const FIXES_LISTED = 50;

const useStyles = makeStyles({
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  kind: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: "none", margin: 0, paddingInlineStart: "18px" },
  row: { overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  more: { margin: 0, paddingInlineStart: "26px", color: tokens.colorNeutralForeground2 },
});

function groupsOf(fixes: readonly Fix[]): ReadonlyMap<FixKind, readonly Fix[]> {
  const groups = new Map<FixKind, Fix[]>();
  for (const fix of fixes) {
    const group = groups.get(fix.kind);
    if (group === undefined) groups.set(fix.kind, [fix]);
    else group.push(fix);
  }
  return groups;
}

function seen(before: Fix["before"]): string {
  return typeof before === "object" ? "" : String(before);
}

interface FixesDialogProps {
  readonly fixes: readonly Fix[];
  readonly onApply: (fixes: readonly Fix[]) => void;
  readonly onClose: () => void;
}

/** The safe fixes, before → after, to be applied one by one or together. */
export function FixesDialog({ fixes, onApply, onClose }: FixesDialogProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(sheetActionWords);
  const [left, setLeft] = useState<ReadonlySet<Fix>>(new Set());
  const chosen = fixes.filter((fix) => !left.has(fix));
  const choose = (of: readonly Fix[], on: boolean): void => {
    const next = new Set(left);
    for (const fix of of) {
      if (on) next.delete(fix);
      else next.add(fix);
    }
    setLeft(next);
  };
  return (
    <PreviewDialog
      title={sayFixesCount(fixes.length, language)}
      confirm={words.apply}
      canConfirm={chosen.length > 0}
      onConfirm={() => onApply(chosen)}
      onClose={onClose}
    >
      <p className={styles.intro}>{words.fixesIntro}</p>
      {[...groupsOf(fixes)].map(([kind, group]) => {
        const kept = group.filter((fix) => !left.has(fix)).length;
        return (
          <fieldset key={kind} className={styles.kind}>
            <legend className={styles.legend}>
              <Checkbox
                label={`${sayFixKind(kind, language)} (${group.length})`}
                checked={kept === group.length ? true : kept === 0 ? false : "mixed"}
                onChange={(_, { checked }) => choose(group, checked !== false)}
              />
            </legend>
            <ul className={styles.list}>
              {group.slice(0, FIXES_LISTED).map((fix) => (
                <li
                  key={`${fix.cell.sheet.id} ${formatAddress(fix.cell)}`}
                  data-fix={formatAddress(fix.cell)}
                >
                  <Checkbox
                    className={styles.row}
                    label={`${formatAddress(fix.cell)}：${seen(fix.before)} → ${sayFixedValue(fix)}`}
                    checked={!left.has(fix)}
                    onChange={(_, { checked }) => choose([fix], checked === true)}
                  />
                </li>
              ))}
            </ul>
            {group.length > FIXES_LISTED ? (
              <p className={styles.more}>{sayMoreFixes(group.length - FIXES_LISTED, language)}</p>
            ) : null}
          </fieldset>
        );
      })}
    </PreviewDialog>
  );
}
