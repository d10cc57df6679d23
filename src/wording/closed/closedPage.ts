import type {
  AmountOf,
  CellChange,
  ChangedPerson,
  ClosedChanges,
  ClosedEntry,
  PolicyLineChange,
  ResultChange,
} from "../../views";
import { fen, formatMonth, formatYuan, type Fen, type Month } from "../../units";
import type { Both, Language } from "../language";
import { payColumns } from "../pay/paySheet";
import { statuses } from "../promotion/candidates";
import { alike, bracketed, counted, joined, listed, NOTHING, quote, told } from "../say";
import { message, type PaneMessage } from "../shell/message";
import { wordsOf } from "../words";
import { changedSaid, closedColumns, closedFieldNames, entryNames } from "./closedSheet";

/** What the pane says of months that HR has closed. */
export const closedPageWords = wordsOf({
  section: { zh: "定稿", en: "Closed months" },
  close: { zh: "定稿…", en: "Close the month…" },
  closeNow: { zh: "定稿当月", en: "Close this month" },
  closeAgain: { zh: "重新定稿…", en: "Close again…" },
  closeHint: {
    zh: "工资发放后定稿：当月每人的成绩、工资和所用口径记在一张“定稿”表里；之后的改动会列出，并要求说明原因。",
    en: "Close a month once it is paid: everybody's scores, pay and the readings used are kept on a sheet of their own; what changes later is listed and asks for a reason.",
  },
  by: { zh: "经办人", en: "By" },
  byMissing: { zh: "请填写经办人", en: "Enter who does this" },
  note: { zh: "备注（可不填）", en: "Remark (optional)" },
  reason: { zh: "原因", en: "Reason" },
  reasonMissing: { zh: "请填写原因", en: "Enter the reason" },
  show: { zh: "查看", en: "Show" },
  hide: { zh: "收起", en: "Hide" },
  explain: { zh: "说明原因…", en: "Give the reason…" },
  explainNow: { zh: "记下原因", en: "Record the reason" },
  reopen: { zh: "重新打开…", en: "Reopen…" },
  reopenNow: { zh: "重新打开当月", en: "Reopen the month" },
  cancel: { zh: "取消", en: "Cancel" },
  undo: {
    closed: { zh: "撤销定稿", en: "Undo closing" },
    explained: { zh: "撤销这条说明", en: "Undo this reason" },
    reopened: { zh: "撤销重新打开", en: "Undo reopening" },
  },
  rewrite: { zh: "按定稿数据写回", en: "Write it back" },
  goTo: { zh: "打开定稿表", en: "Go to the sheet" },
  log: { zh: "记录", en: "Record" },
  policy: { zh: "制度的变化", en: "Changes of the policy" },
  nothing: { zh: "与定稿时相同。", en: "Everything is as it was closed." },
  notCompared: {
    zh: "打开这个月的成绩表后核对。",
    en: "It is compared once its score sheet and month are open.",
  },
  others: (count: number): Both => ({
    zh: `其他已定稿的月份（${count}）`,
    en: `Other closed months (${count})`,
  }),
  question: { zh: "会改变已定稿的月份", en: "This changes closed months" },
  saveAll: { zh: "记下原因并保存", en: "Record the reason and save" },
});

/** A closed month in one line. */
export interface ClosedSaid {
  readonly month: Month;
  /** By whom and when it was closed, or reopened. */
  readonly last: ClosedEntry;
  /** Null while it is not known. */
  readonly changes: number | null;
  readonly explained: boolean;
}

