import type { PayrollPeople } from "../../views";
import type { Both, Language } from "../language";
import { agree, alike, joined, listed } from "../say";

type Group = "left" | "probablyLeft" | "withoutRow";

const groups: Readonly<Record<Group, (count: number) => Both>> = {
  left: (count) => ({ zh: `含已离职 ${count} 人`, en: `including ${count} who left` }),
  probablyLeft: (count) => ({
    zh: `含可能已离职 ${count} 人`,
    en: `including ${count} who probably left`,
  }),
  withoutRow: (count) => ({
    zh: `不含本月没有行的 ${count} 人`,
    en: `without ${count} who ${agree(count, "has", "have")} no row in the month`,
  }),
};

const ORDER: readonly Group[] = ["left", "probablyLeft", "withoutRow"];

/** By whom the payroll differs from the people of the month (rule M3); null where they are the same. */
export function payrollPeopleSaid(people: PayrollPeople): Both | null {
  const parts = ORDER.flatMap((group) =>
    people[group].length === 0 ? [] : [groups[group](people[group].length)],
  );
  if (parts.length === 0) return null;
  const { inMonth, onPayroll } = people;
  const who = joined(parts, "comma");
  return {
    zh: `在册 ${inMonth} 人；工资 ${onPayroll} 人，${who.zh}`,
    en: `${inMonth} in the month; ${onPayroll} on the payroll, ${who.en}`,
  };
}

/** The same in one language; "" where nothing is to be said. */
export function sayPayrollPeople(people: PayrollPeople, language: Language): string {
  return payrollPeopleSaid(people)?.[language] ?? "";
}

/** The same people by name, group by group. */
export function namePayrollPeople(people: PayrollPeople, language: Language): readonly string[] {
  return ORDER.flatMap((group) => {
    const names = people[group].map(({ name, employeeId }) => (name === "" ? employeeId : name));
    if (names.length === 0) return [];
    const what = groups[group](names.length);
    return [joined([what, listed(names.map(alike))], "colon")[language]];
  });
}
