import type { CopyFacts } from "../../sharing";
import type { Language } from "../language";
import { LEFT_OUT_HEADING } from "../sheet/restricted";
import { agree, counted } from "../say";

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

const title = (label: string): CoverRow => ({ kind: "title", label, text: "" });
const heading = (label: string): CoverRow => ({ kind: "heading", label, text: "" });
const row = (label: string, text: string): CoverRow => ({ kind: "row", label, text });

function inChinese({ copy, day, by, policyName, readings, errors, people }: CoverFacts): CoverSaid {
  const done = [
    ...(copy.frozen > 0
      ? [row("公式转为数值", `${copy.frozen} 个（调用加载项的公式；其余公式照常计算）`)]
      : []),
    ...(copy.plain > 0
      ? [row("改写为普通公式", `${copy.plain} 个，所用数字见“制度参数”工作表`)]
      : []),
    ...(copy.frozenForLeftOut > 0
      ? [row("引用已略去内容的公式", `${copy.frozenForLeftOut} 个，转为数值`)]
      : []),
    ...(copy.blanked > 0 ? [row("由已略去内容算出的单元格", `${copy.blanked} 个，留空`)] : []),
    ...(copy.troubledCount > 0
      ? [
          row(
            "无数值的单元格",
            errors === "blank"
              ? `${copy.troubledCount} 个：错误值已留空`
              : `${copy.troubledCount} 个：显示错误值或空白，制作时即如此`,
          ),
        ]
      : []),
    ...(copy.sheetsLeftOut.length > 0
      ? [row("略去的工作表", `${copy.sheetsLeftOut.length} 张`)]
      : []),
    ...(copy.columnsLeftOut.length > 0
      ? [row("略去的列", `${copy.columnsLeftOut.length} 列，标题写明“${LEFT_OUT_HEADING}”`)]
      : []),
    ...(copy.notesGone > 0 ? [row("略去的批注", `${copy.notesGone} 条`)] : []),
    ...(people === "numbers" ? [row("姓名", `已用编号代替（${copy.people} 人）`)] : []),
    ...(people === "remove" ? [row("姓名", "已删除")] : []),
  ];
  return {
    name: "说明",
    rows: [
      title("这份副本的说明"),
      row("制作日期", day),
      ...(by === "" ? [] : [row("制作人", by)]),
      row("制度", policyName === "" ? "加载项内置的制度" : policyName),
      row("用途", "供查看。数据以人事部门的原文件为准；打开本文件无需安装加载项。"),
      heading("与原文件的不同"),
      ...(done.length > 0 ? done : [row("无", "内容与原文件相同")]),
      heading("采用的口径"),
      ...readings.map(({ title: name, option, decided }) =>
        row(name, decided ? option : `${option}（尚未确认）`),
      ),
    ],
  };
}

function inEnglish({ copy, day, by, policyName, readings, errors, people }: CoverFacts): CoverSaid {
  const done = [
    ...(copy.frozen > 0
      ? [
          row(
            "Formulas made values",
            `${copy.frozen} (those that call the add-in; all others calculate)`,
          ),
        ]
      : []),
    ...(copy.plain > 0
      ? [
          row(
            "Made plain formulas",
            `${copy.plain}; the numbers they need stand on the sheet 制度参数`,
          ),
        ]
      : []),
    ...(copy.frozenForLeftOut > 0
      ? [row("Formulas on what is left out", `${copy.frozenForLeftOut}, made values`)]
      : []),
    ...(copy.blanked > 0
      ? [row("Cells computed from what is left out", `${copy.blanked}, left blank`)]
      : []),
    ...(copy.troubledCount > 0
      ? [
          row(
            "Cells without a value",
            errors === "blank"
              ? `${copy.troubledCount}: errors were left blank`
              : `${copy.troubledCount}: they showed an error or nothing when the copy was made`,
          ),
        ]
      : []),
    ...(copy.sheetsLeftOut.length > 0
      ? [row("Sheets left out", String(copy.sheetsLeftOut.length))]
      : []),
    ...(copy.columnsLeftOut.length > 0
      ? [
          row(
            "Columns left out",
            `${copy.columnsLeftOut.length}; their headings say ${LEFT_OUT_HEADING}`,
          ),
        ]
      : []),
    ...(copy.notesGone > 0 ? [row("Notes left out", String(copy.notesGone))] : []),
    ...(people === "numbers"
      ? [
          row(
            "Names",
            `replaced by ${agree(copy.people, "a number", "numbers")} (${counted(copy.people, "person", "people")})`,
          ),
        ]
      : []),
    ...(people === "remove" ? [row("Names", "removed")] : []),
  ];
  return {
    name: "说明",
    rows: [
      title("About this copy"),
      row("Made on", day),
      ...(by === "" ? [] : [row("Made by", by)]),
      row("Policy", policyName === "" ? "the add-in's built-in policy" : policyName),
      row(
        "Purpose",
        "For reading. HR's own file is what counts; no add-in is needed to open this one.",
      ),
      heading("What differs from HR's file"),
      ...(done.length > 0 ? done : [row("Nothing", "the contents are the same")]),
      heading("Readings in force"),
      ...readings.map(({ title: name, option, decided }) =>
        row(name, decided ? option : `${option} (not yet decided)`),
      ),
    ],
  };
}

/** The first sheet of a copy: when, by whom, under which policy and readings, and what was done. */
export function sayCover(facts: CoverFacts, language: Language): CoverSaid {
  return { zh: inChinese(facts), en: inEnglish(facts) }[language];
}
