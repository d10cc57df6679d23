import {
  fullReadingOf,
  policyFor,
  readings,
  readingsIn,
  type Decision,
  type EffectivePolicy,
  type PathStep,
  type PolicyBook,
  type PromotionRule,
  type Reading,
  type ReadingId,
  type ScoreBand,
  type Words,
} from "../policy";
import { fen, type Fen, type Month } from "../units";

/** One row of the sheet 制度说明, as facts; wording makes its cells. */
export type SheetFacts =
  | { readonly kind: "about"; readonly of: "month"; readonly month: Month }
  | {
      readonly kind: "about";
      readonly of: "version";
      readonly name: string;
      readonly from: Month | null;
      readonly isBuiltIn: boolean;
    }
  | {
      readonly kind: "about";
      readonly of: "issuer" | "effectiveFrom";
      readonly text: string | null;
    }
  | {
      readonly kind: "level";
      readonly level: Words;
      readonly aliases: readonly string[];
      /** Null while the reading that settles it is undecided. */
      readonly base: Fen | null;
      readonly variablePay: boolean;
    }
  | { readonly kind: "tier"; readonly band: ScoreBand; readonly refused: boolean }
  | {
      readonly kind: "performanceNote";
      readonly scoreInPay: EffectivePolicy["performance"]["scoreInPay"];
      readonly rounding: EffectivePolicy["score"]["rounding"];
    }
  | {
      readonly kind: "commission";
      readonly from: Fen | null;
      readonly below: Fen | null;
      readonly rate: number;
      /** What is paid under fixed amounts; null under the other modes. */
      readonly fixed: Fen | null;
    }
  | { readonly kind: "commissionNote"; readonly mode: EffectivePolicy["commission"]["mode"] }
  | {
      readonly kind: "rule";
      readonly from: Words;
      readonly to: Words;
      /** Null where the step has no score rule. */
      readonly rule: PromotionRule | null;
    }
  | {
      readonly kind: "ruleNote";
      readonly promotion: Pick<
        EffectivePolicy["promotion"],
        | "windowKind"
        | "windowHistory"
        | "streakAnchor"
        | "streakScope"
        | "missingMonth"
        | "statutoryLeave"
      >;
    }
  | {
      readonly kind: "step";
      readonly from: Words;
      readonly to: Words;
      /** Counted from 1 within the promotion. */
      readonly number: number;
      readonly step: PathStep;
    }
  | {
      readonly kind: "review";
      readonly review: EffectivePolicy["review"];
      /** The highest level to which it applies; null: all. */
      readonly upTo: Words | null;
    }
  | { readonly kind: "complaints"; readonly fines: EffectivePolicy["fines"] }
  | { readonly kind: "leaves"; readonly fines: EffectivePolicy["fines"] }
  | { readonly kind: "netted"; readonly netted: boolean }
  | { readonly kind: "probation"; readonly level: Words; readonly months: number }
  | { readonly kind: "minimumWage"; readonly amount: Fen | null }
  | { readonly kind: "words"; readonly of: "leave" | "other"; readonly words: readonly string[] }
  | {
      readonly kind: "decided";
      readonly title: Words;
      readonly option: Words;
      /** HR's note, "" where there is none. */
      readonly note: string;
      /** Our reason, which names amounts and risks: only with the open questions, and for what we recommend. */
      readonly why: Words | null;
      readonly from: Month | null;
      readonly on: string;
    }
  | {
      readonly kind: "undecided";
      readonly title: Words;
      /** Null of a blocking reading: nothing is computed until it is decided. */
      readonly option: Words | null;
    }
  | {
      readonly kind: "open";
      readonly title: Words;
      readonly question: Words;
      readonly options: readonly Words[];
      readonly why: Words;
    };

const SHEET_SECTIONS = [
  "about",
  "levels",
  "tiers",
  "commission",
  "rules",
  "steps",
  "discipline",
  "words",
  "decided",
  "undecided",
  "open",
] as const;
export type SheetSectionId = (typeof SHEET_SECTIONS)[number];

