import { check as checkForm } from "../schema/check";
import { valuesSchema } from "../schema/values";
import { formatPath } from "../part/json";
import type { ClauseId, LevelId, PolicyValues, Preset } from "../types";
import { LEGAL_NOTES } from "./results";
import type { Check, Found, LintInput } from "./results";
import { named } from "./ladder";

/** Fields that hold something else than they must. While there are any, nothing else can be checked. */
export function form({ values }: LintInput): readonly Found[] {
  const checked = checkForm(valuesSchema, values);
  if (checked.kind === "checked") return [];
  return checked.problems.map(({ path, expected, received }): Found => ({
    check: "PC01",
    clause: null,
    facts: { problem: "field", path, expected, received },
  }));
}

export const uniqueIds: Check = ({ values: { levels, score, promotion }, book }) => {
  const named = [
    ["level", levels.map(({ id }) => id)],
    ["version", book.versions.map(({ id }) => id)],
    ["tier", score.bands.map(({ tier }) => String(tier))],
    ["rule", promotion.rules.map(({ level }) => level)],
    ["path", promotion.paths.map(({ from, to }) => `${from} → ${to}`)],
  ] as const;
  return named.flatMap(([what, ids]) =>
    [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id): Found => ({
      check: "PC01",
      clause: null,
      facts: { problem: "duplicate", what, id },
    })),
  );
};

type Path = readonly (string | number)[];

/** Every value with the clauses it rests on. */
function restingOn(values: PolicyValues): readonly (readonly [Path, readonly ClauseId[]])[] {
  const { levels, score, commission, performance, promotion, review, fines, probation } = values;
  return [
    ...levels.map((level, at) => [["levels", at], [level.clause]] as const),
    ...score.bands.map((band, at) => [["score", "bands", at], [band.clause]] as const),
    [["commission"], [commission.clause]],
    ...commission.bands.map((band, at) => [["commission", "bands", at], [band.clause]] as const),
    [["performance"], [performance.clause]],
    ...promotion.rules.map((rule, at) => [["promotion", "rules", at], rule.clauses] as const),
    ...promotion.paths.flatMap((path, at) => [
      // A path that is only inferred may have no clause: that is another check's (PC31).
      ...(path.inferred && path.clauses.length === 0
        ? []
        : [[["promotion", "paths", at], path.clauses] as const]),
      ...path.steps.map(
        (step, of) => [["promotion", "paths", at, "steps", of], step.clauses] as const,
      ),
    ]),
    [["promotion", "skipLimit"], [promotion.skipClause]],
    [["review"], [review.clause]],
    [["fines", "complaintClause"], [fines.complaintClause]],
    [["fines", "leaveClause"], [fines.leaveClause]],
    [["probation"], [probation.clause]],
  ];
}

export const clausesOfValues: Check = ({ values, clauses }) => {
  const known = new Set(clauses.map(({ id }) => id));
  const rests = restingOn(values).flatMap(([steps, ids]): Found[] => {
    const path = formatPath(steps);
    if (ids.length === 0)
      return [{ check: "PC02", clause: null, facts: { problem: "noClause", path } }];
    return ids
      .filter((id) => !known.has(id))
      .map((id) => ({
        check: "PC02",
        clause: null,
        facts: { problem: "unknownClause", path, id },
      }));
  });
  const silent = clauses.flatMap(({ id, restatement }) =>
    (["zh", "en"] as const)
      .filter((language) => restatement[language].trim() === "")
      .map((language): Found => ({
        check: "PC02",
        clause: id,
        facts: { problem: "noRestatement", id, language },
      })),
  );
  return [...rests, ...silent];
};

export const pointers: Check = ({ values, clauses, readings }) => {
  const known = new Set(clauses.map(({ id }) => id));
  const inReadings = readings.flatMap((reading): Found[] => {
    const clause = reading.clauses[0] ?? null;
    const chosen: readonly (readonly ["default" | Preset, string | undefined])[] = [
      ["default", reading.default],
      ["literal", reading.presets.literal],
      ["favourable", reading.presets.favourable],
    ];
    const strayOptions = chosen.flatMap(([of, option]): Found[] =>
      option === undefined || reading.options.some(({ id }) => id === option)
        ? []
        : [
            {
              check: "PC40",
              clause,
              facts: { problem: "option", reading: reading.id, title: reading.title, of, option },
            },
          ],
    );
    const strayClauses = reading.clauses
      .filter((id) => !known.has(id))
      .map((id): Found => ({
        check: "PC40",
        clause: null,
        facts: { problem: "clause", reading: reading.id, title: reading.title, id },
      }));
    return [...strayOptions, ...strayClauses];
  });
  const levels = new Set(values.levels.map(({ id }) => id));
  const strayLevels = pointingAtLevels(values)
    .filter(([, id]) => !levels.has(id))
    .map(([steps, id]): Found => ({
      check: "PC40",
      clause: null,
      facts: { problem: "level", path: formatPath(steps), id },
    }));
  return [...inReadings, ...strayLevels];
};

