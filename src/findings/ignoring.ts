import { cellText, isBlank, type Cell, type CellRef } from "../grid";
import { whoKey, type CellOf, type ScoreSheet, type SheetRecord } from "../scoresheet";
import type { Month } from "../units";
import type { FindingFacts, FindingType } from "./facts";
import type { Finding } from "./types";

/** A finding that HR has set aside, as the workbook remembers it (rule V9). */
export interface IgnoredEntry {
  /** The finding's name in code. */
  readonly finding: string;
  /** Both blank where it is about nobody. */
  readonly employeeId: string;
  readonly name: string;
  readonly month: Month | null;
  /** Stands for the content of the cells concerned. */
  readonly content: string;
  readonly by: string;
  /** "YYYY-MM-DD". */
  readonly on: string;
  readonly reason: string;
}

export interface IgnoredFinding {
  readonly finding: Finding;
  readonly entry: IgnoredEntry;
}

/** Who sets a finding aside, when and why. */
export type IgnoreReason = Pick<IgnoredEntry, "by" | "on" | "reason">;

type FactsOf<T extends FindingType> = Extract<FindingFacts, { readonly type: T }>;

/** The finding's own cell; all that its row says of its month; the scores of the months that it names. */
type Scope = "itsCell" | "itsRow" | "itsScores";

/**
 * The content that each finding concerns: cells, or what it states of them. No place stands among it, so that rows may be
 * sorted and inserted, and nothing that the policy says, so that a decision brings nothing back. Of an open reading: none.
 */
const CONCERNS: {
  readonly [T in FindingType]: readonly (Scope | Exclude<keyof FactsOf<T>, "type">)[];
} = {
  columnMissing: ["heading"],
  columnTwice: ["heading"],
  monthHeaderWithoutYear: ["heading", "against"],
  monthHeaderUnusable: ["heading"],
  rowsHidden: ["rows"],
  cellsMerged: ["itsRow", "rows", "columns"],
  cellsNotCalculated: ["cells"],
  employeeMissing: ["itsRow"],
  namesake: ["name", "namesakes", "hasEmployeeId"],
  nameVaries: ["problem"],
  noLongerScored: ["lastScored"],
  levelUnknown: ["text"],
  levelJumps: ["from", "to", "since"],
  levelWithoutRecord: ["from", "to", "since"],
  probationTooLong: ["since"],
  monthUnusable: ["itsRow"],
  monthTwice: ["itsRow"],
  scoredBeforeHired: ["hired"],
  interiorMonthMissing: ["itsCell"],
  asOfMonthMissing: ["itsCell"],
  recordTooShort: ["begins", "hired"],
  scoreNotNumber: ["itsCell"],
  scoreAsText: ["itsCell"],
  scoreOutOfRange: ["itsCell"],
  scoreZero: ["itsCell"],
  scoresAsFractions: ["scores", "greatest"],
  scoreDisputed: [],
  scoreShownOtherwise: ["itsCell", "shown"],
  scoreDecimals: ["itsCell"],
  typedAmongFormulas: ["itsCell"],
  scoresAsGrades: ["heading", "grades"],
  salesNotNumber: ["itsCell"],
  salesNegative: ["itsCell"],
  salesDisputed: [],
  salesMissing: ["itsCell"],
  salesBelowThreshold: ["itsCell"],
  salesOutOfProportion: ["itsCell"],
  salesUnitUnknown: ["text", "factor"],
  payDiffers: ["part", "itsRow"],
  rateDisputed: [],
  salaryUndecided: [],
  probationPayDisputed: [],
  monthNotWhole: ["reason", "itsCell"],
  salaryTooLow: ["level", "base"],
  failsReachReview: ["months", "itsScores"],
  failsBelowReview: ["months", "itsScores"],
  complaintsReachReview: ["complaints"],
  finesInPay: ["netted", "amount"],
  countUnusable: ["of", "itsCell"],
  candidate: ["level", "target"],
  oneMonthShort: ["level", "target"],
  candidateDisputed: [],
  alsoMeetsHigher: ["target", "also"],
  policyFaulty: ["fault"],
  readingUndecided: [],
  policyUndated: ["missing"],
  decisionUnknown: ["decisions"],
};

/** An open reading is settled by deciding it, so it cannot be set aside. */
export function mayIgnore({ kind }: Pick<Finding, "kind">): boolean {
  return kind !== "decision";
}

/** Whom and what a finding is about; several that are alike in this have the content of their cells to tell them apart. */
function subjectKey(finding: string, who: string, month: Month | null): string {
  return JSON.stringify([finding, who, month]);
}

const NOBODY = { employeeId: "", name: "" };

/** Two entries of one key are about the same finding. */
export function ignoredKey({ finding, month, content, ...who }: IgnoredEntry): string {
  return `${subjectKey(finding, whoKey(who), month)} ${content}`;
}

function sameCell(one: CellRef | null, other: CellRef): boolean {
  return (
    one !== null &&
    one.row === other.row &&
    one.column === other.column &&
    one.sheet.id === other.sheet.id
  );
}

/** What a cell holds, whichever way it was read; a text stays told from a number. */
function contentOf(cell: Cell): string {
  return isBlank(cell) ? "" : `${typeof cell} ${cellText(cell).trim()}`;
}

/** The cells of a row but those that say whose it is. */
function cellsOf(record: SheetRecord): readonly (Pick<CellOf<unknown>, "cell" | "seen"> | null)[] {
  const { month, level, score, sales, extra, complaints, leaves, hired, levelSince, paid } = record;
  const { base, commission, performance, gross, fines } = paid;
  const others = [score, sales, extra, complaints, leaves, hired, levelSince];
  return [month, level, ...others, base, commission, performance, gross, fines];
}

