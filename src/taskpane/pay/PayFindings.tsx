import { useMemo } from "react";
import type { Finding } from "../../findings";
import type { CellRef } from "../../grid";
import { payPageWords } from "../../wording";
import { FindingRow } from "../common/FindingRow";
import { useWordsOf } from "../common/language";
import { Lines } from "../common/Lines";
import { useSectionStyles } from "../common/section";

/** So many rows are drawn at once; of longer lists only those near the window. */
export const ALL_DRAWN = 60;

interface PayFindingsProps {
  readonly findings: readonly Finding[];
  readonly onSelect: (cell: CellRef) => void;
}

/** What is to be checked before anybody is paid, differences to typed amounts first. */
export function PayFindings({ findings, onSelect }: PayFindingsProps) {
  const section = useSectionStyles();
  const { words } = useWordsOf(payPageWords);
  const lines = useMemo(
    () => findings.map((finding, index) => ({ key: String(index), finding })),
    [findings],
  );
  return (
    <section className={section.card} aria-labelledby="pay-findings">
      <h2 id="pay-findings" className={section.title}>
        {words.findings} ({findings.length})
      </h2>
      {findings.length === 0 ? <p className={section.empty}>{words.noFindings}</p> : null}
      <Lines
        label={words.findings}
        lines={lines}
        whole={lines.length <= ALL_DRAWN}
        draw={({ finding }) => <FindingRow finding={finding} onSelect={onSelect} />}
      />
    </section>
  );
}
