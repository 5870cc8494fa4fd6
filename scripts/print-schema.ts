import { writeFileSync } from 'node:fs';
import { printedSchema } from '../schema/graphql/printed-schema.ts';

// Run after a change of the schema: clients are generated from the printed file, and a test holds it against the code.
writeFileSync(new URL('../schema/graphql/schema.graphql', import.meta.url), printedSchema());