function pointingAtLevels(values: PolicyValues): readonly (readonly [Path, LevelId])[] {
  const { promotion, review, probation } = values;
  const { scope } = review;
  const scopes: readonly (readonly [Path, LevelId | null])[] =
    typeof scope === "string" || scope === null
      ? [[["review", "scope"], scope]]
      : Object.entries(scope.choices).map(
          ([option, id]) => [["review", "scope", "choices", option], id] as const,
        );
  return [
    ...promotion.rules.map(
      ({ level }, at) => [["promotion", "rules", at, "level"], level] as const,
    ),
    ...promotion.paths.flatMap(({ from, to }, at) => [
      [["promotion", "paths", at, "from"], from] as const,
      [["promotion", "paths", at, "to"], to] as const,
    ]),
    [["promotion", "skipLimit"], promotion.skipLimit],
    ...scopes.flatMap(([path, id]) => (id === null ? [] : [[path, id] as const])),
    [["probation", "level"], probation.level],
  ];
}

export const blockingDecided: Check = ({ effective, readings }) =>
  readings
    .filter(({ id, level }) => level === "blocking" && effective.undecided.has(id))
    .map(({ id, title, clauses }) => ({
      check: "PC41",
      clause: clauses[0] ?? null,
      facts: { reading: id, title },
    }));

/** A letter in the list of a section; a letter right below a chapter (§6.Z) names its closing words. */
const LETTERED = /^(§\d+\.\d+)\.([A-Z])$/u;
const FIRST_LETTER = "A".charCodeAt(0);

export const completeLetters: Check = ({ clauses, values }) => {
  const chapters = new Map<string, string[]>();
  for (const { id } of clauses) {
    const match = LETTERED.exec(id);
    if (match === null) continue;
    const [, chapter = "", letter = ""] = match;
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), letter]);
  }
  return [...chapters].flatMap(([chapter, letters]): Found[] => {
    const last = Math.max(...letters.map((letter) => letter.charCodeAt(0)));
    const complete = Array.from({ length: last - FIRST_LETTER + 1 }, (_, index) =>
      String.fromCharCode(FIRST_LETTER + index),
    );
    const missing = complete.filter((letter) => !letters.includes(letter));
    if (missing.length === 0) return [];
    const level = levelOfChapter(chapter, values);
    return [
      {
        check: "PC42",
        clause: `${chapter}.${letters[0] ?? ""}`,
        facts: { chapter, level, missing },
      },
    ];
  });
};

function levelOfChapter(chapter: string, { levels, promotion }: PolicyValues) {
  const rule = promotion.rules.find(({ clauses }) =>
    clauses.some((id) => id.startsWith(`${chapter}.`)),
  );
  const level = levels.find(({ id }) => id === rule?.level);
  return level === undefined ? null : named(level);
}

export const versionsInOrder: Check = ({ book: { versions } }) => {
  // A version holds until the next one starts, and the first also before it starts: holes cannot be
  // between versions, only instead of them.
  if (versions.length === 0) return [{ check: "PC43", clause: null, facts: { problem: "none" } }];
  return versions.flatMap((later, index): Found[] => {
    const earlier = versions[index - 1];
    if (earlier === undefined) return [];
    const [start, next] = [earlier.from ?? -Infinity, later.from ?? -Infinity];
    if (start < next) return [];
    const problem = start === next ? "sameStart" : "disorder";
    return [
      { check: "PC43", clause: null, facts: { problem, earlier: earlier.id, later: later.id } },
    ];
  });
};

export const knownDocument: Check = ({ values }) =>
  (["issuer", "effectiveFrom"] as const)
    .filter((field) => (values.document[field] ?? "").trim() === "")
    .map((missing) => ({ check: "PC44", clause: null, facts: { missing } }));

const clauseOfNote: Readonly<Record<(typeof LEGAL_NOTES)[number], ClauseId | null>> = {
  L1: "§R5b",
  L2: "§4.1.H",
  L3: "§6.S1",
  L4: "§4.1.G",
  L5: "§R5b",
  L6: null,
  L7: "§R1a",
  L8: "§6.C1",
};

export const legalNotes: Check = ({ book }: LintInput) =>
  LEGAL_NOTES.filter((note) => !book.acknowledged.includes(note)).map((note) => ({
    check: "PC50",
    clause: clauseOfNote[note],
    facts: { note },
  }));
