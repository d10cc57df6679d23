// Apart from the others, so that whoever does not use it does not carry it.
/** The reader and writer of the workbook's part, fetched when a workbook has one or HR decides. */
export const loadPolicyPart = () => import("./part");
