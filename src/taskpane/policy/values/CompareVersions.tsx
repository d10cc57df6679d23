import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { PolicyVersion } from "../../../policy";
import type { PolicyDrafts } from "../../../tasks";
import { sayVersion, policyValuesWords } from "../../../wording";
import { ChangeList } from "./DraftSummary";
import { EffectLine } from "./EffectLine";
import type { ValuesStore, VersionEffect } from "./valuesStore";
import { useWordsOf } from "../../common/language";
import { usePane } from "../../common/pane";

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", gap: "6px" },
  choices: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "8px" },
  field: { minWidth: 0 },
  select: { minWidth: 0, "& select": { textOverflow: "ellipsis" } },
  line: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface CompareVersionsProps {
  readonly store: ValuesStore;
  readonly drafts: PolicyDrafts;
  readonly versions: readonly PolicyVersion[];
}

/** What one version says otherwise than another, and what that comes to in the open month. */
export function CompareVersions({ store, drafts, versions }: CompareVersionsProps) {
  const { notices } = usePane();
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  const [chosen, setChosen] = useState<{ readonly earlier?: string; readonly later?: string }>({});
  const find = (id: string | undefined, otherwise: number) =>
    versions.find((version) => version.id === id) ?? versions.at(otherwise);
  const earlier = find(chosen.earlier, -2);
  const later = find(chosen.later, -1);
  const [told, setTold] = useState<VersionEffect>({ kind: "none" });
  const before = earlier?.values;
  const after = later?.values;
  useEffect(() => {
    if (before === undefined || after === undefined) return;
    const trying = new AbortController();
    store.effectOf(before, after, trying.signal).then(
      (effect) => {
        if (!trying.signal.aborted) setTold(effect);
      },
      (error: unknown) => {
        if (!trying.signal.aborted) notices.complain(error, "tryingVersion");
      },
    );
    return () => {
      trying.abort();
      setTold({ kind: "working" });
    };
  }, [store, notices, before, after]);
  if (earlier === undefined || later === undefined) return null;
  const changes = drafts.compare(earlier.values, later.values);
  const choice = (label: string, version: PolicyVersion, onChoose: (id: string) => void) => (
    <Field className={styles.field} label={label} size="small">
      <Select
        className={styles.select}
        value={version.id}
        onChange={(_, { value }) => onChoose(value)}
      >
        {versions.map((one) => (
          <option key={one.id} value={one.id}>
            {sayVersion(one, language)}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <div className={styles.part}>
      <div className={styles.choices}>
        {choice(words.earlier, earlier, (id) => setChosen({ ...chosen, earlier: id }))}
        {choice(words.later, later, (id) => setChosen({ ...chosen, later: id }))}
      </div>
      {changes.length === 0 ? (
        <p className={styles.line}>{words.noDifference}</p>
      ) : (
        <>
          <ChangeList changes={changes} draft={{ base: earlier.values, values: later.values }} />
          <EffectLine
            effect={told}
            label={{ zh: sayVersion(later, "zh"), en: sayVersion(later, "en") }}
          />
        </>
      )}
    </div>
  );
}
