import { useMemo } from "react";
import type { CellRef } from "../../grid";
import type { PayMonth } from "../../views";
import { payPageWords } from "../../wording";
import { useWordsOf } from "../common/language";
import { Lines } from "../common/Lines";
import { useSectionStyles } from "../common/section";
import { ALL_DRAWN } from "./PayFindings";
import { PayslipRow, UnpaidRow } from "./PayRows";

interface PayPeopleProps {
  readonly pay: PayMonth;
  readonly onSelect: (cell: CellRef) => void;
}

/** Who cannot be paid and why, then everybody's payslip. */
export function PayPeople({ pay, onSelect }: PayPeopleProps) {
  const section = useSectionStyles();
  const { words } = useWordsOf(payPageWords);
  const { finesNetted } = pay;
  const unpaid = useMemo(
    () => pay.unpaid.map((entry) => ({ key: entry.person.key, entry })),
    [pay.unpaid],
  );
  const paid = useMemo(
    () => pay.paid.map((entry) => ({ key: entry.person.key, entry })),
    [pay.paid],
  );
  return (
    <>
      {unpaid.length === 0 ? null : (
        <section className={section.card} aria-labelledby="pay-unpaid">
          <h2 id="pay-unpaid" className={section.title}>
            {words.unpaid} ({unpaid.length})
          </h2>
          <p className={section.empty}>{words.unpaidHint}</p>
          <Lines
            label={words.unpaid}
            lines={unpaid}
            whole={unpaid.length <= ALL_DRAWN}
            draw={({ entry }) => <UnpaidRow entry={entry} onSelect={onSelect} />}
          />
        </section>
      )}
      <section className={section.card} aria-labelledby="pay-payslips">
        <h2 id="pay-payslips" className={section.title}>
          {words.payslips} ({paid.length})
        </h2>
        {paid.length === 0 ? <p className={section.empty}>{words.nobody}</p> : null}
        <Lines
          label={words.payslips}
          lines={paid}
          whole={paid.length <= ALL_DRAWN}
          draw={({ entry }) => (
            <PayslipRow entry={entry} netted={finesNetted} onSelect={onSelect} />
          )}
        />
      </section>
    </>
  );
}
