import { expect, it } from "vitest";
import { builtInValues, policyFor } from "../../../src/policy";
import { diffVersions, setValue } from "../../../src/policy/edit";
import { readPolicyJson, toBook } from "../../../src/policy/part";
import { sayValueChange } from "../../../src/wording";
import { ownBook, someMonth } from "../decided";
import { done, refusals } from "./setup";

const LIMIT = "$.fines.monthlyLimitFen";

it("is typed in yuan, settled as an amount and told as a change", () => {
  const values = done(setValue(builtInValues, LIMIT, "440"));
  expect(policyFor(ownBook(values), someMonth).fines.monthlyLimit).toBe(44_000);
  const said = diffVersions(builtInValues, values).map((change) =>
    sayValueChange(change, "zh", () => undefined),
  );
  expect(said).toEqual(["每月罚款合计上限由无改为440 元"]);
  expect(done(setValue(values, LIMIT, ""))).toEqual(builtInValues);
  expect(refusals(setValue(values, LIMIT, "-1"))).toEqual([`${LIMIT} tooSmall`]);
});

it("is none in a part that was written before", () => {
  const { monthlyLimitFen, ...fines } = builtInValues.fines;
  expect(monthlyLimitFen).toBeNull();
  const values = { ...builtInValues, fines };
  const read = readPolicyJson(
    JSON.stringify({ schema: 1, decisions: [], versions: [{ id: "own", values }] }),
  );
  if (read.kind !== "read") throw new Error("Not read");
  expect(read.reports).toEqual([]);
  expect(policyFor(toBook(read.book), someMonth).fines.monthlyLimit).toBeNull();
});
