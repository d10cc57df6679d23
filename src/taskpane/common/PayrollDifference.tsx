import type { PayrollPeople } from "../../views";
import { namePayrollPeople, sayPayrollPeople } from "../../wording";
import { Disclosure } from "./Disclosure";
import { useWords } from "./language";

/** By whom the payroll differs from the people of the month, named on request; nothing where they are the same. */
export function PayrollDifference({ people }: { readonly people: PayrollPeople }) {
  const { language } = useWords();
  const line = sayPayrollPeople(people, language);
  if (line === "") return null;
  return (
    <div data-payroll-people={people.onPayroll}>
      <Disclosure title={line}>
        {namePayrollPeople(people, language).map((named) => (
          <div key={named}>{named}</div>
        ))}
      </Disclosure>
    </div>
  );
}
