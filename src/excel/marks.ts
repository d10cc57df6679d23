import { mergeAddresses, sameArea, type Area } from "../grid";
import type { MarkKind, Marks } from "../views";
import { GatewayError, type ReadOptions } from "../tasks";
import { readRules } from "./ruleReader";
import { runExcel } from "./run";
import { readUsedArea } from "./usedArea";

/** Excel cuts address lists off at 8,192 characters silently. */
const ADDRESS_LIMIT = 4_000;
/** Lists added in one round trip. */
const LISTS_PER_REQUEST = 40;

/** Text is 0 to N(), so each rule is always true, and its formula names it as ours in any file. */
const TAGS: Readonly<Record<MarkKind, string>> = {
  error: "CS.error",
  warning: "CS.warning",
  candidate: "CS.candidate",
};

/** Distinguishes the kinds without colour, too: bold, italic, underlined. */
const LOOKS: Readonly<Record<MarkKind, (format: Excel.ConditionalRangeFormat) => void>> = {
  error: ({ fill, font }) => {
    fill.color = "#F9D6D5";
    font.color = "#8A1414";
    font.bold = true;
  },
  warning: ({ fill, font }) => {
    fill.color = "#FFEDB3";
    font.color = "#5C4300";
    font.italic = true;
  },
  candidate: ({ fill, font }) => {
    fill.color = "#CFEBD3";
    font.color = "#0B5A20";
    font.underline = "Single";
  },
};

const formulaOf = (kind: MarkKind): string => `=N("${TAGS[kind]}")=0`;

const KINDS: readonly MarkKind[] = ["error", "warning", "candidate"];
const tagged = /^=?\s*N\(\s*"CS\.(?:error|warning|candidate)"\s*\)\s*=\s*0\s*$/iu;

interface OurRules {
  readonly sheetName: string;
  readonly sheetProtected: boolean;
  readonly rules: readonly Excel.ConditionalFormat[];
}

type Choose = (formula: string, id: string) => boolean;

/** Our rules are known by their formulas alone: so after reopening, too. */
const isOurs: Choose = (formula) => tagged.test(formula);

/** The rules on these sheets that are wanted: the add-in's own unless said otherwise. */
async function findRules(
  context: Excel.RequestContext,
  worksheets: readonly Excel.Worksheet[],
  choose = isOurs,
): Promise<OurRules[]> {
  return (await readRules(context, worksheets)).map(({ rules, ...sheet }) => ({
    ...sheet,
    rules: rules
      .filter(({ format, formula }) => choose(formula, format.id))
      .map(({ format }) => format),
  }));
}

function addRule(worksheet: Excel.Worksheet, kind: MarkKind, addresses: string): void {
  const { custom } = worksheet
    .getRanges(addresses)
    .conditionalFormats.add(Excel.ConditionalFormatType.custom);
  custom.rule.formula = formulaOf(kind);
  LOOKS[kind](custom.format);
}

async function addRules(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  lists: readonly { readonly kind: MarkKind; readonly addresses: string }[],
): Promise<void> {
  for (const { kind, addresses } of lists) addRule(worksheet, kind, addresses);
  await context.sync();
}

/**
 * Completes or undoes a highlighting that was interrupted: once earlier rules have begun to be removed all new ones are there, so
 * that the rest of the earlier ones is removed, too; before, what was written is taken back. Says whether the
 * highlighting is complete.
 */
async function settle(sheetId: string, earlier: ReadonlySet<string>): Promise<boolean> {
  return runExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheetId);
    // A request that was interrupted may have left a rule without its formula.
    const known: Choose = (formula, id) => earlier.has(id) || formula === "" || isOurs(formula, id);
    const [found] = await findRules(context, [worksheet], known);
    const rules = found?.rules ?? [];
    const left = rules.filter(({ id }) => earlier.has(id));
    const complete = left.length < earlier.size;
    for (const rule of complete ? left : rules.filter(({ id }) => !earlier.has(id))) rule.delete();
    await context.sync();
    return complete;
  }).catch(() => false);
}

/** Highlights the marks; see Gateway.applyMarks. New rules come first, so that a failure can leave the old ones. */
export async function applyMarks(
  marks: Marks,
  read: Area,
  { signal }: Pick<ReadOptions, "signal"> = {},
): Promise<void> {
  const earlier = new Set<string>();
  let writing = false;
  try {
    await runExcel(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(marks.sheetId);
      const used = await readUsedArea(context, worksheet);
      const [found] = await findRules(context, [worksheet]);
      if (found === undefined) throw new GatewayError("notFound");
      if (found.sheetProtected)
        throw new GatewayError({ kind: "protected", sheetName: found.sheetName });
      const same = used !== null && sameArea(used, read);
      if (!same) throw new GatewayError({ kind: "changed", sheetName: found.sheetName });
      for (const rule of found.rules) earlier.add(rule.id);
      const lists = KINDS.flatMap((kind) =>
        mergeAddresses(marks.cells[kind], ADDRESS_LIMIT).map((addresses) => ({ kind, addresses })),
      );
      writing = true;
      for (let start = 0; start < lists.length; start += LISTS_PER_REQUEST) {
        signal?.throwIfAborted();
        await addRules(context, worksheet, lists.slice(start, start + LISTS_PER_REQUEST));
      }
      for (const rule of found.rules) rule.delete();
      await context.sync();
    });
  } catch (error) {
    const complete = writing && (await settle(marks.sheetId, earlier));
    if (!complete) throw error;
  }
}

async function removeMarks(onDeleting: () => void): Promise<number> {
  return runExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id");
    await context.sync();
    const sheets = (await findRules(context, worksheets.items)).filter(
      ({ rules }) => rules.length > 0,
    );
    const locked = sheets.find(({ sheetProtected }) => sheetProtected);
    if (locked !== undefined)
      throw new GatewayError({ kind: "protected", sheetName: locked.sheetName });
    const rules = sheets.flatMap((sheet) => sheet.rules);
    for (const rule of rules) rule.delete();
    onDeleting();
    await context.sync();
    return rules.length;
  });
}

/** Removes our rules from every sheet; see Gateway.clearMarks. What was interrupted is completed. */
export async function clearMarks(): Promise<number> {
  let deleting = false;
  const onDeleting = (): void => {
    deleting = true;
  };
  try {
    return await removeMarks(onDeleting);
  } catch (error) {
    if (!deleting) throw error;
    return removeMarks(onDeleting);
  }
}
