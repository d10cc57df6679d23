import type { Finding, FindingType, IgnoredFinding, Severity } from "../../findings";
import type { CellRef, SheetRef } from "../../grid";
import type { MonthReport } from "../../views";
import { formatMonth } from "../../units";
import { sayFinding } from "../findings/findings";
import type { FindingSaid } from "../findings/findingsWords";
import type { Both, Language } from "../language";
import { bracketed, listed, NOTHING, quote, told } from "../say";
import { countsSaid } from "../shell/pane";
import { sayFindingTitle } from "../findings/paneFindings";
import { sayIgnoredCount, sayIgnoredInSheet } from "../validate/ignored";

/** One finding as a row: the cell is linked to by whoever writes. */
export interface ResultsRow {
  /** Null for what HR has set aside. */
  readonly severity: Severity | null;
  readonly cell: CellRef | null;
  /** Severity, what, name, 工号, month, text, fix, clause: in the order of the columns after the cell's. */
  readonly texts: readonly string[];
}

/** The sheet of a validation's findings, for somebody who has no add-in. */
export interface ResultsSheetSaid {
  readonly name: string;
  /** With amounts under other readings and legal notes. */
  readonly inFull: boolean;
  readonly title: string;
  /** The month, the policy and what was found; readings in force that nobody has decided. */
  readonly about: readonly string[];
  readonly columns: readonly string[];
  readonly wholeSheet: string;
  readonly rows: readonly ResultsRow[];
}

const names: Both = { zh: "校验结果", en: "Validation results" };
const wholeSheet: Both = { zh: "整表", en: "Whole sheet" };
const severities: Readonly<Record<Severity, Both>> = {
  error: { zh: "错误", en: "Error" },
  warning: { zh: "警告", en: "Warning" },
  info: { zh: "提示", en: "Hint" },
};
const ignored: Both = { zh: "已忽略", en: "Ignored" };
const columns: readonly Both[] = [
  { zh: "单元格", en: "Cell" },
  { zh: "程度", en: "Severity" },
  { zh: "问题", en: "Problem" },
  { zh: "姓名", en: "Name" },
  { zh: "工号", en: "Employee ID" },
  { zh: "月份", en: "Month" },
  { zh: "说明", en: "What" },
  { zh: "处理", en: "What to do" },
  { zh: "条款", en: "Clause" },
];

/** What a person decides, without the legal notes, which are for HR. */
const byAPerson: Both = { zh: "由负责人复核并决定。", en: "A person reviews this and decides." };
const withLegalNotes: ReadonlySet<FindingType> = new Set([
  "failsReachReview",
  "complaintsReachReview",
]);

/**
 * A finding for a sheet that is handed on: amounts under other readings and legal notes stay in the pane
 * unless they were chosen.
 */
export function sayFindingForSheet(
  finding: Finding,
  language: Language,
  { otherReadings }: { readonly otherReadings: boolean },
): FindingSaid {
  const said = sayFinding(finding, language);
  if (otherReadings) return said;
  if ("reading" in finding) {
    const { zh, en } = finding.reading.title;
    const text: Both = {
      zh: `口径${quote(zh)}尚未确认，结果可能改变。`,
      en: `The reading ${quote(en)} is undecided; results may change.`,
    };
    return { text: text[language], fix: said.fix };
  }
  return withLegalNotes.has(finding.type) ? { ...said, fix: byAPerson[language] } : said;
}

function countsOf(report: MonthReport): Both {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of report.findings) counts[severity] += 1;
  const candidates = report.people.filter(({ status }) => status === "eligible").length;
  return countsSaid(counts, candidates);
}

function about(report: MonthReport, sheet: SheetRef): readonly Both[] {
  const { asOf, policyName, policyFrom, undecidedReadings } = report;
  const month = asOf === null ? "–" : formatMonth(asOf);
  const from = policyFrom === null ? null : formatMonth(policyFrom);
  const since = bracketed(from === null ? NOTHING : { zh: `自 ${from} 起`, en: `from ${from}` });
  const open = listed(undecidedReadings.map(({ title }) => title));
  return told([
    { zh: `工作表：${sheet.name}，评定月：${month}`, en: `Sheet: ${sheet.name}, month: ${month}` },
    { zh: `制度：${policyName}${since.zh}`, en: `Policy: ${policyName}${since.en}` },
    countsOf(report),
    report.ignored.length > 0 && {
      zh: sayIgnoredCount(report.ignored.length, "zh"),
      en: sayIgnoredCount(report.ignored.length, "en"),
    },
    undecidedReadings.length > 0 && {
      zh: `尚未确认的口径：${open.zh}`,
      en: `Undecided readings: ${open.en}`,
    },
  ]);
}

function rowOf(
  finding: Finding,
  language: Language,
  options: { readonly otherReadings: boolean },
  { word = severities[finding.severity], done = "" }: { word?: Both; done?: string } = {},
): ResultsRow {
  const { text, fix } = sayFindingForSheet(finding, language, options);
  return {
    severity: done === "" ? finding.severity : null,
    cell: finding.cell,
    texts: [
      word[language],
      sayFindingTitle(finding.type, language),
      finding.person?.name ?? "",
      finding.person?.employeeId ?? "",
      finding.month === null ? "" : formatMonth(finding.month),
      text,
      done === "" ? fix : done,
      finding.clause ?? "",
    ],
  };
}

/** What HR has set aside: below the others, with the reason in place of what to do. */
function ignoredRow(
  { finding, entry }: IgnoredFinding,
  language: Language,
  options: { readonly otherReadings: boolean },
): ResultsRow {
  const done = sayIgnoredInSheet(entry, language);
  return rowOf(finding, language, options, { word: ignored, done });
}

/** The sheet of all findings of a month, in one language. */
export function sayResultsSheet(
  report: MonthReport,
  sheet: SheetRef,
  language: Language,
  options: { readonly otherReadings: boolean },
): ResultsSheetSaid {
  return {
    name: names[language],
    inFull: options.otherReadings,
    title: names[language],
    about: about(report, sheet).map((line) => line[language]),
    columns: columns.map((heading) => heading[language]),
    wholeSheet: wholeSheet[language],
    rows: [
      ...report.findings.map((finding) => rowOf(finding, language, options)),
      ...report.ignored.map((one) => ignoredRow(one, language, options)),
    ],
  };
}
