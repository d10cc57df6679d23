// Takes: a manifest, the address it was built for, a way to read the files beside it.
// Gives: everything that Excel would refuse, as sentences. Never: asks the web, as Microsoft's validator does.
import { elementsNamed, parseXml, walk, type XmlElement } from "./xml";

export type ManifestContext = {
  readonly baseUrl: string;
  readonly namespace: string;
  /** The bytes of a file below the base URL, or undefined where there is none. */
  readonly readFile: (relativePath: string) => Buffer | undefined;
};

const locale = "zh-CN";

/** In this order below their parent; "!" must be there, "+" may be there more than once. */
const children: Readonly<Record<string, string>> = {
  OfficeApp:
    "Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! SupportUrl! AppDomains Hosts! Requirements! DefaultSettings! Permissions! VersionOverrides!",
  DisplayName: "Override+",
  Description: "Override+",
  "OfficeApp/Hosts": "Host!+",
  Requirements: "Sets!",
  Sets: "Set!+",
  DefaultSettings: "SourceLocation!",
  VersionOverrides: "Description Requirements Hosts! Resources!",
  "VersionOverrides/Hosts": "Host!+",
  "VersionOverrides/Hosts/Host": "Runtimes! AllFormFactors! DesktopFormFactor!",
  Runtimes: "Runtime!",
  AllFormFactors: "ExtensionPoint!",
  "AllFormFactors/ExtensionPoint": "Script! Page! Metadata! Namespace!",
  Script: "SourceLocation!",
  Page: "SourceLocation!",
  Metadata: "SourceLocation!",
  DesktopFormFactor: "GetStarted FunctionFile! ExtensionPoint!+",
  "DesktopFormFactor/ExtensionPoint": "OfficeTab!",
  OfficeTab: "Group!+",
  Group: "Label! Icon! Control!+",
  Control: "Label! Supertip! Icon! Action!",
  Supertip: "Title! Description!",
  Icon: "bt:Image!+",
  "Action[ExecuteFunction]": "FunctionName!",
  // Without TaskpaneId: with a shared runtime there is one pane, and it is the runtime's page.
  "Action[ShowTaskpane]": "SourceLocation!",
  Resources: "bt:Images! bt:Urls! bt:ShortStrings! bt:LongStrings!",
  "bt:Images": "bt:Image!+",
  "bt:Urls": "bt:Url!+",
  "bt:ShortStrings": "bt:String!+",
  "bt:LongStrings": "bt:String!+",
  "bt:Url": "bt:Override+",
  "bt:String": "bt:Override+",
};

/** The order known for an element: by its type, else by its path; the longest path wins. */
function orderOf(element: XmlElement, path: string): string {
  const typed = children[`${element.name}[${element.attributes["xsi:type"] ?? ""}]`];
  if (typed !== undefined) return typed;
  const names = path.split("/");
  for (let from = 0; from < names.length; from += 1) {
    const order = children[names.slice(from).join("/")];
    if (order !== undefined) return order;
  }
  return "";
}

function* orderProblems(root: XmlElement): Generator<string> {
  for (const { element, path } of walk(root)) {
    const allowed = orderOf(element, path)
      .split(" ")
      .filter((word) => word !== "")
      .map((word) => ({
        name: word.replace(/[!+]+$/, ""),
        required: word.includes("!"),
        repeated: word.includes("+"),
      }));
    let reached = 0;
    for (const child of element.children) {
      const position = allowed.findIndex(({ name }) => name === child.name);
      if (position < 0) yield `${path}: ${child.name} does not belong here`;
      else if (position < reached) yield `${path}: ${child.name} comes too late`;
      else reached = position;
    }
    for (const { name, required, repeated } of allowed) {
      const count = element.children.filter((child) => child.name === name).length;
      if (required && count === 0) yield `${path}: ${name} is missing`;
      if (!repeated && count > 1) yield `${path}: ${name} is there ${String(count)} times`;
    }
  }
}

const resources = ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"] as const;
type Resources = (typeof resources)[number];

