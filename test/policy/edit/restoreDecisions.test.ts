import { expect, it } from "vitest";
import {
  decidePreset,
  decideReading,
  restoreDecisions,
  undoReading,
} from "../../../src/policy/edit";
import { emptyStored, type StoredPolicy } from "../../../src/policy/part";
import { HR, OPEN, done } from "./setup";

const decide = (stored: StoredPolicy, reading: string, option: string): StoredPolicy =>
  done(decideReading(stored, { reading, option, ...HR, note: "", from: "" }));
const sketch = ({ decisions }: StoredPolicy): string[] =>
  decisions.map(({ reading, option }) => `${reading} ${option}`).sort();

const first = decide(emptyStored, "SCORE_80", "T3");
const second = decide(first, "SCORE_80", "T2");

it("takes back one decision, and a whole set at once", () => {
  expect(sketch(done(restoreDecisions(second, first, second)))).toEqual(["SCORE_80 T3"]);
  const all = done(decidePreset(first, "favourable", OPEN, HR));
  expect(sketch(done(restoreDecisions(all, first, all)))).toEqual(["SCORE_80 T3"]);
});

it("brings back a decision that was undone", () => {
  const undone = done(undoReading(first, "SCORE_80"));
  expect(sketch(done(restoreDecisions(undone, first, undone)))).toEqual(["SCORE_80 T3"]);
});

it("leaves alone what a colleague has decided since", () => {
  const later = decide(second, "SCORE_60", "T4");
  expect(sketch(done(restoreDecisions(later, first, second)))).toEqual([
    "SCORE_60 T4",
    "SCORE_80 T3",
  ]);
  const changed = decide(second, "SCORE_80", "undefined");
  expect(sketch(done(restoreDecisions(changed, first, second)))).toEqual(["SCORE_80 undefined"]);
});
