import type { Clause } from "../../policy";
import type {
  CandidateReport,
  EvidencePoint,
  PayEffect,
  PromotionFile,
  ReadingInForce,
  ReportEntry,
  ReportGroup,
  StepState,
} from "../../views";
import { formatMonth, formatPoints, formatYuan, monthNumber, yearOf, type Fen } from "../../units";
import { describeCandidate, sayCandidatesFooter, sayStep } from "./candidates";
import { sayExclusion } from "./exclusions";
import { circledTier, tierChinese } from "../tiers";
import type { Both, Language } from "../language";
import { SHEET_NAMES } from "../sheet/inPolicyLanguage";
import { column, type WrittenColumn } from "../sheet/restricted";
import { alike, counted, inBrackets, listed, marks, quote, told } from "../say";
import { wordsOf } from "../words";

/** The report of candidates has its name in the policy's language, as the tabs of HR's workbook have. */
export function candidatesSheetName(report: Pick<CandidateReport, "asOf">): string {
  return `${SHEET_NAMES.candidates} ${formatMonth(report.asOf)}`;
}

export function reviewsSheetName(report: Pick<CandidateReport, "asOf">): string {
  return `${SHEET_NAMES.reviews} ${formatMonth(report.asOf)}`;
}

/** The columns of the report; those of the months stand between `target` and `evidence`. */
export type ReportColumn =
  | "status"
  | "name"
  | "employeeId"
  | "level"
  | "target"
  | "evidence"
  | "clause"
  | "readings"
  | "pay"
  | "steps"
  | "notes";

export const reportColumns: Readonly<Record<ReportColumn, WrittenColumn>> = {
  status: column({ zh: "状态", en: "Status" }),
  name: column({ zh: "姓名", en: "Name" }),
  employeeId: column({ zh: "工号", en: "ID" }),
  level: column({ zh: "现级别", en: "Level" }),
  target: column({ zh: "目标级别", en: "Next level" }),
  evidence: column({ zh: "依据月份", en: "Months that count" }),
  clause: column({ zh: "条款", en: "Clause" }),
  readings: column({ zh: "是否受口径影响", en: "Depends on a reading" }),
  pay: column({ zh: "薪酬变化", en: "Pay effect" }, "pay"),
  steps: column({ zh: "待完成", en: "Still to do" }),
  // Complaints and absences are counted here.
  notes: column({ zh: "提示", en: "Notes" }, "fines"),
};

const reportWords = wordsOf({
  title: (month: string): Both => ({
    zh: `${SHEET_NAMES.candidates} ${month}`,
    en: `Promotion candidates ${month}`,
  }),
  groups: {
    eligible: { zh: "成绩达标", en: "Scores suffice" },
    oneMonthShort: { zh: "只差一个月", en: "One month short" },
    missingData: { zh: "缺成绩", en: "Scores missing" },
    excluded: { zh: "未判定", en: "Not judged" },
    review: { zh: "绩效复核", en: "Performance review" },
  },
  people: (count: number): Both => ({ zh: `${count} 人`, en: counted(count, "person", "people") }),
  facts: {
    asOf: { zh: "评定月", en: "Month" },
    policy: { zh: "制度版本", en: "Policy version" },
    effective: { zh: "生效日期、发布人", en: "Effective from, issuer" },
    checked: { zh: "检查人数", en: "People checked" },
    excluded: { zh: "因数据问题未判定", en: "Not judged for lack of data" },
    readings: { zh: "现行口径", en: "Readings in force" },
  },
  builtIn: { zh: "内置制度", en: "built-in policy" },
  since: (month: string): Both => ({ zh: `自 ${month} 起`, en: `from ${month}` }),
  notDated: { zh: "制度未注明", en: "the policy does not say" },
  seeBelow: { zh: "原因见下表", en: "reasons below" },
  readingsCount: (all: number, undecided: number): Both => ({
    zh: `共 ${all} 项，未确认 ${undecided} 项（带 ◎）`,
    en: `${all}, undecided ${undecided} (marked ◎)`,
  }),
  reading: ({ title, option, undecided }: ReadingInForce): Both => ({
    zh: `${undecided ? "◎" : ""}${title.zh}＝${option.zh}`,
    en: `${undecided ? "◎" : ""}${title.en}: ${option.en}`,
  }),
  readingsTitle: { zh: "口径", en: "Readings" },
  tiersTitle: { zh: "部门各等级人数", en: "People in each tier" },
  month: { zh: "月份", en: "Month" },
  tier: (tier: number): Both => ({ zh: tierChinese(tier), en: `Tier ${tier}` }),
  without: { zh: "无成绩", en: "No score" },
  span: (from: string, to: string, count: number): Both =>
    count === 1
      ? alike(from)
      : {
          zh: `${from} 至 ${to}，${count} 个月`,
          en: `${from} to ${to}, ${counted(count, "month")}`,
        },
  streak: { zh: "连续期", en: "Run" },
  window: { zh: "考核窗口", en: "Window" },
  leaveMark: { zh: "假", en: "L" },
  unreadableMark: { zh: "？", en: "?" },
  earlierMark: { zh: "前", en: "e" },
  legend: {
    zh: "月份格：上为分数，下为等级（①最高）；◆ 连续期，◇ 考核窗口，前＝升级前，○ 缺成绩，假＝法定假期，？＝无法判定，· 无记录。待完成：☐ 未办，☑ 已通过，☒ 未通过。薪酬按评定月的销售额和分数推算，不含额外奖励。",
    en: "Cells of months: score above, tier below (① is best); ◆ run, ◇ window, e = earlier level, ○ no score, L = statutory leave, ? = cannot be placed, · no record. Still to do: ☐ open, ☑ passed, ☒ refused. Pay is worked out at the month's sales and score, without extras.",
  },
  base: (before: string, after: string): Both => ({
    zh: `底薪 ${before} → ${after}`,
    en: `Base ${before} → ${after}`,
  }),
  gross: (before: string, after: string): Both => ({
    zh: `应发 ${before} → ${after}`,
    en: `Gross ${before} → ${after}`,
  }),
  open: { zh: "待定", en: "open" },
  waitsFor: (title: string): Both => ({
    zh: `口径${quote(title)}确认后才能算`,
    en: `Can be told once ${quote(title)} is decided`,
  }),
  stepsOf: (done: number, all: number): Both => ({
    zh: `已通过 ${done}/${all}`,
    en: `${done} of ${all} passed`,
  }),
  skipOf: (target: string): Both => ({
    zh: `若越级到${target}：`,
    en: `If skipping to ${target}:`,
  }),
  noSteps: {
    zh: "制度没有写明这一步的流程",
    en: "The policy describes no procedure for this step",
  },
});

