import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { columnLetters, type SheetContent, type SheetTag } from "../../../src/grid";
import {
  closeMonth,
  EVERYTHING,
  PolicySession,
  readPayMonth,
  startSharing,
  validateSheet,
  writeCandidates,
  writePayslips,
  writeResults,
  writeReviews,
  type CopyContent,
  type Gateway,
} from "../../../src/tasks";
import { monthOf } from "../../../src/units";
import { RESTRICTED, writtenHeadings, type Language } from "../../../src/wording";
import { closedColumns } from "../../../src/wording/closed/closedSheet";
import { payColumns } from "../../../src/wording/pay/paySheet";
import { reportColumns } from "../../../src/wording/promotion/promotionReport";
import { reviewColumns } from "../../../src/wording/promotion/promotionReviews";
import type { WrittenColumn } from "../../../src/wording/sheet/restricted";
import { openWorkbook, type OpenWorkbook } from "../openWorkbook";
import { decidedBook } from "../../policy/decided";
import { book as fileOf, rows as rowsXml } from "../../sharing/corpus";
import { valuesOf, type Plain } from "../../sharing/reading";
import { HEADER } from "../../setup/ledger";

// Every sheet that the product writes, as its own code composes it, put into a file and copied: of each column, of
// what stands elsewhere on the sheet, and of what an older version has written, nothing is left where it was not chosen.

const HEADINGS = [...HEADER, "额外奖励", "投诉次数"];
const LEDGER = [
  HEADINGS,
  ...["2025-03", "2025-04", "2025-05", "2025-06"].flatMap((month, index) => [
    ["1001", "林晓", month, "初级客服", [85, 92, 93, 92][index], 48_020.5, 120, 0],
    ["1002", "吴倩", month, "初级客服", [75, 58, 55, 52][index], 31_000, null, index === 3 ? 3 : 0],
  ]),
];

let open: OpenWorkbook;
let written: SheetContent[];
beforeEach(async () => {
  open = await openWorkbook([{ name: "成绩", cells: LEDGER }]);
  written = [];
});
afterEach(() => open.close());

/** Writes every sheet there is, and keeps what it consists of. */
async function writeAll(language: Language, inFull: boolean): Promise<void> {
  const gateway: Gateway = {
    ...open.gateway,
    writeSheet: (content) => {
      written.push(content);
      return Promise.resolve({ sheet: { id: content.name, name: content.name }, refreshed: false });
    },
  };
  const policy = await new PolicySession(gateway).load();
  const options = { gateway, policy, today: monthOf(2025, 7), sheetId: null, month: null };
  const validation = await validateSheet(options);
  if (validation.kind !== "month") throw new Error("Not read");
  const { opened } = validation;
  const pay = await readPayMonth(opened);
  const choices = { otherReadings: inFull };
  await writePayslips(gateway, pay, language, { ...choices, formulas: false });
  await writeResults(gateway, validation.report, validation.sheet, language, choices);
  await writeCandidates(opened, { language, withReviews: inFull }, options);
  await writeReviews(opened, language, options);
  const signature = { by: "HR", on: "2025-07-05", reason: "" };
  await closeMonth(gateway, opened, signature, language, { before: null });
}

