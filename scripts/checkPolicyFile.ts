// `tsx scripts/checkPolicyFile.ts file.json`: whether a file can be the department's policy; says in both languages why not.
import { readFileSync } from "node:fs";
import { readPolicyJson } from "../src/policy/part";
import { sayNewerSchema, sayPartProblem, sayPartReport, type Language } from "../src/wording";

const LANGUAGES: readonly Language[] = ["zh", "en"];

/** Why the add-in would not follow the file, and what it would not know in it: nobody typed that on purpose. */
function complaints(text: string): string[] {
  const result = readPolicyJson(text);
  return LANGUAGES.flatMap((language) => {
    switch (result.kind) {
      case "read":
        return result.reports.map((report) => sayPartReport(report, language));
      case "broken":
        return result.why.map((problem) => sayPartProblem(problem, language));
      case "newerSchema":
        return [sayNewerSchema(result.schema, language)];
    }
  });
}

const found = complaints(readFileSync(process.argv[2] ?? "", "utf8"));
for (const line of found) console.error(line);
process.exitCode = found.length === 0 ? 0 : 1;
