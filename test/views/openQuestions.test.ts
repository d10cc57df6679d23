import { describe, expect, it } from "vitest";
import type { ReadingId } from "../../src/policy";
import { openQuestions, payMoved, policyOverview, readingEffects } from "../../src/views";
import { book, TODAY, type Someone } from "../findings/setup";
import { finish, judge, monthOfPeople, oneMonth } from "./people";

/** The open questions of a month of people, each reading by its id, with the yuan that it moves. */
function asked(undecided: readonly ReadingId[], ...people: readonly Someone[]) {
  const policy = book({}, undecided);
  const judged = judge(monthOfPeople(...people), policy);
  const effects = new Map(finish(readingEffects(judged)).map((one) => [one.reading, one]));
  const { readings } = policyOverview(policy, judged.setting.asOf ?? TODAY);
  const { moving, still } = openQuestions(readings, effects);
  return {
    moving: moving.map(({ reading: { id } }) => {
      const effect = effects.get(id);
      return `${id} ${effect === undefined ? "" : payMoved(effect) / 100}`;
    }),
    still: still.map(({ reading }) => reading.id),
  };
}

describe("the order in which open questions are asked", () => {
  const UNDECIDED: readonly ReadingId[] = [
    "COMMISSION_T1_FROM",
    "PERF_T1_RATE",
    "COMPLAINT_2ND",
    "JUNIOR_H",
  ];

  it("is by the yuan that they move this month, and then by people; what moves nothing comes apart", () => {
    const one = oneMonth("A", "初级客服", 95, 0); // 15 % → 20 % of 2,200 × 0.95: 104.50
    const other = oneMonth("B", "初级客服", 70, 55_000, { complaints: 2 }); // 550 → 715: 165
    expect(asked(UNDECIDED, one, other)).toEqual({
      moving: ["COMMISSION_T1_FROM 165", "PERF_T1_RATE 104.5", "COMPLAINT_2ND 0"],
      still: ["JUNIOR_H"],
    });
  });

  it("is another one when another one moves more", () => {
    const senior = oneMonth("A", "高级客服", 100, 0); // 5 % of 2,800
    const junior = oneMonth("C", "初级客服", 100, 0); // 5 % of 2,200
    const sales = oneMonth("B", "初级客服", 70, 55_000);
    expect(asked(UNDECIDED, senior, junior, sales).moving.slice(0, 2)).toEqual([
      "PERF_T1_RATE 250",
      "COMMISSION_T1_FROM 165",
    ]);
  });

  it("begins with the one without which somebody is not paid at all, if there is anybody", () => {
    const junior = oneMonth("A", "初级客服", 95, 55_000);
    const reserve = oneMonth("B", "储备主管", 70, 0); // 3,000 or 30,000, and 5 % × 0.7 of it
    const undecided: readonly ReadingId[] = ["SALARY_RESERVE", "COMMISSION_T1_FROM"];
    expect(asked(undecided, junior, reserve).moving).toEqual([
      "SALARY_RESERVE 27945",
      "COMMISSION_T1_FROM 165",
    ]);
    expect(asked(undecided, junior)).toEqual({
      moving: ["COMMISSION_T1_FROM 165"],
      still: ["SALARY_RESERVE"],
    });
  });

  it("counts an option under which somebody's pay cannot be told as moving people, not yuan", () => {
    const { moving } = asked(["SCORE_80"], oneMonth("A", "初级客服", 80, 0));
    // 10 % or 5 % of 2,200 × 0.8; refused the pay is nobody's difference.
    expect(moving).toEqual(["SCORE_80 88"]);
  });

  it("is that of the book where no month is open", () => {
    const { readings } = policyOverview(book({}, UNDECIDED), TODAY);
    const { moving, still } = openQuestions(readings, null);
    expect([moving.map(({ reading }) => reading.id), still]).toEqual([
      ["COMMISSION_T1_FROM", "PERF_T1_RATE", "JUNIOR_H", "COMPLAINT_2ND"],
      [],
    ]);
  });
});