export interface SheetSection {
  readonly id: SheetSectionId;
  /** Starts on a new page when printed. */
  readonly breakBefore: boolean;
  readonly rows: readonly SheetFacts[];
}

/** The policy in force as a sheet to hand round: what it says, and how it prints. */
export interface PolicySheet {
  readonly month: Month;
  readonly sections: readonly SheetSection[];
  readonly page: {
    readonly paper: "A4";
    readonly orientation: "portrait";
    /** As wide as one page, as long as it needs. */
    readonly fitToPagesWide: 1;
    /** In characters of the standard font; together they fill the width of the page. */
    readonly columnWidths: readonly number[];
  };
}

const COLUMN_WIDTHS = [22, 26, 16, 26];

/** Sections that may not be torn from their heading by a page's end start a page of their own. */
const ownPage: ReadonlySet<SheetSectionId> = new Set(["rules", "decided", "open"]);

/** The policy of a month as the sheet shows it; open questions, which are for HR, only when chosen. */
export function policySheet(
  book: PolicyBook,
  month: Month,
  { openQuestions }: { readonly openQuestions: boolean },
): PolicySheet {
  const policy = policyFor(book, month);
  const rows: Readonly<Record<SheetSectionId, readonly SheetFacts[]>> = {
    about: about(policy, month),
    levels: policy.levels.map((level) => ({
      kind: "level",
      level: level.name,
      aliases: policy.values.levels[level.rank]?.aliases ?? [],
      base: typeof level.baseSalary === "number" ? level.baseSalary : null,
      variablePay: level.variablePay,
    })),
    tiers: tiers(policy),
    commission: commission(policy),
    rules: rules(policy),
    steps: steps(policy),
    discipline: discipline(policy),
    words: [
      { kind: "words", of: "leave", words: policy.values.notAssessed.statutoryLeave },
      { kind: "words", of: "other", words: policy.values.notAssessed.other },
      { kind: "minimumWage", amount: minimumWage(policy) },
    ],
    decided: decided(book, policy, month, openQuestions),
    undecided: undecided(policy).map(({ reading, option }) => ({
      kind: "undecided",
      title: reading.title,
      option: reading.level === "blocking" ? null : option,
    })),
    open: openQuestions
      ? undecided(policy).map(({ reading: { title, question, options, why } }) => ({
          kind: "open",
          title,
          question,
          options: options.map(({ label }) => label),
          why,
        }))
      : [],
  };
  return {
    month,
    sections: SHEET_SECTIONS.flatMap((id): SheetSection[] =>
      rows[id].length === 0 ? [] : [{ id, breakBefore: ownPage.has(id), rows: rows[id] }],
    ),
    page: {
      paper: "A4",
      orientation: "portrait",
      fitToPagesWide: 1,
      columnWidths: COLUMN_WIDTHS,
    },
  };
}

function about({ version, values }: EffectivePolicy, month: Month): readonly SheetFacts[] {
  return [
    { kind: "about", of: "month", month },
    {
      kind: "about",
      of: "version",
      name: version.name,
      from: version.from,
      isBuiltIn: version.id === "built-in",
    },
    { kind: "about", of: "issuer", text: values.document.issuer },
    { kind: "about", of: "effectiveFrom", text: values.document.effectiveFrom },
  ];
}

/** Best tier first. A disputed limit that refuses scores leaves its bands as they are printed. */
function tiers({ score, performance, options }: EffectivePolicy): readonly SheetFacts[] {
  const refused = score.disputed.filter(({ reading }) => options[reading] === "undefined");
  return [
    ...[...score.bands]
      .sort((a, b) => a.tier - b.tier)
      .map((band): SheetFacts => ({
        kind: "tier",
        band,
        refused: refused.some(({ from, to }) => from <= band.to && band.from <= to),
      })),
    { kind: "performanceNote", scoreInPay: performance.scoreInPay, rounding: score.rounding },
  ];
}

