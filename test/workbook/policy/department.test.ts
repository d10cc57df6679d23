import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SheetBuilder } from "../../../src/documents/builder";
import { WITNESS, type SheetRef } from "../../../src/grid";
import {
  changePolicy,
  keepingPolicy,
  PolicySession,
  readDepartmentPolicy,
  restorePolicy,
  takingOver,
  type DepartmentFile,
  type Gateway,
  type PolicyEdit,
  type WorkbookPolicy,
} from "../../../src/tasks";
import { openWorkbook, policyPart, problemOf, putParts, type OpenWorkbook } from "../openWorkbook";

/** The department's policy beside the page (rule W7): which workbooks go by it, and when it is kept in one. */
let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook([{ name: "成绩", cells: [[1]] }]);
});
afterEach(() => book.close());

const json = (option: string, by = "部门"): string =>
  JSON.stringify({
    schema: 1,
    decisions: [{ reading: "PERF_T1_RATE", option, by, on: "2026-11-01" }],
    versions: [{ id: "v", from: "2026-01", name: "2026-01", values: {} }],
  });
const fileOf = (option: string): DepartmentFile => ({ kind: "file", text: json(option) });

/** A session whose build has a policy, for which the server gives these one after the other; none: it has none. */
function start(...files: readonly DepartmentFile[]) {
  let asked = 0;
  const fetchDepartment = () => {
    const file = files[Math.min(asked, files.length - 1)] ?? { kind: "missing" };
    asked += 1;
    return readDepartmentPolicy(file);
  };
  const session = new PolicySession(book.gateway, {
    day: () => "2026-11-30",
    department: files.length === 0 ? null : fetchDepartment,
  });
  return { session, asked: () => asked };
}

const parts = (): string[] => book.host.workbook.customXmlParts.map(({ xml }) => xml);
const gist = (policy: WorkbookPolicy): unknown =>
  policy.kind === "read"
    ? [policy.source, policy.book.decisions.map(({ option }) => option)]
    : policy.why;

describe("which policy holds", () => {
  const HTML = "<!doctype html><title>Sign in</title>";
  const cases: {
    what: string;
    file: DepartmentFile | null;
    own: string | null;
    expected: unknown;
  }[] = [
    { what: "no policy", file: null, own: null, expected: ["builtIn", []] },
    { what: "a policy", file: fileOf("20"), own: null, expected: ["department", ["20"]] },
    { what: "a policy and a part", file: fileOf("20"), own: "15", expected: ["workbook", ["15"]] },
    ...(
      [
        ["text that is no JSON", { kind: "file", text: "{" }, "departmentBroken"],
        ["a part of the JSON", { kind: "file", text: json("20").slice(0, -9) }, "departmentBroken"],
        ["an empty file", { kind: "file", text: "" }, "departmentBroken"],
        ["JSON of something else", { kind: "file", text: '{"schema":1}' }, "departmentBroken"],
        ["a page of a proxy", { kind: "file", text: HTML }, "departmentBroken"],
        [
          "a later format",
          { kind: "file", text: '{"schema":2,"decisions":[]}' },
          "departmentNewer",
        ],
        ["no such file", { kind: "missing" }, "departmentBroken"],
        ["no answer", { kind: "notReached" }, "departmentNotReached"],
      ] as const
    ).flatMap(([what, file, fault]) => [
      { what, file, own: null, expected: fault },
      { what: `${what}, and a part`, file, own: "15", expected: ["workbook", ["15"]] },
    ]),
  ];
  test.each(cases)("$what", async ({ file, own, expected }) => {
    if (own !== null) putParts(book, [policyPart(json(own))]);
    const { session } = start(...(file === null ? [] : [file]));
    expect(gist(await session.load())).toEqual(expected);
    expect(parts()).toHaveLength(own === null ? 0 : 1);
  });

  test("lost settings are not replaced by the department's", async () => {
    const { session } = start(fileOf("20"));
    await session.keep();
    book.host.workbook.customXmlParts.splice(0);
    const { session: next } = start(fileOf("20"));
    expect(gist(await next.load())).toBe("lost");
  });

  test("it is asked for once, and each time that somebody comes back where it could not be followed", async () => {
    const { session, asked } = start(
      { kind: "notReached" },
      { kind: "notReached" },
      { kind: "file", text: "{" },
      fileOf("20"),
    );
    await session.department();
    expect([gist(await session.load()), asked()]).toEqual(["departmentNotReached", 2]);
    // With the answer of the third the policy is read once more.
    expect([await session.refresh(), gist(await session.load())]).toEqual([
      true,
      ["department", ["20"]],
    ]);
    expect([await session.refresh(), await session.refresh(), asked()]).toEqual([false, false, 4]);
  });

  test("what fetches it fails: it is said, and asked for again", async () => {
    let fails = true;
    const session = new PolicySession(book.gateway, {
      department: () =>
        fails ? Promise.reject(new Error("ChunkLoadError")) : readDepartmentPolicy(fileOf("20")),
    });
    expect(gist(await session.load())).toBe("departmentNotReached");
    fails = false;
    await session.refresh();
    expect(gist(await session.load())).toEqual(["department", ["20"]]);
  });

  test("a workbook with a part does not wait for the file", async () => {
    putParts(book, [policyPart(json("15"))]);
    const session = new PolicySession(book.gateway, {
      department: () => new Promise(() => undefined),
    });
    expect(gist(await session.load())).toEqual(["workbook", ["15"]]);
  });
});

