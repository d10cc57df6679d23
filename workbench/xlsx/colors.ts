import type { Nullable } from "@univerjs/core";
import { childOf, type XmlElement } from "../../src/ooxml";

/** The 64 indexed colours of the format; the first eight are repeated by the next eight. */
const FIRST_COLORS = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF";
const INDEXED = `${FIRST_COLORS} ${FIRST_COLORS}
  800000 008000 000080 808000 800080 008080 C0C0C0 808080
  9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
  000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF
  00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
  3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696
  003366 339966 003300 333300 993300 993366 333399 333333`.split(/\s+/);

/** The order in which `theme="n"` counts the colours of a theme. */
const THEME_ORDER =
  `lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink`.split(" ");

const OFFICE_THEME =
  "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72".split(" ");

/** The colours of a theme part by their number; those of Office where there is no theme. */
export function readTheme(theme: XmlElement | undefined): readonly string[] {
  const scheme = childOf(childOf(theme, "themeElements"), "clrScheme");
  return THEME_ORDER.map((name, index) => {
    const color = childOf(scheme, name)?.children[0]?.attributes;
    return color?.["lastClr"] ?? color?.["val"] ?? OFFICE_THEME[index] ?? "000000";
  });
}

/** Lightens (tint > 0) or darkens (tint < 0) towards white or black, as the format defines it. */
function applyTint(hex: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const highest = Math.max(...channels);
  const lowest = Math.min(...channels);
  const lightness = (highest + lowest) / 2;
  const tinted = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const span = highest - lowest;
  const saturation = span === 0 ? 0 : span / (1 - Math.abs(2 * lightness - 1));
  const newSpan = (1 - Math.abs(2 * tinted - 1)) * saturation;
  return channels
    .map((channel) => {
      const place = span === 0 ? 0.5 : (channel - lowest) / span;
      const value = tinted + (place - 0.5) * newSpan;
      return Math.round(Math.min(1, Math.max(0, value)) * 255)
        .toString(16)
        .padStart(2, "0");
    })
    .join("");
}

/** A colour element as "#RRGGBB"; undefined for automatic colours. */
export function readColor(
  element: XmlElement | undefined,
  theme: readonly string[],
): string | undefined {
  if (element === undefined) return undefined;
  const { rgb, theme: themed, indexed, tint } = element.attributes;
  const base =
    rgb?.slice(-6) ??
    (themed !== undefined ? theme[Number(themed)] : undefined) ??
    (indexed !== undefined ? INDEXED[Number(indexed)] : undefined);
  if (base === undefined || !/^[0-9a-f]{6}$/i.test(base)) return undefined;
  return `#${(tint === undefined ? base : applyTint(base, Number(tint))).toUpperCase()}`;
}

/** "#RGB", "#RRGGBB" or "rgb(…)" as the eight digits of the file; undefined when it is neither. */
export function toArgb(color: Nullable<string>): string | undefined {
  if (color === null || color === undefined) return undefined;
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(color)?.[1];
  if (hex !== undefined) {
    const full = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex;
    return `FF${full.toUpperCase()}`;
  }
  const channels = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(color)?.slice(1, 4);
  return channels === undefined
    ? undefined
    : `FF${channels.map((value) => Number(value).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}
