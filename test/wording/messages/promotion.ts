import { clauses as CLAUSES } from "../../../src/policy";
import { fen } from "../../../src/units";
import type { EvidencePoint, ReportEntry } from "../../../src/views";
import * as wording from "../../../src/wording";
import {
  type Message,
  WORDS,
  MONTH,
  texts,
  points,
  LEVELS,
  PERSON,
  NAMED,
  STEP,
  file,
  evidence,
  requirements,
  row,
  rows,
  EXCLUSIONS,
} from "./facts";

const point = (n: number, kind: EvidencePoint["kind"]): EvidencePoint => ({
  ...evidence(kind === "score" ? points(80) : null),
  kind,
  beforePromotion: n > 1,
  levelChange: n === 0 ? null : { from: LEVELS.low, to: LEVELS.high },
  complaints: n,
  leaves: n,
});

const POINTS = ["score", "missing", "leave", "unreadable", "before"] as const;

const candidateReport = (n: number) => ({
  asOf: MONTH,
  policy: {
    name: n === 0 ? "" : "p",
    from: n === 0 ? null : MONTH,
    issuer: n === 0 ? null : "i",
    effectiveFrom: n === 0 ? null : "2025-01-01",
  },
  checked: n,
  counts: { eligible: n, oneMonthShort: n, missingData: n, excluded: n },
  readings: texts(n).map((_, index) => ({ ...NAMED, option: WORDS, undecided: index === 0 })),
  tiers: [1, 2, 3],
  tierCounts: [],
  entries: [],
  reviews: null,
});

const entries = (n: number): readonly ReportEntry[] =>
  rows(n).map((each) => ({
    group: each.status === "excluded" ? "excluded" : "eligible",
    row: each,
    line: { points: [], tierLines: [], lowest: points(0), highest: points(100) },
    noted: { complaints: n, leaves: n, missing: n },
    pay: {
      before: { base: fen(1), gross: n === 0 ? null : fen(1) },
      after: { base: null, gross: null },
      waitsFor: n === 0 ? null : NAMED,
    },
    file: n === 0 ? null : file(n - 1),
    skip: n === 0 ? null : file(n - 1),
  }));

export const promotionMessages = {
  candidatesSheetName: () => wording.candidatesSheetName({ asOf: MONTH }),
  describeCandidate: (n, language) =>
    rows(n).map((each) => wording.describeCandidate(each, language)),
  reviewsSheetName: () => wording.reviewsSheetName({ asOf: MONTH }),
  sayCandidate: (n, language) => rows(n).map((each) => wording.sayCandidate(each, language)),
  sayCandidatesFooter: (_, language) => wording.sayCandidatesFooter(language),
  sayColumnLacking: (_, language) => wording.sayColumnLacking("x", language),
  sayEvidencePoint: (n, language) =>
    POINTS.map((kind) => wording.sayEvidencePoint(point(n, kind), language)),
  sayExclusion: (_, language) => EXCLUSIONS.map((each) => wording.sayExclusion(each, language)),
  sayIfScored: (n, language) => wording.sayIfScored(MONTH, n > 0, language),
  sayNoMonth: (_, language) => wording.sayNoMonth(language),
  sayPastPromotion: (n, language) =>
    rows(n).map((each, index) =>
      wording.sayPastPromotion(
        {
          person: { ...PERSON, name: index === 0 ? "" : "x" },
          from: LEVELS.low,
          to: LEVELS.high,
          month: MONTH,
          skipped: n > 0,
          evidence: each,
          before: { month: MONTH, base: fen(1), gross: fen(1) },
          after: { month: MONTH, base: null, gross: null },
          file: index === 0 ? null : file(index === 1 ? 0 : n),
        },
        language,
      ),
    ),
  sayPayEffect: (n, language) =>
    entries(n).map(({ pay }) => (pay === null ? "" : wording.sayPayEffect(pay, language))),
  sayPicture: (_, language) => wording.sayPicture("x", language),
  sayPointMark: (_, language) => POINTS.map((kind) => wording.sayPointMark(kind, language)),
  sayPromotionScope: (n, language) =>
    wording.sayPromotionScope({ sheet: "s", month: MONTH, people: n }, language),
  sayReportColumn: (_, language) => wording.sayReportColumn("pay", language),
  sayReportFoot: (_, language) => wording.sayReportFoot(language),
  sayReportHead: (n, language) => wording.sayReportHead(candidateReport(n), language),
  sayReportRow: (n, language) =>
    entries(n).map((entry) =>
      wording.sayReportRow(entry, new Map(CLAUSES.map((each) => [each.id, each])), language),
    ),
  sayReportWritten: (n, language) =>
    wording.sayReportWritten({ sheet: { name: "s" }, refreshed: n > 0 }, language),
  sayRequirementOf: (n, language) =>
    requirements(n).map((each) => wording.sayRequirementOf(each, language)),
  sayReview: (n, language) =>
    wording.sayReview(
      {
        person: PERSON,
        level: null,
        failed: texts(n).map((_text, index) => ({
          month: MONTH,
          score: index === 0 ? null : points(50),
        })),
        complaints: { count: n, fine: fen(100) },
      },
      language,
    ),
  sayReviewNote: (_, language) => wording.sayReviewNote(language),
  sayReviewStatus: (_, language) => wording.sayReviewStatus(language),
  sayReviews: (_, language) => wording.sayReviews(MONTH, language),
  sayStep: (_, language) => wording.sayStep(STEP, language),
  sayStepRecord: (n, language) =>
    wording.sayStepRecord(
      {
        row: 1,
        figure: n === 0 ? { kind: "withheld" } : { kind: "text", text: "x" },
        handledBy: "b",
        date: "",
        note: "n",
        byOrder: n > 0,
      },
      language,
    ),
  sayStepRecorded: (_, language) =>
    (["open", "done", "refused"] as const).map((state) =>
      wording.sayStepRecorded("x", state, language),
    ),
  sayStepsDone: (n, language) => wording.sayStepsDone(file(n), language),
  sayStripMonth: (n) => wording.sayStripMonth(point(n, "score")),
  sayStripPoint: (n, language) =>
    POINTS.map((kind) => wording.sayStripPoint(point(n, kind), language)),
  saySupposed: (n, language) =>
    wording.saySupposed(
      {
        asOf: MONTH,
        row: row(n),
        line: { points: [], tierLines: [], lowest: points(0), highest: points(100) },
      },
      language,
    ),
  sayTableCreated: (n, language) => wording.sayTableCreated(n === 0 ? null : "x", language),
} satisfies Readonly<Record<string, Message>>;