describe("what is written first", () => {
  const CONTENT = new SheetBuilder([10]).build({ name: "校验结果", tag: "results" });
  const SHEET = (): SheetRef => book.ref("成绩");
  const WRITES = {
    applyMarks: (gateway) =>
      gateway.applyMarks(
        { sheetId: SHEET().id, cells: { error: [], warning: [], candidate: [] } },
        { row: 0, column: 0, rows: 1, columns: 1 },
      ),
    clearMarks: (gateway) => gateway.clearMarks(),
    editCells: (gateway) => gateway.editCells(SHEET(), []),
    writeRow: (gateway) =>
      gateway.writeRow(SHEET(), {
        headerRow: 0,
        headings: [],
        row: null,
        expected: [],
        cells: [],
      }),
    writeSheet: (gateway) => gateway.writeSheet(CONTENT),
    removeWrittenSheet: (gateway) => gateway.removeWrittenSheet(SHEET(), "closed"),
    removeBlankSheet: (gateway) => gateway.removeBlankSheet(SHEET()),
    writeSheetPart: (gateway) => gateway.writeSheetPart("<x/>", []),
    startWithWorkbook: (gateway) => gateway.startWithWorkbook(true),
  } satisfies Partial<Record<keyof Gateway, (gateway: Gateway) => Promise<unknown>>>;
  /** What changes nothing in the workbook, and what writes the policy itself. */
  const OTHERS: readonly string[] = [
    ...["readFileAddress", "listSheets", "readSheet", "findFormulas", "readFormulaHeads"],
    ...["readAreas", "watchEdits", "selectCell", "countHiddenRows", "findMerged", "listTables"],
    ...["readTexts", "readPolicy", "writePolicy", "readSheetParts", "recalculate", "readFile"],
    ...["openWorkbook", "startsWithWorkbook"],
  ];

  test("each request that writes is one of these", () => {
    expect([...Object.keys(WRITES), ...OTHERS].sort()).toEqual(Object.keys(book.gateway).sort());
  });

  test.each(Object.entries(WRITES))(
    "%s: the department's policy comes before it",
    async (_, write) => {
      const { session } = start(fileOf("20"));
      const told: unknown[] = [];
      session.subscribe((policy) => told.push(gist(policy)));
      await session.load();
      book.host.resetCounters();
      // Whether the request itself succeeds does not matter here.
      await write(keepingPolicy(book.gateway, session)).catch(() => undefined);
      expect(parts()[0]).toContain('"by":"部门"');
      expect(book.host.workbook.sheets().map(({ name }) => name)).toContain(WITNESS);
      expect(told).toEqual([
        ["department", ["20"]],
        ["workbook", ["20"]],
      ]);
      // It says what was in force already.
      expect(
        book.host.log.filter(({ members }) => members.some((each) => /\.calculate$/u.test(each))),
      ).toEqual([]);
    },
  );

  test("reading, and a workbook with its own policy or the built-in one, write nothing", async () => {
    const department = keepingPolicy(book.gateway, start(fileOf("20")).session);
    await department.listSheets();
    expect(parts()).toEqual([]);
    await keepingPolicy(book.gateway, start().session).clearMarks();
    expect(parts()).toEqual([]);
    const own = [policyPart(json("15"))];
    putParts(book, own);
    await keepingPolicy(book.gateway, start(fileOf("20")).session).clearMarks();
    expect(parts()).toEqual(own);
  });

  test("where the policy cannot be kept nothing else is written", async () => {
    const { session } = start(fileOf("20"));
    let wrote = false;
    const gateway = keepingPolicy(
      {
        ...book.gateway,
        clearMarks: () => {
          wrote = true;
          return Promise.resolve(0);
        },
      },
      session,
    );
    await session.load();
    book.host.faults.cellEditing = true;
    expect((await problemOf(gateway.clearMarks())).problem).toBe("cellEditing");
    book.host.faults.cellEditing = false;
    expect([wrote, parts()]).toEqual([false, []]);
    await gateway.clearMarks();
    expect(wrote).toBe(true);
  });

  test("a decision is taken on top of the department's", async () => {
    const { session } = start(fileOf("20"));
    await changePolicy(session, (stored, { decideReading }) =>
      decideReading(stored, {
        reading: "SCORE_80",
        option: "T3",
        by: "HR",
        on: "2026-11-30",
        note: "",
        from: "",
      }),
    );
    expect(gist(await session.load())).toEqual(["workbook", ["20", "T3"]]);
  });
});

describe("a workbook with a policy of its own takes the department's over", () => {
  const edit =
    (option: string): PolicyEdit =>
    (stored, { decideReading }) =>
      decideReading(stored, {
        reading: "PERF_T1_RATE",
        option,
        by: "HR",
        on: "2026-11-30",
        note: "",
        from: "",
      });
  const copyNow = async (): Promise<unknown> => {
    const policy = await start(fileOf("20")).session.load();
    return policy.kind === "read" ? [...[gist(policy)], policy.copy.kind] : policy.why;
  };
  const own = [["workbook", ["15"]], "same"];

  test.each([
    { what: "with its copy", forgetCopy: false },
    { what: "of an older file, without a copy", forgetCopy: true },
  ])("$what: and back, part and copy", async ({ forgetCopy }) => {
    const { session } = start(fileOf("20"));
    await changePolicy(session, edit("15"));
    if (forgetCopy) {
      const sheet = book.host.workbook.sheets().find(({ name }) => name === WITNESS);
      if (sheet !== undefined) book.host.workbook.deleteSheet(sheet.id);
      book.host.workbook.deleteName(WITNESS);
      await session.refresh();
    }
    const [before, department] = [await session.load(), await session.department()];
    if (before.kind !== "read" || department?.policy.kind !== "read") throw new Error("unreadable");
    const kept = await restorePolicy(session, takingOver(before.stored, department.policy.stored));
    expect(await copyNow()).toEqual([["workbook", ["20"]], "same"]);
    await session.putBack(kept);
    expect(await copyNow()).toEqual(own);
  });
});
