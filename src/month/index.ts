// Takes: a score sheet as read, the policy book, the month to judge, the current one and what HR has said.
// Gives: who is in the month and how each stands: the only room that calls the rules for people.
// Never: Excel, the clock, sentences, findings.
export { hasPayContent, hasScoreEntry, levelIsOfMonth, monthCell } from "./judged";
export type { PersonInMonth, PersonMonth, Presence } from "./judged";
export { canBeTold, judgeMonth } from "./judgeMonth";
export type { JudgedMonth, Judging } from "./judgeMonth";
export { judgePerson } from "./judgePerson";
export { limitsOf } from "./limits";
export { MonthMemory } from "./memory";
export type { ReadingCount } from "./memory";
export { nameReading, optionLabel, settlingOptions } from "./nameReading";
export { fineOf, outcomeOf, sameFine } from "./outcome";
export type { MonthOutcome } from "./outcome";
export { payResult } from "./payResult";
export { payrollOf, payrollPeopleOf } from "./payroll";
export type { Payroll, PayrollEntry, PayrollPeople } from "./payroll";
export { PAY_COMPONENTS } from "./payTypes";
export type * from "./payTypes";
export { Refusal } from "./refusal";
export { promotionShape } from "./promotionShape";
export { sameContent } from "./sameContent";
export { levelIn, levelNamed, policyAt, settingOf } from "./setting";
export type { MonthInput, MonthSetting } from "./setting";
export { skipHint } from "./skipHint";
export type * from "./types";
export { countedOutcome, outcomeInForce, sameOutcome, Variant } from "./variant";
export type { PersonOutcome } from "./variant";
