/** Characters that an address writes in escapes; a separator stays one, so that it leads nowhere else. */
function unescape(path: string): string {
  return path.replace(/(?:%[0-9A-F]{2})+/giu, (escapes) => {
    try {
      const text = decodeURIComponent(escapes);
      return /[/\\\0]/u.test(text) ? escapes : text;
    } catch {
      return escapes;
    }
  });
}

/** A path with the separators that packages have. */
export function withSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}

/**
 * By what two names of parts are compared: they are one whatever their case, with or without the slash of the root,
 * and whether characters are written as they are or in escapes.
 */
export function partKey(path: string): string {
  return unescape(withSlashes(path)).replace(/^\/+/u, "").toLowerCase();
}

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** A relationship's target as a path from the package's root. */
export function resolvePath(base: string, written: string): string {
  const target = withSlashes(written);
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

/** The part that such a path belongs to; undefined where it is no relationships part. */
export function ownerOfRelationships(path: string): string | undefined {
  const match = /^(.*?)_rels\/([^/]*)\.rels$/iu.exec(path);
  return match === null ? undefined : `${match[1] ?? ""}${match[2] ?? ""}`;
}
