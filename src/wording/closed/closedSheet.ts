import type { Words } from "../../policy";
import type { ClosedEntry, ClosedField, ClosedRecord } from "../../views";
import { formatMonth, formatYuan, type Fen } from "../../units";
import type { Both, Language } from "../language";
import { payColumns } from "../pay/paySheet";
import { statuses } from "../promotion/candidates";
import { alike, counted, joined, NOTHING, number, told } from "../say";
import { SHEET_NAMES } from "../sheet/inPolicyLanguage";
import { column, type WrittenColumn } from "../sheet/restricted";
import { wordsOf } from "../words";

/** The columns of the sheet of a closed month, in their order. */
export const CLOSED_COLUMNS = [
  "employeeId",
  "name",
  "level",
  "score",
  "tier",
  "sales",
  "extra",
  "complaints",
  "leaves",
  "base",
  "commission",
  "performance",
  "gross",
  "fines",
  "net",
  "status",
  "cell",
] as const;
export type ClosedColumn = (typeof CLOSED_COLUMNS)[number];

export const closedColumns: Readonly<Record<ClosedColumn, WrittenColumn>> = {
  employeeId: payColumns.employeeId,
  name: payColumns.name,
  level: payColumns.level,
  score: payColumns.score,
  tier: column({ zh: "绩效等级", en: "Tier" }),
  sales: payColumns.sales,
  extra: payColumns.extra,
  complaints: column({ zh: "投诉次数", en: "Complaints" }, "fines"),
  leaves: column({ zh: "离岗次数", en: "Leaves of post" }, "fines"),
  base: payColumns.base,
  commission: payColumns.commission,
  performance: payColumns.performance,
  gross: payColumns.gross,
  fines: column({ zh: "罚款", en: "Fines" }, "fines"),
  net: column({ zh: "应付", en: "Due" }, "pay"),
  status: column({ zh: "晋升判断", en: "Promotion" }),
  cell: column({ zh: "成绩所在单元格", en: "Cell of the score" }),
};

export function sayClosedColumn(name: ClosedColumn, language: Language): string {
  return closedColumns[name][language];
}

/** The columns of the record below the people. */
export const closedSheetWords = wordsOf({
  title: (month: string): Both => ({
    zh: `${SHEET_NAMES.closed} ${month}`,
    en: `Closed month ${month}`,
  }),
  total: { zh: "合计", en: "Total" },
  unpaid: { zh: "未能计算", en: "Not worked out" },
  log: { zh: "记录", en: "Record" },
  what: { zh: "事项", en: "What" },
  on: { zh: "日期", en: "Day" },
  by: { zh: "经办人", en: "By" },
  reason: { zh: "原因或备注", en: "Reason or remark" },
  changes: { zh: "与定稿相比", en: "Against the closed month" },
  readings: { zh: "当时采用的口径", en: "Readings in force then" },
  data: {
    zh: "以下供本工具核对，请勿改动",
    en: "For the add-in to check by; please leave as it is",
  },
});

/** What was done with a closed month. */
export const entryNames: Readonly<Record<ClosedEntry["kind"], Both>> = {
  closed: { zh: "定稿", en: "Closed" },
  explained: { zh: "说明改动", en: "Change explained" },
  reopened: { zh: "重新打开", en: "Reopened" },
};

const signed = (amount: Fen): string => `${amount > 0 ? "+" : ""}${formatYuan(amount)}`;

/** How far a month had moved from what was closed: "2 处，+150.00 元". */
export function changedSaid({ changes, difference }: ClosedEntry): Both {
  if (changes === 0) return NOTHING;
  return joined(
    told([
      { zh: `${changes} 处`, en: counted(changes, "change") },
      difference !== 0 && {
        zh: `工资合计 ${signed(difference)} 元`,
        en: `pay ${signed(difference)}`,
      },
    ]),
    "comma",
  );
}

/** 定稿 2026-10; the same in either language, so that it is found again. */
export function sayClosedSheetName({ month }: Pick<ClosedRecord, "month">): string {
  return `${SHEET_NAMES.closed} ${formatMonth(month)}`;
}

/** A reading with the option that was in force. */
export interface ReadingThen {
  readonly title: Words;
  readonly option: Both;
  readonly decided: boolean;
}

/** What stands above the people: by whom, by which policy, and what the amounts are. */
export function sayClosedAbout(
  record: ClosedRecord,
  total: Fen,
  language: Language,
): readonly string[] {
  const { sheet, policy, people, log, inputs } = record;
  const closed = log.filter(({ kind }) => kind === "closed").at(-1);
  const paid = people.filter(({ pay }) => pay?.kind === "paid").length;
  const from: Both =
    policy.from === null
      ? NOTHING
      : { zh: `（自 ${formatMonth(policy.from)} 起）`, en: ` (from ${formatMonth(policy.from)})` };
  const name = policy.name === "" ? { zh: "内置", en: "built in" } : alike(policy.name);
  return told([
    { zh: `成绩表：${sheet.name}`, en: `Score sheet: ${sheet.name}` },
    closed !== undefined && {
      zh: `定稿：${closed.on} ${closed.by}`,
      en: `Closed: ${closed.on} ${closed.by}`,
    },
    { zh: `制度：${name.zh}${from.zh}`, en: `Policy: ${name.en}${from.en}` },
    {
      zh: `${people.length} 人，可付 ${paid} 人，工资合计 ${formatYuan(total)} 元（未扣个人所得税和社会保险）`,
      en: `${counted(people.length, "person", "people")}, pay of ${number(paid, "en")} worked out, ${formatYuan(total)} yuan in all (before tax and social insurance)`,
    },
    {
      zh: "本表由加载项写出，只供对照：改动不会影响计算。",
      en: "Written by the add-in for comparison only: changing it changes no result.",
    },
    { zh: `数据核对码：${inputs}`, en: `Digest of the data: ${inputs}` },
  ]).map((line) => line[language]);
}

/** A reading as it was then: "80分归哪一档：三级（未确认，按推荐）". */
export function sayReadingThen(
  { title, option, decided }: ReadingThen,
  language: Language,
): string {
  const open: Both = decided
    ? NOTHING
    : { zh: "（未确认，按推荐）", en: " (undecided, as recommended)" };
  return {
    zh: `${title.zh}：${option.zh}${open.zh}`,
    en: `${title.en}: ${option.en}${open.en}`,
  }[language];
}

/** A row of the record. */
export function sayClosedEntry(entry: ClosedEntry, language: Language): readonly string[] {
  return [
    entryNames[entry.kind][language],
    entry.on,
    entry.by,
    entry.reason,
    changedSaid(entry)[language],
  ];
}

export function sayClosedStatus(
  status: ClosedRecord["people"][number]["status"],
  language: Language,
): string {
  return status === null ? "" : statuses[status][language];
}

/** What a cell of the month is called. */
export const closedFieldNames: Readonly<Record<ClosedField, Both>> = {
  level: closedColumns.level,
  score: closedColumns.score,
  sales: closedColumns.sales,
  extra: closedColumns.extra,
  complaints: closedColumns.complaints,
  leaves: closedColumns.leaves,
};
