/** The words of the table that explains, fetched by whoever shows one. */
export const loadExplanation = () => import("./explanation");
