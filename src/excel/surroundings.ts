/** What Office says about how its own windows look and speak; null where it does not say. */
export interface Surroundings {
  /** A language tag such as "zh-CN". */
  readonly displayLanguage: string | null;
  readonly dark: boolean | null;
}

/** Perceived brightness of "#RRGGBB", 0 to 255. */
function brightness(color: string): number | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(color);
  if (match === null) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

export function readSurroundings(): Surroundings {
  // Outside Excel there is no Office, and before it is ready no context, whatever the types say.
  const context: Partial<Office.Context> | undefined =
    typeof Office === "undefined" ? undefined : Office.context;
  const theme: Partial<Office.OfficeTheme> | undefined = context?.officeTheme;
  const background = brightness(theme?.bodyBackgroundColor ?? "");
  return {
    displayLanguage: context?.displayLanguage ?? null,
    dark: background === null ? null : background < 128,
  };
}
