/** Why a part (or a file to import) cannot be read; `path` leads to the place in the JSON. */
export type PartProblem =
  | { readonly code: "tooLarge"; readonly limit: number }
  | { readonly code: "tooDeep"; readonly limit: number }
  | { readonly code: "notXml" }
  | { readonly code: "documentType" }
  | { readonly code: "otherRoot"; readonly name: string; readonly namespace: string }
  | { readonly code: "unexpectedMarkup"; readonly name: string }
  | { readonly code: "notJson" }
  | { readonly code: "forbiddenKey"; readonly path: string }
  | FieldProblem;

/** A field that is missing or holds something else than it must. */
export interface FieldProblem {
  readonly code: "field";
  readonly path: string;
  /** What belongs there, in terms of JSON: `string`, `>=0`, `("entry" | "exit")` … */
  readonly expected: string;
  readonly received: string;
}

/** Something that this product does not know: reported (F-POL-04) and kept as it is. */
export type PartReport =
  | { readonly kind: "unknownReading"; readonly path: string; readonly reading: string }
  | {
      readonly kind: "unknownOption";
      readonly path: string;
      readonly reading: string;
      readonly option: string;
    }
  | { readonly kind: "unknownField"; readonly path: string };
