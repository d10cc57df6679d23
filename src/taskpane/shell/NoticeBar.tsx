import { sayLive, sayTrouble, type Language } from "../../wording";
import { useWords } from "../common/language";
import { Message } from "./Message";
import { useSpokenStyles } from "../common/spoken";
import type { Notice } from "./notices";

function retryOf({ retry }: Extract<Notice, { kind: "trouble" }>, language: Language) {
  return retry === null ? null : { title: sayLive("retry", language), run: () => void retry() };
}

/** What the last action came to, announced without moving the focus. */
export function NoticeBar({ notice }: { readonly notice: Notice | null }) {
  const styles = useSpokenStyles();
  const { language } = useWords();
  return (
    <>
      <div className={styles.only} role="status">
        {notice?.kind === "told" ? notice.say(language) : ""}
      </div>
      {notice?.kind === "done" ? (
        <Message intent="success" message={notice.say(language)} />
      ) : notice?.kind === "refused" ? (
        <Message intent="error" message={notice.say(language)} />
      ) : notice?.kind === "trouble" ? (
        <Message
          intent={notice.trouble.kind === "cancelled" ? "info" : "error"}
          message={sayTrouble(notice.trouble, language)}
          action={retryOf(notice, language)}
        />
      ) : null}
    </>
  );
}