/** "2026-10 已定稿（2026-11-05 张三）· 之后有 2 处变化，未说明原因". */
export function sayClosedLine(
  { month, last, changes, explained }: ClosedSaid,
  language: Language,
): string {
  const when = formatMonth(month);
  const who = bracketed(alike([last.on, last.by].filter((each) => each !== "").join(" ")));
  if (last.kind === "reopened")
    return {
      zh: `${when} 已重新打开${who.zh}：${last.reason}`,
      en: `${when} was reopened${who.en}: ${last.reason}`,
    }[language];
  const open: Both = explained
    ? { zh: "，已说明原因", en: ", explained" }
    : { zh: "，未说明原因", en: ", not explained" };
  const since: Both =
    changes === null
      ? NOTHING
      : changes === 0
        ? { zh: " · 之后没有变化", en: " · nothing changed since" }
        : {
            zh: ` · 之后有 ${changes} 处变化${open.zh}`,
            en: ` · ${counted(changes, "change")} since${open.en}`,
          };
  return {
    zh: `${when} 已定稿${who.zh}${since.zh}`,
    en: `${when} is closed${who.en}${since.en}`,
  }[language];
}

/** Whose line it is: "林晓 1001". */
function named({ name, employeeId }: ChangedPerson): string {
  return [name, employeeId].filter((each) => each !== "").join(" ");
}

const blank: Both = { zh: "空白", en: "blank" };
const none: Both = { zh: "未能计算", en: "not worked out" };
const amount = (value: Fen | null): Both => (value === null ? none : alike(formatYuan(value)));
const arrow = (before: Both, after: Both): Both => ({
  zh: `${before.zh} → ${after.zh}`,
  en: `${before.en} → ${after.en}`,
});

const amountNames: Readonly<Record<AmountOf, Both>> = {
  base: payColumns.base,
  commission: payColumns.commission,
  performance: payColumns.performance,
  extra: payColumns.extra,
  gross: payColumns.gross,
  fines: closedColumns.fines,
  net: closedColumns.net,
};

function cellSaid({ person, field, at, before, after }: CellChange): Both {
  const shown = (text: string): Both => (text === "" ? blank : alike(text));
  const name = closedFieldNames[field];
  const moved = arrow(shown(before), shown(after));
  return {
    zh: `${named(person)}，${at === "" ? "" : `${at} `}${name.zh}：${moved.zh}`,
    en: `${named(person)}, ${at === "" ? "" : `${at} `}${name.en}: ${moved.en}`,
  };
}

/** The whole first, the parts behind it. */
function amountsSaid({ amounts }: Pick<ResultChange, "amounts">): Both {
  const said = ({ of, before, after }: (typeof amounts)[number]): Both => {
    const moved = arrow(amount(before), amount(after));
    return { zh: `${amountNames[of].zh} ${moved.zh}`, en: `${amountNames[of].en} ${moved.en}` };
  };
  const whole = amounts.filter(({ of }) => of === "gross" || of === "net").map(said);
  const parts = amounts.filter(({ of }) => of !== "gross" && of !== "net").map(said);
  if (whole.length === 0) return joined(parts, "comma");
  const inside = bracketed(joined(parts, "comma"));
  const all = joined(whole, "comma");
  return { zh: `${all.zh}${inside.zh}`, en: `${all.en}${inside.en}` };
}

function resultSaid(change: ResultChange): Both {
  const { person, presence, amounts, tier, status } = change;
  const unknown: Both = { zh: "无", en: "none" };
  const tierNamed = (value: number | null): Both => (value === null ? unknown : alike(`${value}`));
  const statusNamed = (value: NonNullable<typeof status>["before"]): Both =>
    value === null ? unknown : statuses[value];
  const moved = {
    tier: tier === null ? null : arrow(tierNamed(tier.before), tierNamed(tier.after)),
    status: status === null ? null : arrow(statusNamed(status.before), statusNamed(status.after)),
  };
  const parts = told([
    presence === "came" && { zh: "定稿时不在当月", en: "was not in the month" },
    presence === "gone" && { zh: "已不在当月", en: "is no longer in the month" },
    amounts.length > 0 && amountsSaid(change),
    moved.tier !== null && {
      zh: `绩效等级 ${moved.tier.zh}`,
      en: `tier ${moved.tier.en}`,
    },
    moved.status !== null && {
      zh: `晋升判断 ${moved.status.zh}`,
      en: `promotion ${moved.status.en}`,
    },
  ]);
  const all = joined(parts, "semicolon");
  return { zh: `${named(person)}：${all.zh}`, en: `${named(person)}: ${all.en}` };
}