function xmlOf(content: SheetContent): string {
  return rowsXml(
    ...content.rows.map((cells, row) =>
      cells
        .map((cell, column) => {
          const at = `r="${columnLetters(column)}${row + 1}"`;
          if (cell === null) return "";
          if ("number" in cell) return `<c ${at}><v>${cell.number}</v></c>`;
          const text = "text" in cell ? cell.text : cell.formula;
          const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
          return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`;
        })
        .join(""),
    ),
  );
}

/** The sheets as a file, beside a sheet that is always kept. */
function fileWith(contents: readonly SheetContent[]): Uint8Array {
  const names = contents.map(({ name }) => name);
  return fileOf({
    sheets: [
      { name: "封面", xml: rowsXml("") },
      ...contents.map((content) => ({ name: content.name, xml: xmlOf(content) })),
    ],
    workbook: `<definedNames>${contents
      .flatMap(({ tag, name }) =>
        tag === null
          ? []
          : [
              `<definedName name="_CS_${tag}" localSheetId="${names.indexOf(name) + 1}" hidden="1">'${name}'!$A$1</definedName>`,
            ],
      )
      .join("")}</definedNames>`,
  });
}

async function copyWithout(
  contents: readonly SheetContent[],
  unwanted: CopyContent,
): Promise<Map<string, Plain>> {
  const steps = startSharing(fileWith(contents), {
    kind: "copy",
    setting: {
      request: {
        ...EVERYTHING,
        as: "values",
        include: { ...EVERYTHING.include, [unwanted]: false },
      },
      book: decidedBook(),
      today: monthOf(2026, 11),
      day: "2026-11-25",
      language: "zh",
    },
  });
  for (;;) {
    const step = steps.next();
    if (step.done !== true) continue;
    if (step.value.kind !== "copy") throw new Error("A copy was asked for");
    return valuesOf(step.value.copy.bytes);
  }
}

const only = (tag: SheetTag): SheetContent => {
  const content = written.find((each) => each.tag === tag);
  if (content === undefined) throw new Error(`No ${tag} was written`);
  return content;
};

/** What stands below each heading of a sheet: its place, and whether anything does. */
function columnsOf(content: SheetContent, headings: readonly WrittenColumn[], language: Language) {
  const row = content.rows.findIndex((cells) =>
    headings.every(({ [language]: said }) =>
      cells.some((cell) => cell !== null && "text" in cell && cell.text === said),
    ),
  );
  if (row < 0) throw new Error(`${content.name} has no row of its headings`);
  return headings.map((heading) => ({
    heading,
    row,
    column: (content.rows[row] ?? []).findIndex(
      (cell) => cell !== null && "text" in cell && cell.text === heading[language],
    ),
  }));
}

const TABLES: readonly (readonly [SheetTag, Readonly<Record<string, WrittenColumn>>])[] = [
  ["payslips", payColumns],
  ["closed", closedColumns],
  ["candidates", reportColumns],
  ["reviews", reviewColumns],
];

describe.each(["zh", "en"] as const)("sheets as they are written (%s)", (language) => {
  it.each(TABLES)(
    "%s: each column goes with what it holds, and no other does",
    async (tag, table) => {
      await writeAll(language, false);
      const content = only(tag);
      const places = columnsOf(content, Object.values(table), language);
      for (const unwanted of RESTRICTED) {
        const left = await copyWithout([content], unwanted);
        const sheetIsLeft = [...left.keys()].some((key) => key.startsWith(`${content.name}!`));
        for (const { heading, row, column } of places) {
          const at = (below: number): string =>
            `${content.name}!${columnLetters(column)}${row + 1 + below}`;
          const shown = content.rows
            .slice(row + 1)
            .flatMap((cells, index) => (cells[column] === null ? [] : [at(index + 1)]))
            .filter((key) => left.has(key));
          const said = `${heading.zh} without ${unwanted}`;
          if (heading.holds.includes(unwanted)) {
            expect(shown, said).toEqual([]);
            expect(left.get(at(0)) ?? "已略去", said).toMatch(/^已略去/);
          } else if (sheetIsLeft && unwanted !== "notes") {
            expect(left.get(at(0)), said).toBe(heading[language]);
          }
        }
      }
    },
  );

  it("what stands elsewhere on a sheet takes the sheet along", async () => {
    await writeAll(language, true);
    await writeAll(language, false);
    const gone = async (tag: SheetTag): Promise<CopyContent[]> => {
      const content = only(tag);
      const found: CopyContent[] = [];
      for (const unwanted of RESTRICTED) {
        const left = await copyWithout([content], unwanted);
        if (![...left.keys()].some((key) => key.startsWith(`${content.name}!`)))
          found.push(unwanted);
      }
      return found;
    };
    expect(await gone("payslips")).toEqual(["pay"]);
    expect(await gone("payslipsInFull")).toEqual(["pay", "otherReadings"]);
    expect(await gone("closed")).toEqual(["fines", "pay", "notes"]);
    expect(await gone("results")).toEqual(["reviews", "fines", "pay"]);
    expect(await gone("resultsInFull")).toEqual(["reviews", "fines", "pay", "otherReadings"]);
    expect(await gone("candidates")).toEqual([]);
    expect(await gone("reviews")).toEqual(["reviews"]);
  });
});

/**
 * Workbooks keep the headings that were written into them. Whoever renames one that holds something finds it here,
 * and puts the old one beside the new (`former` in src/wording/sheet/writtenHeadings.ts).
 */
const EVER_WRITTEN: readonly (readonly [string, ...CopyContent[]])[] = [
  ["底薪", "pay"],
  ["Base salary", "pay"],
  ["提成", "pay"],
  ["Commission", "pay"],
  ["绩效工资", "pay"],
  ["Performance pay", "pay"],
  ["额外奖励", "pay"],
  ["Extra award", "pay"],
  ["应发合计", "pay"],
  ["Gross pay", "pay"],
  ["人工调整", "pay"],
  ["Adjustment", "pay"],
  ["调整后合计", "pay"],
  ["Adjusted total", "pay"],
  ["罚款（仅列示，未扣）", "fines"],
  ["Fines (listed, not netted)", "fines"],
  ["表中", "pay"],
  ["In the sheet", "pay"],
  ["按制度", "pay"],
  ["By the policy", "pay"],
  ["差额", "pay"],
  ["Difference", "pay"],
  ["差额原因", "pay"],
  ["Why they differ", "pay"],
  ["投诉次数", "fines"],
  ["Complaints", "fines"],
  ["离岗次数", "fines"],
  ["Leaves of post", "fines"],
  ["罚款", "fines"],
  ["Fines", "fines"],
  ["应付", "pay"],
  ["Due", "pay"],
  ["薪酬变化", "pay"],
  ["Pay effect", "pay"],
  ["提示", "fines"],
  ["Notes", "fines"],
  ["复核原因", "reviews", "fines"],
  ["Reason for the review", "reviews", "fines"],
  ["事实", "reviews", "fines"],
  ["Facts", "reviews", "fines"],
  ["提成（公式）", "pay"],
  ["绩效工资（公式）", "pay"],
  ["应发合计（公式）", "pay"],
  ["绩效预警（公式）", "reviews"],
  ["预警", "reviews"],
  ["绩效预警", "reviews"],
  ["复核", "reviews"],
  ["绩效复核", "reviews"],
  ["绩效复核提示", "reviews"],
];

describe("headings that were ever written", () => {
  it.each(EVER_WRITTEN)("%s is still known by what it holds", (text, ...holds) => {
    const known = writtenHeadings.filter((each) => each.text === text);
    expect(known.map((each) => each.holds)).toContainEqual(holds);
  });

  it("and none that is written now is missing from the list", () => {
    const listed = new Set(EVER_WRITTEN.map(([text]) => text));
    const now = writtenHeadings.filter(({ holds }) => holds.length > 0).map(({ text }) => text);
    expect(now.filter((text) => !listed.has(text))).toEqual([]);
  });
});
