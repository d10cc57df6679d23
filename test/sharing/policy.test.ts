import { describe, expect, it } from "vitest";
import {
  readPolicyOf,
  readWorkbookGrids,
  surveyWorkbook,
  type ShareChoices,
} from "../../src/sharing";
import { share } from "./choices";
import { NOTE, policyBook, type Kept } from "./policyBooks";
import { textsOf } from "./reading";

/** Copies with and without the policy settings, wherever programs have stored the part and whatever shows its copy. */
const JSON_TEXT = '{"schema":1,"decisions":[{"reading":"SCORE_80","option":"T3","by":"王经理"}]}';
const PART = `<policy xmlns="urn:cs-promotion:policy:1">${JSON_TEXT}</policy>`;
const DIGEST = `sha256:${"c4".repeat(32)}`;
const SAVED = "saved 2026-11-30";
const CELLS = [DIGEST, SAVED, JSON_TEXT];

/** What discloses the settings anywhere in a file. */
const TRACES = [
  "urn:cs-promotion:policy:1",
  "SCORE_80",
  "王经理",
  DIGEST,
  "2026-11-30",
  NOTE,
  "_CS_POLICY",
];

function tracesIn(bytes: Uint8Array): string[] {
  const all = [...textsOf(bytes)].map(([path, text]) => `${path}\n${text}`).join("\n");
  return TRACES.filter((trace) => all.includes(trace));
}

const workbook = (kept: Kept): Uint8Array => policyBook(kept, { part: PART, cells: CELLS });

const HANGS = ["workbook", "package", "sheet", "nowhere", null] as const;
const WITNESSES = ["shared", "inline", null] as const;
const FILES = HANGS.flatMap((hangs) => WITNESSES.map((witness): Kept => ({ hangs, witness })));
const MORE: readonly Kept[] = [
  { hangs: "workbook", witness: "shared", place: 0 },
  { hangs: "workbook", witness: "shared", place: 2 },
  { hangs: "package", witness: "shared", state: "visible" },
  { hangs: null, witness: "inline", state: "hidden", name: "制度" },
];
const PARTIAL: Partial<ShareChoices> = { sheets: ["成绩", "汇总"] };
const FEWER: Partial<ShareChoices> = { sheets: ["汇总"] };

describe.each([...FILES, ...MORE])("settings at $hangs, copy $witness, $state $name", (kept) => {
  const bytes = workbook(kept);

  it.each([{}, PARTIAL, FEWER])("without the policy nothing of it is left: %j", (choices) => {
    const copy = share(bytes, { ...choices, policy: false });
    expect(tracesIn(copy.bytes)).toEqual([]);
    expect(copy.facts.namesGone).not.toContain("_CS_POLICY");
    expect(readPolicyOf(copy.bytes)).toEqual({ parts: [], witness: null, detached: [] });
    const main = textsOf(copy.bytes).get("xl/workbook.xml") ?? "";
    const sheets = [...main.matchAll(/<sheet [^>]*name="([^"]*)"/gu)].map(([, name]) => name);
    expect(sheets).toEqual(choices === FEWER ? ["汇总"] : ["成绩", "汇总"]);
    // The print area still belongs to its sheet.
    expect(main).toContain(`localSheetId="${sheets.indexOf("汇总")}"`);
    expect([...main.matchAll(/localSheetId/gu)]).toHaveLength(1);
    if (choices !== FEWER)
      expect(textsOf(copy.bytes).get("xl/sharedStrings.xml")).toContain("王芳");
  });

  it.each([{}, PARTIAL, FEWER])("with the policy all of it stays, unlisted: %j", (choices) => {
    const before = readPolicyOf(bytes);
    const { bytes: copied, facts } = share(bytes, choices);
    const after = readPolicyOf(copied);
    expect(after.parts).toEqual(before.parts);
    expect(after.witness).toEqual(before.witness);
    const own = kept.name ?? "_CS_POLICY";
    expect([...facts.sheets, ...facts.sheetsLeftOut]).not.toContain(own);
  });

  it("where people get numbers the copy goes, since it names some", () => {
    const copy = share(bytes, { people: { kind: "numbers", headings: ["姓名"], label: "员工" } });
    expect(readPolicyOf(copy.bytes).witness).toBeNull();
  });

  it("is read wherever it is", () => {
    expect(readPolicyOf(bytes)).toEqual({
      parts: kept.hangs === "workbook" ? [PART] : [],
      witness: kept.witness === null ? null : CELLS,
      detached: kept.hangs === null || kept.hangs === "workbook" ? [] : [PART],
    });
  });
});

it("is no sheet of a file to import, nor one to choose", () => {
  const shown = workbook({ hangs: null, witness: "shared", state: "visible" });
  const run = <T>(steps: Generator<unknown, T>): T => {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  };
  const grids = run(readWorkbookGrids(shown));
  expect([grids.sheets.map(({ grid }) => grid.sheet.name), grids.hidden]).toEqual([
    ["成绩", "汇总"],
    [],
  ]);
  const known = { headings: [], headingWords: [], known: [], people: [] };
  expect(run(surveyWorkbook(shown, known)).sheets.map(({ name }) => name)).toEqual([
    "成绩",
    "汇总",
  ]);
});
