import { compactText } from "../../units";
import type { Cell } from "../../grid";
import { remembered } from "../cells/remembered";
import { SHEET_FIELDS } from "../types";
import type { HeadingNames, SheetField } from "../types";

/** The word that a heading comes to, and how. */
export interface HeadingWord {
  readonly field: SheetField;
  /** As compared. */
  readonly key: string;
  /** 0 is the exact name, 1 the first synonym; half a rank more where a leading word was dropped. */
  readonly rank: number;
  /** The name or synonym as it is listed. */
  readonly word: string;
  /** Yuan in one unit of the cells below: 10,000 for 万元. */
  readonly factor: number;
}

/** A heading cell and the field it names. */
export interface HeadingMatch extends HeadingWord {
  readonly column: number;
  readonly heading: string;
}

/** Units and hints that do not change what the cells below mean; as compared. */
const HINTS: ReadonlySet<string> = new Set(
  (
    "分 元 次 % 人民币 rmb cny yuan ¥ 必填 选填 必填项 可选 百分制 分数 分值 满分 次数 金额 元/月 次/月 次/人 单位:元 " +
    "单位:分 单位:次 个 笔 人 pts points times required optional fraction"
  ).split(" "),
);
/** 满分100分, 100分制, 25分, 0-100分, 20%. */
const POINTS = /^(?:满分:?|总分:?)?\d{1,3}(?:\.\d+)?(?:-\d{1,3})?(?:分制?|%|pts|points)?$/u;
const TIMES: ReadonlySet<string> = new Set(["次", "次/月", "次/人", "次数", "单位:次"]);
/** Units that make another amount of the cells below. */
const FACTORS: ReadonlyMap<string, number> = new Map([
  ["万元", 10_000],
  ["万", 10_000],
  ["单位:万元", 10_000],
  ["10kyuan", 10_000],
  ["千元", 1_000],
  ["千", 1_000],
  ["单位:千元", 1_000],
  ["kyuan", 1_000],
]);

/** Below a heading of its own line: the amounts are those reached, not those aimed at. */
const REACHED: ReadonlySet<string> = new Set(
  "实际 实际值 实际完成 完成 完成值 完成额 当月 本月 当月值 本月值 actual".split(" "),
);

/** What may stand before a heading without changing what its cells mean. */
const LEADING = /^(?:当月|本月|月度|实际|个人|客服|考核|评定)/u;
/** (如2025-03), (yyyy-mm-dd): how to fill the cells. */
const FORMAT = /^(?:(?:如|例|例如|格式).*|[ymd年月日\-/.]+)$/u;
const LEADING_BRACKET = /^[([【]([^()[\]【】]*)[)\]】](.+)$/u;
const BRACKETED = /^(.+?)[([【]([^()[\]【】]*)[)\]】]$/u;
const SEPARATED = /^(.+?)[/\-_]([^/\-_]+)$/u;
const BARE_UNIT = /^(.+?)(万元|千元|元|次|分|%)$/u;

/** A heading as it is compared: whatever stands in brackets is still there. */
export function headingKey(text: string): string {
  return compactText(text)
    .replace(/^[*★]+|[*★:]+$/gu, "")
    .replaceAll("的", "")
    .replace(/顾客|买家/gu, "客户");
}

/** What a unit or hint makes of the cells: 1 where it changes nothing, undefined where it is neither. */
function factorOf(hint: string): number | undefined {
  const parts = hint.split(/[,、;，；]/u).map((part) => part.trim());
  let factor = 1;
  for (const part of parts) {
    const own = FACTORS.get(part);
    if (own !== undefined) factor = own;
    else if (part !== "" && !HINTS.has(part) && !POINTS.test(part) && !FORMAT.test(part))
      return undefined;
  }
  return factor;
}

interface Undressed {
  readonly key: string;
  readonly factor: number;
  /** The unit says that the cells count how often: 离岗（次） is 离岗次数. */
  readonly times?: boolean;
  /** The cells are shares: of a score that is as good, of an amount it is not. */
  readonly percent: boolean;
}

/** Only what ends in brackets, or has a stroke, can carry a hint. */
const MAY_CARRY_HINT = /[)\]】]|[/\-_]./u;

/** A key without the units and hints behind it. */
function withoutHints(key: string): Undressed {
  if (!MAY_CARRY_HINT.test(key)) return { key, factor: 1, percent: false };
  const before = LEADING_BRACKET.exec(key);
  let bare = before !== null && factorOf(before[1] ?? "") === 1 ? (before[2] ?? "") : key;
  let factor = 1;
  let percent = false;
  let times = false;
  for (;;) {
    const match = BRACKETED.exec(bare) ?? SEPARATED.exec(bare);
    const [, rest = "", hint = ""] = match ?? [];
    const own = match === null ? undefined : factorOf(hint);
    if (own === undefined) return { key: bare, factor, percent, times };
    bare = rest.replace(/[*★:]+$/gu, "");
    percent ||= hint === "%";
    times ||= TIMES.has(hint);
    if (own !== 1) factor = own;
  }
}

type Known = ReadonlyMap<string, Pick<HeadingWord, "field" | "rank" | "word">>;

