import type { CopyFacts, ShareChoices, SharedCopy } from "../../src/sharing";
import { shareWorkbook } from "../../src/sharing";

/** Everything stays, calls become values: what the command does with no other option. */
export const VALUES: ShareChoices = {
  plain: null,
  disputed: { show: "stored", cells: [] },
  sheets: null,
  errors: "keep",
  leftOut: {
    tags: [],
    headings: [],
    known: ["工号", "姓名", "月份", "级别", "绩效分数", "销售额"],
    headingWords: [],
    notes: false,
    label: "已略去",
  },
  people: { kind: "keep" },
  highlights: true,
  policy: true,
  cover: null,
};

export function share(bytes: Uint8Array, choices: Partial<ShareChoices> = {}): SharedCopy {
  const steps = shareWorkbook(bytes, { ...VALUES, ...choices });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

export function factsOf(bytes: Uint8Array, choices: Partial<ShareChoices> = {}): CopyFacts {
  return share(bytes, choices).facts;
}