/** What stands at the head of the report: what is reported and by which rules. */
export interface ReportHead {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly readingsTitle: string;
  /** Each reading with the option in force; undecided ones carry a mark. */
  readonly readings: readonly string[];
  readonly tiersTitle: string;
  /** The heading row of the table of tiers. */
  readonly tiers: readonly string[];
}

export function sayReportHead(report: CandidateReport, language: Language): ReportHead {
  const said = reportWords(language);
  const { policy, counts, readings } = report;
  const undecided = readings.filter((reading) => reading.undecided).length;
  const dated = [policy.effectiveFrom, policy.issuer].filter((part) => part !== null);
  const { comma } = marks(language);
  const name = policy.name === "" ? said.builtIn : policy.name;
  const version =
    policy.from === null ? name : `${name}${comma}${said.since(formatMonth(policy.from))}`;
  const of = (group: ReportGroup) => ({
    label: said.groups[group],
    value: said.people(counts[group]),
  });
  return {
    title: said.title(formatMonth(report.asOf)),
    facts: [
      { label: said.facts.asOf, value: formatMonth(report.asOf) },
      { label: said.facts.policy, value: version },
      {
        label: said.facts.effective,
        value: dated.length === 0 ? said.notDated : dated.join(comma),
      },
      { label: said.facts.checked, value: said.people(report.checked) },
      {
        label: said.facts.excluded,
        value: `${said.people(counts.excluded)}${counts.excluded === 0 ? "" : inBrackets(said.seeBelow, language)}`,
      },
      of("eligible"),
      of("oneMonthShort"),
      of("missingData"),
      { label: said.facts.readings, value: said.readingsCount(readings.length, undecided) },
    ],
    readingsTitle: said.readingsTitle,
    readings: readings.map(said.reading),
    tiersTitle: said.tiersTitle,
    tiers: [said.month, ...report.tiers.map(said.tier), said.without],
  };
}

export function sayReportColumn(name: ReportColumn, language: Language): string {
  return reportColumns[name][language];
}

/** "2026" over "10": the heading of a month's cell in the strip. */
export function sayStripMonth({ month }: EvidencePoint): string {
  return `${yearOf(month)}\n${String(monthNumber(month)).padStart(2, "0")}`;
}

/** A month of the strip, readable without its colour: the score, and below it tier and marks. */
export function sayStripPoint(point: EvidencePoint, language: Language): string {
  const said = reportWords(language);
  const mark = point.inStreak ? "◆" : point.inWindow ? "◇" : "";
  const earlier = point.beforePromotion && mark !== "" ? said.earlierMark : "";
  switch (point.kind) {
    case "before":
      return mark === "" ? "·" : `·\n${mark}`;
    case "missing":
      return `○\n${mark}${earlier}`.trimEnd();
    case "leave":
      return `${said.leaveMark}\n${mark}${earlier}`.trimEnd();
    case "unreadable":
      return `${said.unreadableMark}\n${mark}${earlier}`.trimEnd();
    case "score": {
      const score = point.score === null ? "" : formatPoints(point.score);
      return `${score}\n${point.tier === null ? "" : circledTier(point.tier)}${mark}${earlier}`;
    }
  }
}

