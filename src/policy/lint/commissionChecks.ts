import { fen, takeShare } from "../../units";
import type { Check, Found, LintInput } from "./results";
import { settle } from "./settle";

const WHOLE = 10_000;

function bandsOf(input: LintInput) {
  return input.values.commission.bands.map((band) => ({
    ...band,
    fromFen: settle(band.fromFen, input),
  }));
}

function share(fromFen: number, basisPoints: number): number {
  return takeShare(fen(fromFen), [basisPoints], WHOLE);
}

export const risingThresholds: Check = (input) => {
  const bands = bandsOf(input);
  return bands.flatMap(({ fromFen, clause }, index): Found[] => {
    const previous = bands[index - 1];
    const found: Found[] = [];
    if (fromFen <= 0)
      found.push({ check: "PC10", clause, facts: { problem: "notPositive", fromFen } });
    if (previous !== undefined && fromFen <= previous.fromFen)
      found.push({
        check: "PC10",
        clause,
        facts: { problem: "notAscending", fromFen, previousFen: previous.fromFen },
      });
    return found;
  });
};

export const risingRates: Check = (input) => {
  const bands = bandsOf(input);
  return bands.flatMap(({ fromFen, rateBasisPoints, clause }, index): Found[] => {
    const previousBasisPoints =
      bands[index - 1]?.rateBasisPoints ?? input.values.commission.belowFirstBasisPoints ?? 0;
    return rateBasisPoints >= previousBasisPoints
      ? []
      : [{ check: "PC11", clause, facts: { fromFen, rateBasisPoints, previousBasisPoints } }];
  });
};

export const printedAmounts: Check = (input) =>
  bandsOf(input).flatMap(({ fromFen, rateBasisPoints, printedFen, clause }): Found[] => {
    const computedFen = share(fromFen, rateBasisPoints);
    return printedFen === null || printedFen === computedFen
      ? []
      : [{ check: "PC12", clause, facts: { fromFen, rateBasisPoints, computedFen, printedFen } }];
  });

export const cliffs: Check = (input) => {
  const mode = settle(input.values.commission.mode, input);
  // Marginal commission grows without jumps.
  if (mode === "marginal") return [];
  const bands = bandsOf(input);
  const below = input.values.commission.belowFirstBasisPoints ?? 0;
  return bands.flatMap((band, index): Found[] => {
    const { fromFen, clause } = band;
    const previous = bands[index - 1];
    const paidBefore =
      mode === "fixed" && previous !== undefined
        ? fixedFen(previous)
        : share(fromFen, previous?.rateBasisPoints ?? below);
    const paid = mode === "fixed" ? fixedFen(band) : share(fromFen, band.rateBasisPoints);
    const jumpFen = paid - paidBefore;
    return jumpFen === 0 ? [] : [{ check: "PC13", clause, facts: { fromFen, jumpFen } }];
  });
};

function fixedFen(band: {
  readonly fromFen: number;
  readonly rateBasisPoints: number;
  readonly printedFen: number | null;
}): number {
  return band.printedFen ?? share(band.fromFen, band.rateBasisPoints);
}

export const belowFirstThreshold: Check = (input) => {
  const { belowFirstBasisPoints, clause } = input.values.commission;
  if (belowFirstBasisPoints !== null) return [];
  const [first] = bandsOf(input);
  return [
    {
      check: "PC14",
      clause: first?.clause ?? clause,
      facts: { firstFromFen: first?.fromFen ?? null },
    },
  ];
};
