/** `npm run bench` prints what was measured; it asserts nothing. Names after `--` choose: functions, readings, validate, size. */
import { benchFunctions } from "./functions";
import { benchReadings } from "./readings";
import { benchSize } from "./size";
import { benchValidation } from "./validate";

const LONG_ROWS = 100_000;

const benches: Readonly<Record<string, () => readonly string[] | Promise<readonly string[]>>> = {
  size: benchSize,
  functions: benchFunctions,
  readings: benchReadings,
  validate: () => benchValidation(LONG_ROWS),
};

async function run(): Promise<void> {
  const chosen = process.argv.slice(2);
  for (const [name, bench] of Object.entries(benches))
    if (chosen.length === 0 || chosen.includes(name))
      for (const line of await bench()) console.log(line);
}

void run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
