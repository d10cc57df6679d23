import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** What a workbook fetches before a function answers: the page and the one script it loads at once. */
export function benchSize(): readonly string[] {
  const files = ["dist/taskpane.html", "dist/functions.js"];
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) return [`Bytes until functions answer: run "npm run build" first`];
  const sizes = files.map((file) => gzipSync(readFileSync(file), { level: 9 }).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return [
    `Bytes until functions answer: ${(total / 1024).toFixed(1)} KB gzip (aim ≤ 30), without office.js`,
  ];
}
