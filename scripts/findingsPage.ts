import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { catalogue, type Check, type FindingKind, type Severity } from "../src/findings";
import { sayFindingTitle, type Language } from "../src/wording";

export const FINDINGS_PAGE = fileURLToPath(new URL("../docs/findings.md", import.meta.url));

interface PageWords {
  readonly title: string;
  readonly intro: string;
  readonly head: readonly string[];
  readonly severity: Readonly<Record<Severity, string>>;
  readonly kind: Readonly<Record<FindingKind, string>>;
  readonly of: Readonly<Record<Check["of"], string>>;
}

const words: Readonly<Record<Language, PageWords>> = {
  zh: {
    title: "校验会发现什么",
    intro: "“校验当月”按下列各项检查成绩表。错误会使有关人员暂不判定，警告请核对，提示仅供参考。",
    head: ["编号", "程度", "种类", "内容", "看什么"],
    severity: { error: "错误", warning: "警告", info: "提示" },
    kind: { data: "要改的数据", decision: "要定的口径", notice: "人员" },
    of: { sheet: "整张表", person: "每个人", record: "每人每月" },
  },
  en: {
    title: "What validating finds",
    intro:
      "“Validate month” checks a score sheet for the following. An error keeps those concerned from being judged, a warning asks to be looked at, a hint is for information.",
    head: ["Id", "Severity", "Kind", "What", "Looks at"],
    severity: { error: "error", warning: "warning", info: "hint" },
    kind: { data: "data to fix", decision: "question to decide", notice: "people" },
    of: { sheet: "the sheet", person: "each person", record: "each person's month" },
  },
};

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function section(language: Language): string {
  const said = words[language];
  return [
    `## ${said.title}`,
    "",
    said.intro,
    "",
    row(said.head),
    row(said.head.map(() => "---")),
    ...catalogue.map(({ type, code, severities, kind, of }) =>
      row([
        code,
        severities.map((severity) => said.severity[severity]).join(" / "),
        said.kind[kind],
        sayFindingTitle(type, language),
        said.of[of],
      ]),
    ),
    "",
  ].join("\n");
}

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SENTENCES = "src/wording/findings";
/** What is advised besides on a cell with a formula. */
const ADVICE = "formulaAdvice.ts";

/** The one file of sentences in which a finding has its entry, which is a function of its facts. */
function sentenceOf(type: string): string {
  const entry = new RegExp(String.raw`^  ${type}: \(`, "mu");
  const files = readdirSync(path.join(ROOT, SENTENCES)).filter(
    (file) => file !== ADVICE && entry.test(readFileSync(path.join(ROOT, SENTENCES, file), "utf8")),
  );
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw new Error(`${type} has its sentence in ${files.length} files.`);
  return `${SENTENCES}/${file}`;
}

/** For whoever changes one: where the number that people see leads to in code. */
function codeSection(): string {
  return [
    "## In code",
    "",
    "Code calls a finding by its name; the number stands in its check alone.",
    "",
    row(["Id", "Name", "Check", "Sentence"]),
    row(["---", "---", "---", "---"]),
    ...catalogue.map(({ type, code }) =>
      row([
        code,
        `\`${type}\``,
        `\`src/findings/catalogue/${type}.ts\``,
        `\`${sentenceOf(type)}\``,
      ]),
    ),
    "",
  ].join("\n");
}

/** The page of all findings, in both languages and for code: made from the catalogue and its words. */
export async function findingsPage(): Promise<string> {
  const note = "<!-- Made by scripts/findingsPage.ts; run it with tsx after a change. -->";
  const text = `# 校验项目 · Findings\n\n${note}\n\n${section("zh")}\n${section("en")}\n${codeSection()}`;
  return format(text, { ...(await resolveConfig(FINDINGS_PAGE)), filepath: FINDINGS_PAGE });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  void findingsPage().then((page) => writeFileSync(FINDINGS_PAGE, page));
