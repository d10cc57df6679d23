import {
  findLevel,
  levelById,
  policyFor,
  type EffectivePolicy,
  type Level,
  type LintResult,
  type Policies,
  type PolicyBook,
} from "../policy";
import {
  asOfMonthInSteps,
  promotionRecordsOf,
  type Person,
  type PromotionRecord,
  type PromotionSheet,
  type ScoreSheet,
  type SheetDisplay,
} from "../scoresheet";
import { score, type Month, type Score } from "../units";
import type { MonthMemory } from "./memory";
import { surveySheet, type Survey } from "./survey";
import type { Exclusion } from "./types";
import { Variants } from "./variant";

/** What a month is validated with. */
export interface MonthInput {
  readonly sheet: ScoreSheet;
  readonly book: PolicyBook;
  /** HR's choice; without it the month is found (rule M1). */
  readonly asOf?: Month | undefined;
  /** The current month: scores after it are slips. */
  readonly today: Month;
  /** What Excel shows beside the values; without it nothing is hidden, merged or rounded. */
  readonly display?: SheetDisplay | undefined;
  /** The table 晋升流程; null where the workbook has none. */
  readonly promotions?: PromotionSheet | null | undefined;
  /** Whether HR has said that somebody left. */
  readonly hasLeft?: ((person: Person) => boolean) | undefined;
  /** What the checks of a policy find in it, errors and all. */
  readonly policyFaultsIn?: ((policy: EffectivePolicy) => readonly LintResult[]) | undefined;
}

/** One month being validated: the sheet, the month and the policies that judge it. */
export interface MonthSetting {
  readonly sheet: ScoreSheet;
  /** Null where the sheet has no score that could be of any month up to now. */
  readonly asOf: Month | null;
  readonly today: Month;
  readonly policies: Policies;
  /** What other options of the readings would come to. */
  readonly variants: Variants;
  /** The first month on the sheet, later ones than the as-of month left out. */
  readonly begins: Month | null;
  /** Months with a score up to now, oldest first. */
  readonly scoredMonths: readonly Month[];
  /** How many of the scores formulas have worked out. */
  readonly scoreFormulas: number;
  /** Set where the scores look like shares of 1: how many there are, and the greatest. */
  readonly fractions: { readonly scores: number; readonly greatest: Score } | null;
  /** Why nobody is judged, where that is so. */
  readonly blanket: Exclusion | null;
  /** What an earlier check left; null where none will follow. */
  readonly memory: MonthMemory | null;
  readonly book: PolicyBook;
  readonly display: SheetDisplay;
  /** The rows of 晋升流程 by person; null where the workbook has no such table. */
  readonly promotionsOf: ((person: Person) => readonly PromotionRecord[]) | null;
  readonly hasLeft: (person: Person) => boolean;
  readonly policyFaults: readonly LintResult[];
}

const PLAIN_DISPLAY: SheetDisplay = { hiddenRows: 0, merged: [], shown: () => undefined };

/** So few scores prove no habit. */
const LEAST_FRACTIONS = 3;
const ONE_POINT = score(1_000_000);

/** Scores entered as shares of 1: at least three, none above 1, not all 0 (scoresAsFractions). */
function fractionsOf({ scores, greatest }: Survey): MonthSetting["fractions"] {
  return scores >= LEAST_FRACTIONS && greatest > 0 && greatest <= ONE_POINT
    ? { scores, greatest }
    : null;
}

function blanketOf(
  { layout, unplaced, taken }: ScoreSheet,
  fractions: MonthSetting["fractions"],
): Exclusion | null {
  if (layout.problems.some(({ code }) => code === "monthWithoutYear"))
    return { kind: "monthWithoutYear" };
  if (layout.problems.some(({ code }) => code === "monthContradicts"))
    return { kind: "monthInDoubt" };
  if (layout.problems.some(({ code }) => code === "gradesUnknown"))
    return { kind: "gradesUnknown" };
  // Its row may be anybody's.
  const [lost] = unplaced;
  if (lost !== undefined)
    return { kind: "notCalculated", cell: lost.employeeId.cell ?? lost.name.cell, month: null };
  if (fractions !== null) return { kind: "scoresAsFractions" };
  const hasLevels =
    layout.columns.level !== undefined || taken.some(({ fields }) => fields.includes("level"));
  return hasLevels ? null : { kind: "noLevelColumn" };
}

/** Everything that a check is given beside the sheet; what arrives as an object counts by its identity. */
function sameInput(one: MonthInput, other: MonthInput): boolean {
  const rest = (input: MonthInput): object => ({ ...input, sheet: null });
  const [before, after] = [rest(one), rest(other)];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].every((key) => Reflect.get(before, key) === Reflect.get(after, key));
}

