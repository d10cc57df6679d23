import type { Formula } from "./types";

/** Formulas by id, in the order given. Refuses what Excel would refuse or mistake. */
export function registerFormulas(formulas: readonly Formula[]): ReadonlyMap<string, Formula> {
  const byId = new Map<string, Formula>();
  for (const formula of formulas) {
    const { id, parameters } = formula;
    if (byId.has(id)) throw new Error(`Two formulas are called ${id}`);
    byId.set(id, formula);
    parameters.forEach((parameter, index) => {
      if (!parameter.optional && parameters[index - 1]?.optional === true)
        throw new Error(`${id}: ${parameter.name.en} is required but follows an optional one`);
    });
  }
  return byId;
}
