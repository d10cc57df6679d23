/** Fetched where settings were lost and their copy is damaged, too: the code that reads files. */
export const loadLostInFile = () => import("./lostInFile");
