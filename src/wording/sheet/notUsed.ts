import type { SheetField, SkippedKind } from "../../scoresheet";
import { fieldNames } from "./fields";
import type { Both, Language } from "../language";
import { agree, alike, bracketed, counted, joined, listed, NOTHING, number, told } from "../say";

// What validating left aside: a line for each kind of it, so that nobody takes it for read.

interface NotUsed {
  readonly hidden: readonly string[];
  readonly sheets: readonly string[];
  readonly tables: readonly string[];
  readonly columns: readonly { readonly letters: string; readonly heading: string }[];
  readonly rows: readonly {
    readonly kind: SkippedKind;
    readonly sheet: string;
    readonly rows: readonly number[];
    readonly text: string;
  }[];
  readonly joined: readonly { readonly employeeId: string; readonly name: string }[];
  readonly memory: boolean;
}

const MOST_NAMED = 8;
const NO_HEADING: Both = { zh: "（没有表头）", en: "(no heading)" };

function some(names: readonly string[]): Both {
  const shown = listed(names.slice(0, MOST_NAMED).map(alike));
  const rest = names.length - MOST_NAMED;
  return rest <= 0
    ? shown
    : {
        zh: `${shown.zh} 等 ${number(names.length, "zh")} 个`,
        en: `${shown.en} and ${number(rest, "en")} more`,
      };
}

const KINDS: Readonly<Record<SkippedKind, Both>> = {
  sum: { zh: "合计、平均、目标", en: "sums, averages and targets" },
  signature: { zh: "签字、说明", en: "signatures and notes" },
  hint: { zh: "填写提示", en: "hints for filling in" },
  group: { zh: "班组标题", en: "names of teams" },
  heading: { zh: "重复的表头", en: "headings printed again" },
  table: { zh: "下方的另一张表", en: "another table below" },
  blank: { zh: "只有姓名、没有内容", en: "a name and nothing else" },
  nameless: { zh: "有成绩但没有姓名", en: "a score but no name" },
  other: { zh: "没有姓名和成绩", en: "neither a name nor a score" },
};

/** 3, 5–9: numbers in order as people list them. */
function spans(numbers: readonly number[]): string[] {
  const found: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const open = found.at(-1);
    if (open?.last === number - 1) open.last = number;
    else found.push({ first: number, last: number });
  }
  return found.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
}

/** 第 3、5–9 行. */
function rowsNamed(numbers: readonly number[]): Both {
  const all = spans(numbers);
  const shown = listed(all.slice(0, MOST_NAMED).map(alike));
  const rows = agree(numbers.length, "row", "rows");
  return all.length <= MOST_NAMED
    ? { zh: `第 ${shown.zh} 行`, en: `${rows} ${shown.en}` }
    : {
        zh: `第 ${shown.zh} 行等 ${number(numbers.length, "zh")} 行`,
        en: `${counted(numbers.length, "row", "rows")}, among them ${shown.en}`,
      };
}

function rowsSaid(rows: NotUsed["rows"]): Both {
  const sheets = new Set(rows.map(({ sheet }) => sheet));
  const said = rows.map(({ kind, sheet, rows: numbers }): Both => {
    const what = KINDS[kind];
    const where: Both = sheets.size > 1 ? { zh: `${sheet}!`, en: `${sheet}, ` } : NOTHING;
    return {
      zh: `${what.zh} ${where.zh}${rowsNamed(numbers).zh}`,
      en: `${what.en} in ${where.en}${rowsNamed(numbers).en}`,
    };
  });
  return joined(said, "semicolon");
}

