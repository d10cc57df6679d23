import type { CopyFacts } from "../../sharing";
import type { Both, Language } from "../language";
import { LEFT_OUT_HEADING, SHEET_NAMES } from "../sheet/inPolicyLanguage";
import { agree, alike, counted, NOTHING, quote } from "../say";

/** A reading in force as the cover tells of it. */
export interface CoverReading {
  readonly title: string;
  readonly option: string;
  readonly decided: boolean;
}

export interface CoverFacts {
  readonly copy: CopyFacts;
  /** The day on which the copy is made, "2026-11-25". */
  readonly day: string;
  /** Who made it; "" where nobody said. */
  readonly by: string;
  readonly policyName: string;
  readonly readings: readonly CoverReading[];
  readonly errors: "keep" | "blank";
  readonly people: "keep" | "numbers" | "remove";
}

export interface CoverRow {
  readonly kind: "title" | "heading" | "row";
  readonly label: string;
  readonly text: string;
}

export interface CoverSaid {
  readonly name: string;
  readonly rows: readonly CoverRow[];
}

type Entry = Readonly<Record<"label" | "text", Both>>;

/** What was done to make the copy; what did not happen is not said. */
function doneOf({ copy, errors, people }: CoverFacts): readonly Entry[] {
  const numbered = counted(copy.people, "person", "people");
  const troubled: Both =
    errors === "blank"
      ? {
          zh: `${copy.troubledCount} 个：错误值已留空`,
          en: `${copy.troubledCount}: errors were left blank`,
        }
      : {
          zh: `${copy.troubledCount} 个：显示错误值或空白，制作时即如此`,
          en: `${copy.troubledCount}: they showed an error or nothing when the copy was made`,
        };
  const rows: readonly (readonly [boolean, Both, Both])[] = [
    [
      copy.frozen > 0,
      { zh: "公式转为数值", en: "Formulas made values" },
      {
        zh: `${copy.frozen} 个（调用加载项的公式；其余公式照常计算）`,
        en: `${copy.frozen} (those that call the add-in; all others calculate)`,
      },
    ],
    [
      copy.plain > 0,
      { zh: "改写为普通公式", en: "Made plain formulas" },
      {
        zh: `${copy.plain} 个，所用数字见${quote(SHEET_NAMES.parameters)}工作表`,
        en: `${copy.plain}; the numbers they need stand on the sheet ${SHEET_NAMES.parameters}`,
      },
    ],
    [
      copy.frozenForLeftOut > 0,
      { zh: "引用已略去内容的公式", en: "Formulas on what is left out" },
      { zh: `${copy.frozenForLeftOut} 个，转为数值`, en: `${copy.frozenForLeftOut}, made values` },
    ],
    [
      copy.blanked > 0,
      { zh: "由已略去内容算出的单元格", en: "Cells computed from what is left out" },
      { zh: `${copy.blanked} 个，留空`, en: `${copy.blanked}, left blank` },
    ],
    [copy.troubledCount > 0, { zh: "无数值的单元格", en: "Cells without a value" }, troubled],
    [
      copy.sheetsLeftOut.length > 0,
      { zh: "略去的工作表", en: "Sheets left out" },
      { zh: `${copy.sheetsLeftOut.length} 张`, en: String(copy.sheetsLeftOut.length) },
    ],
    [
      copy.columnsLeftOut.length > 0,
      { zh: "略去的列", en: "Columns left out" },
      {
        zh: `${copy.columnsLeftOut.length} 列，标题写明${quote(LEFT_OUT_HEADING)}`,
        en: `${copy.columnsLeftOut.length}; their headings say ${LEFT_OUT_HEADING}`,
      },
    ],
    [
      copy.notesGone > 0,
      { zh: "略去的批注", en: "Notes left out" },
      { zh: `${copy.notesGone} 条`, en: String(copy.notesGone) },
    ],
    [
      people === "numbers",
      { zh: "姓名", en: "Names" },
      {
        zh: `已用编号代替（${copy.people} 人）`,
        en: `replaced by ${agree(copy.people, "a number", "numbers")} (${numbered})`,
      },
    ],
    [people === "remove", { zh: "姓名", en: "Names" }, { zh: "已删除", en: "removed" }],
  ];
  return rows.flatMap(([isSo, label, text]) => (isSo ? [{ label, text }] : []));
}

/** The first sheet of a copy: when, by whom, under which policy and readings, and what was done. */
export function sayCover(facts: CoverFacts, language: Language): CoverSaid {
  const { day, by, policyName, readings } = facts;
  const say = (kind: CoverRow["kind"], label: Both, text: Both = NOTHING): CoverRow => ({
    kind,
    label: label[language],
    text: text[language],
  });
  const done = doneOf(facts);
  return {
    name: SHEET_NAMES.cover,
    rows: [
      say("title", { zh: "这份副本的说明", en: "About this copy" }),
      say("row", { zh: "制作日期", en: "Made on" }, alike(day)),
      ...(by === "" ? [] : [say("row", { zh: "制作人", en: "Made by" }, alike(by))]),
      say(
        "row",
        { zh: "制度", en: "Policy" },
        policyName === ""
          ? { zh: "加载项内置的制度", en: "the add-in's built-in policy" }
          : alike(policyName),
      ),
      say(
        "row",
        { zh: "用途", en: "Purpose" },
        {
          zh: "供查看。数据以人事部门的原文件为准；打开本文件无需安装加载项。",
          en: "For reading. HR's own file is what counts; no add-in is needed to open this one.",
        },
      ),
      say("heading", { zh: "与原文件的不同", en: "What differs from HR's file" }),
      ...done.map(({ label, text }) => say("row", label, text)),
      ...(done.length > 0
        ? []
        : [
            say(
              "row",
              { zh: "无", en: "Nothing" },
              { zh: "内容与原文件相同", en: "the contents are the same" },
            ),
          ]),
      say("heading", { zh: "采用的口径", en: "Readings in force" }),
      ...readings.map(({ title, option, decided }) =>
        say(
          "row",
          alike(title),
          decided
            ? alike(option)
            : { zh: `${option}（尚未确认）`, en: `${option} (not yet decided)` },
        ),
      ),
    ],
  };
}
