import type { EffectivePolicy } from "../../policy";
import type { Parameters } from "./parameters";
import type { PlainWords } from "./types";

/** What a recipe is given beside the cells. */
export interface Kitchen {
  readonly policy: EffectivePolicy;
  readonly parameters: Parameters;
  readonly words: PlainWords;
  /** Whether the cell that names a month must be looked at: it may hold what is none. */
  readonly checksMonth: boolean;
}
