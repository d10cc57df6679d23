import { yieldsAt } from "../../steps";
import { atPerson, type Check } from "../check";
import type { PersonInMonth } from "../../month";

/** One name stands for two people, by 工号 or because one of them has none. */
export const namesake: Check = {
  type: "namesake",
  code: "F-EMP-02",
  group: "people",
  severities: ["warning"],
  of: "sheet",
  kind: "data",
  *find({ sheet }, people) {
    // A row may yet turn out to have a 工号, or somebody another name.
    if (sheet.unplaced.length > 0) return;
    if (sheet.pending.length > 0)
      for (const [index, { name }] of sheet.records.entries()) {
        if (yieldsAt(index)) yield null;
        if (name.pending) return;
      }
    const byName = new Map<string, PersonInMonth[]>();
    for (const person of people) {
      yield null;
      if (person.ref.name === "") continue;
      const same = byName.get(person.ref.name);
      if (same === undefined) byName.set(person.ref.name, [person]);
      else same.push(person);
    }
    for (const [name, same] of byName) {
      if (same.length < 2) continue;
      for (const person of same)
        yield atPerson("warning", person, null, null, {
          type: "namesake",
          name,
          namesakes: same.filter((other) => other !== person).map(({ ref }) => ref.employeeId),
          hasEmployeeId: person.ref.employeeId !== "",
        });
    }
  },
};
