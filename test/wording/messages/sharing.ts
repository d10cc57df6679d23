import * as wording from "../../../src/wording";
import { type Message, texts, sheet } from "./facts";

const COPY = {
  sheets: [],
  troubled: [],
  noPlain: [],
  addInsGone: 0,
};

const copy = (n: number) => ({
  ...COPY,
  sheetsLeftOut: texts(n),
  frozen: n,
  frozenForLeftOut: n,
  blanked: n,
  plain: n,
  keptAsStored: n,
  corrected: n,
  troubledCount: n,
  namesGone: texts(n),
  rulesGone: n,
  checksGone: n,
  columnsLeftOut: texts(n),
  notesGone: n,
  pivotsGone: n,
  people: n,
});

const PLACE = { sheet: "s", row: 0, column: 0 };

export const sharingMessages = {
  sayColleagues: (_, language) => wording.sayColleagues(language),
  sayComparison: (n, language) =>
    [true, false].map((hasPolicy) =>
      wording.sayComparison(
        {
          compared: n,
          differences: texts(n).map(() => ({ ...PLACE, anchor: PLACE, stored: 1, computed: 2 })),
          uncalculated: texts(n).map(() => ({ ...PLACE, anchor: PLACE, stored: 1, computed: 2 })),
          untold: { count: n, first: n === 0 ? null : PLACE },
          isTooLarge: n === 0,
        },
        { hasPolicy, firstUntold: n === 0 ? null : "s!A1" },
        language,
      ),
    ),
  sayWithout: (n, language) =>
    wording.sayWithout(n === 0 ? [] : wording.RESTRICTED.slice(0, n), language),
  sayDecideDifferences: (_, language) => wording.sayDecideDifferences(language),
  sayDifference: (n, language) =>
    [null, "", "x", true, n, { error: "#N/A" } as const].map((stored) =>
      wording.sayDifference({ stored, computed: n }, "s!A1", language),
    ),
  sayCopyFacts: (n, language) =>
    wording.sayCopyFacts(
      {
        ...copy(n),
        addInsGone: n,
        noPlain: texts(n).map(() => ({ call: "WHY", why: "shape", count: n, first: PLACE })),
      },
      language,
    ),
  sayCover: (n, language) =>
    (["numbers", "remove", "keep"] as const).map((who) =>
      wording.sayCover(
        {
          copy: copy(n),
          day: "2026-11-25",
          by: n === 0 ? "" : "b",
          policyName: n === 0 ? "" : "p",
          readings: [
            { title: "t", option: "o", decided: true },
            { title: "t", option: "o", decided: false },
          ],
          errors: n === 0 ? "keep" : "blank",
          people: who,
        },
        language,
      ),
    ),
  sayMoreTroubled: (n, language) => wording.sayMoreTroubled(n, language),
  sayNoPlain: (_, language) => wording.sayNoPlain("shape", language),
  sayOnlyValue: (n, language) =>
    wording.sayOnlyValue({ call: "WHY", why: "noPlainFormula", count: n }, "A1", language),
  sayRefusal: (n, language) =>
    wording.sayRefusal({ code: "damaged", part: n === 0 ? null : "x" }, language),
  saySurvey: (n, language) =>
    wording.saySurvey(
      {
        sheets: texts(n).map(() => sheet(1)),
        troubled: [],
        troubledCount: 0,
        people: n,
        columns: [],
        notes: n,
        plain: null,
        removed: { rules: 0, checks: 0, sheets: [], names: [] },
        hasMacros: n > 0,
        startsAddIns: false,
      },
      language,
    ),
  sayTroubled: (n, language) => wording.sayTroubled({ error: n === 0 ? null : "#N/A" }, language),
  sayWhatIsRemoved: (n, language) =>
    wording.sayWhatIsRemoved({ rules: n, checks: n, sheets: texts(n), names: texts(n) }, language),
} satisfies Readonly<Record<string, Message>>;
