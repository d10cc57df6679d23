import type { Area, Border, BorderLine, CellStyle } from "../../core/workbook";
import { assertWritable } from "../environment";
import { invalidArgument } from "../errors";
import { bind, scalar } from "../objects";
import type { HostObject, ObjectType } from "../objects";
import { asColor } from "./colors";
import type { RangeTarget } from "./targets";

type Targets = readonly RangeTarget[];

interface BorderTarget {
  readonly targets: Targets;
  readonly edge: Edge;
}

export function borders(targets: Targets): HostObject {
  return bind(BORDERS, targets);
}

type Side = "borderTop" | "borderBottom" | "borderLeft" | "borderRight";

/** The cells that an edge of a range belongs to, and their sides. */
const EDGES = {
  EdgeTop: ["borderTop", (area: Area) => ({ ...area, rows: 1 })],
  EdgeBottom: [
    "borderBottom",
    (area: Area) => ({ ...area, row: area.row + area.rows - 1, rows: 1 }),
  ],
  EdgeLeft: ["borderLeft", (area: Area) => ({ ...area, columns: 1 })],
  EdgeRight: [
    "borderRight",
    (area: Area) => ({ ...area, column: area.column + area.columns - 1, columns: 1 }),
  ],
  InsideHorizontal: ["borderBottom", (area: Area) => ({ ...area, rows: area.rows - 1 })],
  InsideVertical: ["borderRight", (area: Area) => ({ ...area, columns: area.columns - 1 })],
} as const satisfies Readonly<Record<string, readonly [Side, (area: Area) => Area]>>;

type Edge = keyof typeof EDGES;

function asEdge(value: unknown): Edge {
  if (typeof value !== "string" || !(value in EDGES)) throw invalidArgument();
  // The key was looked up in the table.
  return value as Edge;
}

const PLAIN: Border = { style: "Continuous", weight: "Thin", color: "#000000" };

const LINES: readonly BorderLine[] = [
  "Continuous",
  "Dash",
  "DashDot",
  "DashDotDot",
  "Dot",
  "Double",
  "SlantDashDot",
];

/** The line of the edge's first cell, which stands for all. */
function lineOf({ targets, edge }: BorderTarget): Border | null {
  const [first] = targets;
  const [side, part] = EDGES[edge];
  const area = first && part(first.area);
  if (!first || !area || area.rows < 1 || area.columns < 1) return null;
  return first.sheet.style(area.row, area.column)[side] ?? null;
}

function draw({ targets, edge }: BorderTarget, border: Border | null): void {
  const [side, part] = EDGES[edge];
  const style: CellStyle = { [side]: border };
  for (const { sheet, area } of targets) {
    assertWritable(sheet, "formatCells");
    const cells = part(area);
    if (cells.rows > 0 && cells.columns > 0) sheet.patchStyle(cells, style);
  }
}

const BORDERS: ObjectType<Targets> = {
  name: "RangeBorderCollection",
  properties: { count: scalar(() => Object.keys(EDGES).length) },
  items: (targets) => Object.keys(EDGES).map((edge) => border(targets, edge)),
  item: border,
  methods: { getItem: (targets, parameters) => border(targets, parameters.at(0)) },
};

function border(targets: Targets, edge: unknown): HostObject {
  return bind(BORDER, { targets, edge: asEdge(edge) });
}

const BORDER: ObjectType<BorderTarget> = {
  name: "RangeBorder",
  identity: ({ edge }) => ({ _Id: edge }),
  properties: {
    sideIndex: scalar(({ edge }) => edge),
    style: scalar(
      (target) => lineOf(target)?.style ?? "None",
      (target, value) => {
        if (value === "None") return draw(target, null);
        const style = LINES.find((line) => line === value);
        if (!style) throw invalidArgument();
        draw(target, { ...(lineOf(target) ?? PLAIN), style });
      },
    ),
    weight: scalar(
      (target) => lineOf(target)?.weight ?? "Thin",
      (target, value) => {
        const weights = ["Hairline", "Thin", "Medium", "Thick"] as const;
        const weight = weights.find((each) => each === value);
        if (!weight) throw invalidArgument();
        draw(target, { ...(lineOf(target) ?? PLAIN), weight });
      },
    ),
    color: scalar(
      (target) => lineOf(target)?.color ?? "#000000",
      (target, value) => {
        const color = asColor(value);
        if (typeof color !== "string") throw invalidArgument();
        draw(target, { ...(lineOf(target) ?? PLAIN), color });
      },
    ),
  },
};
