import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useMemo, useState, type ReactNode } from "react";
import { evidenceLine, payEffect, type PromotionPerson } from "../../views";
import type { PromotionData } from "../../tasks";
import {
  inBrackets,
  marks,
  sayList,
  describeCandidate,
  sayExclusion,
  sayPayEffect,
  sayRequirementOf,
  sayStepsDone,
  promotionPageWords,
} from "../../wording";
import { Disclosure } from "../common/Disclosure";
import { EvidencePicture } from "./EvidencePicture";
import type { PromotionStore } from "./promotionStore";
import { Steps } from "./Steps";
import { WhatIf } from "./WhatIf";
import { useWordsOf } from "../common/language";

const useStyles = makeStyles({
  card: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    columnGap: "8px",
    padding: "8px 10px",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  end: { marginInlineStart: "auto" },
  body: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "2px 10px 12px",
    lineHeight: tokens.lineHeightBase300,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: "18px", fontSize: tokens.fontSizeBase200 },
  lines: { whiteSpace: "pre-line" },
  warning: { color: tokens.colorPaletteRedForeground1 },
});

interface PersonCardProps {
  readonly store: PromotionStore;
  readonly data: PromotionData;
  readonly person: PromotionPerson;
  readonly startsOpen: boolean;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section>
      <h4 className={styles.title}>{title}</h4>
      {children}
    </section>
  );
}

/** Requirement by requirement, and on which readings the result rests. */
function Why({ person }: { readonly person: PromotionPerson }) {
  const styles = useStyles();
  const { language, words } = useWordsOf(promotionPageWords);
  const { row } = person;
  const said = describeCandidate(row, language);
  const requirements = row.verdict?.kind === "judged" ? row.verdict.requirements : [];
  const notes = [said.detail, said.withinLevel, said.dependsOn, said.skipHint, said.leave];
  return (
    <Part title={words.why}>
      <ul className={styles.list}>
        {requirements.map((requirement) => (
          <li key={requirement.kind}>
            <span aria-hidden>{requirement.met ? "✓ " : "✕ "}</span>
            {sayRequirementOf(requirement, language)}
            {marks(language).comma}
            {requirement.met ? words.met : words.notMet}
            {inBrackets(sayList(requirement.clauses, language), language)}
          </li>
        ))}
        {notes.map((note) => (note === null ? null : <li key={note}>{note}</li>))}
      </ul>
    </Part>
  );
}

function Details({ store, data, person }: Omit<PersonCardProps, "startsOpen">) {
  const styles = useStyles();
  const { language, words } = useWordsOf(promotionPageWords);
  const { judged, row, file, skip, beyondReach } = person;
  const { setting } = data.month;
  const line = useMemo(() => evidenceLine(judged, setting), [judged, setting]);
  const { level, target } = row;
  const name = row.person.name === "" ? row.person.employeeId : row.person.name;
  const pay =
    level === null || target === null || file === null
      ? null
      : payEffect(judged, level, target, setting.policies.asOf);
  return (
    <div className={styles.body}>
      <Part title={words.months}>
        <EvidencePicture name={name} line={line} />
      </Part>
      <Why person={person} />
      {pay === null ? null : (
        <Part title={words.pay}>
          <div className={mergeClasses(styles.small, styles.lines)}>
            {sayPayEffect(pay, language)}
          </div>
        </Part>
      )}
      {file === null ? null : (
        <Part title={`${words.steps} · ${sayStepsDone(file, language)}`}>
          <Steps store={store} person={person} file={file} />
          {beyondReach.length === 0 ? null : (
            <p className={mergeClasses(styles.small, styles.warning)}>
              {words.beyondReach}{" "}
              {beyondReach.map(({ item, row: at }) => `${at + 1}: ${item.seen}`).join("; ")}
            </p>
          )}
        </Part>
      )}
      {skip === null ? null : (
        <Disclosure
          title={`${describeCandidate(row, language).skipHint ?? ""} · ${sayStepsDone(skip, language)}`}
        >
          <Steps store={store} person={person} file={skip} />
        </Disclosure>
      )}
      <Disclosure title={words.whatIf}>
        <WhatIf data={data} person={person} />
      </Disclosure>
    </div>
  );
}

/** One person: how they stand, and unfolded everything that proves it and is still to do. */
export const PersonCard = memo(function PersonCard(props: PersonCardProps) {
  const styles = useStyles();
  const { language } = useWordsOf(promotionPageWords);
  const { person, startsOpen } = props;
  const [isOpen, setOpen] = useState(startsOpen);
  const { row, file } = person;
  const { employeeId, name } = row.person;
  const said = describeCandidate(row, language);
  return (
    <li className={styles.card} data-promotion={employeeId === "" ? name : employeeId}>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.summary}>
          <span className={styles.name}>{name === "" ? employeeId : name}</span>
          {employeeId === "" || name === "" ? null : (
            <span className={styles.small}>{employeeId}</span>
          )}
          <span className={mergeClasses(styles.small, styles.end)}>
            {file === null ? said.status : sayStepsDone(file, language)}
          </span>
          <span className={styles.small} style={{ flexBasis: "100%" }}>
            {row.exclusion === null
              ? (said.target ?? said.level ?? "")
              : sayExclusion(row.exclusion, language)}
          </span>
        </summary>
        {isOpen ? <Details {...props} /> : null}
      </details>
    </li>
  );
});