const rowContent = (record: SheetRecord): readonly string[] =>
  cellsOf(record).map((cell) => contentOf(cell?.seen ?? null));

const PRIME_A = 0x0100_0193;
const PRIME_B = 0x85eb_ca6b;

/** A name for a content, short enough for thousands of them; of two that differ it differs, but for odds of 1 in 2^64. */
function digest(text: string): string {
  let [a, b] = [0x811c_9dc5, 0x9747_b28c];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, PRIME_A);
    b = Math.imul((b << 13) ^ (b >>> 19) ^ code, PRIME_B);
  }
  return [a, b].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
}

/** The rows of a sheet, to be asked what findings concern; what is asked of it is looked up once. */
class Rows {
  readonly #sheet: Pick<ScoreSheet, "people" | "records">;
  #people: ReadonlyMap<string, readonly SheetRecord[]> | null = null;
  #places: ReadonlyMap<string, readonly SheetRecord[]> | null = null;

  constructor(sheet: Pick<ScoreSheet, "people" | "records">) {
    this.#sheet = sheet;
  }

  #ofPerson(key: string): readonly SheetRecord[] {
    this.#people ??= new Map(this.#sheet.people.map((one) => [one.key, one.records]));
    return this.#people.get(key) ?? [];
  }

  #at({ sheet, row }: CellRef): readonly SheetRecord[] {
    if (this.#places === null) {
      const places = new Map<string, SheetRecord[]>();
      for (const record of this.#sheet.records) {
        const key = `${record.layout.sheet.id} ${record.row}`;
        const known = places.get(key);
        if (known === undefined) places.set(key, [record]);
        else known.push(record);
      }
      this.#places = places;
    }
    return this.#places.get(`${sheet.id} ${row}`) ?? [];
  }

  /** The rows of the finding: those of its person, else what stands in the row of its cell. */
  of({ person, cell }: Finding): readonly SheetRecord[] {
    if (person !== null) return this.#ofPerson(person.key);
    return cell === null ? [] : this.#at(cell);
  }
}

function monthOf({ month: { quantity } }: SheetRecord): Month | null {
  return quantity.kind === "value" ? quantity.value : null;
}

function inScope(scope: Scope, finding: Finding, records: readonly SheetRecord[]): unknown {
  const { cell, month } = finding;
  switch (scope) {
    case "itsCell": {
      if (cell === null) return "";
      const found = records.flatMap(cellsOf).find((one) => sameCell(one?.cell ?? null, cell));
      return contentOf(found?.seen ?? null);
    }
    case "itsRow": {
      const ofMonth = records.filter((record) => month === null || monthOf(record) === month);
      const inRow = ofMonth.filter(
        ({ row, layout }) => cell?.row === row && cell.sheet.id === layout.sheet.id,
      );
      return (inRow.length === 0 ? ofMonth : inRow).map(rowContent);
    }
    case "itsScores": {
      const named = new Set(
        "months" in finding && Array.isArray(finding.months) ? finding.months : [],
      );
      return records
        .filter((record) => named.has(monthOf(record)))
        .map(({ score }) => contentOf(score.seen));
    }
  }
}

const SCOPES: ReadonlySet<string> = new Set<Scope>(["itsCell", "itsRow", "itsScores"]);
const isScope = (piece: string): piece is Scope => SCOPES.has(piece);

function contentOfFinding(finding: Finding, rows: Rows): string {
  const records = rows.of(finding);
  const facts: ReadonlyMap<string, unknown> = new Map(Object.entries(finding));
  const pieces: readonly string[] = CONCERNS[finding.type];
  return digest(
    JSON.stringify(
      pieces.map((piece) =>
        isScope(piece) ? inScope(piece, finding, records) : (facts.get(piece) ?? null),
      ),
    ),
  );
}

/** What is to be remembered of findings that are set aside; each content once, open readings never. */
export function ignoredEntries(
  findings: readonly Finding[],
  sheet: Pick<ScoreSheet, "people" | "records">,
  said: IgnoreReason,
): readonly IgnoredEntry[] {
  const rows = new Rows(sheet);
  const entries = findings.filter(mayIgnore).map((finding): IgnoredEntry => {
    const { employeeId, name } = finding.person ?? NOBODY;
    const content = contentOfFinding(finding, rows);
    return { finding: finding.type, employeeId, name, month: finding.month, content, ...said };
  });
  return [...new Map(entries.map((entry) => [ignoredKey(entry), entry])).values()];
}

export interface FindingsParted {
  readonly listed: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
}

/** Findings without those that are set aside. One whose cells hold something else by now is listed again. */
export function partIgnored(
  findings: readonly Finding[],
  sheet: Pick<ScoreSheet, "people" | "records">,
  entries: readonly IgnoredEntry[],
): FindingsParted {
  if (entries.length === 0) return { listed: findings, ignored: [] };
  const known = new Map(entries.map((entry) => [ignoredKey(entry), entry]));
  // Only of these the content is looked at.
  const subjects = new Set(
    entries.map(({ finding, month, ...who }) => subjectKey(finding, whoKey(who), month)),
  );
  const rows = new Rows(sheet);
  const listed: Finding[] = [];
  const ignored: IgnoredFinding[] = [];
  for (const finding of findings) {
    const subject = subjectKey(finding.type, whoKey(finding.person ?? NOBODY), finding.month);
    const entry =
      mayIgnore(finding) && subjects.has(subject)
        ? known.get(`${subject} ${contentOfFinding(finding, rows)}`)
        : undefined;
    if (entry === undefined) listed.push(finding);
    else ignored.push({ finding, entry });
  }
  return { listed, ignored };
}