function sayClauses(
  { row }: ReportEntry,
  clauses: ReadonlyMap<string, Clause>,
  language: Language,
): string {
  if (row.verdict?.kind !== "judged") return "";
  const ids = new Set(row.verdict.requirements.flatMap((requirement) => requirement.clauses));
  return [...ids]
    .map((id) => {
      const restated = clauses.get(id)?.restatement[language];
      return restated === undefined ? id : `${id} ${restated}`;
    })
    .join("\n");
}

/** The first and last month of streak and window, by the months that were looked at. */
function sayEvidence({ row }: ReportEntry, language: Language): string {
  const said = reportWords(language);
  const { colon } = marks(language);
  const span = (label: string, months: readonly ReportEntry["row"]["evidence"][number][]) => {
    const [first, last] = [months[0], months.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [
          `${label}${colon}${said.span(formatMonth(first.month), formatMonth(last.month), months.length)}`,
        ];
  };
  const detail = describeCandidate(row, language);
  return [
    ...(detail.detail === null ? [] : [detail.detail]),
    ...span(
      said.streak,
      row.evidence.filter(({ inStreak }) => inStreak),
    ),
    ...span(
      said.window,
      row.evidence.filter(({ inWindow }) => inWindow),
    ),
    ...(detail.withinLevel === null ? [] : [detail.withinLevel]),
  ].join("\n");
}

const yuan = (amount: Fen | null, none: string): string =>
  amount === null ? none : formatYuan(amount);

/** Base salary and gross pay before and after; what waits for a reading is said, not guessed. */
export function sayPayEffect({ before, after, waitsFor }: PayEffect, language: Language): string {
  const said = reportWords(language);
  const lines = [said.base(yuan(before.base, said.open), yuan(after.base, said.open))];
  if (before.gross !== null || after.gross !== null)
    lines.push(said.gross(yuan(before.gross, said.open), yuan(after.gross, said.open)));
  if (waitsFor !== null) lines.push(said.waitsFor(waitsFor.title[language]));
  return lines.join("\n");
}

const BOXES: Readonly<Record<StepState, string>> = { open: "☐", done: "☑", refused: "☒" };

function saySteps(file: PromotionFile, language: Language): string {
  const said = reportWords(language);
  if (file.steps.length === 0) return said.noSteps;
  const done = file.steps.filter(({ state }) => state === "done").length;
  const steps = file.steps.map(({ step, state }) => `${BOXES[state]}${sayStep(step, language)}`);
  return [said.stepsOf(done, file.steps.length), ...steps].join("\n");
}

function notedSaid({ complaints, leaves, missing }: ReportEntry["noted"]): Both {
  return listed(
    told([
      complaints > 0 && { zh: `投诉 ${complaints} 次`, en: counted(complaints, "complaint") },
      leaves > 0 && { zh: `离岗 ${leaves} 次`, en: counted(leaves, "unapproved absence") },
      missing > 0 && {
        zh: `缺考 ${missing} 个月`,
        en: `${counted(missing, "month")} without a score`,
      },
    ]),
  );
}

function sayNotes({ row, noted, skip }: ReportEntry, language: Language): string {
  const detail = describeCandidate(row, language);
  return [
    detail.skipHint,
    detail.leave,
    notedSaid(noted)[language],
    skip === null
      ? null
      : `${reportWords(language).skipOf(skip.target.name[language])} ${saySkipReview(skip, language)}`,
  ]
    .filter((line) => line !== null && line !== "")
    .join("\n");
}

/** A skip stands or falls with its review; the other steps are told in the pane. */
function saySkipReview(skip: PromotionFile, language: Language): string {
  const [review] = skip.steps;
  return review === undefined ? "" : `${BOXES[review.state]}${sayStep(review.step, language)}`;
}

/** Every text of one row of the report. */
export function sayReportRow(
  entry: ReportEntry,
  clauses: ReadonlyMap<string, Clause>,
  language: Language,
): Readonly<Record<ReportColumn, string>> {
  const { row, group, pay, file } = entry;
  const said = describeCandidate(row, language);
  const isJudged = group !== "excluded";
  return {
    status: reportWords(language).groups[group],
    name: row.person.name,
    employeeId: row.person.employeeId,
    level: said.level ?? "",
    target: isJudged ? (row.target?.name[language] ?? "") : "",
    evidence:
      row.exclusion === null ? sayEvidence(entry, language) : sayExclusion(row.exclusion, language),
    clause: isJudged ? sayClauses(entry, clauses, language) : "",
    readings: said.dependsOn ?? "",
    pay: pay === null ? "" : sayPayEffect(pay, language),
    steps: file === null ? "" : saySteps(file, language),
    notes: sayNotes(entry, language),
  };
}

/** What stands below the list. */
export function sayReportFoot(language: Language): readonly string[] {
  return [sayCandidatesFooter(language), reportWords(language).legend];
}

/** The status of those whom people should review, where they are listed at all. */
export function sayReviewStatus(language: Language): string {
  return reportWords(language).groups.review;
}
