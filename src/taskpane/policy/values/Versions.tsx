import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { LockClosedRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { EditIssue, PolicyVersion } from "../../../policy";
import { formatMonth } from "../../../units";
import { sayEditProblem, sayVersion, policyValuesWords } from "../../../wording";
import type { ValuesStore } from "./valuesStore";
import { useWordsOf } from "../../common/language";
import { useStore } from "../../common/store";
import { useBusy } from "../../common/pane";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  version: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  mark: { display: "inline-flex", alignItems: "center", gap: "2px" },
  text: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
  form: { display: "flex", flexDirection: "column", gap: "6px" },
});

interface VersionsProps {
  readonly store: ValuesStore;
  readonly versions: readonly PolicyVersion[];
  /** The id of the version that holds in the open month. */
  readonly inForce: string | null;
}

/** The versions of the policy, the newest first, and what may be done to each. */
export function Versions({ store, versions, inForce }: VersionsProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {[...versions].reverse().map((version) => (
        <VersionRow
          key={version.id}
          store={store}
          version={version}
          inForce={version.id === inForce}
        />
      ))}
    </ul>
  );
}

/** The built-in policy: it stands in the product, so nobody edits, renames or unlocks it. */
export function isBuiltIn({ id }: PolicyVersion): boolean {
  return id === "built-in";
}

interface VersionRowProps {
  readonly store: ValuesStore;
  readonly version: PolicyVersion;
  readonly inForce: boolean;
}

function VersionRow({ store, version, inForce }: VersionRowProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  const busy = useBusy();
  const hasDraft = useStore(store, ({ draft }) => draft !== null);
  const [doing, setDoing] = useState<"nothing" | "renaming" | "removing">("nothing");
  const { id, locked } = version;
  const name = sayVersion(version, language);
  const stop = (): void => setDoing("nothing");
  return (
    <li className={styles.version} data-version={id}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        {inForce ? <span className={styles.text}>{words.inForce}</span> : null}
        {locked && !isBuiltIn(version) ? (
          <span className={styles.mark}>
            <LockClosedRegular aria-hidden />
            {words.locked}
          </span>
        ) : null}
      </div>
      {isBuiltIn(version) ? null : (
        <div className={styles.buttons}>
          <Button
            size="small"
            disabledFocusable={busy}
            onClick={() => void store.lock(id, !locked)}
          >
            {locked ? words.unlock : words.lock}
          </Button>
          {locked ? null : (
            <>
              <Button
                size="small"
                disabledFocusable={busy || hasDraft}
                onClick={() => store.startIn(id)}
              >
                {words.editVersion}
              </Button>
              <Button size="small" onClick={() => setDoing("renaming")}>
                {words.changeVersion}
              </Button>
              <Button size="small" onClick={() => setDoing("removing")}>
                {words.removeVersion}
              </Button>
            </>
          )}
        </div>
      )}
      {doing === "renaming" ? <Rename store={store} version={version} onDone={stop} /> : null}
      {doing === "removing" ? (
        <>
          <p className={styles.text}>{words.removeAsk}</p>
          <div className={styles.buttons}>
            <Button
              size="small"
              disabledFocusable={busy}
              onClick={() => {
                stop();
                void store.remove(id, name);
              }}
            >
              {words.remove}
            </Button>
            <Button size="small" onClick={stop}>
              {words.keep}
            </Button>
          </div>
        </>
      ) : null}
    </li>
  );
}

interface RenameProps {
  readonly store: ValuesStore;
  readonly version: PolicyVersion;
  readonly onDone: () => void;
}

function Rename({ store, version, onDone }: RenameProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  const busy = useBusy();
  const [typed, setTyped] = useState({
    from: version.from === null ? "" : formatMonth(version.from),
    name: version.name,
  });
  const [issues, setIssues] = useState<readonly EditIssue[]>([]);
  const problem = (path: string): { readonly validationMessage?: string } => {
    const found = issues.filter((issue) => issue.path === path);
    return found.length === 0
      ? {}
      : { validationMessage: found.map((one) => sayEditProblem(one.problem, language)).join(" ") };
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void store.rename(version.id, typed).then((refused) => {
          if (refused === null) onDone();
          else setIssues(refused);
        });
      }}
    >
      <Field label={words.name} hint={words.nameHint} size="small" {...problem("name")}>
        <Input
          size="small"
          value={typed.name}
          onChange={(_, { value }) => setTyped({ ...typed, name: value })}
        />
      </Field>
      <Field label={words.from} hint={words.fromHint} size="small" {...problem("from")}>
        <Input
          size="small"
          value={typed.from}
          onChange={(_, { value }) => setTyped({ ...typed, from: value })}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
          {words.save}
        </Button>
        <Button size="small" onClick={onDone}>
          {words.close}
        </Button>
      </div>
    </form>
  );
}
