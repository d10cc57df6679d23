import type { SheetField, SkippedKind } from "../../scoresheet";
import { sayField } from "../findings/paneFindings";
import type { Both, Language } from "../language";
import { agree, counted, list, number } from "../say";

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

const MOST = 8;

function some(names: readonly string[], language: Language): string {
  const shown = list(names.slice(0, MOST), language);
  const rest = names.length - MOST;
  if (rest <= 0) return shown;
  return {
    zh: `${shown} 等 ${number(names.length, language)} 个`,
    en: `${shown} and ${number(rest, language)} more`,
  }[language];
}

const KINDS: Readonly<Record<SkippedKind, Both>> = {
  sum: { zh: "合计、平均、目标", en: "sums, averages and targets" },
  signature: { zh: "签字、说明", en: "signatures and notes" },
  hint: { zh: "填写提示", en: "hints for filling in" },
  group: { zh: "班组标题", en: "names of teams" },
  heading: { zh: "重复的表头", en: "headings printed again" },
  table: { zh: "下方的另一张表", en: "another table below" },
};

function rowsSaid(rows: NotUsed["rows"], language: Language): string[] {
  const sheets = new Set(rows.map(({ sheet }) => sheet));
  return rows.map(({ kind, sheet, rows: numbers }) => {
    const what = KINDS[kind][language];
    const where = sheets.size > 1 ? `${sheet}!` : "";
    const at = some(numbers.map(String), language);
    return {
      zh: `${what} ${where}第 ${at} 行`,
      en: `${what} in ${where === "" ? "" : `${sheet}, `}${agree(numbers.length, "row", "rows")} ${at}`,
    }[language];
  });
}

/** What was not used, line by line; none where everything was. */
export function sayNotUsed(notUsed: NotUsed, language: Language): string[] {
  const { hidden, sheets, tables, columns, rows, joined, memory } = notUsed;
  const line = (zh: string, en: string): string => ({ zh: zh, en: en })[language];
  const all = (names: readonly string[]): string => some(names, language);
  const headings = columns.map(({ letters, heading }) =>
    heading === "" ? letters : `${letters} ${heading}`,
  );
  const people = joined.map(({ name, employeeId }) => `${name} ${employeeId}`);
  const lines: string[] = [];
  if (columns.length > 0)
    lines.push(
      line(
        `未使用的列：${all(headings)}`,
        `${agree(columns.length, "Column", "Columns")} not used: ${all(headings)}`,
      ),
    );
  if (tables.length > 0)
    lines.push(
      line(
        `本表里没有读取的其他表格：${all(tables)}`,
        `${agree(tables.length, "Another table", "Other tables")} not read: ${all(tables)}`,
      ),
    );
  if (rows.length > 0) {
    const said = rowsSaid(rows, language);
    const separator = { zh: "；", en: "; " }[language];
    lines.push(
      line(`不算人员的行：${said.join(separator)}`, `Rows of nobody: ${said.join(separator)}`),
    );
  }
  if (joined.length > 0)
    lines.push(
      line(
        `${number(joined.length, language)} 人在缺工号的行里按姓名并入：${all(people)}`,
        `${counted(joined.length, "person", "people")} joined by name where the ID is missing: ${all(people)}`,
      ),
    );
  if (sheets.length > 0)
    lines.push(
      line(
        `没有读取的工作表：${all(sheets)}`,
        `${agree(sheets.length, "Sheet", "Sheets")} not read: ${all(sheets)}`,
      ),
    );
  if (hidden.length > 0)
    lines.push(
      line(
        `没有读取的隐藏工作表：${all(hidden)}`,
        `Hidden ${agree(hidden.length, "sheet", "sheets")} not read: ${all(hidden)}`,
      ),
    );
  if (memory)
    lines.push(
      line(
        "以前记住的表头对应无法读取，没有使用",
        "What was remembered of headings cannot be read",
      ),
    );
  return lines;
}

/** "5月：没有找到绩效分数列（考核分？）": why the sheet of a month was left out. */
export function sayLacking(
  sheet: string,
  field: SheetField,
  proposals: readonly string[],
  language: Language,
): string {
  const name = sayField(field, language);
  const maybe = proposals.map((heading) => `${heading}${{ zh: "？", en: "?" }[language]}`);
  return {
    zh: `${sheet}：没有找到${name}列${maybe.length === 0 ? "" : `（${maybe.join("")}）`}，没有读取`,
    en: `${sheet}: no column ${name}${maybe.length === 0 ? "" : ` (${maybe.join(" ")})`}; not read`,
  }[language];
}
