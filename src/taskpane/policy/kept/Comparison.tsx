import type { StoredPolicy } from "../../../policy";
import { missingLines, type PolicyLine } from "../../../views";
import { policyKeptWords } from "../../../wording";
import { useWordsOf } from "../../common/language";
import { useKeptStyles } from "./keptStyles";
import { PolicyLines } from "./PolicyLines";

interface ComparisonProps {
  readonly current: StoredPolicy;
  readonly other: StoredPolicy;
  readonly titles: { readonly onlyInOther: string; readonly onlyInCurrent: string };
}

/** What two policies say that the other does not. */
export function Comparison({ current, other, titles }: ComparisonProps) {
  const styles = useKeptStyles();
  const { words } = useWordsOf(policyKeptWords);
  const onlyInOther = missingLines(other, current);
  const onlyInCurrent = missingLines(current, other);
  if (onlyInOther.length + onlyInCurrent.length === 0)
    return <p className={styles.text}>{words.otherThings}</p>;
  return (
    <>
      <Part title={titles.onlyInOther} lines={onlyInOther} />
      <Part title={titles.onlyInCurrent} lines={onlyInCurrent} />
    </>
  );
}

function Part({ title, lines }: { readonly title: string; readonly lines: readonly PolicyLine[] }) {
  const styles = useKeptStyles();
  const { words } = useWordsOf(policyKeptWords);
  return (
    <div>
      <p className={styles.text}>
        {title}
        {lines.length === 0 ? words.nothing : ""}
      </p>
      <PolicyLines lines={lines} />
    </div>
  );
}
