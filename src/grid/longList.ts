/** Entries of one part: small enough for a part to be made and copied in next to no time. */
const PART = 10_000;

/**
 * A list that may become as long as a sheet: kept in parts of some thousands, since one array of a million entries
 * is copied again and again while it grows.
 */
export class LongList<T> {
  private last: T[] = [];
  private readonly whole = [this.last];

  add(entry: T): void {
    if (this.last.length === PART) this.whole.push((this.last = []));
    this.last.push(entry);
  }

  /** The entries so far, part by part. */
  get parts(): readonly (readonly T[])[] {
    return this.whole;
  }
}

/** Parts of a list as one array. */
export function joinParts<T>(parts: readonly (readonly T[])[]): T[] {
  return new Array<T>().concat(...parts);
}

/** Something for rows of a sheet, in whichever order they come; kept in parts as long lists are. */
export class ByRow<T> {
  private readonly parts: T[][] = [];

  set(row: number, entry: T): void {
    const part = (this.parts[Math.floor(row / PART)] ??= new Array<T>(PART));
    part[row % PART] = entry;
  }

  get(row: number): T | undefined {
    return this.parts[Math.floor(row / PART)]?.[row % PART];
  }
}
