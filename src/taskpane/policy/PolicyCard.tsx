import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useSectionStyles } from "../shared/section";

const useStyles = makeStyles({
  title: { ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  content: { display: "flex", flexDirection: "column", gap: "8px", padding: "0 10px 12px" },
});

export const sectionId = (id: string): string => `policy-${id}`;

interface PolicyCardProps {
  readonly id: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a section of the page; its heading is where the page's links lead. */
export function PolicyCard({ id, title, children }: PolicyCardProps) {
  const styles = useStyles();
  const section = useSectionStyles();
  return (
    <section className={section.card} aria-labelledby={sectionId(id)}>
      <h2 id={sectionId(id)} tabIndex={-1} className={mergeClasses(section.title, styles.title)}>
        {title}
      </h2>
      <div className={styles.content}>{children}</div>
    </section>
  );
}

/** Goes to a section and lets the keyboard go on from there. */
export function showSection(id: string): void {
  const heading = document.getElementById(sectionId(id));
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
