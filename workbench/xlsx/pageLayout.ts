import type { PageLayout } from "../../host";
import type { SheetWriter } from "./sheetWriter";
import { childOf, type XmlElement } from "../../src/ooxml";
import { isOn, textElement } from "./xml";

type PaperSize = NonNullable<PageLayout["paperSize"]>;
type Margins = NonNullable<PageLayout["margins"]>;
type HeaderFooter = NonNullable<PageLayout["headerFooter"]>;

/** The numbers by which the file knows paper. */
const PAPER: Readonly<Record<PaperSize, number>> = {
  Letter: 1,
  Legal: 5,
  A3: 8,
  A4: 9,
  A5: 11,
  B4: 12,
  B5: 13,
};

const POINTS_PER_INCH = 72;
const SIDES = ["left", "right", "top", "bottom", "header", "footer"] as const;
/** What Excel takes where a sheet says nothing, in inches. */
const USUAL_MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

/** How a sheet is printed, but for its print area and titles, which are names of the workbook. */
export function readPageLayout(root: XmlElement): PageLayout {
  const setup = childOf(root, "pageSetup")?.attributes ?? {};
  const options = childOf(root, "printOptions")?.attributes ?? {};
  const margins = childOf(root, "pageMargins")?.attributes;
  const paper = Object.entries(PAPER).find(([, code]) => code === Number(setup["paperSize"]));
  const zoom = readZoom(root, setup);
  const texts = readHeaderFooter(childOf(root, "headerFooter"));
  return {
    ...(setup["orientation"] === "landscape" && { orientation: "Landscape" as const }),
    ...(setup["orientation"] === "portrait" && { orientation: "Portrait" as const }),
    // The keys of the table are its names.
    ...(paper && { paperSize: paper[0] as PaperSize }),
    ...(zoom && { zoom }),
    ...(isOn(setup["blackAndWhite"]) && { blackAndWhite: true }),
    ...(isOn(setup["draft"]) && { draftMode: true }),
    ...(isOn(setup["useFirstPageNumber"]) && {
      firstPageNumber: Number(setup["firstPageNumber"] ?? 1),
    }),
    ...(isOn(options["horizontalCentered"]) && { centerHorizontally: true }),
    ...(isOn(options["verticalCentered"]) && { centerVertically: true }),
    ...(isOn(options["headings"]) && { printHeadings: true }),
    ...(isOn(options["gridLines"]) && { printGridlines: true }),
    ...(margins && { margins: readMargins(margins) }),
    ...(Object.keys(texts).length > 0 && { headerFooter: texts }),
  };
}

function readZoom(root: XmlElement, setup: XmlElement["attributes"]): PageLayout["zoom"] {
  const fits = childOf(childOf(root, "sheetPr"), "pageSetUpPr")?.attributes["fitToPage"];
  if (!isOn(fits)) {
    return setup["scale"] === undefined ? undefined : { scale: Number(setup["scale"]) };
  }
  const width = Number(setup["fitToWidth"] ?? 1);
  const height = Number(setup["fitToHeight"] ?? 1);
  return {
    ...(width > 0 && { horizontalFitToPages: width }),
    ...(height > 0 && { verticalFitToPages: height }),
  };
}

function readMargins(attributes: XmlElement["attributes"]): Margins {
  const margins: Margins = {};
  for (const side of SIDES) {
    const inches = attributes[side];
    if (inches !== undefined) margins[side] = round(Number(inches) * POINTS_PER_INCH);
  }
  return margins;
}

const round = (points: number): number => Math.round(points * 1000) / 1000;

/** The three parts of a line, each behind its letter. */
const PLACES = [
  ["L", "left"],
  ["C", "center"],
  ["R", "right"],
] as const;

function readHeaderFooter(element: XmlElement | undefined): HeaderFooter {
  const texts: HeaderFooter = {};
  for (const line of ["Header", "Footer"] as const) {
    let place: "left" | "center" | "right" = "center";
    // "&&" is a character; "&L", "&C" and "&R" begin a part.
    for (const [piece] of (childOf(element, `odd${line}`)?.text ?? "").matchAll(/&.|[^&]+/gs)) {
      const begun = PLACES.find(([letter]) => piece === `&${letter}`);
      if (begun) place = begun[1];
      else texts[`${place}${line}`] = (texts[`${place}${line}`] ?? "") + piece;
    }
  }
  return texts;
}

function headerFooterText(texts: HeaderFooter, line: "Header" | "Footer"): string {
  return PLACES.map(([letter, place]) => {
    const text = texts[`${place}${line}`] ?? "";
    return text === "" ? "" : `&${letter}${text}`;
  }).join("");
}

/** Writes what changed of it; what the host does not know stays as it stands. */
export function writePageLayout(writer: SheetWriter, before: PageLayout, now: PageLayout): void {
  const differs = (...keys: (keyof PageLayout)[]): boolean =>
    keys.some((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]));
  const on = (flag: boolean | undefined): number | undefined => (flag === true ? 1 : undefined);
  if (differs("zoom")) writer.setFitToPage(now.zoom !== undefined && now.zoom.scale === undefined);
  if (differs("centerHorizontally", "centerVertically", "printHeadings", "printGridlines")) {
    writer.attributes("printOptions", {
      horizontalCentered: on(now.centerHorizontally),
      verticalCentered: on(now.centerVertically),
      headings: on(now.printHeadings),
      gridLines: on(now.printGridlines),
    });
  }
  if (differs("margins")) {
    const inches = SIDES.map((side) => {
      const points = now.margins?.[side];
      return [side, points === undefined ? USUAL_MARGINS[side] : points / POINTS_PER_INCH] as const;
    });
    writer.attributes("pageMargins", Object.fromEntries(inches));
  }
  const page = ["orientation", "paperSize", "zoom", "blackAndWhite", "draftMode"] as const;
  if (differs(...page, "firstPageNumber")) {
    const { zoom, firstPageNumber } = now;
    const fits = zoom !== undefined && zoom.scale === undefined;
    const numbered = typeof firstPageNumber === "number";
    writer.attributes("pageSetup", {
      paperSize: now.paperSize && PAPER[now.paperSize],
      scale: zoom?.scale,
      firstPageNumber: numbered ? firstPageNumber : undefined,
      fitToWidth: fits ? (zoom.horizontalFitToPages ?? 0) : undefined,
      fitToHeight: fits ? (zoom.verticalFitToPages ?? 0) : undefined,
      orientation: now.orientation?.toLowerCase(),
      blackAndWhite: on(now.blackAndWhite),
      draft: on(now.draftMode),
      useFirstPageNumber: on(numbered),
    });
  }
  if (differs("headerFooter")) {
    const lines = (["Header", "Footer"] as const).map((line) => {
      const text = headerFooterText(now.headerFooter ?? {}, line);
      return text === "" ? "" : textElement(`odd${line}`, {}, text);
    });
    const inner = lines.join("");
    writer.replace("headerFooter", inner === "" ? "" : `<headerFooter>${inner}</headerFooter>`);
  }
}
