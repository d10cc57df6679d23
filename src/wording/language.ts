/** The languages of the product; Chinese is the policy's own. */
export type Language = "zh" | "en";
