// `npm run share -- in.xlsx out.xlsx --as values|formulas`: a copy of a workbook that opens without the add-in.
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { formatRef } from "../src/grid";
import { FileRefusal, type CellPlace } from "../src/sharing";
import {
  EVERYTHING,
  finishSharing,
  type CopyContent,
  type CopyRequest,
  type SharingResult,
} from "../src/tasks";
import { monthFromDate } from "../src/units";
import { policyForCopy } from "./sharePolicy";
import {
  sayComparison,
  sayCopyFacts,
  sayDecideDifferences,
  sayDifference,
  sayRefusal,
  type Language,
} from "../src/wording";

const USAGE = `npm run share -- in.xlsx out.xlsx --as values|formulas [options]

  --as values               公式转为数值 · calls become values
  --as formulas             改写为普通公式，不能改写的转为数值 · plain formulas where there are some
  --sheets 成绩,汇总        副本里的工作表 · the sheets of the copy (all)
  --leave-out pay,fines     reviews, fines, pay, notes, otherReadings (nothing)
  --people keep             keep, numbers, remove
  --errors keep             keep, blank
  --no-highlights           不保留高亮 · without the add-in's highlights
  --no-policy               不保留制度设置 · without the policy settings
  --policy 部门制度.json    没有自己制度的工作簿按它 · the department's policy for workbooks without their own
  --differing stored        公式与存着的数值不一致时副本显示哪一个：stored 存着的，computed 公式的结果
                            · where plain formulas say something else than is stored: what the copy shows
  --restore                 恢复另存时丢失的制度设置 · brings back settings that another program has lost
  --cover [--by 名字]       加一张“说明” · with a first sheet that says what this is
  --language zh             zh, en`;

const CONTENTS: readonly CopyContent[] = ["reviews", "fines", "pay", "notes", "otherReadings"];

const DIFFERING = ["stored", "computed"] as const;

/** Something about the command itself: it is answered with how to use it. */
class UsageError extends Error {}

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === text);
  if (found === undefined) throw new UsageError(`--${name} ${text}: ${allowed.join(", ")}`);
  return found;
}

const listOf = (text: string): string[] => text.split(/[,，]/u).map((each) => each.trim());

interface Command {
  readonly input: string;
  readonly output: string;
  readonly language: Language;
  /** Whether settings that were lost are brought back. */
  readonly restore: boolean;
  /** The path of the department's policy; null: none. */
  readonly policy: string | null;
  readonly request: CopyRequest;
}

function readCommand(words: readonly string[]): Command {
  const { values, positionals } = parse(words);
  const [input, output, ...more] = positionals;
  if (input === undefined || output === undefined || more.length > 0)
    throw new UsageError("in.xlsx out.xlsx");
  if (values.as === undefined) throw new UsageError("--as values|formulas");
  const leftOut = listOf(values["leave-out"] ?? "").filter((each) => each !== "");
  const gone = new Set(leftOut.map((each) => oneOf("leave-out", each, CONTENTS)));
  const include = { ...EVERYTHING.include };
  for (const content of CONTENTS) include[content] = !gone.has(content);
  // npm runs scripts in the repository; files are meant from where the person stands.
  const from = process.env["INIT_CWD"] ?? ".";
  return {
    input: path.resolve(from, input),
    output: path.resolve(from, output),
    language: oneOf("language", values.language ?? "zh", ["zh", "en"]),
    restore: values.restore === true,
    policy: values.policy === undefined ? null : path.resolve(from, values.policy),
    request: {
      as: oneOf("as", values.as, ["values", "formulas"]),
      sheets: values.sheets === undefined ? null : listOf(values.sheets),
      differing:
        values.differing === undefined ? null : oneOf("differing", values.differing, DIFFERING),
      errors: oneOf("errors", values.errors ?? "keep", ["keep", "blank"]),
      include,
      people: oneOf("people", values.people ?? "keep", ["keep", "numbers", "remove"]),
      highlights: values["no-highlights"] !== true,
      policy: values["no-policy"] !== true,
      cover: values.cover === true ? { by: values.by ?? "" } : null,
    },
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        as: { type: "string" },
        sheets: { type: "string" },
        "leave-out": { type: "string" },
        people: { type: "string" },
        differing: { type: "string" },
        errors: { type: "string" },
        "no-highlights": { type: "boolean" },
        "no-policy": { type: "boolean" },
        restore: { type: "boolean" },
        policy: { type: "string" },
        cover: { type: "boolean" },
        by: { type: "string" },
        language: { type: "string" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Two paths of one file: a copy must not be written over what it is made of. */
function isSameFile(one: string, other: string): boolean {
  return existsSync(other) && realpathSync(one) === realpathSync(other);
}

async function copyOf(
  command: Command,
  bytes: Uint8Array,
): Promise<{ readonly result: SharingResult; readonly hasPolicy: boolean }> {
  const now = new Date();
  const { restore, request } = command;
  const department = command.policy === null ? null : readFileSync(command.policy, "utf8");
  const policy = await policyForCopy(bytes, { as: request.as, restore, department });
  for (const line of policy.told) console.warn(line);
  const result = await finishSharing(policy.bytes, {
    kind: "copy",
    setting: {
      request,
      book: policy.book,
      today: monthFromDate(now),
      day: now.toLocaleDateString("sv-SE"),
      language: command.language,
    },
  });
  return { result, hasPolicy: policy.isOwn };
}

/** Cells that disagree and are named one by one; the others are counted. */
const CELLS_NAMED = 20;

const placeOf = ({ sheet, row, column }: CellPlace): string =>
  formatRef({ sheet: { id: "", name: sheet }, row, column });

async function main(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  const { input, output, language } = command;
  if (!existsSync(input)) throw new UsageError(`找不到文件 No such file: ${input}`);
  if (command.policy !== null && !existsSync(command.policy))
    throw new UsageError(`找不到文件 No such file: ${command.policy}`);
  if (isSameFile(input, output))
    throw new UsageError("副本不能覆盖原文件。 The copy must not replace the file it is made of.");
  const bytes = new Uint8Array(readFileSync(input));
  const { result, hasPolicy } = await copyOf(command, bytes);
  if (result.kind === "undecided") {
    const { comparison } = result;
    const { first } = comparison.untold;
    const about = { hasPolicy, firstUntold: first === null ? null : placeOf(first) };
    for (const line of sayComparison(comparison, about, language)) console.error(line);
    for (const { computed, stored, ...place } of comparison.differences.slice(0, CELLS_NAMED))
      console.error(sayDifference({ stored, computed }, placeOf(place), language));
    console.error(sayDecideDifferences(language));
    process.exitCode = 1;
    return;
  }
  if (result.kind !== "copy") return;
  const { facts } = result.copy;
  writeFileSync(output, result.copy.bytes);
  for (const { error, ...place } of facts.troubled)
    console.warn(`${placeOf(place)} ${error ?? "（空）"}`);
  for (const line of sayCopyFacts(facts, language)) console.log(line);
  console.log(output);
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  if (error instanceof FileRefusal) {
    for (const language of ["zh", "en"] as const) {
      const { what, next } = sayRefusal(error, language);
      console.error(`${what} ${next}`);
    }
  } else if (error instanceof UsageError) console.error(`${error.message}\n\n${USAGE}`);
  else console.error(error instanceof Error ? error.message : error);
});
