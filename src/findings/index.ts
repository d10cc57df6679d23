// Takes: a score sheet as read, the policies of its months, the month to judge and the current one.
// Gives: people as judged, and findings: codes and facts with the cells that show them.
// Never: Excel, the clock, sentences.
export { catalogue } from "./catalogue";
export type { Check } from "./check";
export { checkRecords } from "./checkRecords";
export type * from "./facts";
export { limitsOf } from "./limits";
export { mayShowOtherwise } from "./catalogue/scoreShownOtherwise";
export { judgePerson } from "./judgePerson";
export type { PersonInMonth, PersonMonth } from "./judged";
export { MonthMemory } from "./memory";
export { nameReading, optionLabel, settlingOptions } from "./nameReading";
export { fineOf, outcomeOf, sameFine } from "./outcome";
export { levelPayFindings, payFindingsOf } from "./payFindings";
export { promotionShape } from "./promotionShape";
export { settingOf } from "./setting";
export type { MonthInput, MonthSetting } from "./setting";
export { skipHint } from "./skipHint";
export { outcomeInForce, Variant } from "./variant";
export type { PersonOutcome } from "./variant";
export type * from "./types";
