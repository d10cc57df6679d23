import { describe, expect, test } from "vitest";
import type { Doing, Problem, ProblemKind } from "../../src/problems";
import {
  ignoreWords,
  closedPageWords,
  importHistoryWords,
  mappingWords,
  paneWords,
  payCheckWords,
  payPageWords,
  policyPageWords,
  policyKeptWords,
  policyRescueWords,
  policyValuesWords,
  promotionPageWords,
  sayTrouble,
  sharePageWords,
  sheetActionWords,
  type Language,
} from "../../src/wording";

/** Every kind with every shape of its facts; a kind that is missing does not compile. */
const PROBLEMS: { readonly [Kind in ProblemKind]: readonly Extract<Problem, { kind: Kind }>[] } = {
  emptyWorkbook: [{ kind: "emptyWorkbook" }],
  noScoreSheet: [
    { kind: "noScoreSheet", sheetName: null, lacks: [] },
    { kind: "noScoreSheet", sheetName: "成绩", lacks: ["name", "month", "score"] },
  ],
  from1904: [{ kind: "from1904", sheetName: "成绩" }],
  policyUnreadable: [
    { kind: "policyUnreadable", why: "broken" },
    { kind: "policyUnreadable", why: "newer" },
    { kind: "policyUnreadable", why: "tooLarge" },
    { kind: "policyUnreadable", why: "notReached" },
    { kind: "policyUnreadable", why: "lost" },
  ],
  protected: [
    { kind: "protected", sheetName: null },
    { kind: "protected", sheetName: "成绩" },
  ],
  structureProtected: [{ kind: "structureProtected" }],
  readOnly: [{ kind: "readOnly" }],
  unrecognised: [{ kind: "unrecognised", sheetName: "工资表", headings: ["姓名", "人工调整"] }],
  cellEditing: [{ kind: "cellEditing" }],
  tooLarge: [{ kind: "tooLarge" }],
  noFile: [{ kind: "noFile" }],
  apiMissing: [{ kind: "apiMissing" }],
  notFound: [{ kind: "notFound" }],
  changed: [
    { kind: "changed", sheetName: null },
    { kind: "changed", sheetName: "成绩" },
  ],
  policyChanged: [{ kind: "policyChanged" }],
  notRecalculated: [{ kind: "notRecalculated" }],
  memoryUnreadable: [{ kind: "memoryUnreadable" }],
  cancelled: [{ kind: "cancelled" }],
  unknown: [
    { kind: "unknown", detail: "" },
    { kind: "unknown", detail: "GeneralException: busy" },
  ],
};

/** What did not come about, as each message has to say it. */
const NOT: Readonly<Record<Doing, Readonly<Record<Language, RegExp>>>> = {
  validating: { zh: /没有校验/, en: /month was not validated/ },
  highlighting: { zh: /高亮没有完成/, en: /highlighting was not completed/ },
  clearingHighlights: { zh: /高亮没有全部清除/, en: /not all highlights were cleared/ },
  selectingCell: { zh: /没有跳到该单元格/, en: /cell was not selected/ },
  loadingColumns: { zh: /没有打开“核对表头”/, en: /columns could not be shown/ },
  savingColumns: { zh: /列对应没有保存/, en: /columns was not saved/ },
  forgettingColumns: { zh: /没有恢复自动识别/, en: /columns was not taken back/ },
  confirmingZero: { zh: /0 分的确认没有保存/, en: /of the 0 was not saved/ },
  markingLeaver: { zh: /离职标记没有保存/, en: /who left was not saved/ },
  ignoring: { zh: /没有忽略/, en: /nothing was ignored/ },
  restoring: { zh: /没有重新列出/, en: /nothing was restored/ },
  findingFixes: { zh: /没有查找可修复的内容/, en: /safe fixes were not looked for/ },
  applyingFixes: { zh: /修复没有写入/, en: /fixes were not written/ },
  offeringFormulas: { zh: /没有打开“插入公式”/, en: /formulas could not be shown/ },
  insertingFormulas: { zh: /公式没有插入/, en: /formulas were not inserted/ },
  takingBack: { zh: /没有全部撤销/, en: /not everything was taken back/ },
  loadingHistory: { zh: /没有读取历史文件/, en: /earlier files were not read/ },
  writingHistory: { zh: /历史成绩没有写入/, en: /earlier scores were not written/ },
  writingResults: { zh: /校验结果没有写出/, en: /results were not written/ },
  startingScoreSheet: { zh: /没有新建成绩表/, en: /no new score sheet was made/ },
  writingPolicySheet: { zh: /制度说明没有写出/, en: /policy sheet was not written/ },
  writingCandidates: { zh: /候选人报告没有写出/, en: /candidates report was not written/ },
  writingReviews: { zh: /复核名单没有写出/, en: /review list was not written/ },
  writingPayslips: { zh: /工资表没有写出/, en: /payslips were not written/ },
  writingPayCheck: { zh: /工资核对表没有写出/, en: /pay check was not written/ },
  writingPayStrips: { zh: /工资条没有写出/, en: /strips were not written/ },
  closingMonth: { zh: /没有定稿/, en: /month was not closed/ },
  explainingClosed: { zh: /原因没有记下/, en: /reason was not recorded/ },
  reopeningMonth: { zh: /没有重新打开/, en: /month was not reopened/ },
  rewritingClosed: { zh: /定稿表没有写回/, en: /sheet was not written back/ },
  takingBackClosed: { zh: /定稿的改动没有撤销/, en: /closed month was not taken back/ },
  showingPolicy: { zh: /不能按它校验和计算/, en: /nothing can be validated or calculated by it/ },
  savingPolicy: { zh: /这次修改没有保存/, en: /this change was not saved/ },
  startingPolicyAfresh: { zh: /没有换成内置制度/, en: /built-in policy was not put/ },
  restoringPolicy: { zh: /制度设置没有恢复/, en: /policy settings were not restored/ },
  takingBackPolicy: { zh: /没有撤销恢复/, en: /restoring was not undone/ },
  exportingPolicy: { zh: /制度没有导出/, en: /policy was not exported/ },
  importingPolicy: { zh: /文件没有导入/, en: /file was not imported/ },
  weighingReadings: { zh: /没有算出各口径的影响/, en: /readings change was not worked out/ },
  tryingVersion: { zh: /没有算出这些数值的影响/, en: /values change was not worked out/ },
  comparingPast: { zh: /以前的月份会怎样改变/, en: /earlier months would change by/ },
  judgingPromotions: { zh: /晋升情况没有更新/, en: /promotions were not brought up to date/ },
  creatingPromotionTable: { zh: /没有建立晋升流程表/, en: /table 晋升流程 was not created/ },
  recordingStep: { zh: /步骤没有写入晋升流程/, en: /step was not written into 晋升流程/ },
  workingOutPay: { zh: /工资没有算出/, en: /pay was not worked out/ },
  surveyingWorkbook: { zh: /没有查看工作簿/, en: /workbook was not looked through/ },
  makingCopy: { zh: /副本没有生成/, en: /copy was not made/ },
  openingCopy: { zh: /副本没有打开/, en: /copy was not opened/ },
  settingStartup: { zh: /这个设置没有保存/, en: /this setting was not saved/ },
};

