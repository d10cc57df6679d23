import { spawnSync } from "node:child_process";
import { mkdtempSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkManifest } from "./checkManifest";

const root = path.join(import.meta.dirname, "..", "..");
const baseUrl = "https://hr.example.com/cs/";

const POLICY = JSON.stringify({
  schema: 1,
  decisions: [{ reading: "SCORE_80", option: "T3", by: "人事部", on: "2026-11-01" }],
});

/** Builds as an administrator does, into a folder of its own. */
function build(folder: string, ...options: string[]): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(root, "node_modules/webpack/bin/webpack.js"),
      "--output-path",
      folder,
      ...options.flatMap((option) => ["--env", option]),
    ],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`The build failed:\n${stdout}\n${stderr}`);
}

const Metadata = v.object({
  allowErrorForDataTypeAny: v.literal(true),
  functions: v.pipe(
    v.array(
      v.object({
        id: v.string(),
        name: v.string(),
        description: v.string(),
        helpUrl: v.string(),
        parameters: v.array(v.object({ name: v.string(), description: v.string() })),
      }),
    ),
    v.minLength(1),
  ),
});

describe("a build for a server of the department", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "build-"));
  const department = `${folder}-policy.json`;
  const bytes = (name: string) => readFileSync(path.join(folder, name));
  const text = (name: string) => bytes(name).toString("utf8");
  const metadata = (name: string) => v.parse(Metadata, JSON.parse(text(name)));

  beforeAll(() => {
    writeFileSync(department, POLICY);
    build(folder, `baseUrl=${baseUrl}`, "cloud=china", `policy=${department}`);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(department, { force: true });
  });

  test("has a manifest whose every file is there", () => {
    const readFile = (name: string) =>
      existsSync(path.join(folder, name)) ? bytes(name) : undefined;
    expect(checkManifest(text("manifest.xml"), { baseUrl, namespace: "CS", readFile })).toEqual([]);
  });

  test("names its address in the manifest and in links to help, and nowhere else", () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
    const naming = files.filter((name) => /hr\.example\.com|localhost:3000/.test(text(name)));
    expect(naming.sort()).toEqual(["functions.json", "functions.zh-CN.json", "manifest.xml"]);
  });

  test("loads Microsoft's library by one tag and ships no copy of it", () => {
    const scripts = [...text("taskpane.html").matchAll(/<script[^>]*\ssrc="([^"]*)"/g)];
    expect(scripts.map(([, src]) => src)).toEqual([
      "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
      "functions.js",
    ]);
    expect(text("taskpane.html").match(/<script/g)).toHaveLength(2);
    expect(text("functions.js")).not.toContain("appsforoffice");
  });

  test("has the department's policy beside the page, which names it", () => {
    expect(text("policy.json")).toBe(POLICY);
    expect(text("taskpane.html")).toContain(
      '<meta name="department-policy" content="policy.json" />',
    );
  });

  test.each([
    { what: "is missing", content: null, says: /no such file/ },
    { what: "is no JSON", content: "{", says: /不是完整的 JSON[^]*not complete JSON/ },
    { what: "lacks what it must have", content: '{"schema":1}', says: /\$\.decisions/ },
    { what: "is of a later version", content: '{"schema":7,"decisions":[]}', says: /格式 7/ },
    {
      what: "has a slip of the pen",
      content: '{"schema":1,"decisions":[{"reading":"SCORE_8O","option":"T3"}]}',
      says: /SCORE_8O/,
    },
  ])("a department's policy that $what is refused", ({ content, says }) => {
    const file = `${folder}-wrong.json`;
    if (content !== null) writeFileSync(file, content);
    try {
      expect(() => build(`${folder}-wrong`, `policy=${file}`)).toThrow(says);
      expect(existsSync(`${folder}-wrong`)).toBe(false);
    } finally {
      rmSync(file, { force: true });
    }
  });

  test("answers functions before the pane's code is fetched", () => {
    const entry = text("functions.js");
    expect(entry).toContain("CustomFunctions");
    for (const command of ["validateMonth", "clearHighlights"]) expect(entry).toContain(command);
    expect(entry).not.toMatch(/react|fluent/i);
    expect(gzipSync(bytes("functions.js")).length).toBeLessThan(30 * 1024);
  });

  test("describes the same functions in both languages, and each in its help", () => {
    const english = metadata("functions.json");
    const chinese = metadata("functions.zh-CN.json");
    const shape = ({ functions }: typeof english) =>
      functions.map(({ id, name, parameters }) => ({ id, name, parameters: parameters.length }));
    expect(shape(chinese)).toEqual(shape(english));
    for (const { id, description, helpUrl } of chinese.functions) {
      expect(helpUrl).toBe(`${baseUrl}help.html#${id}`);
      expect(description).toMatch(/\p{Script=Han}/u);
      expect(text("help.html")).toContain(`<section id="${id}">`);
    }
    for (const { description } of english.functions) expect(description).toMatch(/[a-z]/);
  });
});
