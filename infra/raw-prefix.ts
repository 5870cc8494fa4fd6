/** Where documents land in the bucket. What lies elsewhere is never read as a document. */
export const rawPrefix = 'raw/';
