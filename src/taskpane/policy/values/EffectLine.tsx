import { makeStyles, tokens } from "@fluentui/react-components";
import type { Words } from "../../../policy";
import { marks, sayOptionOutcome, policyValuesWords } from "../../../wording";
import type { VersionEffect } from "./valuesStore";
import { useWordsOf } from "../../common/language";

const useStyles = makeStyles({
  line: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
});

/** What other values come to in the open month, in people and in yuan. */
export function EffectLine({
  effect,
  label,
}: {
  readonly effect: VersionEffect;
  readonly label: Words;
}) {
  const styles = useStyles();
  const { language, words } = useWordsOf(policyValuesWords);
  switch (effect.kind) {
    case "none":
      return null;
    case "working":
      return <p className={styles.line}>{words.effectWorking}</p>;
    case "noMonth":
      return <p className={styles.line}>{words.effectNoMonth}</p>;
    case "told":
      return (
        <p className={styles.line} data-effect={effect.outcome.difference}>
          {effect.month}
          {marks(language).colon}
          {sayOptionOutcome({ ...effect.outcome, label }, language)}
        </p>
      );
  }
}
