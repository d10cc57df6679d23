import type { MessageBarIntent } from "@fluentui/react-components";
import { sayCleared, sayCounts, sayHighlighted, sayTrouble, type Language } from "../wording";
import type { PaneMessage } from "../wording";
import { useWords } from "./language";
import { Message } from "./Message";
import type { Notice } from "./paneStore";
import { useSpokenStyles } from "./spoken";

function countOf(notice: Extract<Notice, { kind: "validated" }>, language: Language): string {
  const { findings, people } = notice.validation.report;
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const candidates = people.filter(({ status }) => status === "eligible").length;
  return sayCounts(counts, candidates, language);
}

function said(notice: Exclude<Notice, { kind: "validated" }>, language: Language): PaneMessage {
  switch (notice.kind) {
    case "highlighted":
      return { what: sayHighlighted(notice.cells, language), next: "" };
    case "cleared":
      return { what: sayCleared(notice.rules, language), next: "" };
    case "trouble":
      return sayTrouble(notice.trouble, language);
  }
}

function intentOf(notice: Notice): MessageBarIntent {
  if (notice.kind !== "trouble") return "success";
  return notice.trouble.kind === "cancelled" ? "info" : "error";
}

/** What the last action came to, announced without moving the focus. */
export function NoticeBar({ notice }: { readonly notice: Notice | null }) {
  const styles = useSpokenStyles();
  const { language } = useWords();
  const spoken = notice?.kind === "validated" ? countOf(notice, language) : "";
  return (
    <>
      <div className={styles.only} role="status">
        {spoken}
      </div>
      {notice === null || notice.kind === "validated" ? null : (
        <Message intent={intentOf(notice)} message={said(notice, language)} />
      )}
    </>
  );
}
