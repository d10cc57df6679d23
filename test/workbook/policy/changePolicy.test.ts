import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WITNESS } from "../../../src/grid";
import {
  changePolicy,
  PolicySession,
  settlePolicyParts,
  startPolicyAfresh,
  type PolicyEdit,
  type TaskProgress,
} from "../../../src/tasks";
import { type OpenWorkbook, openWorkbook, policyPart, problemOf, putParts } from "../openWorkbook";

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook([{ name: "成绩", cells: [[1]] }]);
});
afterEach(() => book.close());

const decide =
  (reading: string, option: string): PolicyEdit =>
  (stored, { decideReading }) =>
    decideReading(stored, { reading, option, by: "HR", on: "2026-11-25", note: "", from: "" });

const partOf = (...decisions: readonly (readonly [reading: string, option: string])[]): string =>
  policyPart(
    JSON.stringify({
      schema: 1,
      decisions: decisions.map(([reading, option]) => ({
        reading,
        option,
        by: "HR",
        on: "2026-11-01",
      })),
    }),
  );

/** The workbook with these parts and no copy of any. */
const put = (...parts: readonly string[]): void => {
  const copy = book.host.workbook.sheets().find(({ name }) => name === WITNESS);
  if (copy !== undefined) book.host.workbook.deleteSheet(copy.id);
  book.host.workbook.deleteName(WITNESS);
  putParts(book, parts);
};

/** The policy that somebody who opens the workbook now would have: "PERF_T1_RATE 20". */
async function decided(): Promise<readonly string[] | string> {
  const policy = await new PolicySession(book.gateway).load();
  return policy.kind === "read"
    ? policy.book.decisions.map(({ reading, option }) => `${reading} ${option}`).sort()
    : policy.why;
}

const parts = (): number => book.host.workbook.customXmlParts.length;

const calculations = (): number =>
  book.host.log.filter(({ members }) => members.some((member) => /\.calculate$/.test(member)))
    .length;

describe("a change of the policy", () => {
  test("is one write and one calculation, and tells how far it is", async () => {
    const session = new PolicySession(book.gateway);
    const stages: TaskProgress["stage"][] = [];
    await session.load();
    book.host.resetCounters();
    const change = await changePolicy(session, decide("PERF_T1_RATE", "20"), ({ stage }) =>
      stages.push(stage),
    );
    expect(change.kind).toBe("saved");
    expect(stages).toEqual(["saving", "recalculating"]);
    expect(calculations()).toBe(1);
    expect([await decided(), parts()]).toEqual([["PERF_T1_RATE 20"], 1]);
  });

  test("what is refused or changes nothing is not written", async () => {
    const session = new PolicySession(book.gateway);
    const refused = await changePolicy(session, decide("PERF_T1_RATE", "99"));
    expect(refused).toMatchObject({ kind: "refused", issues: [{ path: "option" }] });
    expect(await changePolicy(session, (value) => ({ kind: "edited", value }))).toEqual({
      kind: "unchanged",
    });
    expect(parts()).toBe(0);
  });

  test("leaves one part where two people had saved, with what both decided", async () => {
    put(partOf(["PERF_T1_RATE", "20"]), partOf(["SCORE_80", "T3"]));
    await changePolicy(new PolicySession(book.gateway), decide("SCORE_60", "T4"));
    expect([await decided(), parts()]).toEqual([
      ["PERF_T1_RATE 20", "SCORE_60 T4", "SCORE_80 T3"],
      1,
    ]);
  });

  test("is made on what a colleague has saved meanwhile", async () => {
    put(partOf(["PERF_T1_RATE", "20"]));
    const session = new PolicySession(book.gateway);
    await session.load();
    put(partOf(["PERF_T1_RATE", "20"], ["SCORE_80", "T3"]));
    await changePolicy(session, decide("SCORE_60", "T4"));
    expect(await decided()).toEqual(["PERF_T1_RATE 20", "SCORE_60 T4", "SCORE_80 T3"]);
  });

  test.each([
    { what: "broken", xml: '<policy xmlns="urn:cs-promotion:policy:1">{</policy>' },
    {
      what: "newer",
      xml: '<policy xmlns="urn:cs-promotion:policy:1">{"schema":2,"decisions":[]}</policy>',
    },
  ])("a $what part is left alone", async ({ what, xml }) => {
    put(xml);
    const change = await changePolicy(
      new PolicySession(book.gateway),
      decide("PERF_T1_RATE", "20"),
    );
    expect(change).toEqual({ kind: "unreadable", why: what });
    expect(book.host.workbook.customXmlParts.map((part) => part.xml)).toEqual([xml]);
  });

  test("what would be too large to be read again is not written", async () => {
    const json = JSON.stringify({ schema: 1, decisions: [], later: "x".repeat(3_999_900) });
    const before = `<policy xmlns="urn:cs-promotion:policy:1">${json}</policy>`;
    put(before);
    const session = new PolicySession(book.gateway);
    const change = changePolicy(session, decide("PERF_T1_RATE", "20"));
    expect((await problemOf(change)).problem).toBe("tooLarge");
    expect(book.host.workbook.customXmlParts.map((part) => part.xml)).toEqual([before]);
  });

  test("formulas that were not calculated are told of, and the change is kept", async () => {
    const session = new PolicySession(book.gateway);
    await session.load();
    book.host.resetCounters();
    await changePolicy(session, decide("PERF_T1_RATE", "15"));
    const last = book.host.counters.requests;
    book.host.faults.failRequest(last, { code: "GeneralException" });
    book.host.resetCounters();
    const problem = await problemOf(changePolicy(session, decide("PERF_T1_RATE", "20")));
    book.host.faults.clear();
    expect(problem.problem).toBe("notRecalculated");
    expect(await decided()).toEqual(["PERF_T1_RATE 20"]);
  });
});

