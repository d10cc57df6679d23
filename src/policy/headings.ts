import { compactText, SHEET_FIELDS, type SheetField } from "../units";
import { builtInHeadings, builtInOtherHeadings } from "./book/headings";
import type { EffectivePolicy, FieldNames, PolicyBook, SheetWords } from "./types";
import { latestOf, otherWordsOf, untaken } from "./words";

// Apart from the words of levels and reasons: functions read no sheet, and need not carry these.

/** Every field with the headings that name it. */
export type Headings = { readonly [F in SheetField]: FieldNames };

function headingWordsOf({ words }: PolicyBook): SheetWords["headings"] {
  return { ...builtInHeadings, ...words?.headings };
}

/** The further words that a book goes by: HR's own lists, and the built-in ones where HR has none. */
export function sheetWordsOf(book: PolicyBook): SheetWords {
  const others = { ...builtInOtherHeadings, ...book.words?.others };
  return { headings: headingWordsOf(book), others, ...otherWordsOf(book) };
}

function headingsIn(book: PolicyBook): Headings {
  const further = headingWordsOf(book);
  const { headings } = latestOf(book).values;
  const entries = SHEET_FIELDS.map((field): [SheetField, FieldNames] => {
    const { name, synonyms } = headings[field];
    // What the version itself gives to another field stays with it.
    const taken = new Set(
      SHEET_FIELDS.filter((other) => other !== field).flatMap((other) =>
        [headings[other].name, ...headings[other].synonyms].map(compactText),
      ),
    );
    for (const word of [name, ...synonyms]) taken.add(compactText(word));
    const names = book.versions.map(({ values }) => values.headings[field].name);
    const more = untaken([...names, ...(further[field] ?? [])], taken, compactText);
    return [field, { name, synonyms: [...synonyms, ...more] }];
  });
  return Object.fromEntries(entries) as Record<SheetField, FieldNames>; // one entry for each id
}

const known = new WeakMap<PolicyBook, Headings>();

/** The headings by which sheets are read: those of the latest version hold for all months. */
export function headingsInForce({ words: { book } }: EffectivePolicy): Headings {
  let headings = known.get(book);
  if (headings === undefined) known.set(book, (headings = headingsIn(book)));
  return headings;
}

/** Headings and labels that name no field: of a year, of the period of a sheet, of running numbers. */
export function otherHeadingsInForce({ words: { book } }: EffectivePolicy): SheetWords["others"] {
  return sheetWordsOf(book).others;
}
