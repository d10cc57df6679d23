import type { PageLayout, SheetParts } from "../../host";
import { absoluteReference, referencedAreas } from "./addresses";
import { fromFileFormula, toFileFormula } from "./formulaText";
import { childOf, childrenOf, prefixOf, type Edit, type XmlElement } from "../../src/ooxml";
import { insertInSequence, isOn, openingTag, sliceOf, textElement } from "./xml";

/** A name as the grid keeps it. */
export interface GridName {
  readonly id: string;
  readonly name: string;
  readonly formulaOrRefString: string;
  readonly localSheetId?: string;
  readonly hidden?: boolean;
  readonly comment?: string;
}

export const WORKBOOK_SCOPE = "AllDefaultWorkbook";

const PRINT_AREA = "_xlnm.Print_Area";
const PRINT_TITLES = "_xlnm.Print_Titles";
const FILTER = "_xlnm._FilterDatabase";
/** Names of Excel's own that say what `SheetParts` says. */
const OF_PARTS: readonly string[] = [PRINT_AREA, PRINT_TITLES, FILTER];

/** The order of a workbook's parts. */
export const WORKBOOK_SEQUENCE =
  `fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups
  externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr
  smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst`.split(/\s+/);

const elementsOf = (workbookRoot: XmlElement): readonly XmlElement[] =>
  childrenOf(childOf(workbookRoot, "definedNames"), "definedName");

const isReference = (formula: string): boolean =>
  /^('[^']*'|[^'!(]+)!\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?$/i.test(formula);

/** The names of people and programs by the grid's id; Excel's own names are not among them. */
export function readNames(
  workbookRoot: XmlElement,
  sheetIds: readonly string[],
): Record<string, GridName> {
  const names: Record<string, GridName> = {};
  elementsOf(workbookRoot).forEach((element, index) => {
    const { name = "", localSheetId, hidden, comment } = element.attributes;
    // Print areas, filters and the like belong to Excel itself.
    if (name.startsWith("_xlnm.") || element.text === "") return;
    const id = `name-${index}`;
    names[id] = {
      id,
      name,
      // The grid keeps references bare and formulas with "=".
      formulaOrRefString: isReference(element.text) ? element.text : fromFileFormula(element.text),
      localSheetId:
        localSheetId === undefined
          ? WORKBOOK_SCOPE
          : (sheetIds[Number(localSheetId)] ?? WORKBOOK_SCOPE),
      hidden: isOn(hidden),
      comment: comment ?? "",
    };
  });
  return names;
}

/** What the names of Excel's own say of the printing of a sheet. */
export function readPrintNames(workbookRoot: XmlElement, place: number): PageLayout {
  const layout: PageLayout = {};
  for (const { attributes, text } of elementsOf(workbookRoot)) {
    if (attributes["localSheetId"] !== String(place)) continue;
    const areas = referencedAreas(text);
    if (areas === null) continue;
    if (attributes["name"] === PRINT_AREA) layout.printArea = areas;
    if (attributes["name"] !== PRINT_TITLES) continue;
    const rows = areas.find(({ columns }) => columns === 16_384);
    const columns = areas.find(({ rows: all }) => all === 1_048_576);
    if (rows) layout.printTitleRows = rows;
    if (columns) layout.printTitleColumns = columns;
  }
  return layout;
}

/** A sheet as names see it. */
export interface NamedSheet {
  readonly id: string;
  readonly name: string;
  /** undefined: of a sheet whose parts nobody keeps, such as a chart sheet. */
  readonly parts: SheetParts | undefined;
}

/** Excel's own names of a sheet, as they must be. */
function namesOfParts({ name, parts }: NamedSheet): Map<string, string> {
  const names = new Map<string, string>();
  if (parts === undefined) return names;
  const { printArea, printTitleRows, printTitleColumns } = parts.pageLayout;
  const areas = printArea?.map((area) => absoluteReference(name, area)) ?? [];
  const titles = [printTitleColumns, printTitleRows].flatMap((area) =>
    area ? [absoluteReference(name, area)] : [],
  );
  if (areas.length > 0) names.set(PRINT_AREA, areas.join(","));
  if (titles.length > 0) names.set(PRINT_TITLES, titles.join(","));
  if (parts.autoFilter) names.set(FILTER, absoluteReference(name, parts.autoFilter.area));
  return names;
}

