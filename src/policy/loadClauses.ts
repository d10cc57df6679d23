// Apart from the others, so that whoever does not use it does not carry it.
/** The clauses' texts: a function that is asked for one fetches them, the others start without. */
export const loadClauses = () => import("./book/clauses");
