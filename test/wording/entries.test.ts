import { describe, expect, test } from "vitest";
import * as wording from "../../src/wording";
import { MESSAGES, textsOf } from "./messages";
import { WORDS } from "./messages/facts";

const COUNTS = [0, 1, 2];

/** What is Chinese in an English sentence too: what HR types, and names of what stands in the workbook. */
const NAMES =
  /产假|病假|法定假期|晋升流程|历史成绩|制度参数|说明|现级别起始月|现级别|工号|姓名|月份|级别|绩效分数|经办人|\d+分|年|月|3万|已略去|新客服|新员工|\(试用\)|试用期?|[初中高]级客服|储备主管/gu;
const HAN = /\p{Script=Han}/u;
/** Traces of a fact that a sentence was to hold, or of a language that nobody chose. */
const UNFILLED = /undefined|null|NaN|\[object|\$\{|=>/;

/** What is wrong with one text of a message, beside the same text in the other language. */
function faultsIn(zh: string | undefined, en: string | undefined): string[] {
  if (zh === undefined || en === undefined) return ["only in one language"];
  if ((zh.trim() === "") !== (en.trim() === "")) return ["empty in one language"];
  return [
    ...[zh, en].filter((text) => UNFILLED.test(text)).map(() => "unfilled"),
    ...(zh.includes(WORDS.en) ? ["the English name in Chinese"] : []),
    ...(en.includes(WORDS.zh) ? ["the Chinese name in English"] : []),
    ...(HAN.test(en.replace(NAMES, "")) && en !== zh ? ["Chinese in English"] : []),
  ].map((fault) => `${fault}: ${zh} | ${en}`);
}

function faultsOf(zh: readonly string[], en: readonly string[]): string[] {
  return Array.from({ length: Math.max(zh.length, en.length) }, (_, at) =>
    faultsIn(zh[at], en[at]),
  ).flat();
}

test("faults are seen", () => {
  expect(faultsOf(["甲", "一"], ["Alpha"])).toEqual(["only in one language"]);
  expect(faultsOf(["有"], [""])).toEqual(["empty in one language"]);
  expect(faultsOf(["第 undefined 行"], ["row 1"])).toHaveLength(1);
  expect(faultsOf(["Alpha"], ["甲"])).toHaveLength(3);
  expect(faultsOf(["填写工号"], ["Enter 工号 please 填写"])).toHaveLength(1);
  expect(faultsOf(["填写工号"], ["Enter the 工号"])).toEqual([]);
});

/** Messages that say nothing in some cases; each of the others says something whatever the facts. */
const MAY_BE_SILENT: ReadonlySet<string> = new Set([
  "namePayrollPeople",
  "sayCopyFacts",
  "sayFileLoses",
  "sayFileNotRead",
  "sayList",
  "sayPayrollPeople",
  "sayWhatIsRemoved",
]);

describe("every message, in both languages side by side", () => {
  test.each(Object.entries(MESSAGES))("%s", (name, say) => {
    for (const n of COUNTS) {
      const [zh, en] = [textsOf(say(n, "zh")), textsOf(say(n, "en"))];
      expect(faultsOf(zh, en)).toEqual([]);
      if (!MAY_BE_SILENT.has(name)) expect(zh.join("")).not.toBe("");
    }
  });
});

type Table = (language: wording.Language) => object;

function isTable(value: unknown): value is Table {
  return typeof value === "function";
}

/** The tables of fixed words that pages show, by their names. */
const TABLES = Object.entries<unknown>(wording).flatMap(([name, value]) =>
  /Words$|^marks$/.test(name) && isTable(value) ? [[name, value] as const] : [],
);

/** The words of a table; those that are made of a fact are given one. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "function") return textsOf((value as (fact: string) => unknown)("x"));
  return typeof value === "object" && value !== null
    ? Object.values<unknown>({ ...value }).flatMap(wordsIn)
    : textsOf(value);
}

describe("the fixed words of every page", () => {
  test("are found", () => expect(TABLES.length).toBeGreaterThan(10));

  test.each(TABLES)("%s", (name, table) => {
    const [zh, en] = [wordsIn(table("zh")), wordsIn(table("en"))];
    expect(faultsOf(zh, en)).toEqual([]);
    if (name !== "marks") expect([...zh, ...en].filter((word) => word.trim() === "")).toEqual([]);
  });
});
