import { copyFileSync } from 'node:fs';

/** Makes the printed schema the released one, which the next changes are held against. Run at a release, after print-schema. */
const folder = new URL('../schema/graphql/', import.meta.url);
copyFileSync(new URL('schema.graphql', folder), new URL('released.graphql', folder));
