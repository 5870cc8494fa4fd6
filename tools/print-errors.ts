import { writeFileSync } from 'node:fs';
import { errorReference } from './error-reference.ts';

// Run after a change of the error codes; a test holds the printed file against it.
writeFileSync(new URL('../docs/errors.md', import.meta.url), errorReference());
