import { makeStyles, tokens } from "@fluentui/react-components";

/** How the card above the pages looks. */
export const useKeptStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    margin: "12px 12px 0",
    padding: "12px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase400,
  },
  text: { margin: 0, lineHeight: tokens.lineHeightBase300 },
  line: {
    margin: "8px 12px 0",
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase300,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
  list: {
    margin: 0,
    paddingInlineStart: "18px",
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  hidden: { display: "none" },
});
