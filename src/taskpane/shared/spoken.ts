import { makeStyles } from "@fluentui/react-components";

/** For what is read out and not shown, since the eye has it already. */
export const useSpokenStyles = makeStyles({
  only: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: 0,
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});