const longest: Readonly<Record<Resources, number>> = {
  "bt:Images": 2048,
  "bt:Urls": 2048,
  "bt:ShortStrings": 125,
  "bt:LongStrings": 250,
};

/** Where the resource that an element asks for must stand. */
function wantedResources(element: XmlElement, path: string): Resources {
  if (element.name === "bt:Image") return "bt:Images";
  if (/\/(?:SourceLocation|FunctionFile|Runtime)$/.test(path)) return "bt:Urls";
  return path.endsWith("Supertip/Description") ? "bt:LongStrings" : "bt:ShortStrings";
}

function* resourceProblems(root: XmlElement): Generator<string> {
  const defined = new Map<string, Resources>();
  for (const kind of resources) {
    for (const resource of elementsNamed(root, kind).flatMap(({ children }) => children)) {
      const id = resource.attributes["id"] ?? "";
      if (defined.has(id)) yield `${id}: defined twice`;
      defined.set(id, kind);
      if (id.length === 0 || id.length > 32) yield `${id}: an id has 1 to 32 characters`;
      for (const value of valuesOf(resource)) {
        if (value.length === 0) yield `${id}: empty`;
        if (value.length > longest[kind]) {
          yield `${id}: ${String(value.length)} characters, ${kind} take ${String(longest[kind])}`;
        }
      }
    }
  }
  const used = new Set<string>();
  for (const { element, path } of walk(root)) {
    const id = element.attributes["resid"];
    if (id === undefined) continue;
    used.add(id);
    const kind = defined.get(id);
    const wanted = wantedResources(element, path);
    if (kind === undefined) yield `${path}: no resource ${id}`;
    else if (kind !== wanted) yield `${path}: ${id} must stand in ${wanted}`;
  }
  for (const id of defined.keys()) if (!used.has(id)) yield `${id}: never used`;
}

/** The default value and that of every locale. */
function valuesOf(element: XmlElement): string[] {
  return [
    element.attributes["DefaultValue"] ?? "",
    ...element.children.map((child) => child.attributes["Value"] ?? ""),
  ];
}

function* localeProblems(root: XmlElement): Generator<string> {
  const said = ["DisplayName", "bt:String"].flatMap((name) => elementsNamed(root, name));
  const described = root.children.filter(({ name }) => name === "Description");
  const metadata = elementsNamed(root, "bt:Url").filter(
    ({ attributes }) => attributes["id"] === "Functions.Metadata.Url",
  );
  for (const element of [...said, ...described, ...metadata]) {
    const id = element.attributes["id"] ?? element.name;
    const overrides = element.children.map((child) => child.attributes["Locale"] ?? "");
    // A formula must read the same in every language of Excel.
    const wanted = id === "Functions.Namespace" ? [] : [locale];
    if (overrides.join() !== wanted.join()) {
      yield `${id}: has the locales [${overrides.join()}], not [${wanted.join()}]`;
    }
    const values = valuesOf(element);
    if (new Set(values).size < values.length) yield `${id}: not translated`;
  }
}

function* addressProblems(root: XmlElement, context: ManifestContext): Generator<string> {
  for (const { element, path } of walk(root)) {
    const isAddress =
      /Url$|^SourceLocation$|^bt:Image$/.test(element.name) && "DefaultValue" in element.attributes;
    if (!isAddress) continue;
    for (const value of valuesOf(element)) {
      if (!value.startsWith(context.baseUrl)) {
        yield `${path}: ${value} is not below ${context.baseUrl}`;
      } else if (context.readFile(value.slice(context.baseUrl.length)) === undefined) {
        yield `${path}: there is no file ${value}`;
      }
    }
  }
}

