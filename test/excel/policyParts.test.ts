import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PolicySession, type WorkbookPolicy } from "../../src/tasks";
import {
  type OpenWorkbook,
  openWorkbook,
  policyPart,
  problemOf,
  putParts,
} from "../workbook/openWorkbook";

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook([{ name: "成绩", cells: [[1]] }]);
});
afterEach(() => book.close());

const decided = (option: string, on = "2026-11-01"): string =>
  JSON.stringify({
    schema: 1,
    decisions: [{ reading: "PERF_T1_RATE", option, by: "HR", on, note: "" }],
  });
const put = (...parts: readonly string[]): void => putParts(book, parts);
const stored = (): string[] => book.host.workbook.customXmlParts.map(({ xml }) => xml);
const foreign = '<other xmlns="urn:somebody:else">1</other>';

describe("reading", () => {
  test("only the parts of our namespace, in their order", async () => {
    put(foreign, policyPart(decided("15")), policyPart(decided("20")));
    expect(await book.gateway.readPolicy()).toEqual({
      parts: [policyPart(decided("15")), policyPart(decided("20"))],
      witness: null,
    });
  });

  test("none", async () => {
    put(foreign);
    expect(await book.gateway.readPolicy()).toEqual({ parts: [], witness: null });
  });
});

describe("writing", () => {
  const fresh = policyPart(decided("20"));
  test.each([
    { had: "none", parts: [] },
    { had: "one", parts: [policyPart(decided("15"))] },
    { had: "two", parts: [policyPart(decided("15")), policyPart(decided("15", "2026-11-02"))] },
  ])("leaves one part where there was $had, and foreign ones alone", async ({ parts }) => {
    put(foreign, ...parts);
    await book.gateway.writePolicy({ part: fresh, witness: null }, parts);
    expect(stored()).toEqual([foreign, fresh]);
  });

  test("nothing is written over a part that somebody has changed meanwhile", async () => {
    put(policyPart(decided("15")));
    const writing = book.gateway.writePolicy({ part: fresh, witness: null }, [
      policyPart(decided("20", "2026-10-01")),
    ]);
    expect((await problemOf(writing)).problem).toBe("changed");
    expect(stored()).toEqual([policyPart(decided("15"))]);
  });

  const faults = [
    { when: "before anything is done", fault: { code: "GeneralException" } },
    { when: "half done", fault: { code: "GeneralException", atAction: 5 } },
    { when: "and the answer is lost", fault: { code: "GeneralException", afterwards: true } },
  ];
  const situations = [
    { had: "no part", parts: [] },
    { had: "one part", parts: [policyPart(decided("15"))] },
    {
      had: "two parts",
      parts: [policyPart(decided("15")), policyPart(decided("15", "2026-11-02"))],
    },
  ];
  const cases = situations.flatMap((situation) =>
    faults.map((fault) => ({ ...situation, ...fault })),
  );
  test.each(cases)("with $had, any request fails $when: old or new", async ({ parts, fault }) => {
    put(...parts);
    book.host.resetCounters();
    await book.gateway.writePolicy({ part: fresh, witness: null }, parts);
    await book.host.whenIdle();
    const { requests } = book.host.counters;
    for (let number = 1; number <= requests; number += 1) {
      put(foreign, ...parts);
      book.host.faults.failRequest(number, fault);
      await book.gateway.writePolicy({ part: fresh, witness: null }, parts).catch(() => undefined);
      book.host.faults.clear();
      await book.host.whenIdle();
      const after = new PolicySession(book.gateway);
      const policy = await after.load();
      const options =
        policy.kind === "read" ? policy.book.decisions.map(({ option }) => option) : null;
      expect([parts.length === 0 ? [] : ["15"], ["20"]]).toContainEqual(options);
      expect(stored()).toContain(foreign);
    }
  });
});

describe("the policy of the workbook", () => {
  const optionsOf = (policy: WorkbookPolicy): unknown =>
    policy.kind === "read"
      ? policy.book.decisions.map(({ reading, option }) => `${reading} ${option}`)
      : policy.why;

  const tooMuch = `"${"x".repeat(4_000_000)}"`;
  const cases: { what: string; parts: string[]; expected: unknown }[] = [
    { what: "no part: the built-in policy", parts: [], expected: [] },
    { what: "one part", parts: [policyPart(decided("20"))], expected: ["PERF_T1_RATE 20"] },
    {
      what: "two parts: the later decision",
      parts: [policyPart(decided("20", "2026-11-09")), policyPart(decided("15", "2026-11-02"))],
      expected: ["PERF_T1_RATE 20"],
    },
    {
      what: "two parts of one day: the later part",
      parts: [policyPart(decided("20")), policyPart(decided("15"))],
      expected: ["PERF_T1_RATE 15"],
    },
    { what: "a broken part", parts: [policyPart("{")], expected: "broken" },
    {
      what: "one of two broken",
      parts: [policyPart(decided("20")), policyPart("{")],
      expected: "broken",
    },
    { what: "a part that is too large", parts: [policyPart(tooMuch)], expected: "tooLarge" },
    {
      what: "one of two too large, the other broken",
      parts: [policyPart(tooMuch), policyPart("{")],
      expected: "broken",
    },
    { what: "a newer part", parts: [policyPart('{"schema":2,"decisions":[]}')], expected: "newer" },
  ];
  test.each(cases)("$what", async ({ parts, expected }) => {
    put(...parts);
    expect(optionsOf(await new PolicySession(book.gateway).load())).toEqual(expected);
  });

  test("is read once, however many ask", async () => {
    put(policyPart(decided("20")));
    const session = new PolicySession(book.gateway);
    book.host.resetCounters();
    await Promise.all([session.load(), session.load()]);
    await session.load();
    await book.host.whenIdle();
    const reads = book.host.log.filter(({ members }) => members.includes("CustomXmlPart.getXml"));
    expect(reads).toHaveLength(1);
  });

  test("a change by somebody else is told once and calculates once", async () => {
    put(policyPart(decided("15")));
    const session = new PolicySession(book.gateway);
    const told: unknown[] = [];
    session.subscribe((policy) => told.push(optionsOf(policy)));
    await session.load();
    expect(await session.refresh()).toBe(false);
    put(policyPart(decided("20")));
    book.host.resetCounters();
    expect(await session.refresh()).toBe(true);
    expect(await session.refresh()).toBe(false);
    expect(told).toEqual([["PERF_T1_RATE 15"], ["PERF_T1_RATE 20"]]);
    const calculations = book.host.log.filter(({ members }) =>
      members.some((member) => /\.calculate$/.test(member)),
    );
    expect(calculations).toHaveLength(1);
  });

  test("what could not be reached is read when the pane comes back", async () => {
    put(policyPart(decided("20")));
    const session = new PolicySession(book.gateway);
    book.host.faults.cellEditing = true;
    expect(optionsOf(await session.load())).toBe("notReached");
    book.host.faults.cellEditing = false;
    expect(await session.refresh()).toBe(true);
    expect(optionsOf(await session.load())).toEqual(["PERF_T1_RATE 20"]);
  });

  test("our own write is told and calculates once", async () => {
    const session = new PolicySession(book.gateway);
    const told: unknown[] = [];
    session.subscribe((policy) => told.push(optionsOf(policy)));
    await session.save(policyPart(decided("20")));
    expect(told).toEqual([[], ["PERF_T1_RATE 20"]]);
    expect(stored()).toEqual([policyPart(decided("20"))]);
  });
});
