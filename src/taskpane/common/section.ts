import { makeStyles, tokens } from "@fluentui/react-components";

/** The frame of a section of a page. */
export const useSectionStyles = makeStyles({
  card: {
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    overflow: "hidden",
    // Clear of the tabs, which stay at the top.
    scrollMarginTop: "52px",
  },
  /** With its content in one column: what can be chosen and done on a page. */
  form: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "12px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  title: {
    margin: 0,
    padding: "3px 10px",
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase400,
  },
  /** The heading of a part of its list. */
  part: {
    margin: 0,
    padding: "7px 10px",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  empty: { margin: 0, padding: "0 10px 12px", color: tokens.colorNeutralForeground2 },
});
