import type { SheetParts } from "../../host";
import { cellAddress, parseCell } from "./addresses";
import {
  appendInside,
  applyEdits,
  childOf,
  childrenOf,
  DECLARATION,
  escapeXml,
  prefixOf,
  readTree,
  type OfficePackage,
  type XmlElement,
} from "../../src/ooxml";
import { isOn, openingTag, textElement } from "./xml";
import { OFFICE } from "./relations";
import type { SheetWriter } from "./sheetWriter";

type Comment = SheetParts["comments"][number];

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
const MICROSOFT = "http://schemas.microsoft.com/office/2017/10/relationships";
const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const THREADED_TYPE = "application/vnd.ms-excel.threadedcomments+xml";
const PERSON_TYPE = "application/vnd.ms-excel.person+xml";
const VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/** When a comment was written is not kept; the format wants a time. */
const WRITTEN = "2025-01-01T00:00:00.00";

function related(file: OfficePackage, part: string, kind: string): string | undefined {
  const path = file.relationships(part).find((each) => each.kind === kind)?.target;
  return path !== undefined && file.has(path) ? path : undefined;
}

function readPersons(file: OfficePackage, workbookPath: string): Map<string, string> {
  const path = related(file, workbookPath, "person");
  const persons = path === undefined ? [] : file.tree(path).children;
  return new Map(
    persons.map(({ attributes }) => [attributes["id"] ?? "", attributes["displayName"] ?? ""]),
  );
}

/** Comments of a sheet that can be answered; notes of the older kind stay in the file, unread. */
export function readComments(file: OfficePackage, path: string, workbookPath: string): Comment[] {
  const part = related(file, path, "threadedComment");
  if (part === undefined) return [];
  const persons = readPersons(file, workbookPath);
  return childrenOf(file.tree(part), "threadedComment")
    .filter(({ attributes }) => attributes["parentId"] === undefined)
    .map((element) => {
      const { ref = "A1", id = "", personId = "", done } = element.attributes;
      return {
        id,
        ...parseCell(ref),
        content: childOf(element, "text")?.text ?? "",
        authorName: persons.get(personId) ?? "",
        resolved: isOn(done),
      };
    });
}

function personId(file: OfficePackage, workbookPath: string, name: string): string {
  for (const [id, known] of readPersons(file, workbookPath)) if (known === name) return id;
  let path = related(file, workbookPath, "person");
  if (path === undefined) {
    const directory = workbookPath.slice(0, workbookPath.lastIndexOf("/") + 1);
    path = `${directory}persons/person.xml`;
    file.add(path, PERSON_TYPE, `${DECLARATION}<personList xmlns="${THREADED}"/>`);
    file.relate(workbookPath, `${MICROSOFT}/person`, "persons/person.xml");
  }
  const text = file.text(path);
  const id = `{${crypto.randomUUID().toUpperCase()}}`;
  const person = textElement("person", { displayName: name, id, userId: name, providerId: "None" });
  file.setText(path, applyEdits(text, [appendInside(text, readTree(path, text), person)]));
  return id;
}

function freeNumber(file: OfficePackage, pattern: (number: number) => string): number {
  let number = 1;
  while (file.has(pattern(number))) number += 1;
  return number;
}

/** What a program shows that knows notes only. */
const noteText = (content: string): string => `[Threaded comment]\n\nComment:\n    ${content}`;

/** The box in which a note is shown; the grid places it by the cell it belongs to. */
function shapeXml({ row, column }: Comment, number: number): string {
  const anchor = [column + 1, 15, row, 2, column + 3, 31, row + 4, 1].join(", ");
  return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}

