import { intersection, subtractArea } from "../../core/a1";
import { assertWritable } from "../environment";
import { invalidArgument } from "../errors";
import { scalar } from "../objects";
import type { Property } from "../objects";
import { displayText } from "../values";
import type { RangeTarget } from "./targets";

/** The style that Excel gives a link. */
const LINK_LOOK = { fontColor: "#0563C1", underline: true } as const;

export function clearHyperlinks({ sheet, area }: RangeTarget): void {
  sheet.parts.hyperlinks = sheet.parts.hyperlinks.flatMap((each) =>
    subtractArea(each.area, area).map((rest) => ({ ...each, area: rest })),
  );
}

function read({ sheet, area }: RangeTarget): unknown {
  const link = sheet.parts.hyperlinks.find((each) => intersection(each.area, area));
  if (!link) return null;
  const { address, documentReference, screenTip } = link;
  const { row, column } = area;
  const format = sheet.style(row, column).numberFormat ?? "General";
  return {
    address,
    documentReference,
    screenTip,
    textToDisplay: displayText(sheet.value(row, column), format),
  };
}

function write(target: RangeTarget, value: unknown): void {
  const { sheet, area } = target;
  assertWritable(sheet);
  if (value === null || value === "") return clearHyperlinks(target);
  if (typeof value !== "object" || value === undefined) throw invalidArgument();
  const given = value as Readonly<Record<string, unknown>>;
  const text = (key: string): string | undefined => {
    const said = given[key];
    return typeof said === "string" && said !== "" ? said : undefined;
  };
  const address = text("address");
  const documentReference = text("documentReference");
  const screenTip = text("screenTip");
  if (address === undefined && documentReference === undefined) throw invalidArgument();
  clearHyperlinks(target);
  sheet.parts.hyperlinks.push({
    area,
    ...(address !== undefined && { address }),
    ...(documentReference !== undefined && { documentReference }),
    ...(screenTip !== undefined && { screenTip }),
  });
  sheet.patchStyle(area, LINK_LOOK);
  const empty = sheet.value(area.row, area.column) === null;
  const shown = text("textToDisplay") ?? (empty ? (address ?? documentReference) : undefined);
  if (shown !== undefined) {
    const line = Array.from({ length: area.columns }, () => ({ value: shown }));
    sheet.write(
      area.row,
      area.column,
      Array.from({ length: area.rows }, () => line),
    );
  }
}

/** Where a click on the cells leads; null (or "") takes it away. */
export const HYPERLINK: Property<RangeTarget> = scalar(read, write);
