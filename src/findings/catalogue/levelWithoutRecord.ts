import type { Level } from "../../policy";
import type { PromotionRecord } from "../../scoresheet";
import type { Month } from "../../units";
import { atPerson, NONE, type Check } from "../check";
import { levelIsOfMonth, levelNamed, type MonthSetting } from "../../month";
import type { Found } from "../types";

/** Whether a row of 晋升流程 is of the promotion to this level that took effect in this month. */
function isAbout(
  { target, month, result }: PromotionRecord,
  level: Level,
  effect: Month,
  { policies }: MonthSetting,
): boolean {
  if (result === "failed" || month.quantity.kind !== "value") return false;
  const assessed = month.quantity.value;
  const { asOf } = policies;
  return (
    assessed <= effect &&
    assessed > effect - asOf.promotion.lookBack &&
    levelNamed(asOf, target.text)?.id === level.id
  );
}

/** Somebody's level rises, and the table 晋升流程 has nothing about it. */
export const levelWithoutRecord: Check = {
  type: "levelWithoutRecord",
  code: "F-LVL-03",
  group: "levels",
  severities: ["warning"],
  of: "person",
  kind: "data",
  find(person, setting) {
    const { promotionsOf, policies } = setting;
    if (promotionsOf === null) return NONE;
    const findings: Found[] = [];
    let before: (typeof person.months)[number] | undefined;
    for (const month of person.months) {
      const { level } = month;
      if (level === undefined || !levelIsOfMonth(month)) continue;
      const from = before?.level;
      if (before !== undefined && from !== undefined && level.rank > from.rank) {
        const told = promotionsOf(person.person).some((record) =>
          isAbout(record, level, month.month, setting),
        );
        const typed = month.records.find((record) => record.level.text !== "");
        if (!told)
          findings.push(
            atPerson(
              "warning",
              person,
              month.month,
              policies.asOf.promotion.paths.find(
                (path) => path.from === from.id && path.to === level.id,
              )?.clauses[0] ?? policies.asOf.promotion.skipClause,
              { type: "levelWithoutRecord", from: from.name, to: level.name, since: before.month },
              typed?.level.cell ?? person.person.cell,
            ),
          );
      }
      before = month;
    }
    return findings;
  },
};