/** One change since a month was closed: the cell or the results of a person, before and after. */
export function sayClosedChange(line: CellChange | ResultChange, language: Language): string {
  return (line.kind === "cell" ? cellSaid(line) : resultSaid(line))[language];
}

export function sayClosedPolicy(line: PolicyLineChange, language: Language): string {
  switch (line.kind) {
    case "version": {
      const builtIn = (name: string): Both =>
        name === "" ? { zh: "内置", en: "built in" } : alike(quote(name));
      const moved = arrow(builtIn(line.before), builtIn(line.after));
      return { zh: `版本 ${moved.zh}`, en: `Version ${moved.en}` }[language];
    }
    case "values":
      return { zh: "版本里的数值改过", en: "Values of the version were changed" }[language];
    case "reading": {
      const moved = arrow(line.before, line.after);
      return {
        zh: `${line.reading.title.zh}：${moved.zh}`,
        en: `${line.reading.title.en}: ${moved.en}`,
      }[language];
    }
  }
}

const signed = (value: Fen): string => `${value > 0 ? "+" : ""}${formatYuan(value)}`;

/** By how much the payroll differs from what was closed. */
export function sayClosedTotal(
  { total, paid }: Pick<ClosedChanges, "total" | "paid">,
  language: Language,
): string {
  const difference = fen(total.after - total.before);
  const moved = arrow(alike(formatYuan(total.before)), alike(formatYuan(total.after)));
  const by: Both =
    difference === 0
      ? { zh: "合计不变", en: "the same in all" }
      : { zh: `${signed(difference)} 元`, en: `${signed(difference)} yuan` };
  return {
    zh: `工资合计 ${moved.zh}（${by.zh}），${paid} 人的工资不同`,
    en: `Payroll ${moved.en} (${by.en}); pay of ${counted(paid, "person", "people")} differs`,
  }[language];
}

export function sayClosedLog(entry: ClosedEntry, language: Language): string {
  const changed = bracketed(changedSaid(entry));
  const reason: Both =
    entry.reason === "" ? NOTHING : { zh: `：${entry.reason}`, en: `: ${entry.reason}` };
  const what = entryNames[entry.kind];
  return {
    zh: `${entry.on} ${entry.by} ${what.zh}${changed.zh}${reason.zh}`,
    en: `${entry.on} ${entry.by} ${what.en}${changed.en}${reason.en}`,
  }[language];
}

/** What a change of the policy does to a closed month. */
export interface ClosedEffectSaid {
  readonly month: Month;
  readonly last: ClosedEntry;
  /** Null where its score sheet could not be read. */
  readonly changes: ClosedChanges | null;
  readonly sheetName: string;
}

/** People named in the question before the rest is only counted. */
const MOST_NAMED = 3;

export function sayClosedEffect(
  { month, last, changes, sheetName }: ClosedEffectSaid,
  language: Language,
): readonly string[] {
  const when = formatMonth(month);
  const head: Both = {
    zh: `${when}（${last.on} ${last.by} 定稿）`,
    en: `${when} (closed ${last.on} by ${last.by})`,
  };
  const unknown: Both = {
    zh: `${head.zh}：成绩表${quote(sheetName)}读不到，不知道会改变多少。`,
    en: `${head.en}: the score sheet ${quote(sheetName)} cannot be read, so what would change is not known.`,
  };
  if (changes === null) return [unknown[language]];
  const results = changes.lines.filter((line) => line.kind === "result");
  const rest = results.length - MOST_NAMED;
  const more: Both =
    rest > 0
      ? { zh: `另有 ${rest} 人`, en: `and ${counted(rest, "more person", "more people")}` }
      : NOTHING;
  return [
    `${head[language]}`,
    sayClosedTotal(changes, language),
    ...results.slice(0, MOST_NAMED).map((line) => resultSaid(line)[language]),
    ...(rest > 0 ? [more[language]] : []),
  ];
}