const fingerprint = ({ name, formulaOrRefString, localSheetId, hidden, comment }: GridName) =>
  JSON.stringify([
    name,
    formulaOrRefString.replace(/^=/, ""),
    localSheetId ?? WORKBOOK_SCOPE,
    hidden === true,
    comment ?? "",
  ]);

/** Two ways to write the same references. */
function sameReferences(a: string, b: string): boolean {
  const plain = (text: string): string => text.replace(/'((?:[^'!])+)'!/g, "$1!");
  return a === b || plain(a) === plain(b);
}

/**
 * The edits that make the names of a workbook what they are now. Names without a change stay as they are
 * written, but for the place of their sheet.
 * @param before the ids of the sheets as the file counts them
 * @param after the sheets as they will be counted
 */
export function patchNames(
  workbookRoot: XmlElement,
  workbookText: string,
  before: readonly string[],
  after: readonly NamedSheet[],
  now: Readonly<Record<string, GridName>>,
): Edit[] {
  const prefix = prefixOf(workbookRoot.name);
  const placeOf = (sheetId: string | undefined): number =>
    after.findIndex(({ id }) => id === sheetId);
  const wanted = new Map(Object.entries(now));
  const ofParts = after.map((sheet) => ({ sheet, names: namesOfParts(sheet) }));
  const standing = readNames(workbookRoot, before);
  const lines: string[] = [];
  let changed = false;

  elementsOf(workbookRoot).forEach((element, index) => {
    const { localSheetId } = element.attributes;
    const name = element.attributes["name"] ?? "";
    const place = localSheetId === undefined ? undefined : placeOf(before[Number(localSheetId)]);
    const keep = (text = element.text): void => {
      const moved = place !== undefined && String(place) !== localSheetId;
      if (!moved && text === element.text) {
        lines.push(sliceOf(workbookText, element.span));
        return;
      }
      changed = true;
      const attributes = {
        ...element.attributes,
        ...(place !== undefined && { localSheetId: place }),
      };
      lines.push(textElement(element.name, attributes, text));
    };
    if (place === -1) {
      changed = true;
      return;
    }
    if (OF_PARTS.includes(name) && place !== undefined && after[place]?.parts !== undefined) {
      const names = ofParts[place]?.names;
      const text = names?.get(name);
      names?.delete(name);
      if (text !== undefined) keep(sameReferences(text, element.text) ? element.text : text);
      // What is no list of references is not understood here, and stays.
      else if (referencedAreas(element.text) === null) keep();
      else changed = true;
      return;
    }
    const id = `name-${index}`;
    const known = standing[id];
    if (known === undefined) return keep();
    const current = wanted.get(id);
    wanted.delete(id);
    if (current === undefined) changed = true;
    else if (fingerprint(current) === fingerprint(known)) keep();
    else {
      changed = true;
      lines.push(nameXml(element.name, current, placeOf, element.attributes));
    }
  });

  const added = [
    ...ofParts.flatMap(({ sheet, names }) =>
      [...names].map(([name, text]) =>
        textElement(
          `${prefix}definedName`,
          { name, localSheetId: placeOf(sheet.id), hidden: name === FILTER ? 1 : undefined },
          text,
        ),
      ),
    ),
    ...[...wanted.values()]
      .filter(({ localSheetId }) => isWorkbook(localSheetId) || placeOf(localSheetId) >= 0)
      .map((item) => nameXml(`${prefix}definedName`, item, placeOf)),
  ];
  if (!changed && added.length === 0) return [];
  const inner = [...lines, ...added].join("");
  const local = `${prefix}definedNames`;
  const whole = inner === "" ? "" : `${openingTag(local, {})}${inner}</${local}>`;
  const list = childOf(workbookRoot, "definedNames");
  return [
    list
      ? { ...list.span, text: whole }
      : insertInSequence(workbookRoot, WORKBOOK_SEQUENCE, "definedNames", whole),
  ];
}

const isWorkbook = (sheetId: string | undefined): boolean =>
  sheetId === undefined || sheetId === WORKBOOK_SCOPE;

function nameXml(
  element: string,
  { name, formulaOrRefString, localSheetId, hidden, comment }: GridName,
  placeOf: (sheetId: string | undefined) => number,
  standing: XmlElement["attributes"] = {},
): string {
  const attributes = {
    ...standing,
    name,
    comment: comment === "" ? undefined : comment,
    localSheetId: isWorkbook(localSheetId) ? undefined : placeOf(localSheetId),
    hidden: hidden === true ? 1 : undefined,
  };
  return textElement(element, attributes, toFileFormula(formulaOrRefString));
}
