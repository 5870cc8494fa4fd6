import { writeFileSync } from 'node:fs';
import { printedSchema } from '../schema/graphql/printed-schema.ts';
import { printedRecordSchema } from '../schema/record/exports/printed-record-schema.ts';

// Run after a change of the schemas: clients are generated from the printed files, and tests hold them against the code.
writeFileSync(new URL('../schema/graphql/schema.graphql', import.meta.url), printedSchema());
writeFileSync(new URL('../schema/record/exports/record-schema.generated.json', import.meta.url), printedRecordSchema());
