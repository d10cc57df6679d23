// Draws the icons in assets/, so that they can be changed without a drawing program: `npm run icons`.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { crc32, deflateSync } from "node:zlib";

type Colour = readonly [red: number, green: number, blue: number];
type Shape = (x: number, y: number) => boolean;

const blue: Colour = [15, 108, 189];
const white: Colour = [255, 255, 255];
const gold: Colour = [255, 200, 61];
const grey: Colour = [97, 97, 97];

/** A rectangle with round corners; all lengths are fractions of the icon's side. */
function roundedRectangle(
  left: number,
  top: number,
  right: number,
  bottom: number,
  radius: number,
): Shape {
  return (x, y) => {
    if (x < left || x > right || y < top || y > bottom) return false;
    const beyondX = Math.max(left + radius - x, x - (right - radius), 0);
    const beyondY = Math.max(top + radius - y, y - (bottom - radius), 0);
    return beyondX * beyondX + beyondY * beyondY <= radius * radius;
  };
}

/** A line with round ends. */
function line(x1: number, y1: number, x2: number, y2: number, width: number): Shape {
  const lengthSquared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  return (x, y) => {
    const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / lengthSquared;
    const nearest = Math.min(1, Math.max(0, along));
    return Math.hypot(x - x1 - nearest * (x2 - x1), y - y1 - nearest * (y2 - y1)) <= width / 2;
  };
}

type Layer = { readonly shape: Shape; readonly colour: Colour };

const drawings: readonly { name: string; sizes: readonly number[]; layers: readonly Layer[] }[] = [
  {
    // Four steps that climb, the last one reached: a promotion.
    name: "icon",
    sizes: [16, 32, 64, 80],
    layers: [
      { shape: roundedRectangle(0, 0, 1, 1, 0.1875), colour: blue },
      { shape: roundedRectangle(0.125, 0.6875, 0.25, 0.875, 0.02), colour: white },
      { shape: roundedRectangle(0.3125, 0.5, 0.4375, 0.875, 0.02), colour: white },
      { shape: roundedRectangle(0.5, 0.3125, 0.625, 0.875, 0.02), colour: white },
      { shape: roundedRectangle(0.6875, 0.125, 0.875, 0.875, 0.02), colour: gold },
    ],
  },
  {
    // A sheet that was looked at: a tick.
    name: "validate",
    sizes: [16, 32, 80],
    layers: [
      { shape: roundedRectangle(0.0625, 0.0625, 0.9375, 0.9375, 0.125), colour: blue },
      { shape: line(0.25, 0.53, 0.43, 0.71, 0.125), colour: white },
      { shape: line(0.43, 0.71, 0.76, 0.31, 0.125), colour: white },
    ],
  },
  {
    // A marked row, crossed out.
    name: "clear",
    sizes: [16, 32, 80],
    layers: [
      { shape: roundedRectangle(0.0625, 0.3125, 0.9375, 0.6875, 0.0625), colour: gold },
      { shape: line(0.1875, 0.875, 0.8125, 0.125, 0.125), colour: grey },
    ],
  },
];

/** The colour at one point; the last layer that covers the point wins. */
function colourAt(layers: readonly Layer[], x: number, y: number): Colour | undefined {
  return layers.findLast(({ shape }) => shape(x, y))?.colour;
}

/** One pixel as red, green, blue, alpha: the mean of a fine raster, so that curves look smooth. */
function pixel(
  layers: readonly Layer[],
  size: number,
  column: number,
  row: number,
): readonly [number, number, number, number] {
  const raster = 8;
  const sum = { red: 0, green: 0, blue: 0 };
  let covered = 0;
  for (let i = 0; i < raster * raster; i += 1) {
    const x = (column + ((i % raster) + 0.5) / raster) / size;
    const y = (row + (Math.floor(i / raster) + 0.5) / raster) / size;
    const colour = colourAt(layers, x, y);
    if (colour === undefined) continue;
    sum.red += colour[0];
    sum.green += colour[1];
    sum.blue += colour[2];
    covered += 1;
  }
  if (covered === 0) return [0, 0, 0, 0];
  const alpha = Math.round((255 * covered) / (raster * raster));
  return [
    Math.round(sum.red / covered),
    Math.round(sum.green / covered),
    Math.round(sum.blue / covered),
    alpha,
  ];
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A square PNG of 8-bit RGBA. */
function png(layers: readonly Layer[], size: number): Buffer {
  const rows: number[] = [];
  for (let row = 0; row < size; row += 1) {
    rows.push(0); // no filter on this line
    for (let column = 0; column < size; column += 1) rows.push(...pixel(layers, size, column, row));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Uint8Array.from(rows), { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ]);
}

const assets = path.join(import.meta.dirname, "..", "assets");
for (const { name, sizes, layers } of drawings) {
  for (const size of sizes) {
    writeFileSync(path.join(assets, `${name}-${String(size)}.png`), png(layers, size));
  }
}
