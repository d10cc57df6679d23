import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WITNESS } from "../../../src/grid";
import {
  changePolicy,
  PolicySession,
  restorePolicy,
  type PolicyEdit,
  type WitnessRead,
  type WorkbookPolicy,
} from "../../../src/tasks";
import { type OpenWorkbook, openWorkbook, policyPart, problemOf, putParts } from "../openWorkbook";

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook([{ name: "成绩", cells: [[1]] }]);
});
afterEach(() => book.close());

const session = (): PolicySession => new PolicySession(book.gateway, { day: () => "2026-11-30" });

const decide =
  (reading: string, option: string): PolicyEdit =>
  (stored, { decideReading }) =>
    decideReading(stored, { reading, option, by: "王芳", on: "2026-11-25", note: "", from: "" });

const partOf = (option: string): string =>
  policyPart(
    JSON.stringify({
      schema: 1,
      decisions: [{ reading: "PERF_T1_RATE", option, by: "王芳", on: "2026-11-25", note: "" }],
    }),
  );

const parts = (): string[] => book.host.workbook.customXmlParts.map(({ xml }) => xml);

const witnessSheet = () => book.host.workbook.sheets().find(({ name }) => name === WITNESS);
const textAt = (row: number): unknown => witnessSheet()?.value(row, 0);

/** The workbook as it was before anything was saved. */
function forget(): void {
  putParts(book, []);
  const sheet = witnessSheet();
  if (sheet !== undefined) book.host.workbook.deleteSheet(sheet.id);
  book.host.workbook.deleteName(WITNESS);
}

function put(row: number, text: string | null): void {
  witnessSheet()?.write(row, 0, [[{ value: text }]]);
}

/** What the workbook comes to, in one word and what it was decided. */
function gist(policy: WorkbookPolicy): readonly unknown[] {
  if (policy.kind === "unreadable") return [policy.why, policy.witness.kind];
  return [
    policy.source,
    policy.copy.kind,
    policy.book.decisions.map(({ reading, option }) => `${reading} ${option}`),
  ];
}
const gistNow = async (): Promise<readonly unknown[]> => gist(await session().load());
const IN_FORCE = ["workbook", "same", ["PERF_T1_RATE 20"]];

describe("a save", () => {
  test("writes the part and a hidden copy of it in one request", async () => {
    book.host.resetCounters();
    await changePolicy(session(), decide("PERF_T1_RATE", "20"));
    const writes = book.host.log.filter(({ members }) =>
      members.some((member) =>
        /CustomXmlPartCollection\.add|WorksheetCollection\.add/u.test(member),
      ),
    );
    expect(writes).toHaveLength(1);
    const json = /^<policy[^>]*>(.*)<\/policy>$/su.exec(parts()[0] ?? "")?.[1];
    expect(textAt(0)).toMatch(/^sha256:[0-9a-f]{64}$/u);
    expect([textAt(1), textAt(2), textAt(3)]).toEqual(["saved 2026-11-30", json, null]);
    const names = book.host.workbook.names();
    expect(names).toMatchObject([{ name: WITNESS, visible: false }]);
    expect(names[0]?.formula).toMatch(/^='?_CS_POLICY'?!\$A\$1:\$A\$3$/u);
    expect(witnessSheet()?.visibility).toBe("VeryHidden");
    expect(await gistNow()).toEqual(IN_FORCE);
  });

  test("writes the copy anew, also over one that was longer, or shown by another program", async () => {
    const own = session();
    await changePolicy(own, decide("PERF_T1_RATE", "20"));
    await changePolicy(own, decide("SCORE_80", "T3"));
    const shown = witnessSheet();
    if (shown !== undefined) shown.visibility = "Visible";
    shown?.write(3, 0, [[{ value: "more" }]]);
    book.host.workbook.setName({ name: WITNESS, formula: `=${WITNESS}!$A$1:$A$4` });
    await own.refresh();
    await changePolicy(own, (stored, { undoReading }) =>
      undoReading(stored, "SCORE_80", undefined),
    );
    expect([textAt(3), witnessSheet()?.visibility]).toEqual([null, "VeryHidden"]);
    expect(await gistNow()).toEqual(IN_FORCE);
  });

  test("adds no sheet to those that people work with", async () => {
    await changePolicy(session(), decide("PERF_T1_RATE", "20"));
    expect((await book.gateway.listSheets()).map(({ name }) => name)).toEqual(["成绩"]);
    const shown = witnessSheet();
    if (shown !== undefined) shown.visibility = "Visible";
    expect((await book.gateway.listSheets()).map(({ name }) => name)).toEqual(["成绩"]);
  });
});

