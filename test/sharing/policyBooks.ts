import { book, OFFICE, relations, rows, type BookOptions, type Relation } from "./corpus";

/** Workbooks that keep policy settings, as programs leave them behind. */
export const NOTE = "制度设置的副本";

export interface Settings {
  /** The part's XML. */
  readonly part: string;
  /** The copy's cells: the digest, the day, and the JSON in one piece. */
  readonly cells: readonly string[];
}

const CORE: Relation = { id: "rIdApp", type: "extended-properties", target: "docProps/app.xml" };
const ITEM: Relation = { id: "rIdItem", type: "customXml", target: "customXml/item1.xml" };

export interface Kept {
  readonly hangs: "workbook" | "package" | "sheet" | "nowhere" | null;
  readonly witness: "shared" | "inline" | null;
  /** Where the sheet of the copy stands among the others. */
  readonly place?: 0 | 1 | 2;
  readonly state?: "visible" | "hidden" | "veryHidden";
  readonly name?: string;
}

export function policyBook(
  { hangs, witness, place = 1, state = "veryHidden", name }: Kept,
  { part, cells }: Settings,
): Uint8Array {
  const strings = ["姓名", ...cells, NOTE, "王芳"];
  const cell = (row: number, column: string, index: number): string =>
    witness === "inline"
      ? `<c r="${column}${row}" t="inlineStr"><is><t>${strings[index] ?? ""}</t></is></c>`
      : `<c r="${column}${row}" t="s"><v>${index}</v></c>`;
  const sheet = name ?? "_CS_POLICY";
  const own = {
    name: sheet,
    state,
    xml: rows(`${cell(1, "A", 1)}${cell(1, "B", 4)}`, cell(2, "A", 2), cell(3, "A", 3)),
  };
  const others: BookOptions["sheets"] = [
    { name: "成绩", xml: rows('<c r="A1" t="s"><v>0</v></c>', '<c r="A2" t="s"><v>5</v></c>') },
    { name: "汇总", xml: rows('<c r="A1"><f>成绩!A1</f><v>1</v></c>') },
  ];
  const sheets =
    witness === null ? others : [...others.slice(0, place), own, ...others.slice(place)];
  const last = sheets.findIndex((each) => each.name === "汇总");
  const names = [
    `<definedName name="_xlnm.Print_Area" localSheetId="${last}">汇总!$A$1:$B$9</definedName>`,
    ...(witness === null
      ? []
      : [
          `<definedName name="_CS_POLICY" hidden="1">${sheet}!$A$1:$A$3</definedName>`,
          `<definedName name="_xlnm.Print_Area" localSheetId="${place}">${sheet}!$A$1:$B$3</definedName>`,
        ]),
  ];
  return book({
    sheets: sheets.map((each) =>
      hangs === "sheet" && each.name === "成绩"
        ? { ...each, relations: [{ ...ITEM, target: "../../customXml/item1.xml" }] }
        : each,
    ),
    strings: strings.map((text, index) =>
      index > 0 && index < 5 && witness !== "shared" ? "" : text,
    ),
    workbook: `<definedNames>${names.join("")}</definedNames>`,
    workbookRelations: hangs === "workbook" ? [{ ...ITEM, target: "../customXml/item1.xml" }] : [],
    rootRelations: hangs === "package" ? [CORE, ITEM] : [CORE],
    parts: {
      "docProps/app.xml": `<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>某公司</Company><TitlesOfParts><vector><lpstr>成绩</lpstr>${witness === null ? "" : `<lpstr>${sheet}</lpstr><lpstr>_CS_POLICY</lpstr>`}</vector></TitlesOfParts></Properties>`,
      ...(hangs === null
        ? {}
        : {
            "customXml/item1.xml": part,
            "customXml/itemProps1.xml": `<?xml version="1.0"?><ds:datastoreItem ds:itemID="{0}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:cs-promotion:policy:1"/></ds:schemaRefs></ds:datastoreItem>`,
            "customXml/_rels/item1.xml.rels": relations([
              { id: "rId1", type: `${OFFICE}/customXmlProps`, target: "itemProps1.xml" },
            ]),
          }),
    },
    types: {
      "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
      ...(hangs === null
        ? {}
        : {
            "customXml/itemProps1.xml":
              "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
          }),
    },
  });
}
