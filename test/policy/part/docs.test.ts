import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { describe, expect, it } from "vitest";
import { builtInValues, READING_IDS } from "../../../src/policy";
import { POLICY_NAMESPACE, readPart, readPolicyJson } from "../../../src/policy/part";
import { storedSchema } from "../../../src/policy/schema/stored";
import { SHEET_FIELDS } from "../../../src/units";
import { toJsonSchema } from "./jsonSchema";

const page = readFileSync(new URL("../../../docs/policy-part.md", import.meta.url), "utf8");

function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "gu"))].map(
    (match) => match[1] ?? "",
  );
}

describe("the page about the part", () => {
  it("publishes the schema that reads", async () => {
    const published = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: `The policy part, ${POLICY_NAMESPACE}`,
      $defs: { reading: { enum: READING_IDS } },
      ...toJsonSchema(storedSchema),
    };
    const file = fileURLToPath(new URL("../../../docs/policy-part.schema.json", import.meta.url));
    const style = await resolveConfig(file);
    const text = await format(JSON.stringify(published, null, 2), { ...style, parser: "json" });
    // After a wanted change of the schema: run this test with -u.
    await expect(text).toMatchFileSnapshot(file);
  });

  it("shows a part and a file that are read as they stand", () => {
    const parts = blocks("xml").map(readPart);
    const files = blocks("json").map(readPolicyJson);
    expect(parts).toHaveLength(1);
    expect(files).toHaveLength(1);
    for (const result of [...parts, ...files])
      expect(result).toMatchObject({ kind: "read", reports: [] });
  });

  it("names every field of the format", () => {
    const named = new Set([...page.matchAll(/`([A-Za-z.[\]]+)`/gu)].map((match) => match[1]));
    const fieldsOf = (values: unknown): string[] =>
      typeof values === "object" && values !== null && !Array.isArray(values)
        ? Object.keys(values)
        : [];
    const inValues = Object.entries(builtInValues).flatMap(([group, values]) => [
      group,
      ...(group === "headings" ? SHEET_FIELDS : fieldsOf(values)),
    ]);
    const inLists = [
      builtInValues.levels[0],
      builtInValues.score.bands[0],
      builtInValues.commission.bands[0],
      builtInValues.promotion.rules[1],
      builtInValues.promotion.paths[0],
      builtInValues.promotion.paths[0]?.steps[0],
      builtInValues.headings.name,
    ].flatMap(fieldsOf);
    const around =
      "schema decisions versions acknowledged reading option by on note from id name locked values choices";
    for (const field of [...around.split(" "), ...inValues, ...inLists])
      expect(named, field).toContain(field);
  });
});