describe("what a workbook keeps, and what holds", () => {
  const cases: { what: string; change: () => void; expected: unknown }[] = [
    { what: "part and copy", change: () => undefined, expected: IN_FORCE },
    {
      what: "a part of an older file, without a copy",
      change: () => {
        forget();
        putParts(book, [partOf("20")]);
      },
      expected: ["workbook", "missing", ["PERF_T1_RATE 20"]],
    },
    {
      what: "a part that says something else than the copy",
      change: () => putParts(book, [partOf("15")]),
      expected: ["workbook", "differs", ["PERF_T1_RATE 15"]],
    },
    {
      what: "a part that another program has written otherwise",
      change: () =>
        putParts(book, [
          (parts()[0] ?? "")
            .replace("<policy", '<?xml version="1.0"?>\n<p:policy')
            .replace("xmlns=", "xmlns:p=")
            .replace("</policy", "</p:policy")
            .replace('{"schema":1,', '{ "schema" : 1, '),
        ]),
      expected: IN_FORCE,
    },
    {
      what: "two parts, of which the copy is that of one",
      change: () => putParts(book, [partOf("15"), parts()[0] ?? ""]),
      expected: IN_FORCE,
    },
    {
      what: "a part and a copy that was damaged",
      change: () => put(2, "{}"),
      expected: ["workbook", "missing", ["PERF_T1_RATE 20"]],
    },
    { what: "the copy alone", change: () => putParts(book, []), expected: ["lost", "intact"] },
    {
      what: "the copy alone, its name gone",
      change: () => {
        putParts(book, []);
        book.host.workbook.deleteName(WITNESS);
      },
      expected: ["lost", "intact"],
    },
    {
      what: "the copy alone, its sheet shown and renamed",
      change: () => {
        putParts(book, []);
        const sheet = witnessSheet();
        if (sheet !== undefined) Object.assign(sheet, { name: "制度", visibility: "Visible" });
      },
      expected: ["lost", "intact"],
    },
    {
      what: "a copy whose sheet was deleted",
      change: () => {
        putParts(book, []);
        const sheet = witnessSheet();
        if (sheet !== undefined) book.host.workbook.deleteSheet(sheet.id);
        book.host.workbook.setName({ name: WITNESS, formula: "=#REF!$A$1:$A$3" });
      },
      expected: ["lost", "broken"],
    },
    ...[
      { what: "digest", row: 0, text: "sha256:0" },
      { what: "text", row: 2, text: '{"schema":1,"decisions":[]}' },
      { what: "text, cut off", row: 2, text: null },
    ].map(({ what, row, text }) => ({
      what: `the copy alone, its ${what} changed`,
      change: () => {
        putParts(book, []);
        put(row, text);
      },
      expected: ["lost", "broken"],
    })),
    {
      what: "a broken part beside the copy",
      change: () => putParts(book, ['<policy xmlns="urn:cs-promotion:policy:1">{</policy>']),
      expected: ["broken", "intact"],
    },
    { what: "neither", change: forget, expected: ["builtIn", "missing", []] },
  ];
  test.each(cases)("$what", async ({ change, expected }) => {
    await changePolicy(session(), decide("PERF_T1_RATE", "20"));
    change();
    expect(await gistNow()).toEqual(expected);
  });

  test("what is lost is told to whoever comes back, and nothing is written on it", async () => {
    const own = session();
    await changePolicy(own, decide("PERF_T1_RATE", "20"));
    putParts(book, []);
    expect(await own.refresh()).toBe(true);
    expect(await changePolicy(own, decide("SCORE_80", "T3"))).toEqual({
      kind: "unreadable",
      why: "lost",
    });
    expect(parts()).toEqual([]);
  });
});

