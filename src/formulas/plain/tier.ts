import { inForce, readScore } from "./read";
import type { Translator } from "./translator";
import { scoreSteps } from "./scoreSteps";
import { call, iff, quote } from "./syntax";

export const tierPlain: Translator = {
  kind: "cells",
  columnsOnly: false,
  write: (cell, { parameters, policy }) => {
    const { scores } = parameters;
    const refusesScores = scoreSteps(policy).some((step) => step.tier === null);
    const tier = (points: string): string => {
      const place = call("LOOKUP", inForce(points, policy), scores.from, scores.tier);
      return refusesScores ? iff(call("ISNUMBER", place), place, "NA()") : place;
    };
    return [readScore(cell("score"), parameters, quote(""), tier)];
  },
};