function knownWords(names: HeadingNames<SheetField>): Known {
  const known = new Map<string, { field: SheetField; rank: number; word: string }>();
  for (const field of SHEET_FIELDS) {
    const { name, synonyms } = names[field];
    for (const [rank, word] of [name, ...synonyms].entries()) {
      const key = headingKey(word);
      const other = known.get(key);
      if (other === undefined || rank < other.rank) known.set(key, { field, rank, word });
    }
  }
  return known;
}

/** Fields whose cells are points or counts: a share of them is written as they are. */
const NO_AMOUNTS: ReadonlySet<SheetField> = new Set(["score", "complaints", "leaves", "note"]);

function lookUp(known: Known, undressed: Undressed): HeadingWord | undefined {
  const found = lookUpKey(known, undressed);
  return found !== undefined && undressed.percent && !NO_AMOUNTS.has(found.field)
    ? undefined
    : found;
}

function lookUpKey(known: Known, undressed: Undressed): HeadingWord | undefined {
  const { key, factor } = undressed;
  const whole = known.get(key) ?? (undressed.times === true ? known.get(`${key}次数`) : undefined);
  if (whole !== undefined) return { ...whole, key, factor };
  let bare = key;
  for (let match = LEADING.exec(bare); match !== null; match = LEADING.exec(bare)) {
    bare = bare.slice(match[0].length);
    const found = known.get(bare);
    if (found !== undefined) return { ...found, rank: found.rank + 0.5, key: bare, factor };
  }
  return undefined;
}

/** What a text comes to as a heading. */
export interface HeadingTold {
  /** Without units and hints, as words of other kinds are compared. */
  readonly key: string;
  readonly word: HeadingWord | null;
}

export interface HeadingReader {
  /** The field that a heading names: an exact name of any field before any synonym. */
  readonly tell: (text: string) => HeadingTold;
  /** The field that two lines name together: 岗位 over 等级. */
  readonly joined: (upper: Cell, lower: Cell) => HeadingWord | undefined;
}

const readers = new WeakMap<HeadingNames<SheetField>, HeadingReader>();

/** Reads headings by HR's names and synonyms (rule S1.1); one reader a set of names. */
export function headingReader(names: HeadingNames<SheetField>): HeadingReader {
  let reader = readers.get(names);
  if (reader === undefined) readers.set(names, (reader = makeReader(names)));
  return reader;
}

/** Dates and bare numbers are no words. */
const NO_WORD = /^(?:[\d\-/.:,年月日%]*\d[\d\-/.:,年月日%]*|[-/.:,%]*)$/u;
/** Longer texts are titles and notes. */
const LONGEST_HEADING = 60;
const NO_HEADING: HeadingTold = { key: "", word: null };

function makeReader(names: HeadingNames<SheetField>): HeadingReader {
  const known = knownWords(names);
  const find = (key: string, undressed: Undressed): HeadingWord | undefined => {
    const asTyped = known.get(key);
    if (asTyped !== undefined) return { ...asTyped, key, factor: 1 };
    const found = lookUp(known, undressed);
    if (found !== undefined) return found;
    const unit = BARE_UNIT.exec(undressed.key);
    if (unit === null) return undefined;
    const [, bare = "", hint = ""] = unit;
    const percent = undressed.percent || hint === "%";
    const times = undressed.times === true || TIMES.has(hint);
    const rest = lookUp(known, { ...undressed, key: bare, percent, times });
    return rest === undefined
      ? undefined
      : { ...rest, factor: FACTORS.get(hint) ?? undressed.factor };
  };
  return {
    tell: remembered((text: string): HeadingTold => {
      if (text.length > LONGEST_HEADING || NO_WORD.test(text)) return NO_HEADING;
      const key = headingKey(text);
      const undressed = withoutHints(key);
      return { key: undressed.key, word: find(key, undressed) ?? null };
    }),
    joined: (upper, lower) => {
      if (typeof upper !== "string" || typeof lower !== "string") return undefined;
      const above = withoutHints(headingKey(upper));
      const below = headingKey(lower);
      // 客户投诉 over （次）: the lower line is but the unit of the upper.
      const unit = below.replace(/^[([【](.*)[)\]】]$/u, "$1");
      const factor = factorOf(unit);
      if (factor !== undefined) {
        const times = above.times === true || TIMES.has(unit);
        return find(above.key, factor === 1 ? { ...above, times } : { ...above, factor });
      }
      // 销售业绩 over 目标 and 实际: what was reached is meant.
      const reached = withoutHints(below);
      if (REACHED.has(reached.key)) {
        const found = find(above.key, { ...above, factor: reached.factor });
        if (found !== undefined) return found;
      }
      const key = above.key + below;
      return find(key, withoutHints(key));
    },
  };
}

/** The words of one kind of column that is no field, as compared. */
export function wordSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(headingKey));
}

/** A heading without units and hints, as words of other kinds are compared. */
export function bareHeading(text: string): string {
  return withoutHints(headingKey(text)).key;
}

const PART_OF_SCORE =
  /(?:[([【](?:满分:?|权重:?)?\d+(?:\.\d+)?(?:分|%|pts)[)\]】]|(?<!\d)\d+分|\d+%)$/u;

/** Whether a heading is that of a day-to-day part of a score: 服务态度（25分）, 响应速度20%. */
export function isPartOfScore(text: string): boolean {
  return PART_OF_SCORE.test(compactText(text));
}
