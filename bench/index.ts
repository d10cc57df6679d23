/** `npm run bench` prints what was measured; it asserts nothing. Names after `--` choose: functions, month, pane, plain, readings, share, sheet, size. */
import { benchFunctions } from "./functions";
import { benchMonth } from "./month";
import { benchPane } from "./pane";
import { benchPlain } from "./plain";
import { benchReadings } from "./readings";
import { benchShare } from "./share";
import { benchSheet } from "./sheet";
import { benchSize } from "./size";

/** `npm run bench -- month share against CHECKOUT` measures that checkout in turn with this one. */
const beside = ((at) => (at < 0 ? undefined : process.argv[at + 1]))(
  process.argv.indexOf("against"),
);

const SHARED_MEGABYTES = [1, 10, 50];
const COMPARED_MEGABYTES = 10;

const benches: Readonly<Record<string, () => Iterable<string> | AsyncIterable<string>>> = {
  size: benchSize,
  functions: benchFunctions,
  plain: () => benchPlain(),
  pane: benchPane,
  month: () => benchMonth(beside),
  readings: benchReadings,
  share: async function* () {
    for (const megabytes of beside === undefined ? SHARED_MEGABYTES : [COMPARED_MEGABYTES])
      yield* benchShare(megabytes, beside);
  },
  sheet: benchSheet,
};

async function run(): Promise<void> {
  const chosen = process.argv.slice(2);
  for (const [name, bench] of Object.entries(benches))
    if (chosen.length === 0 || chosen.includes(name))
      for await (const line of bench()) console.log(line);
}

void run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
