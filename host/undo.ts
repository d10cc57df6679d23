/** Members that empty what Excel can undo, as reported of it. */
const EMPTIES_UNDO: readonly RegExp[] = [
  // Event handlers, once for each registration (OfficeDev/office-js 2543).
  /\._Register\w+Event$/u,
  // OfficeDev/office-js 5918.
  /\.getMergedAreasOrNullObject$/u,
  // Parts of the file are written behind Excel's back (OfficeDev/office-js 4484, 6415).
  /^CustomXmlPart\.(?:setXml|delete)$/u,
  /^CustomXmlPartCollection\.add$/u,
  // Sheets and their protection are not undone (Microsoft's page on undo in add-ins).
  /^Worksheet\.(?:copy|delete)$/u,
  /^WorksheetProtection\.(?:un)?protect$/u,
];

/** Whether a request with these members costs HR what Excel could undo. */
export function emptiesUndo(members: Iterable<string>): boolean {
  return [...members].some((member) => EMPTIES_UNDO.some((pattern) => pattern.test(member)));
}
