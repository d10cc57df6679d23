import type {
  BandEnd,
  Choice,
  FieldKind,
  FieldName,
  FieldValue,
  InnerMonths,
  Subject,
  Tier,
  WindowMonths,
} from "../../policy";
import { fen, formatYuan } from "../../units";
import type { Both, Language } from "../language";
import { alike, counted, listed, NOTHING, oneOf, quote } from "../say";
import { fieldNames } from "../sheet/fields";
import { tierSaid } from "../tiers";
import { optionSaid, withUnit } from "./policyFields";

// Values of a policy as people read them, and what they belong to.

export function sayTierNumber(tier: Tier, language: Language): string {
  return tierSaid(tier)[language];
}

/** "2,400": without the decimals of a whole amount. */
export const inYuan = (amountFen: number): string =>
  formatYuan(fen(amountFen)).replace(/\.00$/u, "");

/** "2,400 元". */
export function yuanSaid(amountFen: number): Both {
  return { zh: `${inYuan(amountFen)} 元`, en: `${inYuan(amountFen)} yuan` };
}

export function sayYuan(amountFen: number, language: Language): string {
  return yuanSaid(amountFen)[language];
}

export function sayPercent(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}

/** What a value belongs to; null where its name says enough. */
export function subjectSaid(subject: Subject): Both | null {
  switch (subject.kind) {
    case "policy":
      return null;
    case "level":
      return subject.level;
    case "tier":
      return tierSaid(subject.tier);
    case "commission": {
      const from = yuanSaid(subject.fromFen);
      return { zh: `销售额满 ${from.zh}`, en: `sales from ${from.en}` };
    }
    case "rule":
      return { zh: `${subject.level.zh}的成绩条件`, en: `score criteria of ${subject.level.en}` };
    case "path":
      return {
        zh: `${subject.from.zh}升${subject.to.zh}`,
        en: `${subject.from.en} to ${subject.to.en}`,
      };
    case "step":
      return {
        zh: `${subject.from.zh}升${subject.to.zh}${quote(subject.step.zh)}`,
        en: `${subject.from.en} to ${subject.to.en}, ${quote(subject.step.en)}`,
      };
    case "heading":
      return fieldNames[subject.field];
  }
}

export function saySubject(subject: Subject, language: Language): string | null {
  return subjectSaid(subject)?.[language] ?? null;
}

/** The name of a level by its id, for values that point to one. */
export type LevelNamer = (id: string) => Both | undefined;

/** Whether a reading decides between several values. */
export function isDisputed(
  value: Choice<FieldValue>,
): value is Extract<Choice<FieldValue>, { readonly reading: unknown }> {
  return typeof value === "object" && value !== null && "choices" in value;
}

/** A value as people read it; a disputed one as the values between which its reading decides. */
export function valueSaid(
  name: FieldName,
  kind: FieldKind,
  value: Choice<FieldValue>,
  nameLevel: LevelNamer,
): Both {
  const say = (one: FieldValue): Both => plainSaid(name, kind, one, nameLevel);
  if (!isDisputed(value)) return say(value);
  const all = new Map(
    Object.values(value.choices)
      .map(say)
      .map((said) => [said.zh, said]),
  );
  const { zh, en } = listed([...all.values()], oneOf);
  return { zh: `${zh}（由口径决定）`, en: `${en} (by its reading)` };
}

export function sayFieldValue(
  name: FieldName,
  kind: FieldKind,
  value: Choice<FieldValue>,
  language: Language,
  nameLevel: LevelNamer,
): string {
  return valueSaid(name, kind, value, nameLevel)[language];
}

const none: Both = { zh: "无", en: "none" };

function plainSaid(
  name: FieldName,
  kind: FieldKind,
  value: FieldValue,
  nameLevel: LevelNamer,
): Both {
  if (typeof value === "boolean") return value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (value === null) return kind.kind === "level" ? { zh: "所有级别", en: "all levels" } : none;
  if (typeof value === "number")
    return kind.kind === "number" ? amountSaid(kind, value) : alike(String(value));
  if (typeof value === "string") {
    if (kind.kind === "choice") return optionSaid(name, value);
    return (kind.kind === "level" ? nameLevel(value) : undefined) ?? alike(value);
  }
  if (isList(value)) return value.length === 0 ? none : listed(value.map(alike));
  if ("points" in value) return endSaid(value);
  return "worstTier" in value ? windowSaid(value) : innerSaid(value);
}

function isList(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}

/** A number of the values, in its own unit: amounts are kept in fen, rates in basis points. */
function amountSaid(
  { unit }: Extract<FieldKind, { readonly kind: "number" }>,
  value: number,
): Both {
  switch (unit) {
    case "yuan":
      return yuanSaid(value);
    case "percent":
      return alike(sayPercent(value));
    case "tier":
      return tierSaid(value);
    case "points":
    case "months":
    case "count":
    case "minutes":
      return withUnit(value, unit);
  }
}

function endSaid({ points, inclusive }: BandEnd): Both {
  const included: Both = inclusive
    ? { zh: "含", en: "included" }
    : { zh: "不含", en: "not included" };
  return {
    zh: `${points} 分（${included.zh}）`,
    en: `${counted(points, "point")} (${included.en})`,
  };
}

function innerSaid({ months, tier, bound }: InnerMonths): Both {
  const how: Both =
    typeof bound !== "string"
      ? NOTHING
      : bound === "exactly"
        ? { zh: "恰好 ", en: "exactly " }
        : { zh: "至少 ", en: "at least " };
  return {
    zh: `${how.zh}${months} 个月达到${tierSaid(tier).zh}`,
    en: `${how.en}${counted(months, "month")} of ${tierSaid(tier).en}`,
  };
}

const windowSaid = ({ months, worstTier }: WindowMonths): Both => ({
  zh: `${months} 个月内不低于${tierSaid(worstTier).zh}`,
  en: `none below ${tierSaid(worstTier).en} within ${counted(months, "month")}`,
});

/** A plain value as it stands in a form's field: what typing it again gives back. */
export function writeFieldText(kind: FieldKind, value: FieldValue): string {
  if (value === null) return "";
  if (typeof value !== "number") return typeof value === "string" ? value : "";
  if (kind.kind !== "number") return String(value);
  switch (kind.unit) {
    case "yuan":
      return inYuan(value);
    case "percent":
      return String(value / 100);
    case "points":
    case "months":
    case "count":
    case "minutes":
    case "tier":
      return String(value);
  }
}
