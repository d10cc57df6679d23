import { bootOffice, createExcelHost, createHeadlessWorkbook } from "../../host/node";
import type {
  BootedOffice,
  ExcelHost,
  ExcelHostOptions,
  PlainSheet,
  Workbook,
} from "../../host/node";

export interface Bench {
  readonly host: ExcelHost;
  readonly office: BootedOffice;
  /** Excel.run in the page. */
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** What the cells of the first sheet show, once nothing calculates any more. */
  values(address: string): Promise<unknown[][]>;
  dispose(): void;
}

/** A page on a host over a workbook of one sheet "Data" (or of the given sheets). */
export async function bench(
  content: readonly (readonly unknown[])[] | readonly PlainSheet[],
  options: Omit<ExcelHostOptions, "workbook"> = {},
  create: (sheets: readonly PlainSheet[]) => Workbook = createHeadlessWorkbook,
): Promise<Bench> {
  const sheets = content.some((each) => !Array.isArray(each)) ? content : null;
  const workbook = create(
    // Rows are arrays, sheets are objects.
    (sheets as readonly PlainSheet[] | null) ?? [
      { name: "Data", cells: content as readonly (readonly unknown[])[] },
    ],
  );
  const host = createExcelHost({ workbook, ...options });
  const office = await bootOffice({ host });
  const run = <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
    office.Excel.run(batch);
  return {
    host,
    office,
    run,
    values: async (address) => {
      await host.whenIdle();
      return run(async (context) => {
        const range = context.workbook.worksheets.getFirst().getRange(address);
        range.load("values");
        await context.sync();
        return range.values;
      });
    },
    dispose: () => {
      office.dispose();
      host.dispose();
    },
  };
}

/** The code of the error that the batch ends with; fails when it does not fail. */
export async function errorOf(batch: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await batch;
  } catch (error) {
    const { code = "", message = "" } = error as { code?: string; message?: string };
    return { code, message };
  }
  throw new Error("No error came.");
}
