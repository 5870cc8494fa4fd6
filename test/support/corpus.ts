import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const corpusFolder = 'test/corpus';

/** A document and what must come out of it. `source` is a path from the repository's root or beside the case. */
const Case = z.object({ source: z.string(), origin: z.string() });

/** The comparable part of a record, cells as their values; a list of findings is the whole list. */
export const Expected = z.looseObject({
  tables: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number().nullable()))).optional(),
  statistics: z.array(z.looseObject({ path: z.string(), value: z.number().nullable() })).optional(),
  indicators: z.array(z.looseObject({ key: z.string(), value: z.number() })).optional(),
  findings: z.array(z.looseObject({ rule: z.string() })),
  workPlan: z.looseObject({ items: z.int(), tasks: z.array(z.looseObject({ contentParagraphs: z.int() })) }).optional(),
});
export type Expected = z.infer<typeof Expected>;

export interface CorpusCase {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** One for each record that must come out, in order. */
  readonly expected: readonly Expected[];
}

export function corpusCases(): CorpusCase[] {
  return readdirSync(corpusFolder).map((name) => {
    const folder = join(corpusFolder, name);
    const { source } = Case.parse(readJson(join(folder, 'case.json')));
    const path = source.includes('/') ? source : join(folder, source);
    const expected = z.union([Expected.array(), Expected]).parse(readJson(join(folder, 'expected.json')));
    return { name, bytes: readFileSync(path), expected: Array.isArray(expected) ? expected : [expected] };
  });
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
