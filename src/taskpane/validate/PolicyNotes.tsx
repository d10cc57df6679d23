import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { policyPartWords } from "../../wording";
import { useWordsOf } from "../common/language";
import { usePane } from "../common/pane";
import { useWorkbookPolicy } from "../common/useWorkbookPolicy";

const useStyles = makeStyles({
  line: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

/** One line each where the settings by which a month is validated want to be looked at; it leads to them. */
export function PolicyNotes() {
  const styles = useStyles();
  const { words } = useWordsOf(policyPartWords);
  const { openPage } = usePane().navigation;
  const policy = useWorkbookPolicy();
  if (policy?.kind !== "read") return null;
  const notes = [
    ...(policy.conflicts.length === 0 ? [] : [words.differ]),
    ...(policy.reports.length === 0 ? [] : [words.unknownKept]),
  ];
  return notes.map((note) => (
    <p key={note} className={styles.line} data-policy-note="">
      {note}{" "}
      <Link as="button" inline onClick={() => openPage("policy")}>
        {words.look}
      </Link>
    </p>
  ));
}
