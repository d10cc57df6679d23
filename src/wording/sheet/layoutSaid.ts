import type { AmountUnit, ColumnReason, MonthClue, SheetLayout, YearFound } from "../../scoresheet";
import { formatMonth, type Month } from "../../units";
import { fieldNames } from "./fields";
import type { Both, Language } from "../language";
import { alike, allOf, bracketed, counted, joined, listed, NOTHING, quote, told } from "../say";

const shape = ({ kind, headerRow, months, twoHeaderRows }: SheetLayout): Both => {
  const at = headerRow + 1;
  const row: Both = twoHeaderRows
    ? { zh: `表头到第 ${at} 行`, en: `headings down to row ${at}` }
    : { zh: `表头在第 ${at} 行`, en: `headings in row ${at}` };
  return kind === "long"
    ? { zh: `一人一月一行，${row.zh}`, en: `One row a person and month, ${row.en}` }
    : {
        zh: `一人一行，${months.length} 个月份列，${row.zh}`,
        en: `One row a person, ${counted(months.length, "month column")}, ${row.en}`,
      };
};

/** Where a piece of evidence for a month stands: 标题第1行. */
export function sayClue({ source, text, cell }: MonthClue): Both {
  const row = cell === null ? "" : String(cell.row + 1);
  const at: Record<MonthClue["source"], Both> = {
    label: { zh: `第 ${row} 行${quote(text)}`, en: `${quote(text)} in row ${row}` },
    title: {
      zh: `标题${row === "" ? "" : `第 ${row} 行`}${quote(text)}`,
      en: `the title ${quote(text)}`,
    },
    tab: { zh: `工作表名${quote(text)}`, en: `the sheet's name ${quote(text)}` },
    file: { zh: `文件名${quote(text)}`, en: `the file's name ${quote(text)}` },
    said: { zh: "您的选择", en: "your choice" },
  };
  return at[source];
}

function monthFrom({ sheetMonth, year }: SheetLayout): Both | null {
  if (sheetMonth?.month == null) return year === null ? null : ofYear(year);
  const from = listed((sheetMonth.from ?? []).map(sayClue), allOf);
  const when = formatMonth(sheetMonth.month);
  return { zh: `${when}：取自${from.zh}`, en: `${when}: from ${from.en}` };
}

/** "2026-10：取自标题第1行": which month a sheet is of and what says so; null where its rows or headings say it. */
export function sayMonthFrom(layout: SheetLayout, language: Language): string | null {
  return monthFrom(layout)?.[language] ?? null;
}

function ofYear({ year, column, from }: YearFound): Both | null {
  if (column !== null) return { zh: "年份取自年份列", en: "The year is that of its column" };
  if (year === null) return null;
  const clue = from === null ? { zh: "您的选择", en: "your choice" } : sayClue(from);
  return { zh: `${year} 年：取自${clue.zh}`, en: `${year}: from ${clue.en}` };
}

const UNITS: Readonly<Record<number, Both>> & { readonly 1: Both } = {
  1: { zh: "元", en: "yuan" },
  1_000: { zh: "千元", en: "thousands of yuan" },
  10_000: { zh: "万元", en: "ten thousands of yuan" },
};

const amountUnit = (factor: number): Both => UNITS[factor] ?? UNITS[1];

/** A unit of amounts: 万元. */
export function sayAmountUnit(factor: number, language: Language): string {
  return amountUnit(factor)[language];
}

/** In which unit amounts are read, where it is not plainly yuan. */
function unitSaid({ field, factor, settled }: AmountUnit): Both {
  const [name, unit] = [fieldNames[field], amountUnit(factor)];
  return settled
    ? { zh: `${name.zh}按${unit.zh}读取`, en: `${name.en} is read in ${unit.en}` }
    : {
        zh: `${name.zh}像是以${unit.zh}为单位，待确认`,
        en: `${name.en} seems to be in ${unit.en}; to be confirmed`,
      };
}

/** Why a column is what it is, with everything it depends on: 两行表头“岗位 / 等级”合起来与“岗位等级”同义. */
function reasonSaid({ field, lines, word, how }: ColumnReason): Both {
  const name = fieldNames[field];
  const heading = lines.join(" / ");
  const known = word === null ? name : alike(word);
  const reasons: Record<ColumnReason["how"], Both> = {
    name: { zh: `表头${quote(heading)}`, en: `heading ${quote(heading)}` },
    synonym: {
      zh: `${quote(heading)}与${quote(known.zh)}同义`,
      en: `${quote(heading)} means the same as ${quote(known.en)}`,
    },
    joined: {
      zh: `两行表头${quote(heading)}合起来与${quote(known.zh)}同义`,
      en: `the lines ${quote(heading)} together mean ${quote(known.en)}`,
    },
    content: { zh: `${quote(heading)}，按内容判断`, en: `${quote(heading)}, by what it holds` },
    chosen: { zh: `${quote(heading)}，由您选定`, en: `${quote(heading)}, chosen by you` },
  };
  return joined([name, reasons[how]], "colon");
}

/** How a sheet was understood, line by line: its shape, its month, its columns and why. */
export function sayLayout(layout: SheetLayout, language: Language): string[] {
  const plain = layout.reasons.filter(({ how }) => how === "name");
  const others = layout.reasons.filter(({ how }) => how !== "name");
  const names = listed(plain.map(({ field }) => fieldNames[field]));
  return told([
    shape(layout),
    monthFrom(layout) ?? false,
    layout.unit !== null && unitSaid(layout.unit),
    plain.length > 0 && {
      zh: `表头与名称一致：${names.zh}`,
      en: `Headings that are the names: ${names.en}`,
    },
    ...others.map(reasonSaid),
  ]).map((line) => line[language]);
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
  const ways: Record<NonNullable<SheetLayout["order"]>, Both> = {
    rising: { zh: "左旧右新", en: "older on the left" },
    falling: { zh: "左新右旧", en: "newer on the left" },
    mixed: { zh: "列序混合，按日期排列", en: "columns mixed, sorted by date" },
  };
  const way = bracketed(order === null ? NOTHING : ways[order]);
  return {
    zh: `最早 ${formatMonth(first)} → 最新 ${formatMonth(last)}${way.zh}`,
    en: `earliest ${formatMonth(first)} → latest ${formatMonth(last)}${way.en}`,
  }[language];
}
