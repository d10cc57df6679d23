import type { Who } from "../../scoresheet";
import { yieldsAt } from "../../steps";
import { personMonth, type KnownScores } from "./knownScores";
import type {
  HistoryConflict,
  HistoryPlan,
  HistoryRow,
  HistorySource,
  WhoAnswers,
  WhoQuestion,
} from "./types";

/** Names somebody of the files as the files do. */
function questionKey({ employeeId, name }: Who): string {
  return JSON.stringify([employeeId, name]);
}

/** Who somebody of the files is: known for certain, or only HR can say. */
type Found =
  | { readonly kind: "known"; readonly who: Who }
  | { readonly kind: "asked"; readonly question: WhoQuestion };

function groupBy(people: readonly Who[], keyOf: (who: Who) => string): Map<string, Who[]> {
  const groups = new Map<string, Who[]>();
  for (const who of people) {
    const key = keyOf(who);
    if (key === "") continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [who]);
    else if (!group.some((one) => questionKey(one) === questionKey(who))) group.push(who);
  }
  return groups;
}

/** Finds people of the files among those of the workbook. */
class Matcher {
  readonly #byId: Map<string, Who[]>;
  readonly #byName: Map<string, Who[]>;
  readonly #ofFiles: Map<string, Who[]>;

  constructor(known: readonly Who[], ofFiles: readonly Who[]) {
    this.#byId = groupBy(known, ({ employeeId }) => employeeId);
    this.#byName = groupBy(known, ({ name }) => name);
    this.#ofFiles = groupBy(ofFiles, ({ employeeId }) => employeeId);
  }

  find(who: Who, rows: number): Found {
    const key = questionKey(who);
    const namesakes = who.name === "" ? [] : (this.#byName.get(who.name) ?? []);
    const ask = (
      why: WhoQuestion["why"],
      candidates: readonly Who[],
      mayBeNew: boolean,
    ): Found => ({ kind: "asked", question: { key, who, why, candidates, mayBeNew, rows } });
    if (who.employeeId === "") return ask("noId", namesakes, true);
    const same = this.#byId.get(who.employeeId);
    if (same !== undefined) {
      const agreeing = same.find(({ name }) => name === who.name || name === "" || who.name === "");
      if (agreeing === undefined) return ask("otherName", same, false);
      return { kind: "known", who: agreeing.name === "" ? who : agreeing };
    }
    if (namesakes.length > 0) return ask("otherId", namesakes, true);
    // Nobody of the workbook; two files may still call one 工号 by two names.
    const called = (this.#ofFiles.get(who.employeeId) ?? []).filter(({ name }) => name !== "");
    return called.length > 1
      ? ask("otherName", called, false)
      : { kind: "known", who: called[0] ?? who };
  }
}

/** The people of the files, and how many rows each has. */
function* peopleOf(
  rows: readonly HistoryRow[],
): Generator<void, ReadonlyMap<string, { readonly who: Who; readonly rows: number }>> {
  const people = new Map<string, { readonly who: Who; rows: number }>();
  for (const [index, { employeeId, name }] of rows.entries()) {
    if (yieldsAt(index)) yield;
    const who = { employeeId, name };
    const key = questionKey(who);
    const met = people.get(key);
    if (met === undefined) people.set(key, { who, rows: 1 });
    else met.rows += 1;
  }
  return people;
}

function byPersonAndMonth(a: HistoryRow, b: HistoryRow): number {
  if (a.employeeId !== b.employeeId) return a.employeeId < b.employeeId ? -1 : 1;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.month - b.month;
}

/**
 * What of the rows of earlier files is written, yielding every few rows: people are matched by 工号 and otherwise as HR answers,
 * months that are known already are left as they are, and of two scores that contradict each other none is taken.
 */
export function* planHistory(
  found: readonly HistoryRow[],
  known: KnownScores,
  answers: WhoAnswers,
): Generator<void, HistoryPlan> {
  const people = yield* peopleOf(found);
  const matcher = new Matcher(
    known.people,
    [...people.values()].map(({ who }) => who),
  );
  const matched = new Map<string, Found>();
  for (const [key, { who, rows }] of people) matched.set(key, matcher.find(who, rows));
  const taken = new Map<string, HistoryRow>();
  const contradicted = new Set<string>();
  const conflicts: HistoryConflict[] = [];
  const counts = { waiting: 0, leftOut: 0, known: 0 };
  for (const [index, each] of found.entries()) {
    if (yieldsAt(index)) yield;
    const key = questionKey(each);
    const who = matched.get(key);
    let row: HistoryRow = each;
    if (who?.kind === "known") row = { ...each, ...who.who };
    else {
      const answer = answers.get(key);
      if (answer === undefined) counts.waiting += 1;
      else if (answer.kind === "leaveOut") counts.leftOut += 1;
      if (answer === undefined || answer.kind === "leaveOut") continue;
      if (answer.kind === "person") row = { ...each, ...answer.who };
    }
    const at = personMonth(row, row.month);
    const standing = known.scores.get(at);
    const earlier = taken.get(at);
    const other = standing ?? earlier?.score;
    if (other === undefined) taken.set(at, row);
    else if (other !== row.score) {
      const otherSource: HistorySource | null =
        standing === undefined ? (earlier?.source ?? null) : null;
      conflicts.push({ row, other, otherSource });
      if (standing === undefined) contradicted.add(at);
    } else if (!contradicted.has(at)) counts.known += 1;
  }
  for (const at of contradicted) taken.delete(at);
  return {
    rows: [...taken.values()].sort(byPersonAndMonth),
    questions: [...matched.values()].flatMap((one) => (one.kind === "asked" ? one.question : [])),
    ...counts,
    conflicts,
  };
}
