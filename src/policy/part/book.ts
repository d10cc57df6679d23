import { formatMonth, monthFromText } from "../../units";
import { builtInValues } from "../book/values";
import { builtInBook } from "../resolve";
import type { Decision, PolicyBook, PolicyVersion } from "../types";
import { decisionsThatHold } from "./stored";
import type { StoredDecision, StoredPolicy, StoredVersion } from "./stored";

/**
 * The book that a workbook goes by. Without versions of its own it is the built-in policy. Decisions
 * with an unknown reading or option stay in the list: whoever resolves takes them as undecided.
 * Fields that this product does not know travel along (see `StoredPolicy`).
 */
export function toBook(stored: StoredPolicy): PolicyBook {
  const versions = (stored.versions ?? []).map(toVersion);
  return {
    ...stored,
    versions:
      versions.length === 0
        ? builtInBook().versions
        : versions.sort((one, other) => (one.from ?? -Infinity) - (other.from ?? -Infinity) || 0),
    decisions: decisionsThatHold(stored.decisions).map(toDecision),
    acknowledged: stored.acknowledged ?? [],
  };
}

/** The book as the file keeps it; the built-in policy alone is not written out. */
export function fromBook(book: PolicyBook): StoredPolicy {
  const [only, ...more] = book.versions;
  const isBuiltIn =
    only === undefined ||
    (more.length === 0 && only.from === null && only.values === builtInValues);
  const { versions, decisions, acknowledged, ...unknown } = book;
  return {
    ...unknown,
    schema: 1,
    decisions: decisions.map(fromDecision),
    ...(isBuiltIn ? {} : { versions: versions.map(fromVersion) }),
    ...(acknowledged.length === 0 ? {} : { acknowledged }),
  };
}

function toVersion(version: StoredVersion): PolicyVersion {
  const from = version.from ? (monthFromText(version.from) ?? null) : null;
  const values = version.values.levels === undefined ? builtInValues : version.values;
  return { ...version, from, name: version.name ?? "", locked: version.locked ?? false, values };
}

function fromVersion(version: PolicyVersion): StoredVersion {
  const { from, ...rest } = version;
  return from === null ? rest : { ...rest, from: formatMonth(from) };
}

function toDecision(decision: StoredDecision): Decision {
  const { from: text, ...rest } = decision;
  const from = text === undefined ? undefined : monthFromText(text);
  const complete = { ...rest, by: rest.by ?? "", on: rest.on ?? "", note: rest.note ?? "" };
  return from === undefined ? complete : { ...complete, from };
}

function fromDecision(decision: Decision): StoredDecision {
  const { from, ...rest } = decision;
  return from === undefined ? rest : { ...rest, from: formatMonth(from) };
}
