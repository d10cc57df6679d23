import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { findingsPage, FINDINGS_PAGE } from "../../scripts/findingsPage";

it("the page of findings says what the catalogue says", async () => {
  expect(readFileSync(FINDINGS_PAGE, "utf8")).toBe(await findingsPage());
});
