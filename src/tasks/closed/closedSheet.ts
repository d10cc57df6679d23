import { closedDocument } from "../../documents";
import type { SheetContent } from "../../grid";
import { fullReadings } from "../../policy";
import { totalOf, type ClosedRecord } from "../../views";
import type { ReadingThen } from "../../wording";
import { recordCells } from "./storedRecord";

function readingsOf({ policy: { options, undecided } }: ClosedRecord): readonly ReadingThen[] {
  return fullReadings.flatMap(({ id, title, options: known }) => {
    const option = options[id];
    if (option === undefined) return [];
    const label = known.find((one) => one.id === option)?.label ?? { zh: option, en: option };
    return [{ title, option: label, decided: !undecided.includes(id) }];
  });
}

/** The sheet of a closed month as it is written, with the digest of what it keeps. */
export async function closedSheet(
  record: ClosedRecord,
  name: string,
): Promise<{ readonly digest: string; readonly content: SheetContent }> {
  const { digest, cells } = await recordCells(record);
  const content = closedDocument(record, {
    name,
    readings: readingsOf(record),
    total: totalOf(record.people),
    data: cells,
  });
  return { digest, content };
}
