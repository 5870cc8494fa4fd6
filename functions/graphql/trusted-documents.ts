import { createHash } from 'node:crypto';
import { firstQuery } from './first-query.ts';

/** Documents of our own front-ends: they may be named by their hash without ever having been sent. */
const documents: readonly string[] = [firstQuery];

export const trustedDocuments: ReadonlyMap<string, string> = new Map(
  documents.map((document) => [createHash('sha256').update(document).digest('hex'), document]),
);
