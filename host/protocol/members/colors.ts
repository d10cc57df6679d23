/** A colour as Excel keeps it: "#RRGGBB"; the common names are understood. */
export function asColor(value: unknown): string | null | undefined {
  if (typeof value !== "string") return undefined;
  if (value === "") return null;
  const named: Readonly<Record<string, string>> = {
    black: "#000000",
    white: "#FFFFFF",
    red: "#FF0000",
    green: "#008000",
    blue: "#0000FF",
    yellow: "#FFFF00",
    orange: "#FFA500",
    gray: "#808080",
  };
  const hex = named[value.toLowerCase()] ?? (value.startsWith("#") ? value : `#${value}`);
  return /^#[0-9a-f]{6}$/i.test(hex) ? hex.toUpperCase() : undefined;
}
