import { describe, expect, test } from "vitest";
import type { StoredPolicy } from "../../src/policy";
import { emptyStored } from "../../src/policy/part";
import { exportPolicy, readPolicyFile, type PolicyFile } from "../../src/tasks";
import { sayFileLoses, sayPartProblem, sayPartReport } from "../../src/wording";
import { OPEN, ownVersion, valuesIn } from "../policy/edit/setup";

const { stored } = ownVersion();

const read = (content: BlobPart, current: StoredPolicy = emptyStored): Promise<PolicyFile> =>
  readPolicyFile(new Blob([content]), current, OPEN);

/** Why a file was not taken, as HR reads it. */
async function refusal(content: BlobPart): Promise<string[]> {
  const file = await read(content);
  switch (file.kind) {
    case "read":
      return [];
    case "broken":
      return file.problems.map((problem) => sayPartProblem(problem, "zh"));
    case "newerSchema":
      return [`schema ${file.schema}`];
  }
}

describe("an exported file is read back as it was", () => {
  test("with its versions and decisions, by name", async () => {
    const file = await read(await exportPolicy(stored));
    expect(file).toMatchObject({
      kind: "read",
      stored,
      reports: [],
      replacing: { decisions: 29, versions: ["2026"], lostDecisions: 0, lostVersions: [] },
    });
  });

  test("also with the mark that some editors put before the text", async () => {
    expect(await read(`\uFEFF${await exportPolicy(stored)}`)).toMatchObject({ kind: "read" });
  });

  test("what the workbook has and the file has not is told before anything is replaced", async () => {
    const file = await read(await exportPolicy(emptyStored), stored);
    if (file.kind !== "read") throw new Error(file.kind);
    expect(file.replacing).toMatchObject({ lostDecisions: 29, lostVersions: ["2026"] });
    expect(sayFileLoses(file.replacing, "zh")).toContain("29 条口径决定和版本 2026");
  });

  test("errors of its policy are told, the same for the open month", async () => {
    const values = valuesIn(stored);
    const [first, ...others] = values.commission.bands;
    if (first === undefined) throw new Error("No band");
    const bands = [{ ...first, fromFen: 9_000_000 }, ...others];
    const holed: StoredPolicy = {
      ...emptyStored,
      versions: [{ id: "x", values: { ...values, commission: { ...values.commission, bands } } }],
    };
    const file = await read(JSON.stringify(holed));
    if (file.kind !== "read") throw new Error(file.kind);
    expect(file.replacing.errors.map(({ check }) => check)).toContain("PC10");
  });
});

describe("what this product does not know is named by its path and kept", () => {
  test("a reading, an option and a field", async () => {
    const file = await read(
      JSON.stringify({
        schema: 1,
        decisions: [
          { reading: "NEW_READING", option: "a" },
          { reading: "SCORE_80", option: "T9" },
        ],
        later: { kept: true },
      }),
    );
    if (file.kind !== "read") throw new Error(file.kind);
    expect(file.reports.map((report) => sayPartReport(report, "en"))).toEqual([
      "$.later: this field is unknown here; it is kept as it is.",
      "$.decisions[0].reading: the reading “NEW_READING” is unknown here; it is kept and has no effect.",
      "$.decisions[1].option: the reading has no option “T9”; it is kept, and the reading counts as undecided.",
    ]);
    expect(JSON.parse(await exportPolicy(file.stored))).toMatchObject({
      decisions: [{ reading: "NEW_READING" }, { option: "T9" }],
      later: { kept: true },
    });
  });

  test("a newer schema is not read at all", async () => {
    expect(await refusal(JSON.stringify({ schema: 2, decisions: "?" }))).toEqual(["schema 2"]);
  });
});

describe("a truncated or hostile file", () => {
  const whole = JSON.stringify({ schema: 1, decisions: [] });
  test.each<[string, BlobPart, string]>([
    ["nothing", "", "JSON"],
    ["cut off", whole.slice(0, -3), "JSON"],
    ["another kind of file", new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]), "JSON"],
    ["markup", "<policy/>", "JSON"],
    ["a list", "[]", "$"],
    ["no schema", '{"decisions":[]}', "$.schema"],
    ["deep nesting", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, "嵌套太深"],
    ["a prototype key", '{"schema":1,"decisions":[],"__proto__":{"x":1}}', "$.__proto__"],
    [
      "a constructor",
      '{"schema":1,"decisions":[{"constructor":{}}]}',
      "$.decisions[0].constructor",
    ],
    [
      "a huge list",
      JSON.stringify({ schema: 1, decisions: Array(10_001).fill({ reading: "a", option: "b" }) }),
      "$.decisions",
    ],
    [
      "a month that is none",
      JSON.stringify({
        schema: 1,
        decisions: [],
        versions: [{ id: "a", from: "2026-13", values: {} }],
      }),
      "$.versions[0].from",
    ],
    [
      "a salary in words",
      JSON.stringify({
        schema: 1,
        decisions: [],
        versions: [{ id: "a", values: { levels: [{ baseSalaryFen: "many" }] } }],
      }),
      "$.versions[0].values.levels[0].baseSalaryFen",
    ],
    ["a text too long", `"${"x".repeat(4_000_001)}"`, "文件太大"],
  ])("%s is refused with the place", async (_, content, place) => {
    const said = await refusal(content);
    expect(said.length).toBeGreaterThan(0);
    expect(said.join("\n")).toContain(place);
  });

  test("more bytes than any policy has are not even opened", async () => {
    const file = new Blob([new Uint8Array(16_000_001)]);
    const opened = Object.assign(file, { arrayBuffer: () => Promise.reject(new Error("opened")) });
    expect(await readPolicyFile(opened, emptyStored, OPEN)).toMatchObject({
      kind: "broken",
      problems: [{ code: "tooLarge" }],
    });
  });

  test("markup in names is text like any other", async () => {
    const name = '<img src=x onerror="alert(1)">';
    const file = await read(
      JSON.stringify({
        schema: 1,
        decisions: [],
        versions: [{ id: "a", name, values: valuesIn(stored) }],
      }),
    );
    expect(file).toMatchObject({ kind: "read", replacing: { versions: [name] } });
  });
});
