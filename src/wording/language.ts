/** The languages of the product; Chinese is the policy's own. */
export type Language = "zh" | "en";

/** One thing said in both languages, side by side. */
export type Both<T = string> = Readonly<Record<Language, T>>;
