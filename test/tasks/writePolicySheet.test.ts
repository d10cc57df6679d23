import { expect, test } from "vitest";
import { builtInBook } from "../../src/policy";
import { toBook } from "../../src/policy/part";
import { writePolicySheet } from "../../src/tasks";
import { OPEN, ownVersion } from "../policy/edit/setup";
import { fakeGateway } from "./fakeGateway";

async function written(openQuestions: boolean, book = builtInBook()) {
  const gateway = fakeGateway([]);
  const stages: string[] = [];
  await writePolicySheet(gateway, book, OPEN, {
    openQuestions,
    language: "zh",
    onProgress: ({ stage }) => stages.push(stage),
  });
  const [content] = gateway.written;
  if (content === undefined) throw new Error("Nothing was written");
  const texts = content.rows.map((row) =>
    row.map((cell) => (cell !== null && "text" in cell ? cell.text : "")),
  );
  return { content, texts };
}

test("the policy is written as text of ours, four columns wide, upright on A4", async () => {
  const { content, texts } = await written(false);
  expect(content).toMatchObject({
    name: "制度说明",
    tag: "policyBook",
    print: { orientation: "portrait" },
  });
  expect(content.columnWidths).toHaveLength(4);
  expect(content.rows.every((row) => row.length === 4)).toBe(true);
  expect(content.rows.flat().every((cell) => cell === null || "text" in cell)).toBe(true);
  expect(texts[0]?.[0]).toBe("制度说明");
  expect(texts.find(([first]) => first === "中级客服")).toEqual([
    "中级客服",
    "中级",
    "2,400 元",
    "有",
  ]);
});

test("every row has one style, and pages break before headings only", async () => {
  const { content, texts } = await written(true);
  const looked = content.styles.flatMap(({ areas }) =>
    areas.flatMap(({ row, rows }) => Array.from({ length: rows }, (_, index) => row + index)),
  );
  expect([...looked].sort((a, b) => a - b)).toEqual(texts.map((_, row) => row));
  const headings = content.styles
    .find(({ style }) => style.size === 12)
    ?.areas.map(({ row }) => row);
  for (const row of content.print?.breaksBefore ?? []) expect(headings).toContain(row);
});

test("open questions are for HR: only when chosen", async () => {
  const { stored } = ownVersion();
  const has = async (open: boolean) =>
    (await written(open, toBook(stored))).texts.some(([first]) => first === "待确认的问题");
  expect(await has(false)).toBe(false);
  expect(await has(true)).toBe(true);
});
