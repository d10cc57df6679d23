// Earlier scores out of files, and what of them belongs into a workbook; fetched by whoever imports them.
export { historyRowsOf } from "./historyRows";
export type { HistoryRows } from "./historyRows";
export { knownScoresOf } from "./knownScores";
export type { KnownScores } from "./knownScores";
export { planHistory } from "./planHistory";
export type {
  HistoryConflict,
  HistoryFault,
  HistoryPlan,
  HistoryRow,
  HistorySource,
  WhoAnswer,
  WhoAnswers,
  WhoQuestion,
} from "./types";
