import type { Finding, FindingCode } from "../../../src/findings";
import { judgeMonth } from "../../../src/month";
import type { Level } from "../../../src/policy";
import { monthReport, payMonth, type CandidateRow } from "../../../src/views";
import { formatMonth, type Month } from "../../../src/units";
import { finish } from "../../views/people";
import type { Department } from "../evaluator/department";
import { evaluate } from "../evaluator/evaluate";
import { bookOf, sheetOf } from "./sheet";

/** Findings whose rule the text gives exactly. */
const EXACT: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "F-EMP-04",
  "F-LVL-01",
  "F-LVL-02",
  "F-LVL-03",
  "F-LVL-04",
  "F-MON-01",
  "F-MON-02",
  "F-MON-03",
  "F-MIS-01",
  "F-MIS-02",
  "F-SCO-01",
  "F-SCO-03",
  "F-SCO-04",
  "F-SCO-06",
  "F-SAL-01",
  "F-SAL-02",
  "F-SAL-03",
  "F-SAL-04",
  "F-SAL-05",
  "F-SAL-06",
  "F-PAY-01",
  "F-PAY-03",
  "F-PAY-04",
  "F-PAY-05",
  "F-DIS-01",
  "F-DIS-02",
  "F-DIS-03",
  "F-ELI-01",
  "F-ELI-02",
  "F-ELI-04",
]);

/** What a finding states beside where it stands. */
function factsOf(finding: Finding): readonly (string | number)[] {
  const idOf = ({ zh }: Level["name"]): string => LEVELS[zh] ?? zh;
  switch (finding.type) {
    case "levelJumps":
      return [idOf(finding.from), idOf(finding.to)];
    case "probationTooLong":
      return [finding.months];
    case "scoreOutOfRange":
      return [finding.value ?? ""];
    case "salesBelowThreshold":
      return [finding.threshold];
    case "payDiffers":
      return [finding.part, finding.computed];
    case "failsReachReview":
    case "failsBelowReview":
      return [finding.count];
    case "complaintsReachReview":
      return [finding.complaints];
    case "candidate":
    case "oneMonthShort":
    case "alsoMeetsHigher":
      return [idOf(finding.target)];
    default:
      return [];
  }
}

const LEVELS: Readonly<Record<string, string>> = {
  "新客服(试用)": "probation",
  初级客服: "junior",
  中级客服: "middle",
  高级客服: "senior",
  储备主管: "reserve",
};

const monthText = (month: Month | null): string => (month === null ? "-" : formatMonth(month));

function findingText(finding: Finding): string {
  const { code, severity, person, month } = finding;
  return [code, severity, person?.employeeId ?? "-", monthText(month), ...factsOf(finding)].join(
    " ",
  );
}

function rowText({ person, status, target, verdict, skipHint, risk }: CandidateRow): string {
  const judged = verdict?.kind === "judged" ? verdict : null;
  return standingText(person.employeeId, {
    status,
    target: judged === null ? null : (target?.id ?? null),
    monthsShort: judged?.monthsShort ?? null,
    blockAt: judged?.blockAt?.month ?? null,
    alsoMeets: skipHint?.id ?? null,
    risk: risk === null || risk.kind === "excluded" ? "untold" : `${risk.kind} ${risk.count}`,
  });
}

function standingText(
  who: string,
  row: {
    readonly status: string;
    readonly target: string | null;
    readonly monthsShort: number | null;
    readonly blockAt: Month | null;
    readonly alsoMeets: string | null;
    readonly risk: string;
  },
): string {
  const { status, target, monthsShort, blockAt, alsoMeets, risk } = row;
  return `row ${who} ${status} to ${target ?? "-"} short ${monthsShort ?? "-"} at ${monthText(blockAt)} also ${alsoMeets ?? "-"} risk ${risk}`;
}

type Amounts = Readonly<
  Record<"base" | "commission" | "performance" | "extra" | "gross" | "net", number>
>;

function slipText(who: string, slip: Amounts | null): string {
  if (slip === null) return `pay ${who} none`;
  const { base, commission, performance, extra, gross, net } = slip;
  return `pay ${who} ${base}+${commission}+${performance}+${extra}=${gross} net ${net}`;
}

/** What the product makes of a department's sheet, line by line, sorted. */
export function byProduct(department: Department): readonly string[] {
  const book = bookOf(department.policy);
  const sheet = sheetOf(department, book);
  const left = new Set(department.people.filter((person) => person.left).map(({ id }) => id));
  const month = finish(
    judgeMonth({
      sheet,
      book,
      today: department.today,
      asOf: department.asOf ?? undefined,
      hasLeft: ({ employeeId }) => left.has(employeeId),
    }),
  );
  const report = finish(monthReport(month));
  const pay = finish(payMonth(month));
  return [
    `asOf ${monthText(report.asOf)}`,
    `total ${pay.total}`,
    `people ${pay.people.inMonth}, paid ${pay.people.onPayroll}`,
    ...report.people.map(rowText),
    ...report.findings.filter(({ code }) => EXACT.has(code)).map(findingText),
    ...pay.paid.map(({ person, pay: slip }) =>
      slipText(person.employeeId, {
        base: slip.base.amount,
        commission: slip.commission.amount,
        performance: slip.performance.amount,
        extra: slip.extra.amount,
        gross: slip.gross.amount,
        net: slip.net,
      }),
    ),
    ...pay.unpaid.map(({ person }) => slipText(person.employeeId, null)),
  ].sort();
}

/** What the text of the policy makes of a department, in the same lines; null where there is no month to judge. */
export function byText(department: Department): readonly string[] | null {
  const result = evaluate(department);
  if (result === null) return null;
  const { asOf, everybody, findings, payroll, total } = result;
  const inMonth = everybody.flatMap(({ person, standing, risk }) =>
    standing === null ? [] : [{ person, standing, risk }],
  );
  return [
    `asOf ${monthText(asOf)}`,
    `total ${total}`,
    `people ${inMonth.length}, paid ${payroll.size}`,
    ...inMonth.map(({ person, standing, risk }) => {
      const none = { target: null, monthsShort: null, blockAt: null, alsoMeets: null };
      const told = risk === null ? "untold" : `${risk.kind} ${risk.count}`;
      return standingText(person.id, { ...none, ...standing, risk: told });
    }),
    ...findings,
    ...[...payroll].map(([who, slip]) => slipText(who, slip)),
  ].sort();
}
