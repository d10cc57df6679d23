import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { OfficeAddinManifest } from "office-addin-manifest";
import { describe, expect, test } from "vitest";
import { defaultBaseUrl, readBuildOptions } from "../../scripts/buildOptions.cjs";
import { development, manifestFor, released } from "../../scripts/manifestFor.cjs";
import { checkManifest, type ManifestContext } from "./checkManifest";

const root = path.join(import.meta.dirname, "..", "..");
const source = readFileSync(path.join(root, "manifest.xml"), "utf8");

// What a build writes besides the icons; test/manifest/build.test.ts looks at the files themselves.
const built = [
  "taskpane.html",
  "help.html",
  "functions.js",
  "functions.json",
  "functions.zh-CN.json",
];

function readFile(relativePath: string): Buffer | undefined {
  if (built.includes(relativePath)) return Buffer.alloc(0);
  const file = path.join(root, relativePath);
  return existsSync(file) ? readFileSync(file) : undefined;
}

const asReleased: ManifestContext = { baseUrl: defaultBaseUrl, namespace: "CS", readFile };

describe("the manifest in the repository", () => {
  test("has nothing that Excel would refuse", () => {
    expect(checkManifest(source, asReleased)).toEqual([]);
  });

  test("is read by Microsoft's own parser", async () => {
    const manifest = await OfficeAddinManifest.readManifestFile(path.join(root, "manifest.xml"));
    expect(manifest).toMatchObject({
      id: released.id,
      displayName: "CS Pay and Promotion",
      defaultLocale: "en-US",
      hosts: ["Workbook"],
      permissions: "ReadWriteDocument",
    });
  });

  test("offers the two commands and the pane", () => {
    expect(
      [...source.matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)].map(([, id]) => id),
    ).toEqual(["validateMonth", "clearHighlights"]);
    for (const words of ["校验当月", "清除高亮", "Validate month", "Clear highlights"]) {
      expect(source).toContain(`"${words}"`);
    }
  });
});

describe("the manifest of a build", () => {
  test("stands below the base URL, whose slash may be left out and whose & is escaped", () => {
    const options = readBuildOptions({ baseUrl: "https://hr.example.com/a&b" });
    const xml = manifestFor(source, options);
    expect(xml).not.toContain("localhost");
    expect(checkManifest(xml, { ...asReleased, baseUrl: "https://hr.example.com/a&b/" })).toEqual(
      [],
    );
  });

  test("has an Id, a name and a namespace of its own for development", () => {
    const xml = manifestFor(source, readBuildOptions({ development: true }));
    expect(checkManifest(xml, { ...asReleased, namespace: "CSDEV" })).toEqual([]);
    expect(xml).toContain(development.id);
    expect(xml).not.toContain(released.id);
    expect(xml).toContain('<DisplayName DefaultValue="CS Pay and Promotion (development)">');
  });

  test.each([
    ["http://hr.example.com/", "must start with https://"],
    ["https://hr.example.com/?a=1", "carry no user, query or fragment"],
    ["hr.example.com", "is not an address"],
  ])("refuses the base URL %s", (baseUrl, message) => {
    expect(() => readBuildOptions({ baseUrl })).toThrow(message);
  });

  test("refuses an option it does not know", () => {
    expect(() => readBuildOptions({ baseurl: "https://hr.example.com/" })).toThrow("baseurl");
    expect(() => readBuildOptions({ cloud: "mars" })).toThrow("mars");
  });
});

// A check that finds nothing proves nothing until it has found each kind of fault once.
describe("the check of the manifest", () => {
  test.each([
    [
      "elements in another order",
      (xml: string) =>
        swap(xml, "<Version>0.1.0.0</Version>", "<ProviderName>CS HR</ProviderName>"),
      "OfficeApp: Version comes too late",
    ],
    [
      "an element that is missing",
      (xml: string) => xml.replace('<Namespace resid="Functions.Namespace" />', ""),
      "ExtensionPoint: Namespace is missing",
    ],
    [
      "an element that does not belong",
      (xml: string) =>
        xml.replace(
          '<Action xsi:type="ShowTaskpane">',
          '<Action xsi:type="ShowTaskpane"><TaskpaneId>Pane</TaskpaneId>',
        ),
      "TaskpaneId does not belong here",
    ],
    [
      "a resource that is not there",
      (xml: string) => xml.replace('resid="Group.Label"', 'resid="Group.Name"'),
      "no resource Group.Name",
    ],
    [
      "a resource that nobody uses",
      (xml: string) => xml.replace('resid="Group.Label"', 'resid="Pane.Label"'),
      "Group.Label: never used",
    ],
    [
      "a tip among the short strings",
      (xml: string) => xml.replace('<Title resid="Pane.Label"', '<Title resid="Pane.Tip"'),
      "Pane.Tip must stand in bt:ShortStrings",
    ],
    [
      "an id that is too long",
      (xml: string) => xml.replaceAll('"Pane.Label"', `"${"x".repeat(33)}"`),
      "an id has 1 to 32 characters",
    ],
    [
      "a short string that is too long",
      (xml: string) => xml.replace('"Open pane"', `"${"x".repeat(126)}"`),
      "126 characters, bt:ShortStrings take 125",
    ],
    [
      "a long string that is too long",
      (xml: string) =>
        xml.replace('"打开窗格，查看问题、可晋升人员和绩效复核。"', `"${"长".repeat(251)}"`),
      "251 characters, bt:LongStrings take 250",
    ],
    [
      "a string that is not translated",
      (xml: string) => xml.replace('<bt:Override Locale="zh-CN" Value="打开窗格" />', ""),
      "Pane.Label: has the locales []",
    ],
    [
      "a namespace that is translated",
      (xml: string) =>
        xml.replace(
          'id="Functions.Namespace" DefaultValue="CS" />',
          'id="Functions.Namespace" DefaultValue="CS"><bt:Override Locale="zh-CN" Value="客服" /></bt:String>',
        ),
      "Functions.Namespace: has the locales [zh-CN]",
    ],
    [
      "an address elsewhere",
      (xml: string) =>
        xml.replace("https://localhost:3000/help.html", "https://example.com/help.html"),
      "https://example.com/help.html is not below",
    ],
    [
      "an icon that is not there",
      (xml: string) => xml.replace("assets/clear-16.png", "assets/clean-16.png"),
      "there is no file https://localhost:3000/assets/clean-16.png",
    ],
    [
      "an icon of another size",
      (xml: string) => xml.replace("assets/clear-16.png", "assets/clear-32.png"),
      "clear-32.png: not a PNG of 16 × 16",
    ],
    [
      "functions on another page",
      (xml: string) =>
        xml.replace(
          '<FunctionFile resid="Taskpane.Url" />',
          '<FunctionFile resid="Functions.Script.Url" />',
        ),
      "One runtime has one page",
    ],
    [
      "a lower floor",
      (xml: string) =>
        xml.replace('Name="ExcelApi" MinVersion="1.9"', 'Name="ExcelApi" MinVersion="1.1"'),
      "Requirement sets are",
    ],
    [
      "another namespace",
      (xml: string) => xml.replace('DefaultValue="CS" />', 'DefaultValue="CSX" />'),
      "The namespace is CSX, not CS",
    ],
  ])("finds %s", (_fault, spoil, problem) => {
    const spoilt = spoil(source);
    expect(spoilt).not.toBe(source);
    expect(checkManifest(spoilt, asReleased).join("\n")).toContain(problem);
  });
});

function swap(text: string, first: string, second: string): string {
  return text.replace(first, "\u0000").replace(second, first).replace("\u0000", second);
}
