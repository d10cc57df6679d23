function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** A relationship's target as a path from the package's root. */
export function resolvePath(base: string, target: string): string {
  const segments = target.startsWith("/") ? [] : directoryOf(base).split("/").filter(Boolean);
  for (const segment of target.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

/** The path of the part that holds another part's relationships; "" is the package itself. */
export function relationshipsPath(part: string): string {
  const directory = directoryOf(part);
  return `${directory}_rels/${part.slice(directory.length)}.rels`;
}

/** The part that such a path speaks of; undefined where it is no relationships part. */
export function ownerOfRelationships(path: string): string | undefined {
  const match = /^(.*?)_rels\/([^/]*)\.rels$/iu.exec(path);
  return match === null ? undefined : `${match[1] ?? ""}${match[2] ?? ""}`;
}
