import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { policyForCopy } from "../../../scripts/sharePolicy";
import { buildSample } from "../../../scripts/sampleWorkbook";
import { builtInValues } from "../../../src/policy";
import {
  changePolicy,
  markMonth,
  restorePolicy,
  validateSheet,
  type PolicyEdit,
} from "../../../src/tasks";
import { monthOf } from "../../../src/units";
import { savedBy, type Program } from "../../setup/programs";
import { share } from "../../sharing/choices";
import { openFile, type OpenFile } from "../openFile";

/**
 * The sample with decisions and a version of HR's own, opened and saved by other programs (rules W5 and W6): whatever they
 * drop, no number changes silently, and what was decided comes back.
 */
const TODAY = monthOf(2026, 11);

const CHOICES = [
  ["SALARY_RESERVE", "3000"],
  ["COMMISSION_T1_FROM", "50000"],
  ["SCORE_80", "T3"],
  ["MIDDLE_MONTHS", "3"],
  ["PROBATION_VARIABLE", "full"],
] as const;

const decide: PolicyEdit = (stored, { decideReading }) => {
  let policy = stored;
  for (const [reading, option] of CHOICES) {
    const edited = decideReading(policy, {
      reading,
      option,
      by: "王经理",
      on: "2026-11-23",
      note: "总经理同意",
      from: "",
    });
    if (edited.kind === "edited") policy = edited.value;
  }
  // From 2026 on a junior earns 100 yuan more.
  const levels = builtInValues.levels.map((level) =>
    level.id === "junior" ? { ...level, baseSalaryFen: 230_000 } : level,
  );
  const values = { ...builtInValues, levels };
  const versions = [{ id: "2026", from: "2026-01", name: "2026 年修订", values }];
  return { kind: "edited", value: { ...policy, versions } };
};

interface Shown {
  readonly formula: string;
  readonly value: unknown;
}

/** Every cell that calls the add-in, and what it shows. */
function callsOf({ host }: OpenFile): Map<string, Shown> {
  const found = new Map<string, Shown>();
  for (const sheet of host.workbook.sheets()) {
    const used = sheet.usedArea(true);
    for (let row = 0; row < (used?.row ?? 0) + (used?.rows ?? 0); row += 1)
      for (let column = 0; column < (used?.column ?? 0) + (used?.columns ?? 0); column += 1) {
        const formula = sheet.formula(row, column);
        if (formula === null || !/\bCS\./u.test(formula)) continue;
        const value = sheet.value(row, column);
        const shown = typeof value === "object" ? (value?.error ?? null) : value;
        found.set(`${sheet.name}!${row},${column}`, { formula, value: shown });
      }
  }
  return found;
}

async function gistOf({ policy }: OpenFile): Promise<readonly unknown[]> {
  const loaded = await policy.load();
  return loaded.kind === "read"
    ? [loaded.source, loaded.copy.kind, loaded.book.decisions.length, loaded.book.versions.length]
    : [loaded.why, loaded.witness.kind];
}

let saved: Uint8Array;
let before: Map<string, Shown>;

beforeAll(async () => {
  const file = await openFile(await buildSample(), TODAY);
  await changePolicy(file.policy, decide);
  await file.host.whenIdle();
  const options = { ...file.options, policy: await file.policy.load() };
  const validation = await validateSheet(options);
  if (validation.kind !== "month") throw new Error(validation.kind);
  expect(await markMonth(options.gateway, validation)).toBeGreaterThan(5);
  before = callsOf(file);
  saved = await file.save();
  await file.close();
}, 180_000);

const LOST = ["lost", "intact"];
const KEPT = ["workbook", "same", 5, 1];
const ROWS: readonly { readonly program: Program; readonly comesTo: readonly unknown[] }[] = [
  { program: "LibreOffice", comesTo: LOST },
  { program: "Gnumeric", comesTo: LOST },
  { program: "openpyxl", comesTo: LOST },
  { program: "exceljs", comesTo: LOST },
  { program: "SheetJS", comesTo: LOST },
  { program: "xlsx-populate", comesTo: KEPT },
];

/** What discloses the settings anywhere in a file. */
const TRACES = ["urn:cs-promotion:policy:1", "王经理", "总经理同意", "2026 年修订", "_CS_POLICY"];

function tracesIn(bytes: Uint8Array): string[] {
  const all = Object.entries(unzipSync(bytes)).map(([path, part]) => `${path} ${strFromU8(part)}`);
  return TRACES.filter((trace) => all.some((text) => text.includes(trace)));
}

test("the decisions matter: the sample shows other amounts without them", async () => {
  const plain = await openFile(await buildSample(), TODAY);
  const undecided = callsOf(plain);
  await plain.close();
  const changed = [...before].filter(([cell, { value }]) => undecided.get(cell)?.value !== value);
  expect(before.size).toBeGreaterThan(600);
  expect(changed.length).toBeGreaterThan(50);
});

describe.each(ROWS)("saved by $program", ({ program, comesTo }) => {
  test("no number changes in silence, and what was lost comes back", async () => {
    const file = await openFile(await savedBy(program, saved), TODAY);
    expect(await gistOf(file)).toEqual(comesTo);
    const calls = callsOf(file);
    const kept = [...calls].filter(([cell, { formula }]) => before.get(cell)?.formula === formula);
    expect(kept.length).toBe(before.size);
    const silent = kept.filter(
      ([cell, { value }]) => value !== before.get(cell)?.value && value !== "#N/A",
    );
    expect(silent).toEqual([]);
    const policy = await file.policy.load();
    if (policy.kind === "unreadable" && policy.witness.kind === "intact") {
      await restorePolicy(file.policy, policy.witness.stored);
      await file.host.whenIdle();
    }
    expect(await gistOf(file)).toEqual(KEPT);
    const after = callsOf(file);
    const others = kept.filter(([cell]) => after.get(cell)?.value !== before.get(cell)?.value);
    expect(others.map(([cell]) => [cell, after.get(cell), before.get(cell)])).toEqual([]);
    const again = await openFile(await file.save(), TODAY);
    expect(await gistOf(again)).toEqual(KEPT);
    await again.close();
    await file.close();
  });

  test("a copy without the policy holds no trace of it; plain formulas are never made by another one", async () => {
    const bytes = await savedBy(program, saved);
    const copy = share(bytes, { policy: false });
    expect(tracesIn(bytes)).toContain("_CS_POLICY");
    expect(tracesIn(copy.bytes)).toEqual([]);
    const making = policyForCopy(bytes, { as: "formulas", restore: false, department: null });
    if (comesTo === KEPT) expect((await making).book.decisions).toHaveLength(5);
    else await expect(making).rejects.toThrow("5 条口径决定");
    const restored = await policyForCopy(bytes, {
      as: "formulas",
      restore: true,
      department: null,
    });
    expect(restored.book.decisions).toHaveLength(5);
  });
});
