import type { EffectivePolicy } from "../../policy";
import type { Parameters } from "./parameters";
import type { PlainWords } from "./types";

/** What a translator is given beside the cells: the policy and where its values stand on the sheet of parameters. */
export interface FormulaContext {
  readonly policy: EffectivePolicy;
  readonly parameters: Parameters;
  readonly words: PlainWords;
  /** Whether the cell that names a month must be looked at: it may hold what is none. */
  readonly checksMonth: boolean;
}
