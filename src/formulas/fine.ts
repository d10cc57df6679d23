import { defineLazyFormula } from "./define";
import { optional, parameters } from "./parameters";
import type { Words } from "./types";

/** Fines of one calendar month (§R5b, §W4c): listed, never netted. */
export const fine = defineLazyFormula({
  id: "FINE",
  parameters: { complaints: parameters.complaints, leaves: optional(parameters.leaves) },
  usesPolicy: true,
  load: async () => (await import("./fines")).countFines,
});

/** What Excel says of the function; apart, since it answers without it. */
export const fineWords: Words = {
  zh: "一个自然月的投诉和离岗罚款（元），仅列示，不从工资扣",
  en: "Fines of one calendar month for complaints and leaving the post, in yuan; listed, not deducted",
};