/** What is true of the sheet as a whole, each part of which can change what is said of anybody. */
function sameSpan(one: MonthSetting, other: MonthSetting): boolean {
  const span = ({ asOf, begins, scoredMonths, fractions, blanket, sheet }: MonthSetting): string =>
    JSON.stringify([
      asOf,
      begins,
      scoredMonths,
      fractions,
      blanket,
      { ...sheet.layout, lastRow: 0 },
    ]);
  return span(one) === span(other);
}

/** Whether both sheets have the same people in the same order: by keys and names 晋升流程's rows are found theirs. */
function samePeople({ people }: ScoreSheet, other: ScoreSheet): boolean {
  return (
    people.length === other.people.length &&
    people.every(({ key, name }, index) => {
      const same = other.people[index];
      return same !== undefined && same.key === key && same.name === name;
    })
  );
}

/** For each memory, the last check's input and setting: what it remembers is true of these only. */
const lastChecks = new WeakMap<
  MonthMemory,
  { readonly input: MonthInput; readonly setting: MonthSetting }
>();

/**
 * The setting of this check: the last one, with what was read anew, where nothing else has changed; otherwise the new
 * one, and the memory forgets what it knew.
 */
function settle(memory: MonthMemory, input: MonthInput, setting: MonthSetting): MonthSetting {
  const last = lastChecks.get(memory);
  const same =
    last !== undefined &&
    sameInput(last.input, input) &&
    sameSpan(last.setting, setting) &&
    (setting.promotionsOf === null || samePeople(last.setting.sheet, setting.sheet));
  const { sheet, promotionsOf, scoreFormulas, hasLeft } = setting;
  const settled = same ? { ...last.setting, sheet, promotionsOf, scoreFormulas, hasLeft } : setting;
  if (!same) memory.forget();
  lastChecks.set(memory, { input, setting: settled });
  return settled;
}

/** Finds the month (unless HR chose one) and the policies for it; yields so that the caller can pause. */
export function* settingOf(
  input: MonthInput,
  memory: MonthMemory | null = null,
): Generator<void, MonthSetting> {
  const { sheet, book, asOf, today, display, promotions, hasLeft, policyFaultsIn } = input;
  const found = yield* surveySheet(sheet, today, memory?.surveys);
  const month =
    asOf ??
    (yield* asOfMonthInSteps(sheet, {
      notAfter: today,
      scoredMonths: (person) => found.people.get(person)?.scored ?? [],
    }));
  yield;
  const { scoredMonths } = found;
  const policies: Policies = {
    asOf: policyFor(book, month ?? today),
    at: (other) => policyFor(book, other),
  };
  const fractions = fractionsOf(found);
  const begins = sheet.layout.months.reduce<Month | null>(
    (first, column) => (first === null || column.month < first ? column.month : first),
    found.first,
  );
  const setting: MonthSetting = {
    sheet,
    asOf: month,
    today,
    policies,
    variants: new Variants(
      policies,
      scoredMonths.filter((scored) => month === null || scored <= month),
    ),
    begins: begins === null || month === null ? null : begins < month ? begins : month,
    scoredMonths,
    scoreFormulas: found.formulas,
    fractions,
    blanket: blanketOf(sheet, fractions),
    memory,
    book,
    display: display ?? PLAIN_DISPLAY,
    promotionsOf: promotions ? promotionRecordsOf(promotions, sheet.people) : null,
    hasLeft: (person) => hasLeft?.(person) === true || leftBefore(sheet, person, month),
    policyFaults: policyFaultsIn?.(policies.asOf) ?? [],
  };
  return memory === null ? setting : settle(memory, input, setting);
}

/** Whether a roster says that somebody left before the month; of one without a day, that they have left. */
function leftBefore({ left }: ScoreSheet, { key, records }: Person, asOf: Month | null): boolean {
  const when = left.get(key);
  if (when === undefined || asOf === null) return false;
  if (when !== null) return when < asOf;
  return !records.some(
    ({ month, score }) =>
      month.quantity.kind === "value" &&
      month.quantity.value >= asOf &&
      score.quantity.kind !== "blank",
  );
}

const levelNames = new WeakMap<EffectivePolicy, Map<string, Level | undefined>>();

/** The level that a text names under a policy; the same few texts stand in thousands of rows. */
export function levelNamed(policy: EffectivePolicy, text: string): Level | undefined {
  let names = levelNames.get(policy);
  if (names === undefined) levelNames.set(policy, (names = new Map<string, Level | undefined>()));
  if (!names.has(text)) names.set(text, findLevel(policy, text));
  return names.get(text);
}

/**
 * The level that a text names in a month, as the as-of month's policy has it: names may change from
 * version to version, ids stay.
 */
export function levelIn(setting: MonthSetting, month: Month, text: string): Level | undefined {
  const { asOf, at } = setting.policies;
  const found = levelNamed(at(month), text);
  return found === undefined ? undefined : levelById(asOf, found.id);
}

/** The policy by which a month's tier and pay go. */
export function policyAt(setting: MonthSetting, month: Month | null): EffectivePolicy {
  return month === null ? setting.policies.asOf : setting.policies.at(month);
}
