/**
 * A sheet's name as a reference writes it before the "!": always in quotes, each quote within doubled. Which names could
 * do without depends on the program and its language (A1, R1C1 and its translations, TRUE, digits, dots); quotes are
 * right for every name everywhere, and Excel itself drops those it does not need.
 */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** The name of a sheet as it stands before a "!", with or without its quotes. */
export function unquoteSheetName(written: string): string {
  return written.startsWith("'") && written.endsWith("'") && written.length > 1
    ? written.slice(1, -1).replaceAll("''", "'")
    : written;
}
