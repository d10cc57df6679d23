import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons";
import { legalNoteIds, sayLegalNote, policyPageWords } from "../../wording";
import { Disclosure } from "../common/Disclosure";
import { SeverityIcon } from "../common/severity";
import { PolicyCard } from "./PolicyCard";
import type { PolicySectionProps } from "./sectionProps";
import { StatusAt } from "./StatusAt";
import { useWordsOf } from "../common/language";
import { useStore } from "../common/store";
import { useBusy } from "../common/pane";

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  list: { display: "flex", flexDirection: "column", gap: "8px" },
  title: { display: "inline-flex", alignItems: "center", gap: "6px", verticalAlign: "bottom" },
  note: { display: "flex", flexDirection: "column", gap: "6px", alignItems: "flex-start" },
});

/** What the law says about the policy's rules; each is marked as read once (PC50). */
export function LegalNotes({ store }: PolicySectionProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyPageWords);
  const busy = useBusy();
  const policy = useStore(store, (state) => state.policy);
  const read = new Set(policy?.kind === "read" ? policy.book.acknowledged : []);
  const unread = legalNoteIds().filter((note) => !read.has(note));
  return (
    <PolicyCard id="legal" title={words.legal} folded>
      <p className={styles.text}>{words.legalHint}</p>
      <div className={styles.list}>
        {legalNoteIds().map((note) => {
          const { title, text } = sayLegalNote(note, language);
          const isRead = read.has(note);
          return (
            <div key={note} data-legal={note} data-acknowledged={isRead}>
              <Disclosure
                title={
                  <span className={styles.title}>
                    {isRead ? (
                      <CheckmarkCircleFilled aria-hidden />
                    ) : (
                      <SeverityIcon severity="warning" />
                    )}
                    {title}
                    {isRead ? ` · ${words.acknowledged}` : ""}
                  </span>
                }
              >
                <div className={styles.note}>
                  <p className={styles.text}>{text}</p>
                  <Button
                    size="small"
                    disabledFocusable={busy}
                    onClick={() => void store.acknowledge([note], !isRead)}
                  >
                    {isRead ? words.undo : words.acknowledge}
                  </Button>
                </div>
              </Disclosure>
            </div>
          );
        })}
      </div>
      {unread.length === 0 ? null : (
        <Button
          size="small"
          disabledFocusable={busy}
          onClick={() => void store.acknowledge(unread, true)}
        >
          {words.acknowledgeAll}
        </Button>
      )}
      <StatusAt store={store} place="legal" />
    </PolicyCard>
  );
}
