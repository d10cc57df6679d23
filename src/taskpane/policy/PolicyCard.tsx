import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useSectionStyles } from "../common/section";

const useStyles = makeStyles({
  title: { ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  inLine: { display: "inline" },
  summary: {
    padding: "5px 10px",
    cursor: "pointer",
    outlineColor: tokens.colorStrokeFocus2,
    // The heading brings its own.
    "> h2": { padding: 0 },
  },
  content: { display: "flex", flexDirection: "column", gap: "6px", padding: "0 10px 10px" },
});

export const sectionId = (id: string): string => `policy-${id}`;

interface PolicyCardProps {
  readonly id: string;
  readonly title: ReactNode;
  /** Whether it is one line at first, which unfolds. */
  readonly folded?: boolean;
  readonly children: ReactNode;
}

/** The frame of a section of the page; its heading is where the page's links lead. */
export function PolicyCard({ id, title, folded = false, children }: PolicyCardProps) {
  const styles = useStyles();
  const section = useSectionStyles();
  const heading = (
    <h2
      id={sectionId(id)}
      tabIndex={-1}
      className={mergeClasses(section.title, styles.title, folded && styles.inLine)}
    >
      {title}
    </h2>
  );
  return (
    <section className={section.card} aria-labelledby={sectionId(id)}>
      {folded ? (
        <details data-part={id}>
          <summary className={styles.summary}>{heading}</summary>
          <div className={styles.content}>{children}</div>
        </details>
      ) : (
        <>
          {heading}
          <div className={styles.content}>{children}</div>
        </>
      )}
    </section>
  );
}

/** Unfolds everything around an element, so that it can be gone to. */
export function unfoldAround(element: Element | null): void {
  for (let around = element?.closest("details"); around;) {
    around.open = true;
    around = around.parentElement?.closest("details");
  }
}

/** Goes to a section and lets the keyboard go on from there. */
export function showSection(id: string): void {
  const heading = document.getElementById(sectionId(id));
  unfoldAround(heading);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
