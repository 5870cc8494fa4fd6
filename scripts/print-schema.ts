import { writeFileSync } from 'node:fs';
import { printedRecordSchema } from '../schema/exports/printed-record-schema.ts';
import { printedSchema } from '../schema/graphql/printed-schema.ts';

// Run after a change of the schemas: clients are generated from the printed files, and tests hold them against the code.
writeFileSync(new URL('../schema/graphql/schema.graphql', import.meta.url), printedSchema());
writeFileSync(new URL('../schema/exports/record-schema.generated.json', import.meta.url), printedRecordSchema());
