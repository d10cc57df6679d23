import type {
  PastPromotion,
  PayThen,
  PromotionFile,
  StepRecord,
  StepState,
  Supposed,
} from "../../views";
import { formatMonth, formatYuan, type Fen } from "../../units";
import type { Both, Language } from "../language";
import { alike, bracketed, joined, NOTHING } from "../say";
import { candidateSaid } from "./candidates";
import { promotionPageWords } from "./promotionPage";

// What the page "晋升" says of somebody's steps, of a supposition and of promotions of the past.

/** "已通过 3/11，未通过 1": how far a way has come. */
function stepsDone({ steps }: PromotionFile): Both {
  const count = (state: StepState): number => steps.filter((step) => step.state === state).length;
  const [done, refused] = [count("done"), count("refused")];
  const failed: Both =
    refused === 0 ? NOTHING : { zh: `，未通过 ${refused}`, en: `, ${refused} refused` };
  return {
    zh: `已通过 ${done}/${steps.length}${failed.zh}`,
    en: `${done} of ${steps.length} passed${failed.en}`,
  };
}

export function sayStepsDone(file: PromotionFile, language: Language): string {
  return stepsDone(file)[language];
}

/** What the row of a step adds to its state: votes or score, who, when, note. */
export function sayStepRecord(record: StepRecord, language: Language): string {
  const { figure, handledBy, date, note, byOrder } = record;
  const { withheld, byOrder: takenByOrder } = promotionPageWords(language);
  const figures = { none: "", withheld, text: figure.kind === "text" ? figure.text : "" };
  return [figures[figure.kind], handledBy, date, note, byOrder ? takenByOrder : ""]
    .filter((part) => part !== "")
    .join(" · ");
}

/** How somebody would stand under a supposition. */
export function saySupposed({ asOf, row }: Supposed, language: Language): string {
  const [when, stand] = [formatMonth(asOf), candidateSaid(row)];
  return { zh: `截至 ${when}：${stand.zh}`, en: `As of ${when}: ${stand.en}` }[language];
}

const money = (amount: Fen | null, none: Both): Both =>
  amount === null ? none : alike(formatYuan(amount));

function payThen({ month, base, gross }: PayThen): Both {
  const before = money(base, { zh: "待定", en: "open" });
  const whole = money(gross, { zh: "无法计算", en: "cannot be told" });
  return {
    zh: `${formatMonth(month)} 底薪 ${before.zh}、应发 ${whole.zh}`,
    en: `${formatMonth(month)} base ${before.en}, gross ${whole.en}`,
  };
}

function stepsThen(file: PastPromotion["file"]): Both {
  if (file === null)
    return { zh: "晋升流程里没有这次晋升的记录", en: "晋升流程 has no record of it" };
  const month = formatMonth(file.month);
  const done = stepsDone(file);
  return file.steps.every(({ state }) => state === "done")
    ? { zh: `步骤齐全（考核月 ${month}）`, en: `all steps passed (month ${month})` }
    : {
        zh: `${done.zh}，步骤不齐（考核月 ${month}）`,
        en: `${done.en}, incomplete (month ${month})`,
      };
}

/** A promotion of the past in a few lines: what, how the scores stood, the pay around it, the steps. */
export function sayPastPromotion(past: PastPromotion, language: Language): readonly string[] {
  const { person, from, to, month, skipped, evidence, before, after, file } = past;
  const name = person.name === "" ? person.employeeId : person.name;
  const then = candidateSaid(evidence);
  const skip = bracketed(skipped ? { zh: "越级", en: "skip" } : NOTHING);
  const lines: readonly Both[] = [
    {
      zh: `${formatMonth(month)} ${name}：${from.name.zh} → ${to.name.zh}${skip.zh}`,
      en: `${formatMonth(month)} ${name}: ${from.name.en} → ${to.name.en}${skip.en}`,
    },
    { zh: `当时成绩：${then.zh}`, en: `Scores then: ${then.en}` },
    joined([payThen(before), payThen(after)], "semicolon"),
    stepsThen(file),
  ];
  return lines.map((line) => line[language]);
}
