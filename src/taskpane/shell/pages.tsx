import { lazy, type ComponentType } from "react";
import type { PaneWords } from "../../wording";
import { ValidatePage } from "../validate/ValidatePage";

/** A page of the pane: one row here, and its title in the words. A page of much code is fetched with `lazy`. */
interface PageOfPane {
  readonly id: string;
  readonly title: (words: PaneWords) => string;
  readonly Page: ComponentType;
}

/** In the order of their tabs. */
export const pages = [
  { id: "validate", title: (words) => words.validatePage, Page: ValidatePage },
  {
    id: "policy",
    title: (words) => words.policyPage,
    Page: lazy(() => import("../policy/PolicyPage")),
  },
  {
    id: "promotion",
    title: (words) => words.promotionPage,
    Page: lazy(() => import("../promotion/PromotionPage")),
  },
  {
    id: "pay",
    title: (words) => words.payPage,
    Page: lazy(() => import("../pay/PayPage")),
  },
  {
    id: "share",
    title: (words) => words.sharePage,
    Page: lazy(() => import("../share/SharePage")),
  },
] as const satisfies readonly PageOfPane[];
