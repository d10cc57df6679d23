/** `npm run bench` prints what was measured; it asserts nothing. Names after `--` choose: functions, readings, sheet, size. */
import { benchFunctions } from "./functions";
import { benchReadings } from "./readings";
import { benchSheet } from "./sheet";
import { benchSize } from "./size";

const benches: Readonly<Record<string, () => Iterable<string> | AsyncIterable<string>>> = {
  size: benchSize,
  functions: benchFunctions,
  readings: benchReadings,
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
