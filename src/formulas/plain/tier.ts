import { inForce, readScore } from "./read";
import type { Recipe } from "./recipe";
import { call, quote } from "./syntax";

export const tierPlain: Recipe = {
  kind: "cells",
  columnsOnly: false,
  write: (cell, { parameters, policy, zeroIsBlank }) => {
    const { scores, performance } = parameters;
    const tier = (points: string): string => {
      const place = call("LOOKUP", inForce(points, policy), scores.from, scores.tier);
      // A refused score has no tier there: #N/A.
      return call("INDEX", performance.tier, call("MATCH", place, performance.tier, "0"));
    };
    return [readScore(cell("score"), parameters, zeroIsBlank, quote(""), tier)];
  },
};
