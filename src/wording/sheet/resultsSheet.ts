import type { Finding, FindingType, Severity } from "../../findings";
import type { CellRef, SheetRef } from "../../grid";
import type { MonthReport } from "../../views";
import { formatMonth } from "../../units";
import { sayFinding } from "../findings/findings";
import type { FindingSaid } from "../findings/findingsWords";
import type { Language } from "../language";
import { sayCounts } from "../shell/pane";
import { sayFindingTitle } from "../findings/paneFindings";

type Both<T = string> = Readonly<Record<Language, T>>;

/** One finding as a row: the cell is linked to by whoever writes. */
export interface ResultsRow {
  readonly severity: Severity;
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
const columns: Both<readonly string[]> = {
  zh: ["单元格", "程度", "问题", "姓名", "工号", "月份", "说明", "处理", "条款"],
  en: [
    "Cell",
    "Severity",
    "Problem",
    "Name",
    "Employee ID",
    "Month",
    "What",
    "What to do",
    "Clause",
  ],
};

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
    const title = finding.reading.title[language];
    return {
      text: {
        zh: `口径“${title}”尚未确认，结果可能改变。`,
        en: `The reading “${title}” is undecided; results may change.`,
      }[language],
      fix: said.fix,
    };
  }
  return withLegalNotes.has(finding.type) ? { ...said, fix: byAPerson[language] } : said;
}

function countsOf(report: MonthReport, language: Language): string {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of report.findings) counts[severity] += 1;
  const candidates = report.people.filter(({ status }) => status === "eligible").length;
  return sayCounts(counts, candidates, language);
}

function about(report: MonthReport, sheet: SheetRef, language: Language): string[] {
  const { asOf, policyName, policyFrom, undecidedReadings } = report;
  const month = asOf === null ? "–" : formatMonth(asOf);
  const from = policyFrom === null ? "" : formatMonth(policyFrom);
  const open = undecidedReadings.map(({ title }) => title[language]);
  return {
    zh: [
      `工作表：${sheet.name}，评定月：${month}`,
      `制度：${policyName}${from === "" ? "" : `（自 ${from} 起）`}`,
      countsOf(report, language),
      ...(open.length === 0 ? [] : [`尚未确认的口径：${open.join("、")}`]),
    ],
    en: [
      `Sheet: ${sheet.name}, month: ${month}`,
      `Policy: ${policyName}${from === "" ? "" : ` (from ${from})`}`,
      countsOf(report, language),
      ...(open.length === 0 ? [] : [`Undecided readings: ${open.join(", ")}`]),
    ],
  }[language];
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
    about: about(report, sheet, language),
    columns: columns[language],
    wholeSheet: wholeSheet[language],
    rows: report.findings.map((finding) => {
      const { text, fix } = sayFindingForSheet(finding, language, options);
      return {
        severity: finding.severity,
        cell: finding.cell,
        texts: [
          severities[finding.severity][language],
          sayFindingTitle(finding.type, language),
          finding.person?.name ?? "",
          finding.person?.employeeId ?? "",
          finding.month === null ? "" : formatMonth(finding.month),
          text,
          fix,
          finding.clause ?? "",
        ],
      };
    }),
  };
}