const EMPTY_VML = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>`;

interface Places {
  readonly notes: string;
  readonly drawing: string;
  readonly threads: string;
}

/** The three parts that comments of a sheet need; those that are missing are made. */
function partsFor(writer: SheetWriter): Places {
  const { file, path } = writer;
  const up = path.slice(0, path.lastIndexOf("/worksheets/") + 1);
  const make = (kind: string, name: string, type: string, empty: string): string => {
    const known = related(file, path, kind);
    if (known !== undefined) return known;
    const number = freeNumber(file, (each) => `${up}${name}${each}.xml`);
    file.add(`${up}${name}${number}.xml`, type, empty);
    const namespace = kind === "threadedComment" ? MICROSOFT : OFFICE;
    file.relate(path, `${namespace}/${kind}`, `../${name}${number}.xml`);
    return `${up}${name}${number}.xml`;
  };
  const notes = make(
    "comments",
    "comments",
    COMMENTS_TYPE,
    `${DECLARATION}<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`,
  );
  const threads = make(
    "threadedComment",
    "threadedComments/threadedComment",
    THREADED_TYPE,
    `${DECLARATION}<ThreadedComments xmlns="${THREADED}"/>`,
  );
  let drawing = related(file, path, "vmlDrawing");
  if (drawing === undefined) {
    const number = freeNumber(file, (each) => `${up}drawings/vmlDrawing${each}.vml`);
    drawing = `${up}drawings/vmlDrawing${number}.vml`;
    file.declareDefault("vml", VML_TYPE);
    file.setText(drawing, EMPTY_VML);
    const relation = writer.relate("vmlDrawing", `../drawings/vmlDrawing${number}.vml`);
    writer.replace("legacyDrawing", textElement("legacyDrawing", relation));
  }
  return { notes, drawing, threads };
}

function removeComment(file: OfficePackage, { notes, drawing, threads }: Places, gone: Comment) {
  const ref = cellAddress(gone.row, gone.column);
  const cut = (path: string, found: (root: XmlElement) => XmlElement[]): void => {
    const text = file.text(path);
    const edits = found(readTree(path, text)).map(({ span }) => ({ ...span, text: "" }));
    file.setText(path, applyEdits(text, edits));
  };
  cut(threads, (root) =>
    root.children.filter(
      ({ attributes }) => attributes["id"] === gone.id || attributes["parentId"] === gone.id,
    ),
  );
  cut(notes, (root) =>
    childrenOf(childOf(root, "commentList"), "comment").filter(
      ({ attributes }) => attributes["ref"] === ref,
    ),
  );
  cut(drawing, (root) =>
    childrenOf(root, "shape").filter((shape) => {
      const data = childOf(shape, "ClientData");
      return (
        childOf(data, "Row")?.text === String(gone.row) &&
        childOf(data, "Column")?.text === String(gone.column)
      );
    }),
  );
}

function addComment(
  file: OfficePackage,
  workbookPath: string,
  { notes, drawing, threads }: Places,
  comment: Comment,
): void {
  const ref = cellAddress(comment.row, comment.column);
  const author = `tc=${comment.id}`;
  const text = file.text(notes);
  const root = readTree(notes, text);
  const authors = childOf(root, "authors");
  const list = childOf(root, "commentList");
  if (authors === undefined || list === undefined) throw new Error("批注部件不完整，无法保存。");
  const prefix = prefixOf(root.name);
  const tag = openingTag(`${prefix}comment`, {
    ref,
    authorId: childrenOf(authors, "author").length,
    shapeId: 0,
  });
  const note = `${tag}<${prefix}text><${prefix}t xml:space="preserve">${escapeXml(noteText(comment.content))}</${prefix}t></${prefix}text></${prefix}comment>`;
  const edits = [
    appendInside(text, authors, textElement(`${prefix}author`, {}, author)),
    appendInside(text, list, note),
  ];
  file.setText(notes, applyEdits(text, edits));

  const threadText = file.text(threads);
  const threaded = openingTag("threadedComment", {
    ref,
    dT: WRITTEN,
    personId: personId(file, workbookPath, comment.authorName),
    id: comment.id,
    done: comment.resolved ? 1 : undefined,
  });
  const body = `${threaded}<text>${escapeXml(comment.content)}</text></threadedComment>`;
  file.setText(
    threads,
    applyEdits(threadText, [appendInside(threadText, readTree(threads, threadText), body)]),
  );

  const vml = file.text(drawing);
  const shapes = readTree(drawing, vml);
  const number = 1025 + shapes.children.length;
  file.setText(drawing, applyEdits(vml, [appendInside(vml, shapes, shapeXml(comment, number))]));
}

/** Adds, changes and removes comments; notes of the older kind in the same parts stay. */
export function writeComments(
  writer: SheetWriter,
  workbookPath: string,
  before: readonly Comment[],
  now: readonly Comment[],
): void {
  const same = (a: Comment, b: Comment): boolean => JSON.stringify(a) === JSON.stringify(b);
  const gone = before.filter((comment) => !now.some((each) => same(each, comment)));
  const added = now.filter((comment) => !before.some((each) => same(each, comment)));
  if (gone.length === 0 && added.length === 0) return;
  const places = partsFor(writer);
  for (const comment of gone) removeComment(writer.file, places, comment);
  for (const comment of added) addComment(writer.file, workbookPath, places, comment);
}
