import { makeStyles } from "@fluentui/react-components";
import { useMemo } from "react";
import type { EditIssue } from "../../../policy";
import type { PolicyDraft, PolicyDrafts } from "../../../tasks";
import { VALUE_SECTIONS, policyValuesWords } from "../../../wording";
import { Folded } from "./Folded";
import { GroupActions } from "./GroupActions";
import { groupFields, groupTitle, isAt, type FieldGroup } from "./groups";
import { AddStep, SectionAdds } from "./SectionAdds";
import { summaryOf } from "./summary";
import { isError, ValueField } from "./ValueField";
import type { ValuesStore } from "./valuesStore";
import { useWordsOf } from "../../common/language";
import { useStore } from "../../common/store";

const useStyles = makeStyles({
  forms: { display: "flex", flexDirection: "column" },
  groups: { display: "flex", flexDirection: "column" },
});

interface DraftFormsProps {
  readonly store: ValuesStore;
  readonly drafts: PolicyDrafts;
  readonly draft: PolicyDraft;
}

/** Every value of the draft, section by section; one is open at a time. */
export function DraftForms({ store, drafts, draft }: DraftFormsProps) {
  const styles = useStyles();
  const { words } = useWordsOf(policyValuesWords);
  const open = useStore(store, ({ section }) => section);
  const review = useStore(store, (state) => state.review);
  const groups = useMemo(() => groupFields(drafts.fields(draft)), [drafts, draft]);
  const issues = review?.fields ?? NONE;
  return (
    <div className={styles.forms}>
      {VALUE_SECTIONS.map((section) => {
        const own = groups.filter((group) => group.section === section);
        return (
          <Folded
            key={section}
            id={section}
            isSection
            title={words.sections[section]}
            wrong={sum(own.map((group) => wrongIn(group, draft, issues)))}
            open={open === section}
            onToggle={() => store.openSection(open === section ? null : section)}
          >
            {() => (
              <div className={styles.groups}>
                {inOrder(own)
                  .filter(({ subject }) => subject.kind !== "step")
                  .map((group) => (
                    <GroupForm
                      key={group.id}
                      store={store}
                      draft={draft}
                      group={group}
                      inside={own.filter(({ id }) => id.startsWith(`${group.id}.`))}
                      issues={issues}
                    />
                  ))}
                <SectionAdds store={store} values={draft.values} section={section} />
              </div>
            )}
          </Folded>
        );
      })}
    </div>
  );
}

const NONE: readonly EditIssue[] = [];

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

/** Tiers from the best one down, everything else as the document has it. */
function inOrder(groups: readonly FieldGroup[]): readonly FieldGroup[] {
  const tier = ({ subject }: FieldGroup): number => (subject.kind === "tier" ? subject.tier : 0);
  return [...groups].sort((one, other) => tier(one) - tier(other));
}

/** How many fields of a group are wrong. */
function wrongIn(
  { fields }: FieldGroup,
  { typed }: PolicyDraft,
  issues: readonly EditIssue[],
): number {
  return fields.filter(
    (field) =>
      (typed.get(field.key)?.issues ?? []).length > 0 ||
      issues.some((issue) => isError(issue) && isAt(issue.path, field)),
  ).length;
}

interface GroupFormProps {
  readonly store: ValuesStore;
  readonly draft: PolicyDraft;
  readonly group: FieldGroup;
  /** The steps of a path. */
  readonly inside: readonly FieldGroup[];
  readonly issues: readonly EditIssue[];
}

function GroupForm({ store, draft, group, inside, issues }: GroupFormProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  const open = useStore(store, ({ groups }) => groups.includes(group.id));
  const { subject, steps } = group;
  const { values, typed } = draft;
  const place = steps.at(-1);
  return (
    <Folded
      id={group.id}
      title={subject.kind === "step" ? subject.step[language] : groupTitle(group, words, language)}
      summary={summaryOf(group, values, language)}
      wrong={sum([group, ...inside].map((one) => wrongIn(one, draft, issues)))}
      open={open}
      onToggle={() => store.toggleGroup(group.id)}
    >
      {() => (
        <>
          {group.fields.map((field) => (
            <ValueField
              key={field.key}
              store={store}
              field={field}
              values={values}
              typed={typed.get(field.key)}
              issues={issues}
            />
          ))}
          <GroupActions store={store} group={group} values={values} issues={issues} />
          {subject.kind === "path" && typeof place === "number" ? (
            <div className={styles.groups}>
              {inside.map((step) => (
                <GroupForm
                  key={step.id}
                  store={store}
                  draft={draft}
                  group={step}
                  inside={[]}
                  issues={issues}
                />
              ))}
              <AddStep store={store} values={values} path={place} />
            </div>
          ) : null}
        </>
      )}
    </Folded>
  );
}
