import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { needsCopy, type MonthValidation } from "../../tasks";
import { sayColleagues } from "../../wording";
import { useWords } from "../common/language";
import { usePane } from "../common/pane";

const useStyles = makeStyles({
  line: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface ColleaguesProps {
  readonly validation: MonthValidation;
}

/** One quiet line after validating a workbook whose formulas colleagues without the add-in cannot see. */
export function Colleagues({ validation }: ColleaguesProps) {
  const { gateway, navigation } = usePane();
  const styles = useStyles();
  const { language } = useWords();
  const [needed, setNeeded] = useState(false);
  const { live, sheet } = validation;
  useEffect(() => {
    let isShown = true;
    needsCopy(gateway)
      .then((needs) => {
        if (isShown) setNeeded(needs);
      })
      // Useful to know in time, but nobody waits for it.
      .catch(() => undefined);
    return () => {
      isShown = false;
    };
    // Each validating has its own; edits that are followed keep it.
  }, [gateway, live, sheet.id]);
  if (!needed) return null;
  const { text, link } = sayColleagues(language);
  return (
    <p className={styles.line} data-testid="colleagues">
      {text}
      <Link inline as="button" onClick={() => navigation.openPage("share")}>
        {link}
      </Link>
    </p>
  );
}
