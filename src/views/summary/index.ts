export { findingParts, isOfMonth, narrowParts } from "./findingParts";
export type { DecisionLine, FindingFold, FindingParts } from "./findingParts";
export { monthSummary, peopleParts } from "./monthSummary";
export type { MonthSummary, PeopleParts } from "./monthSummary";
