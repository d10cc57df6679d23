import { afterEach, beforeEach, expect, test } from "vitest";
import type { PastAnswer } from "../../../src/taskpane/policy/pastQuestion";
import { policyStoreOf, type PolicyStore } from "../../../src/taskpane/policy/policyStore";
import { valuesStoreOf } from "../../../src/taskpane/policy/values/valuesStore";
import type { Pane } from "../../../src/taskpane/shell/pane";
import { formatMonth } from "../../../src/units";
import { HEADER } from "../../setup/ledger";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";
import { paneOn } from "./setup";

/** Every change of the policy asks before it reaches months before the open one (rule W9). */

let book: OpenWorkbook;
let pane: Pane;
let store: PolicyStore;

beforeEach(async () => {
  book = await openWorkbook([
    {
      name: "成绩",
      cells: [
        HEADER,
        ["1001", "林晓", "2025-04", "初级客服", 95, 0],
        ["1001", "林晓", "2025-05", "初级客服", 95, 0],
        ["1001", "林晓", "2025-06", "初级客服", 95, 0],
      ],
    },
  ]);
  pane = paneOn(book.gateway);
  store = policyStoreOf(pane);
  await pane.month.validate();
});
afterEach(() => book.close());

/** Answers the question once it is asked; what it said of earlier months. */
function answer(given: PastAnswer): Promise<readonly number[]> {
  return new Promise((resolve) => {
    const stop = store.past.subscribe(() => {
      const { question } = store.past.read();
      if (question === null) return;
      stop();
      const { months, people, difference } = question.effect;
      resolve([months, people, difference]);
      store.past.choose(given);
    });
  });
}

function card(reading: string) {
  const found = store.read().overview?.readings.find((one) => one.reading.id === reading);
  if (found === undefined) throw new Error(reading);
  return found;
}

/** "20 2025-06": what is decided, and from which month. */
function decided(): readonly string[] {
  const policy = pane.policy.known();
  return policy?.kind === "read"
    ? policy.book.decisions.map(
        ({ option, from }) => `${option}${from === undefined ? "" : ` ${formatMonth(from)}`}`,
      )
    : [];
}

test.each<[PastAnswer, readonly string[]]>([
  ["fromOpen", ["20 2025-06"]],
  ["all", ["20"]],
  ["nothing", []],
])("a decision: %s", async (given, expected) => {
  const said = answer(given);
  await store.decide(card("PERF_T1_RATE"), "20");
  // 5 % of 2,200 × 0.95, twice.
  expect(await said).toEqual([2, 1, 20_900]);
  expect(decided()).toEqual(expected);
});

test("what changes no earlier month is not asked: recommended readings, and taking a step back", async () => {
  let asked = 0;
  store.past.subscribe(() => (asked += 1));
  await store.useRecommended();
  expect(decided().length).toBe(29);
  await store.undoLast();
  expect([decided(), asked]).toEqual([[], 0]);
});

test("a whole set", async () => {
  const said = answer("fromOpen");
  await store.usePreset("favourable");
  expect((await said)[0]).toBe(2);
  expect(decided().length).toBe(29);
  expect(decided().filter((one) => !one.endsWith(" 2025-06"))).toEqual([]);
});

test("a version from an earlier month, and a file that is taken in", async () => {
  const values = valuesStoreOf(pane);
  await expect.poll(() => values.read().drafts !== null).toBe(true);
  values.start();
  const { drafts, draft } = values.read();
  if (drafts === null || draft === null) throw new Error("No draft");
  const salary = drafts.fields(draft).find(({ path }) => path === "$.levels[1].baseSalaryFen");
  if (salary === undefined) throw new Error("No salary");
  values.type(salary, "2300");
  values.retarget({ from: "2025-05", name: "" });
  const said = answer("fromOpen");
  await values.save();
  // 100 and 15 % × 0.95 of 100 in 2025-05 alone.
  expect(await said).toEqual([1, 1, 11_425]);
  const versions = (): readonly (string | null)[] => {
    const policy = pane.policy.known();
    return policy?.kind === "read"
      ? policy.book.versions.map(({ from }) => (from === null ? null : formatMonth(from)))
      : [];
  };
  expect(versions()).toEqual([null, "2025-06"]);

  const file = answer("fromOpen");
  await values.replace({
    schema: 1,
    decisions: [{ reading: "PERF_T1_RATE", option: "20" }],
  });
  expect((await file).slice(0, 2)).toEqual([2, 1]);
  expect(decided()).toEqual(["20 2025-06"]);
});