function commission({ commission: { bands, belowFirst, mode } }: EffectivePolicy) {
  const fixed = mode === "fixed";
  const rows = bands.map((band, index): SheetFacts => ({
    kind: "commission",
    from: band.from,
    below: bands[index + 1]?.from ?? null,
    rate: band.rate,
    fixed: fixed ? band.fixed : null,
  }));
  const lowest: SheetFacts = {
    kind: "commission",
    from: null,
    below: bands[0]?.from ?? null,
    rate: belowFirst,
    fixed: null,
  };
  return [lowest, ...rows, { kind: "commissionNote", mode } satisfies SheetFacts];
}

function rules({ levels, promotion }: EffectivePolicy): readonly SheetFacts[] {
  const ofSteps = levels.flatMap((to, rank): SheetFacts[] => {
    const from = levels[rank - 1];
    if (from === undefined) return [];
    const rule = promotion.rules.find(({ target }) => target === to.id) ?? null;
    return [{ kind: "rule", from: from.name, to: to.name, rule }];
  });
  return ofSteps.length === 0 ? [] : [...ofSteps, { kind: "ruleNote", promotion }];
}

function steps({ levels, promotion }: EffectivePolicy): readonly SheetFacts[] {
  return levels.flatMap((to, rank) => {
    const from = levels[rank - 1];
    const path = promotion.paths.find((one) => one.from === from?.id && one.to === to.id);
    return from === undefined || path === undefined
      ? []
      : path.steps.map((step, index): SheetFacts => ({
          kind: "step",
          from: from.name,
          to: to.name,
          number: index + 1,
          step,
        }));
  });
}

function discipline({ review, fines, levels, values }: EffectivePolicy): readonly SheetFacts[] {
  const { probation } = values;
  const level = levels.find(({ id }) => id === probation.level);
  return [
    { kind: "review", review, upTo: levels.find(({ id }) => id === review.scope)?.name ?? null },
    { kind: "complaints", fines },
    { kind: "leaves", fines },
    { kind: "netted", netted: fines.netted },
    ...(level === undefined
      ? []
      : [{ kind: "probation", level: level.name, months: probation.limitMonths } as const]),
  ];
}

function minimumWage({ values }: EffectivePolicy): Fen | null {
  return values.localMinimumWageFen === null ? null : fen(values.localMinimumWageFen);
}

function inForce(policy: EffectivePolicy): readonly Reading[] {
  const disputed = readingsIn(policy.values);
  return readings.filter(({ id }) => disputed.has(id)).map(({ id }) => fullReadingOf(id));
}

function labelOf(reading: Reading, option: string): Words {
  return reading.options.find(({ id }) => id === option)?.label ?? { zh: option, en: option };
}

function decided(
  book: PolicyBook,
  policy: EffectivePolicy,
  month: Month,
  openQuestions: boolean,
): readonly SheetFacts[] {
  return inForce(policy)
    .filter(({ id }) => !policy.undecided.has(id))
    .map((reading): SheetFacts => {
      const option = policy.options[reading.id];
      const decision = decisionOf(book, reading.id, option, month);
      return {
        kind: "decided",
        title: reading.title,
        option: labelOf(reading, option),
        note: decision?.note ?? "",
        why: openQuestions && option === reading.default ? reading.why : null,
        from: decision?.from ?? null,
        on: decision?.on ?? "",
      };
    });
}

/** The decision that put the option in force: the latest start, of equal ones the last in the list. */
function decisionOf(
  { decisions }: PolicyBook,
  reading: ReadingId,
  option: string,
  month: Month,
): Decision | undefined {
  const started = decisions.filter(
    (one) =>
      one.reading === reading &&
      one.option === option &&
      (one.from === undefined || one.from <= month),
  );
  return started.reduce<Decision | undefined>(
    (found, one) =>
      found === undefined || (one.from ?? -Infinity) >= (found.from ?? -Infinity) ? one : found,
    undefined,
  );
}

function undecided(policy: EffectivePolicy) {
  return inForce(policy)
    .filter(({ id }) => policy.undecided.has(id))
    .map((reading) => ({ reading, option: labelOf(reading, policy.options[reading.id]) }));
}
