import type { PayrollPeople } from "../../views";
import type { Language } from "../language";
import { agree, list } from "../say";

type Group = "left" | "probablyLeft" | "withoutRow";

const groups: Readonly<
  Record<Group, { readonly zh: (count: number) => string; readonly en: (count: number) => string }>
> = {
  left: {
    zh: (count) => `含已离职 ${count} 人`,
    en: (count) => `including ${count} who left`,
  },
  probablyLeft: {
    zh: (count) => `含可能已离职 ${count} 人`,
    en: (count) => `including ${count} who probably left`,
  },
  withoutRow: {
    zh: (count) => `不含本月没有行的 ${count} 人`,
    en: (count) => `without ${count} who ${agree(count, "has", "have")} no row in the month`,
  },
};

const ORDER: readonly Group[] = ["left", "probablyLeft", "withoutRow"];

/** By whom the payroll differs from the people of the month (rule M3); "" where they are the same. */
export function sayPayrollPeople(people: PayrollPeople, language: Language): string {
  const parts = ORDER.flatMap((group) =>
    people[group].length === 0 ? [] : [groups[group][language](people[group].length)],
  );
  if (parts.length === 0) return "";
  const { inMonth, onPayroll } = people;
  return {
    zh: `在册 ${inMonth} 人；工资 ${onPayroll} 人，${parts.join("，")}`,
    en: `${inMonth} in the month; ${onPayroll} on the payroll, ${parts.join(", ")}`,
  }[language];
}

/** The same people by name, group by group. */
export function namePayrollPeople(people: PayrollPeople, language: Language): readonly string[] {
  return ORDER.flatMap((group) => {
    const names = people[group].map(({ name, employeeId }) => (name === "" ? employeeId : name));
    if (names.length === 0) return [];
    const what = groups[group][language](names.length);
    return [{ zh: `${what}：${list(names, "zh")}`, en: `${what}: ${list(names, "en")}` }[language]];
  });
}
