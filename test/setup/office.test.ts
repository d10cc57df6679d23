import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { scoreBook } from "../workbench/fixture";
import { convertWithOffice } from "./office";

it("reads a good workbook, and gives nothing for one that is broken", async () => {
  const bytes = await scoreBook();
  const written = await convertWithOffice({
    files: { "good.xlsx": bytes, "broken.xlsx": bytes.slice(0, bytes.length / 2) },
    to: "xlsx",
    recalculate: true,
  });
  expect([...written.keys()]).toEqual(["good.xlsx"]);
  const parts = unzipSync(written.get("good.xlsx") ?? new Uint8Array());
  expect(strFromU8(parts["xl/sharedStrings.xml"] ?? new Uint8Array())).toContain("王芳");
});
