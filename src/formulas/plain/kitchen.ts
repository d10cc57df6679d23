import type { EffectivePolicy } from "../../policy";
import type { Parameters } from "./parameters";
import type { PlainWords } from "./types";

/** What a recipe is given beside the cells. */
export interface Kitchen {
  readonly policy: EffectivePolicy;
  readonly parameters: Parameters;
  readonly words: PlainWords;
  /** In a range of scores the number 0 is blank. */
  readonly zeroIsBlank: boolean;
}
