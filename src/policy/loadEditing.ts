// Apart from the others, so that whoever does not use it does not carry it.
/** What HR's forms do to a policy, fetched by the page that has them. */
export const loadPolicyEditing = () => import("./edit");
