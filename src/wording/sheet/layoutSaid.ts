import type { AmountUnit, ColumnReason, MonthClue, SheetLayout, YearFound } from "../../scoresheet";
import { formatMonth, type Month } from "../../units";
import { sayField } from "../findings/paneFindings";
import type { Both, Language } from "../language";
import { allOf, counted, list } from "../say";

const shape = ({ kind, headerRow, months, twoHeaderRows }: SheetLayout): Both => {
  const row = headerRow + 1;
  const zhRow = twoHeaderRows ? `表头到第 ${row} 行` : `表头在第 ${row} 行`;
  const enRow = twoHeaderRows ? `headings down to row ${row}` : `headings in row ${row}`;
  return kind === "long"
    ? { zh: `一人一月一行，${zhRow}`, en: `One row a person and month, ${enRow}` }
    : {
        zh: `一人一行，${months.length} 个月份列，${zhRow}`,
        en: `One row a person, ${counted(months.length, "month column")}, ${enRow}`,
      };
};

/** Where a piece of evidence for a month stands: 标题第1行. */
export function sayClue({ source, text, cell }: MonthClue): Both {
  const row = cell === null ? "" : String(cell.row + 1);
  const at: Record<MonthClue["source"], Both> = {
    label: { zh: `第 ${row} 行“${text}”`, en: `“${text}” in row ${row}` },
    title: { zh: `标题${row === "" ? "" : `第 ${row} 行`}“${text}”`, en: `the title “${text}”` },
    tab: { zh: `工作表名“${text}”`, en: `the sheet's name “${text}”` },
    file: { zh: `文件名“${text}”`, en: `the file's name “${text}”` },
    said: { zh: "您的选择", en: "your choice" },
  };
  return at[source];
}

function fromClues(clues: readonly MonthClue[]): Both {
  const said = clues.map(sayClue);
  return {
    zh: allOf(
      said.map(({ zh }) => zh),
      "zh",
    ),
    en: allOf(
      said.map(({ en }) => en),
      "en",
    ),
  };
}

/** "2026-10：取自标题第1行": which month a sheet is of and what says so; null where its rows or headings say it. */
export function sayMonthFrom({ sheetMonth, year }: SheetLayout, language: Language): string | null {
  const said = sheetMonth?.month != null ? ofMonth(sheetMonth.month, sheetMonth.from ?? []) : null;
  const both = said ?? (year === null ? null : ofYear(year));
  return both === null ? null : both[language];
}

function ofMonth(month: Month, clues: readonly MonthClue[]): Both {
  const from = fromClues(clues);
  const when = formatMonth(month);
  return { zh: `${when}：取自${from.zh}`, en: `${when}: from ${from.en}` };
}

function ofYear({ year, column, from }: YearFound): Both | null {
  if (column !== null) return { zh: "年份取自年份列", en: "The year is that of its column" };
  if (year === null) return null;
  const clue = from === null ? { zh: "您的选择", en: "your choice" } : sayClue(from);
  return { zh: `${year} 年：取自${clue.zh}`, en: `${year}: from ${clue.en}` };
}

const UNITS: Readonly<Record<number, Both>> = {
  1: { zh: "元", en: "yuan" },
  1_000: { zh: "千元", en: "thousands of yuan" },
  10_000: { zh: "万元", en: "ten thousands of yuan" },
};

/** A unit of amounts: 万元. */
export function sayAmountUnit(factor: number, language: Language): string {
  return (UNITS[factor] ?? UNITS[1] ?? { zh: "", en: "" })[language];
}

/** In which unit amounts are read, where it is not plainly yuan. */
function unitSaid({ field, factor, settled }: AmountUnit, language: Language): string {
  const name = sayField(field, language);
  const unit = sayAmountUnit(factor, language);
  if (settled) return { zh: `${name}按${unit}读取`, en: `${name} is read in ${unit}` }[language];
  return {
    zh: `${name}像是以${unit}为单位，待确认`,
    en: `${name} seems to be in ${unit}; to be confirmed`,
  }[language];
}

/** Why a column is what it is, with all it goes by: 两行表头“岗位 / 等级”合起来与“岗位等级”同义. */
export function sayReason({ field, lines, word, how }: ColumnReason, language: Language): string {
  const name = sayField(field, language);
  const heading = lines.join(" / ");
  const known = word ?? name;
  const reasons: Record<ColumnReason["how"], Both> = {
    name: { zh: `表头“${heading}”`, en: `heading “${heading}”` },
    synonym: {
      zh: `“${heading}”与“${known}”同义`,
      en: `“${heading}” means the same as “${known}”`,
    },
    joined: {
      zh: `两行表头“${heading}”合起来与“${known}”同义`,
      en: `the lines “${heading}” together mean “${known}”`,
    },
    content: { zh: `“${heading}”，按内容判断`, en: `“${heading}”, by what it holds` },
    chosen: { zh: `“${heading}”，由您选定`, en: `“${heading}”, chosen by you` },
  };
  const reason = reasons[how][language];
  return { zh: `${name}：${reason}`, en: `${name}: ${reason}` }[language];
}

/** How a sheet was understood, line by line: its shape, its month, its columns and why. */
export function sayLayout(layout: SheetLayout, language: Language): string[] {
  const month = sayMonthFrom(layout, language);
  const plain = layout.reasons.filter(({ how }) => how === "name");
  const told = layout.reasons.filter(({ how }) => how !== "name");
  const names = plain.map(({ field }) => sayField(field, language));
  const exact = {
    zh: `表头与名称一致：${list(names, language)}`,
    en: `Headings that are the names: ${list(names, language)}`,
  }[language];
  return [
    shape(layout)[language],
    ...(month === null ? [] : [month]),
    ...(layout.unit === null ? [] : [unitSaid(layout.unit, language)]),
    ...(names.length === 0 ? [] : [exact]),
    ...told.map((reason) => sayReason(reason, language)),
  ];
}

/** "最早 2024-07 → 最新 2025-06": what the sheet spans, whichever way its months stand. */
export function sayOrder(
  months: readonly Month[],
  order: SheetLayout["order"],
  language: Language,
): string {
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return "";
  const span = {
    zh: `最早 ${formatMonth(first)} → 最新 ${formatMonth(last)}`,
    en: `earliest ${formatMonth(first)} → latest ${formatMonth(last)}`,
  }[language];
  const way: Record<NonNullable<SheetLayout["order"]>, Both> = {
    rising: { zh: "（左旧右新）", en: " (older on the left)" },
    falling: { zh: "（左新右旧）", en: " (newer on the left)" },
    mixed: { zh: "（列序混合，按日期排列）", en: " (columns mixed, sorted by date)" },
  };
  return order === null ? span : `${span}${way[order][language]}`;
}
