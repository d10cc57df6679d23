import type { FormulaColumnKind } from "../../views";
import type { Restricted } from "./restricted";

// What stands in workbooks in the policy's language, whatever the pane speaks: it is looked for again, by us or by
// formulas. Messages that name it take it from here.

/** What sheets of the product are called; those of a month carry it behind their name. */
export const SHEET_NAMES = {
  candidates: "晋升候选人",
  reviews: "绩效复核",
  payslips: "工资表",
  /** Typed pay beside the policy. */
  payCheck: "工资核对",
  /** Strips to cut, one for each person. */
  payStrips: "工资条",
  closed: "定稿",
  /** Earlier scores; never the sheet of the month. */
  history: "历史成绩",
  /** The first sheet of a copy. */
  cover: "说明",
  /** The policy's numbers in a copy with plain formulas. */
  parameters: "制度参数",
} as const;

/** Headings that no reader takes for typed pay. */
export const formulaHeadings: Readonly<
  Record<FormulaColumnKind, { readonly text: string; readonly holds: readonly Restricted[] }>
> = {
  commission: { text: "提成（公式）", holds: ["pay"] },
  performance: { text: "绩效工资（公式）", holds: ["pay"] },
  gross: { text: "应发合计（公式）", holds: ["pay"] },
  promotion: { text: "晋升判断（公式）", holds: [] },
  risk: { text: "绩效预警（公式）", holds: ["reviews"] },
};

/** Headings under which HR keeps what CS.RISK answers. */
export const RISK_HEADINGS = ["预警", "绩效预警", "复核", "绩效复核", "绩效复核提示"] as const;

/** What the heading of a column says whose contents a copy has left out. */
export const LEFT_OUT_HEADING = "已略去";

/** What a person is called by number in a copy without names: "员工1". */
export const PERSON_BY_NUMBER = "员工";
