import type { Formula } from "./types";

/** Formulas by id, in the order given. Refuses what Excel would refuse or mistake. */
export function registerFormulas(formulas: readonly Formula[]): ReadonlyMap<string, Formula> {
  const byId = new Map<string, Formula>();
  for (const formula of formulas) {
    if (!/^[A-Z][A-Z0-9.]*$/u.test(formula.id))
      throw new Error(`An id is capital letters, digits and periods: ${formula.id}`);
    if (byId.has(formula.id)) throw new Error(`Two formulas are called ${formula.id}`);
    byId.set(formula.id, formula);
    checkParameters(formula);
  }
  return byId;
}

function checkParameters({ id, parameters }: Formula): void {
  let optional: string | undefined;
  for (const language of ["zh", "en"] as const) {
    const names = parameters.map(({ name }) => name[language]);
    if (new Set(names).size < names.length)
      throw new Error(`${id}: two parameters have one name: ${names.join(", ")}`);
  }
  for (const parameter of parameters) {
    if (parameter.optional) optional = parameter.name.en;
    else if (optional !== undefined)
      throw new Error(`${id}: ${parameter.name.en} is required but follows ${optional}`);
  }
}
