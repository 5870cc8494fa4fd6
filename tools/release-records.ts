import { writeFileSync } from 'node:fs';
import { parserVersion } from '../parser/version.ts';
import { recordDigests } from '../test/support/record-digests.ts';

// Run with every release: from then on a parser that makes another record of one of these must have a newer version.
const released = { version: parserVersion, records: await recordDigests() };
writeFileSync(new URL('../parser/released.json', import.meta.url), `${JSON.stringify(released, null, 2)}\n`);
