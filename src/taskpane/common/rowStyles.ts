import { makeStyles, tokens } from "@fluentui/react-components";

/** A row of a list that spans its section, and one that leads to a cell when it is clicked. */
export const useRowStyles = makeStyles({
  row: {
    display: "block",
    boxSizing: "border-box",
    width: "100%",
    textAlign: "start",
    font: "inherit",
    color: "inherit",
    lineHeight: tokens.lineHeightBase300,
    padding: "4px 10px",
    border: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: "transparent",
    overflowWrap: "anywhere",
  },
  clickable: {
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});