describe("restoring", () => {
  async function lose(): Promise<PolicySession> {
    await changePolicy(session(), decide("PERF_T1_RATE", "20"));
    putParts(book, []);
    return session();
  }
  async function restore(own: PolicySession) {
    const policy = await own.load();
    if (policy.kind !== "unreadable" || policy.witness.kind !== "intact")
      throw new Error("There is nothing to restore.");
    expect(policy.witness.day).toBe("2026-11-30");
    return restorePolicy(own, policy.witness.stored);
  }

  test("brings back the part, byte for byte, and is calculated once", async () => {
    await changePolicy(session(), decide("PERF_T1_RATE", "20"));
    const before = parts();
    putParts(book, []);
    const own = session();
    book.host.resetCounters();
    await restore(own);
    expect(parts()).toEqual(before);
    expect([gist(await own.load()), await gistNow()]).toEqual([IN_FORCE, IN_FORCE]);
    const calculations = book.host.log.filter(({ members }) =>
      members.some((member) => /\.calculate$/u.test(member)),
    );
    expect(calculations).toHaveLength(1);
  });

  test("can be taken back, and done again", async () => {
    const own = await lose();
    const before = await restore(own);
    await own.putBack(before);
    expect([gist(await own.load()), await gistNow()]).toEqual([
      ["lost", "intact"],
      ["lost", "intact"],
    ]);
    await restore(own);
    expect(await gistNow()).toEqual(IN_FORCE);
  });

  test("is not taken back over what somebody has saved since", async () => {
    const own = await lose();
    const before = await restore(own);
    await changePolicy(session(), decide("SCORE_80", "T3"));
    expect((await problemOf(own.putBack(before))).problem).toBe("changed");
    expect((await gistNow()).slice(0, 2)).toEqual(["workbook", "same"]);
  });
});

describe("whatever fails while saving", () => {
  const FAULTS = [{ atAction: 0 }, { afterwards: true }];

  /** One save with a fault; null where the fault met nothing. */
  async function saveWith(number: number, fault: object): Promise<unknown> {
    const own = session();
    book.host.resetCounters();
    book.host.faults.failRequest(number, { code: "GeneralException", ...fault });
    await changePolicy(own, decide("PERF_T1_RATE", "20")).catch(() => undefined);
    book.host.faults.clear();
    await book.host.whenIdle();
    return gistNow();
  }

  const situations = [
    { had: "nothing", before: () => Promise.resolve(), old: ["builtIn", "missing", []] },
    {
      had: "a part without a copy",
      before: () => Promise.resolve(putParts(book, [partOf("15")])),
      old: ["workbook", "missing", ["PERF_T1_RATE 15"]],
    },
    {
      had: "a part with its copy",
      before: async () => {
        await changePolicy(session(), decide("PERF_T1_RATE", "15"));
      },
      old: ["workbook", "same", ["PERF_T1_RATE 15"]],
    },
  ];
  test.each(situations)(
    "where there was $had: old or new, never lost, and the next save mends all",
    async ({ before, old }) => {
      await before();
      book.host.resetCounters();
      await changePolicy(session(), decide("PERF_T1_RATE", "20"));
      await book.host.whenIdle();
      const requests = book.host.log.map(({ members }) => members);
      const write = requests.findIndex((members) =>
        members.some((member) =>
          /CustomXmlPartCollection\.add|CustomXmlPart\.setXml/u.test(member),
        ),
      );
      expect(write).toBeGreaterThan(0);
      const faults = [
        ...requests.flatMap((_, index) => FAULTS.map((fault) => ({ number: index + 1, fault }))),
        // Each single action of the request that writes.
        ...Array.from({ length: 40 }, (_, atAction) => ({
          number: write + 1,
          fault: { atAction },
        })),
      ];
      const fresh = [
        IN_FORCE,
        ["workbook", "missing", ["PERF_T1_RATE 20"]],
        ["workbook", "differs", ["PERF_T1_RATE 20"]],
      ];
      for (const { number, fault } of faults) {
        forget();
        await before();
        expect([old, ...fresh]).toContainEqual(await saveWith(number, fault));
        const own = session();
        await changePolicy(own, decide("SCORE_80", "T3"));
        expect((await gistNow()).slice(0, 2)).toEqual(["workbook", "same"]);
      }
    },
  );
});

describe("settings of an older file, found where Excel does not look for them", () => {
  const DETACHED: WitnessRead = {
    kind: "intact",
    digest: "",
    day: "",
    stored: { schema: 1, decisions: [{ reading: "PERF_T1_RATE", option: "20" }] },
  };

  test("are lost from then on, however often somebody looks, until they are restored", async () => {
    const own = session();
    const told: string[] = [];
    own.subscribe((policy) => told.push(String(gist(policy)[0])));
    expect(gist(await own.load())[0]).toBe("builtIn");
    await own.lose(DETACHED);
    expect(gist(await own.load())).toEqual(["lost", "intact"]);
    expect(await own.refresh()).toBe(false);
    expect(gist(await own.load())).toEqual(["lost", "intact"]);
    await restorePolicy(own, DETACHED.stored);
    expect(gist(await own.load())).toEqual(IN_FORCE);
    expect(told).toEqual(["builtIn", "lost", "workbook"]);
    expect(await gistNow()).toEqual(IN_FORCE);
  });
});
