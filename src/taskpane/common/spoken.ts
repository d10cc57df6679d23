import { makeStyles } from "@fluentui/react-components";

/** For text that only screen readers need, since it is visible in another way. */
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
