import type { EffectivePolicy } from "../../policy";
import { policyFor } from "../../policy";
import {
  knownScoresOf,
  planHistory,
  type HistoryPlan,
  type KnownScores,
  type WhoAnswers,
} from "../../views";
import { findLayout, readRecordsInSteps, type ScoreSheet } from "../../scoresheet";
import type { Gateway } from "../gateway";
import { layoutOptionsOf } from "../month/layoutOptionsOf";
import { SHEET_NAMES } from "../../wording";
import { runInSlices } from "../run/slices";
import { readScoreSheet, type ValidateOptions, type NoSheet } from "../month/readScoreSheet";
import { readSheetMemory, type StoredMemory } from "../month/sheetMemory";
import { openFile, type OpenedFile, type PickedFile } from "./openFile";
import { readFile, type FileContent } from "./readFiles";

/** The years that HR has given, by the name of the file. */
export type YearsGiven = ReadonlyMap<string, number>;

/** Earlier files as they were read, and what the workbook knows already. */
export interface HistoryFound {
  readonly kind: "history";
  readonly opened: readonly OpenedFile[];
  readonly contents: readonly FileContent[];
  readonly years: YearsGiven;
  readonly known: KnownScores;
}

/** The sheet 历史成绩 of the workbook, hidden or not; null where there is none. */
export async function findHistorySheet(
  gateway: Pick<Gateway, "listSheets" | "readSheet">,
  signal: AbortSignal | undefined,
) {
  const sheets = await gateway.listSheets();
  const sheet = sheets.find(({ name, tag }) => tag === null && name.trim() === SHEET_NAMES.history);
  return sheet === undefined ? null : gateway.readSheet(sheet, { signal });
}

async function readHistorySheet(
  { gateway, signal }: ValidateOptions,
  policy: EffectivePolicy,
): Promise<ScoreSheet | null> {
  const grid = await findHistorySheet(gateway, signal);
  if (grid === null || grid.rows.length === 0) return null;
  const options = layoutOptionsOf(policy);
  const layout = findLayout(grid, options);
  if (layout.kind === "none") return null;
  return runInSlices(
    readRecordsInSteps(grid, layout, { limits: options.limits, headings: options.headings }),
    { signal },
  );
}

/** What the sheets of the workbook know: the score sheet with those read along, or 历史成绩 alone. */
async function readKnown(
  options: ValidateOptions,
  policy: EffectivePolicy,
): Promise<KnownScores | NoSheet> {
  const open = await readScoreSheet({ ...options, onProgress: undefined });
  if (open.kind === "policyUnreadable") return open;
  const sheet = open.kind === "sheet" ? open.records : await readHistorySheet(options, policy);
  return runInSlices(knownScoresOf(sheet === null ? [] : [sheet]), { signal: options.signal });
}

/** Parts of a file's progress. */
const PROGRESS_STEPS = 1_000;

async function readContents(
  opened: readonly OpenedFile[],
  years: YearsGiven,
  task: {
    readonly policy: EffectivePolicy;
    readonly stored: StoredMemory;
    readonly signal: AbortSignal | undefined;
  },
): Promise<FileContent[]> {
  const contents: FileContent[] = [];
  for (const file of opened)
    if (file.kind === "opened")
      contents.push(await readFile(file, { ...task, year: years.get(file.name) }));
  return contents;
}

/** Reads earlier files one by one, and what the workbook knows of earlier months; writes nothing. */
export async function readHistoryFiles(
  files: readonly PickedFile[],
  options: ValidateOptions,
): Promise<HistoryFound | NoSheet> {
  const { gateway, policy, today, signal, onProgress } = options;
  if (policy.kind === "unreadable") return { kind: "policyUnreadable", why: policy.why };
  const effective = policyFor(policy.book, today);
  const known = await readKnown(options, effective);
  if ("kind" in known) return known;
  const opened: OpenedFile[] = [];
  const tell = (share: number): void =>
    onProgress?.({
      stage: "opening",
      done: Math.floor((opened.length + share) * PROGRESS_STEPS),
      of: files.length * PROGRESS_STEPS,
    });
  for (const file of files) {
    tell(0);
    opened.push(await openFile(file, { signal, onProgress: tell }));
  }
  const years: YearsGiven = new Map();
  const { stored } = await readSheetMemory(gateway);
  const contents = await readContents(opened, years, { policy: effective, stored, signal });
  return { kind: "history", opened, contents, years, known };
}

/** The same files read once more: with the years that HR has given, and what the workbook remembers by now. */
export async function readAgain(
  found: HistoryFound,
  years: YearsGiven,
  { gateway, policy, today, signal }: ValidateOptions,
): Promise<HistoryFound> {
  if (policy.kind === "unreadable") return found;
  const { stored } = await readSheetMemory(gateway);
  const effective = policyFor(policy.book, today);
  const contents = await readContents(found.opened, years, { policy: effective, stored, signal });
  return { ...found, contents, years };
}

/** What would be written, given what HR says of people. */
export function planOfHistory(
  { contents, known }: HistoryFound,
  answers: WhoAnswers,
  signal?: AbortSignal,
): Promise<HistoryPlan> {
  const rows = contents.flatMap((content) => content.rows);
  return runInSlices(planHistory(rows, known, answers), { signal });
}
