/** Where documents land in the bucket. What lies elsewhere is never read as a document. */
export const rawPrefix = 'raw/';

/** Whether an object is a document: one under `raw/` that is no folder of a console, which is an object without bytes. */
export function isDocument({ key, size }: { readonly key: string; readonly size?: number | undefined }): boolean {
  return key.startsWith(rawPrefix) && !(key.endsWith('/') && (size ?? 0) === 0);
}
