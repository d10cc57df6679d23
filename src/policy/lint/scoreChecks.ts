import { lintBands, type Band } from "./bands";
import type { Check, CheckInput, Found } from "./results";

/** The bands under the readings in force. */
function bandsOf({ settled: { score } }: CheckInput) {
  return score.bands.map(({ from, to, ...band }) => ({
    ...band,
    from: from.points,
    fromInclusive: from.inclusive,
    to: to.points,
    toInclusive: to.inclusive,
  }));
}
type RatedBand = ReturnType<typeof bandsOf>[number];

function isEmpty(band: Band): boolean {
  return (
    band.from > band.to || (band.from === band.to && !(band.fromInclusive && band.toInclusive))
  );
}

function faults(input: CheckInput): readonly Found[] {
  const bands = bandsOf(input);
  return lintBands(bands).map((fault): Found => {
    const { from, fromInclusive, to, toInclusive } = fault;
    const range = { from, fromInclusive, to, toInclusive };
    // HR mends it at the band that starts where the fault ends, or that holds its end.
    const clause = bands.find((band) => band.from <= to && to <= band.to)?.clause ?? null;
    return fault.kind === "gap"
      ? { check: "PC03", clause, facts: range }
      : { check: "PC04", clause, facts: { ...range, tiers: fault.tiers } };
  });
}

export const bandGaps: Check = (input) => faults(input).filter(({ check }) => check === "PC03");
export const bandOverlaps: Check = (input) => faults(input).filter(({ check }) => check === "PC04");

export const bandEnds: Check = (input) => {
  const { minimumPoints, maximumPoints } = input.values.score;
  const bands = bandsOf(input).filter((band) => !isEmpty(band));
  const lowest = bands.reduce<RatedBand | undefined>(
    (found, band) =>
      found === undefined ||
      band.from < found.from ||
      (band.from === found.from && band.fromInclusive)
        ? band
        : found,
    undefined,
  );
  const highest = bands.reduce<RatedBand | undefined>(
    (found, band) =>
      found === undefined || band.to > found.to || (band.to === found.to && band.toInclusive)
        ? band
        : found,
    undefined,
  );
  const found: Found[] = [];
  if (lowest?.from !== minimumPoints || !lowest.fromInclusive)
    found.push({
      check: "PC05",
      clause: lowest?.clause ?? null,
      facts: {
        end: "minimum",
        expected: minimumPoints,
        actual: lowest?.from ?? null,
        inclusive: lowest?.fromInclusive ?? false,
      },
    });
  if (highest?.to !== maximumPoints || !highest.toInclusive)
    found.push({
      check: "PC05",
      clause: highest?.clause ?? null,
      facts: {
        end: "maximum",
        expected: maximumPoints,
        actual: highest?.to ?? null,
        inclusive: highest?.toInclusive ?? false,
      },
    });
  return found;
};

export const bandOrder: Check = (input) => {
  const bands = [...bandsOf(input)].sort((one, other) => one.tier - other.tier);
  const found: Found[] = bands.filter(isEmpty).map((band) => ({
    check: "PC06",
    clause: band.clause,
    facts: { problem: "emptyBand", tier: band.tier },
  }));
  bands.forEach((worse, index) => {
    const better = bands[index - 1];
    if (better === undefined || better.tier === worse.tier) return;
    const tiers = { better: better.tier, worse: worse.tier };
    if (better.from < worse.from || better.to < worse.to)
      found.push({ check: "PC06", clause: better.clause, facts: { problem: "order", ...tiers } });
    if (better.rate < worse.rate)
      found.push({
        check: "PC06",
        clause: better.clause,
        facts: {
          problem: "rate",
          ...tiers,
          betterBasisPoints: better.rate,
          worseBasisPoints: worse.rate,
        },
      });
  });
  return found;
};

export const bandFormulas: Check = (input) =>
  bandsOf(input).flatMap(({ tier, rate, formula, clause }): Found[] =>
    formula === null || formula === rate
      ? []
      : [
          {
            check: "PC07",
            clause,
            facts: { tier, rateBasisPoints: rate, formulaBasisPoints: formula },
          },
        ],
  );
