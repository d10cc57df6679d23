// Apart from the others, so that whoever does not use it does not carry it.
/** The checks of a policy, fetched by whoever shows them. */
export const loadPolicyLint = () => import("./lint");
