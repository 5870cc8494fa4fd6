/** Ends the name of the folder of a key's versions: a key may itself end in a slash, or be the beginning of another. */
const folderMark = '#';

/** Where a version of a key is kept in the bucket of versions. */
export function versionPath(key: string, versionId: string): string {
  return `${key}${folderMark}/${versionId}`;
}

/** The key and the version kept at a path; null where none is. */
export function parseVersionPath(path: string): { readonly key: string; readonly versionId: string } | null {
  const at = path.lastIndexOf(`${folderMark}/`);
  return at < 0 ? null : { key: path.slice(0, at), versionId: path.slice(at + folderMark.length + 1) };
}
