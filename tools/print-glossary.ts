import { writeFileSync } from 'node:fs';
import { glossary } from './glossary.ts';

// Run after a change of the vocabulary; a test holds the printed file against it.
writeFileSync(new URL('../docs/glossary.md', import.meta.url), glossary());
