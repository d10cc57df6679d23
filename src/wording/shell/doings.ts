import type { Doing } from "../../problems";
import type { Both } from "../language";
import { quote } from "../say";

/** What a task works on: it decides what may have changed or be too large, and what can be done about that. */
export type Subject = "scores" | "steps" | "ownSheet" | "memory" | "policy" | "files" | "copy";

interface DoingWords {
  readonly on: Subject;
  /** What did not come about: "没有校验". Ends a sentence. */
  readonly not: Both;
  /** What to do once more: "再点“校验当月”". Follows "然后" and "then", and ends a sentence. */
  readonly again: Both;
}

/** Names a button as it stands in the pane. */
function press({ zh, en }: Both): Both {
  return {
    zh: `再点${quote(zh)}`,
    en: `press ${quote(en)}${en.endsWith(" again") ? "" : " again"}`,
  };
}

/** What each thing that can be done is called when it comes to nothing. */
export const doings: Readonly<Record<Doing, DoingWords>> = {
  validating: {
    on: "scores",
    not: { zh: "没有校验", en: "the month was not validated" },
    again: press({ zh: "校验当月", en: "Validate month" }),
  },
  // Several sheets may be highlighted one after the other: some may have their new marks.
  highlighting: {
    on: "scores",
    not: { zh: "高亮没有完成", en: "highlighting was not completed" },
    again: press({ zh: "高亮", en: "Highlight" }),
  },
  clearingHighlights: {
    on: "scores",
    not: { zh: "高亮没有全部清除", en: "not all highlights were cleared" },
    again: press({ zh: "清除高亮", en: "Clear highlights" }),
  },
  selectingCell: {
    on: "scores",
    not: { zh: "没有跳到该单元格", en: "the cell was not selected" },
    again: { zh: "再点一次该单元格", en: "press the cell again" },
  },
  loadingColumns: {
    on: "scores",
    not: { zh: "没有打开“核对表头”", en: "the columns could not be shown" },
    again: press({ zh: "核对表头", en: "Check headings" }),
  },
  savingColumns: {
    on: "memory",
    not: { zh: "列对应没有保存", en: "what you said of the columns was not saved" },
    again: press({ zh: "核对表头", en: "Check headings" }),
  },
  forgettingColumns: {
    on: "memory",
    not: { zh: "没有恢复自动识别", en: "what is remembered of the columns was not taken back" },
    again: press({ zh: "恢复自动识别", en: "Recognise anew" }),
  },
  confirmingZero: {
    on: "memory",
    not: { zh: "对 0 分的确认没有保存", en: "what you said of the 0 was not saved" },
    again: { zh: "再点一次", en: "press it again" },
  },
  markingLeaver: {
    on: "memory",
    not: { zh: "离职标记没有保存", en: "who left was not saved" },
    again: { zh: "再点一次", en: "press it again" },
  },
  ignoring: {
    on: "memory",
    not: { zh: "没有忽略，问题仍列出", en: "nothing was ignored, all is still listed" },
    again: press({ zh: "不处理此项", en: "Ignore" }),
  },
  restoring: {
    on: "memory",
    not: { zh: "问题没有重新列出", en: "nothing was restored" },
    again: press({ zh: "恢复", en: "Restore" }),
  },
  findingFixes: {
    on: "scores",
    not: { zh: "没有查找可修复的内容", en: "safe fixes were not looked for" },
    again: press({ zh: "应用安全修复", en: "Apply safe fixes" }),
  },
  applyingFixes: {
    on: "scores",
    not: { zh: "修复没有写入", en: "the fixes were not written" },
    again: press({ zh: "应用安全修复", en: "Apply safe fixes" }),
  },
  offeringFormulas: {
    on: "scores",
    not: { zh: "没有打开“插入公式”", en: "the formulas could not be shown" },
    again: press({ zh: "插入公式", en: "Insert formula" }),
  },
  insertingFormulas: {
    on: "scores",
    not: { zh: "公式没有插入", en: "the formulas were not inserted" },
    again: press({ zh: "插入公式", en: "Insert formula" }),
  },
  takingBack: {
    on: "scores",
    not: { zh: "没有全部撤销", en: "not everything was taken back" },
    again: press({ zh: "撤销", en: "Undo" }),
  },
  loadingHistory: {
    on: "files",
    not: { zh: "没有读取历史文件", en: "the earlier files were not read" },
    again: { zh: "再选一次文件", en: "pick the files again" },
  },
  writingHistory: {
    on: "ownSheet",
    not: { zh: "历史成绩没有写入", en: "the earlier scores were not written" },
    again: { zh: "再导入一次", en: "import them again" },
  },
  writingResults: {
    on: "ownSheet",
    not: { zh: "校验结果没有写出", en: "the results were not written" },
    again: press({ zh: "写出校验结果", en: "Write results" }),
  },
  startingScoreSheet: {
    on: "ownSheet",
    not: { zh: "没有新建成绩表", en: "no new score sheet was made" },
    again: press({ zh: "新建成绩表", en: "New score sheet" }),
  },
  writingPolicySheet: {
    on: "ownSheet",
    not: { zh: "制度说明没有写出", en: "the policy sheet was not written" },
    again: press({ zh: "制度说明", en: "Policy sheet" }),
  },
  writingCandidates: {
    on: "ownSheet",
    not: { zh: "候选人报告没有写出", en: "the candidates report was not written" },
    again: press({ zh: "写出候选人报告", en: "Write candidates report" }),
  },
  writingReviews: {
    on: "ownSheet",
    not: { zh: "复核名单没有写出", en: "the review list was not written" },
    again: press({ zh: "写出复核名单", en: "Write review list" }),
  },
  writingPayslips: {
    on: "ownSheet",
    not: { zh: "工资表没有写出", en: "the payslips were not written" },
    again: press({ zh: "写出工资表", en: "Write payslips" }),
  },
  writingPayCheck: {
    on: "ownSheet",
    not: { zh: "工资核对表没有写出", en: "the pay check was not written" },
    again: press({ zh: "写出核对表", en: "Write the check" }),
  },
  writingPayStrips: {
    on: "ownSheet",
    not: { zh: "工资条没有写出", en: "the strips were not written" },
    again: press({ zh: "写出工资条", en: "Write strips" }),
  },
  closingMonth: {
    on: "ownSheet",
    not: { zh: "没有定稿", en: "the month was not closed" },
    again: press({ zh: "定稿当月", en: "Close this month" }),
  },
  explainingClosed: {
    on: "ownSheet",
    not: { zh: "原因没有记下", en: "the reason was not recorded" },
    again: press({ zh: "记下原因", en: "Record the reason" }),
  },
  reopeningMonth: {
    on: "ownSheet",
    not: { zh: "没有重新打开", en: "the month was not reopened" },
    again: press({ zh: "重新打开当月", en: "Reopen the month" }),
  },
  takingBackClosed: {
    on: "ownSheet",
    not: { zh: "定稿的改动没有撤销", en: "what was done with the closed month was not taken back" },
    again: { zh: "再撤销一次", en: "undo it again" },
  },
  rewritingClosed: {
    on: "ownSheet",
    not: { zh: "定稿表没有写回", en: "the sheet was not written back" },
    again: press({ zh: "按定稿数据写回", en: "Write it back" }),
  },
  showingPolicy: {
    on: "policy",
    not: { zh: "不能按它校验和计算", en: "nothing can be validated or calculated by it" },
    again: { zh: "再打开“制度”页", en: "open the page “Policy” again" },
  },
  savingPolicy: {
    on: "policy",
    not: { zh: "这次修改没有保存", en: "this change was not saved" },
    again: { zh: "再改一次", en: "change it again" },
  },
  startingPolicyAfresh: {
    on: "policy",
    not: { zh: "没有换成内置制度", en: "the built-in policy was not put in its place" },
    again: press({ zh: "重新开始", en: "Start afresh" }),
  },
  restoringPolicy: {
    on: "policy",
    not: { zh: "制度设置没有恢复", en: "the policy settings were not restored" },
    again: press({ zh: "恢复", en: "Restore" }),
  },
  takingBackPolicy: {
    on: "policy",
    not: { zh: "没有撤销恢复", en: "restoring was not undone" },
    again: press({ zh: "撤销恢复", en: "Undo restoring" }),
  },
  exportingPolicy: {
    on: "policy",
    not: { zh: "制度没有导出", en: "the policy was not exported" },
    again: { zh: "再导出一次", en: "export it again" },
  },
  importingPolicy: {
    on: "files",
    not: { zh: "文件没有导入", en: "the file was not imported" },
    again: press({ zh: "导入文件", en: "Import file" }),
  },
  weighingReadings: {
    on: "scores",
    not: { zh: "没有算出各口径的影响", en: "what the readings change was not worked out" },
    again: press({ zh: "重新读取", en: "Read again" }),
  },
  tryingVersion: {
    on: "scores",
    not: { zh: "没有算出这些数值的影响", en: "what these values change was not worked out" },
    again: { zh: "再改一次数值", en: "change a value again" },
  },
  comparingPast: {
    on: "policy",
    not: {
      zh: "没有算出以前的月份会怎样改变，制度没有改动",
      en: "what earlier months would change by was not worked out, and the policy stays as it was",
    },
    again: { zh: "再点一次", en: "click once more" },
  },
  judgingPromotions: {
    on: "scores",
    not: { zh: "晋升情况没有更新", en: "promotions were not brought up to date" },
    again: press({ zh: "重新读取", en: "Read again" }),
  },
  creatingPromotionTable: {
    on: "ownSheet",
    not: { zh: "没有建立晋升流程表", en: "the table 晋升流程 was not created" },
    again: press({ zh: "建立晋升流程表", en: "Create 晋升流程" }),
  },
  recordingStep: {
    on: "steps",
    not: { zh: "这个步骤没有写入晋升流程", en: "the step was not written into 晋升流程" },
    again: { zh: "再记录一次", en: "record it again" },
  },
  workingOutPay: {
    on: "scores",
    not: { zh: "工资没有算出", en: "pay was not worked out" },
    again: press({ zh: "重新计算", en: "Work out again" }),
  },
  surveyingWorkbook: {
    on: "copy",
    not: { zh: "没有查看工作簿", en: "the workbook was not looked through" },
    again: press({ zh: "重新查看工作簿", en: "Look through again" }),
  },
  makingCopy: {
    on: "copy",
    not: { zh: "副本没有生成", en: "the copy was not made" },
    again: press({ zh: "生成副本", en: "Make a copy" }),
  },
  openingCopy: {
    on: "copy",
    not: { zh: "副本没有打开", en: "the copy was not opened" },
    again: press({ zh: "打开", en: "Open" }),
  },
  settingStartup: {
    on: "copy",
    not: { zh: "这个设置没有保存", en: "this setting was not saved" },
    again: { zh: "再选一次", en: "choose it again" },
  },
};