describe("parts in place of which one is to stand", () => {
  const contradicting = [partOf(["SCORE_80", "T2"]), partOf(["SCORE_80", "T3"])];

  test("are stored as one, which says the same and contradicts nobody", async () => {
    put(...contradicting);
    const session = new PolicySession(book.gateway);
    expect(await session.load()).toMatchObject({ kind: "read", conflicts: [{ taken: "T3" }] });
    await settlePolicyParts(session);
    expect(session.known()).toMatchObject({ kind: "read", conflicts: [] });
    expect([await decided(), parts()]).toEqual([["SCORE_80 T3"], 1]);
  });

  test("one part is not written anew", async () => {
    put(partOf(["SCORE_80", "T3"]));
    const session = new PolicySession(book.gateway);
    await session.load();
    book.host.resetCounters();
    await settlePolicyParts(session);
    expect(book.host.counters.requests).toBe(0);
  });

  test.each([
    ["contradicting parts", contradicting, settlePolicyParts],
    [
      "unreadable ones",
      ['<policy xmlns="urn:cs-promotion:policy:1">{</policy>'],
      startPolicyAfresh,
    ],
  ])(
    "%s that a colleague has replaced meanwhile stay as theirs, and are shown",
    async (_, mine, act) => {
      put(...mine);
      const session = new PolicySession(book.gateway);
      await session.load();
      put(partOf(["PERF_T1_RATE", "20"]));
      expect((await problemOf(act(session))).problem).toBe("policyChanged");
      expect(await decided()).toEqual(["PERF_T1_RATE 20"]);
      expect(session.known()).toMatchObject({
        kind: "read",
        stored: { decisions: [{ option: "20" }] },
      });
    },
  );
});

describe("whichever request of a change fails", () => {
  const situations = [
    { had: "no part", before: [], old: [] },
    { had: "one part", before: [partOf(["PERF_T1_RATE", "15"])], old: ["PERF_T1_RATE 15"] },
    {
      had: "two parts",
      before: [partOf(["PERF_T1_RATE", "15"]), partOf(["PERF_T1_RATE", "15"])],
      old: ["PERF_T1_RATE 15"],
    },
  ];
  const faults = [
    { when: "before anything is done", fault: { code: "GeneralException" } },
    { when: "half done", fault: { code: "GeneralException", atAction: 5 } },
    { when: "and only its answer is lost", fault: { code: "GeneralException", afterwards: true } },
  ];
  test.each(situations.flatMap((situation) => faults.map((fault) => ({ ...situation, ...fault }))))(
    "with $had, $when: old or new, and the next change succeeds",
    async (row) => {
      const { before, old, fault } = row;
      put(...before);
      book.host.resetCounters();
      await changePolicy(new PolicySession(book.gateway), decide("PERF_T1_RATE", "20"));
      await book.host.whenIdle();
      const { requests } = book.host.counters;
      expect(requests).toBeGreaterThan(3);
      for (let number = 1; number <= requests; number += 1) {
        put(...before);
        const session = new PolicySession(book.gateway);
        book.host.faults.failRequest(number, fault);
        await changePolicy(session, decide("PERF_T1_RATE", "20")).catch(() => undefined);
        book.host.faults.clear();
        await book.host.whenIdle();
        expect([old, ["PERF_T1_RATE 20"]]).toContainEqual(await decided());
        await session.refresh();
        const next = await changePolicy(session, decide("PERF_T1_RATE", "20"));
        expect(next.kind).toBe("saved");
        expect([await decided(), parts()]).toEqual([["PERF_T1_RATE 20"], 1]);
      }
    },
  );
});