const doings = Object.keys(NOT) as Doing[];
const problems = Object.values(PROBLEMS).flat();
const LANGUAGES = ["zh", "en"] as const;

/** The policy was saved; only the formulas did not follow. */
const SAVING: readonly Doing[] = [
  "savingPolicy",
  "startingPolicyAfresh",
  "restoringPolicy",
  "takingBackPolicy",
];
const cameAbout = (kind: ProblemKind, doing: Doing): boolean =>
  kind === "notRecalculated" && SAVING.includes(doing);

describe.each(LANGUAGES)("every problem, whatever was being done (%s)", (language) => {
  test.each(doings)(
    "%s: says what did not come about, and of nothing else that it did not",
    (doing) => {
      for (const problem of problems) {
        const { what, next } = sayTrouble({ ...problem, doing }, language);
        expect(what).toMatch(language === "zh" ? /^\S[^]*。$/ : /^\S[^]*\.$/);
        expect(next.length).toBeGreaterThan(5);
        expect(`${what}${next}`).not.toMatch(/undefined|null|\[object/);
        if (language === "en")
          expect(`${what}${next}`.replace(/[“”]/g, "")).not.toMatch(/[。，；：]/);
        const said = doings.filter((other) => NOT[other][language].test(what));
        expect(said, what).toEqual(cameAbout(problem.kind, doing) ? [] : [doing]);
      }
    },
  );

  test("no two kinds of problem are told alike", () => {
    for (const doing of doings) {
      const told = problems.map((problem) => {
        const { what, next } = sayTrouble({ ...problem, doing }, language);
        return `${what} ${next}`;
      });
      // A policy that somebody else has changed is told alike whether it was tried once or twice.
      const alike = doing.toLowerCase().includes("policy") ? 1 : 0;
      expect(new Set(told).size).toBeGreaterThanOrEqual(problems.length - alike);
    }
  });

  test("names facts: sheet, headings, missing columns, Excel's own words", () => {
    const text = (problem: Problem): string => {
      const { what, next } = sayTrouble({ ...problem, doing: "writingPayslips" }, language);
      return what + next;
    };
    expect(text({ kind: "protected", sheetName: "工资 (2)" })).toContain("工资 (2)");
    expect(text({ kind: "changed", sheetName: "工资 (2)" })).toContain("工资 (2)");
    expect(text({ kind: "unknown", detail: "Busy: 7" })).toContain("Busy: 7");
    const headings = ["姓名", "人工调整"];
    for (const heading of headings)
      expect(text({ kind: "unrecognised", sheetName: "工资表", headings })).toContain(heading);
    expect(text({ kind: "noScoreSheet", sheetName: null, lacks: ["month"] })).toMatch(
      language === "zh" ? /月份/ : /month/i,
    );
  });

  test("what to press next is a button of the pane", () => {
    const tables = [
      paneWords,
      ignoreWords,
      closedPageWords,
      importHistoryWords,
      mappingWords,
      payCheckWords,
      payPageWords,
      policyPageWords,
      policyKeptWords,
      policyRescueWords,
      policyValuesWords,
      promotionPageWords,
      sharePageWords,
      sheetActionWords,
    ];
    const words = new Set(
      tables.flatMap((wordsOf) => Object.values<unknown>({ ...wordsOf(language) })),
    );
    for (const doing of doings) {
      const { next } = sayTrouble({ kind: "cellEditing", doing }, language);
      for (const [, name] of next.matchAll(/“([^”]+)”/g)) expect(words).toContain(name);
    }
  });
});
