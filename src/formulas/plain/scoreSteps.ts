import type { EffectivePolicy, ScoreBand, Tier } from "../../policy";
import { score, type Score } from "../../units";

/** From this score on, until the next step. */
export interface ScoreStep {
  readonly from: Score;
  /** Null where the scores lie in no band or in two, and are refused. */
  readonly tier: Tier | null;
}

/** The first and the last score of a band, both in it: scores are whole millionths of a point. */
function endsOf(band: ScoreBand): { readonly first: number; readonly last: number } {
  return {
    first: band.from + (band.fromInclusive ? 0 : 1),
    last: band.to - (band.toInclusive ? 0 : 1),
  };
}

/** The bands as one ascending list without gaps and overlaps, as a look-up needs it. */
export function scoreSteps(policy: EffectivePolicy): readonly ScoreStep[] {
  const { minimum, maximum, bands } = policy.score;
  const ends = bands.map((band) => ({ ...endsOf(band), tier: band.tier }));
  const edges = new Set<number>([minimum]);
  for (const { first, last } of ends)
    for (const edge of [first, last + 1]) if (edge > minimum && edge <= maximum) edges.add(edge);
  const steps: ScoreStep[] = [];
  for (const edge of [...edges].sort((a, b) => a - b)) {
    const holding = ends.filter(({ first, last }) => edge >= first && edge <= last);
    const tier = holding.length === 1 ? (holding[0]?.tier ?? null) : null;
    if (steps.length === 0 || steps.at(-1)?.tier !== tier) steps.push({ from: score(edge), tier });
  }
  return steps;
}
