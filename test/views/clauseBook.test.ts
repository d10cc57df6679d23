import { describe, expect, it } from "vitest";
import { builtInBook, clauses, loadPolicyEditing, policyFor } from "../../src/policy";
import { clauseBook, type ClauseCard } from "../../src/views";
import { monthOf } from "../../src/units";

const { fieldsOf } = await loadPolicyEditing();
const chapters = clauseBook(fieldsOf(policyFor(builtInBook(), monthOf(2026, 11)).values));
const cards = chapters.flatMap((chapter) => chapter.clauses);

function card(id: string): ClauseCard {
  const found = cards.find(({ clause }) => clause.id === id);
  if (found === undefined) throw new Error(`No clause ${id}`);
  return found;
}

describe("the clauses with what rests on them", () => {
  it("are all there once, in the order of the document", () => {
    expect(cards.map(({ clause }) => clause.id)).toEqual(clauses.map(({ id }) => id));
  });

  it.each([
    ["§6.S5", ["baseSalary"], ["basePay"], ["SALARY_RESERVE"]],
    ["§6.C1", ["commissionFrom", "commissionRate"], ["commission"], ["COMMISSION_T1_FROM"]],
    ["§4.2.F", ["streakMonths", "inner"], ["promotion"], ["MIDDLE_MONTHS", "MIDDLE_T1_COUNT"]],
    ["§R5b", ["firstComplaint", "twoComplaints"], ["fines"], ["COMPLAINT_2ND", "FINES_NETTED"]],
    ["§W4c", ["leaveFine", "leaveNeedsLoss"], ["fines"], ["LEAVE_NEEDS_LOSS"]],
    ["§5.2b", ["stepName", "passMark"], ["procedure"], []],
  ])("%s", (id, names, uses, readings) => {
    const found = card(id);
    expect(found.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    expect(found.uses).toEqual(expect.arrayContaining(uses));
    expect(found.readings.map((reading) => reading.id)).toEqual(expect.arrayContaining(readings));
  });

  it("the fine for leaving the post is none of the complaints'", () => {
    expect(card("§R5b").fields.map(({ name }) => name)).not.toContain("leaveFine");
    expect(card("§W4c").fields.map(({ name }) => name)).not.toContain("firstComplaint");
  });

  it.each(["§R2", "§R3", "§W1", "§1"])("%s is there to look up only", (id) => {
    expect(card(id)).toMatchObject({ fields: [], uses: [], readings: [] });
  });
});
