import {
  fullReadingOf,
  readings,
  readingsIn,
  type Decision,
  type EffectivePolicy,
  type PolicyBook,
  type ReadingId,
  type Words,
} from "../../policy";
import type { CellOf, Person, SheetRecord } from "../../scoresheet";
import { runToEnd } from "../../steps";
import type { Month, Score } from "../../units";
import { candidateRow } from "../candidateRow";
import { judgePerson, settingOf, type MonthInput } from "../../month";
import type { CandidateRow } from "../types";
import { evidenceLine, type EvidenceLine } from "./evidenceLine";

/** What if: scores that are not on the sheet, and readings decided otherwise. Nothing of it is kept. */
export interface Supposition {
  readonly scores: readonly { readonly month: Month; readonly score: Score }[];
  readonly options: readonly { readonly reading: ReadingId; readonly option: string }[];
}

/** How somebody would stand. */
export interface Supposed {
  /** The month up to which they are judged: the last one supposed, if it is later than the sheet's. */
  readonly asOf: Month;
  readonly row: CandidateRow;
  readonly line: EvidenceLine;
}

const BLANK: CellOf<never> = {
  cell: null,
  quantity: { kind: "blank" },
  seen: null,
  formula: false,
};

function given<T extends number>(value: T): CellOf<T> {
  return {
    cell: null,
    quantity: { kind: "value", value, cleaned: null },
    seen: null,
    formula: false,
  };
}

/** A record of the month with the score; what else the sheet says of that month stays. */
function supposedRecord(
  last: SheetRecord,
  own: SheetRecord | undefined,
  month: Month,
  score: Score,
): SheetRecord {
  const from = own ?? last;
  return {
    layout: from.layout,
    row: from.row,
    employeeId: from.employeeId,
    name: from.name,
    month: given(month),
    level: from.level,
    score: given(score),
    sales: own?.sales ?? BLANK,
    extra: own?.extra ?? BLANK,
    complaints: own?.complaints ?? BLANK,
    leaves: own?.leaves ?? BLANK,
    hired: from.hired,
    hiredDay: from.hiredDay,
    levelSince: from.levelSince,
    ownPay: { amounts: [], by: "none" },
    paid: own?.paid ?? {
      base: BLANK,
      commission: BLANK,
      performance: BLANK,
      gross: BLANK,
      fines: BLANK,
    },
  };
}

function monthOf({ month }: SheetRecord): Month | null {
  return month.quantity.kind === "value" ? month.quantity.value : null;
}

/** The person with these scores in place of what the sheet has for their months. */
function supposedPerson(person: Person, scores: Supposition["scores"], asOf: Month): Person {
  const known = person.records.filter((record) => {
    const month = monthOf(record);
    return month !== null && month <= asOf;
  });
  const supposed = new Map(scores.map(({ month, score }) => [month, score]));
  const kept = person.records.filter((record) => {
    const month = monthOf(record);
    return month === null || !supposed.has(month);
  });
  const last = known.at(-1) ?? person.records.at(-1);
  if (last === undefined) return person;
  const added = [...supposed].map(([month, score]) => {
    const before = known.filter((record) => (monthOf(record) ?? month) <= month).at(-1) ?? last;
    const own = person.records.find((record) => monthOf(record) === month);
    return supposedRecord(before, own, month, score);
  });
  const place = (record: SheetRecord): number => monthOf(record) ?? Infinity;
  return { ...person, records: [...kept, ...added].sort((a, b) => place(a) - place(b)) };
}

/** The book with these readings decided for every month. */
function supposedBook(book: PolicyBook, options: Supposition["options"]): PolicyBook {
  if (options.length === 0) return book;
  const asked = new Set<string>(options.map(({ reading }) => reading));
  const decisions = options.map(({ reading, option }): Decision => ({
    reading,
    option,
    by: "",
    on: "",
    note: "",
  }));
  const kept = book.decisions.filter(({ reading }) => !asked.has(reading));
  return { ...book, decisions: [...kept, ...decisions] };
}

/**
 * Judges one person once more as if the supposition were so: at once, by the rules that judge everybody,
 * and without a trace. `asOf` is the month that the sheet is judged for.
 */
export function suppose(
  { sheet, book, today }: MonthInput,
  asOf: Month,
  person: Person,
  { scores, options }: Supposition,
): Supposed {
  const until = scores.reduce((last, { month }) => (month > last ? month : last), asOf);
  const changed = supposedPerson(person, scores, asOf);
  const setting = runToEnd(
    settingOf({
      sheet: { ...sheet, people: [changed], records: changed.records, nameless: [] },
      book: supposedBook(book, options),
      asOf: until,
      // A month that is yet to come is no slip here.
      today: until > today ? until : today,
    }),
  );
  const judged = judgePerson(changed, setting);
  return { asOf: until, row: candidateRow(judged, setting), line: evidenceLine(judged, setting) };
}

/** One reading decided otherwise: what may be supposed. */
export interface PossibleOption {
  readonly key: string;
  readonly reading: ReadingId;
  readonly option: string;
  readonly title: Words;
  readonly label: Words;
}

/** Every option not in force of the readings that promotions can depend on; none that refuses scores. */
export function possibleOptions({ values, options }: EffectivePolicy): readonly PossibleOption[] {
  const concerned = readingsIn([values.score, values.promotion]);
  return readings.flatMap(({ id }) => {
    if (!concerned.has(id)) return [];
    const reading = fullReadingOf(id);
    return reading.options
      .filter((option) => option.id !== options[id] && option.id !== "undefined")
      .map((option) => ({
        key: `${id} ${option.id}`,
        reading: id,
        option: option.id,
        title: reading.title,
        label: option.label,
      }));
  });
}