/** Width and height from a PNG's header, or undefined where it is not one. */
function pngSize(bytes: Buffer): { width: number; height: number } | undefined {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(signature)) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function* iconProblems(root: XmlElement, context: ManifestContext): Generator<string> {
  const address = new Map(
    elementsNamed(root, "bt:Images").flatMap(({ children }) =>
      children.map(({ attributes }) => [attributes["id"] ?? "", attributes["DefaultValue"] ?? ""]),
    ),
  );
  const wanted: (readonly [url: string, size: number])[] = [
    [elementsNamed(root, "IconUrl")[0]?.attributes["DefaultValue"] ?? "", 32],
    [elementsNamed(root, "HighResolutionIconUrl")[0]?.attributes["DefaultValue"] ?? "", 64],
  ];
  for (const { element, path } of walk(root)) {
    if (element.name !== "Icon") continue;
    const sizes = element.children.map(({ attributes }) => attributes["size"] ?? "");
    if (sizes.join() !== "16,32,80") yield `${path}: has the sizes ${sizes.join()}, not 16,32,80`;
    for (const { attributes } of element.children) {
      wanted.push([address.get(attributes["resid"] ?? "") ?? "", Number(attributes["size"])]);
    }
  }
  for (const [url, size] of wanted) {
    const bytes = context.readFile(url.slice(context.baseUrl.length));
    const found = bytes === undefined ? undefined : pngSize(bytes);
    if (found?.width !== size || found.height !== size) {
      yield `${url}: not a PNG of ${String(size)} × ${String(size)}`;
    }
  }
}

const floor: Readonly<Record<string, string>> = {
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.2",
  ExcelApi: "1.9",
};

function* runtimeProblems(root: XmlElement, context: ManifestContext): Generator<string> {
  const page = (name: string) =>
    elementsNamed(root, name).flatMap((element) =>
      [element, ...element.children].flatMap(({ attributes }) => attributes["resid"] ?? []),
    );
  const shown = elementsNamed(root, "Action")
    .filter(({ attributes }) => attributes["xsi:type"] === "ShowTaskpane")
    .flatMap(({ children }) => children.flatMap(({ attributes }) => attributes["resid"] ?? []));
  const pages = [...page("Runtime"), ...page("Page"), ...page("FunctionFile"), ...shown];
  if (new Set(pages).size !== 1) yield `One runtime has one page, but here are ${pages.join()}`;

  const [runtime] = elementsNamed(root, "Runtime");
  if (runtime?.attributes["lifetime"] !== "long") yield "A shared runtime lives long";

  const sets = elementsNamed(root, "Set").map(({ attributes }) => [
    attributes["Name"] ?? "",
    attributes["MinVersion"] ?? "",
  ]);
  if (JSON.stringify(sets) !== JSON.stringify(Object.entries(floor))) {
    yield `Requirement sets are ${JSON.stringify(sets)}`;
  }

  const namespaces = elementsNamed(root, "bt:String")
    .filter(({ attributes }) => attributes["id"] === "Functions.Namespace")
    .map(({ attributes }) => attributes["DefaultValue"] ?? "");
  if (namespaces.join() !== context.namespace) {
    yield `The namespace is ${namespaces.join()}, not ${context.namespace}`;
  }
  if (elementsNamed(root, "DefaultLocale")[0]?.text !== "en-US") yield "The default is en-US";
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function* identityProblems(root: XmlElement): Generator<string> {
  const id = elementsNamed(root, "Id")[0]?.text ?? "";
  if (!guid.test(id)) yield `Id ${id} is not a GUID`;
  const version = elementsNamed(root, "Version")[0]?.text ?? "";
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(version)) yield `Version ${version} has not four numbers`;
  const names = [...elementsNamed(root, "Group"), ...elementsNamed(root, "Control")].map(
    ({ attributes }) => attributes["id"] ?? "",
  );
  if (new Set(names).size < names.length) yield `Ids on the ribbon repeat: ${names.join()}`;
}

/** Everything that is wrong with a manifest, in the order of the checks; empty for a good one. */
export function checkManifest(xml: string, context: ManifestContext): string[] {
  const root = parseXml(xml);
  return [
    ...orderProblems(root),
    ...resourceProblems(root),
    ...localeProblems(root),
    ...addressProblems(root, context),
    ...iconProblems(root, context),
    ...runtimeProblems(root, context),
    ...identityProblems(root),
  ];
}
