import { attributeOf, type OpenTag, type PatchMaker, withAttributes } from "../../ooxml";

export interface Surroundings {
  /** Relationships to drawings that show nothing but notes. */
  readonly noteDrawings: ReadonlySet<string>;
  /** What filters search for, how lists were sorted, scenarios and views of single people: they repeat values. */
  readonly forgetFilters: boolean;
  /** Views of the sheet that single people have saved under a name. */
  readonly forgetViews: boolean;
  readonly slicers: boolean;
  /** Called for each relationship that the sheet names; null where nobody asks. */
  readonly onRelation: ((id: string) => void) | null;
  /** Whether another sheet is in front in the copy: two selected tabs would be edited together. */
  readonly deselect: boolean;
}

const REPEAT_VALUES = new Set([
  "scenarios",
  "customSheetViews",
  "sortState",
  "filterColumn",
  "dataConsolidate",
  "webPublishItems",
]);
/** Elements that name a legacy drawing: that of the sheet, and that of its headers and footers. */
const LEGACY_DRAWINGS = new Set(["legacyDrawing", "legacyDrawingHF"]);
const SLICERS = new Set(["slicerList", "timelineRefs"]);

/** Whether there is anything to be done. */
export function changesAny(choices: Surroundings): boolean {
  const { noteDrawings, forgetFilters, forgetViews, slicers, deselect, onRelation } = choices;
  return (
    noteDrawings.size > 0 ||
    forgetFilters ||
    forgetViews ||
    slicers ||
    deselect ||
    onRelation !== null
  );
}

/** Relationships are named by attributes of a namespace of their own. */
function noteRelations({ attributes }: OpenTag, onRelation: (id: string) => void): void {
  for (const [name, value] of Object.entries(attributes))
    if (name.includes(":") && !name.startsWith("xmlns:")) onRelation(value);
}

/** Parts of a sheet around its cells that must not disclose what the copy leaves out. */
export function patchSurroundings(choices: Surroundings): PatchMaker {
  return (pen) => {
    const path: string[] = [];
    let region: { readonly start: number; readonly depth: number } | null = null;
    let extension: { readonly start: number; slicer: boolean } | null = null;
    const isGone = (tag: OpenTag): boolean =>
      (choices.forgetFilters && REPEAT_VALUES.has(tag.local)) ||
      (choices.forgetViews && tag.local === "customSheetViews") ||
      (LEGACY_DRAWINGS.has(tag.local) && choices.noteDrawings.has(attributeOf(tag, "id") ?? ""));
    return {
      open: (tag, span) => {
        path.push(tag.local);
        if (region !== null || path.includes("sheetData")) return;
        if (choices.deselect && tag.local === "sheetView" && "tabSelected" in tag.attributes)
          pen.replace(span, withAttributes(pen.source(span), { tabSelected: null }));
        if (tag.local === "ext" && choices.slicers && path.length === 3) {
          extension = { start: span.start, slicer: false };
          pen.hold(span.start);
        } else if (extension !== null && SLICERS.has(tag.local)) extension.slicer = true;
        else if (extension === null && path.length > 1 && isGone(tag)) {
          region = { start: span.start, depth: path.length };
          pen.hold(span.start);
          return;
        }
        if (choices.onRelation !== null && path.length > 1) noteRelations(tag, choices.onRelation);
      },
      close: (local, span) => {
        const depth = path.length;
        path.pop();
        if (region !== null && depth === region.depth) {
          pen.replace({ start: region.start, end: span.end }, "");
          region = null;
          pen.hold(null);
        } else if (extension !== null && local === "ext" && depth === 3) {
          if (extension.slicer) pen.replace({ start: extension.start, end: span.end }, "");
          extension = null;
          pen.hold(null);
        }
      },
    };
  };
}
