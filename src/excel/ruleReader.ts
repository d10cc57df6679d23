import { toGatewayError } from "./problems";

/** A rule of conditional formatting that a person or an add-in has given a formula. */
export interface CustomRule {
  readonly format: Excel.ConditionalFormat;
  readonly formula: string;
}

export interface RulesOfSheet {
  readonly sheetName: string;
  readonly sheetProtected: boolean;
  readonly rules: readonly CustomRule[];
}

/** The rules with formulas on these sheets, all in two round trips. */
async function readTogether(
  context: Excel.RequestContext,
  worksheets: readonly Excel.Worksheet[],
): Promise<readonly RulesOfSheet[]> {
  const sheets = worksheets.map((worksheet) => {
    const formats = worksheet.getRange().conditionalFormats;
    formats.load("items/id,items/type");
    worksheet.load("name");
    worksheet.protection.load("protected");
    return { worksheet, formats };
  });
  await context.sync();
  const found = sheets.map(({ worksheet, formats }) => ({
    worksheet,
    custom: formats.items
      .filter((format) => format.type === "Custom")
      .map((format) => {
        const { rule } = format.custom;
        rule.load("formula");
        return { format, rule };
      }),
  }));
  if (found.some(({ custom }) => custom.length > 0)) await context.sync();
  return found.map(({ worksheet, custom }) => ({
    sheetName: worksheet.name,
    sheetProtected: worksheet.protection.protected,
    rules: custom.map(({ format, rule }) => ({ format, formula: rule.formula })),
  }));
}

/** What it gives, or undefined where Excel says that something of it is not there. */
async function unlessMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (toGatewayError(error).problem === "notFound") return undefined;
    throw error;
  }
}

async function readRule(
  context: Excel.RequestContext,
  format: Excel.ConditionalFormat,
): Promise<CustomRule | undefined> {
  format.load("id,type");
  await context.sync();
  if (format.type !== "Custom") return undefined;
  const { rule } = format.custom;
  rule.load("formula");
  await context.sync();
  return { format, formula: rule.formula };
}

/** The rules of a sheet one by one; one that Excel cannot hand over is not ours to change and is left out. */
async function readOneByOne(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
): Promise<RulesOfSheet> {
  worksheet.load("name");
  worksheet.protection.load("protected");
  const formats = worksheet.getRange().conditionalFormats;
  const found = { count: formats.getCount() };
  await context.sync();
  const rules: CustomRule[] = [];
  for (let index = 0; index < found.count.value; index += 1) {
    const rule = await unlessMissing(() => readRule(context, formats.getItemAt(index)));
    if (rule !== undefined) rules.push(rule);
  }
  return { sheetName: worksheet.name, sheetProtected: worksheet.protection.protected, rules };
}

/**
 * The rules with formulas on these sheets. Excel has rules that it cannot hand over, such as two made by hand on
 * the same cells, or one that Undo brought back: they fail the request they stand in. Then the sheets are read one
 * by one, and where that fails, too, their rules.
 */
export async function readRules(
  context: Excel.RequestContext,
  worksheets: readonly Excel.Worksheet[],
): Promise<readonly RulesOfSheet[]> {
  const together = await unlessMissing(() => readTogether(context, worksheets));
  if (together !== undefined) return together;
  const found: RulesOfSheet[] = [];
  for (const worksheet of worksheets) {
    const [alone] = (await unlessMissing(() => readTogether(context, [worksheet]))) ?? [];
    found.push(alone ?? (await readOneByOne(context, worksheet)));
  }
  return found;
}
