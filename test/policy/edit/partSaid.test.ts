import { describe, expect, it } from "vitest";
import { builtInValues } from "../../../src/policy";
import { readPart, readPolicyJson, unite, type StoredPolicy } from "../../../src/policy/part";
import { policyConflicts } from "../../../src/views";
import {
  sayNewerSchema,
  sayPartProblem,
  sayPartReport,
  sayPolicyConflict,
} from "../../../src/wording";

const languages = ["zh", "en"] as const;
const json = (value: unknown): string => JSON.stringify(value);
const empty = { schema: 1, decisions: [] };
const NS = "urn:cs-promotion:policy:1";

describe("why a part or a file is not read, in words", () => {
  it.each([
    ["truncated", readPolicyJson('{"schema":1,"decis'), "notJson"],
    ["too large", readPolicyJson(`"${"x".repeat(4_000_001)}"`), "tooLarge"],
    ["too deep", readPolicyJson("[".repeat(100) + "]".repeat(100)), "tooDeep"],
    [
      "prototype",
      readPolicyJson('{"schema":1,"decisions":[],"__proto__":{"a":1}}'),
      "forbiddenKey",
    ],
    [
      "a field",
      readPolicyJson(json({ ...empty, decisions: [{ reading: 5, option: "x" }] })),
      "field",
    ],
    ["missing", readPolicyJson(json({ schema: 1 })), "field"],
    ["no XML", readPart("<policy"), "notXml"],
    ["entities", readPart(`<!DOCTYPE a [<!ENTITY b "c">]><policy xmlns="${NS}"/>`), "documentType"],
    ["another part", readPart('<other xmlns="urn:x"/>'), "otherRoot"],
    ["markup", readPart(`<policy xmlns="${NS}"><b/></policy>`), "unexpectedMarkup"],
  ])("%s", (_, result, code) => {
    if (result.kind !== "broken") throw new Error(`Read: ${result.kind}`);
    expect(result.why.map((problem) => problem.code)).toContain(code);
    for (const language of languages)
      for (const problem of result.why) {
        const text = sayPartProblem(problem, language);
        expect(text).not.toMatch(/undefined|\[object/u);
        expect(text.length).toBeLessThan(300);
        if ("path" in problem) expect(text).toContain(problem.path);
      }
  });

  it("cuts names of any length", () => {
    const result = readPart(`<${"a".repeat(5_000)} xmlns="urn:x"/>`);
    if (result.kind !== "broken") throw new Error("Read");
    for (const problem of result.why)
      expect(sayPartProblem(problem, "zh").length).toBeLessThan(120);
  });

  it("says what is unknown and kept", () => {
    const result = readPolicyJson(
      json({
        ...empty,
        mood: "good",
        decisions: [
          { reading: "SCORE_99", option: "T1" },
          { reading: "SCORE_80", option: "T9" },
        ],
      }),
    );
    if (result.kind !== "read") throw new Error("Not read");
    expect(result.reports.map(({ kind }) => kind).sort()).toEqual([
      "unknownField",
      "unknownOption",
      "unknownReading",
    ]);
    for (const report of result.reports) {
      expect(sayPartReport(report, "zh")).toContain("原样保留");
      expect(sayPartReport(report, "en")).toContain("kept");
      expect(sayPartReport(report, "zh")).toContain(report.path);
    }
    const newer = readPolicyJson(json({ ...empty, schema: 7 }));
    if (newer.kind !== "newerSchema") throw new Error("Read");
    for (const language of languages) expect(sayNewerSchema(newer.schema, language)).toContain("7");
  });

  it("says where two people saved different things", () => {
    const part = (name: string, mood: string): StoredPolicy =>
      Object.assign(
        {
          schema: 1 as const,
          decisions: [],
          versions: [{ id: "2026", name, values: builtInValues }],
        },
        { mood },
      );
    const { stored, conflicts } = unite([part("甲", "good"), part("乙", "bad")]);
    expect(conflicts.map(({ kind }) => kind).sort()).toEqual(["field", "version"]);
    for (const conflict of policyConflicts({ stored, conflicts }))
      for (const language of languages)
        expect(sayPolicyConflict(conflict, language)).toContain(
          conflict.kind === "version" ? "2026" : "mood",
        );
  });

  it("names a reading, its month and both options where two people decided differently on one day", () => {
    const part = (option: string, from?: string): StoredPolicy => ({
      schema: 1,
      decisions: [
        { reading: "SCORE_80", option, on: "2026-03-01", ...(from === undefined ? {} : { from }) },
      ],
    });
    const { stored, conflicts } = unite([part("T2", "2026-02"), part("T3", "2026-02")]);
    const [conflict] = policyConflicts({ stored, conflicts });
    if (conflict === undefined) throw new Error("Nothing differs");
    const zh = sayPolicyConflict(conflict, "zh");
    const en = sayPolicyConflict(conflict, "en");
    for (const said of [zh, en]) expect(said).toContain("2026-02");
    expect(zh).toMatch(
      /口径“.+”（自 2026-02）：同一天一份选了“.+”，一份选了“(.+)”，采用后保存的“\1”。/,
    );
    expect(en).toMatch(
      /^The reading “.+” \(from 2026-02\): .+ as “.+” and as “(.+)”; “\1”, saved later, holds\.$/,
    );
    expect(policyConflicts(unite([part("T2"), part("T3")]))[0]).toMatchObject({ from: null });
  });
});
