import * as wording from "../../../src/wording";
import { fen } from "../../../src/units";
import { MONTH, WORDS, type Message } from "./facts";

const summary = (n: number) => ({
  asOf: MONTH,
  people: n,
  errors: n,
  errorsOfOtherMonths: n,
  decisions: n,
  blocking: n,
  moves: fen(n * 100),
  candidates: n,
  oneShort: n,
  ignored: n,
});

const decision = (n: number, blocking: boolean) => ({
  blocking,
  moves: fen(n * 100),
  effect: {
    type: "readingUndecided" as const,
    code: "F-POL-02" as const,
    kind: "decision" as const,
    severity: "warning" as const,
    cell: null,
    formula: false,
    person: null,
    month: null,
    clause: null,
    reading: { id: "SCORE_80" as const, title: WORDS },
    blocking,
    people: n,
    options: [100, 300].map((gross) => ({
      option: WORDS,
      inForce: false,
      people: n,
      gross: fen(gross),
    })),
  },
});

export const validateMessages = {
  sayIgnored: (n, language) => wording.sayIgnored(n, language),
  sayIgnoredCount: (n, language) => wording.sayIgnoredCount(n, language),
  sayIgnoreReason: (_, language) => [
    wording.sayIgnoreReason({ reason: "r", by: "b", on: "2026-11-30" }, language),
    wording.sayIgnoreReason({ reason: "r", by: "", on: "" }, language),
  ],
  sayIgnoreTitle: (n, language) => wording.sayIgnoreTitle("t", n, language),
  sayIgnoringUndone: (_, language) => wording.sayIgnoringUndone(language),
  sayListedAgain: (n, language) => wording.sayListedAgain(n, language),
  sayAllMonths: (n, language) => wording.sayAllMonths(n, language),
  sayConcerned: (n, language) => wording.sayConcerned(n, language),
  sayDecision: (n, language) => [
    wording.sayDecision(decision(n, false), language),
    wording.sayDecision(decision(n, true), language),
    wording.sayDecision({ effect: null, blocking: false, moves: fen(0) }, language),
  ],
  sayMoves: (_, language) => wording.sayMoves(language),
  sayPlace: (n) => wording.sayPlace(n, n),
  sayQuietDecisions: (n, language) => wording.sayQuietDecisions(n, language),
  saySummaryPart: (n, language) =>
    (["error", "decision", "candidates", "one-short", "people"] as const).map((part) =>
      wording.saySummaryPart(part, summary(n), language),
    ),
} satisfies Readonly<Record<string, Message>>;
