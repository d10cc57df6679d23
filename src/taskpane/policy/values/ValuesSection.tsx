import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { sayEditProblem, sayVersion, policyValuesWords } from "../../../wording";
import { PolicyCard } from "../PolicyCard";
import type { PolicySectionProps } from "../sectionProps";
import { StatusAt } from "../StatusAt";
import { CompareVersions } from "./CompareVersions";
import { DraftForms } from "./DraftForms";
import { DraftState, DraftSummary } from "./DraftSummary";
import { valuesStoreOf } from "./valuesStore";
import { Versions } from "./Versions";
import { useWordsOf } from "../../common/language";
import { useStore } from "../../common/store";
import { useBusy, usePane } from "../../common/pane";

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  refused: { margin: 0, color: tokens.colorPaletteRedForeground1 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
  draft: {
    display: "flex",
    flexDirection: "column",
    gap: "10px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke2}`,
  },
  state: {
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "8px",
    padding: "6px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

const SUMMARY = "policy-draft-summary";

/** HR's own values: the versions there are, and the draft of another one. */
export function ValuesSection({ store: policyStore }: PolicySectionProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  const store = valuesStoreOf(usePane());
  const busy = useBusy();
  const policy = useStore(policyStore, (state) => state.policy);
  const overview = useStore(policyStore, (state) => state.overview);
  const { drafts, draft, refusals, last } = useStore(store, (state) => state);
  const [compares, setCompares] = useState(false);
  useEffect(() => store.follow(), [store, policy, overview]);
  if (policy?.kind !== "read") return null;
  const { versions } = policy.book;
  const nameOf = (id: string): string => {
    const version = versions.find((one) => one.id === id);
    return version === undefined ? id : sayVersion(version, language);
  };
  return (
    <PolicyCard id="values" title={words.title}>
      <p className={styles.text}>{words.intro}</p>
      <Versions
        store={store}
        versions={versions}
        inForce={overview === null ? null : overview.policy.version.id}
      />
      {draft === null && refusals.length > 0 ? (
        <p className={styles.refused} role="alert">
          {refusals.map(({ problem }) => sayEditProblem(problem, language)).join(" ")}
        </p>
      ) : null}
      {drafts === null ? (
        <Spinner size="tiny" />
      ) : (
        <>
          {draft === null ? (
            <div className={styles.buttons}>
              <Button disabledFocusable={busy} onClick={store.start}>
                {words.newVersion}
              </Button>
              {last === null ? null : (
                <Button disabledFocusable={busy} onClick={() => void store.undoSave()}>
                  {words.undoSave}
                </Button>
              )}
            </div>
          ) : (
            <div className={styles.draft} role="group" aria-label={words.draft}>
              <p className={styles.text}>{words.draftHint}</p>
              <DraftForms store={store} drafts={drafts} draft={draft} />
              <div id={SUMMARY}>
                <DraftSummary store={store} draft={draft} versionName={nameOf} />
              </div>
              <div className={styles.state}>
                <DraftState store={store} />
                <Button
                  size="small"
                  onClick={() => document.getElementById(SUMMARY)?.scrollIntoView()}
                >
                  {words.toSummary}
                </Button>
              </div>
            </div>
          )}
          <StatusAt store={policyStore} place="values" />
          {versions.length < 2 ? null : (
            <>
              <div className={styles.buttons}>
                <Button
                  size="small"
                  aria-expanded={compares}
                  onClick={() => setCompares(!compares)}
                >
                  {words.compare}
                </Button>
              </div>
              {compares ? (
                <CompareVersions store={store} drafts={drafts} versions={versions} />
              ) : null}
            </>
          )}
        </>
      )}
    </PolicyCard>
  );
}