/** What was not used, line by line; none where everything was. */
export function sayNotUsed(notUsed: NotUsed, language: Language): string[] {
  const { memory } = notUsed;
  const columns = notUsed.columns.map(({ letters, heading }) =>
    heading === "" ? `${letters} ${NO_HEADING[language]}` : `${letters} ${heading}`,
  );
  const people = notUsed.joined.map(({ name, employeeId }) => `${name} ${employeeId}`);
  const [tables, rows] = [some(notUsed.tables), rowsSaid(notUsed.rows)];
  const [sheets, hidden] = [some(notUsed.sheets), some(notUsed.hidden)];
  return told([
    columns.length > 0 && {
      zh: `未使用的列：${some(columns).zh}`,
      en: `${agree(columns.length, "Column", "Columns")} not used: ${some(columns).en}`,
    },
    notUsed.tables.length > 0 && {
      zh: `本表里没有读取的其他表格：${tables.zh}`,
      en: `${agree(notUsed.tables.length, "Another table", "Other tables")} not read: ${tables.en}`,
    },
    notUsed.rows.length > 0 && {
      zh: `不算人员的行：${rows.zh}`,
      en: `Rows of nobody: ${rows.en}`,
    },
    people.length > 0 && {
      zh: `${number(people.length, "zh")} 人在缺工号的行里按姓名并入：${some(people).zh}`,
      en: `${counted(people.length, "person", "people")} joined by name where the ID is missing: ${some(people).en}`,
    },
    notUsed.sheets.length > 0 && {
      zh: `没有读取的工作表：${sheets.zh}`,
      en: `${agree(notUsed.sheets.length, "Sheet", "Sheets")} not read: ${sheets.en}`,
    },
    notUsed.hidden.length > 0 && {
      zh: `没有读取的隐藏工作表：${hidden.zh}`,
      en: `Hidden ${agree(notUsed.hidden.length, "sheet", "sheets")} not read: ${hidden.en}`,
    },
    memory && {
      zh: "以前记住的表头对应无法读取，没有使用",
      en: "What was remembered of headings cannot be read",
    },
  ]).map((line) => line[language]);
}

/** "5月：没有找到绩效分数列（考核分？）": why the sheet of a month was left out. */
export function sayLacking(
  sheet: string,
  field: SheetField,
  proposals: readonly string[],
  language: Language,
): string {
  const name = fieldNames[field];
  const maybe = bracketed({
    zh: proposals.map((heading) => `${heading}？`).join(""),
    en: proposals.map((heading) => `${heading}?`).join(" "),
  });
  return {
    zh: `${sheet}：没有找到${name.zh}列${maybe.zh}，没有读取`,
    en: `${sheet}: no column ${name.en}${maybe.en}; not read`,
  }[language];
}

interface BesideSaid {
  readonly sheet: { readonly name: string };
  readonly fields: readonly SheetField[];
  readonly people: number;
  readonly matched: number;
  readonly unmatched: readonly string[];
}

function matchSaid({ people, matched, unmatched }: BesideSaid): Both {
  const missing = unmatched.length === 0 ? null : some(unmatched);
  return {
    zh: `${number(people, "zh")} 人中 ${number(matched, "zh")} 人对得上${missing === null ? "" : `；没有对上：${missing.zh}`}`,
    en: `${number(matched, "en")} of ${counted(people, "person", "people")} found there${missing === null ? "" : `; not found: ${missing.en}`}`,
  };
}

/** "从“销售额”取销售额？46 人中 45 人对得上": whether another sheet of the same people is to be read along. */
export function sayOffer(offer: BesideSaid, language: Language): string {
  const { name } = offer.sheet;
  const [what, match] = [listed(offer.fields.map((field) => fieldNames[field])), matchSaid(offer)];
  return {
    zh: `从“${name}”取${what.zh}？${match.zh}`,
    en: `Take ${what.en} from “${name}”? ${match.en}`,
  }[language];
}

/** What was read along from another sheet of the same people; of a roster that says no more, who has left. */
export function sayTaken(taken: BesideSaid, language: Language): string {
  const { name } = taken.sheet;
  const match = matchSaid(taken);
  const what: Both =
    taken.fields.length === 0
      ? { zh: "在职情况", en: "who has left" }
      : listed(taken.fields.map((field) => fieldNames[field]));
  return {
    zh: `${what.zh}取自“${name}”（${match.zh}）`,
    en: `Taken from “${name}”: ${what.en} (${match.en})`,
  }[language];
}