/** What is in the way of closing, or should be known before. */
export function sayClosingDoubts(
  { unpaid, undecided }: { readonly unpaid: number; readonly undecided: readonly Both[] },
  language: Language,
): readonly string[] {
  const titles = listed(undecided);
  return told([
    unpaid > 0 && {
      zh: `${unpaid} 人的工资未能计算，定稿时记为“未能计算”。`,
      en: `Pay of ${counted(unpaid, "person", "people")} is not worked out and is kept as such.`,
    },
    undecided.length > 0 && {
      zh: `以下口径尚未确认，暂按推荐：${titles.zh}。`,
      en: `Undecided readings, taken as recommended: ${titles.en}.`,
    },
  ]).map((line) => line[language]);
}

export function sayMonthClosed(
  month: Month,
  kind: ClosedEntry["kind"],
  sheetName: string,
  language: Language,
): PaneMessage {
  const when = formatMonth(month);
  const what: Readonly<Record<ClosedEntry["kind"], Both>> = {
    closed: { zh: `${when} 已定稿。`, en: `${when} is closed.` },
    explained: { zh: `已记下 ${when} 的改动原因。`, en: `The reason is recorded with ${when}.` },
    reopened: { zh: `${when} 已重新打开。`, en: `${when} is open again.` },
  };
  return message(what[kind], {
    zh: `写在工作表${quote(sheetName)}里。`,
    en: `It stands on the sheet ${quote(sheetName)}.`,
  })[language];
}

export function sayClosedUndone(month: Month, language: Language): PaneMessage {
  const when = formatMonth(month);
  return message({
    zh: `已撤销，${when} 与之前一样。`,
    en: `Undone: ${when} is as it was before.`,
  })[language];
}

/** Why a month cannot be closed. */
export function sayCannotClose(why: "noMonth" | "pending", language: Language): PaneMessage {
  const said = {
    noMonth: message(
      { zh: "没有可以定稿的月份。", en: "There is no month to close." },
      { zh: "请先打开有成绩的工作表。", en: "Open a sheet with scores first." },
    ),
    pending: message(
      {
        zh: "还有单元格没有算完，没有定稿。",
        en: "Some cells are not calculated yet; nothing was closed.",
      },
      { zh: "等 Excel 算完再定稿。", en: "Close the month once Excel is done." },
    ),
  };
  return said[why][language];
}

/** What is wrong with the sheet that keeps a closed month. */
export type ClosedDoubt =
  /** Cells say something else than what was kept; the first of them. */
  | { readonly kind: "edited"; readonly cells: number; readonly first: string }
  /** The workbook remembers another one. */
  | { readonly kind: "foreign" }
  | { readonly kind: "damaged" }
  | { readonly kind: "missing" };

/** `name` is that of the sheet; of a missing one it is its month. */
export function sayClosedDoubt(doubt: ClosedDoubt, name: string, language: Language): string {
  switch (doubt.kind) {
    case "edited":
      return {
        zh: `工作表${quote(name)}有 ${doubt.cells} 格被手工改过（首个 ${doubt.first}）；核对仍以定稿时记下的数据为准。`,
        en: `${counted(doubt.cells, "cell")} of the sheet ${quote(name)} ${doubt.cells === 1 ? "was" : "were"} changed by hand (first ${doubt.first}); comparing still goes by what was kept when it was closed.`,
      }[language];
    case "foreign":
      return {
        zh: `工作表${quote(name)}与工作簿记下的定稿不是同一份，可能被换过；请核对后再用。`,
        en: `The sheet ${quote(name)} is not the one that the workbook remembers and may have been replaced; check it before you rely on it.`,
      }[language];
    case "damaged":
      return {
        zh: `工作表${quote(name)}里供核对的数据被改动或删除，不能再据此核对；请用备份恢复，或重新定稿。`,
        en: `The data of the sheet ${quote(name)} were changed or deleted, so nothing can be compared with it; restore it from a backup, or close the month again.`,
      }[language];
    case "missing":
      return {
        zh: `${name} 曾定稿，但定稿表已被删除，当时的结果不能再核对；请用备份恢复，或重新定稿。`,
        en: `${name} was closed, but its sheet was deleted, so nothing can be compared with it; restore it from a backup, or close the month again.`,
      }[language];
  }
}
