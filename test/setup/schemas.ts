// Takes: the bytes of a workbook. Gives: what Microsoft's validator of the Open XML SDK finds wrong with them: the published
// schemas (transitional and strict) with the extensions of later Excels, and rules that no schema can tell, such as ids.
import validate from "@ooxml-tools/validate";

/** One line a problem: the part, the place in it, and what is wrong. */
export async function schemaProblems(bytes: Uint8Array): Promise<readonly string[]> {
  // The validator keeps and changes what it is given.
  const problems = await validate(bytes.slice(), "xlsx", "Microsoft365").catch((error: unknown) => {
    // It cannot tell of a problem that stands in no part.
    if (error instanceof TypeError) return [];
    throw error;
  });
  return problems.map(({ description, path }) => `${path.partUri} ${path.xpath}: ${description}`);
}

/** Problems by part and kind, without the places in it, which move when something else of the part changes. */
async function kinds(bytes: Uint8Array): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const problem of await schemaProblems(bytes)) {
    const kind = problem.replace(/\[\d+\]/gu, "");
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** Problems of a file that it was made with, and that what it was made of had not. */
export async function newProblems(
  before: Uint8Array,
  after: Uint8Array,
): Promise<readonly string[]> {
  const known = await kinds(before);
  return [...(await kinds(after))]
    .filter(([problem, count]) => count > (known.get(problem) ?? 0))
    .map(([problem]) => problem);
}
